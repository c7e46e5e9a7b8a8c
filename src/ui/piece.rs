//! A piece of the dashboard on another page, with what travels with it: title, date, source, marks, and a link to all of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::components::link::address;
use super::components::{CardView, DemoMark, Link, NotFound, TownshipMap};
use super::context::{Standing, use_page, use_route};
use super::pages::scope;
use super::parts;
use super::text::page_name;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::card::card;
use crate::model::piece;
use crate::route::{Embed, Piece, Selected, View, ViewState};

/// One piece alone. What it leaves away of a page that is more, and what the page around it hides, is in `embed.css`.
#[component]
pub fn PieceView(
    /// The piece.
    piece: Piece,
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let view = Memo::new(move |_| state.with(|state| state.view));
    let frame = Memo::new({
        let scene = scene.clone();
        move |_| {
            let name = page_name(view.get(), lang);
            state.with(|state| piece::frame(&scope(&scene, lang), state, name))
        }
    });
    let full = move || address(&state.with(ViewState::alone));
    let title = move || frame.with(|frame| frame.title.clone()).map(|title| view! { <h1>{title}</h1> });
    view! {
        <article class="piece" data-piece=piece.code()>
            <header class="piece-head">
                {title}
                {move || frame.with(|frame| frame.demo).then(|| view! { <DemoMark lang /> })}
            </header>
            {move || match (piece, view.get()) {
                (Piece::Card, _) => view! { <Card scene=scene.clone() lang /> }.into_any(),
                (_, View::Overview) => view! { <Townships scene=scene.clone() lang /> }.into_any(),
                (_, view) => parts::page(view, scene.clone(), lang),
            }}
            <footer class="piece-foot">
                <p>
                    <span>{move || frame.with(|frame| frame.as_of.clone())}</span>
                    <span class="source">{move || frame.with(|frame| frame.source.clone())}</span>
                </p>
                <a href=full target="_blank" rel="noopener">{say!(lang, open_full)}</a>
            </footer>
        </article>
    }
}

/// A goal's card; it needs no part of the program but this one.
#[component]
fn Card(scene: Arc<Scene>, lang: Lang) -> impl IntoView {
    use_page().set(Standing::Shown);
    let state = use_route().state;
    let id = Memo::new(move |_| state.with(|state| state.id.clone().unwrap_or_default()));
    move || {
        let (scope, state) = (scope(&scene, lang), state.get_untracked());
        match scope.edition.indicator(&id.get()) {
            Some(indicator) => {
                let card = card(&scope, indicator, &scope.standing(indicator));
                view! { <CardView card state level=2 lang /> }.into_any()
            }
            None => {
                let back = state.to_view(View::Indicators);
                view! { <NotFound id=id.get() back label=say!(lang, back_to_list) lang /> }.into_any()
            }
        }
    }
}

/// The small map.
#[component]
fn Townships(scene: Arc<Scene>, lang: Lang) -> impl IntoView {
    use_page().set(Standing::Shown);
    let state = use_route().state;
    let layer = Memo::new(move |_| state.with(|state| state.layer.clone()));
    move || match layer.get() {
        Some(layer) => view! { <TownshipMap scene=scene.clone() layer headed=false lang /> },
        None => view! { <TownshipMap scene=scene.clone() headed=false lang /> },
    }
}

/// That there are newer data than those to which an embedded page is pinned, and the way to them.
#[component]
pub fn Newer(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    move || {
        let state = state.get();
        let said = (state.embedded() != Embed::None)
            .then(|| piece::newer(&scope(&scene, lang), &scene.manifest, &state))
            .flatten()?;
        let latest = ViewState { snapshot: Selected::Latest, ..state };
        Some(view! { <p class="embed-newer">{said}" "<Link to=latest>{say!(lang, see_latest)}</Link></p> })
    }
}
