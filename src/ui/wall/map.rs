//! The map on a wall. A township that is touched opens its figures; left alone, it closes them again.

use leptos::prelude::*;

use super::Shown;
use crate::domain::Lang;
use crate::model::choropleth::Legend;
use crate::model::small_map::Area;
use crate::model::wall::map::{self, LETTER, Town, WallMap};
use crate::model::wall::rotation::Hold;
use crate::model::wall::{Layout, Leaf};
use crate::ui::components::{leader, name_class};
use crate::ui::context::use_loader;
use crate::ui::pages::scope;

/// The page of the map: one of its layers, with the figures beside it.
pub fn map_page(shown: &Shown, leaf: &Leaf) -> impl IntoView + use<> {
    let layer = shown.programme.layers.get(leaf.part).cloned();
    view! { <div class="wall-map-page">{wall_map(shown, layer)}</div> }
}

/// How large the map of a page is, in units.
fn place(shown: &Shown, alone: bool) -> [f64; 2] {
    let [width, height] = shown.canvas.size;
    match (shown.canvas.layout, alone) {
        (Layout::Portrait, false) => [width - 112.0, 470.0],
        (Layout::Portrait, true) => [width - 112.0, 620.0],
        (Layout::Landscape, false) => [width - 112.0 - 420.0 - 500.0 - 88.0, height - 440.0],
        (Layout::Wide, false) => [860.0, height - 440.0],
        (Layout::Panorama, false) => [800.0, height - 420.0],
        (_, true) => [width - 112.0 - 60.0 - 620.0, height - 390.0],
    }
}

/// The map of a layer, with its title, legend and, where it stands alone, every figure in words.
pub fn wall_map(shown: &Shown, layer: Option<String>) -> impl IntoView + use<> {
    let shown = shown.clone();
    let alone = layer.is_some();
    let size = place(&shown, alone);
    let atlas = use_loader().atlas;
    let chosen = RwSignal::new(None::<String>);
    let player = shown.player;
    Effect::new(move |_| {
        if player.rotation.with(|rotation| rotation.hold == Hold::None) {
            chosen.set(None);
        }
    });
    move || {
        let atlas = atlas.get()?;
        let (scene, lang) = (&shown.scene, shown.lang);
        let scope = scope(scene, lang);
        let townships = atlas.townships.as_ref()?;
        let district = atlas.district.as_deref();
        let map = shown.letterings.try_update_value(|letterings| {
            let lettering = letterings.entry(layer.clone()).or_default();
            map::wall_map(&scope, townships, district, layer.as_deref(), size, lettering)
        })??;
        let scene = scene.clone();
        // The panel stands on the other side of what was touched.
        let is_east = |area: &&Area| area.label.as_ref().is_some_and(|label| label.x > size[0] / 2.0);
        let east = map.areas.iter().filter(is_east);
        let east: Vec<String> = east.map(|area| area.code.clone()).collect();
        let panel = move || {
            let town = chosen.with(|code| map::town(&self::scope(&scene, lang), code.as_deref()?))?;
            let left = east.contains(&town.code);
            Some(view! { <Panel town left chosen lang /> })
        };
        let list = alone.then(|| figures(&map, rows(&shown), lang));
        let summary = map.shaded.finding.clone() + lang.pick("。", ".");
        let legend = legend(&map.shaded.legend, say!(lang, no_data));
        let (title, areas, outline) = (map.shaded.name.clone(), picture(&map, chosen), map.outline.clone());
        // What is open is closed before the wall is left.
        let close = move |event: leptos::ev::KeyboardEvent| {
            if event.key() == "Escape" && chosen.with_untracked(Option::is_some) {
                event.prevent_default();
                chosen.set(None);
            }
        };
        Some(view! {
            <figure class="wall-map" data-map="wall" on:keydown=close>
                <figcaption><h2>{title}</h2><p>{summary.clone()}</p></figcaption>
                <svg viewBox=format!("0 0 {} {}", size[0], size[1]) width=size[0] height=size[1] role="group" aria-label=summary>
                    <path class="district-ground" d=outline.clone() />
                    {areas}
                    <path class="district-line" d=outline />
                </svg>
                {legend}
                {panel}
                {list}
            </figure>
        })
    }
}

fn picture(map: &WallMap, chosen: RwSignal<Option<String>>) -> impl IntoView + use<> {
    let shapes = map.areas.iter().map(|area| shape(area, chosen)).collect_view();
    let names = map.areas.iter().map(name).collect_view();
    view! { {shapes}{names} }
}

fn shape(area: &Area, chosen: RwSignal<Option<String>>) -> impl IntoView + use<> {
    let tone = area.tone.map_or_else(|| "area no-data".to_owned(), |tone| format!("area tone-{tone}"));
    let code = area.code.clone();
    let is_chosen = {
        let code = code.clone();
        move || chosen.with(|chosen| chosen.as_ref() == Some(&code))
    };
    let again = code.clone();
    let choose = move || chosen.set(Some(code.clone()));
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" || event.key() == " " {
            event.prevent_default();
            chosen.set(Some(again.clone()));
        }
    };
    view! {
        <path
            class=tone
            class:is-chosen=is_chosen
            d=area.path.clone()
            data-town=area.code.clone()
            role="button"
            tabindex="0"
            aria-label=format!("{} {}", area.name, area.value)
            on:click=move |_| choose()
            on:keydown=key
        />
    }
}

/// Name and figure, on two lines inside the township or on one beside it.
fn name(area: &Area) -> impl IntoView + use<> {
    let label = area.label.as_ref()?;
    let (leader, class) = (leader(area), name_class(area));
    let (name, value) = (area.name.clone(), area.value.clone());
    let text = if label.form == 0 {
        view! {
            <text class=class text-anchor="middle" aria-hidden="true">
                <tspan x=label.x y=label.y - LETTER * 0.25>{name}</tspan>
                <tspan class="value" x=label.x y=label.y + LETTER * 0.9>{value}</tspan>
            </text>
        }
        .into_any()
    } else {
        view! {
            <text class=class x=label.x y=label.y + LETTER * 0.35 text-anchor="middle" aria-hidden="true">
                {name}" "<tspan class="value">{value}</tspan>
            </text>
        }
        .into_any()
    };
    Some(view! { {leader}{text} })
}

/// What the tones mean, with the figures between them.
fn legend(legend: &Legend, none: &'static str) -> impl IntoView + use<> {
    let classes = legend.classes.iter().map(|class| view! {
        <li><svg viewBox="0 0 10 2" preserveAspectRatio="none" aria-hidden="true"><path class=format!("tone-{}", class.tone) d="M0 0h10v2H0z" /></svg>{class.range.clone()}</li>
    });
    let absent = (legend.no_data > 0).then(|| view! {
        <li><svg viewBox="0 0 80 16" preserveAspectRatio="none" aria-hidden="true"><path class="no-data" d="M0 0h80v16H0z" /></svg>{none}</li>
    });
    view! { <ul class="wall-legend">{classes.collect_view()}{absent}<li>{legend.unit.clone()}</li></ul> }
}

/// How many townships there is room for, by the height of a row and of all that stands above and below the rows, in units.
fn rows(shown: &Shown) -> usize {
    let (row, other) = match shown.canvas.layout {
        Layout::Panorama => (40.0, 400.0),
        Layout::Portrait => (51.0, 1180.0),
        Layout::Landscape | Layout::Wide => (51.0, 400.0),
    };
    (((shown.canvas.size[1] - other) / row).floor() as usize).max(1)
}

/// The townships with their figures, the largest first; where there is no room for all, as many as there is, and how many more.
fn figures(map: &WallMap, room: usize, lang: Lang) -> impl IntoView + use<> {
    let mut towns: Vec<_> = map.shaded.towns.iter().collect();
    towns.sort_by(|a, b| b.figure.unwrap_or(f64::MIN).total_cmp(&a.figure.unwrap_or(f64::MIN)));
    // One more row than there is room for takes no more than the word of it.
    let shown = if towns.len() <= room + 1 { towns.len() } else { room };
    let more = towns.split_off(shown).len();
    let more = (more > 0).then(|| {
        let words = lang.pick(format!("另有{more}个街镇"), format!("{more} more townships"));
        view! { <tr><th scope="row" colspan="3">{words}</th></tr> }
    });
    let rows = towns.into_iter().map(|town| {
        view! { <tr><th scope="row">{town.short.clone()}</th><td>{town.brief.clone()}</td><td>{town.change.clone()}</td></tr> }
    });
    let since = map.shaded.since.clone();
    view! {
        <table class="wall-towns">
            <thead><tr><td></td><th scope="col">{map.shaded.legend.unit.clone()}</th><th scope="col">{since}</th></tr></thead>
            <tbody>{rows.collect_view()}{more}</tbody>
        </table>
    }
}

/// A township's figures.
#[component]
fn Panel(town: Town, left: bool, chosen: RwSignal<Option<String>>, lang: Lang) -> impl IntoView {
    let rows =
        town.figures.into_iter().map(|(name, figure)| view! { <div><dt>{name}</dt><dd>{figure}</dd></div> });
    view! {
        <aside class="wall-panel" class:is-left=left data-panel=town.code>
            <h3>{town.name}</h3>
            <dl>{rows.collect_view()}</dl>
            <button type="button" on:click=move |_| chosen.set(None)>{say!(lang, wall_close)}</button>
        </aside>
    }
}
