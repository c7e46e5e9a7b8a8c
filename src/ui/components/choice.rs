//! Choices of one among several.

use leptos::prelude::*;

/// A labelled list to choose from.
#[component]
pub fn Choice(
    /// What is chosen.
    label: &'static str,
    /// Values and names.
    options: Vec<(String, String)>,
    /// The value chosen.
    chosen: Signal<String>,
    /// Hears another choice.
    choose: Callback<String>,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, name)| {
        let selected = {
            let value = value.clone();
            move || chosen.with(|chosen| *chosen == value)
        };
        view! { <option value=value prop:selected=selected>{name}</option> }
    });
    let options = options.collect_view();
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=move |event| choose.run(event_target_value(&event))>{options}</select>
        </label>
    }
}

/// A few values side by side, of which one is pressed.
#[component]
pub fn Segments(
    /// What is chosen.
    label: &'static str,
    /// Values and names.
    options: Vec<(&'static str, &'static str)>,
    /// The value chosen.
    chosen: Signal<&'static str>,
    /// Hears another choice.
    choose: Callback<&'static str>,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, name)| {
        let pressed = move || if chosen.get() == value { "true" } else { "false" };
        view! { <button type="button" aria-pressed=pressed on:click=move |_| choose.run(value)>{name}</button> }
    });
    view! { <div class="segments" role="group" aria-label=label>{options.collect_view()}</div> }
}
