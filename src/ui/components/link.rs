//! Links inside the dashboard.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::route::ViewState;
use crate::ui::context::use_route;

/// A link to a state of the dashboard, in the looks that the reader has by then. It is a real address: it can be
/// copied, and opened in a new tab.
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
    // Tables have thousands of links: each is one effect, and no more.
    let href = move || to.with(|to| address(&ViewState { looks: route.looks.get(), ..to.clone() }));
    let current = current.map(|current| move || current.get().then_some("page"));
    let follow = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            route.go(ViewState { looks: route.looks.get_untracked(), ..to.get_untracked() });
        }
    };
    view! {
        <a class=(!class.is_empty()).then_some(class) href=href on:click=follow aria-current=current>
            {children()}
        </a>
    }
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
