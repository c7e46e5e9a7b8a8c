//! The three tables that the plan asks for, side by side.

use leptos::prelude::*;

use super::LiveLink;
use crate::domain::Lang;
use crate::route::View;
use crate::ui::context::use_route;

/// Links between the task table, the responsibility table and the progress table.
#[component]
pub fn TableTabs(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let tabs = [
        (View::Tasks, say!(lang, table_tasks)),
        (View::Responsibility, say!(lang, responsibility)),
        (View::Progress, say!(lang, progress)),
    ];
    let tabs = tabs.map(|(view, name)| {
        let to = Signal::derive(move || state.with(|state| state.to_view(view)));
        let here = Signal::derive(move || state.with(|state| state.view == view));
        view! { <li><LiveLink to current=here>{name}</LiveLink></li> }
    });
    view! { <nav class="table-tabs" aria-label=say!(lang, table_tabs)><ul>{tabs}</ul></nav> }
}
