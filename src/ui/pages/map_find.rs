//! Finding townships and sites on the map by name, pinyin or initials.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::map_pointing::{Pointed, use_pointing};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::places::Places;
use crate::model::search::{Found, Hit, Index};
use crate::ui::context::use_route;
use crate::ui::readings::readings;
use crate::ui::search::pieces;

/// The id of the option at a position.
fn option_id(position: usize) -> String {
    format!("map-find-{position}")
}

/// A field, and under it what fits. What is chosen there is flown to and chosen on the map.
#[component]
pub fn MapFind(
    /// What is shown.
    scene: Arc<Scene>,
    /// The sites that are shown.
    sites: Memo<Arc<Places>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let pointing = use_pointing();
    let typed = RwSignal::new(String::new());
    let wanted = RwSignal::new(false);
    let position = RwSignal::new(0_usize);
    let readings = readings(Signal::stored(Some(scene.clone())), wanted.into());
    let index = Memo::new_with_compare(
        move |_| {
            let readings = readings.get().and_then(Result::ok).unwrap_or_default();
            wanted.get().then(|| Arc::new(Index::of_map(&scene.edition, lang, readings)))
        },
        |_, _| true,
    );
    let found = Memo::new(move |_| {
        let found =
            typed.with(|typed| index.with(|index| index.as_ref().map(|index| index.find(typed, None))));
        found.unwrap_or_default()
    });
    let hits = Memo::new(move |_| found.with(hits_of));
    let active = move || {
        let count = hits.with(Vec::len);
        (count > 0).then(|| position.get().min(count - 1))
    };
    let choose = move |hit: &Hit| {
        let (id, town) = (hit.place.id.clone(), hit.place.town.clone());
        typed.set(String::new());
        route.refine(|state| match (&id, &town) {
            (Some(id), _) => {
                state.id = Some(id.clone());
                if !sites.with_untracked(|sites| sites.sites().any(|site| site.id == *id)) {
                    state.domain = None;
                }
            }
            (None, Some(town)) => {
                state.clear_towns();
                state.town = Some(town.clone());
            }
            (None, None) => {}
        });
        let there = id.map(Pointed::Site).or_else(|| town.map(Pointed::Town));
        // What is chosen stands on the map by then.
        request_animation_frame(move || {
            pointing.flight.try_set(there);
        });
    };
    let press = move |event: KeyboardEvent| {
        let count = hits.with_untracked(Vec::len);
        let now = position.get_untracked().min(count.saturating_sub(1));
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "Escape" => typed.set(String::new()),
            "ArrowDown" if count > 0 => position.set((now + 1) % count),
            "ArrowUp" if count > 0 => position.set((now + count - 1) % count),
            "Enter" => hits.with_untracked(|hits| hits.get(now).cloned()).iter().for_each(choose),
            _ => return,
        }
        event.prevent_default();
    };
    let summary = move || {
        let is_blank = typed.with(|typed| typed.trim().is_empty());
        (!is_blank).then(|| typed.with(|typed| found.with(|found| found.summary(typed, lang))))
    };
    let options = move || {
        let options = hits.get().into_iter().enumerate().map(|(at, hit)| {
            let (name, other) = (pieces(hit.name.clone()), hit.other.clone());
            let other = (!other.is_empty()).then(|| view! { <small>{pieces(other)}</small> });
            let detail = hit.detail.clone();
            view! {
                <li
                    class="search-hit"
                    role="option"
                    id=option_id(at)
                    aria-selected=move || if active() == Some(at) { "true" } else { "false" }
                    on:pointerdown=move |event| event.prevent_default()
                    on:pointermove=move |_| if position.get_untracked() != at { position.set(at) }
                    on:click=move |_| choose(&hit)
                >
                    <span class="search-name">{name}{other}</span>
                    <span class="search-detail">{detail}</span>
                </li>
            }
        });
        let options: Vec<_> = options.collect();
        (!options.is_empty()).then(|| {
            view! { <ul class="map-found" id="map-found" role="listbox" aria-label=say!(lang, search_results)>{options}</ul> }
        })
    };
    view! {
        <div class="map-find">
            <input
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=say!(lang, map_find)
                aria-label=say!(lang, map_find_label)
                aria-autocomplete="list"
                aria-expanded=move || if active().is_some() { "true" } else { "false" }
                aria-controls=move || active().map(|_| "map-found")
                aria-activedescendant=move || active().map(option_id)
                prop:value=typed
                on:focus=move |_| wanted.set(true)
                on:blur=move |_| typed.set(String::new())
                on:input=move |event| {
                    position.set(0);
                    typed.set(event_target_value(&event));
                }
                on:keydown=press
            />
            {options}
            <p class="map-found-none" role="status" class:unseen=move || !found.with(|found| found.total == 0)>{summary}</p>
        </div>
    }
}

/// The hits of all kinds, the kind of the best first.
fn hits_of(found: &Found) -> Vec<Hit> {
    found.groups.iter().flat_map(|group| &group.hits).cloned().collect()
}
