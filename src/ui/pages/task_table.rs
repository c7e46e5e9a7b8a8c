//! The tasks in divisions, opened and closed like a tree. Of many thousand rows only those near the screen are drawn.

use std::sync::Arc;

use leptos::prelude::*;

use super::blocks;
use super::pointed::{follow_item, mark_of};
use super::task_line::{TaskHead, TaskTools};
use super::task_row::{Folds, Row};
use super::task_time::{Time, TimeHead, TimeKeys};
use crate::browser::near::Near;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::tasks::{Division, Ledger, Shown, TaskList};
use crate::ui::components::{LightMark, Seal};
use crate::ui::context::use_route;

/// So many rows come and go together.
const BLOCK: usize = 50;

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
    let open = Memo::new(move |_| {
        listed.with(|list| list.divisions.iter().map(|division| rows(division, folds)).collect::<Vec<_>>())
    });
    let whole = Memo::new(move |_| open.with(|open| open.iter().map(Vec::len).sum::<usize>() <= WHOLE));
    let order =
        Memo::new(move |_| open.with(|open| open.iter().flatten().map(|shown| shown.at).collect::<Vec<_>>()));
    let time = timed.map(|scene| Time::new(scene, order));
    let axis = time.as_ref().map(|time| time.axis);
    let head = move || match axis {
        Some(axis) => view! { <TimeHead axis lang /> }.into_any(),
        None => view! { <TaskHead lang /> }.into_any(),
    };
    let said = time.as_ref().map(|time| view! { <TimeKeys axis=time.axis cursor=time.cursor lang /> });
    let class = if time.is_some() { "tasks is-ledger is-timed" } else { "tasks is-ledger" };
    let divisions = move || {
        let time = time.clone();
        listed
            .with(|list| list.divisions.clone())
            .into_iter()
            .enumerate()
            .map(move |(at, division)| {
                let rows = Memo::new(move |_| open.with(|open| open.get(at).cloned().unwrap_or_default()));
                let time = time.clone();
                view! { <DivisionRows division rows ledger=ledger.get_untracked() folds item whole time lang /> }
            })
            .collect_view()
    };
    let fold = Callback::new(move |expand: bool| {
        let closed = !expand && listed.with_untracked(|list| list.filtered);
        let entries = ledger.with_untracked(|ledger| ledger.entries.len());
        folds.reset(closed, entries);
        route.refine(|state| state.expand = expand);
    });
    view! {
        <TaskTools fold lang />
        <Show
            when=move || listed.with(|list| !list.divisions.is_empty())
            fallback=move || view! { <p class="empty">{say!(lang, no_task_found)}</p> }
        >
            <table class=class>
                {head}
                {divisions.clone()}
            </table>
        </Show>
        {said}
    }
}

/// The rows of a division whose tasks above are all open.
pub fn rows(division: &Division, folds: Folds) -> Vec<Shown> {
    let mut seen: Vec<bool> = Vec::with_capacity(division.rows.len());
    for row in &division.rows {
        let is_seen = row.parent.is_none_or(|parent| seen[parent] && folds.is_open(division.rows[parent].at));
        seen.push(is_seen);
    }
    division.rows.iter().zip(seen).filter(|(_, seen)| *seen).map(|(row, _)| *row).collect()
}

/// A division: its title, and its rows in blocks.
#[component]
fn DivisionRows(
    division: Division,
    rows: Memo<Vec<Shown>>,
    ledger: Arc<Ledger>,
    folds: Folds,
    item: Memo<Option<String>>,
    whole: Memo<bool>,
    time: Option<Time>,
    lang: Lang,
) -> impl IntoView {
    let Division { part, title, domain, light, counted, .. } = division;
    let class = domain.as_ref().map(|(number, _)| format!("domain-{number}")).unwrap_or_default();
    let seal = domain.map(|(number, seal)| view! { <Seal number seal /> });
    let light = light.map(|light| view! { <LightMark light /> });
    let part = part.map(|at| ledger.entries[at].row.clone());
    let id = part.as_ref().map(|row| row.id.clone());
    let mark = id.as_deref().map(mark_of);
    let section = part.map(|row| view! { <small>{row.section}</small> });
    let blocks = Memo::new(move |_| rows.with(|rows| rows.len().div_ceil(BLOCK)));
    view! {
        <tbody class=class.clone()>
            <tr class="division-row" id=mark data-task=id tabindex="-1">
                <th scope="rowgroup" colspan="5">
                    <span class="division">{seal}{light}<span>{title}</span>{section}<span class="task-count">{counted}</span></span>
                </th>
            </tr>
        </tbody>
        <For each=move || 0..blocks.get() key=|block| *block let:block>
            <Block block rows ledger=ledger.clone() folds item whole time=time.clone() class=class.clone() lang />
        </For>
    }
}

/// Rows that come and go together; a gap as high as they were stands for them while they are far away.
#[component]
fn Block(
    block: usize,
    rows: Memo<Vec<Shown>>,
    ledger: Arc<Ledger>,
    folds: Folds,
    item: Memo<Option<String>>,
    whole: Memo<bool>,
    time: Option<Time>,
    class: String,
    lang: Lang,
) -> impl IntoView {
    let place = NodeRef::new();
    let near = Near::watch(place);
    let state = use_route().state.get_untracked();
    let own = blocks::rows_of(rows, block, BLOCK);
    // What the address points at must be there to be pointed at.
    let points_here = {
        let ledger = ledger.clone();
        Memo::new(move |_| {
            item.with(|item| {
                let is_it = |shown: &Shown| Some(&ledger.entries[shown.at].row.id) == item.as_ref();
                item.is_some() && own.with(|own| own.iter().any(is_it))
            })
        })
    };
    let drawn = Memo::new(move |_| whole.get() || near.is_near() || points_here.get());
    let gap = move || (!drawn.get()).then(|| blocks::gap(near, own.with(Vec::len), ROW, 5));
    let each = move || if drawn.get() { own.get() } else { Vec::new() };
    view! {
        <tbody class=class node_ref=place>
            <For each key=|shown| *shown let:shown>
                <Row shown ledger=ledger.clone() folds item time=time.clone() state=state.clone() lang />
            </For>
            {gap}
        </tbody>
    }
}
