//! The record on a page that the address points at: `item=<id>`.

use leptos::prelude::*;

use crate::browser::document;
use crate::browser::scrolling::after_frame;
use crate::route::ViewState;
use crate::ui::components::LiveLink;
use crate::ui::context::use_route;

/// The id in the document of what stands for a record.
pub fn mark_of(record: &str) -> String {
    format!("item-{record}")
}

/// Brings a record's mark into view when what is being drawn stands.
pub fn point_at(record: &str) {
    let mark = mark_of(record);
    request_animation_frame(move || document::point_at(&mark));
}

/// Brings what has this id in the document into view with the focus, when what is being drawn stands.
pub fn step_to(id: String) {
    step(id, document::focus);
}

/// The same with what is the first in it to press or to follow.
pub fn step_into(id: String) {
    step(id, document::focus_first);
}

fn step(id: String, focus: fn(&str)) {
    request_animation_frame(move || {
        document::reveal(&id);
        focus(&id);
        // Of a long table the rows around it come only now, and may push it away.
        after_frame(move || document::reveal(&id));
    });
}

/// Follows what the address points at: `reveal` opens what hides it, then it is brought into view with the focus.
/// A page that is drawn anew under the reader's fingers, as in another language, does not take the focus from them.
pub fn follow_item(reveal: impl Fn(&str) + 'static) -> Memo<Option<String>> {
    let state = use_route().state;
    let item = Memo::new(move |_| state.with(|state| state.item.clone()));
    Effect::new(move |before: Option<()>| {
        let Some(id) = item.get() else { return };
        reveal(&id);
        let drawn_anew = before.is_none();
        let mark = mark_of(&id);
        request_animation_frame(move || {
            if !drawn_anew || document::is_focus_in("main") {
                document::point_at(&mark);
            }
        });
    });
    item
}

/// A link to a place on this page; it leads there again when it is followed again.
#[component]
pub fn Jump(
    /// Where it leads.
    #[prop(into)]
    to: Signal<ViewState>,
    /// What it points at.
    #[prop(into)]
    record: String,
    children: Children,
) -> impl IntoView {
    view! { <LiveLink to on:click=move |_| point_at(&record)>{children()}</LiveLink> }
}
