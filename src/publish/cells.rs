//! The cells of one row as values, with a finding for each that is none.

use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::log::Log;
use super::sheet::{Row, Sheet};
use crate::domain::{Baseline, DuePoint, Month, Names};
use crate::snapshot::{Code, Finding};

/// Between the entries of a list in a cell.
const SEPARATOR: char = ';';

/// Reads the cells of a row; after the first bad required cell the row is lost.
pub struct Cells<'a, 'l> {
    row: Row<'a>,
    log: &'l mut Log,
    good: bool,
}

/// Reads a record from every row of a sheet; rows that give none are named in `log`.
pub fn records<T>(
    sheet: &Sheet,
    log: &mut Log,
    mut read: impl FnMut(&mut Cells<'_, '_>) -> Option<T>,
    id: impl Fn(&T) -> &str,
) -> Vec<T> {
    let mut records = Vec::new();
    for row in sheet.rows() {
        let mut cells = Cells::of(row, log);
        let record = read(&mut cells);
        if let Some(record) = record.filter(|_| cells.good) {
            log.stands(sheet.file(), id(&record), row.number);
            records.push(record);
        }
    }
    records
}

impl<'a, 'l> Cells<'a, 'l> {
    /// Starts reading a row.
    pub fn of(row: Row<'a>, log: &'l mut Log) -> Self {
        Self { row, log, good: true }
    }

    /// Whether every cell read so far was good.
    pub fn good(&self) -> bool {
        self.good
    }

    /// Gives up the row: what stands in `column` is not what was expected.
    pub fn fail(&mut self, code: Code, column: &str, expected: &str) {
        self.say(Finding::error(code, "", expected, self.row.cell(column)), column);
        self.good = false;
    }

    /// Says something about a cell without giving up the row.
    pub fn say(&mut self, finding: Finding, column: &str) {
        self.log.push(finding.at(self.row.place(Some(column))));
    }

    /// A cell that must not be empty.
    pub fn text(&mut self, column: &str) -> String {
        let cell = self.row.cell(column);
        if cell.is_empty() {
            self.fail(Code::MissingField, column, &format!("`{column}`"));
        }
        cell.to_owned()
    }

    /// A cell that may be empty.
    pub fn maybe(&mut self, column: &str) -> Option<String> {
        let cell = self.row.cell(column);
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    /// The pair `stem_zh`, `stem_en`; the Chinese one must not be empty.
    pub fn names(&mut self, stem: &str) -> Names {
        let en = self.row.cell(&format!("{stem}_en")).to_owned();
        Names { zh: self.text(&format!("{stem}_zh")), en }
    }

    /// The pair `stem_zh`, `stem_en` when one of them is there.
    pub fn maybe_names(&mut self, stem: &str) -> Option<Names> {
        let [zh, en] = ["zh", "en"].map(|lang| self.row.cell(&format!("{stem}_{lang}")));
        (!zh.is_empty() || !en.is_empty()).then(|| Names::new(zh, en))
    }

    /// A month, a day or a number written as it writes itself, or nothing.
    pub fn maybe_parsed<T: FromStr>(&mut self, column: &str, expected: &str) -> Option<T> {
        let cell = self.row.cell(column);
        if cell.is_empty() {
            return None;
        }
        let value = cell.parse().ok();
        if value.is_none() {
            self.fail(Code::BadValue, column, expected);
        }
        value
    }

    /// Like [`Cells::maybe_parsed`], but the cell must not be empty.
    pub fn parsed<T: FromStr>(&mut self, column: &str, expected: &str) -> Option<T> {
        self.text(column);
        self.maybe_parsed(column, expected)
    }

    /// A finite decimal number, or nothing.
    pub fn maybe_number(&mut self, column: &str) -> Option<f64> {
        let cell = self.row.cell(column);
        if cell.is_empty() {
            return None;
        }
        let value = decimal(cell);
        if value.is_none() {
            self.fail(Code::BadValue, column, "a number");
        }
        value
    }

    /// A finite decimal number; zero stands in for a bad one.
    pub fn number(&mut self, column: &str) -> f64 {
        self.text(column);
        self.maybe_number(column).unwrap_or_default()
    }

    /// `1` or `0`; empty is `0`.
    pub fn flag(&mut self, column: &str) -> bool {
        match self.row.cell(column) {
            "1" => true,
            "" | "0" => false,
            _ => {
                self.fail(Code::BadValue, column, "1 or 0");
                false
            }
        }
    }

    /// The entries of a list.
    pub fn list(&mut self, column: &str) -> Vec<String> {
        let entries = self.row.cell(column).split(SEPARATOR).map(str::trim);
        entries.filter(|entry| !entry.is_empty()).map(str::to_owned).collect()
    }

    /// One of the words that `T` has on the wire, or nothing.
    pub fn maybe_word<T: DeserializeOwned>(&mut self, column: &str) -> Option<T> {
        let cell = self.row.cell(column);
        if cell.is_empty() {
            return None;
        }
        match serde_json::from_value(Value::String(cell.to_owned())) {
            Ok(value) => Some(value),
            Err(error) => {
                let said = Finding::from_json("", &error);
                self.fail(Code::BadValue, column, &said.expected);
                None
            }
        }
    }

    /// Like [`Cells::maybe_word`], but the cell must not be empty.
    pub fn word<T: DeserializeOwned>(&mut self, column: &str) -> Option<T> {
        self.text(column);
        self.maybe_word(column)
    }

    /// `2021-06:2;2021-12:4`: figures by month.
    pub fn dated(&mut self, column: &str) -> Vec<DuePoint> {
        let points: Option<Vec<DuePoint>> = self
            .list(column)
            .iter()
            .map(|entry| {
                let (month, plan) = entry.split_once(':')?;
                Some(DuePoint { month: month.trim().parse().ok()?, plan: decimal(plan.trim())? })
            })
            .collect();
        if points.is_none() {
            self.fail(Code::BadValue, column, "entries such as 2021-06:2;2021-12:4");
        }
        points.unwrap_or_default()
    }

    /// The baseline in the columns `baseline_month` and `baseline`; both or neither are there.
    pub fn baseline(&mut self) -> Option<Baseline> {
        let month: Option<Month> = self.maybe_parsed("baseline_month", "a month such as 2021-06");
        let value = self.maybe_number("baseline");
        match (month, value) {
            (Some(month), Some(value)) => Some(Baseline { month, value }),
            (None, None) => None,
            (Some(_), None) => {
                self.fail(Code::MissingField, "baseline", "`baseline`");
                None
            }
            (None, Some(_)) => {
                self.fail(Code::MissingField, "baseline_month", "`baseline_month`");
                None
            }
        }
    }
}

/// A finite decimal number; the words and exponents that Rust also reads are refused.
fn decimal(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    plain.then(|| text.parse().ok()).flatten().filter(|value: &f64| value.is_finite())
}
