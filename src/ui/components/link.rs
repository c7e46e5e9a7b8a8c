//! Links inside the dashboard.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::document;
use crate::route::{Embed, Looks, ViewState};
use crate::ui::context::{Route, use_route};

/// A link to a state of the dashboard. It is a real address: it can be copied, and opened in a new tab. Where it is
/// followed here, [`follow_links`] hears it, which also keeps it in the looks that the reader has by then.
#[component]
pub fn Link(
    /// Where it leads.
    to: ViewState,
    /// CSS classes.
    #[prop(into, optional)]
    class: String,
    children: Children,
) -> impl IntoView {
    let href = address(&ViewState { looks: use_route().looks.get_untracked(), ..to });
    view! { <a class=(!class.is_empty()).then_some(class) href=href>{children()}</a> }
}

/// A [`Link`] that leads elsewhere when the page changes around it.
#[component]
pub fn LiveLink(
    /// Where it leads.
    #[prop(into)]
    to: Signal<ViewState>,
    /// CSS classes.
    #[prop(into, optional)]
    class: String,
    /// Whether it leads to where the reader is.
    #[prop(into, optional)]
    current: Option<Signal<bool>>,
    children: Children,
) -> impl IntoView {
    let looks = use_route().looks;
    let href = move || to.with(|to| address(&ViewState { looks: looks.get(), ..to.clone() }));
    let current = current.map(|current| move || current.get().then_some("page"));
    view! {
        <a class=(!class.is_empty()).then_some(class) href=href aria-current=current>
            {children()}
        </a>
    }
}

/// What the links to a state of the dashboard have in common.
const LINKS: &str = "a[href^='?'], a[href='./']";

/// Follows every link to a state of the dashboard without loading everything anew, and keeps all of them in the looks
/// of the reader; from a piece on another page they lead to windows of their own. To be called once, by the root
/// component: one that listens costs less than thousands in a table.
pub fn follow_links(route: Route) {
    let heard = window_event_listener(leptos::ev::click, move |event| {
        if !is_plain(&event) || event.default_prevented() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest(LINKS).ok().flatten());
        let Some(link) = link.filter(|link| !link.has_attribute("target") && !link.has_attribute("download"))
        else {
            return;
        };
        event.prevent_default();
        let to = ViewState { looks: route.looks.get_untracked(), ..state_of(&link) };
        // A piece stays what it is.
        if to.embed == Embed::None && route.state.with_untracked(|state| state.piece().is_some()) {
            route.open(&to);
        } else {
            route.go(to);
        }
    });
    on_cleanup(move || heard.remove());
    Effect::new(move |before: Option<Looks>| {
        let looks = route.looks.get();
        if before.is_some_and(|before| before != looks) {
            for link in document::all(LINKS) {
                let _ = link.set_attribute("href", &address(&ViewState { looks, ..state_of(&link) }));
            }
        }
        looks
    });
}

/// Where a link leads.
fn state_of(link: &Element) -> ViewState {
    ViewState::from_query(link.get_attribute("href").unwrap_or_default().trim_start_matches("./"))
}

/// What a link to a state of the dashboard has for its address.
pub fn address(to: &ViewState) -> String {
    let query = to.to_query();
    if query.is_empty() { "./".to_owned() } else { query }
}

/// Whether a click means to go on here, and not in a new tab or to a file.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
