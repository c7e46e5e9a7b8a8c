//! Lights: always a shape, a word and a colour.

use leptos::prelude::*;

use crate::domain::{Lang, Light};
use crate::model::light_shape::light_shape;
use crate::model::words;

/// The shape of a light. It is a picture for the eye only; the word stands beside it or in its title.
#[component]
pub fn LightMark(
    /// The light.
    light: Light,
    /// What it says to those who do not see it; silent when absent.
    #[prop(into, optional)]
    title: Option<String>,
) -> impl IntoView {
    let shape = light_shape(light).iter().map(|(class, path)| view! { <path class=*class d=*path /> });
    let hidden = title.is_none();
    view! {
        <svg
            class="light"
            viewBox="0 0 16 16"
            role=(!hidden).then_some("img")
            aria-label=title
            aria-hidden=hidden.then_some("true")
        >
            {shape.collect_view()}
        </svg>
    }
}

/// The colour's name before the light's word.
pub fn colour_word(light: Light, lang: Lang) -> &'static str {
    words::colour_name(light, lang)
}

/// The shape, the colour's name and the light's word.
#[component]
pub fn LightLabel(
    /// The light.
    light: Light,
    /// Its word in the rule pack.
    word: String,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <span class=format!("light-label is-{}", light.code())>
            <LightMark light />
            <b>{colour_word(light, lang)}</b>
            <span>{word}</span>
        </span>
    }
}
