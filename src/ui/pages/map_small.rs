//! Little maps side by side, one for each of several months: what an animation shows, all at once.

use std::sync::Arc;

use leptos::prelude::*;

use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::layers::{self, Multiple, Multiples, Ramp};
use crate::model::map::MapModel;
use crate::route::{Face, ViewState};
use crate::ui::components::Link;
use crate::ui::context::{use_loader, use_route};

/// Above this number of maps each is drawn smaller.
const MANY: usize = 6;

/// The little maps of what the address asks for, while they are shown; `None` until the boundaries are there.
pub fn use_small_maps(
    scene: Arc<Scene>,
    ramp: Memo<Option<Arc<Ramp>>>,
    model: Memo<Arc<MapModel>>,
    lang: Lang,
) -> Memo<Option<Arc<Multiples>>> {
    let (state, atlas) = (use_route().state, use_loader().atlas);
    let every = Memo::new(move |_| state.with(|state| state.map.every));
    let shown = Memo::new(move |_| {
        model.with(|model| (model.face == Face::Small, model.time.as_ref().map(|time| time.at)))
    });
    Memo::new(move |_| {
        let (true, month) = shown.get() else { return None };
        let (atlas, ramp) = (atlas.get()?, ramp.get()?);
        let (townships, district) = (atlas.townships.as_deref()?, atlas.district.as_deref());
        let month = month.unwrap_or(scene.edition.month);
        let maps = layers::multiples(&scope(&scene, lang), &ramp, every.get(), month, townships, district);
        maps.map(Arc::new)
    })
}

/// The little maps, each a link to its month.
#[component]
pub fn SmallMaps(
    /// The maps.
    maps: Memo<Option<Arc<Multiples>>>,
) -> impl IntoView {
    let state = use_route().state;
    move || {
        let maps = maps.get()?;
        let here = state.get_untracked();
        let stem = if maps.legend.diverging { "diverging" } else { "tone" };
        let small = maps.maps.iter().cloned();
        let small = small.map(|map| view! { <Small map size=maps.size stem here=here.clone() /> });
        let (many, small) = (maps.maps.len() > MANY, small.collect_view());
        Some(view! {
            <Shapes shapes=maps.shapes.clone() outline=maps.outline.clone() />
            <ol class="map-multiples" class:is-many=many>{small}</ol>
        })
    }
}

/// Every township's shape once; the little maps refer to them.
#[component]
fn Shapes(shapes: Vec<(String, String)>, outline: String) -> impl IntoView {
    let shapes = shapes.into_iter().enumerate().map(|(at, (_, path))| view! { <path id=id(at) d=path /> });
    view! {
        <svg class="unseen" aria-hidden="true"><defs>{shapes.collect_view()}<path id="little-outline" d=outline /></defs></svg>
    }
}

fn id(at: usize) -> String {
    format!("little-{at}")
}

#[component]
fn Small(map: Multiple, size: [f64; 2], stem: &'static str, here: ViewState) -> impl IntoView {
    let [width, height] = size;
    let areas = map.tones.into_iter().enumerate().map(move |(at, tone)| {
        let class = tone.map_or_else(|| "area no-data".to_owned(), |tone| format!("area {stem}-{tone}"));
        view! { <use href=format!("#{}", id(at)) class=class /> }
    });
    let areas = areas.collect_view();
    let mut to = ViewState { face: Face::Table, ..here };
    to.map.month = map.month;
    view! {
        <li class:is-chosen=map.chosen>
            <Link to=to>
                <svg viewBox=format!("0 0 {width} {height}") role="img" aria-label=map.finding>
                    {areas}
                    <use href="#little-outline" class="district-line" />
                </svg>
                <span aria-hidden="true">{map.name}</span>
            </Link>
        </li>
    }
}

/// The figures of the little maps.
#[component]
pub fn SmallTable(
    /// The maps.
    maps: Memo<Option<Arc<Multiples>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    move || {
        let maps = maps.get()?;
        let heads =
            maps.maps.iter().map(|map| view! { <th scope="col" class="is-number">{map.name.clone()}</th> });
        let heads = heads.collect_view();
        let rows = maps.shapes.iter().enumerate().map(|(at, (name, _))| {
            let cells =
                maps.maps.iter().map(|map| view! { <td class="is-number">{map.values[at].clone()}</td> });
            view! { <tr><th scope="row">{name.clone()}</th>{cells.collect_view()}</tr> }
        });
        let rows = rows.collect_view();
        Some(view! {
            <details class="map-table">
                <summary>{say!(lang, table)}{lang.pick("：", ": ")}{maps.name.clone()}</summary>
                <div class="wide" tabindex="0" role="region" aria-label=say!(lang, table)>
                    <table><thead><tr><th scope="col">{say!(lang, township)}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>
                </div>
            </details>
        })
    }
}
