//! A domain's tasks, opened and closed like a tree.

use leptos::prelude::*;

use super::super::pointed::{mark_of, point_at};
use super::TASKS;
use crate::domain::Lang;
use crate::model::domain_page::{TaskRow, Tasks};
use crate::route::{View, ViewState};
use crate::ui::components::{LightLabel, Link};

/// The table of tasks with what stands over it.
#[component]
pub fn TaskSection(
    /// The tasks.
    tasks: Tasks,
    /// Which rows show their parts.
    open: RwSignal<Vec<bool>>,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// The department whose tasks alone are listed.
    only: Option<(String, String)>,
    /// The page without what narrows it.
    here: ViewState,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let Tasks { rows, counted } = tasks;
    let empty = rows.is_empty();
    let chip = only.map(|(_, name)| {
        view! {
            <p class="chip" data-only="">
                <span>{say!(lang, only_department)}{lang.pick("：", ": ")}<b>{name}</b></span>
                <Link to=Signal::stored(here) class="button is-plain" on:click=|_| point_at(TASKS)>{say!(lang, show_everything)}</Link>
            </p>
        }
    });
    let all = move |value: bool| move |_| open.update(|open| open.fill(value));
    let parents: StoredValue<Vec<Option<usize>>> =
        StoredValue::new(rows.iter().map(|row| row.parent).collect());
    let rows = rows.into_iter().enumerate();
    let rows =
        rows.map(|(index, row)| view! { <Row index row parents open item state=state.clone() lang /> });
    let rows = rows.collect_view();
    let table = view! {
        <div class="domain-tools">
            <p class="caption">{say!(lang, tasks_note)}</p>
            <div class="fold-all">
                <button type="button" class="text-button toggle" on:click=all(true)>{say!(lang, expand_all)}</button>
                <button type="button" class="text-button toggle" on:click=all(false)>{say!(lang, collapse_all)}</button>
            </div>
        </div>
        <table class="tasks">
            <thead>
                <tr>
                    <th scope="col">{say!(lang, task)}</th>
                    <th scope="col">{say!(lang, lead_role)}</th>
                    <th scope="col">{say!(lang, support_role)}</th>
                    <th scope="col">{say!(lang, due_by)}</th>
                    <th scope="col">{say!(lang, light)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <section class="domain-tasks">
            <h2 id=mark_of(TASKS) tabindex="-1">{say!(lang, tasks)}<small>{counted}</small></h2>
            {chip}
            {if empty { view! { <p class="empty">{say!(lang, no_tasks)}</p> }.into_any() } else { table.into_any() }}
        </section>
    }
}

#[component]
fn Row(
    index: usize,
    row: TaskRow,
    parents: StoredValue<Vec<Option<usize>>>,
    open: RwSignal<Vec<bool>>,
    item: Memo<Option<String>>,
    state: ViewState,
    lang: Lang,
) -> impl IntoView {
    let own = row.id.clone();
    let here = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
    let hidden = move || {
        open.with(|open| {
            parents.with_value(|parents| {
                let mut at = parents[index];
                while let Some(above) = at {
                    if !open.get(above).copied().unwrap_or_default() {
                        return true;
                    }
                    at = parents[above];
                }
                false
            })
        })
    };
    let class = format!("depth-{}{}", row.depth.min(3), if row.is_part { " is-part" } else { "" });
    let support = support(&row, lang);
    let due = row
        .due
        .clone()
        .or_else(|| (!row.is_part && !row.principle).then(|| say!(lang, not_stated).to_owned()));
    let (is_stated, as_above) = (row.due.is_some(), row.as_above);
    let (mark, id) = (mark_of(&row.id), row.id.clone());
    view! {
        <tr id=mark class=class data-task=id tabindex="-1" aria-current=here hidden=hidden>
            <th scope="row"><Name index row=row.clone() open lang /></th>
            <td data-label=say!(lang, lead_role) class:is-above=as_above>{lead(&row, lang)}</td>
            <td data-label=say!(lang, support_role)>{support}</td>
            <td class="task-due" data-label=say!(lang, due_by) class:is-faint=!is_stated>{due}</td>
            <td class="task-light"><Standing row state lang /></td>
        </tr>
    }
}

/// The task's name, which opens its parts where it has some.
#[component]
fn Name(index: usize, row: TaskRow, open: RwSignal<Vec<bool>>, lang: Lang) -> impl IntoView {
    let is_open = move || open.with(|open| open.get(index).copied().unwrap_or_default());
    let toggle = move |_| {
        open.update(|open| {
            if let Some(open) = open.get_mut(index) {
                *open = !*open;
            }
        })
    };
    let name = if row.parts > 0 {
        view! {
            <button type="button" class="fold" aria-expanded=move || if is_open() { "true" } else { "false" } on:click=toggle>
                <span>{row.name}</span>
                <small>{row.parts}{say!(lang, parts_suffix)}</small>
            </button>
        }
        .into_any()
    } else {
        view! { <span class="leaf">{row.name}</span> }.into_any()
    };
    let within = row.within.map(|within| view! { <span>{say!(lang, part_of)}" "{within}</span> });
    let principle = row.principle.then(|| view! { <span class="tag">{say!(lang, principle)}</span> });
    view! { {name}<small class="section">{principle}<span>{row.section}</span>{within}</small> }
}

fn lead(row: &TaskRow, lang: Lang) -> AnyView {
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
        view! { {lead.name}{inferred} }
    });
    lead.into_any()
}

fn support(row: &TaskRow, lang: Lang) -> Option<AnyView> {
    if row.as_above || (row.support.is_empty() && row.supervise.is_empty()) {
        return None;
    }
    let supervise = (!row.supervise.is_empty())
        .then(|| view! { <small>{say!(lang, supervise_role)}{lang.pick("：", ": ")}{row.supervise.clone()}</small> });
    Some(view! { {row.support.clone()}{supervise} }.into_any())
}

/// The light and what it rests on.
#[component]
fn Standing(row: TaskRow, state: ViewState, lang: Lang) -> impl IntoView {
    let light = row.light.map(|(light, word)| view! { <LightLabel light word lang /> });
    let basis = match row.goal {
        Some(goal) => {
            let to = state.to_record(View::Indicator, &goal);
            view! { <Link to=Signal::stored(to)>{row.basis}</Link> }.into_any()
        }
        None => row.basis.into_any(),
    };
    let demo = row.demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
    view! { {light}<small>{basis}{demo}</small> }
}
