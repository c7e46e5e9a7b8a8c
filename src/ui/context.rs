//! What every component may ask for: the state in the address, the language, the data.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::address::{self, Step};
use crate::browser::document;
use crate::data::{Loader, Scene};
use crate::domain::Lang;
use crate::model::table::Sheet;
use crate::route::{Looks, ViewState};

/// The state that the address describes, and the way to change it.
#[derive(Clone, Copy)]
pub struct Route {
    /// The state.
    pub state: Memo<ViewState>,
    /// Of the state, what suits the reader.
    pub looks: Memo<Looks>,
    /// The last page that was opened from here to stand by itself.
    pub opened: RwSignal<Option<ViewState>>,
    write: WriteSignal<ViewState>,
}

impl Route {
    /// Follows the address bar, back and forward included. To be called once, by the root component.
    pub fn provide() -> Self {
        let (read, write) = signal(ViewState::from_query(&address::query()));
        let listener = window_event_listener(leptos::ev::popstate, move |_| {
            let state = ViewState::from_query(&address::query());
            let moved = read.try_with_untracked(|now| moved(now, &state)).unwrap_or_default();
            let _ = write.try_set(state);
            if moved {
                // The browser itself puts the page back to where it was scrolled.
                request_animation_frame(|| document::focus("main"));
            }
        });
        on_cleanup(move || listener.remove());
        let looks = Memo::new(move |_| read.with(|state| state.looks));
        let route = Self { state: Memo::new(move |_| read.get()), looks, opened: RwSignal::new(None), write };
        provide_context(route);
        route
    }

    /// Goes to a state as a new step of the history; another page starts at its top, with the focus on it.
    pub fn go(&self, state: ViewState) {
        let moved = self.state.with_untracked(|now| moved(now, &state));
        address::set_query(&state.to_query(), Step::Push);
        self.write.set(state);
        if moved {
            document::scroll_to_top();
            request_animation_frame(|| document::focus("main"));
        }
    }

    /// Opens a state in a window of its own, to stand by itself.
    pub fn open(&self, state: &ViewState) {
        let state = state.alone();
        address::open(&address::of_page(&state.to_query()));
        self.opened.set(Some(state));
    }

    /// Changes the state in place of the present one, as while typing.
    pub fn refine(&self, change: impl FnOnce(&mut ViewState)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        address::set_query(&state.to_query(), Step::Replace);
        self.write.set(state);
    }

    /// Goes from the wall to the same plan as a page.
    pub fn leave_wall(&self) {
        self.change(|state| state.kiosk = false);
    }

    /// Changes the state as a new step of the history.
    pub fn change(&self, change: impl FnOnce(&mut ViewState)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        self.go(state);
    }
}

/// Whether two states show different pages.
fn moved(from: &ViewState, to: &ViewState) -> bool {
    (from.view, &from.id) != (to.view, &to.id)
}

/// The route.
pub fn use_route() -> Route {
    expect_context()
}

/// The reader's language.
#[derive(Clone, Copy)]
pub struct Language(pub Memo<Lang>);

/// The reader's language: as the address says, else as the browser asks.
pub fn provide_language(state: Memo<ViewState>) -> Memo<Lang> {
    let preferred = document::preferred_language().and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default();
    let lang = Memo::new(move |_| state.with(|state| state.lang.unwrap_or(preferred)));
    provide_context(Language(lang));
    lang
}

/// The reader's language.
pub fn use_lang() -> Memo<Lang> {
    expect_context::<Language>().0
}

/// The data.
pub fn use_loader() -> Loader {
    expect_context()
}

/// How far the page that the address asks for has come, its surroundings aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its part of the program is under way.
    Awaited,
    /// It is on the screen.
    Shown,
    /// Its part could not be loaded.
    Missing,
}

/// How far the page has come. To be called once, by the root component.
pub fn provide_page() -> RwSignal<Standing> {
    let page = RwSignal::new(Standing::Awaited);
    provide_context(page);
    page
}

/// How far the page has come.
pub fn use_page() -> RwSignal<Standing> {
    expect_context()
}

/// What writes a table as a workbook: a part of the program that comes when it is asked for. Components do not name
/// the part themselves, for a program without parts, as a test in the browser is one, could not be linked with them.
#[derive(Clone, Copy)]
pub struct Workbooks(pub fn(Sheet) -> Workbook);

/// A workbook that is being written; `None` when it cannot be.
pub type Workbook = Pin<Box<dyn Future<Output = Option<Vec<u8>>>>>;

/// What writes workbooks; given by the root component.
pub fn use_workbooks() -> Workbooks {
    expect_context()
}

/// A record of a scene, in a language.
#[derive(Clone)]
pub struct Asked {
    /// Its id.
    pub id: String,
    /// The scene.
    pub scene: Arc<Scene>,
    /// The language.
    pub lang: Lang,
}

/// What writes a record as JSON, for an address: another part that comes when it is asked for.
#[derive(Clone, Copy)]
pub struct RecordFiles(pub fn(Asked, String) -> RecordFile);

/// A record that is being written; `None` when it cannot be.
pub type RecordFile = Pin<Box<dyn Future<Output = Option<String>>>>;

/// What writes records; given by the root component.
pub fn use_record_files() -> RecordFiles {
    expect_context()
}
