//! `figures.csv` and `progress.csv`: the monthly returns of indicators and tasks.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::cells::Cells;
use super::head::Head;
use super::log::Log;
use super::records::{A_MONTH, open};
use super::sheet::{Columns, Row};
use super::sources::RatedSource;
use super::tables::Tables;
use crate::domain::{Indicator, Kind, Missing, Month, Observation, Reason, Series, Status, Task, Township};
use crate::snapshot::{Code, Finding};

const FIGURES: Columns = Columns {
    required: &["indicator", "month", "value"],
    optional: &["township", "missing", "note_zh", "note_en", "status", "was", "why_zh", "why_en", "source"],
};

const PROGRESS: Columns = Columns {
    required: &["task", "month", "value"],
    optional: &["missing", "note_zh", "note_en", "status", "was", "why_zh", "why_en", "source"],
};

/// The returns of one item or of one township of it, with the rows in which they stand.
type Returns<'a> = BTreeMap<Month, (Row<'a>, Observation)>;

/// Reads the monthly figures into the series of the indicators, which reach from the plan's start
/// to the edition's month.
///
/// An indicator without any return has no published figure; one with returns owes those it lacks.
pub fn figures(
    tables: &Tables,
    head: &Head,
    indicators: &mut [Indicator],
    townships: &[Township],
    sources: &[RatedSource],
    log: &mut Log,
) {
    let sheet = open(tables, "figures.csv", &FIGURES, false, log);
    let mut returns: BTreeMap<(String, Option<String>), Returns<'_>> = BTreeMap::new();
    for row in sheet.iter().flat_map(|sheet| sheet.rows()) {
        let mut cells = Cells::of(row, log);
        let indicator = cells.text("indicator");
        let known = indicators.iter().find(|known| known.id == indicator);
        if known.is_none() {
            cells.fail(Code::UnknownReference, "indicator", "`indicator`");
        }
        let township = cells.maybe("township");
        if township.as_ref().is_some_and(|code| !townships.iter().any(|known| known.code == *code)) {
            cells.fail(Code::UnknownReference, "township", "`township`");
        }
        let observed = read(&mut cells, head, sources);
        let done = known.is_some_and(|known| !known.goal.kind.is_measured());
        if let Some((_, Observation { figure: Ok(value), .. })) = &observed
            && done
            && *value != 0.0
            && *value != 1.0
        {
            cells.fail(Code::BadValue, "value", "1 or 0");
        }
        put(returns.entry((indicator, township)).or_default(), observed, row, cells);
    }
    for indicator in indicators {
        let (id, counted) = (indicator.id.clone(), indicator.goal.kind == Kind::Count);
        let own = returns.get(&(id.clone(), None));
        indicator.series =
            own.map_or_else(|| without_returns(head), |returns| series(returns, head, counted, log));
        for township in townships {
            let key = (id.clone(), Some(township.code.clone()));
            if let Some(returns) = returns.get(&key) {
                indicator.townships.insert(township.code.clone(), series(returns, head, counted, log));
            }
        }
    }
}

/// Reads the monthly progress of the tasks that report any.
pub fn progress(tables: &Tables, head: &Head, tasks: &mut [Task], sources: &[RatedSource], log: &mut Log) {
    let sheet = open(tables, "progress.csv", &PROGRESS, false, log);
    let mut returns: BTreeMap<String, Returns<'_>> = BTreeMap::new();
    for row in sheet.iter().flat_map(|sheet| sheet.rows()) {
        let mut cells = Cells::of(row, log);
        let task = cells.text("task");
        if !tasks.iter().any(|known| known.id == task) {
            cells.fail(Code::UnknownReference, "task", "`task`");
        }
        let observed = read(&mut cells, head, sources);
        if let Some((_, Observation { figure: Ok(value), .. })) = &observed
            && !(0.0..=100.0).contains(value)
        {
            cells.fail(Code::BadValue, "value", "percent done, 0 to 100");
        }
        put(returns.entry(task).or_default(), observed, row, cells);
    }
    for task in tasks {
        task.progress = returns.get(&task.id).map(|returns| series(returns, head, true, log));
    }
}

/// Reads one return.
fn read(cells: &mut Cells<'_, '_>, head: &Head, sources: &[RatedSource]) -> Option<(Month, Observation)> {
    let month: Option<Month> = cells.parsed("month", A_MONTH);
    let (first, last) = (head.start, head.edition.month);
    if month.is_some_and(|month| month < first || month > last) {
        cells.fail(Code::BadValue, "month", &format!("a month from {first} to {last}"));
    }
    let (value, missing) = (cells.maybe_number("value"), cells.maybe_word::<Reason>("missing"));
    let (was, why) = (cells.maybe_number("was"), cells.maybe_names("why"));
    let note = cells.maybe_names("note");
    let status = match (cells.maybe("status").as_deref(), was, why) {
        (None, None, None) => Status::Final,
        (Some("p"), None, None) => Status::Provisional,
        (Some("r"), Some(was), Some(reason)) => Status::Revised { was, reason },
        (Some("r"), ..) => {
            cells.fail(Code::MissingField, "was", "`was` and `why_zh`");
            return None;
        }
        _ => {
            cells.fail(Code::BadValue, "status", "p or r");
            return None;
        }
    };
    let source = cells.maybe("source");
    if source.as_ref().is_some_and(|id| !sources.iter().any(|known| known.source.id == *id)) {
        cells.fail(Code::UnknownReference, "source", "`source`");
    }
    let figure = match (value, missing) {
        (Some(value), None) => Ok(value),
        (None, Some(reason)) => Err(Missing { reason, note }),
        (Some(_), Some(_)) => {
            cells.fail(Code::BadValue, "missing", "a figure or a reason, not both");
            return None;
        }
        (None, None) if cells.good() => {
            cells.fail(Code::MissingField, "value", "`value` or `missing`");
            return None;
        }
        (None, None) => return None,
    };
    Some((month?, Observation { figure, status, source }))
}

fn put<'a>(
    returns: &mut Returns<'a>,
    observed: Option<(Month, Observation)>,
    row: Row<'a>,
    mut cells: Cells<'_, '_>,
) {
    let Some((month, observation)) = observed.filter(|_| cells.good()) else { return };
    match returns.entry(month) {
        Entry::Vacant(slot) => {
            slot.insert((row, observation));
        }
        Entry::Occupied(_) => cells.fail(Code::DuplicateId, "month", ""),
    }
}

fn without_returns(head: &Head) -> Series {
    let months = head.start.to(head.edition.month);
    let values = months.map(|_| Observation::missing(Reason::NotPublished, None)).collect();
    Series { from: head.start, values }
}

/// The returns as a series without holes; what counts may not fall unless it was revised.
fn series(returns: &Returns<'_>, head: &Head, counted: bool, log: &mut Log) -> Series {
    let mut before: Option<(Month, f64)> = None;
    for (month, (row, observation)) in returns {
        let Ok(value) = observation.figure else { continue };
        if let Some((earlier, bar)) = before
            && counted
            && value < bar
            && !matches!(observation.status, Status::Revised { .. })
        {
            let expected = format!("not under {bar} ({earlier})");
            let finding = Finding::error(Code::BadValue, "", &expected, row.cell("value"));
            log.push(finding.at(row.place(Some("value"))));
        }
        before = Some((*month, value));
    }
    let mut owed = Vec::new();
    let values = head
        .start
        .to(head.edition.month)
        .map(|month| {
            returns.get(&month).map_or_else(
                || {
                    owed.push(month.to_string());
                    Observation::missing(Reason::NotReported, None)
                },
                |(_, observation)| observation.clone(),
            )
        })
        .collect();
    if let (Some(_), Some((row, _))) = (owed.first(), returns.values().next_back()) {
        let finding =
            Finding::warning(Code::MissingField, "", "a figure or a reason for each month", &owed.join(" "));
        log.push(finding.at(row.place(Some("month"))));
    }
    Series { from: head.start, values }
}
