//! Projects with what falls due, and departments, on a wall.

use leptos::prelude::*;

use super::Shown;
use crate::domain::{Lang, Tally};
use crate::model::wall::Leaf;
use crate::model::words;
use crate::ui::components::LightCounts;

/// The page of the projects.
pub fn projects(shown: &Shown, leaf: &Leaf) -> impl IntoView + use<> {
    let Shown { programme, lang, .. } = shown.clone();
    let rows = programme.projects[programme.span(leaf)].iter().cloned().map(|line| {
        let tally = line.stands.lights.iter().copied().collect();
        let (goals, tasks) = (line.stands.goal_lights.total(), line.stands.tasks);
        let counted = lang.pick(
            format!("{goals}项目标，{tasks}项任务"),
            format!("{}, {}", counted(goals, "goal"), counted(tasks, "task")),
        );
        let next = line.next.map(|next| format!("{} {}", next.when, next.what));
        view! { <li data-project=line.id>{row(line.name, tally, counted, next, lang)}</li> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="wall-list is-projects">
            <div class="wall-title"><h1>{programme.projects_headline.clone()}</h1></div>
            <ul class="wall-rows" style:grid-auto-rows=format!("{}px", programme.rows()[0])>{rows}</ul>
            {due_list(shown)}
        </div>
    }
    .into_any()
}

/// A project or a department: its name and lights, what it has, and what is next due.
fn row(name: String, tally: Tally, has: String, next: Option<String>, lang: Lang) -> impl IntoView + use<> {
    view! {
        <h2><span>{name}</span><LightCounts tally lang /></h2>
        <p>{has}</p>
        {next.map(|next| view! { <p class="wall-who">{next}</p> })}
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {}", words::plural(count as i32, noun))
}

/// What falls due next, where anything does.
pub fn due_list(shown: &Shown) -> impl IntoView + use<> {
    let Shown { programme, lang, .. } = shown.clone();
    let dues = programme.dues().iter().cloned().map(|due| {
        view! { <li><p class="wall-when">{due.when}</p><h3>{due.name}</h3><p class="wall-who">{due.detail}</p></li> }
    });
    let dues: Vec<_> = dues.collect();
    (!dues.is_empty()).then(
        || view! { <section class="wall-dues"><h2>{say!(lang, wall_dues)}</h2><ul>{dues}</ul></section> },
    )
}

/// The page of the departments.
pub fn departments(shown: &Shown, leaf: &Leaf) -> impl IntoView + use<> {
    let Shown { programme, lang, .. } = shown.clone();
    let rows = programme.units[programme.span(leaf)].iter().cloned().map(|unit| {
        let [(leads, _), (supports, _), _] = unit.items;
        let roles = lang.pick(
            format!("牵头{}项目标、{leads}项任务，配合{supports}项", unit.goals),
            format!(
                "Leads {} and {}, supports {supports}",
                counted(unit.goals, "goal"),
                counted(leads, "task")
            ),
        );
        let next = unit.next.map(|next| format!("{} {} {}", say!(lang, wall_next_due), next.when, next.name));
        view! { <li data-department=unit.id>{row(unit.name, unit.tally, roles, next, lang)}</li> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="wall-list is-departments">
            <div class="wall-title"><h1>{programme.units_headline.clone()}</h1></div>
            <ul class="wall-rows" style:grid-auto-rows=format!("{}px", programme.rows()[1])>{rows}</ul>
        </div>
    }
    .into_any()
}
