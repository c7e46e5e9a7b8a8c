//! The map as one stop of the keyboard.

use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::map_pointing::{Pointed, use_pointing};
use crate::domain::Lang;
use crate::model::map::MapModel;
use crate::model::map_walk::{Walk, Way};
use crate::model::picture::tip;
use crate::ui::context::use_route;

/// What the keys do to the picture.
#[derive(Clone, Copy)]
pub struct MapKeys {
    /// Magnifies by how many times.
    pub magnify: Callback<f64>,
    /// Brings a township into view, if it is out of sight.
    pub reveal: Callback<String>,
    /// Shows a township's tooltip, or with none hides it.
    pub tell: Callback<Option<String>>,
}

/// Makes the map in it a stop: arrows lead from township to township, Enter chooses, Space adds to what is chosen, plus and
/// minus magnify, Escape lets go. Where the reader is, is outlined and said.
#[component]
pub fn MapCursor(
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The ways between townships.
    walk: Memo<Arc<Walk>>,
    /// What the keys do to the picture.
    keys: MapKeys,
    /// What the map shows, in a few words.
    label: Signal<String>,
    /// The language.
    lang: Lang,
    /// The map.
    children: Children,
) -> impl IntoView {
    let route = use_route();
    let pointing = use_pointing();
    let at = RwSignal::new(None::<String>);
    let go = move |code: Option<String>| {
        let Some(code) = code else { return };
        at.set(Some(code.clone()));
        keys.reveal.run(code.clone());
        pointing.point(Some(Pointed::Town(code.clone())));
        keys.tell.run(Some(code));
    };
    let leave = move || {
        if at.get_untracked().is_some() {
            at.set(None);
            pointing.point(None);
            keys.tell.run(None);
        }
    };
    let begin = move || {
        let chosen = model.with_untracked(|model| model.chosen_towns.last().cloned());
        walk.with_untracked(|walk| {
            chosen.filter(|code| walk.has(code)).or_else(|| walk.start().map(str::to_owned))
        })
    };
    let heard = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let (key, now) = (event.key(), at.get_untracked());
        match (key.as_str(), now) {
            ("+" | "=", _) => keys.magnify.run(super::map_canvas::STEP),
            ("-", _) => keys.magnify.run(1.0 / super::map_canvas::STEP),
            ("Enter", Some(code)) => route.refine(|state| state.pick_town(&code)),
            (" ", Some(code)) => route.refine(|state| state.toggle_town(&code)),
            ("Escape", now) => {
                leave();
                route.refine(|state| {
                    state.clear_towns();
                    state.id = None;
                });
                if now.is_none() {
                    return;
                }
            }
            (key, now) => {
                let Some(way) = Way::of(key) else { return };
                go(match now {
                    Some(code) => walk.with_untracked(|walk| walk.step(&code, way).map(str::to_owned)),
                    None => begin(),
                });
            }
        }
        // The page does not scroll along.
        event.prevent_default();
    };
    // A click brings the focus here, too, but is no way to walk.
    let reached = move |event: FocusEvent| {
        let place = event.target().and_then(|place| place.dyn_into::<web_sys::Element>().ok());
        if place.is_some_and(|place| place.matches(":focus-visible").unwrap_or_default()) {
            go(begin());
        }
    };
    let said = move || {
        let code = at.get()?;
        model.with(|model| {
            let town = model.towns.iter().find(|town| town.code == code)?;
            let mut said = tip(model, town, lang).replace('\n', lang.pick("，", ", "));
            if model.chosen_towns.contains(&code) {
                said += lang.pick("，已选中", ", selected");
            }
            Some(said)
        })
    };
    view! {
        <div class="chart-place map-place">
            <div
                class="chart-cursor"
                tabindex="0"
                role="application"
                aria-roledescription=say!(lang, map_role)
                aria-label=label
                aria-describedby="hint-map"
                on:keydown=heard
                on:focus=reached
                on:blur=move |_| leave()
            >
                {children()}
            </div>
            <p class="chart-hint" id="hint-map">{say!(lang, map_hint)}</p>
            <p class="unseen" role="status" data-cursor="">{said}</p>
        </div>
    }
}
