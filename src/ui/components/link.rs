//! Links inside the dashboard.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::route::ViewState;
use crate::ui::context::{Route, use_route};

/// A link to a state of the dashboard, in the looks that the reader has by then. It is a real address: it can be
/// copied, and opened in a new tab. Where it is followed here, [`follow_links`] hears it.
#[component]
pub fn Link(
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
    let route = use_route();
    let href = move || to.with(|to| address(&ViewState { looks: route.looks.get(), ..to.clone() }));
    let current = current.map(|current| move || current.get().then_some("page"));
    view! {
        <a class=(!class.is_empty()).then_some(class) href=href aria-current=current>
            {children()}
        </a>
    }
}

/// Follows every link to a state of the dashboard without loading everything anew, in the looks of the reader. To be
/// called once, by the root component: one that listens costs less than thousands in a table.
pub fn follow_links(route: Route) {
    let heard = window_event_listener(leptos::ev::click, move |event| {
        if !is_plain(&event) || event.default_prevented() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='?'], a[href='./']").ok().flatten());
        let Some(link) = link.filter(|link| !link.has_attribute("target") && !link.has_attribute("download"))
        else {
            return;
        };
        event.prevent_default();
        let query = link.get_attribute("href").unwrap_or_default();
        let state = ViewState::from_query(query.trim_start_matches("./"));
        route.go(ViewState { looks: route.looks.get_untracked(), ..state });
    });
    on_cleanup(move || heard.remove());
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
