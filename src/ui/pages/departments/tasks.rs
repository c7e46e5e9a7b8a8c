//! The tasks of a unit, role by role.

use leptos::prelude::*;

use super::super::task_fold::{FoldRow, Folded};
use super::super::task_line::{TaskHead, TaskTools};
use crate::domain::Lang;
use crate::model::departments::{Role, RoleTasks};
use crate::route::{View, ViewState};
use crate::ui::components::Link;

/// A table for each role.
#[component]
pub fn TaskSections(
    /// The tasks.
    tasks: Vec<RoleTasks>,
    /// Which rows show their parts.
    folded: Folded,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// The unit's id.
    unit: String,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    if tasks.is_empty() {
        return ().into_any();
    }
    let fold = Callback::new(move |value| folded.fill(value));
    let filtered = ViewState { dept: Some(unit), ..state.to_view(View::Tasks) };
    let mut offset = 0;
    let sections = tasks.into_iter().map(|RoleTasks { role, counted, rows }| {
        let title = match role {
            Role::Lead => say!(lang, led_tasks),
            Role::Support => say!(lang, supported_tasks),
            Role::Supervise => say!(lang, supervised_tasks),
        };
        let first = offset;
        offset += rows.len();
        let rows = rows.into_iter().enumerate().map(|(at, row)| {
            view! { <FoldRow index={first + at} row folded item state=state.clone() lang /> }
        });
        let rows = rows.collect_view();
        view! {
            <section class="unit-tasks" data-role=format!("{role:?}").to_lowercase()>
                <h2>{title}<small>{counted}</small></h2>
                <table class="tasks"><TaskHead lang /><tbody>{rows}</tbody></table>
            </section>
        }
    });
    let sections = sections.collect_view();
    view! {
        <div class="unit-task-tools">
            <TaskTools fold lang />
            <Link to=filtered class="to-map">{say!(lang, tasks_filtered)}</Link>
        </div>
        {sections}
    }
    .into_any()
}
