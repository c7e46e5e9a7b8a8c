//! The brief (简报): a bulletin on paper's measures, drawn from the tree that the command line writes, too.

use std::sync::Arc;

use leptos::prelude::*;

use super::scope;
use crate::data::{Atlas, Scene};
use crate::domain::Lang;
use crate::model::brief::{self, Matter};
use crate::model::leaf::Element;
use crate::model::picture::Land;
use crate::model::sheets;
use crate::route::ViewState;
use crate::ui::components::link::address;
use crate::ui::components::{ExportTools, draw};
use crate::ui::context::{use_loader, use_route};

/// The brief, and what prints it.
#[component]
pub fn BriefView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let atlas = use_loader().atlas;
    let place = NodeRef::<leptos::html::Div>::new();
    let file = ["brief".to_owned(), scene.edition.month.to_string()];
    let sheet = {
        let scene = scene.clone();
        move |()| route.state.with_untracked(|state| sheets::goals(&scope(&scene, lang), state))
    };
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let state = route.state.get_untracked();
        let tree = tree(&scene, atlas.get().as_deref(), &state, lang);
        draw(&place, &tree, &|to| address(to));
    });
    let print = move |_| {
        let _ = window().print();
    };
    view! {
        <div class="page brief-page">
            <div class="brief-tools">
                <button type="button" class="button" on:click=print>{say!(lang, print)}</button>
                <p class="caption">{say!(lang, print_note)}</p>
                <ExportTools file sheet lang />
            </div>
            <div class="brief-sheet" node_ref=place></div>
        </div>
    }
}

fn tree(scene: &Scene, atlas: Option<&Atlas>, state: &ViewState, lang: Lang) -> Element {
    let land = atlas.map_or_else(Land::default, |atlas| Land {
        townships: atlas.townships.as_deref(),
        district: atlas.district.as_deref(),
        ..Land::default()
    });
    brief::brief(&Matter { scope: scope(scene, lang), manifest: &scene.manifest, land, state })
}
