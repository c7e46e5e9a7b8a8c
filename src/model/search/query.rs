//! What the reader typed, ready to be compared.

use super::letters::{is_break, letters};

/// More words than anyone types; what follows is not looked at.
const WORDS: usize = 12;

/// Something to be found in a name: as it is written, and as it is said.
pub struct Term {
    /// Its letters, for what is written.
    pub written: Vec<char>,
    /// The same without spaces and signs, `v` for `ü`: for what is said.
    pub said: Vec<char>,
}

impl Term {
    fn new(written: Vec<char>) -> Self {
        let said = written.iter().filter(|letter| !is_break(**letter));
        let said = said.map(|letter| if *letter == 'ü' { 'v' } else { *letter }).collect();
        Self { written, said }
    }
}

/// What the reader typed: as a whole and, where there are several, word by word.
pub struct Query {
    /// All of it, with single spaces.
    pub whole: Term,
    /// Its words, where there are more than one.
    pub words: Vec<Term>,
}

impl Query {
    /// Reads what was typed, `None` where there is nothing to look for.
    pub fn read(text: &str) -> Option<Self> {
        let letters = letters(text);
        let words: Vec<&[char]> =
            letters.split(|letter| *letter == ' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return None;
        }
        let whole = Term::new(words.join(&' '));
        let several = words.len() > 1;
        let words = words.into_iter().take(WORDS).filter(|_| several).map(|word| Term::new(word.to_vec()));
        Some(Self { whole, words: words.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_part_words_and_nothing_is_no_query() {
        let text = |letters: &[char]| letters.iter().collect::<String>();
        let query = Query::read("　Wang  luo'LÜ ").unwrap();
        assert_eq!(
            (text(&query.whole.written), text(&query.whole.said)),
            ("wang luo'lü".into(), "wangluolv".into())
        );
        assert_eq!(query.words.len(), 2);
        assert!(Query::read("零售").unwrap().words.is_empty());
        assert!(Query::read(" 　\t ").is_none());
    }
}
