//! Names that many records of a list share, as of the departments that answer for its tasks: each is compared once for
//! what was typed, however many records have it.

use super::name::Name;
use super::query::{Query, Term};
use crate::domain::Readings;

/// What records have in common, each with its names.
#[derive(Default)]
pub struct Shared(Vec<Vec<Name>>);

impl Shared {
    /// Adds something; what is returned stands for it.
    pub fn add<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> usize {
        let mut known: Vec<&str> = Vec::new();
        for text in texts {
            if !text.is_empty() && !known.contains(&text) {
                known.push(text);
            }
        }
        self.0.push(known.into_iter().map(Name::new).collect());
        self.0.len() - 1
    }

    /// What fits which part of what was typed.
    pub fn heard(&self, query: &Query, readings: &Readings) -> Heard {
        let of = |term: &Term| {
            let fits = |names: &Vec<Name>| names.iter().any(|name| name.fit(term, readings).is_some());
            self.0.iter().map(fits).collect()
        };
        Heard { whole: of(&query.whole), words: query.words.iter().map(of).collect() }
    }
}

/// What fits all of what was typed, and what each word of it, in the order in which it was added.
pub struct Heard {
    whole: Vec<bool>,
    words: Vec<Vec<bool>>,
}

impl Heard {
    /// Whether a record fits by its own names together with what it shares: all of what was typed one of them, or every
    /// word one.
    pub fn fits(&self, names: &[Name], shared: &[usize], query: &Query, readings: &Readings) -> bool {
        let one = |term: &Term, heard: &[bool]| {
            shared.iter().any(|at| heard[*at]) || names.iter().any(|name| name.fit(term, readings).is_some())
        };
        one(&query.whole, &self.whole)
            || (!query.words.is_empty()
                && query.words.iter().zip(&self.words).all(|(word, heard)| one(word, heard)))
    }
}
