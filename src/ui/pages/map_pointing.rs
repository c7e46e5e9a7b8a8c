//! What is pointed at on the map page: the picture, the lists and the keyboard share it, so that each shows it.

use leptos::ev::{Event, FocusEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A township by its code, or a site by its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Pointed {
    /// A township.
    Town(String),
    /// A site.
    Site(String),
}

/// What is pointed at, and where the map is to go.
#[derive(Clone, Copy)]
pub struct Pointing {
    /// What is pointed at.
    pub at: RwSignal<Option<Pointed>>,
    /// Where the map is to fly to; each setting is one flight.
    pub flight: RwSignal<Option<Pointed>>,
}

impl Pointing {
    /// What the map page shares. To be called once by it.
    pub fn provide() -> Self {
        let pointing = Self { at: RwSignal::new(None), flight: RwSignal::new(None) };
        provide_context(pointing);
        provide_context(StoredValue::new(Selector::new(move || pointing.at.get())));
        pointing
    }

    /// Points at something, or at nothing.
    pub fn point(&self, what: Option<Pointed>) {
        if self.at.with_untracked(|at| *at != what) {
            self.at.set(what);
        }
    }

    /// Hears the pointer over a list, whose rows say what they stand for as `data-town` or `data-site`.
    pub fn over(&self, event: &PointerEvent) {
        self.point(row_of(event));
    }

    /// Hears the focus in such a list.
    pub fn focused(&self, event: &FocusEvent) {
        self.point(row_of(event));
    }
}

/// What is pointed at on this page.
pub fn use_pointing() -> Pointing {
    expect_context()
}

/// Whether something is pointed at, for a row to follow.
pub fn is_pointed(what: Pointed) -> impl Fn() -> bool + Copy + Send + Sync + 'static {
    let selector: StoredValue<Selector<Option<Pointed>>> = expect_context();
    let what = StoredValue::new(Some(what));
    move || what.with_value(|what| selector.with_value(|selector| selector.selected(what)))
}

fn row_of(event: &Event) -> Option<Pointed> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("[data-town], [data-site]").ok()??;
    let town = row.get_attribute("data-town").map(Pointed::Town);
    town.or_else(|| row.get_attribute("data-site").map(Pointed::Site))
}
