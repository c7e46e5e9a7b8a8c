//! The body of a long table, of which only what is near the screen is drawn; for the rest stands a gap as high.

use std::hash::Hash;
use std::ops::Range;

use leptos::html::Table;
use leptos::prelude::*;
use web_sys::HtmlCollection;

use crate::browser::scrolling::{on_move, printing, screen_height};
use crate::model::window::{self, Heights, Piece};

/// So many rows come and go together.
const BLOCK: usize = 8;

/// So many blocks are drawn before it is known how the page lies on the screen.
const FIRST: usize = 3;

/// How far above and below the screen still counts as near, in pixels.
const MARGIN: f64 = 900.0;

/// What comes and goes as one: the title of a division, or some of its rows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Block<H, R> {
    /// The title.
    Head(H),
    /// The rows.
    Rows(Vec<R>),
}

impl<H, R: Clone> Block<H, R> {
    /// The blocks of a division.
    pub fn division(head: H, rows: &[R]) -> impl Iterator<Item = Self> {
        let rows = rows.chunks(BLOCK).map(|rows| Self::Rows(rows.to_vec()));
        std::iter::once(Self::Head(head)).chain(rows)
    }

    /// The title, if it is one.
    pub fn head(&self) -> Option<&H> {
        match self {
            Self::Head(head) => Some(head),
            Self::Rows(_) => None,
        }
    }

    /// The rows; none of a title.
    pub fn rows(&self) -> &[R] {
        match self {
            Self::Head(_) => &[],
            Self::Rows(rows) => rows,
        }
    }

    /// About how high it is, in pixels, where a row is `row` high.
    fn guess(&self, row: f64) -> f64 {
        match self {
            Self::Head(_) => row,
            Self::Rows(rows) => rows.len() as f64 * row,
        }
    }
}

/// What stands in the table: a block, or a gap of some height between the blocks of a range.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Part<H, R> {
    Block(Block<H, R>),
    Gap(Range<usize>, u64),
}

/// Which blocks of a list are drawn, and what is known of all of them.
#[derive(Clone, Copy)]
struct Window {
    table: NodeRef<Table>,
    /// Counts the lists: what was drawn and measured of one says nothing of the next.
    edition: Memo<usize>,
    /// About how high each block is.
    guesses: Signal<Vec<f64>>,
    /// Whether all of it is drawn in the end.
    is_whole: Memo<bool>,
    heights: StoredValue<(usize, Heights)>,
    drawn: RwSignal<(usize, Range<usize>)>,
    seen: StoredValue<Range<usize>>,
    focused: RwSignal<Option<usize>>,
    pieces: Memo<Vec<Piece>>,
    waits: StoredValue<bool>,
}

impl Window {
    fn new(
        table: NodeRef<Table>,
        edition: Memo<usize>,
        guesses: Signal<Vec<f64>>,
        is_whole: Memo<bool>,
        wanted: Signal<Vec<usize>>,
    ) -> Self {
        let first = if is_whole.get_untracked() { guesses.with_untracked(Vec::len) } else { FIRST };
        let drawn = RwSignal::new((edition.get_untracked(), 0..first));
        let seen = StoredValue::new(0..FIRST);
        let focused = RwSignal::new(None);
        let printed = printing();
        let pieces = Memo::new(move |_| {
            let count = guesses.with(Vec::len);
            if printed.get() {
                return window::pieces(count, &(0..count), &[]);
            }
            let (of, range) = drawn.get();
            let range = if of == edition.get() { range } else { seen.get_value() };
            let others: Vec<usize> = wanted.get().into_iter().chain(focused.get()).collect();
            window::pieces(count, &range, &others)
        });
        let heights = StoredValue::new((usize::MAX, Heights::default()));
        let waits = StoredValue::new(false);
        Self { table, edition, guesses, is_whole, heights, drawn, seen, focused, pieces, waits }
    }

    /// What is known of the heights of the blocks of now.
    fn heights<T>(self, tell: impl FnOnce(&mut Heights) -> T) -> T {
        let now = self.edition.get_untracked();
        let mut known = self.heights.write_value();
        if known.0 != now {
            *known = (now, Heights::guessed(self.guesses.get_untracked()));
        }
        tell(&mut known.1)
    }

    /// Measures what is drawn, and draws what has come near.
    fn look(self) {
        let Some(now) = self.edition.try_get_untracked() else { return };
        let Some(table) = self.table.get_untracked() else { return };
        let bodies = table.t_bodies();
        let Some(first) = bodies.item(0).filter(|_| table.offset_width() > 0) else { return };
        self.measure(&bodies);
        let top = first.get_bounding_client_rect().top();
        let screen = screen_height();
        let [seen, mut near] = self.heights(|heights| {
            [0.0, MARGIN].map(|margin| heights.between(-top - margin, screen - top + margin))
        });
        if self.is_whole.get_untracked() {
            near = 0..self.guesses.with_untracked(Vec::len);
        }
        let (of, before) = self.drawn.get_untracked();
        let base = if of == now { before.clone() } else { self.seen.get_value() };
        let next = window::next(&base, &seen, &near);
        self.seen.set_value(seen);
        if next != near {
            self.look_again();
        }
        if (of, &before) != (now, &next) {
            self.drawn.set((now, next));
        }
    }

    /// Notes how high the blocks are that are drawn, and which of them has the focus, which must not be lost.
    fn measure(self, bodies: &HtmlCollection) {
        let pieces = self.pieces.get_untracked();
        if bodies.length() as usize != pieces.len() {
            return;
        }
        let active = document().active_element();
        let mut focused = None;
        for (at, piece) in pieces.into_iter().enumerate() {
            let (Piece::Block(block), Some(body)) = (piece, bodies.item(at as u32)) else { continue };
            let height = body.get_bounding_client_rect().height();
            self.heights(|heights| heights.measured(block, height));
            if body.contains(active.as_ref().map(AsRef::as_ref)) {
                focused = Some(block);
            }
        }
        if self.focused.get_untracked() != focused {
            self.focused.set(focused);
        }
    }

    /// Looks when the next frame is drawn.
    fn look_again(self) {
        if self.waits.try_get_value() == Some(false) {
            self.waits.set_value(true);
            request_animation_frame(move || {
                if self.waits.try_update_value(|waits| *waits = false).is_some() {
                    self.look();
                }
            });
        }
    }
}

/// The bodies of a table: one for each block that is drawn, one for each gap.
#[component]
pub fn Windowed<H, R>(
    /// The table in which they stand.
    table: NodeRef<Table>,
    /// All blocks; one that stays what it was is not drawn anew.
    blocks: Memo<Vec<Block<H, R>>>,
    /// A list of no more rows than this is drawn whole in the end, so that the browser finds every word of it.
    whole: usize,
    /// About how high a row is, in pixels, that was never drawn.
    row: f64,
    /// How many columns the table has.
    columns: usize,
    /// Blocks that must be there, wherever the reader is.
    wanted: Signal<Vec<usize>>,
    /// Draws what is in the body of a block.
    draw: impl Fn(Block<H, R>) -> AnyView + Send + Sync + Clone + 'static,
) -> impl IntoView
where
    H: Clone + Eq + Hash + Send + Sync + 'static,
    R: Clone + Eq + Hash + Send + Sync + 'static,
{
    let edition = Memo::new(move |before: Option<&usize>| {
        blocks.track();
        before.map_or(0, |before| before + 1)
    });
    let guesses = Signal::derive(move || blocks.with(|all| all.iter().map(|one| one.guess(row)).collect()));
    let count = |all: &Vec<Block<H, R>>| all.iter().map(|block| block.rows().len()).sum::<usize>();
    let is_whole = Memo::new(move |_| blocks.with(count) <= whole);
    let window = Window::new(table, edition, guesses, is_whole, wanted);
    on_move(move || window.look());
    // What changes in the list changes how it lies on the screen.
    Effect::new(move |_| {
        edition.track();
        table.track();
        window.look_again();
    });
    let parts = move || {
        let part = |piece| match piece {
            Piece::Block(at) => blocks.with_untracked(|all| all.get(at).cloned().map(Part::Block)),
            Piece::Gap(gap) => {
                Some(Part::Gap(gap.clone(), window.heights(|heights| heights.sum(gap)).to_bits()))
            }
        };
        window.pieces.get().into_iter().filter_map(part).collect::<Vec<_>>()
    };
    let drawn = move |part| match part {
        Part::Block(block) => view! { <tbody>{draw(block)}</tbody> }.into_any(),
        Part::Gap(_, height) => {
            let height = format!("{}px", f64::from_bits(height));
            view! { <tbody><tr class="gap" aria-hidden="true"><td colspan=columns style:height=height></td></tr></tbody> }
                .into_any()
        }
    };
    view! {
        <For each=parts key=Clone::clone let:part>
            {drawn(part)}
        </For>
    }
}
