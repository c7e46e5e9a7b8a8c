//! Letters without their case, for search. The standard library's tables for every script that has cases would
//! be a hundredth of the page's program; these are the scripts that are written with them today.

/// The text in small letters: Latin with its accents, Greek and Cyrillic.
pub fn fold(text: &str) -> String {
    text.chars().map(small).collect()
}

fn small(letter: char) -> char {
    let even = (letter as u32).is_multiple_of(2);
    let by = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Capital and small in turn, the capital at the even number, except where a letter has no pair.
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ạ'..='ỹ' if even => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if !even => 1,
        'Ÿ' => return 'ÿ',
        _ => 0,
    };
    char::from_u32(letter as u32 + by).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        let ranges = ['\0'..='ž', 'Α'..='ώ', 'Ѐ'..='џ', 'Ạ'..='ỹ', '一'..='龥'];
        for letter in ranges.into_iter().flatten().filter(|letter| *letter != 'İ') {
            assert_eq!(fold(&letter.to_string()), letter.to_string().to_lowercase(), "{letter}");
        }
        assert_eq!(fold("瓯海 Ouhai ÉCOLE Ёлка"), "瓯海 ouhai école ёлка");
    }
}
