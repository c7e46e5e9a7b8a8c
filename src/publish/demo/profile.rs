//! The tables that say how demonstration figures run.

use serde::Deserialize;

use super::curve::Curve;
use super::split::Share;
use crate::domain::indicator::Event;
use crate::domain::{Baseline, DuePoint, Edition, Kind, Missing, Month, Names, Reason};
use crate::publish::cells::{Cells, records};
use crate::publish::log::Log;
use crate::publish::records::{A_DAY, A_MONTH, open};
use crate::publish::sheet::Columns;
use crate::publish::tables::Tables;
use crate::snapshot::{Code, Finding, Place};

/// How one item runs: an indicator in its unit, or a task in percent done.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The id of the indicator or task.
    pub item: String,
    /// Where progress is counted from.
    pub baseline: Option<Baseline>,
    /// Declared due points.
    pub schedule: Vec<DuePoint>,
    /// Its figures.
    pub curve: Curve,
    /// How many of an edition's last months are provisional.
    pub provisional: i32,
    /// The townships among which its figures are split.
    pub shares: Vec<Share>,
    /// What happens on the way.
    pub events: Vec<Event>,
    /// Figures that are absent.
    pub gaps: Vec<Gap>,
    /// Figures that are corrected later.
    pub revisions: Vec<Revision>,
}

/// A figure that is absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The township that lacks it, or the whole item.
    pub township: Option<String>,
    /// Its month.
    pub month: Month,
    /// The edition that has it after all.
    pub until: Option<Month>,
    /// Why it is absent.
    pub missing: Missing,
}

/// A figure that is corrected after it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Its month.
    pub month: Month,
    /// What was published first.
    pub was: f64,
    /// The first edition with the corrected figure.
    pub from: Month,
    /// Why.
    pub reason: Names,
}

/// Everything that is declared.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The seed of the scatter.
    pub seed: u64,
    /// The day of the following month on which an edition is published.
    pub publication_day: u8,
    /// The indicators.
    pub indicators: Vec<Run>,
    /// The tasks.
    pub tasks: Vec<Run>,
}

const SETTINGS: &str = "profile.json";

const RUNS: &[&str] = &["baseline_month", "baseline", "schedule", "noise", "provisional"];
const INDICATORS: Columns = Columns { required: &["indicator", "anchors"], optional: RUNS };
const TASKS: Columns = Columns { required: &["task", "anchors"], optional: RUNS };
const TOWNSHIPS: Columns =
    Columns { required: &["indicator", "township", "weight_from", "weight_to"], optional: &[] };
const MISSING: Columns = Columns {
    required: &["item", "month", "reason"],
    optional: &["township", "until", "note_zh", "note_en"],
};
const REVISIONS: Columns =
    Columns { required: &["indicator", "month", "was", "from", "why_zh", "why_en"], optional: &[] };
const EVENTS: Columns = Columns { required: &["indicator", "date", "name_zh", "name_en"], optional: &[] };

/// Reads a profile against the plan that it is for; `None` when its settings cannot be read.
pub fn read(tables: &Tables, edition: &Edition, log: &mut Log) -> Option<Profile> {
    #[derive(Deserialize)]
    struct Settings {
        seed: u64,
        publication_day: u8,
    }
    let place = Place { file: SETTINGS.to_owned(), ..Place::default() };
    let text = String::from_utf8_lossy(tables.get(SETTINGS).unwrap_or_default()).into_owned();
    let settings = serde_json::from_str::<Settings>(&text);
    let settings = settings.map_err(|error| log.push(Finding::from_json("", &error).at(place))).ok()?;
    let decimals = |id: &str| edition.indicator(id).map(|indicator| indicator.unit.decimals);
    let counted = |id: &str| {
        edition
            .indicator(id)
            .is_none_or(|indicator| !matches!(indicator.goal.kind, Kind::Threshold | Kind::Ratio))
    };
    let mut indicators = Vec::new();
    if let Some(sheet) = open(tables, "indicators.csv", &INDICATORS, true, log) {
        let read = |cells: &mut Cells<'_, '_>| {
            let id = known(cells, "indicator", |id| edition.indicator(id).is_some());
            let (digits, rising) = (decimals(&id).unwrap_or_default(), counted(&id));
            run(cells, id, digits, rising)
        };
        indicators = records(&sheet, log, read, |run| &run.item);
    }
    let mut tasks = Vec::new();
    if let Some(sheet) = open(tables, "tasks.csv", &TASKS, true, log) {
        let read = |cells: &mut Cells<'_, '_>| {
            let id = known(cells, "task", |id| edition.tasks.iter().any(|task| task.id == id));
            run(cells, id, 0, true)
        };
        tasks = records(&sheet, log, read, |run| &run.item);
    }
    let mut profile =
        Profile { seed: settings.seed, publication_day: settings.publication_day, indicators, tasks };
    details(&mut profile, tables, edition, log);
    Some(profile)
}

/// An id that has to be one of the plan's.
fn known(cells: &mut Cells<'_, '_>, column: &str, is_known: impl Fn(&str) -> bool) -> String {
    let id = cells.text(column);
    if !is_known(&id) {
        cells.fail(Code::UnknownReference, column, &format!("`{column}`"));
    }
    id
}

fn run(cells: &mut Cells<'_, '_>, item: String, decimals: u8, rising: bool) -> Option<Run> {
    cells.text("anchors");
    let (anchors, schedule) = (cells.dated("anchors"), cells.dated("schedule"));
    for (column, points) in [("anchors", &anchors), ("schedule", &schedule)] {
        if !points.is_sorted_by(|one, next| one.month < next.month) {
            cells.fail(Code::BadValue, column, "months that ascend");
        }
    }
    let noise = cells.maybe_number("noise").unwrap_or_default();
    Some(Run {
        item,
        baseline: cells.baseline(),
        schedule,
        curve: Curve { anchors, noise, decimals, rising },
        provisional: cells.maybe_parsed("provisional", "a number of months").unwrap_or_default(),
        shares: Vec::new(),
        events: Vec::new(),
        gaps: Vec::new(),
        revisions: Vec::new(),
    })
}

/// Reads the tables that say more about an item than how it runs.
fn details(profile: &mut Profile, tables: &Tables, edition: &Edition, log: &mut Log) {
    each(tables, "townships.csv", &TOWNSHIPS, log, |cells| {
        let township = known(cells, "township", |code| edition.township(code).is_some());
        let share = Share { township, from: cells.number("weight_from"), to: cells.number("weight_to") };
        if share.from <= 0.0 || share.to <= 0.0 {
            cells.fail(Code::BadValue, "weight_from", "a weight above 0");
        }
        if let Some(run) = of(cells, "indicator", &mut profile.indicators) {
            run.shares.push(share);
        }
        Some(())
    });
    each(tables, "missing.csv", &MISSING, log, |cells| {
        let (month, reason) = (cells.parsed("month", A_MONTH), cells.word::<Reason>("reason"));
        let township = cells.maybe("township");
        if township.as_ref().is_some_and(|code| edition.township(code).is_none()) {
            cells.fail(Code::UnknownReference, "township", "`township`");
        }
        let gap = Gap {
            township,
            until: cells.maybe_parsed("until", A_MONTH),
            missing: Missing { reason: reason?, note: cells.maybe_names("note") },
            month: month?,
        };
        let id = cells.text("item");
        let (indicators, tasks) = (&mut profile.indicators, &mut profile.tasks);
        match indicators.iter_mut().chain(tasks).find(|run| run.item == id) {
            Some(run) => run.gaps.push(gap),
            None => cells.fail(Code::UnknownReference, "item", "`item`"),
        }
        Some(())
    });
    each(tables, "revisions.csv", &REVISIONS, log, |cells| {
        let (month, from) = (cells.parsed("month", A_MONTH), cells.parsed("from", A_MONTH));
        let (was, reason) = (cells.number("was"), cells.names("why"));
        let revision = Revision { was, reason, month: month?, from: from? };
        of(cells, "indicator", &mut profile.indicators)?.revisions.push(revision);
        Some(())
    });
    each(tables, "events.csv", &EVENTS, log, |cells| {
        let (date, name) = (cells.parsed("date", A_DAY), cells.names("name"));
        let event = Event { name, source: None, date: date? };
        of(cells, "indicator", &mut profile.indicators)?.events.push(event);
        Some(())
    });
}

fn each(
    tables: &Tables,
    file: &str,
    columns: &Columns,
    log: &mut Log,
    mut read: impl FnMut(&mut Cells<'_, '_>) -> Option<()>,
) {
    let sheet = open(tables, file, columns, false, log);
    for row in sheet.iter().flat_map(|sheet| sheet.rows()) {
        // What a row lacks is in the log already.
        let _ = read(&mut Cells::of(row, log));
    }
}

fn of<'r>(cells: &mut Cells<'_, '_>, column: &str, runs: &'r mut [Run]) -> Option<&'r mut Run> {
    let id = cells.text(column);
    let run = runs.iter_mut().find(|run| run.item == id);
    if run.is_none() {
        cells.fail(Code::UnknownReference, column, &format!("`{column}`"));
    }
    run
}
