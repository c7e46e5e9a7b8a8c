//! What is tracked, as a table that leaves the page: a column for each month.

use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::{Cell, Column, Sheet};
use super::list::Progress;
use super::months::Mark;
use super::row::{Kind, Row};
use crate::route::ViewState;

impl Progress {
    /// The items that the address asks for, in its order.
    pub fn sheet(&self, scope: &Scope<'_>, state: &ViewState) -> Sheet {
        let lang = self.lang;
        let first = [
            ("编号", "Id", 28),
            ("类别", "Kind", 8),
            ("名称", "Name", 36),
            ("领域", "Domain", 14),
            ("灯", "Light", 16),
            ("月份", "Month", 10),
            ("实际", "Actual", 12),
            ("序时", "Due", 12),
            ("差", "Difference", 12),
            ("单位", "Unit", 12),
            ("目标", "Target", 16),
            ("到期", "By", 12),
            ("牵头", "Lead", 24),
            ("牵头依据", "Lead is", 12),
            ("依据", "Rests on", 24),
        ];
        let first = first.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width));
        let months =
            scope.edition.start.to(scope.edition.end).map(|month| Column::new(month.to_string(), 10));
        let last = Column::new(lang.pick("数据性质", "Data"), 12);
        let columns = first.into_iter().chain(months).chain([last]).collect();
        let mut sheet = Sheet::new(lang.pick("进度表", "Progress").to_owned(), self.as_of, columns, lang);
        let rows: Vec<&Row> =
            self.list(state).groups.iter().flat_map(|group| &group.rows).map(|at| self.row(*at)).collect();
        sheet.rows = rows.iter().map(|row| self.cells(scope, row)).collect();
        sheet.notes = sheets::notes(scope, sheets::nature(rows.iter().any(|row| row.demo)));
        sheet
    }

    fn cells(&self, scope: &Scope<'_>, row: &Row) -> Vec<Cell> {
        let lang = self.lang;
        let domain = self.domains.get(row.domain.wrapping_sub(1)).map(|[_, name, _]| name.as_str());
        let kind = match row.kind {
            Kind::Goal => lang.pick("指标", "goal"),
            Kind::Task => lang.pick("任务", "task"),
        };
        let mut cells = vec![
            Cell::text(&row.id),
            Cell::text(kind),
            Cell::text(&row.name),
            Cell::text(domain.unwrap_or_default()),
            sheets::light(scope, row.light),
        ];
        cells.extend(row.cells.iter().cloned());
        cells.extend([
            Cell::text(&row.target[0]),
            Cell::text(&row.target[1]),
            Cell::text(row.lead.as_ref().map_or("", |lead| &lead.name)),
            Cell::text(sheets::lead_is(row.lead.as_ref().map(|lead| lead.inferred), lang)),
            Cell::text(&row.basis),
        ]);
        cells.extend(row.months.iter().map(|month| match month.mark {
            Mark::Light(light) => sheets::light(scope, light),
            Mark::Nothing | Mark::Ahead(_) => Cell::Empty(String::new()),
        }));
        cells.push(Cell::text(sheets::nature_word(sheets::nature(row.demo), lang)));
        cells
    }
}
