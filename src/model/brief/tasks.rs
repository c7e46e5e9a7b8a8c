//! The plan's items with who answers for them and how they stand.

use super::super::leaf::{Element, element, link};
use super::super::place::Place;
use super::super::tasks::{Rows, TaskRow};
use super::super::words;
use super::{Matter, cell, group, marks, section, table};
use crate::domain::Light;
use crate::route::View;

/// The items, by the plan's parts.
pub fn tasks(matter: &Matter<'_>) -> Element {
    let heads = matter.pick(
        [
            ("条款", false),
            ("任务", false),
            ("牵头", false),
            ("配合", false),
            ("期限", false),
            ("灯", false),
            ("依据", false),
        ],
        [
            ("Section", false),
            ("Task", false),
            ("Lead", false),
            ("Support", false),
            ("Due", false),
            ("Light", false),
            ("Rests on", false),
        ],
    );
    let rows = Rows::new(&matter.scope);
    let parts: Vec<usize> = rows.tree.roots().collect();
    let groups = parts.iter().map(|part| {
        // An item that lost the part of the plan above it stands by itself.
        let (items, title) = match rows.tree.task(*part) {
            task if task.level > 1 => (std::slice::from_ref(part), matter.pick("未注明", "Not stated")),
            task => (rows.tree.parts(*part), task.name.get(matter.scope.lang)),
        };
        let items = items.iter().map(|item| row(matter, &rows.row(*item, None)));
        group(title, heads.len(), items)
    });
    let heading = matter.pick("任务表（各项任务）", "Tasks, item by item");
    section(matter, "brief-tasks", heading).with(table("brief-ledger", heading, &heads, groups))
}

fn row(matter: &Matter<'_>, row: &TaskRow) -> Element {
    let to = Place::item(View::Tasks, &row.id).address(matter.state);
    let lead = row.lead.as_ref().map(|lead| marks::lead(&lead.name, lead.inferred)).unwrap_or_default();
    let due = match &row.due {
        Some(due) => due.as_str(),
        None if row.principle => "",
        None => matter.pick("未载明", "Not stated"),
    };
    let principle = matter.pick("原则", "Principle");
    let light: Option<&(Light, String)> = row.light.as_ref();
    let light = match light {
        Some((light, _)) => element("td").with(marks::labelled(&matter.scope, *light)),
        None => element("td").text(if row.principle { principle } else { "" }),
    };
    element("tr")
        .with(cell("td", &row.section, false))
        .with(element("th").set("scope", "row").with(link(to, &row.name)))
        .with(cell("td", &lead, false))
        .with(cell("td", &words::named(&row.support, matter.scope.lang), false))
        .with(cell("td", due, false))
        .with(light)
        .with(cell("td", &row.basis, false))
}
