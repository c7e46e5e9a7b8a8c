//! Where shown figures come from.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::Provenance;

/// The word of a figure's provenance: demonstration, a named source, or the plan.
#[component]
pub fn ProvenanceMark(
    /// The provenance.
    provenance: Provenance,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    match provenance {
        Provenance::Demo => view! { <span class="demo">{say!(lang, demo)}</span> },
        Provenance::Sourced => view! { <span class="sourced">{say!(lang, sourced)}</span> },
        Provenance::Plan => view! { <span class="sourced">{say!(lang, plan)}</span> },
    }
}

/// The mark that stands wherever generated figures are shown. It cannot be hidden.
#[component]
pub fn DemoMark(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! { <strong class="demo-mark" data-demo="">{say!(lang, demo_data)}</strong> }
}
