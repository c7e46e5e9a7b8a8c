//! The organisation as a table that leaves the page.

use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::{Cell, Column, Sheet};
use super::Organisation;

/// The organisation, record by record.
pub fn sheet(scope: &Scope<'_>, page: &Organisation) -> Sheet {
    let lang = scope.lang;
    let columns = [
        ("编号", "Id", 28),
        ("名称", "Name", 40),
        ("类别", "Kind", 8),
        ("所属机构", "In", 36),
        ("角色", "Role", 24),
        ("单位", "Unit", 36),
        ("承担", "Work", 28),
        ("职责", "Duty", 60),
    ];
    let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
    let title = lang.pick("组织机构", "Organisation").to_owned();
    let mut sheet = Sheet::new(title, scope.edition.as_of, columns, lang);
    sheet.rows = page
        .rows
        .iter()
        .map(|row| {
            let unit = row.department.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
            let row = row.clone();
            [row.id, row.name, row.kind, row.within, row.role, unit, row.work, row.duty]
                .map(Cell::Text)
                .to_vec()
        })
        .collect();
    // Seats and duties are the plan's; no generated figure is among them.
    sheet.notes = sheets::notes(scope, sheets::nature(false));
    sheet
}
