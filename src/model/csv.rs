//! A sheet as a CSV file: UTF-8 with a byte-order mark, RFC 4180, nothing in it that a spreadsheet would execute.

use super::table::{Cell, Sheet, is_formula};

/// Without it, spreadsheets take Chinese for another encoding.
const MARK: &str = "\u{feff}";

/// The table of a sheet with its header.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(MARK.as_bytes().to_vec());
    let header = sheet.columns.iter().map(|column| harmless(&column.name));
    let rows = sheet.rows.iter().map(|row| row.iter().map(write).collect());
    for row in std::iter::once(header.collect::<Vec<String>>()).chain(rows) {
        // Memory takes every byte.
        let _ = writer.write_record(&row);
    }
    writer.into_inner().unwrap_or_default()
}

fn write(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Empty(text) => harmless(text),
        Cell::Number(value, _) => value.to_string(),
    }
}

/// An apostrophe makes a spreadsheet read a text as a text.
fn harmless(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::model::table::Column;

    fn sheet(header: &str, rows: Vec<Vec<Cell>>) -> Sheet {
        let columns = header.split('|').map(|name| Column::new(name, 8)).collect();
        let as_of = "2022-06-30".parse().unwrap();
        Sheet { rows, ..Sheet::new("题".into(), as_of, columns, Lang::Zh) }
    }

    #[test]
    fn cells_are_quoted_and_figures_stay_figures() {
        let rows = vec![
            vec![Cell::text("a,b"), Cell::number(-4.4, 1), Cell::Empty("未报".into())],
            vec![Cell::text("说\"好\"\n二"), Cell::number(1234.5, 0), Cell::Empty(String::new())],
        ];
        let text = String::from_utf8(csv(&sheet("名|值|注", rows))).unwrap();
        assert_eq!(text, "\u{feff}名,值,注\r\n\"a,b\",-4.4,未报\r\n\"说\"\"好\"\"\n二\",1234.5,\r\n");
    }

    #[test]
    fn no_text_is_a_formula() {
        let bad =
            ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "=1,\"2\"\n"];
        let rows = bad.iter().map(|text| vec![Cell::text(*text), Cell::Empty((*text).into())]).collect();
        let bytes = csv(&sheet("=名|@", rows));
        let text = std::str::from_utf8(&bytes).unwrap().trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), bad.len() + 1);
        for (record, text) in records.iter().skip(1).zip(bad) {
            assert_eq!(record, vec![format!("'{text}"), format!("'{text}")]);
        }
        assert_eq!(records[0], vec!["'=名", "'@"]);
    }
}
