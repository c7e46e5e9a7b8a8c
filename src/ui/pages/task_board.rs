//! The tasks as a board: a column for each light, the gravest first.

use std::sync::Arc;

use leptos::prelude::*;

use super::pointed::{Jump, mark_of};
use super::task_goals::{basis, progress};
use super::task_line::lead;
use crate::domain::Lang;
use crate::model::place::Place;
use crate::model::tasks::{Entry, Lane, Ledger, TaskList};
use crate::route::{View, ViewState};
use crate::ui::components::{LightLabel, Link};
use crate::ui::context::use_route;

/// So many tasks of a column are drawn, and as many more whenever more are asked for.
const STEP: usize = 40;

/// The board.
#[component]
pub fn TaskBoard(
    /// The tasks.
    ledger: Memo<Arc<Ledger>>,
    /// What is shown of them.
    listed: Memo<TaskList>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let here = use_route().state;
    move || {
        let ledger = ledger.get();
        let lanes = listed.with(|list| ledger.board(list));
        let state = here.get_untracked();
        if lanes.iter().all(|lane| lane.entries.is_empty()) {
            return view! { <p class="empty">{say!(lang, no_task_found)}</p> }.into_any();
        }
        let jumps = lanes.iter().map(|lane| {
            let text = format!("{} {}", lane.word, lane.entries.len());
            view! { <li><Jump to=here record=mark(lane)>{text}</Jump></li> }
        });
        let jumps = jumps.collect_view();
        let lanes = lanes
            .into_iter()
            .map(|lane| view! { <LaneView lane ledger=ledger.clone() state=state.clone() lang /> })
            .collect_view();
        view! {
            <p class="caption">{say!(lang, board_note)}</p>
            <nav class="board-jumps" aria-label=say!(lang, contents)><ul>{jumps}</ul></nav>
            <div class="board">{lanes}</div>
        }
        .into_any()
    }
}

fn mark(lane: &Lane) -> String {
    format!("lane-{:?}", lane.light).to_lowercase()
}

/// A column.
#[component]
fn LaneView(lane: Lane, ledger: Arc<Ledger>, state: ViewState, lang: Lang) -> impl IntoView {
    let (id, name) = (mark_of(&mark(&lane)), mark_of(&mark(&lane)));
    let Lane { light, word, entries } = lane;
    let count = entries.len();
    let drawn = RwSignal::new(STEP);
    let more = move || {
        (drawn.get() < count).then(|| {
            let left = count - drawn.get();
            let text = lang.pick(format!("再列{}项，还有{left}项", left.min(STEP)), format!("{} more of {left}", left.min(STEP)));
            view! {
                <button type="button" class="text-button" on:click=move |_| drawn.update(|drawn| *drawn += STEP)>{text}</button>
            }
        })
    };
    let each = move || entries.iter().copied().take(drawn.get()).collect::<Vec<_>>();
    view! {
        <section class="lane" aria-labelledby=name data-lane=light.code()>
            <h2 id=id tabindex="-1"><LightLabel light word lang /><span class="task-count">{count}</span></h2>
            <ol>
                <For each key=|at| *at let:at>
                    <BoardTask ledger=ledger.clone() at state=state.clone() lang />
                </For>
            </ol>
            {more}
        </section>
    }
}

/// A task of a column.
#[component]
fn BoardTask(ledger: Arc<Ledger>, at: usize, state: ViewState, lang: Lang) -> impl IntoView {
    let Entry { row, parent, .. } = &ledger.entries[at];
    let row = row.clone();
    let within = parent.filter(|_| row.depth > 1).map(|at| ledger.entries[at].row.name.clone());
    let to = Place::item(View::Tasks, &row.id).address(&state);
    let within = within.map(|within| view! { " · "{say!(lang, part_of)}" "{within} });
    let due = row.due.clone().map(|due| view! { <small>{say!(lang, due_by)}" "{due}</small> });
    let demo = row.demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
    let (reached, basis) = (progress(&row, &state, lang), basis(&row));
    // Beside others of another item "as above" would say nothing.
    let own = crate::model::tasks::TaskRow { as_above: false, ..row.clone() };
    view! {
        <li data-task=row.id.clone()>
            <Link to=to>{row.name.clone()}</Link>
            <small>{row.section.clone()}{within}</small>
            <small class="lane-lead">{lead(&own, &state, lang)}</small>
            {due}
            {reached}
            <small>{basis}{demo}</small>
        </li>
    }
}
