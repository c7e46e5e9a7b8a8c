//! What stands around every page: title, navigation, choices, and the small print.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{DemoMark, Link};
use crate::data::Scene;
use crate::domain::{EditionKind, Lang, format};
use crate::route::{Selected, Theme, View};
use crate::snapshot::LayerRole;
use crate::ui::context::use_route;
use crate::ui::text::{self, Text};

/// The pages in the navigation.
const PAGES: [(View, Text); 5] = [
    (View::Overview, text::OVERVIEW),
    (View::Domain, text::DOMAINS),
    (View::Indicators, text::INDICATORS),
    (View::Map, text::MAP),
    (View::About, text::ABOUT),
];

/// The head of every page.
#[component]
pub fn Header(
    /// What is shown.
    scene: Signal<Option<Arc<Scene>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let district = move || {
        scene.get().map(|scene| {
            let district = &scene.manifest.district;
            view! {
                <p class="district is-wide">{district.title.get(lang).to_owned()}</p>
                <p class="district is-narrow">{district.name.get(lang).to_owned()}</p>
            }
        })
    };
    let demo =
        move || scene.with(|scene| scene.as_ref().is_some_and(|scene| scene.entry.kind == EditionKind::Demo));
    let home = Signal::derive(move || state.with(|state| state.to_view(View::Overview)));
    let pages = PAGES.map(|(page, name)| {
        let to = Signal::derive(move || state.with(|state| state.to_view(page)));
        let here = move || {
            state.with(|state| {
                state.view == page || (page == View::Indicators && state.view == View::Indicator)
            })
        };
        view! { <li><Link to current=Signal::derive(here)>{name.get(lang)}</Link></li> }
    });
    view! {
        <header class="masthead">
            <div class="masthead-row">
                <Link to=home class="brand"><Logo /><span>{text::BRAND.get(lang)}</span></Link>
                {district}
                <div class="choices">
                    {move || demo().then(|| view! { <DemoMark lang /> })}
                    <EditionPicker scene lang />
                    <LanguageLinks lang />
                    <Display lang />
                </div>
            </div>
            <nav class="tabs" aria-label=text::NAVIGATION.get(lang)><ul>{pages}</ul></nav>
        </header>
    }
}

/// A levelling staff.
#[component]
fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 16 32" aria-hidden="true">
            <path class="fill-ink" d="M3 1h10v26H3zM0 29h16v3H0z" />
            <path class="fill-paper" d="M5.5 6h5v3h-5zM5.5 18h5v3h-5zM8 22.5h2.5v3H8z" />
            <circle class="fill-orange" cx="8" cy="13.5" r="2.4" />
        </svg>
    }
}

/// The editions to choose from; official ones and demonstrations are told apart.
#[component]
fn EditionPicker(scene: Signal<Option<Arc<Scene>>>, lang: Lang) -> impl IntoView {
    let route = use_route();
    let options = move || {
        let scene = scene.get()?;
        let shown = scene.entry.id;
        let latest = scene.manifest.latest().map(|entry| entry.id);
        let group = |kind: EditionKind, label: Text| {
            let entries = scene.manifest.snapshots.iter().rev().filter(|entry| entry.kind == kind);
            let options = entries.map(|entry| {
                let name = lang.pick(format::month(entry.id, lang), format::short_month(entry.id, lang));
                let newest = (latest == Some(entry.id)).then(|| lang.pick("（最新）", " (latest)"));
                view! {
                    <option value=entry.id.to_string() selected=entry.id == shown>{name}{newest}</option>
                }
            });
            let options = options.collect_view();
            (!options.is_empty()).then(|| view! { <optgroup label=label.get(lang)>{options}</optgroup> })
        };
        Some(view! {
            {group(EditionKind::Official, text::OFFICIAL_DATA)}
            {group(EditionKind::Demo, text::DEMO_DATA)}
        })
    };
    let choose = move |event| {
        let chosen = event_target_value(&event).parse().ok();
        let latest = scene.with_untracked(|scene| {
            scene.as_ref().and_then(|scene| scene.manifest.latest().map(|entry| entry.id))
        });
        route.change(|state| {
            state.snapshot =
                chosen.filter(|month| Some(*month) != latest).map_or(Selected::Latest, Selected::Month);
        });
    };
    view! {
        <label class="picker">
            <span class="unseen">{text::SNAPSHOT.get(lang)}</span>
            <select on:change=choose>{options}</select>
        </label>
    }
}

#[component]
fn LanguageLinks(lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let links = [(Lang::Zh, "中"), (Lang::En, "EN")].map(|(other, name)| {
        let to = Signal::derive(move || {
            let mut state = state.get();
            state.lang = Some(other);
            state
        });
        view! { <Link to class="language" current=Signal::stored(other == lang)><span lang=other.tag()>{name}</span></Link> }
    });
    view! { <nav class="languages" aria-label=text::LANGUAGE.get(lang)>{links}</nav> }
}

/// How the page looks, behind a word; it closes when the focus leaves it.
#[component]
fn Display(lang: Lang) -> impl IntoView {
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
            <summary>{text::DISPLAY.get(lang)}</summary>
            <div tabindex="-1"><ThemePicker lang /></div>
        </details>
    }
}

#[component]
fn ThemePicker(lang: Lang) -> impl IntoView {
    let route = use_route();
    let name = |theme| match theme {
        Theme::Auto => text::THEME_AUTO,
        Theme::Light => text::THEME_LIGHT,
        Theme::Dark => text::THEME_DARK,
        Theme::Contrast => text::THEME_CONTRAST,
        Theme::Transparent => text::THEME_TRANSPARENT,
    };
    let options = move || {
        let chosen = route.state.with(|state| state.theme);
        let offered =
            Theme::ALL.iter().copied().filter(|theme| *theme != Theme::Transparent || chosen == *theme);
        offered
            .map(|theme| view! { <option value=theme.code() selected=theme == chosen>{name(theme).get(lang)}</option> })
            .collect_view()
    };
    let choose = move |event| {
        let theme = Theme::from_code(&event_target_value(&event)).unwrap_or_default();
        route.change(|state| state.theme = theme);
    };
    view! {
        <label class="picker">
            <span>{text::THEME.get(lang)}</span>
            <select on:change=choose>{options}</select>
        </label>
        <button
            type="button"
            class="toggle"
            aria-pressed=move || if route.state.with(|state| state.large) { "true" } else { "false" }
            on:click=move |_| route.change(|state| state.large = !state.large)
        >
            {text::LARGE_TYPE.get(lang)}
        </button>
    }
}

/// The small print of every page: what the figures are, the rule, whose boundaries are drawn.
#[component]
pub fn Footer(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let demo = scene.entry.kind == EditionKind::Demo;
    let note = if demo { text::DEMO_NOTE } else { text::OFFICIAL_NOTE };
    let plan = scene.edition.documents.iter().find(|document| document.kind == "plan").map(|document| {
        let title = document.title.get(lang).to_owned();
        let title = lang.pick(format!("《{title}》"), title);
        match document.url.clone() {
            Some(url) => view! { <a href=url rel="noopener noreferrer">{title}</a> }.into_any(),
            None => title.into_any(),
        }
    });
    let layers =
        [LayerRole::District, LayerRole::Townships].into_iter().filter_map(|role| scene.manifest.layer(role));
    let layers = layers.map(|layer| {
        let schematic = layer.schematic.then(|| view! { {text::SCHEMATIC.get(lang)}" " });
        let review = layer.review_number.clone().map(|number| {
            let pending = layer.review_pending.then(|| text::REVIEW_PENDING.get(lang));
            view! { {text::REVIEW.get(lang)}" "{number}{pending}" " }
        });
        view! { <p>{review}{schematic}{layer.attribution.get(lang).to_owned()}</p> }
    });
    let layers = layers.collect_view();
    view! {
        <footer class="colophon">
            <div>
                {demo.then(|| view! { <p><DemoMark lang /></p> })}
                <p>{note.get(lang)}</p>
                <p>{text::PLAN_NOTE.get(lang)}{lang.pick("", " ")}{plan}{lang.pick("。", ".")}</p>
            </div>
            <div>
                <p><b>{text::RULE.get(lang)}{lang.pick("：", ": ")}{scene.rule.name.get(lang).to_owned()}</b></p>
                <p>{scene.rule.about.get(lang).to_owned()}</p>
                <p>{text::PUBLISHER.get(lang)}{lang.pick("：", ": ")}{scene.manifest.district.publisher.get(lang).to_owned()}</p>
            </div>
            <div>{layers}</div>
        </footer>
    }
}
