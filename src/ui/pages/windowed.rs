//! The body of a long table, of which only what is near the screen is drawn; for the rest stands a gap as high.

use std::hash::Hash;
use std::ops::Range;

use leptos::html::Tbody;
use leptos::prelude::*;
use web_sys::HtmlTableSectionElement;

use super::kept::Kept;
use crate::browser::document::window_size;
use crate::browser::scrolling::{after_frame, on_move, printing};
use crate::model::window::{self, Heights, Piece};

/// So many lines are drawn before it is known how the page lies on the screen.
const FIRST: usize = 20;

/// So many lines come in a frame before they are seen: of a list that is drawn whole in the end, and of another.
const MORE: [usize; 2] = [8, 2];

/// A frame that draws more lines than this has enough to do.
const BUSY: usize = 5;

/// How far above and below the screen still counts as near, in pixels.
const MARGIN: f64 = 900.0;

/// A line of the table: the title of a division, or a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Line<H, R> {
    /// The title.
    Head(H),
    /// The row.
    Row(R),
}

impl<H, R: Copy> Line<H, R> {
    /// The lines of a division.
    pub fn division(head: H, rows: &[R]) -> impl Iterator<Item = Self> {
        std::iter::once(Self::Head(head)).chain(rows.iter().map(|row| Self::Row(*row)))
    }

    /// The row; none of a title.
    pub fn row(&self) -> Option<R> {
        match self {
            Self::Head(_) => None,
            Self::Row(row) => Some(*row),
        }
    }
}

/// Where a row stands among the lines, as what must be there is asked for; nowhere, where it is not shown.
pub fn place_of<H, R: Copy>(lines: &[Line<H, R>], is: impl Fn(R) -> bool) -> Vec<usize> {
    lines.iter().position(|line| matches!(line, Line::Row(row) if is(*row))).into_iter().collect()
}

/// What stands in the table: a line, or a gap of some height for the lines of a range.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Part<H, R> {
    Line(Line<H, R>),
    Gap(Range<usize>, u64),
}

/// Which lines of a list are drawn, and what is known of all of them.
#[derive(Clone, Copy)]
struct Window {
    place: NodeRef<Tbody>,
    /// Counts the lists: what was drawn and measured of one says nothing of the next.
    edition: Memo<usize>,
    count: Signal<usize>,
    whole: usize,
    height: f64,
    heights: StoredValue<(usize, Heights)>,
    drawn: RwSignal<(usize, Range<usize>)>,
    seen: StoredValue<Range<usize>>,
    focused: RwSignal<Option<usize>>,
    pieces: Memo<Vec<Piece>>,
    /// Whether it looks again after the frame that is under way.
    waits: StoredValue<bool>,
    /// Whether this frame has rows enough to draw.
    is_busy: StoredValue<bool>,
}

impl Window {
    fn new(
        place: NodeRef<Tbody>,
        edition: Memo<usize>,
        count: Signal<usize>,
        whole: usize,
        height: f64,
        wanted: Signal<Vec<usize>>,
    ) -> Self {
        let all = count.get_untracked();
        let first = if all <= whole { all } else { FIRST };
        let drawn = RwSignal::new((edition.get_untracked(), 0..first));
        let seen = StoredValue::new(0..FIRST);
        let focused = RwSignal::new(None);
        let printed = printing();
        let pieces = Memo::new(move |_| {
            let count = count.get();
            if printed.get() {
                return window::pieces(count, &(0..count), &[]);
            }
            let (of, range) = drawn.get();
            let range = if of == edition.get() { range } else { seen.get_value() };
            let others: Vec<usize> = wanted.get().into_iter().chain(focused.get()).collect();
            window::pieces(count, &range, &others)
        });
        let heights = StoredValue::new((usize::MAX, Heights::default()));
        let [waits, is_busy] = [false; 2].map(StoredValue::new);
        Self { place, edition, count, whole, height, heights, drawn, seen, focused, pieces, waits, is_busy }
    }

    /// What is known of the heights of the lines of now.
    fn heights<T>(self, tell: impl FnOnce(&mut Heights) -> T) -> T {
        let now = self.edition.get_untracked();
        let mut known = self.heights.write_value();
        if known.0 != now {
            *known = (now, Heights::guessed(vec![self.height; self.count.get_untracked()]));
        }
        tell(&mut known.1)
    }

    /// Measures what is drawn, and draws what is seen, and of what is near so many lines `more`.
    fn look(self, more: usize) {
        let Some(now) = self.edition.try_get_untracked() else { return };
        let Some(body) = self.place.get_untracked().filter(|body| body.offset_width() > 0) else { return };
        self.measure(&body);
        let top = body.get_bounding_client_rect().top();
        let [_, screen] = window_size();
        let [seen, mut near] = self.heights(|heights| {
            [0.0, MARGIN].map(|margin| heights.between(-top - margin, screen - top + margin))
        });
        if self.is_whole() {
            near = 0..self.count.get_untracked();
        }
        let (of, before) = self.drawn.get_untracked();
        let base = if of == now { before.clone() } else { self.seen.get_value() };
        let next = window::next(&base, &seen, &near, more);
        self.seen.set_value(seen);
        if next != near {
            self.look_again();
        }
        if (of, &before) != (now, &next) {
            let fresh = next.clone().filter(|line| !base.contains(line)).count();
            self.is_busy.set_value(fresh > BUSY);
            self.drawn.set((now, next));
        }
    }

    /// Notes how high the lines are that are drawn, and which of them has the focus, which must not be lost.
    fn measure(self, body: &HtmlTableSectionElement) {
        let (pieces, rows) = (self.pieces.get_untracked(), body.rows());
        if rows.length() as usize != pieces.len() {
            return;
        }
        let active = document().active_element().filter(|active| body.contains(Some(active)));
        let mut focused = None;
        self.heights(|heights| {
            for (at, piece) in pieces.into_iter().enumerate() {
                let (Piece::Line(line), Some(row)) = (piece, rows.item(at as u32)) else { continue };
                heights.measured(line, row.get_bounding_client_rect().height());
                if active.as_ref().is_some_and(|active| row.contains(Some(active))) {
                    focused = Some(line);
                }
            }
        });
        if self.focused.get_untracked() != focused {
            self.focused.set(focused);
        }
    }

    /// Whether all of it is drawn in the end.
    fn is_whole(self) -> bool {
        self.count.get_untracked() <= self.whole
    }

    /// Looks again when the frame that is under way is on the screen, so that it need not wait for more.
    fn look_again(self) {
        if self.waits.try_get_value() != Some(false) {
            return;
        }
        self.waits.set_value(true);
        after_frame(move || {
            if self.waits.try_update_value(|waits| *waits = false).is_none() {
                return;
            }
            if self.is_busy.get_value() {
                self.is_busy.set_value(false);
                self.look_again();
            } else {
                let [whole, other] = MORE;
                self.look(if self.is_whole() { whole } else { other });
            }
        });
    }
}

/// The body of a table: the lines that are drawn, and gaps for the others.
#[component]
pub fn Windowed<H, R>(
    /// All lines, no two alike; one that stays what it was is not drawn anew.
    lines: Memo<Vec<Line<H, R>>>,
    /// A list of no more lines than this is drawn whole in the end, so that the browser finds every word of it.
    whole: usize,
    /// About how high a line is, in pixels, that was never drawn.
    height: f64,
    /// How many columns the table has.
    columns: usize,
    /// Lines that must be there, wherever the reader is.
    wanted: Signal<Vec<usize>>,
    /// Draws a line: a row of the table.
    draw: impl Fn(Line<H, R>) -> AnyView + 'static,
) -> impl IntoView
where
    H: Clone + Eq + Hash + Send + Sync + 'static,
    R: Clone + Eq + Hash + Send + Sync + 'static,
{
    let edition = Memo::new(move |before: Option<&usize>| {
        lines.track();
        before.map_or(0, |before| before + 1)
    });
    let count = Signal::derive(move || lines.with(Vec::len));
    let place = NodeRef::new();
    let window = Window::new(place, edition, count, whole, height, wanted);
    on_move(move || window.look(0));
    let drawn = move |part: &Part<H, R>| match part {
        Part::Line(line) => draw(line.clone()),
        Part::Gap(_, height) => {
            let height = format!("{}px", f64::from_bits(*height));
            view! { <tr class="gap" aria-hidden="true"><td colspan=columns style:height=height></td></tr> }
                .into_any()
        }
    };
    let rows = StoredValue::new_local(Kept::new());
    Effect::new(move |_| {
        edition.track();
        let pieces = window.pieces.get();
        let Some(body) = place.get() else { return };
        let part = |piece| match piece {
            Piece::Line(at) => lines.with_untracked(|all| all.get(at).cloned().map(Part::Line)),
            Piece::Gap(gap) => {
                Some(Part::Gap(gap.clone(), window.heights(|heights| heights.sum(gap)).to_bits()))
            }
        };
        let parts: Vec<_> = pieces.into_iter().filter_map(part).collect();
        rows.update_value(|rows| rows.show(&body, &parts, &drawn));
    });
    // What changes in the list changes how it lies on the screen.
    Effect::new(move |_| {
        edition.track();
        place.track();
        window.look_again();
    });
    // Which row has the focus is known before a key can change the list.
    view! { <tbody node_ref=place on:focusin=move |_| window.look(0)></tbody> }
}
