//! What stands above every page: title, choices and navigation.

use std::sync::Arc;

use leptos::prelude::*;

use super::choices::{ComparePicker, Display, EditionPicker, LanguageLinks};
use super::{DemoMark, LiveLink, Navigation};
use crate::data::Scene;
use crate::domain::{EditionKind, Lang};
use crate::route::View;
use crate::ui::context::use_route;
use crate::ui::search::{Finder, SearchButton, SearchDialog};
use crate::ui::share::Share;

/// The head of every page.
#[component]
pub fn Header(
    /// What is shown.
    scene: Signal<Option<Arc<Scene>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    Finder::provide();
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
    view! {
        <header class="masthead">
            <div class="masthead-row">
                <LiveLink to=home class="brand"><Logo /><span>{say!(lang, brand)}</span></LiveLink>
                {district}
                <div class="choices">
                    {move || demo().then(|| view! { <DemoMark lang /> })}
                    <EditionPicker scene lang />
                    <ComparePicker scene lang />
                    <LanguageLinks lang />
                    <Display scene lang />
                    <Share lang />
                    <SearchButton class="is-narrow" lang />
                </div>
            </div>
            <Navigation lang />
            <SearchDialog scene lang />
        </header>
    }
}

/// A levelling staff.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 16 32" aria-hidden="true">
            <path class="fill-ink" d="M3 1h10v26H3zM0 29h16v3H0z" />
            <path class="fill-paper" d="M5.5 6h5v3h-5zM5.5 18h5v3h-5zM8 22.5h2.5v3H8z" />
            <circle class="fill-orange" cx="8" cy="13.5" r="2.4" />
        </svg>
    }
}
