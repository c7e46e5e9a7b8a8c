//! Links inside the dashboard.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::route::ViewState;
use crate::ui::context::use_route;

/// A link to a state of the dashboard. It is a real address: it can be copied, and opened in a new tab.
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
    current: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let route = use_route();
    let href = move || {
        let query = to.with(ViewState::to_query);
        if query.is_empty() { "./".to_owned() } else { query }
    };
    let follow = move |event: MouseEvent| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if plain {
            event.prevent_default();
            route.go(to.get_untracked());
        }
    };
    view! {
        <a class=class href=href on:click=follow aria-current=move || current.get().then_some("page")>
            {children()}
        </a>
    }
}
