//! `indicators.csv` and `tasks.csv`: what is to be reached and what is to be done.

use super::cells::{Cells, records};
use super::log::Log;
use super::records::{A_DAY, open};
use super::sheet::Columns;
use super::tables::Tables;
use crate::domain::{Comparator, Direction, Goal, Indicator, LeadBasis, Month, Series, Task, Unit};
use crate::snapshot::Code;

const INDICATORS: Columns = Columns {
    required: &[
        "id",
        "name_zh",
        "name_en",
        "domain",
        "unit_zh",
        "unit_en",
        "kind",
        "comparator",
        "target",
        "due",
    ],
    optional: &[
        "short_zh",
        "short_en",
        "project",
        "section",
        "unit_kind",
        "decimals",
        "en_factor",
        "en_decimals",
        "high",
        "direction",
        "lead",
        "lead_inferred",
        "lead_note_zh",
        "lead_note_en",
        "baseline_month",
        "baseline",
        "schedule",
        "note_zh",
        "note_en",
    ],
};

const TASKS: Columns = Columns {
    required: &["id", "parent", "level", "domain", "section", "name_zh", "name_en"],
    optional: &[
        "project",
        "principle",
        "lead",
        "lead_inferred",
        "lead_note_zh",
        "lead_note_en",
        "support",
        "supervise",
        "due",
        "indicators",
        "schedule",
    ],
};

/// The indicators without figures, their series starting in `start`.
pub fn indicators(tables: &Tables, start: Month, log: &mut Log) -> Vec<Indicator> {
    let Some(sheet) = open(tables, "indicators.csv", &INDICATORS, true, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        let goal = goal(cells);
        Some(Indicator {
            id: cells.text("id"),
            name: cells.names("name"),
            short: cells.maybe_names("short"),
            domain: cells.text("domain"),
            project: cells.maybe("project"),
            section: cells.maybe("section"),
            unit: unit(cells),
            lead: cells.maybe("lead"),
            lead_basis: lead_basis(cells),
            note: cells.maybe_names("note"),
            baseline: cells.baseline(),
            schedule: cells.dated("schedule"),
            series: Series { from: start, values: Vec::new() },
            events: Vec::new(),
            townships: Default::default(),
            goal: goal?,
        })
    };
    records(&sheet, log, read, |indicator| &indicator.id)
}

fn unit(cells: &mut Cells<'_, '_>) -> Unit {
    const DIGITS: &str = "a number of digits, 0 to 6";
    let decimals: Option<u8> = cells.maybe_parsed("decimals", DIGITS);
    let en_decimals: Option<u8> = cells.maybe_parsed("en_decimals", DIGITS);
    for (column, digits) in [("decimals", decimals), ("en_decimals", en_decimals)] {
        if digits.is_some_and(|digits| digits > 6) {
            cells.fail(Code::BadValue, column, DIGITS);
        }
    }
    Unit {
        zh: cells.maybe("unit_zh").unwrap_or_default(),
        en: cells.maybe("unit_en").unwrap_or_default(),
        kind: cells.maybe_word("unit_kind").unwrap_or_default(),
        decimals: decimals.unwrap_or_default(),
        en_factor: cells.maybe_number("en_factor").unwrap_or(1.0),
        en_decimals,
    }
}

fn goal(cells: &mut Cells<'_, '_>) -> Option<Goal> {
    let (kind, comparator) = (cells.word("kind"), cells.word("comparator"));
    let due = cells.parsed("due", A_DAY);
    let goal = Goal {
        target: cells.number("target"),
        high: cells.maybe_number("high"),
        direction: cells.maybe_word("direction").unwrap_or(Direction::Up),
        kind: kind?,
        comparator: comparator?,
        due: due?,
    };
    if goal.comparator == Comparator::Between && goal.high.is_none() {
        cells.fail(Code::MissingField, "high", "`high`");
    }
    Some(goal)
}

fn lead_basis(cells: &mut Cells<'_, '_>) -> LeadBasis {
    LeadBasis { inferred: cells.flag("lead_inferred"), note: cells.maybe_names("lead_note") }
}

/// The tasks without progress.
pub fn tasks(tables: &Tables, log: &mut Log) -> Vec<Task> {
    const LEVEL: &str = "a level, 1 to 4";
    let Some(sheet) = open(tables, "tasks.csv", &TASKS, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        let level: Option<u8> = cells.parsed("level", LEVEL);
        if level.is_some_and(|level| !(1..=4).contains(&level)) {
            cells.fail(Code::BadValue, "level", LEVEL);
        }
        Some(Task {
            id: cells.text("id"),
            parent: cells.maybe("parent"),
            domain: cells.text("domain"),
            project: cells.maybe("project"),
            section: cells.text("section"),
            name: cells.names("name"),
            principle: cells.flag("principle"),
            lead: cells.maybe("lead"),
            lead_basis: lead_basis(cells),
            support: cells.list("support"),
            supervise: cells.list("supervise"),
            due: cells.maybe_parsed("due", A_DAY),
            indicators: cells.list("indicators"),
            schedule: cells.dated("schedule"),
            progress: None,
            level: level?,
        })
    };
    records(&sheet, log, read, |task| &task.id)
}
