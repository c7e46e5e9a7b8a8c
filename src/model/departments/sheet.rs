//! Tables of units that leave the page.

use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::{Cell, Column, Sheet};
use super::duty::Role;
use super::page::{RoleTasks, UnitPage};
use super::register::Register;
use crate::domain::{Lang, Light};
use crate::route::ViewState;

impl Register {
    /// The units that the address asks for, in its order.
    pub fn sheet(&self, scope: &Scope<'_>, state: &ViewState) -> Sheet {
        let lang = scope.lang;
        let columns = [
            ("编号", "Id", 24),
            ("单位", "Unit", 36),
            ("类别", "Kind", 14),
            ("领导小组成员", "Member of the leading group", 14),
            ("牵头目标", "Goals led", 10),
            ("牵头任务", "Tasks led", 10),
            ("连同分项", "With their parts", 10),
            ("推定牵头（连同分项）", "Leads inferred, parts included", 10),
            ("配合任务", "Tasks supported", 10),
            ("督查任务", "Tasks supervised", 10),
            ("红", "Red", 6),
            ("黄", "Yellow", 6),
            ("绿", "Green", 6),
            ("未到期", "Not due", 8),
            ("无数据", "No data", 8),
            ("逾期未补", "Missed, not made up", 10),
            ("下一到期", "Next due", 18),
            ("到期事项", "What is due", 36),
            ("数据性质", "Data", 12),
        ];
        let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
        let title = lang.pick("单位", "Units").to_owned();
        let mut sheet = Sheet::new(title, scope.edition.as_of, columns, lang);
        let count = |count: usize| Cell::Number(count as f64, 0);
        let nature = sheets::nature(scope.is_demo());
        sheet.rows = self
            .list(state)
            .rows
            .into_iter()
            .map(|row| {
                let [lead, support, supervise] = row.items;
                let next = row.next;
                let mut cells = vec![
                    Cell::Text(row.id),
                    Cell::Text(row.name),
                    Cell::Text(row.kind),
                    Cell::text(if row.member { lang.pick("是", "yes") } else { lang.pick("否", "no") }),
                ];
                cells.extend([row.goals, lead.0, lead.1, row.inferred, support.0, supervise.0].map(count));
                let lights = [Light::Red, Light::Yellow, Light::Green, Light::NotDue, Light::NoData];
                cells.extend(lights.map(|light| count(row.tally.of(light))));
                cells.push(count(row.overdue));
                let next = next.map_or_else(Default::default, |next| (next.when, next.name));
                cells.extend([Cell::Text(next.0), Cell::Text(next.1)]);
                cells.push(Cell::text(sheets::nature_word(nature, lang)));
                cells
            })
            .collect();
        sheet.notes = sheets::notes(scope, nature);
        sheet
    }
}

/// What a unit leads, supports and supervises.
pub fn unit_sheet(scope: &Scope<'_>, page: &UnitPage) -> Sheet {
    let lang = scope.lang;
    let columns = [
        ("角色", "Role", 8),
        ("类别", "Kind", 8),
        ("编号", "Id", 24),
        ("名称", "Name", 48),
        ("条款", "Section", 12),
        ("到期", "Due date", 18),
        ("灯", "Light", 16),
        ("依据", "Rests on", 36),
        ("牵头依据", "Lead is", 12),
        ("数据性质", "Data", 12),
    ];
    let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
    let mut sheet = Sheet::new(page.name.clone(), scope.edition.as_of, columns, lang);
    sheet.rows = page
        .goals
        .iter()
        .map(|goal| {
            let section = scope.edition.indicator(&goal.id).and_then(|goal| goal.section.clone());
            vec![
                Cell::text(role_word(Role::Lead, lang)),
                Cell::text(lang.pick("目标", "goal")),
                Cell::text(&goal.id),
                Cell::text(&goal.name),
                Cell::Text(section.unwrap_or_default()),
                Cell::text(&goal.due),
                sheets::light(scope, goal.light.0),
                Cell::text(&goal.note),
                Cell::text(sheets::lead_is(Some(goal.inferred.is_some()), lang)),
                Cell::text(sheets::nature_word(sheets::nature(goal.demo), lang)),
            ]
        })
        .collect();
    for RoleTasks { role, rows, .. } in &page.tasks {
        sheet.rows.extend(rows.iter().map(|row| {
            vec![
                Cell::text(role_word(*role, lang)),
                Cell::text(lang.pick("任务", "task")),
                Cell::text(&row.id),
                Cell::text(&row.name),
                Cell::text(&row.section),
                Cell::text(row.due.as_deref().unwrap_or_default()),
                match &row.light {
                    Some((light, _)) => sheets::light(scope, *light),
                    None => Cell::Empty(String::new()),
                },
                Cell::text(&row.basis),
                Cell::text(sheets::lead_is(row.lead.as_ref().map(|lead| lead.inferred), lang)),
                Cell::text(sheets::nature_word(sheets::nature(row.demo), lang)),
            ]
        }));
    }
    let demo = page.goals.iter().any(|goal| goal.demo)
        || page.tasks.iter().flat_map(|tasks| &tasks.rows).any(|row| row.demo);
    sheet.notes = vec![(lang.pick("单位", "Unit").into(), page.about.clone())];
    sheet.notes.extend(sheets::notes(scope, sheets::nature(demo)));
    sheet
}

/// The word of a role.
pub(super) fn role_word(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Lead => lang.pick("牵头", "lead"),
        Role::Support => lang.pick("配合", "support"),
        Role::Supervise => lang.pick("督查", "supervision"),
    }
}
