//! Where shown figures come from.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::Provenance;
use crate::ui::text;

/// The word of a figure's provenance: demonstration, a named source, or the plan.
#[component]
pub fn ProvenanceMark(
    /// The provenance.
    provenance: Provenance,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    match provenance {
        Provenance::Demo => view! { <span class="demo">{text::DEMO.get(lang)}</span> },
        Provenance::Sourced => view! { <span class="sourced">{text::SOURCED.get(lang)}</span> },
        Provenance::Plan => view! { <span class="sourced">{text::PLAN.get(lang)}</span> },
    }
}

/// The mark that stands wherever generated figures are shown. It cannot be hidden.
#[component]
pub fn DemoMark(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! { <strong class="demo-mark" data-demo="">{text::DEMO_DATA.get(lang)}</strong> }
}
