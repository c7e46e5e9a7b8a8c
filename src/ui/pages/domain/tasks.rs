//! A domain's tasks, opened and closed like a tree.

use leptos::prelude::*;

use super::super::pointed::{mark_of, point_at};
use super::super::task_fold::{FoldRow, Folded};
use super::super::task_line::{TaskHead, TaskTools};
use super::TASKS;
use crate::domain::Lang;
use crate::model::domain_page::Tasks;
use crate::route::ViewState;
use crate::ui::components::Link;

/// The table of tasks with what stands over it.
#[component]
pub fn TaskSection(
    /// The tasks.
    tasks: Tasks,
    /// Which rows show their parts.
    folded: Folded,
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
                <Link to=here class="button is-plain" on:click=|_| point_at(TASKS)>{say!(lang, show_everything)}</Link>
            </p>
        }
    });
    let fold = Callback::new(move |value| folded.fill(value));
    let rows = rows.into_iter().enumerate();
    let rows = rows.map(|(index, row)| view! { <FoldRow index row folded item state=state.clone() lang /> });
    let rows = rows.collect_view();
    let table = view! {
        <TaskTools fold lang />
        <table class="tasks">
            <TaskHead lang />
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
