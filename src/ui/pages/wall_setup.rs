//! The control page of a wall: a wall's address, made by choosing.

mod looks;
mod order;
mod preview;
mod screen;
mod times;

use std::sync::Arc;

use leptos::prelude::*;

use self::looks::LookFields;
use self::order::Order;
use self::preview::Preview;
use self::screen::ScreenFields;
use self::times::TimeFields;
use super::scope;
use crate::browser::address;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::overview::as_of;
use crate::model::share::wall;
use crate::route::ViewState;
use crate::ui::components::DemoMark;
use crate::ui::context::use_route;
use crate::ui::share::{Code, QrView};

/// The page. Whatever is chosen stands in its own address as it does in the wall's.
#[component]
pub fn WallSetup(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let order = {
        let scene = scene.clone();
        Memo::new(move |_| state.with(|state| wall::order(&scene.edition, &state.wall)))
    };
    let headline = move || order.with(|order| state.with(|state| wall::headline(order, &state.wall, lang)));
    let made = Memo::new(move |_| state.with(|state| wall::wall(state, lang)));
    let link = Signal::derive(move || address::of_page(&made.with(ViewState::to_query)));
    let (dateline, demo) = {
        let scope = scope(&scene, lang);
        (as_of(&scope), scope.is_demo())
    };
    let shown = scene.entry.id;
    view! {
        <section class="page wall-setup">
            <p class="dateline"><span>{dateline}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{headline}</h1>
            <p class="lead">{say!(lang, wall_setup_note)}</p>
            <div class="setup-body">
                <div class="setup-choices">
                    <Order scene order lang />
                    <TimeFields lang />
                    <ScreenFields lang />
                    <LookFields shown lang />
                </div>
                <div class="setup-result">
                    <section aria-labelledby="setup-address">
                        <h2 id="setup-address">{say!(lang, wall_address)}</h2>
                        <Code label=say!(lang, wall_address) text=link lang>
                            <a class="button is-plain" href=link target="_blank" rel="noopener">{say!(lang, wall_open)}</a>
                        </Code>
                        <QrView text=link label=say!(lang, qr_wall) name="wall" lang />
                    </section>
                    <Preview made link lang />
                </div>
            </div>
        </section>
    }
}
