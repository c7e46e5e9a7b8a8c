//! The matrix and the pairs as tables that leave the page.

use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::{Cell, Column, Sheet};
use super::duties::Role;
use super::matrix::Matrix;
use crate::domain::Lang;
use crate::route::{Face, Rows, ViewState};

impl Matrix {
    /// What the address asks for, as it is shown: the matrix with a column for each department, or the pairs.
    pub fn sheet(&self, scope: &Scope<'_>, state: &ViewState) -> Sheet {
        if state.face == Face::Flow {
            self.pairs_sheet(scope, state)
        } else {
            self.matrix_sheet(scope, state)
        }
    }

    fn matrix_sheet(&self, scope: &Scope<'_>, state: &ViewState) -> Sheet {
        let lang = self.lang;
        let list = self.list(state);
        let first = [
            ("编号", "Id", 20),
            ("部分", "Part", 24),
            ("层级", "Level", 8),
            ("条款或类别", "Section or kind", 12),
            match state.rows {
                Rows::Tasks => ("任务", "Task", 40),
                Rows::Projects => ("项目", "Project", 40),
            },
            ("灯", "Light", 16),
        ];
        let first = first.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width));
        let heads = list.columns.iter().map(|unit| Column::new(&self.units[*unit].name, 10));
        let last = Column::new(lang.pick("数据性质", "Data"), 12);
        let columns = first.into_iter().chain(heads).chain([last]).collect();
        let title = match state.rows {
            Rows::Tasks => lang.pick("责任表：单位与任务", "Responsibilities: departments and tasks"),
            Rows::Projects => lang.pick("责任表：单位与项目", "Responsibilities: departments and projects"),
        };
        let mut sheet = Sheet::new(title.to_owned(), self.ledger.as_of, columns, lang);
        let mut demo = false;
        for division in &list.divisions {
            for shown in division.rows.iter().filter(|shown| !shown.context) {
                let row = &self.rows[shown.at];
                demo |= row.demo;
                let lights: Vec<String> = row.lights.iter().map(|(_, words)| words.clone()).collect();
                let mut cells = vec![
                    Cell::text(&row.id),
                    Cell::text(&division.title),
                    Cell::Number(shown.depth as f64 + 1.0, 0),
                    Cell::text(&row.detail),
                    Cell::text(&row.name),
                    match row.lights.as_slice() {
                        [(light, _)] if !row.is_project => sheets::light(scope, *light),
                        _ => Cell::Text(lights.join(lang.pick("；", "; "))),
                    },
                ];
                cells.extend(list.columns.iter().map(|unit| {
                    let role = row.cells.iter().find(|(one, _)| one == unit);
                    role.map_or_else(|| Cell::text(""), |(_, role)| Cell::text(role.word(lang)))
                }));
                cells.push(Cell::text(sheets::nature_word(sheets::nature(row.demo), lang)));
                sheet.rows.push(cells);
            }
        }
        sheet.notes = sheets::notes(scope, sheets::nature(demo));
        sheet
    }

    fn pairs_sheet(&self, scope: &Scope<'_>, state: &ViewState) -> Sheet {
        let lang = self.lang;
        let flow = self.flow(state);
        let columns = [("牵头", "Lead", 32), ("配合", "Support", 32), ("合作次数", "Joint items", 12)];
        let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
        let title = lang.pick("谁与谁合作", "Who works with whom").to_owned();
        let mut sheet = Sheet::new(title, self.ledger.as_of, columns, lang);
        let row = |pair: &super::flow::Pair| {
            let name = |unit: usize| Cell::text(&self.units[unit].name);
            vec![name(pair.lead), name(pair.support), Cell::Number(pair.count as f64, 0)]
        };
        sheet.rows = flow.pairs.iter().map(row).collect();
        sheet.notes = sheets::notes(scope, sheets::nature(false));
        sheet.notes.push((lang.pick("计数", "Counted").into(), flow.subtitle));
        sheet
    }
}

impl Role {
    /// The role in a word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Role::Lead => lang.pick("牵头", "lead"),
            Role::Inferred => lang.pick("牵头（推定）", "lead (inferred)"),
            Role::Supervise => lang.pick("督查", "supervision"),
            Role::Support => lang.pick("责任（配合）", "support"),
            Role::Parts => lang.pick("只在分项中", "in parts only"),
        }
    }

    /// The role in a letter.
    pub fn letter(self, lang: Lang) -> &'static str {
        match self {
            Role::Lead | Role::Inferred => lang.pick("牵", "L"),
            Role::Supervise => lang.pick("督", "V"),
            Role::Support => lang.pick("责", "S"),
            Role::Parts => lang.pick("分", "p"),
        }
    }

    /// The class of its mark.
    pub fn code(self) -> &'static str {
        match self {
            Role::Lead => "lead",
            Role::Inferred => "inferred",
            Role::Supervise => "supervise",
            Role::Support => "support",
            Role::Parts => "parts",
        }
    }
}
