//! Strips of points, one for each row of a table: keys go along a strip and from row to row, with one stop for all.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::pointed::step_to;
use crate::option::{Cursor, Step};

/// The id of the line that says which keys there are.
pub const HINT: &str = "strip-hint";

/// Where the reader is: on the strip of which row, and at which point of it.
#[derive(Clone, Copy)]
pub struct StripCursor {
    /// The row on whose strip the keyboard stops.
    pub stop: Memo<Option<usize>>,
    /// The point that the reader is at, in a sentence.
    pub said: RwSignal<Option<String>>,
    row: RwSignal<Option<usize>>,
    point: RwSignal<Option<usize>>,
    order: Memo<Vec<usize>>,
    prefix: &'static str,
}

impl StripCursor {
    /// Goes through the rows in this order; `prefix` begins the ids of the strips in the document.
    pub fn new(prefix: &'static str, order: Memo<Vec<usize>>) -> Self {
        let row = RwSignal::new(None);
        let stop = Memo::new(move |_| {
            let row: Option<usize> = row.get();
            order.with(|order| row.filter(|row| order.contains(row)).or_else(|| order.first().copied()))
        });
        Self { stop, row, point: RwSignal::new(None), said: RwSignal::new(None), order, prefix }
    }

    fn heard(self, own: usize, way: &Cursor, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let aside = match event.key().as_str() {
            "ArrowDown" => Some(1),
            "ArrowUp" => Some(-1),
            _ => None,
        };
        if let Some(aside) = aside {
            event.prevent_default();
            let next = self.order.with_untracked(|order| {
                let at = order.iter().position(|row| *row == own)?;
                order.get(at.checked_add_signed(aside)?).copied()
            });
            if let Some(next) = next {
                self.row.set(Some(next));
                step_to(self.id_of(next));
            }
            return;
        }
        let Some(step) = way.step(self.point.get_untracked(), &event.key()) else { return };
        event.prevent_default();
        self.row.set(Some(own));
        self.point.set(match step {
            Step::To(to) => Some(to),
            Step::Leave => None,
        });
        self.say(way);
    }

    /// Says the point that the reader is at.
    fn say(self, way: &Cursor) {
        let said = self.point.get_untracked().and_then(|point| way.points.get(point).cloned());
        self.said.set(said);
    }

    fn id_of(self, row: usize) -> String {
        format!("{}-{row}", self.prefix)
    }
}

/// The strip of a row, and under it the point that the reader is at.
#[component]
pub fn CursorStrip(
    /// The row.
    at: usize,
    /// Its CSS class.
    class: &'static str,
    /// The row and its strip in a sentence.
    label: String,
    /// What it is called.
    role: &'static str,
    /// Its points.
    way: Cursor,
    /// Draws it, given the point that the reader is at.
    picture: impl FnOnce(Memo<Option<usize>>) -> AnyView,
    /// Where the reader is.
    cursor: StripCursor,
) -> impl IntoView {
    let way = StoredValue::new(way);
    let focused = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let here = focused.get() && cursor.stop.get() == Some(at);
        if here { cursor.point.get() } else { None }
    });
    let said = move || shown.get().and_then(|point| way.with_value(|way| way.points.get(point).cloned()));
    view! {
        <div
            class=class
            id=cursor.id_of(at)
            tabindex=move || if cursor.stop.get() == Some(at) { "0" } else { "-1" }
            role="application"
            aria-roledescription=role
            aria-label=label
            aria-describedby=HINT
            on:keydown=move |event| way.with_value(|way| cursor.heard(at, way, &event))
            on:focus=move |_| {
                focused.set(true);
                cursor.row.set(Some(at));
                way.with_value(|way| cursor.say(way));
            }
            on:blur=move |_| focused.set(false)
        >
            {picture(shown)}
        </div>
        <p class="month-said" aria-hidden="true">{said}</p>
    }
}
