//! The tasks that are shown, as a table that leaves the page.

use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::{Cell, Column, Sheet};
use super::super::words;
use super::ledger::{Entry, Ledger};
use super::measure::Measure;
use super::row::{Rows, TaskRow};
use crate::domain::Lang;
use crate::route::ViewState;

impl Ledger {
    /// The tasks that the address asks for, in its order, without those that stand there for others only.
    pub fn sheet(&self, scope: &Scope<'_>, state: &ViewState) -> Sheet {
        let lang = self.lang;
        let columns = [
            ("编号", "Id", 20),
            ("条款", "Section", 12),
            ("层级", "Level", 8),
            ("任务", "Task", 48),
            ("上级任务", "Part of", 32),
            ("领域", "Domain", 14),
            ("项目", "Project", 32),
            ("地点", "Sites", 24),
            ("牵头", "Lead", 24),
            ("牵头依据", "Lead is", 12),
            ("配合", "Support", 40),
            ("督查", "Supervision", 24),
            ("到期", "Due date", 12),
            ("下一节点", "Next due", 32),
            ("灯", "Light", 16),
            ("依据", "Rests on", 32),
            ("指标编号", "Goal ids", 32),
            ("指标", "Goals", 40),
            ("进展", "Progress", 40),
            ("数据性质", "Data", 12),
        ];
        let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
        let mut sheet = Sheet::new(lang.pick("任务表", "Tasks").to_owned(), self.as_of, columns, lang);
        let divisions = self.list(state).divisions;
        let shown = divisions.iter().flat_map(|division| &division.rows).filter(|shown| !shown.context);
        let entries: Vec<&Entry> = shown.map(|shown| &self.entries[shown.at]).collect();
        let rows = Rows::new(scope);
        sheet.rows = entries.iter().map(|entry| self.cells(scope, &rows, entry)).collect();
        sheet.notes = sheets::notes(scope, sheets::nature(entries.iter().any(|entry| entry.row.demo)));
        sheet
    }

    /// A task in full, whatever its row leaves to the row above.
    fn cells(&self, scope: &Scope<'_>, rows: &Rows<'_>, entry: &Entry) -> Vec<Cell> {
        let project = scope.edition.tasks[entry.task].project.as_deref();
        let sites = project.map(|id| rows.sites_of(id)).unwrap_or_default();
        let project = project.and_then(|id| scope.edition.project(id));
        let (lang, row) = (self.lang, &entry.row);
        let above = entry.parent.map(|at| self.entries[at].row.name.as_str()).unwrap_or_default();
        let domain = self.domains.get(entry.domain.wrapping_sub(1)).map(|[_, name, _]| name.as_str());
        vec![
            Cell::text(&row.id),
            Cell::text(&row.section),
            Cell::Number(row.depth as f64 + 1.0, 0),
            Cell::text(&row.name),
            Cell::text(above),
            Cell::text(domain.unwrap_or_default()),
            Cell::text(project.map_or("", |project| project.name.get(lang))),
            Cell::text(joined(sites.iter().map(|(name, _)| name.clone()), lang)),
            Cell::text(row.lead.as_ref().map_or("", |lead| &lead.name)),
            Cell::text(sheets::lead_is(row.lead.as_ref().map(|lead| lead.inferred), lang)),
            Cell::text(words::named(&row.support, lang)),
            Cell::text(words::named(&row.supervise, lang)),
            Cell::text(entry.due.map(|due| due.to_string()).unwrap_or_default()),
            Cell::text(row.next.as_ref().map(|next| next.said.as_str()).unwrap_or_default()),
            entry.light().map_or_else(
                || Cell::Empty(no_light(row.principle, lang)),
                |light| sheets::light(scope, light),
            ),
            Cell::text(&row.basis),
            Cell::text(row.goals.iter().map(|goal| goal.id.as_str()).collect::<Vec<_>>().join(";")),
            Cell::text(joined(row.goals.iter().map(|goal| goal.name.clone()), lang)),
            Cell::text(reached(row, lang)),
            Cell::text(sheets::nature_word(sheets::nature(row.demo), lang)),
        ]
    }
}

/// How far a task is by its own measure, else by its goals, each with its name where there are several.
fn reached(row: &TaskRow, lang: Lang) -> String {
    let named = |goal: &Measure| match row.goals.len() {
        1 => goal.progress.clone(),
        _ => format!("{} {}", goal.name, goal.progress),
    };
    row.own.clone().unwrap_or_else(|| joined(row.goals.iter().map(|goal| named(goal)), lang))
}

fn joined(parts: impl Iterator<Item = String>, lang: Lang) -> String {
    parts.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// Why a task has no light.
fn no_light(principle: bool, lang: Lang) -> String {
    if principle {
        lang.pick("原则", "principle").into()
    } else {
        lang.pick("只计数", "counted only").into()
    }
}
