//! A task as a line of a table, and what stands above such lines.

use leptos::prelude::*;

use super::pointed::mark_of;
use super::task_goals::{basis, progress};
use crate::domain::Lang;
use crate::model::place::Place;
use crate::model::tasks::TaskRow;
use crate::model::words::plural;
use crate::route::{View, ViewState};
use crate::ui::components::{LightLabel, Link};

/// What a table of tasks is about, and what opens and closes all of it.
#[component]
pub fn TaskTools(
    /// Opens everything, or closes it.
    fold: Callback<bool>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <div class="domain-tools">
            <p class="caption">{say!(lang, tasks_note)}</p>
            <div class="fold-all">
                <button type="button" class="text-button toggle" on:click=move |_| fold.run(true)>{say!(lang, expand_all)}</button>
                <button type="button" class="text-button toggle" on:click=move |_| fold.run(false)>{say!(lang, collapse_all)}</button>
            </div>
        </div>
    }
}

/// The head of a table of tasks.
#[component]
pub fn TaskHead(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <thead>
            <tr>
                <th scope="col">{say!(lang, task)}</th>
                <th scope="col">{say!(lang, lead_role)}</th>
                <th scope="col">{say!(lang, support_role)}</th>
                <th scope="col">{say!(lang, due_by)}</th>
                <th scope="col">{say!(lang, task_progress)}</th>
                <th scope="col">{say!(lang, light)}</th>
            </tr>
        </thead>
    }
}

/// A task.
#[component]
pub fn TaskLine(
    /// The task.
    row: TaskRow,
    /// CSS classes.
    class: String,
    /// Whether a task above it is closed.
    #[prop(optional, into)]
    hidden: Option<Signal<bool>>,
    /// Whether its parts are seen.
    is_open: Signal<bool>,
    /// Opens or closes it.
    toggle: Callback<()>,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let own = row.id.clone();
    let here = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
    let (is_stated, as_above) = (row.due.is_some(), row.as_above);
    let (mark, id) = (mark_of(&row.id), row.id.clone());
    view! {
        <tr id=mark class=class data-task=id tabindex="-1" aria-current=here hidden=hidden.map(|hidden| move || hidden.get())>
            <th scope="row"><Name row=row.clone() state=state.clone() is_open toggle lang /></th>
            <td data-label=say!(lang, lead_role) class:is-above=as_above>{lead(&row, &state, lang)}</td>
            <td data-label=say!(lang, support_role) class:is-above=as_above>{support(&row, &state, lang)}</td>
            <td class="task-due" data-label=say!(lang, due_by) class:is-faint=!is_stated>{due(&row, lang)}{point(&row, lang)}</td>
            <td class="task-progress" data-label=say!(lang, task_progress)>{progress(&row, &state, lang)}</td>
            <td class="task-light"><Standing row lang /></td>
        </tr>
    }
}

/// The task's name, which opens its parts where it has some.
#[component]
pub(super) fn Name(
    row: TaskRow,
    state: ViewState,
    is_open: Signal<bool>,
    toggle: Callback<()>,
    lang: Lang,
) -> impl IntoView {
    let name = if row.parts > 0 {
        view! {
            <button
                type="button"
                class="fold"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| toggle.run(())
            >
                <span>{row.name}</span>
                <small>{parts(row.parts, lang)}</small>
            </button>
        }
        .into_any()
    } else {
        view! { <span class="leaf">{row.name}</span> }.into_any()
    };
    let to = Place::item(View::Tasks, &row.id).address(&state);
    let section = view! { <Link to=to>{row.section}</Link> };
    let project = row.project.map(|(id, name)| {
        let to = state.to_record(View::Projects, &id);
        view! { <Link to=to>{name}</Link> }
    });
    let place = |(name, place): &(String, Place)| {
        let (to, name) = (place.address(&state), name.clone());
        view! { <span>{say!(lang, task_site)}" "<Link to=to>{name}</Link></span> }
    };
    let sites = row.sites.iter().map(place).collect_view();
    let within = row.within.map(|within| view! { <span>{say!(lang, part_of)}" "{within}</span> });
    let principle = row.principle.then(|| view! { <span class="tag">{say!(lang, principle)}</span> });
    view! { {name}<small class="section">{principle}{section}{project}{sites}{within}</small> }
}

/// `4项`, `4 parts`.
fn parts(count: usize, lang: Lang) -> String {
    lang.pick(format!("{count}项"), format!("{count} {}", plural(count as i32, "part")))
}

/// When it is due, or that the plan does not say.
fn due(row: &TaskRow, lang: Lang) -> Option<String> {
    row.due.clone().or_else(|| (!row.is_part && !row.principle).then(|| say!(lang, not_stated).to_owned()))
}

/// The next point that the data declare; the target is the due date itself.
fn point(row: &TaskRow, lang: Lang) -> Option<impl IntoView + use<>> {
    let next = row.next.clone().filter(|next| next.declared)?;
    Some(view! { <small>{say!(lang, next_point)}{lang.pick("：", ": ")}{next.said}</small> })
}

/// Who leads it.
pub(super) fn lead(row: &TaskRow, state: &ViewState, lang: Lang) -> AnyView {
    if row.as_above {
        return view! { <span class="is-faint">{say!(lang, as_above)}</span> }.into_any();
    }
    let lead = row.lead.clone().map(|lead| {
        let basis = if lead.basis.is_empty() {
            String::new()
        } else {
            format!("{}{}", lang.pick("：", ": "), lead.basis)
        };
        let inferred = lead.inferred.then(|| view! { <small>{say!(lang, inferred)}{basis}</small> });
        let to = state.to_record(View::Departments, &lead.id);
        view! { <Link to=to>{lead.name}</Link>{inferred} }
    });
    lead.into_any()
}

/// Who supports and supervises it.
fn support(row: &TaskRow, state: &ViewState, lang: Lang) -> Option<AnyView> {
    if row.support.is_empty() && row.supervise.is_empty() {
        return None;
    }
    if row.as_above {
        return Some(view! { <span class="is-faint">{say!(lang, as_above)}</span> }.into_any());
    }
    let supervise = (!row.supervise.is_empty())
        .then(|| view! { <small>{say!(lang, supervise_role)}{lang.pick("：", ": ")}{linked(&row.supervise, state, lang)}</small> });
    Some(view! { {linked(&row.support, state, lang)}{supervise} }.into_any())
}

/// Departments in a row, each a link to its page.
fn linked(departments: &[(String, String)], state: &ViewState, lang: Lang) -> Vec<AnyView> {
    let link = |(at, (id, name)): (usize, &(String, String))| {
        let (to, name) = (state.to_record(View::Departments, id), name.clone());
        view! { {(at > 0).then(|| lang.pick("、", ", "))}<Link to=to>{name}</Link> }.into_any()
    };
    departments.iter().enumerate().map(link).collect()
}

/// The light and what it rests on.
#[component]
fn Standing(row: TaskRow, lang: Lang) -> impl IntoView {
    let basis = basis(&row);
    let light = row.light.map(|(light, word)| view! { <LightLabel light word lang /> });
    let demo = row.demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
    view! { {light}<small>{basis}{demo}</small> }
}
