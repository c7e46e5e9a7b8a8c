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

/// The heads of the columns that [`LightCells`] fill.
#[component]
pub fn LightHeads(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    colours(lang).map(|name| view! { <th scope="col" class="count">{name}</th> })
}

/// How many are red, yellow, green and grey, a cell each.
#[component]
pub fn LightCells(
    /// The lights.
    tally: Tally,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let counts = [tally.of(Light::Red), tally.of(Light::Yellow), tally.of(Light::Green), tally.grey()];
    let mut names = colours(lang).into_iter();
    counts.map(|count| view! { <CountCell count label=names.next().unwrap_or_default() /> })
}

fn colours(lang: Lang) -> [&'static str; 4] {
    [say!(lang, red), say!(lang, yellow), say!(lang, green), say!(lang, grey)]
}

/// A count in a table; none is a dot.
#[component]
pub fn CountCell(
    /// The count.
    count: usize,
    /// What is counted, for a narrow screen that hides the heads.
    label: &'static str,
    /// Whether another group of counts begins with it.
    #[prop(default = false)]
    first: bool,
) -> impl IntoView {
    let text = if count == 0 { "·".to_owned() } else { count.to_string() };
    view! { <td class="count" class:is-zero=count == 0 class:is-first=first data-label=label>{text}</td> }
}
