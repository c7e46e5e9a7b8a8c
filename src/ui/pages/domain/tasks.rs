//! A domain's tasks, opened and closed like a tree.

use leptos::prelude::*;

use super::super::pointed::{mark_of, point_at};
use super::super::task_cells::{Standing, TaskName, due, lead, support};
use super::TASKS;
use crate::domain::Lang;
use crate::model::domain_page::Tasks;
use crate::model::tasks::TaskRow;
use crate::route::ViewState;
use crate::ui::components::Link;

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
    let due = due(&row, lang);
    let (is_stated, as_above) = (row.due.is_some(), row.as_above);
    let (mark, id) = (mark_of(&row.id), row.id.clone());
    let is_open = Signal::derive(move || open.with(|open| open.get(index).copied().unwrap_or_default()));
    let toggle = Callback::new(move |()| {
        open.update(|open| {
            if let Some(open) = open.get_mut(index) {
                *open = !*open;
            }
        })
    });
    view! {
        <tr id=mark class=class data-task=id tabindex="-1" aria-current=here hidden=hidden>
            <th scope="row"><TaskName row=row.clone() state=state.clone() is_open toggle lang /></th>
            <td data-label=say!(lang, lead_role) class:is-above=as_above>{lead(&row, lang)}</td>
            <td data-label=say!(lang, support_role)>{support}</td>
            <td class="task-due" data-label=say!(lang, due_by) class:is-faint=!is_stated>{due}</td>
            <td class="task-light"><Standing row state lang /></td>
        </tr>
    }
}
