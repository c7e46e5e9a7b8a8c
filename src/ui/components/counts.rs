//! How many items have which light.

use leptos::prelude::*;

use super::{LightMark, colour_word};
use crate::domain::{Lang, Light, Tally};

/// The counts of all lights that occur, each with its shape and colour word.
#[component]
pub fn LightCounts(
    /// The lights.
    tally: Tally,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let counts = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0).map(|light| {
        let word = match light {
            Light::NoData => say!(lang, no_data),
            _ => colour_word(light, lang),
        };
        view! { <li><LightMark light /><span>{word}</span>" "<b>{tally.of(light)}</b></li> }
    });
    view! { <ul class="light-counts">{counts.collect_view()}</ul> }
}
