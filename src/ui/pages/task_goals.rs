//! The goals that measure a task: each with its light, its page and how far it is.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::tasks::{Measure, TaskRow};
use crate::route::{View, ViewState};
use crate::ui::components::{LightMark, Link, colour_word};

/// So many goals are seen at once; the rest is unfolded.
const FIRST: usize = 3;

/// How far a task is: by its own measure, else by its goals, the gravest first.
pub fn progress(row: &TaskRow, state: &ViewState, lang: Lang) -> Option<AnyView> {
    if let Some(own) = &row.own {
        return Some(view! { <span class="reached">{own.clone()}</span> }.into_any());
    }
    let (first, rest) = row.goals.split_at(row.goals.len().min(FIRST));
    if first.is_empty() {
        return None;
    }
    let single = row.goals.len() == 1;
    let line = |goal: &Measure| {
        let (light, to) = (goal.light, state.to_record(View::Indicator, &goal.id));
        let (name, reached) = (goal.name.clone(), goal.progress.clone());
        let mark = (!single).then(|| view! { <LightMark light title=colour_word(light, lang) />" " });
        view! { <li>{mark}<Link to=to>{name}</Link>" "<span class="reached">{reached}</span></li> }
    };
    let [first, more] = [first, rest].map(|goals| goals.iter().map(|goal| line(goal)).collect_view());
    let left = rest.len();
    let rest = (left > 0).then(|| {
        let left = lang.pick(format!("另有{left}项指标"), format!("{left} more"));
        view! { <details><summary>{left}</summary><ul>{more}</ul></details> }
    });
    Some(view! { <div class="task-goals"><ul>{first}</ul>{rest}</div> }.into_any())
}

/// What the light rests on, beside the goals: how a single one stands, and of several how many are of which light.
pub fn basis(row: &TaskRow) -> String {
    match row.goals.as_slice() {
        [goal] if row.own.is_none() => goal.how.clone(),
        _ => row.basis.clone(),
    }
}
