//! Tables that leave the page: the same cells in CSV and in a workbook as on the screen.
#![allow(clippy::unwrap_used)]

mod support;

use std::io::Cursor;

use biaogan::domain::{EditionKind, Lang, RulePack};
use biaogan::model::table::{Cell, Sheet};
use biaogan::model::{csv, page, sheets, xlsx};
use biaogan::route::ViewState;
use calamine::{Data, DataType, Reader, Xlsx};
use pretty_assertions::assert_eq;

/// What stands in a cell of a file.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Empty(text) => text.clone(),
        Cell::Number(value, _) => value.to_string(),
    }
}

fn rows_of_csv(sheet: &Sheet) -> Vec<Vec<String>> {
    let bytes = csv::csv(sheet);
    let text = std::str::from_utf8(&bytes).unwrap().strip_prefix('\u{feff}').unwrap();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn book_of(sheet: &Sheet) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(xlsx::xlsx(sheet).unwrap())).unwrap()
}

/// Checks that a workbook holds the cells of a sheet, figures as figures, and not one formula.
fn check_book(sheet: &Sheet) {
    let mut book = book_of(sheet);
    assert_eq!(book.sheet_names(), sheet.names);
    let table = book.worksheet_range(sheet.names[0]).unwrap();
    for (at, column) in sheet.columns.iter().enumerate() {
        assert_eq!(table.get((0, at)).and_then(Data::get_string), Some(column.name.as_str()));
    }
    for (line, row) in sheet.rows.iter().enumerate() {
        for (at, cell) in row.iter().enumerate() {
            let found = table.get((line + 1, at)).unwrap_or(&Data::Empty);
            match cell {
                Cell::Number(value, _) => assert_eq!(found.get_float(), Some(*value), "{line} {at}"),
                Cell::Text(text) | Cell::Empty(text) if text.is_empty() => assert!(found.is_empty()),
                Cell::Text(text) | Cell::Empty(text) => {
                    assert_eq!(found.get_string(), Some(text.as_str()), "{line} {at}");
                }
            }
        }
    }
    let notes = book.worksheet_range(sheet.names[1]).unwrap();
    let said: Vec<String> = notes.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert_eq!(said[0], sheet.title);
    for (name, text) in &sheet.notes {
        assert!(said.contains(name) && (text.is_empty() || said.contains(text)), "{name}: {text}");
    }
    for name in sheet.names {
        assert!(book.worksheet_formula(name).unwrap().used_cells().all(|(_, _, text)| text.is_empty()));
    }
}

#[test]
fn a_goal_leaves_with_every_figure_of_its_table() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    for (id, lang) in [("retail", Lang::Zh), ("retail", Lang::En), ("ratio", Lang::Zh), ("base", Lang::Zh)] {
        let scope = support::scope(&edition, &rule, lang);
        let sheet = sheets::goal(&scope, id).unwrap();
        let screen = page::page(&scope, id).unwrap().rows;
        assert_eq!(sheet.rows.len(), screen.len());
        let plain = |text: &str| text.replace('−', "-").replace([',', '+'], "");
        for (row, seen) in sheet.rows.iter().zip(&screen) {
            for (cell, seen) in row[1..4].iter().zip([&seen.actual, &seen.plan, &seen.difference]) {
                match cell {
                    // A file has every digit; what the screen writes is rounded, the gap with the two before it.
                    Cell::Number(value, decimals) => {
                        let apart = value - plain(seen).parse::<f64>().unwrap();
                        assert!(
                            apart.abs() < 1.01 * 10f64.powi(-i32::from(*decimals)),
                            "{id} {row:?} {seen}"
                        );
                    }
                    Cell::Text(text) => assert_eq!(text, seen),
                    Cell::Empty(why) => assert_eq!(format!("— {why}").trim_end(), seen),
                }
            }
        }
        let written = rows_of_csv(&sheet);
        assert_eq!(written.len(), sheet.rows.len() + 1);
        for (line, row) in written[1..].iter().zip(&sheet.rows) {
            assert_eq!(line, &row.iter().map(shown).collect::<Vec<_>>());
        }
        check_book(&sheet);
    }
    let scope = support::scope(&edition, &rule, Lang::Zh);
    assert_eq!(sheets::goal(&scope, "unheard-of"), None);
}

#[test]
fn the_list_leaves_as_it_is_filtered() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let all = sheets::goals(&scope, &ViewState::default());
    assert_eq!(all.rows.len(), edition.indicators.len());
    check_book(&all);
    let red = sheets::goals(&scope, &ViewState::from_query("?light=red"));
    assert!(!red.rows.is_empty() && red.rows.len() < all.rows.len());
    assert!(red.rows.iter().all(|row| shown(&row[8]).starts_with("红 ")));
}

#[test]
fn no_file_loses_the_demo_mark() {
    let mut edition = support::edition();
    edition.kind = EditionKind::Demo;
    let rule = RulePack::three_colour();
    for (lang, mark) in [(Lang::Zh, "演示数据"), (Lang::En, "Demo data")] {
        let scope = support::scope(&edition, &rule, lang);
        let sheet = sheets::goal(&scope, "retail").unwrap();
        assert!(rows_of_csv(&sheet)[1..].iter().all(|row| row.last().unwrap() == mark));
        assert!(sheet.notes.iter().any(|(_, text)| text.starts_with(mark)));
        let list = sheets::goals(&scope, &ViewState::default());
        assert!(list.notes.iter().any(|(_, text)| text.starts_with(mark)));
    }
    edition.kind = EditionKind::Official;
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let text = String::from_utf8(csv::csv(&sheets::goal(&scope, "retail").unwrap())).unwrap();
    assert!(!text.contains("演示"));
}

#[test]
fn hostile_names_are_words_in_every_file() {
    let hostile = "=cmd|' /C calc'!A0";
    let mut edition = support::edition();
    for indicator in &mut edition.indicators {
        indicator.name.zh = hostile.into();
        indicator.unit.zh = "@\"\n,".into();
    }
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let list = sheets::goals(&scope, &ViewState::default());
    assert!(rows_of_csv(&list)[1..].iter().all(|row| row[1] == format!("'{hostile}") && row[7] == "'@\"\n,"));
    check_book(&list);
    check_book(&sheets::goal(&scope, "retail").unwrap());
}
