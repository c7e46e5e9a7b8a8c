//! A page about a record that the edition does not have.

use leptos::prelude::*;

use super::Link;
use crate::domain::Lang;
use crate::route::ViewState;

/// An unknown id: said in words, with a way back.
#[component]
pub fn NotFound(
    /// The id in the address.
    id: String,
    /// Where the way back leads.
    back: ViewState,
    /// What stands there.
    label: &'static str,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <section class="page not-found" data-not-found="">
            <h1>{say!(lang, not_found)}</h1>
            <p>{say!(lang, not_found_note)}" "<code>{id}</code></p>
            <p><Link to=back class="button">{label}</Link></p>
        </section>
    }
}
