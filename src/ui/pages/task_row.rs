//! A task of the table, and which tasks show their parts.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::pointed::mark_of;
use super::task_cells::{Standing, TaskName, due, lead, support};
use crate::domain::Lang;
use crate::model::tasks::{Ledger, Shown, TaskRow};
use crate::route::ViewState;

/// Which tasks show their parts: all or none of them, but for those that the reader folded otherwise.
#[derive(Clone, Copy)]
pub struct Folds {
    /// Whether a task shows its parts that the reader did not touch.
    pub unfolded: Memo<bool>,
    /// The entries that the reader folded otherwise.
    pub flipped: RwSignal<BTreeSet<usize>>,
}

impl Folds {
    /// Whether a task shows its parts.
    pub fn is_open(self, at: usize) -> bool {
        self.unfolded.get() != self.flipped.with(|flipped| flipped.contains(&at))
    }

    /// Opens a closed task and closes an open one.
    pub fn flip(self, at: usize) {
        self.flipped.update(|flipped| {
            if !flipped.remove(&at) {
                flipped.insert(at);
            }
        });
    }

    /// Opens a task.
    pub fn open(self, at: usize) {
        if !untrack(|| self.is_open(at)) {
            self.flip(at);
        }
    }
}

/// A task's row.
#[component]
pub fn Row(
    /// The task and its place.
    shown: Shown,
    /// The tasks.
    ledger: Arc<Ledger>,
    /// Which tasks show their parts.
    folds: Folds,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let entry = &ledger.entries[shown.at];
    let within = entry.parent.filter(|_| shown.parent.is_none() && entry.row.depth > 1);
    let row = TaskRow {
        parts: shown.parts,
        as_above: entry.row.as_above && shown.parent.is_some(),
        within: within.map(|at| ledger.entries[at].row.name.clone()),
        ..entry.row.clone()
    };
    let own = row.id.clone();
    let here = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
    let context = if shown.context { " is-context" } else { "" };
    let class = format!("depth-{}{context}", shown.depth.min(3));
    let is_open = Signal::derive(move || folds.is_open(shown.at));
    let toggle = Callback::new(move |()| folds.flip(shown.at));
    let (is_stated, as_above) = (row.due.is_some(), row.as_above);
    let (mark, id) = (mark_of(&row.id), row.id.clone());
    view! {
        <tr id=mark class=class data-task=id tabindex="-1" aria-current=here>
            <th scope="row"><TaskName row=row.clone() state=state.clone() is_open toggle lang /></th>
            <td data-label=say!(lang, lead_role) class:is-above=as_above>{lead(&row, lang)}</td>
            <td data-label=say!(lang, support_role)>{support(&row, lang)}</td>
            <td class="task-due" data-label=say!(lang, due_by) class:is-faint=!is_stated>{due(&row, lang)}</td>
            <td class="task-light"><Standing row state lang /></td>
        </tr>
    }
}
