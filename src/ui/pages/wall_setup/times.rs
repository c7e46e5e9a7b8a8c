//! How long a wall's pages stay, and how often it looks for newer data.

use std::ops::RangeInclusive;

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::domain::Lang;
use crate::route::{REFRESH, ROTATE, Wall, seconds};
use crate::ui::context::use_route;

/// A number of seconds; what cannot be is brought to what can.
#[component]
pub fn SecondsField(
    /// What it is for.
    label: String,
    /// Whether the label is for screen readers only.
    #[prop(default = false)]
    unseen: bool,
    /// The seconds; as usual when absent.
    value: Signal<Option<u32>>,
    /// What holds where nothing is said.
    #[prop(into)]
    usual: Signal<u32>,
    /// The least and the most.
    range: RangeInclusive<u32>,
    /// Hears another number.
    choose: Callback<Option<u32>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let most = range.end().to_string();
    let written = move |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let change = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let chosen = seconds(&input.value(), &range);
        choose.run(chosen);
        input.set_value(&written(value.get_untracked()));
    };
    view! {
        <label class="field">
            <span class:unseen=unseen>{label}</span>
            <input
                type="number"
                inputmode="numeric"
                min="0"
                max=most
                placeholder=move || format!("{}{}", usual.get(), lang.pick("秒", " s"))
                prop:value=move || written(value.get())
                on:change=change
            />
        </label>
    }
}

/// How long pages stay, and how often newer data are looked for.
#[component]
pub fn TimeFields(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let kept = |seconds: Option<u32>, usual: u32| seconds.filter(|seconds| *seconds != usual);
    let rotate =
        Callback::new(move |seconds| route.change(|state| state.wall.rotate = kept(seconds, Wall::SECONDS)));
    let refresh =
        Callback::new(move |seconds| route.change(|state| state.wall.refresh = kept(seconds, Wall::REFRESH)));
    view! {
        <section aria-labelledby="setup-times">
            <h2 id="setup-times">{say!(lang, wall_times)}</h2>
            <div class="setup-fields">
                <SecondsField
                    label=say!(lang, wall_rotate).to_owned()
                    value=Signal::derive(move || route.state.with(|state| state.wall.rotate))
                    usual=Wall::SECONDS
                    range=ROTATE
                    choose=rotate
                    lang
                />
                <SecondsField
                    label=say!(lang, wall_refresh).to_owned()
                    value=Signal::derive(move || route.state.with(|state| state.wall.refresh))
                    usual=Wall::REFRESH
                    range=REFRESH
                    choose=refresh
                    lang
                />
            </div>
            <p class="caption">{say!(lang, wall_times_note)}</p>
        </section>
    }
}
