//! The departments with what they answer for: counted, never one light for a department.

use super::super::departments::{Register, UnitRow};
use super::super::leaf::{Element, classed, element, link};
use super::super::words;
use super::{Matter, cell, marks, section, table};
use crate::domain::Light;
use crate::route::{Sort, View, ViewState};

/// The departments that lead, support or supervise something, those that lead most first.
pub fn departments(matter: &Matter<'_>) -> Element {
    let heads = matter.pick(
        [
            ("单位", false),
            ("牵头目标", true),
            ("牵头事项", true),
            ("配合事项", true),
            ("牵头事项的灯", false),
            ("逾期未补", true),
            ("下一到期", false),
        ],
        [
            ("Unit", false),
            ("Goals led", true),
            ("Items led", true),
            ("Supported", true),
            ("Lights of what it leads", false),
            ("Missed, not made up", true),
            ("Next due", false),
        ],
    );
    let register = Register::new(&matter.scope);
    let listed = register.list(&ViewState { sort: Sort::Most, ..ViewState::default() });
    let rows = listed.rows.iter().filter(|row| !row.idle).map(|row| line(matter, row));
    let heading = matter.pick("责任单位", "Departments");
    let note = matter.pick(
        "单位只计数，不评灯；分项与所属任务分工相同的并在任务里，另有分工的单独计。",
        "Departments are counted, never given a light; a part counts with its task, unless its roles differ.",
    );
    section(matter, "brief-units", heading).with(classed("p", "brief-note").text(note)).with(table(
        "brief-ledger",
        heading,
        &heads,
        [element("tbody").all(rows)],
    ))
}

fn line(matter: &Matter<'_>, row: &UnitRow) -> Element {
    let lang = matter.scope.lang;
    let count = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
    let lights = Light::ALL.into_iter().filter(|light| row.tally.of(*light) > 0).map(|light| {
        let text = format!("{}{}", words::colour(light, lang), matter.pick("", " "));
        element("span").with(marks::light(light, None)).text(format!("{text}{}", row.tally.of(light)))
    });
    let next =
        row.next.as_ref().map(|next| format!("{}{}{}", next.when, matter.pick("　", " · "), next.name));
    element("tr")
        .with(
            element("th")
                .set("scope", "row")
                .with(link(matter.state.to_record(View::Departments, &row.id), &row.name)),
        )
        .with(cell("td", &count(row.goals), true))
        .with(cell("td", &count(row.items[0].0), true))
        .with(cell("td", &count(row.items[1].0), true))
        .with(classed("td", "brief-lights").all(lights))
        .with(cell("td", &count(row.overdue), true))
        .with(cell("td", next.as_deref().unwrap_or_default(), false))
}
