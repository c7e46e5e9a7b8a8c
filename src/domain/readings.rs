//! How Chinese characters are read, for search by pinyin.

use std::collections::BTreeMap;

/// The readings of characters: small Latin letters without tones, `v` for `ü`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings(BTreeMap<char, String>);

impl Readings {
    /// No readings.
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// Notes the readings of a character, separated by spaces, in the place of earlier ones.
    pub fn insert(&mut self, letter: char, readings: impl Into<String>) {
        self.0.insert(letter, readings.into());
    }

    /// Every reading of a character; none where it is not known.
    pub fn of(&self, letter: char) -> impl Iterator<Item = &str> {
        self.0.get(&letter).into_iter().flat_map(|readings| readings.split(' '))
    }

    /// Every character with its readings, separated by spaces, in the order of the characters.
    pub fn iter(&self) -> impl Iterator<Item = (char, &str)> {
        self.0.iter().map(|(letter, readings)| (*letter, readings.as_str()))
    }

    /// Whether no character's reading is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(char, String)> for Readings {
    fn from_iter<I: IntoIterator<Item = (char, String)>>(readings: I) -> Self {
        Self(readings.into_iter().collect())
    }
}
