//! The comparison as a table that leaves the page.

use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::{Cell, Column, Sheet};
use super::{ChangesPage, Line, Topic};

/// Every line that is shown, in its order.
pub fn sheet(scope: &Scope<'_>, page: &ChangesPage) -> Sheet {
    let lang = scope.lang;
    let columns = [
        ("变化", "Change", 20),
        ("记录", "Record", 12),
        ("编号", "Id", 28),
        ("名称", "Name", 36),
        ("领域", "Domain", 14),
        ("事项", "What", 16),
        ("原", "From", 24),
        ("现", "To", 24),
        ("说明", "Account", 48),
        ("牵头", "Lead", 24),
        ("牵头依据", "Lead is", 12),
        ("数据性质", "Data", 12),
    ];
    let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
    let mut sheet = Sheet::new(lang.pick("变化", "Changes").to_owned(), scope.edition.as_of, columns, lang);
    for section in &page.sections {
        sheet.rows.extend(section.lines.iter().map(|line| row(scope, section.topic, line)));
    }
    sheet.notes = sheets::notes(scope, sheets::nature(page.demo));
    if let Some(since) = &page.since {
        sheet.notes.push((lang.pick("对比", "Compared").to_owned(), since.clone()));
    }
    sheet
}

fn row(scope: &Scope<'_>, topic: Topic, line: &Line) -> Vec<Cell> {
    let lang = scope.lang;
    let domain = line.domain.as_deref().and_then(|id| scope.edition.domain(id));
    let [from, to] = match (line.turn, &line.change) {
        (Some((from, to)), _) => [from, to].map(|light| sheets::light(scope, light)),
        (None, Some((from, to))) => [Cell::text(from), Cell::text(to)],
        (None, None) => [Cell::text(""), Cell::text("")],
    };
    let department = line.department.as_ref();
    vec![
        Cell::text(topic.name(scope.rule.rule, lang)),
        Cell::text(line.sort),
        Cell::text(&line.id),
        Cell::text(&line.name),
        Cell::text(domain.map_or("", |domain| domain.name.get(lang))),
        Cell::text(line.when.clone().unwrap_or_default()),
        from,
        to,
        Cell::text(&line.cause),
        Cell::text(department.map_or("", |department| &department.name)),
        Cell::text(sheets::lead_is(department.map(|department| department.inferred), lang)),
        Cell::text(sheets::nature_word(sheets::nature(line.demo), lang)),
    ]
}
