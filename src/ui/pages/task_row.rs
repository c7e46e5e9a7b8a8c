//! A task of the table, and which tasks show their parts.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::task_line::TaskLine;
use super::task_time::{Time, TimeLine};
use crate::domain::Lang;
use crate::model::tasks::{Division, Ledger, Shown, TaskRow};
use crate::route::ViewState;

/// Which tasks show their parts: all or none of them, but for those that the reader folded otherwise.
#[derive(Clone, Copy)]
pub struct Folds {
    unfolded: Memo<bool>,
    flipped: RwSignal<BTreeSet<usize>>,
}

impl Folds {
    /// All tasks show their parts or none does, as `unfolded` says; what the reader folded otherwise is forgotten with
    /// every change of it.
    pub fn new(unfolded: Memo<bool>) -> Self {
        let flipped = RwSignal::new(BTreeSet::new());
        Effect::new(move |before: Option<bool>| {
            let unfolded = unfolded.get();
            if before.is_some_and(|before| before != unfolded) {
                flipped.set(BTreeSet::new());
            }
            unfolded
        });
        Self { unfolded, flipped }
    }

    /// Forgets what the reader folded otherwise; where a filter opens everything by itself, all of `count` tasks may be
    /// `closed` by hand instead.
    pub fn reset(self, closed: bool, count: usize) {
        self.flipped.set(if closed { (0..count).collect() } else { BTreeSet::new() });
    }

    /// The rows of a division whose tasks above are all open.
    pub fn seen(self, division: &Division) -> Vec<Shown> {
        let unfolded = self.unfolded.get();
        self.flipped.with(|flipped| {
            let mut seen: Vec<bool> = Vec::with_capacity(division.rows.len());
            for row in &division.rows {
                let is_open = |above: usize| unfolded != flipped.contains(&division.rows[above].at);
                seen.push(row.parent.is_none_or(|above| seen[above] && is_open(above)));
            }
            division.rows.iter().zip(seen).filter(|(_, seen)| *seen).map(|(row, _)| *row).collect()
        })
    }

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
    /// Whether every row of the table is drawn in the end, so that what it is a part of stands above it.
    whole: bool,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// The time on which it is drawn, if it is.
    time: Option<Time>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let entry = &ledger.entries[shown.at];
    let within = entry.parent.filter(|_| shown.parent.is_none() && entry.row.depth > 1);
    // "As above" is said only where that is seen above.
    let is_pointed = || item.with_untracked(|item| item.as_deref() == Some(entry.row.id.as_str()));
    let row = TaskRow {
        parts: shown.parts,
        as_above: entry.row.as_above && shown.parent.is_some() && whole && !is_pointed(),
        within: within.map(|at| ledger.entries[at].row.name.clone()),
        ..entry.row.clone()
    };
    let context = if shown.context { " is-context" } else { "" };
    let class = format!("depth-{}{context}", shown.depth.min(3));
    let is_open = Signal::derive(move || folds.is_open(shown.at));
    let toggle = Callback::new(move |()| folds.flip(shown.at));
    match time {
        Some(time) => {
            view! { <TimeLine at=shown.at task=entry.task row class time is_open toggle item state lang /> }
                .into_any()
        }
        None => view! { <TaskLine row class is_open toggle item state lang /> }.into_any(),
    }
}
