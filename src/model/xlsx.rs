//! A sheet as a workbook: figures as figures, the header bold and fixed, and the notes on a second sheet.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::table::{Cell, Sheet};

/// The longest text that a cell may hold.
const LONGEST: usize = 32_000;

/// The workbook of a sheet.
///
/// Every text is written as a text: no cell is a formula or a link, whatever it says.
///
/// # Errors
/// When the table has more rows or columns than a workbook may have.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same table makes the same file.
    let as_of = sheet.as_of;
    let dated = ExcelDateTime::from_ymd(as_of.month().year() as u16, as_of.month().month(), as_of.day())?;
    book.set_properties(&DocProperties::new().set_title(&sheet.title).set_creation_datetime(&dated));
    let [table, notes] = sheet.names;
    write_table(book.add_worksheet().set_name(table)?, sheet)?;
    write_notes(book.add_worksheet().set_name(notes)?, sheet)?;
    book.save_to_buffer()
}

fn write_table(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap();
    let of_figures = head.clone().set_align(FormatAlign::Right);
    // No more digits are ever shown.
    let figures = [0, 1, 2, 3, 4].map(|decimals| Format::new().set_num_format(format_of(decimals)));
    let aside = Format::new().set_align(FormatAlign::Right);
    for (at, column) in sheet.columns.iter().enumerate() {
        let numeric = sheet.rows.iter().any(|row| matches!(row.get(at), Some(Cell::Number(..))));
        let format = if numeric { &of_figures } else { &head };
        let at = at as u16;
        page.write_string_with_format(0, at, short(&column.name), format)?;
        page.set_column_width(at, f64::from(column.width) + 2.0)?;
    }
    for (line, row) in sheet.rows.iter().enumerate() {
        for (at, cell) in row.iter().enumerate() {
            let (line, at) = (line as u32 + 1, at as u16);
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Empty(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    page.write_string(line, at, short(text))?;
                }
                Cell::Empty(why) => {
                    page.write_string_with_format(line, at, short(why), &aside)?;
                }
                Cell::Number(value, decimals) => {
                    let format = &figures[usize::from(*decimals).min(figures.len() - 1)];
                    page.write_number_with_format(line, at, *value, format)?;
                }
            }
        }
    }
    page.set_freeze_panes(1, 1)?;
    Ok(())
}

fn write_notes(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap());
    page.write_string_with_format(0, 0, short(&sheet.title), &bold)?;
    for (line, (name, text)) in sheet.notes.iter().enumerate() {
        let line = line as u32 + 1;
        page.write_string(line, 0, short(name))?;
        page.write_string_with_format(line, 1, short(text), &wrapped)?;
    }
    page.set_column_width(0, 16.0)?;
    page.set_column_width(1, 80.0)?;
    Ok(())
}

fn format_of(decimals: usize) -> &'static str {
    ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"][decimals]
}

fn short(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}
