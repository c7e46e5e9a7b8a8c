//! Rows of a long table in blocks that come and go together: what is far from the screen is a gap as high as it was.

use leptos::prelude::*;

use crate::browser::near::Near;

/// The rows of a block, of `size` rows each but for the last.
pub fn rows_of<T>(rows: Memo<Vec<T>>, block: usize, size: usize) -> Memo<Vec<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| {
        let from = block * size;
        rows.with(|rows| rows.get(from..rows.len().min(from + size)).map(<[T]>::to_vec).unwrap_or_default())
    })
}

/// What stands for `count` rows of so many `columns` while they are not drawn; `row` is the height of one in pixels,
/// guessed as long as they never were.
pub fn gap(near: Near, count: usize, row: f64, columns: usize) -> impl IntoView {
    let height = near.height().unwrap_or(count as f64 * row);
    view! { <tr class="gap" aria-hidden="true"><td colspan=columns style:height=format!("{height}px")></td></tr> }
}
