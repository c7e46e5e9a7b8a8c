//! A table of text: a header and rows, from a CSV file.

use super::log::Log;
use crate::snapshot::{Code, Finding, MAX_BYTES, Place};

/// The column for editors that every table may have; it is never published.
const REMARK: &str = "remark";

/// The columns of a table by the headings in its first row.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// Without these the table cannot be read.
    pub required: &'static [&'static str],
    /// These may be absent.
    pub optional: &'static [&'static str],
}

/// A table whose header is known to be good.
#[derive(Clone, Debug)]
pub struct Sheet {
    file: String,
    header: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
}

impl Sheet {
    /// Reads a CSV file: UTF-8, with or without a byte-order mark; empty lines are skipped.
    ///
    /// `None`, with findings, when it cannot be read as this table.
    pub fn read_csv(file: &str, bytes: &[u8], columns: &Columns, log: &mut Log) -> Option<Self> {
        let whole = |column: Option<&str>| Place {
            file: file.to_owned(),
            row: None,
            column: column.map(str::to_owned),
        };
        if bytes.len() as u64 > MAX_BYTES {
            let (limit, found) = (format!("{MAX_BYTES} B"), format!("{} B", bytes.len()));
            log.push(Finding::error(Code::TooLarge, "", &limit, &found).at(whole(None)));
            return None;
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            log.push(Finding::error(Code::BadValue, "", "UTF-8 text", "another encoding").at(whole(None)));
            return None;
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut records = Vec::new();
        for (index, record) in reader.records().enumerate() {
            match record {
                Ok(record) => records.push((index + 1, record.iter().map(tidy).collect::<Vec<String>>())),
                Err(error) => {
                    let place = Place { row: Some(index + 1), ..whole(None) };
                    log.push(Finding::error(Code::BadValue, "", "CSV", &error.to_string()).at(place));
                }
            }
        }
        let mut records = records.into_iter();
        let Some((_, header)) = records.next() else {
            log.push(Finding::error(Code::Empty, "", "a header", "").at(whole(None)));
            return None;
        };
        let mut good = true;
        for name in columns.required.iter().filter(|name| !header.iter().any(|known| known == **name)) {
            log.push(Finding::error(Code::MissingField, "", &format!("`{name}`"), "").at(whole(Some(name))));
            good = false;
        }
        for (index, name) in header.iter().enumerate() {
            let known = [columns.required, columns.optional].concat().contains(&name.as_str());
            if header[..index].contains(name) {
                log.push(Finding::error(Code::DuplicateId, "", "", name).at(whole(Some(name))));
                good = false;
            } else if !known && name != REMARK {
                let expected = "a known column";
                log.push(Finding::warning(Code::BadValue, "", expected, name).at(whole(Some(name))));
            }
        }
        let mut rows = Vec::new();
        for (row, cells) in records {
            if cells.iter().all(String::is_empty) {
                continue;
            }
            if cells.len() == header.len() {
                rows.push((row, cells));
            } else {
                let (expected, found) = (format!("{} columns", header.len()), cells.len().to_string());
                let place = Place { row: Some(row), ..whole(None) };
                log.push(Finding::error(Code::BadValue, "", &expected, &found).at(place));
            }
        }
        good.then(|| Self { file: file.to_owned(), header, rows })
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The rows, the header being row 1.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(number, cells)| Row { sheet: self, number: *number, cells })
    }
}

fn tidy(cell: &str) -> String {
    cell.trim().to_owned()
}

/// A row of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    /// Its number, the header being row 1.
    pub number: usize,
    cells: &'a [String],
}

impl<'a> Row<'a> {
    /// The text of a cell without blanks around it; empty when the column is absent.
    pub fn cell(&self, column: &str) -> &'a str {
        let index = self.sheet.header.iter().position(|name| name == column);
        index.and_then(|index| self.cells.get(index)).map_or("", String::as_str)
    }

    /// The file's name.
    pub fn file(&self) -> &'a str {
        &self.sheet.file
    }

    /// Where a cell stands, or the whole row.
    pub fn place(&self, column: Option<&str>) -> Place {
        Place { file: self.sheet.file.clone(), row: Some(self.number), column: column.map(str::to_owned) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: Columns = Columns { required: &["id", "name"], optional: &["note"] };

    fn read(text: &[u8]) -> (Option<Sheet>, Vec<String>) {
        let mut log = Log::default();
        let sheet = Sheet::read_csv("x.csv", text, &COLUMNS, &mut log);
        let said = log.findings.iter().map(|finding| {
            let place = finding.place.clone().unwrap_or_default();
            format!("{:?} {:?} {:?}", finding.code, place.row, place.column.unwrap_or_default())
        });
        (sheet, said.collect())
    }

    #[test]
    fn tables_are_read_with_mark_blanks_and_any_order() {
        let (sheet, said) = read("\u{feff}name,id,remark\n 甲 ,a,x\n,,\n\"乙\n二\",b,\n".as_bytes());
        let sheet = sheet.unwrap();
        let cells: Vec<_> = sheet
            .rows()
            .map(|row| (row.number, row.cell("id"), row.cell("name"), row.cell("note")))
            .collect();
        assert_eq!(cells, [(2, "a", "甲", ""), (4, "b", "乙\n二", "")]);
        assert!(said.is_empty());
    }

    #[test]
    fn bad_headers_and_rows_are_named() {
        let cases: [(&[u8], bool, &str); 6] = [
            (b"", false, "Empty None \"\""),
            (b"id\na\n", false, "MissingField None \"name\""),
            (b"id,name,id\n", false, "DuplicateId None \"id\""),
            (b"id,name,colour\n", true, "BadValue None \"colour\""),
            (b"id,name\na\nb,c\n", true, "BadValue Some(2) \"\""),
            (b"id,name\na,\xb0\xa2\n", false, "BadValue None \"\""),
        ];
        for (text, readable, expected) in cases {
            let (sheet, said) = read(text);
            assert_eq!((sheet.is_some(), said), (readable, vec![expected.to_owned()]), "{text:?}");
        }
    }
}
