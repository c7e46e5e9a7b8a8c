//! Letters as search compares them: small and half as wide as a Chinese character where there is a choice.

use crate::domain::fold;

/// The letters of a text, one for each of its characters.
pub fn letters(text: &str) -> Vec<char> {
    let narrow = text.chars().map(|letter| match letter {
        '！'..='～' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        '\u{3000}' | '\t' | '\n' => ' ',
        _ => letter,
    });
    fold(&narrow.collect::<String>()).chars().collect()
}

/// Whether a letter parts words: spaces, signs and stops.
pub fn is_break(letter: char) -> bool {
    let sign = letter.is_ascii() && !letter.is_ascii_alphanumeric();
    sign || matches!(letter, '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF0F}')
}

/// Whether a word begins between two letters: after a break, or where Chinese and Latin meet.
pub fn is_word_start(before: char, letter: char) -> bool {
    is_break(before) || before.is_ascii() != letter.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_narrow_and_capitals_small() {
        let of = |text| letters(text).into_iter().collect::<String>();
        assert_eq!(of("５Ｇ基站　Ａ（一）"), "5g基站 a(一)");
        assert_eq!(letters("“最多跑一次”🙂É").len(), 9);
    }

    #[test]
    fn words_begin_after_signs_and_where_scripts_meet() {
        for (before, letter, starts) in
            [(' ', 'a', true), ('“', '最', true), ('G', '基', true), ('网', '络', false), ('a', 'b', false)]
        {
            assert_eq!(is_word_start(before, letter), starts, "{before}{letter}");
        }
    }
}
