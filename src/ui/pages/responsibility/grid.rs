//! The matrix as one stop of the keyboard: which of its cells has the focus, and where the keys lead from it.

use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::super::pointed::step_to;
use super::super::task_row::Folds;
use crate::model::responsibility::{DEPARTMENTS, Duties, FOLD, Matrix, NAME, step};
use crate::model::tasks::Shown;

/// A row of the matrix, none for the head, and a place in it.
pub type Stop = (Option<usize>, usize);

/// The keyboard's way through the matrix.
#[derive(Clone, Copy)]
pub struct Grid {
    /// The rows that are open, by division.
    pub open: Memo<Vec<Vec<Shown>>>,
    /// What the keyboard stops at.
    pub stop: Memo<Stop>,
    at: RwSignal<Stop>,
    ways: Memo<Vec<(Option<usize>, Vec<usize>)>>,
}

impl Grid {
    /// Finds the way through what is shown.
    pub fn new(matrix: Memo<Arc<Matrix>>, listed: Memo<Duties>, folds: Folds) -> Self {
        let open = Memo::new(move |_| {
            listed.with(|list| list.divisions.iter().map(|division| folds.seen(division)).collect::<Vec<_>>())
        });
        let ways = Memo::new(move |_| {
            let head = listed.with(|list| list.columns.iter().map(|unit| DEPARTMENTS + unit).collect());
            let mut ways = vec![(None, head)];
            matrix.with(|matrix| {
                open.with(|open| {
                    ways.extend(open.iter().flatten().map(|shown| (Some(shown.at), places(matrix, shown))));
                });
            });
            ways
        });
        let at = RwSignal::new((None, DEPARTMENTS));
        let stop = Memo::new(move |_| {
            let (row, place) = at.get();
            ways.with(|ways| {
                let is_there = ways.iter().any(|(known, places)| *known == row && places.contains(&place));
                let first = ways.first().and_then(|(_, head)| head.first()).copied().unwrap_or(DEPARTMENTS);
                if is_there { (row, place) } else { (None, first) }
            })
        });
        Self { open, stop, at, ways }
    }

    /// `0` for what the keyboard stops at, `-1` for all else.
    pub fn tabindex(self, stop: Stop) -> impl Fn() -> &'static str + Copy {
        move || if self.stop.get() == stop { "0" } else { "-1" }
    }

    /// Follows the keys.
    pub fn heard(self, event: &KeyboardEvent) {
        if event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let (row, place) = self.stop.get_untracked();
        let to = self.ways.with_untracked(|ways| {
            let from = ways.iter().position(|(known, _)| *known == row)?;
            let places: Vec<Vec<usize>> = ways.iter().map(|(_, places)| places.clone()).collect();
            let (to, place) = step(&places, (from, place), &event.key(), event.ctrl_key())?;
            Some((ways.get(to)?.0, place))
        });
        let Some(to) = to else { return };
        event.prevent_default();
        self.at.set(to);
        step_to(id_of(to));
    }

    /// Follows the focus where the reader sets it otherwise.
    pub fn focused(self, event: &FocusEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(stop) = target.and_then(|element| stop_of(&element.id()))
            && self.at.get_untracked() != stop
        {
            self.at.set(stop);
        }
    }
}

/// What can be reached in a row.
fn places(matrix: &Matrix, shown: &Shown) -> Vec<usize> {
    let fold = (shown.parts > 0).then_some(FOLD);
    let cells = matrix.rows[shown.at].cells.iter().map(|(unit, _)| DEPARTMENTS + unit);
    [NAME].into_iter().chain(fold).chain(cells).collect()
}

/// The id in the document of what stands at a stop.
pub fn id_of((row, place): Stop) -> String {
    match row {
        Some(row) => format!("cell-{row}-{place}"),
        None => format!("cell-head-{place}"),
    }
}

fn stop_of(id: &str) -> Option<Stop> {
    let (row, place) = id.strip_prefix("cell-")?.split_once('-')?;
    let row = if row == "head" { None } else { Some(row.parse().ok()?) };
    Some((row, place.parse().ok()?))
}
