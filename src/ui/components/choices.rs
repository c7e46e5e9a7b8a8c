//! What a reader can choose on every page: edition, comparison, language, looks.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::LiveLink;
use crate::data::Scene;
use crate::domain::{EditionKind, Lang, format};
use crate::route::{Looks, Selected, Theme};
use crate::ui::context::use_route;

/// A list to choose from, in the head of the page.
#[component]
fn Picker(
    label: &'static str,
    /// Whether the label is for screen readers only.
    #[prop(default = false)]
    unseen: bool,
    #[prop(default = "picker")] class: &'static str,
    #[prop(into)] choose: Callback<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <label class=class>
            <span class:unseen=unseen>{label}</span>
            <select on:change=move |event| choose.run(event_target_value(&event))>{children()}</select>
        </label>
    }
}

/// The editions to choose from; official ones and demonstrations are told apart.
#[component]
pub fn EditionPicker(
    /// What is shown.
    scene: Signal<Option<Arc<Scene>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let options = move || {
        let scene = scene.get()?;
        let shown = scene.entry.id;
        let latest = scene.manifest.latest().map(|entry| entry.id);
        let group = |kind: EditionKind, label: &'static str| {
            let entries = scene.manifest.snapshots.iter().rev().filter(|entry| entry.kind == kind);
            let options = entries.map(|entry| {
                let name = lang.pick(format::month(entry.id, lang), format::short_month(entry.id, lang));
                let newest = (latest == Some(entry.id)).then(|| lang.pick("（最新）", " (latest)"));
                view! {
                    <option value=entry.id.to_string() selected=entry.id == shown>{name}{newest}</option>
                }
            });
            let options = options.collect_view();
            (!options.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> })
        };
        Some(view! {
            {group(EditionKind::Official, say!(lang, official_data))}
            {group(EditionKind::Demo, say!(lang, demo_data))}
        })
    };
    let choose = move |value: String| {
        let chosen = value.parse().ok();
        let latest = scene.with_untracked(|scene| {
            scene.as_ref().and_then(|scene| scene.manifest.latest().map(|entry| entry.id))
        });
        route.change(|state| {
            state.snapshot =
                chosen.filter(|month| Some(*month) != latest).map_or(Selected::Latest, Selected::Month);
        });
    };
    view! { <Picker label=say!(lang, snapshot) unseen=true choose>{options}</Picker> }
}

/// The editions with which the one shown can be compared: those of its own kind.
#[component]
pub fn ComparePicker(
    /// What is shown.
    scene: Signal<Option<Arc<Scene>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let options = move || {
        let scene = scene.get()?;
        // What is compared without having been chosen cannot be given up either.
        let chosen = route.state.with(|state| state.compare);
        let given = scene.compared.as_ref().map(|other| other.month).filter(|_| chosen.is_none());
        let chosen = chosen.or(given);
        let entries = scene.manifest.snapshots.iter().rev();
        let entries = entries.filter(|entry| entry.kind == scene.entry.kind && entry.id != scene.entry.id);
        let options = entries.map(|entry| {
            view! { <option value=entry.id.to_string() selected=chosen == Some(entry.id)>{format::short_month(entry.id, lang)}</option> }
        });
        Some(
            view! { {given.is_none().then(|| view! { <option value="" selected=chosen.is_none()>{say!(lang, compare_none)}</option> })}{options.collect_view()} },
        )
    };
    let choose = move |value: String| route.change(|state| state.compare = value.parse().ok());
    view! { <Picker label=say!(lang, compare) class="picker is-compare" choose>{options}</Picker> }
}

/// The languages, each in its own name.
#[component]
pub fn LanguageLinks(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let links = [(Lang::Zh, "中"), (Lang::En, "EN")].map(|(other, name)| {
        let to = Signal::derive(move || {
            let mut state = state.get();
            state.lang = Some(other);
            state
        });
        view! { <LiveLink to class="language" current=Signal::stored(other == lang)><span lang=other.tag()>{name}</span></LiveLink> }
    });
    view! { <nav class="languages" aria-label=say!(lang, language)>{links}</nav> }
}

/// How the page looks, behind a word; it closes when the focus leaves it.
#[component]
pub fn Display(
    /// What is shown.
    scene: Signal<Option<Arc<Scene>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Details>::new();
    let leave = move |event: leptos::ev::FocusEvent| {
        let Some(element) = place.get_untracked() else { return };
        let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !element.contains(to.as_ref()) {
            element.set_open(false);
        }
    };
    view! {
        <details class="display" node_ref=place on:focusout=leave>
            <summary class="text-button">{say!(lang, display)}</summary>
            <div tabindex="-1"><ComparePicker scene lang /><ThemePicker lang /><KeyToggle lang /></div>
        </details>
    }
}

#[component]
fn ThemePicker(lang: Lang) -> impl IntoView {
    let route = use_route();
    let name = move |theme| match theme {
        Theme::Auto => say!(lang, theme_auto),
        Theme::Light => say!(lang, theme_light),
        Theme::Dark => say!(lang, theme_dark),
        Theme::Contrast => say!(lang, theme_contrast),
        Theme::Transparent => say!(lang, theme_transparent),
    };
    let options = move || {
        let chosen = route.looks.get().theme;
        let offered =
            Theme::ALL.iter().copied().filter(|theme| *theme != Theme::Transparent || chosen == *theme);
        offered
            .map(|theme| view! { <option value=theme.code() selected=theme == chosen>{name(theme)}</option> })
            .collect_view()
    };
    let choose = move |value: String| {
        route.change(|state| state.looks.theme = Theme::from_code(&value).unwrap_or_default())
    };
    view! {
        <Picker label=say!(lang, theme) choose>{options}</Picker>
        <Toggle
            name=say!(lang, large_type)
            pressed=Signal::derive(move || route.looks.get().large)
            flip=|looks| looks.large = !looks.large
        />
    }
}

/// Whether a letter key alone may open the search: speech input types letters that nobody meant as a command.
#[component]
fn KeyToggle(lang: Lang) -> impl IntoView {
    let looks = use_route().looks;
    view! {
        <Toggle
            name=say!(lang, search_key)
            pressed=Signal::derive(move || !looks.get().keyless)
            flip=|looks| looks.keyless = !looks.keyless
        />
    }
}

/// A word that is on or off.
#[component]
fn Toggle(name: &'static str, pressed: Signal<bool>, flip: fn(&mut Looks)) -> impl IntoView {
    let route = use_route();
    view! {
        <button
            type="button"
            class="text-button toggle"
            aria-pressed=move || if pressed.get() { "true" } else { "false" }
            on:click=move |_| route.change(|state| flip(&mut state.looks))
        >
            {name}
        </button>
    }
}
