//! `sources.csv` and `observations.csv`: what was found published, and which of it is official.

use serde::Deserialize;

use super::cells::{Cells, records};
use super::log::Log;
use super::records::{A_DAY, open};
use super::sheet::Columns;
use super::tables::Tables;
use crate::domain::indicator::Event;
use crate::domain::{Day, Indicator, Names, Observation, Source};
use crate::snapshot::{Code, Finding, Severity};

const SOURCES: Columns =
    Columns { required: &["id", "title_zh", "title_en", "first_hand"], optional: &["url"] };

const OBSERVATIONS: Columns = Columns {
    required: &["indicator", "date", "kind", "relation", "source"],
    optional: &["value", "unit", "name_zh", "name_en"],
};

/// How a published figure or event relates to the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// It is the indicator's own.
    Direct,
    /// It is a part of it.
    Partial,
    /// It is what the indicator is divided by.
    Denominator,
    /// It belongs to the same matter.
    Context,
}

/// A source, and whether it is first-hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatedSource {
    /// The source.
    pub source: Source,
    /// Whether the publisher itself or the press of the place says it; no repost.
    pub first_hand: bool,
}

/// A published figure or event that counts as official.
#[derive(Clone, Debug, PartialEq)]
pub struct Official {
    /// The id of the indicator.
    pub indicator: String,
    /// Its day.
    pub date: Day,
    /// What was published.
    pub what: What,
    /// The id of the source.
    pub source: String,
}

/// What was published.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A figure for the month of the day.
    Figure(f64),
    /// Something happened.
    Event(Names),
}

/// `sources.csv`.
pub fn sources(tables: &Tables, log: &mut Log) -> Vec<RatedSource> {
    let Some(sheet) = open(tables, "sources.csv", &SOURCES, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        let source = Source { id: cells.text("id"), title: cells.names("title"), url: cells.maybe("url") };
        Some(RatedSource { source, first_hand: cells.flag("first_hand") })
    };
    records(&sheet, log, read, |rated| &rated.source.id)
}

/// The official rows of `observations.csv`; the others are named in notes.
pub fn official(
    tables: &Tables,
    indicators: &[Indicator],
    sources: &[RatedSource],
    log: &mut Log,
) -> Vec<Official> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum KindWord {
        Event,
        Figure,
    }
    let Some(sheet) = open(tables, "observations.csv", &OBSERVATIONS, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        let indicator = cells.text("indicator");
        if !indicators.iter().any(|known| known.id == indicator) {
            cells.fail(Code::UnknownReference, "indicator", "`indicator`");
        }
        let source = cells.text("source");
        let rated = sources.iter().find(|known| known.source.id == source);
        if rated.is_none() {
            cells.fail(Code::UnknownReference, "source", "`source`");
        }
        let date = cells.parsed("date", A_DAY);
        let relation = cells.word::<Relation>("relation");
        let what = match cells.word("kind")? {
            KindWord::Event => What::Event(cells.names("name")),
            KindWord::Figure => What::Figure(cells.number("value")),
        };
        let (date, relation, rated) = (date?, relation?, rated?);
        let unofficial = if relation != Relation::Direct {
            Some(("relation", "`direct`"))
        } else {
            (!rated.first_hand).then_some(("source", "a first-hand source"))
        };
        if let Some((column, expected)) = unofficial.filter(|_| cells.good()) {
            let found = if column == "source" { source } else { cells.text("relation") };
            let kept_out = Finding::error(Code::NotOfficial, "", expected, &found);
            cells.say(Finding { severity: Severity::Note, ..kept_out }, column);
            return None;
        }
        Some(Official { indicator, date, what, source })
    };
    records(&sheet, log, read, |official| &official.indicator)
}

/// Puts the official events and figures up to `as_of` into the indicators.
pub fn apply(official: &[Official], indicators: &mut [Indicator], as_of: Day) {
    for one in official.iter().filter(|one| one.date <= as_of) {
        let Some(indicator) = indicators.iter_mut().find(|indicator| indicator.id == one.indicator) else {
            continue;
        };
        match &one.what {
            What::Event(name) => indicator.events.push(Event {
                date: one.date,
                name: name.clone(),
                source: Some(one.source.clone()),
            }),
            What::Figure(value) => {
                let month = one.date.month();
                let index = usize::try_from(month.since(indicator.series.from)).ok();
                if let Some(observation) = index.and_then(|index| indicator.series.values.get_mut(index)) {
                    *observation =
                        Observation { source: Some(one.source.clone()), ..Observation::number(*value) };
                }
            }
        }
    }
    for indicator in indicators {
        indicator.events.sort_by_key(|event| event.date);
    }
}
