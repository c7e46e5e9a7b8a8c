//! Whether what is handed on stays with its edition.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::ui::components::Segments;

/// Always the latest edition, or the one that is shown.
#[component]
pub fn EditionChoice(
    /// Whether it is the one that is shown.
    #[prop(into)]
    pinned: Signal<bool>,
    /// Hears whether it is to be that one.
    choose: Callback<bool>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <Segments
            label=say!(lang, which_edition)
            options=vec![("latest", say!(lang, latest_always)), ("pinned", say!(lang, pinned))]
            chosen=Signal::derive(move || if pinned.get() { "pinned" } else { "latest" })
            choose=Callback::new(move |value| choose.run(value == "pinned"))
        />
    }
}
