//! The picture of the map: ECharts with the marks in sight, what is beneath it, and what pointer, keys and buttons do.

use std::sync::Arc;

use leptos::prelude::*;

use super::map_base::{BaseCanvas, use_base};
use super::map_cursor::{MapCursor, MapKeys};
use super::map_flight::{Flight, place};
use super::map_ground::{GroundCanvas, use_ground};
use super::map_marks::use_clusters;
use super::map_pointing::{Pointed, use_pointing};
use crate::data::Atlas;
use crate::domain::Lang;
use crate::echarts::{ChartHost, Keep, use_colours};
use crate::model::flight;
use crate::model::ground::is_many;
use crate::model::map::MapModel;
use crate::model::map_walk::Walk;
use crate::model::picture::{LARGE, LETTER, Land, NARROW, marks, names, picture_over, sight, whole};
use crate::model::places::MapSite;
use crate::model::spots::{Sight, extent, heap, mark_of};
use crate::option;
use crate::ui::context::use_route;

/// Sites no farther apart than this, in degrees, are on one point.
const POINT: f64 = 1e-6;

/// By how much one press of a button, or of a key, magnifies.
pub const STEP: f64 = 1.5;

/// The canvas, and the buttons that magnify it.
#[component]
pub fn Canvas(
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The boundaries.
    atlas: Arc<Atlas>,
    /// The size of the frame, in pixels.
    size: RwSignal<[f64; 2]>,
    /// The map in a sentence.
    summary: Signal<String>,
    /// The sites of a mark that no zoom takes apart.
    heaped: RwSignal<Vec<MapSite>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let colours = use_colours();
    let letter = Memo::new(move |_| if route.looks.get().large { LETTER * LARGE } else { LETTER });
    let seen = RwSignal::new(None::<[f64; 4]>);
    let action = RwSignal::new(String::new());
    let patch = RwSignal::new(String::new());
    let boundaries = option::geo_json(land(&atlas));
    let sight = Memo::new({
        let atlas = atlas.clone();
        move |before: Option<&Sight>| sight(land(&atlas), size.get(), seen.get(), before.copied())
    });
    let clusters = use_clusters(model, atlas.clone(), size);
    let spots = Memo::new({
        let atlas = atlas.clone();
        move |_| {
            let Some(clusters) = clusters.get() else { return Vec::new() };
            model.with(|model| marks(model, &clusters, land(&atlas), size.get(), sight.get(), lang))
        }
    });
    let ground = use_ground(&atlas);
    let base = use_base();
    let drawing = Memo::new({
        let (atlas, ground) = (atlas.clone(), ground.clone());
        move |_| {
            model.with(|model| {
                let mut drawing = base.beneath.with(|beneath| {
                    picture_over(model, land(&atlas), size.get(), letter.get(), beneath, lang)
                })?;
                if let Some(ground) = &ground {
                    drawing.names = names(model, ground, land(&atlas), size.get(), letter.get(), sight.get());
                }
                Some(drawing)
            })
        }
    });
    // On a phone a drag scrolls the page until the map is magnified.
    let pans = Memo::new(move |_| size.get()[0] >= NARROW || seen.with(Option::is_some));
    let drawn = Memo::new(move |_| {
        drawing.with(|drawing| {
            let drawing = drawing.as_ref()?;
            spots
                .with(|spots| colours.with(|palette| option::map(drawing, spots, palette, MAP, pans.get())))
                .ok()
        })
    });
    let option = Signal::derive(move || drawn.get().unwrap_or_else(|| "{}".to_owned()));
    let is_town =
        move |name: &str| model.with_untracked(|model| model.towns.iter().any(|town| town.code == name));
    let choose = move |name: String, adds: bool| {
        route.refine(|state| match (is_town(&name), adds) {
            (true, true) => state.toggle_town(&name),
            (true, false) => state.pick_town(&name),
            (false, _) => state.id = (state.id.as_deref() != Some(name.as_str())).then_some(name),
        });
    };
    let pointing = use_pointing();
    let point = Callback::new(move |name: Option<String>| {
        // What lies around is neither.
        let what = name.and_then(|name| {
            let is_site = model.with_untracked(|model| model.places.sites().any(|site| site.id == name));
            if is_town(&name) { Some(Pointed::Town(name)) } else { is_site.then_some(Pointed::Site(name)) }
        });
        pointing.point(what);
    });
    let pointed = Signal::derive(move || match pointing.at.get() {
        Some(Pointed::Town(code)) => option::town_item(&code),
        Some(Pointed::Site(id)) => model.with(|model| {
            let site = model.places.sites().find(|site| site.id == id);
            let item = |site| spots.with(|spots| mark_of(spots, site).map(option::spot_item));
            site.and_then(item).unwrap_or_default()
        }),
        None => String::new(),
    });
    let flight = Flight { size, seen, action, number: StoredValue::new(0) };
    let place = {
        let atlas = atlas.clone();
        move |what: &Pointed| model.with_untracked(|model| place(what, &atlas, model))
    };
    let fly = Callback::new({
        let (place, atlas) = (place.clone(), atlas.clone());
        move |what: Pointed| {
            if let (Some(place), Some(whole)) = (place(&what), whole(land(&atlas), size.get_untracked())) {
                flight.start(whole, flight::onto(place, whole, flight::PLACE, option::MOST_ZOOM));
            }
        }
    });
    Effect::new(move |_| {
        if let Some(what) = pointing.flight.get() {
            fly.run(what);
        }
    });
    // The sites of a mark are flown to; those that no zoom takes apart are listed.
    let take_apart = {
        let atlas = atlas.clone();
        move |sites: &[u32]| {
            let places = model.with_untracked(|model| model.places.clone());
            let apart = extent(sites, &places).filter(|[west, south, east, north]| {
                sight.get_untracked().zoom < option::MOST_ZOOM && (east - west).max(north - south) > POINT
            });
            match apart.zip(whole(land(&atlas), size.get_untracked())) {
                Some((extent, whole)) => {
                    heaped.set(Vec::new());
                    flight.start(whole, flight::onto(extent, whole, flight::SITES, option::MOST_ZOOM));
                }
                None => {
                    heaped.set(sites.iter().filter_map(|site| places.site(*site as usize)).cloned().collect())
                }
            }
        }
    };
    // The township under the pointer, where these are not drawn by ECharts.
    let beneath = StoredValue::new(None::<String>);
    let select = Callback::new(move |(name, adds): (String, bool)| {
        let sites = clusters.get_untracked().and_then(|clusters| heap(&name, &clusters).map(<[u32]>::to_vec));
        if let Some(sites) = sites {
            take_apart(&sites);
        } else if let Some(name) = if name == option::SHEET { beneath.get_value() } else { Some(name) } {
            choose(name, adds);
        }
    });
    let reveal = Callback::new(move |code: String| {
        let what = Pointed::Town(code);
        let hidden = seen.get_untracked().zip(place(&what)).is_some_and(|(seen, place)| {
            let middle = [(place[0] + place[2]) / 2.0, (place[1] + place[3]) / 2.0];
            !flight::sees(seen, [middle[0], middle[1], middle[0], middle[1]])
        });
        if hidden {
            fly.run(what);
        }
    });
    let tell = Callback::new(move |code: Option<String>| {
        action.set(match code {
            Some(code) => option::town_tip(&code),
            None => r#"{"type":"hideTip"}"#.to_owned(),
        });
    });
    let walk = Memo::new({
        let atlas = atlas.clone();
        move |_| {
            // The townships are the same whatever is chosen of them.
            let walk = model.with_untracked(|model| {
                let codes = model.towns.iter().map(|town| town.code.as_str());
                atlas.townships.as_deref().map(|townships| Walk::of(codes, townships))
            });
            Arc::new(walk.unwrap_or_default())
        }
    });
    let many = is_many(land(&atlas));
    let magnify = move |factor: f64| {
        let [width, height] = size.get_untracked();
        action.set(format!(
            r#"{{"type":"geoRoam","componentType":"geo","geoIndex":0,"zoom":{factor},"originX":{},"originY":{}}}"#,
            width / 2.0,
            height / 2.0
        ));
    };
    // A frame of another size shows another part of a map that was moved.
    Effect::new(move |before: Option<[f64; 2]>| {
        let now = size.get();
        if before.is_some_and(|before| before != now) && seen.with_untracked(Option::is_some) {
            magnify(1.0);
        }
        now
    });
    let reset = move |_| {
        seen.set(None);
        patch.set(r#"{"geo":{"zoom":1,"center":null}}"#.to_owned());
    };
    let keys = MapKeys { magnify: Callback::new(magnify), reveal, tell };
    view! {
        <div
            class="map-frame"
            class:is-ground=many
            class:is-base=move || base.beneath.with(|beneath| !beneath.is_empty())
            data-marks=move || spots.with(|spots| spots.iter().map(|spot| spot.count).sum::<usize>())
            on:pointerdown=move |_| flight.stop()
            on:wheel=move |_| flight.stop()
        >
            <BaseCanvas atlas=atlas.clone() size seen />
            {ground.map(|ground| view! { <GroundCanvas ground model atlas=atlas.clone() size seen pointed=beneath lang /> })}
            <MapCursor model walk keys label=summary lang>
            <ChartHost
                option
                map=(MAP.to_owned(), boundaries.unwrap_or_default())
                on_select=select
                on_point=point
                pointed=pointed
                on_view=Callback::new(move |view| seen.set(Some(view)))
                on_size=Callback::new(move |[width, height]: [f64; 2]| {
                    if width > 0.0 && size.get_untracked() != [width, height] {
                        size.set([width, height]);
                    }
                })
                keep=Keep::View
                action=action
                patch=patch
                label=summary
            />
            </MapCursor>
            <div class="map-zoom">
                <button type="button" aria-label=say!(lang, zoom_in) on:click=move |_| magnify(STEP)>"+"</button>
                <button type="button" aria-label=say!(lang, zoom_out) on:click=move |_| magnify(1.0 / STEP)>"−"</button>
                <button type="button" aria-label=say!(lang, zoom_reset) on:click=reset disabled=move || seen.with(Option::is_none)>"↺"</button>
            </div>
        </div>
    }
}

/// The boundaries that are drawn.
pub fn land(atlas: &Atlas) -> Land<'_> {
    Land {
        townships: atlas.townships.as_deref(),
        district: atlas.district.as_deref(),
        neighbours: atlas.neighbours.as_deref(),
        whole: false,
    }
}

/// The name under which the boundaries are known to ECharts.
const MAP: &str = "land";
