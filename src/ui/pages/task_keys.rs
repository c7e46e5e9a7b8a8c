//! The keys that lead through the tree of tasks: the table hears them for all of its rows.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::pointed::{mark_of, step_into};
use super::task_row::Folds;
use super::windowed::Line;
use crate::model::tasks::{Division, Ledger, Shown, Walk, walk};

/// The id of the line that says which keys there are.
pub const HINT: &str = "tree-hint";

/// The keyboard's way through the table.
#[derive(Clone, Copy)]
pub struct TaskKeys {
    /// The entry to which the keys led last; its row must be there to get the focus.
    pub stop: RwSignal<Option<usize>>,
    ledger: Memo<Arc<Ledger>>,
    lines: Memo<Vec<Line<Arc<Division>, Shown>>>,
    folds: Folds,
}

impl TaskKeys {
    /// Finds the way through what is shown.
    pub fn new(
        ledger: Memo<Arc<Ledger>>,
        lines: Memo<Vec<Line<Arc<Division>, Shown>>>,
        folds: Folds,
    ) -> Self {
        Self { stop: RwSignal::new(None), ledger, lines, folds }
    }

    /// Follows the keys.
    pub fn heard(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let Some(id) = task_of(event) else { return };
        let place =
            self.ledger.with_untracked(|ledger| ledger.entries.iter().position(|one| one.row.id == id));
        let Some(entry) = place else { return };
        let rows: Vec<Shown> =
            self.lines.with_untracked(|lines| lines.iter().filter_map(Line::row).collect());
        // From the title of a part of the plan, all keys lead to its first task.
        let title = self.lines.with_untracked(|lines| {
            let is_title = |line: &Line<Arc<Division>, Shown>| matches!(line, Line::Head(head) if head.part == Some(entry));
            let title = lines.iter().position(is_title)?;
            Some(lines.iter().take(title).filter_map(Line::row).count())
        });
        let own = rows.iter().position(|shown| shown.at == entry);
        let Some(at) = own.or(title) else { return };
        let is_open = |entry| untrack(|| self.folds.is_open(entry));
        let Some(walk) = walk(&rows, at, &event.key(), is_open) else { return };
        event.prevent_default();
        match walk {
            _ if own.is_none() => self.go(rows[at].at),
            Walk::Flip => self.folds.flip(entry),
            Walk::To(to) => self.go(rows[to].at),
        }
    }

    fn go(self, entry: usize) {
        self.stop.set(Some(entry));
        step_into(self.ledger.with_untracked(|ledger| mark_of(&ledger.entries[entry].row.id)));
    }
}

/// The id of the task in whose row a key was pressed; none on a strip of points, which has keys of its own.
fn task_of(event: &KeyboardEvent) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let is_own = target.closest("[role=application]").ok()?.is_none();
    target.closest("tr[data-task]").ok()?.filter(|_| is_own)?.get_attribute("data-task")
}
