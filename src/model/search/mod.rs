//! Search over everything: by Chinese name, pinyin, initials or English name.
//!
//! The index is made once for an edition and a language. A record is found when every word of what was typed fits
//! one of its names; how well the names fit decides its rank.

mod hearing;
mod letters;
mod name;
mod query;
mod records;
mod shared;
mod words;

use std::ops::Range;

pub use self::hearing::{Hearing, Searched};
use self::name::Fit;
pub use self::name::Name;
pub use self::query::Query;
pub use self::shared::{Heard, Shared};
use crate::domain::{Edition, Lang, Readings, order};
use crate::model::place::Place;
pub use crate::model::record::Kind;

/// How many hits of a kind are shown where there are other kinds.
const FEW: usize = 5;

/// How many where there is no other kind, or where the reader asked for all.
const MANY: usize = 100;

/// A record that can be found.
struct Entry {
    kind: Kind,
    /// Its names, the one that is shown first.
    names: Vec<Name>,
    detail: String,
    place: Place,
}

/// A piece of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Whether it is what was typed.
    pub marked: bool,
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its name.
    pub name: Vec<Piece>,
    /// Another of its names, where that is the one that was found; else empty.
    pub other: Vec<Piece>,
    /// Where it belongs.
    pub detail: String,
    /// Where it leads.
    pub place: Place,
}

/// The hits of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// How many there are.
    pub total: usize,
    /// The best of them, the best first.
    pub hits: Vec<Hit>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The kinds, that of the best hit first.
    pub groups: Vec<Group>,
    /// How many records were found.
    pub total: usize,
}

/// How a record fits: how well, and which letters of which of its names.
type Marks = Vec<(usize, Range<usize>)>;

/// Everything that can be found in an edition, in a language.
pub struct Index {
    entries: Vec<Entry>,
    readings: Readings,
}

impl Index {
    /// Makes the index; without `readings` it knows no pinyin.
    pub fn new(edition: &Edition, lang: Lang, readings: Readings) -> Self {
        Self { entries: records::entries(edition, lang), readings }
    }

    /// The townships and sites alone, as far as they are on the map.
    pub fn of_map(edition: &Edition, lang: Lang, readings: Readings) -> Self {
        Self { entries: records::on_map(edition, lang), readings }
    }

    /// How many records of each kind there are, the kinds without any left out.
    pub fn counts(&self) -> Vec<(Kind, usize)> {
        let count = |kind| (kind, self.entries.iter().filter(|entry| entry.kind == kind).count());
        Kind::ALL.into_iter().map(count).filter(|(_, count)| *count > 0).collect()
    }

    /// A name with its initials, `网络零售额` and `wllse`, to show how pinyin is typed; `None` where no pinyin is known.
    pub fn example(&self) -> Option<(String, String)> {
        let goals = self.entries.iter().filter(|entry| entry.kind == Kind::Goal);
        let examples = goals.flat_map(|goal| &goal.names).filter_map(|name| {
            let initial = |letter| self.readings.of(letter).next().and_then(|said| said.chars().next());
            Some((name.text.clone(), name.text.chars().map(initial).collect::<Option<String>>()?))
        });
        examples.filter(|(_, initials)| initials.len() > 3).min_by_key(|(_, initials)| initials.len())
    }

    /// What fits `typed`; of the kind `all` as many as can be shown, of others a few. Nothing fits nothing.
    pub fn find(&self, typed: &str, all: Option<Kind>) -> Found {
        let Some(query) = Query::read(typed) else { return Found::default() };
        let mut ranked: Vec<(Fit, Kind, usize)> = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            ranked.extend(fit(&entry.names, &query, &self.readings).map(|(fit, _)| (fit, entry.kind, index)));
        }
        order::sort_by_key(&mut ranked, |rank| *rank);
        let mut groups: Vec<(Kind, Vec<usize>)> = Vec::new();
        for (_, kind, index) in &ranked {
            match groups.iter_mut().find(|(known, _)| known == kind) {
                Some((_, found)) => found.push(*index),
                None => groups.push((*kind, vec![*index])),
            }
        }
        let alone = groups.len() == 1;
        let groups = groups.into_iter().map(|(kind, found)| {
            let shown = if alone || all == Some(kind) { MANY } else { FEW };
            let hits = found.iter().take(shown).filter_map(|index| self.hit(&self.entries[*index], &query));
            Group { kind, total: found.len(), hits: hits.collect() }
        });
        Found { groups: groups.collect(), total: ranked.len() }
    }

    fn hit(&self, entry: &Entry, query: &Query) -> Option<Hit> {
        let (_, marks) = fit(&entry.names, query, &self.readings)?;
        let pieces = |index: usize| pieces(&entry.names[index].text, index, &marks);
        let other = match marks.iter().map(|(index, _)| *index).min()? {
            0 => Vec::new(),
            other => pieces(other),
        };
        Some(Hit { name: pieces(0), other, detail: entry.detail.clone(), place: entry.place.clone() })
    }
}

/// Whether one of a record's names fits.
pub fn fits(names: &[Name], query: &Query, readings: &Readings) -> bool {
    fit(names, query, readings).is_some()
}

/// How well a record fits by its names, and where. All words must fit; together they may also fit as one.
fn fit(names: &[Name], query: &Query, readings: &Readings) -> Option<(Fit, Marks)> {
    let best = |term| {
        let fits = names.iter().enumerate().filter_map(|(index, name)| {
            let (fit, range) = name.fit(term, readings)?;
            Some((fit, index, range))
        });
        fits.min_by_key(|(fit, index, _)| (*fit, *index))
    };
    if let Some((fit, index, range)) = best(&query.whole) {
        return Some((fit, vec![(index, range)]));
    }
    if query.words.is_empty() {
        return None;
    }
    let (mut worst, mut marks) = (Fit::Word, Marks::new());
    for word in &query.words {
        let (fit, index, range) = best(word)?;
        worst = worst.max(fit);
        marks.push((index, range));
    }
    Some((worst, marks))
}

/// A name in pieces, those marked that fit.
fn pieces(text: &str, index: usize, marks: &Marks) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, letter) in text.chars().enumerate() {
        let marked = marks.iter().any(|(name, range)| *name == index && range.contains(&at));
        match pieces.last_mut().filter(|piece| piece.marked == marked) {
            Some(piece) => piece.text.push(letter),
            None => pieces.push(Piece { text: letter.to_string(), marked }),
        }
    }
    pieces
}
