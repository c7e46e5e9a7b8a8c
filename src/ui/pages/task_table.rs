//! The tasks in divisions, opened and closed like a tree. Of many thousand rows only those near the screen are drawn.

use std::sync::Arc;

use leptos::prelude::*;

use super::pointed::{follow_item, mark_of};
use super::task_keys::{HINT, TaskKeys};
use super::task_line::{TaskHead, TaskTools};
use super::task_row::{Folds, Row};
use super::task_time::{Time, TimeHead, TimeKeys};
use super::windowed::{Line, Windowed};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::tasks::{Division, Ledger, Shown, TaskList};
use crate::ui::components::{LightMark, Seal};
use crate::ui::context::use_route;

/// A table of no more rows than this is drawn whole, so that the browser finds every word of it.
const WHOLE: usize = 500;

/// About how high a row is, in pixels, that was never drawn.
const ROW: f64 = 64.0;

/// The table.
#[component]
pub fn TaskTable(
    /// The tasks.
    ledger: Memo<Arc<Ledger>>,
    /// What is shown of them.
    listed: Memo<TaskList>,
    /// Their edition, where they are drawn on a common time.
    #[prop(optional_no_strip)]
    timed: Option<Arc<Scene>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    // Where something is looked for, what is found is to be seen.
    let unfolded = Memo::new(move |_| {
        let asked = route.state.with(|state| state.expand);
        asked || listed.with(|list| list.filtered)
    });
    let folds = Folds::new(unfolded);
    let item = follow_item(move |item| {
        ledger.with_untracked(|ledger| {
            let mut at = ledger.entries.iter().position(|entry| entry.row.id == item);
            while let Some(above) = at.and_then(|at| ledger.entries[at].parent) {
                folds.open(above);
                at = Some(above);
            }
        });
    });
    let lines = Memo::new(move |_| {
        listed.with(|list| {
            let division = |division: &Division| {
                let head = Arc::new(Division { rows: Vec::new(), ..division.clone() });
                Line::division(head, &folds.seen(division)).collect::<Vec<_>>()
            };
            list.divisions.iter().flat_map(division).collect::<Vec<_>>()
        })
    });
    let order = Memo::new(move |_| {
        lines.with(|all| all.iter().filter_map(Line::row).map(|shown| shown.at).collect::<Vec<_>>())
    });
    let time = timed.map(|scene| Time::new(scene, order));
    let keys = TaskKeys::new(ledger, lines, folds);
    // What the address points at must be there to be pointed at, and what the keys stop at to have the focus.
    let stop = time.as_ref().map(|time| time.cursor.stop);
    let pointed = Memo::new(move |_| {
        let id = item.get()?;
        ledger.with(|ledger| ledger.entries.iter().position(|entry| entry.row.id == id))
    });
    let wanted = Signal::derive(move || {
        let entries = [pointed.get(), stop.and_then(|stop| stop.get()), keys.stop.get()];
        let is_of = |line: &Line<Arc<Division>, Shown>, entry| match line {
            Line::Head(division) => division.part == Some(entry),
            Line::Row(shown) => shown.at == entry,
        };
        lines.with(|all| {
            let place = |entry| all.iter().position(|line| is_of(line, entry));
            entries.into_iter().flatten().filter_map(place).collect()
        })
    });
    let axis = time.as_ref().map(|time| time.axis);
    let head = move || match axis {
        Some(axis) => view! { <TimeHead axis lang /> }.into_any(),
        None => view! { <TaskHead lang /> }.into_any(),
    };
    let said = time.as_ref().map(|time| view! { <TimeKeys axis=time.axis cursor=time.cursor lang /> });
    let class = if time.is_some() { "tasks is-ledger is-timed" } else { "tasks is-ledger" };
    let state = route.state.get_untracked();
    let draw = move |line| {
        let ledger = ledger.get_untracked();
        match line {
            Line::Head(division) => view! { <DivisionHead division ledger /> }.into_any(),
            Line::Row(shown) => {
                let whole = lines.with_untracked(|all| all.len() <= WHOLE);
                view! { <Row shown ledger folds whole item time=time.clone() state=state.clone() lang /> }
                    .into_any()
            }
        }
    };
    let fold = Callback::new(move |expand: bool| {
        let closed = !expand && listed.with_untracked(|list| list.filtered);
        let entries = ledger.with_untracked(|ledger| ledger.entries.len());
        folds.reset(closed, entries);
        route.refine(|state| state.expand = expand);
    });
    view! {
        <TaskTools fold lang />
        {said}
        <Show
            when=move || listed.with(|list| !list.divisions.is_empty())
            fallback=move || view! { <p class="empty">{say!(lang, no_task_found)}</p> }
        >
            <table class=class aria-describedby=HINT on:keydown=move |event| keys.heard(&event)>
                {head}
                <Windowed lines whole=WHOLE height=ROW columns=6 wanted draw=draw.clone() />
            </table>
            <p class="caption is-keys" id=HINT>{say!(lang, tree_hint)}</p>
        </Show>
    }
}

/// The title of a division.
#[component]
fn DivisionHead(division: Arc<Division>, ledger: Arc<Ledger>) -> impl IntoView {
    let Division { part, title, domain, light, counted, .. } = Division::clone(&division);
    let class = domain.as_ref().map(|(number, _)| format!(" domain-{number}")).unwrap_or_default();
    let seal = domain.map(|(number, seal)| view! { <Seal number seal /> });
    let light = light.map(|light| view! { <LightMark light /> });
    let part = part.map(|at| ledger.entries[at].row.clone());
    let id = part.as_ref().map(|row| row.id.clone());
    let mark = id.as_deref().map(mark_of);
    let section = part.map(|row| view! { <small>{row.section}</small> });
    view! {
        <tr class=format!("division-row{class}") id=mark data-task=id tabindex="-1">
            <th scope="rowgroup" colspan="6">
                <span class="division">{seal}{light}<span>{title}</span>{section}<span class="task-count">{counted}</span></span>
            </th>
        </tr>
    }
}
