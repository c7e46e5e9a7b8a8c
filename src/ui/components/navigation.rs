//! The pages to go to: a row under the head; on a phone a bar at the foot, with what it has no room for behind a button.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::LiveLink;
use crate::domain::Lang;
use crate::route::View;
use crate::ui::context::use_route;
use crate::ui::search::SearchButton;
use crate::ui::text::page_name;

/// The pages, and whether a phone's bar has room for them.
const PAGES: [(View, bool); 11] = [
    (View::Overview, true),
    (View::Domain, false),
    (View::Indicators, true),
    (View::Map, true),
    (View::Tasks, true),
    (View::Departments, false),
    (View::Projects, false),
    (View::Organisation, false),
    (View::Changes, false),
    (View::Brief, false),
    (View::About, false),
];

/// The page of the navigation to which another one belongs.
fn belongs_to(view: View) -> View {
    match view {
        View::Indicator => View::Indicators,
        View::Responsibility | View::Progress => View::Tasks,
        View::Notices => View::Changes,
        view => view,
    }
}

/// The pages, and on a wide screen what opens the search.
#[component]
pub fn Navigation(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let is_open = RwSignal::new(false);
    let here = Memo::new(move |_| state.with(|state| belongs_to(state.view)));
    let place = NodeRef::<leptos::html::Nav>::new();
    let leave = move |event: leptos::ev::FocusEvent| {
        let Some(element) = place.get_untracked() else { return };
        let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !element.contains(to.as_ref()) {
            is_open.set(false);
        }
    };
    let close = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            is_open.set(false);
        }
    };
    let pages = PAGES.map(|(page, in_bar)| {
        let to = Signal::derive(move || state.with(|state| state.to_view(page)));
        let current = Signal::derive(move || here.get() == page);
        view! {
            <li class:is-more=!in_bar on:click=move |_| is_open.set(false)>
                <LiveLink to current>{page_name(page, lang)}</LiveLink>
            </li>
        }
    });
    let behind = move || PAGES.iter().any(|(page, in_bar)| !in_bar && *page == here.get());
    view! {
        <nav
            class="tabs"
            class:is-open=move || is_open.get()
            aria-label=say!(lang, navigation)
            node_ref=place
            on:focusout=leave
            on:keydown=close
        >
            <ul>
                {pages}
                <li class="more-pages">
                    <button
                        type="button"
                        class:is-here=behind
                        aria-expanded=move || if is_open.get() { "true" } else { "false" }
                        on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                    >
                        {say!(lang, more_pages)}
                    </button>
                </li>
            </ul>
            <SearchButton class="is-wide" lang />
        </nav>
    }
}
