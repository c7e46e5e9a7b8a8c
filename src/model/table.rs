//! Tables as data, for files that leave the page: figures stay figures, and what belongs to them goes along.

use crate::domain::{Day, Lang};

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A figure, and how many digits behind the point are shown of it.
    Number(f64, u8),
    /// No figure, and in a word why; empty where none is to be expected.
    Empty(String),
}

impl Cell {
    /// A figure without the binary error of scaling, or an empty cell for what is no figure.
    pub fn number(value: f64, decimals: u8) -> Self {
        let cleaned = (value * CLEAN).round() / CLEAN;
        // A zero has no sign.
        if cleaned.is_finite() { Self::Number(cleaned + 0.0, decimals) } else { Self::Empty(String::new()) }
    }

    /// Words, or an empty cell.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// Figures are exact to the millionth.
const CLEAN: f64 = 1e6;

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading, with the unit where it holds figures.
    pub name: String,
    /// About how wide its longest cell is, in letters.
    pub width: u8,
}

impl Column {
    /// A column under a heading.
    pub fn new(name: impl Into<String>, width: u8) -> Self {
        Self { name: name.into(), width }
    }
}

/// A table with what must not be lost when it leaves the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it shows.
    pub title: String,
    /// The day up to which its figures reach.
    pub as_of: Day,
    /// Name and text of what is to be known: as of when, unit, source, whether it is made for demonstration.
    pub notes: Vec<(String, String)>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// The names of the two sheets of a workbook: the table, and the notes.
    pub names: [&'static str; 2],
}

impl Sheet {
    /// A sheet without rows.
    pub fn new(title: String, as_of: Day, columns: Vec<Column>, lang: Lang) -> Self {
        let names = lang.pick(["数据", "说明"], ["Data", "Notes"]);
        Self { title, as_of, notes: Vec::new(), columns, rows: Vec::new(), names }
    }
}

/// Whether a spreadsheet could take a text for a formula; the wide forms of the signs are read as the narrow ones.
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// The name of a file: `biaogan-<what>-<month>.<ending>`, of letters, digits and dashes alone.
pub fn file_name(what: &str, month: &str, ending: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let what: String = what.chars().take(60).map(plain).collect();
    format!("biaogan-{what}-{month}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_lose_the_error_of_scaling_and_nothing_else() {
        assert_eq!(Cell::number(272.6 * 0.1, 2), Cell::Number(27.26, 2));
        assert_eq!(Cell::number(276.999_999_999_999_94, 1), Cell::Number(277.0, 1));
        assert_eq!(Cell::number(212.433_333_333, 1), Cell::Number(212.433_333, 1));
        assert_eq!(Cell::number(f64::NAN, 1), Cell::Empty(String::new()));
        assert!(matches!(Cell::number(-1e-12, 1), Cell::Number(zero, 1) if zero.is_sign_positive()));
    }

    #[test]
    fn names_of_files_hold_nothing_that_leads_elsewhere() {
        assert_eq!(
            file_name("ind-online-retail-sales", "2022-06", "csv"),
            "biaogan-ind-online-retail-sales-2022-06.csv"
        );
        assert_eq!(file_name("../a b\"名", "2022-06", "svg"), "biaogan----a-b---2022-06.svg");
    }
}
