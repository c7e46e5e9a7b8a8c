//! The projects that are shown, as a table that leaves the page.

use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::{Cell, Column, Sheet};
use super::super::words;
use super::ledger::{ProjectEntry, ProjectLedger};
use crate::domain::Light;
use crate::route::ViewState;

impl ProjectLedger {
    /// The projects that the address asks for, in its order, without those that stand there for others only.
    pub fn sheet(&self, scope: &Scope<'_>, state: &ViewState) -> Sheet {
        let lang = self.lang;
        let columns = [
            ("编号", "Id", 28),
            ("项目", "Project", 40),
            ("类别", "Kind", 14),
            ("属于", "Part of", 32),
            ("领域", "Domain", 14),
            ("牵头", "Lead", 24),
            ("任务", "Tasks", 8),
            ("任务红灯", "Red tasks", 10),
            ("任务黄灯", "Yellow tasks", 10),
            ("任务绿灯", "Green tasks", 10),
            ("其余任务", "Other tasks", 10),
            ("目标", "Goals", 40),
            ("状况", "Standing", 40),
            ("地点", "Sites", 32),
            ("下一节点", "Next due", 14),
            ("节点内容", "What is due", 32),
            ("备注", "Remark", 32),
            ("数据性质", "Data", 12),
        ];
        let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
        let title = lang.pick("项目", "Projects").to_owned();
        let mut sheet = Sheet::new(title, scope.edition.as_of, columns, lang);
        let divisions = self.list(state).divisions;
        let shown = divisions.iter().flat_map(|division| &division.rows).filter(|shown| !shown.context);
        let entries: Vec<&ProjectEntry> = shown.map(|shown| &self.entries[shown.at]).collect();
        sheet.rows = entries.iter().map(|entry| self.cells(entry)).collect();
        let demo = entries.iter().any(|entry| entry.line.stands.demo);
        sheet.notes = sheets::notes(scope, sheets::nature(demo));
        sheet
    }

    fn cells(&self, entry: &ProjectEntry) -> Vec<Cell> {
        let (lang, line) = (self.lang, &entry.line);
        let (lights, colon) = (&line.stands.task_lights, lang.pick("：", ": "));
        let domain = self.domains.get(entry.domain.wrapping_sub(1)).map_or("", |[_, name, _]| name);
        let goals = line.goals.iter().map(|goal| format!("{}{colon}{}", goal.name, goal.note));
        let goals: Vec<String> = goals.collect();
        let (when, what) =
            line.next.as_ref().map_or(("", ""), |next| (next.when.as_str(), next.what.as_str()));
        let second =
            |pair: &Option<(String, String)>| Cell::text(pair.as_ref().map_or("", |(_, name)| name.as_str()));
        let count = |count: usize| Cell::Number(count as f64, 0);
        vec![
            Cell::text(&line.id),
            Cell::text(&line.name),
            Cell::text(&line.kind),
            second(&line.part_of),
            Cell::text(domain),
            second(&line.lead),
            count(line.stands.tasks),
            count(lights.of(Light::Red)),
            count(lights.of(Light::Yellow)),
            count(lights.of(Light::Green)),
            count(
                line.stands.tasks
                    - lights.of(Light::Red)
                    - lights.of(Light::Yellow)
                    - lights.of(Light::Green),
            ),
            Cell::text(goals.join(lang.pick("；", "; "))),
            Cell::text(&line.stands.sentence),
            Cell::text(words::listed(line.sites.iter().map(|(name, _)| name.as_str()), lang)),
            Cell::text(when),
            Cell::text(what),
            Cell::text(line.note.as_deref().unwrap_or_default()),
            Cell::text(sheets::nature_word(sheets::nature(line.stands.demo), lang)),
        ]
    }
}
