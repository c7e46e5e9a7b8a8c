//! One name of a record, and how well something fits it.

use std::ops::Range;
use std::sync::OnceLock;

use super::letters::{is_break, is_word_start, letters};
use super::query::Term;
use crate::domain::Readings;

/// How a name fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The name is what was typed.
    Whole,
    /// It begins with it.
    Beginning,
    /// One of its words begins with it.
    Word,
    /// It stands somewhere inside.
    Inside,
    /// The name's pinyin begins with it.
    Pinyin,
    /// Its pinyin has it somewhere.
    PinyinInside,
    /// Its characters' first letters, or some full and some first, begin with it.
    Initials,
    /// They have it somewhere.
    InitialsInside,
}

/// What is typed of a character's reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// All of it; the last character's may be under way.
    Full,
    /// All of it or its initial.
    Short,
}

/// Longer than any reader types in pinyin; a set of positions in it fits a word of the machine.
const LONGEST: usize = 63;

/// What is known of how a name's letters are read: the bits of their initials, and their readings.
type Known<'a> = (&'a [u32], &'a Readings);

/// A name, ready to be compared.
pub struct Name {
    /// As it is shown.
    pub text: String,
    letters: Vec<char>,
    /// For each letter a bit for every Latin letter with which a reading of it begins; empty where none has readings.
    /// Found out when somebody first looks for what is said.
    initials: OnceLock<Box<[u32]>>,
}

impl Name {
    /// Prepares a name.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), letters: letters(text), initials: OnceLock::new() }
    }

    fn initials(&self, readings: &Readings) -> &[u32] {
        self.initials.get_or_init(|| {
            let initials: Vec<u32> = self.letters.iter().map(|letter| initials(*letter, readings)).collect();
            if initials.iter().all(|initials| *initials == 0) { Box::default() } else { initials.into() }
        })
    }

    /// How well the name fits a term, and which of its letters do.
    pub fn fit(&self, term: &Term, readings: &Readings) -> Option<(Fit, Range<usize>)> {
        self.written(&term.written).or_else(|| self.said(&term.said, readings))
    }

    fn written(&self, word: &[char]) -> Option<(Fit, Range<usize>)> {
        let (first, length) = (*word.first()?, word.len());
        let mut best = None;
        let starts = self.letters.iter().enumerate().filter(|(_, letter)| **letter == first);
        for (at, _) in starts {
            if !self.letters[at..].starts_with(word) {
                continue;
            }
            let fit = match at.checked_sub(1) {
                None if length == self.letters.len() => Fit::Whole,
                None => Fit::Beginning,
                Some(before) if is_word_start(self.letters[before], first) => Fit::Word,
                Some(_) => Fit::Inside,
            };
            if fit != Fit::Inside {
                return Some((fit, at..at + length));
            }
            best = best.or(Some((fit, at..at + length)));
        }
        best
    }

    fn said(&self, word: &[char], readings: &Readings) -> Option<(Fit, Range<usize>)> {
        if readings.is_empty() || word.is_empty() || word.len() > LONGEST {
            return None;
        }
        let initials = self.initials(readings);
        if initials.is_empty() {
            return None;
        }
        // One letter alone would be an initial of nearly everything.
        let last = if word.len() == 1 { 1 } else { self.letters.len() };
        let fits =
            [(Said::Full, Fit::Pinyin, Fit::PinyinInside), (Said::Short, Fit::Initials, Fit::InitialsInside)];
        fits.into_iter().find_map(|(how, beginning, inside)| {
            (0..last).filter(|from| self.may_begin(*from, word[0], initials)).find_map(|from| {
                let end = self.heard(from, word, how, (initials, readings))?;
                Some((if from == 0 { beginning } else { inside }, from..end))
            })
        })
    }

    /// Whether what begins with `first` can be heard from `from` on: of many thousand names most cannot.
    fn may_begin(&self, from: usize, first: char, initials: &[u32]) -> bool {
        self.letters[from] == first || initials[from] & bit(first) != 0
    }

    /// Where the letters end that are heard as `word` when they are read from `from` on.
    fn heard(&self, from: usize, word: &[char], how: Said, known: Known<'_>) -> Option<usize> {
        // A bit for each position in the word that the letters so far can have come to.
        let mut reached = 1u64;
        for at in from..self.letters.len() {
            if at > from && is_break(self.letters[at]) {
                continue;
            }
            let mut next = 0;
            for position in (0..word.len()).filter(|position| reached >> position & 1 == 1) {
                next |= self.steps(at, &word[position..], how, known) << position;
            }
            if next >> word.len() & 1 == 1 {
                return Some(at + 1);
            }
            if next == 0 {
                return None;
            }
            reached = next;
        }
        None
    }

    /// How many letters of `rest` the letter at `at` can stand for, a bit for each number.
    fn steps(&self, at: usize, rest: &[char], how: Said, (initials, readings): Known<'_>) -> u64 {
        let mut steps = u64::from(self.letters[at] == rest[0]) << 1;
        if initials[at] & bit(rest[0]) == 0 {
            return steps;
        }
        for reading in readings.of(self.letters[at]) {
            let same = reading.chars().zip(rest).take_while(|(one, other)| one == *other).count();
            if same == reading.len() || same == rest.len() {
                steps |= 1 << same;
            }
            if how == Said::Short && same > 0 {
                steps |= 1 << 1;
                if same > 1 && reading[1..].starts_with('h') {
                    steps |= 1 << 2;
                }
            }
        }
        steps
    }
}

fn initials(letter: char, readings: &Readings) -> u32 {
    readings.of(letter).filter_map(|reading| reading.chars().next()).fold(0, |all, first| all | bit(first))
}

fn bit(letter: char) -> u32 {
    if letter.is_ascii_lowercase() { 1 << (letter as u32 - 'a' as u32) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::search::query::Query;

    fn readings() -> Readings {
        let pairs = "网 wang;络 luo;零 ling lian;售 shou;额 e;重 zhong chong;庆 qing;西 xi;安 an;先 xian;行 xing hang;基 ji;站 zhan";
        pairs
            .split(';')
            .filter_map(|pair| pair.split_once(' '))
            .map(|(letter, said)| (letter.chars().next().unwrap(), said.to_owned()))
            .collect()
    }

    fn fit(name: &str, typed: &str) -> Option<(Fit, Range<usize>)> {
        let readings = readings();
        Name::new(name).fit(&Query::read(typed)?.whole, &readings)
    }

    #[test]
    fn names_fit_as_they_are_written_said_and_abbreviated() {
        let cases = [
            ("网络零售额", "网络零售额", Some((Fit::Whole, 0..5))),
            ("网络零售额", "网络", Some((Fit::Beginning, 0..2))),
            ("区网络零售额", "零售", Some((Fit::Inside, 3..5))),
            ("“网络”零售", "网络", Some((Fit::Word, 1..3))),
            ("Online retail sales", "RETAIL", Some((Fit::Word, 7..13))),
            ("Online retail sales", "tail", Some((Fit::Inside, 9..13))),
            ("网络零售额", "wangluo", Some((Fit::Pinyin, 0..2))),
            ("网络零售额", "wang luo ling", Some((Fit::Pinyin, 0..3))),
            ("网络零售额", "wang'luol", Some((Fit::Pinyin, 0..3))),
            ("网络零售额", "lingshoue", Some((Fit::PinyinInside, 2..5))),
            ("网络零售额", "wllse", Some((Fit::Initials, 0..5))),
            ("网络零售额", "wllshe", Some((Fit::Initials, 0..5))),
            ("网络零售额", "lse", Some((Fit::InitialsInside, 2..5))),
            ("网络零售额", "wangllse", Some((Fit::Initials, 0..5))),
            ("网络零售额", "网luo零s", Some((Fit::Pinyin, 0..4))),
            ("网络“零售”额", "wangluolingshou", Some((Fit::Pinyin, 0..5))),
            ("５Ｇ基站", "5gjz", Some((Fit::Initials, 0..4))),
            ("重庆", "chongqing", Some((Fit::Pinyin, 0..2))),
            ("重庆", "zq", Some((Fit::Initials, 0..2))),
            ("西安先行", "xianxian", Some((Fit::Pinyin, 0..3))),
            ("网络零售额", "w", Some((Fit::Pinyin, 0..1))),
            ("网络零售额", "l", None),
            ("网络零售额", "wangx", None),
            ("网络零售额", "网络零售额度", None),
            ("Online", "wllse", None),
            ("", "a", None),
        ];
        for (name, typed, expected) in cases {
            assert_eq!(fit(name, typed), expected, "{typed} in {name}");
        }
    }
}
