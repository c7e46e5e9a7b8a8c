//! What is different from the edition that the reader compares with.

use leptos::prelude::*;

use super::{LightMark, colour_word};
use crate::domain::Lang;
use crate::model::Versus;

/// The figure's change and the light's turn.
#[component]
pub fn VersusView(
    /// The difference.
    versus: Versus,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let turn = versus.turn.map(|(from, to)| {
        view! {
            <span class="turn">
                <LightMark light=from title=colour_word(from, lang) />"→"<LightMark light=to title=colour_word(to, lang) />
            </span>
        }
    });
    view! { <span class="versus"><span>{versus.since}</span>" "{(!versus.change.is_empty()).then(|| view! { <b>{versus.change}</b> })}{turn}</span> }
}
