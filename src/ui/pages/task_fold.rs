//! Tasks in a table that open and close like a tree, all of them drawn.

use leptos::prelude::*;

use super::task_line::TaskLine;
use crate::domain::Lang;
use crate::model::tasks::TaskRow;
use crate::route::ViewState;

/// Which rows show their parts.
#[derive(Clone, Copy)]
pub struct Folded {
    open: RwSignal<Vec<bool>>,
    /// The id of every row, and the row of the task that it is a part of.
    order: StoredValue<Vec<(String, Option<usize>)>>,
}

impl Folded {
    /// Folds rows; those at the top are open where `first` says so.
    pub fn new<'a>(rows: impl Iterator<Item = &'a TaskRow> + Clone, first: bool) -> Self {
        let open = rows.clone().map(|row| first && row.depth == 0).collect();
        let order = rows.map(|row| (row.id.clone(), row.parent)).collect();
        Self { open: RwSignal::new(open), order: StoredValue::new(order) }
    }

    /// Opens everything, or closes it.
    pub fn fill(self, value: bool) {
        self.open.update(|open| open.fill(value));
    }

    /// Opens what a row stands below, and the row itself.
    pub fn reveal(self, id: &str) {
        self.order.with_value(|order| {
            let mut at = order.iter().position(|(known, _)| known == id);
            self.open.update(|open| {
                while let Some(row) = at {
                    open[row] = true;
                    at = order[row].1;
                }
            });
        });
    }

    fn is_open(self, row: usize) -> bool {
        self.open.with(|open| open.get(row).copied().unwrap_or_default())
    }

    fn is_hidden(self, row: usize) -> bool {
        self.order.with_value(|order| {
            let mut at = order[row].1;
            while let Some(above) = at {
                if !self.is_open(above) {
                    return true;
                }
                at = order[above].1;
            }
            false
        })
    }

    fn flip(self, row: usize) {
        self.open.update(|open| {
            if let Some(open) = open.get_mut(row) {
                *open = !*open;
            }
        });
    }
}

/// A row that its parent may hide.
#[component]
pub fn FoldRow(
    /// Its place among the rows.
    index: usize,
    /// The task.
    row: TaskRow,
    /// Which rows show their parts.
    folded: Folded,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let class = format!("depth-{}{}", row.depth.min(3), if row.is_part { " is-part" } else { "" });
    let hidden = Signal::derive(move || folded.is_hidden(index));
    let is_open = Signal::derive(move || folded.is_open(index));
    let toggle = Callback::new(move |()| folded.flip(index));
    view! { <TaskLine row class hidden is_open toggle item state lang /> }
}
