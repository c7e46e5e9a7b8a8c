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
    /// Reads a CSV file: UTF-8, with or without a byte-order mark; empty rows are skipped.
    ///
    /// `None`, with findings, when it cannot be read as this table.
    pub fn read_csv(file: &str, bytes: &[u8], columns: &Columns, log: &mut Log) -> Option<Self> {
        let place = |row: Option<usize>| Place { file: file.to_owned(), row, column: None };
        if bytes.len() as u64 > MAX_BYTES {
            let (limit, found) = (format!("{MAX_BYTES} B"), format!("{} B", bytes.len()));
            log.push(Finding::error(Code::TooLarge, "", &limit, &found).at(place(None)));
            return None;
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            log.push(Finding::error(Code::BadValue, "", "UTF-8 text", "another encoding").at(place(None)));
            return None;
        };
        let mut rows = split(text).into_iter();
        let Some((_, header)) = rows.next() else {
            log.push(Finding::error(Code::Empty, "", "a header", "").at(place(None)));
            return None;
        };
        let good = check_header(file, &header, columns, log);
        let filled = rows.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
        let (rows, ragged): (Vec<_>, Vec<_>) = filled.partition(|(_, cells)| cells.len() == header.len());
        for (row, cells) in ragged {
            let (expected, found) = (format!("{} columns", header.len()), cells.len().to_string());
            log.push(Finding::error(Code::BadValue, "", &expected, &found).at(place(Some(row))));
        }
        for (row, cells) in &rows {
            let stray = header.iter().zip(cells).find(|(name, cell)| name.is_empty() && !cell.is_empty());
            if let Some((_, cell)) = stray {
                let finding = Finding::warning(Code::BadValue, "", "a heading above it", cell);
                log.push(finding.at(place(Some(*row))));
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

/// The rows of a CSV text with their numbers, cells without blanks around them.
fn split(text: &str) -> Vec<(usize, Vec<String>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    // Blank lines are rows to a spreadsheet; the reader skips them before a record.
    let mut blank = 0;
    // Of a text in memory, with rows of any length, every record can be read.
    let records = reader.records().map_while(Result::ok).enumerate();
    let rows = records.map(|(index, record)| {
        let start = record.position().and_then(|start| text.get(start.byte() as usize..)).unwrap_or_default();
        blank += start.len() - start.trim_start_matches('\n').len();
        (index + 1 + blank, record.iter().map(|cell| cell.trim().to_owned()).collect())
    });
    rows.collect()
}

/// Whether every required column is there and none is there twice; unknown ones are named.
fn check_header(file: &str, header: &[String], columns: &Columns, log: &mut Log) -> bool {
    let mut good = true;
    let place = |column: &str| Place { file: file.to_owned(), row: None, column: Some(column.to_owned()) };
    for name in columns.required.iter().filter(|name| !header.iter().any(|known| known == **name)) {
        log.push(Finding::error(Code::MissingField, "", &format!("`{name}`"), "").at(place(name)));
        good = false;
    }
    for (index, name) in header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let known = columns.required.contains(&name.as_str()) || columns.optional.contains(&name.as_str());
        if header[..index].contains(name) {
            log.push(Finding::error(Code::DuplicateId, "", "", name).at(place(name)));
            good = false;
        } else if !known && name != REMARK {
            log.push(Finding::warning(Code::BadValue, "", "a known column", name).at(place(name)));
        }
    }
    good
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
        let (sheet, said) =
            read("\u{feff}name,id,remark\n 甲 ,a,x\n,,\n\"乙\n二\",b,\r\n\r\n\n丙,c,\n".as_bytes());
        let sheet = sheet.unwrap();
        let cells: Vec<_> = sheet
            .rows()
            .map(|row| (row.number, row.cell("id"), row.cell("name"), row.cell("note")))
            .collect();
        assert_eq!(cells, [(2, "a", "甲", ""), (4, "b", "乙\n二", ""), (7, "c", "丙", "")]);
        assert!(said.is_empty());
    }

    #[test]
    fn bad_headers_and_rows_are_named() {
        let cases: [(&[u8], bool, &str); 7] = [
            (b"", false, "Empty None \"\""),
            (b"id\na\n", false, "MissingField None \"name\""),
            (b"id,name,id\n", false, "DuplicateId None \"id\""),
            (b"id,name,colour\n", true, "BadValue None \"colour\""),
            (b"id,name,,\na,b,,\nc,d,e,\n", true, "BadValue Some(3) \"\""),
            (b"id,name\na\nb,c\n", true, "BadValue Some(2) \"\""),
            (b"id,name\na,\xb0\xa2\n", false, "BadValue None \"\""),
        ];
        for (text, readable, expected) in cases {
            let (sheet, said) = read(text);
            assert_eq!((sheet.is_some(), said), (readable, vec![expected.to_owned()]), "{text:?}");
        }
    }
}
