//! Lights: always a shape, a word and a colour.

use leptos::prelude::*;

use crate::domain::{Lang, Light};

/// The shape of a light. It is a picture for the eye only; the word stands beside it or in its title.
#[component]
pub fn LightMark(
    /// The light.
    light: Light,
    /// What it says to those who do not see it; silent when absent.
    #[prop(into, optional)]
    title: Option<String>,
) -> impl IntoView {
    let shape = match light {
        Light::Green => view! {
            <circle class="fill-green" cx="8" cy="8" r="7" />
            <path class="cut" d="M4.6 8.2 7 10.6l4.4-5" />
        }
        .into_any(),
        Light::Yellow => view! { <path class="fill-yellow" d="M8 1.8 15 14.4H1z" /> }.into_any(),
        Light::Red => view! {
            <path class="fill-red" d="M1 1h14v14H1z" />
            <path class="cut" d="m5 5 6 6m0-6-6 6" />
        }
        .into_any(),
        Light::NotDue => view! { <circle class="ring" cx="8" cy="8" r="5.6" /> }.into_any(),
        Light::NoData => view! { <path class="dashes" d="M1 8h5.4M9.6 8H15" /> }.into_any(),
    };
    let hidden = title.is_none();
    view! {
        <svg
            class="light"
            viewBox="0 0 16 16"
            role=(!hidden).then_some("img")
            aria-label=title
            aria-hidden=hidden.then_some("true")
        >
            {shape}
        </svg>
    }
}

/// The colour's name before the light's word.
pub fn colour_word(light: Light, lang: Lang) -> &'static str {
    match light {
        Light::Green => lang.pick("绿", "Green"),
        Light::Yellow => lang.pick("黄", "Yellow"),
        Light::Red => lang.pick("红", "Red"),
        Light::NotDue | Light::NoData => lang.pick("灰", "Grey"),
    }
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
