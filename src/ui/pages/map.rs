//! The map: townships shaded by a figure, sites with what is known of their place, and all of it as a list.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::map_cursor::{MapCursor, MapKeys};
use super::map_export::MapExports;
use super::map_find::MapFind;
use super::map_flight::Flight;
use super::map_ground::{GroundCanvas, use_ground};
use super::map_layers::{LayerTools, SiteTools};
use super::map_legend::Legends;
use super::map_list::{HeapList, SiteList, TownTable, UnplacedList};
use super::map_marks::use_clusters;
use super::map_pointing::{Pointed, Pointing, use_pointing};
use super::map_site::ChosenPlace;
use super::map_small::{SmallMaps, SmallTable, use_small_maps};
use super::map_time::TimeBar;
use super::map_town::{Chosen, Compared};
use super::scope;
use crate::data::{Atlas, Scene};
use crate::domain::{Lang, Precision};
use crate::echarts::{ChartHost, Keep, use_colours};
use crate::model::flight::{self, View as Seen};
use crate::model::ground::is_many;
use crate::model::layers::{self, Ramp, SiteChoices, SiteFilter, SiteGoals};
use crate::model::map::{self, DomainChoice, MapModel};
use crate::model::map_walk::Walk;
use crate::model::picture::{LARGE, LETTER, Land, NARROW, marks, names, picture, sight, whole};
use crate::model::places::{self, MapSite};
use crate::model::spots::{Sight, extent, heap, mark_of};
use crate::option;
use crate::route::{Face, ViewState};
use crate::snapshot::Boundaries;
use crate::ui::components::link::is_plain;
use crate::ui::components::{DemoMark, Notes, Seal};
use crate::ui::context::{use_loader, use_route};

/// Sites no farther apart than this, in degrees, are on one point.
const POINT: f64 = 1e-6;

/// By how much one press of a button, or of a key, magnifies.
pub const STEP: f64 = 1.5;

/// The map page.
#[component]
pub fn MapView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    Pointing::provide();
    let (finding, shown) = (scene.clone(), scene.clone());
    let domain = Memo::new(move |_| route.state.with(|state| state.domain.clone()));
    let goals = Arc::new(SiteGoals::of(&scene.edition));
    let choices = SiteChoices::of(&scope(&scene, lang), &goals);
    let filter = Memo::new({
        let (scene, goals) = (scene.clone(), goals.clone());
        move |_| route.state.with(|state| SiteFilter::of(&scope(&scene, lang), &goals, state))
    });
    // Sites may be many: they are gone through anew only for another domain, category or light.
    let sites = Memo::new({
        let scene = scene.clone();
        move |_| {
            let places = places::places(&scope(&scene, lang), domain.get().as_deref());
            filter.with(|filter| {
                Arc::new(if filter.is_all() { places } else { places.only(|id| filter.admits(id)) })
            })
        }
    });
    // So are the figures of all months.
    let layer = Memo::new(move |_| route.state.with(|state| (state.layer.clone(), state.map.classes)));
    let ramp = Memo::new({
        let scene = scene.clone();
        move |_| {
            layer
                .with(|(layer, classes)| layers::ramp(&scope(&scene, lang), layer.as_deref(), *classes))
                .map(Arc::new)
        }
    });
    let has_lights = !goals.is_empty();
    let lights = Memo::new({
        let scene = scene.clone();
        move |_| {
            let (outlined, month) = route.state.with(|state| (state.map.outlined, state.map.month));
            let month = ramp.with(|ramp| ramp.as_ref().map_or(scene.edition.month, |ramp| ramp.month(month)));
            if outlined { goals.towns(&scope(&scene, lang), month) } else { Default::default() }
        }
    });
    let model = Memo::new({
        let scene = scene.clone();
        move |_| {
            let (places, ramp, lights) = (sites.get(), ramp.get(), lights.get());
            let model = |state: &ViewState| {
                map::map_in(&scope(&scene, lang), &scene.manifest, state, places, ramp.as_deref(), lights)
            };
            Arc::new(route.state.with(model))
        }
    });
    let headline = move || model.with(|model| model.headline.clone());
    let alone = route.state.with_untracked(|state| state.piece().is_some());
    let chosen = Memo::new(move |_| model.with(|model| model.chosen.clone()));
    let site = Memo::new(move |_| model.with(|model| model.chosen_site.clone()));
    let comparison = Memo::new(move |_| model.with(|model| model.comparison.clone()));
    // The sites of a mark that no zoom takes apart.
    let heaped = RwSignal::new(Vec::<MapSite>::new());
    let (as_of, demo) = model.with_untracked(|model| (model.as_of.clone(), model.demo));
    view! {
        <article class="page map-page">
            <p class="dateline"><span>{as_of}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{headline}</h1>
            <div class="map-body">
                <div class="map-main">
                    <Tools model choices has_lights lang />
                    {(!alone).then(|| view! { <MapFind scene=finding sites lang /> })}
                    <MapFigure scene ramp model heaped lang />
                    {move || comparison.get().map(|comparison| view! { <Compared comparison model lang /> })}
                    {(!alone).then(|| view! { <MapExports scene=shown model lang /> })}
                </div>
                <aside class="map-side">
                    {move || site.get().map(|site| view! { <ChosenPlace site lang /> })}
                    {move || chosen.get().map(|chosen| view! { <Chosen chosen model lang /> })}
                    <HeapList heaped lang />
                    {(!alone).then(|| view! { <SiteList sites model lang /> })}
                </aside>
            </div>
            {(!alone).then(|| view! { <UnplacedList sites lang /> })}
        </article>
    }
}

/// A link that chooses something on this page, without a step of the history and without scrolling.
#[component]
pub fn Pick(
    /// The state when it is chosen.
    #[prop(into)]
    to: Signal<ViewState>,
    /// Whether it is chosen.
    #[prop(into)]
    current: Signal<bool>,
    /// CSS classes.
    #[prop(into, optional)]
    class: String,
    children: Children,
) -> impl IntoView {
    let route = use_route();
    let pick = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            route.refine(|state| *state = to.get_untracked());
        }
    };
    view! {
        <a
            class=class
            href=move || to.with(ViewState::to_query)
            on:click=pick
            aria-current=move || current.get().then_some("true")
        >
            {children()}
        </a>
    }
}

/// Which figure shades the townships, and which sites are shown.
#[component]
fn Tools(model: Memo<Arc<MapModel>>, choices: SiteChoices, has_lights: bool, lang: Lang) -> impl IntoView {
    let route = use_route();
    let layers = model.with_untracked(|model| model.layers.clone());
    let shown =
        move || model.with(|model| model.layer.as_ref().map(|layer| layer.id.clone()).unwrap_or_default());
    let options = layers.into_iter().map(|(id, name)| {
        let own = id.clone();
        view! { <option value=id selected=move || shown() == own>{name}</option> }
    });
    let options: Vec<_> = options.collect();
    let choose = move |event| {
        let layer = event_target_value(&event);
        route.refine(|state| state.layer = Some(layer));
    };
    let domains = Memo::new(move |_| model.with(|model| model.domains.clone()));
    view! {
        <div class="map-tools">
            {(!options.is_empty()).then(|| view! {
                <label class="picker"><span class="unseen">{say!(lang, layer)}</span><select on:change=choose>{options}</select></label>
            })}
            <LayerTools model has_lights lang />
            <nav class="map-domains" aria-label=say!(lang, sites)>
                <span>{say!(lang, sites)}</span>
                {move || domains.get().into_iter().map(|domain| view! { <Domain domain lang /> }).collect_view()}
            </nav>
            <SiteTools choices lang />
        </div>
    }
}

/// A domain's sites alone; chosen again, all sites.
#[component]
fn Domain(domain: DomainChoice, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let DomainChoice { id, number, name, seal, count, chosen } = domain;
    let to = Signal::derive(move || {
        let mut state = state.get();
        state.domain = (!chosen).then(|| id.clone());
        state
    });
    view! {
        <Pick to current=Signal::stored(chosen) class=format!("map-domain domain-{number}")>
            <Seal number seal />{name}<small>{lang.pick("", " ")}{count}</small>
        </Pick>
    }
}

/// The picture with its legend, its words and its table.
#[component]
fn MapFigure(
    scene: Arc<Scene>,
    ramp: Memo<Option<Arc<Ramp>>>,
    model: Memo<Arc<MapModel>>,
    heaped: RwSignal<Vec<MapSite>>,
    lang: Lang,
) -> impl IntoView {
    let size = RwSignal::new([920.0, 640.0]);
    let small = Memo::new(move |_| model.with(|model| model.face == Face::Small));
    let maps = use_small_maps(scene, ramp, model, lang);
    let atlas = use_loader().atlas;
    let summary = Signal::derive(move || model.with(|model| model.summary.clone()));
    let (notes, demo) = model.with_untracked(|model| (model.notes.clone(), model.demo));
    let attribution = notes.attribution.join(lang.pick("；", "; "));
    view! {
        <figure data-map="large" data-chart="map">
            {move || match atlas.get() {
                None => view! { <p class="chart map-chart caption" role="status">{say!(lang, loading)}</p> }.into_any(),
                Some(atlas) if atlas.townships.is_none() && atlas.district.is_none() => {
                    view! { <Unread lang /> }.into_any()
                }
                Some(_) if small.get() => view! { <SmallMaps maps /> }.into_any(),
                Some(atlas) => view! { <Canvas model atlas size summary heaped lang /> }.into_any(),
            }}
            {move || (!small.get()).then(|| view! { <TimeBar model lang /> })}
            <div class="map-foot">
                <Legends model size lang />
                <p class="caption map-key" hidden=small>{say!(lang, map_key)}</p>
            </div>
            <figcaption class="caption">
                <p>{summary}</p>
                <Notes notes lang />
                <p>{attribution}</p>
                {demo.then(|| view! { <DemoMark lang /> })}
            </figcaption>
            {move || (!small.get()).then(|| view! { <TownTable model lang /> })}
            <SmallTable maps lang />
        </figure>
    }
}

/// Boundaries that could not be read; why stands above the page.
#[component]
fn Unread(lang: Lang) -> impl IntoView {
    view! { <p class="notice" role="alert">{say!(lang, map_unavailable)}</p> }
}

/// The canvas, and the buttons that magnify it.
#[component]
fn Canvas(
    model: Memo<Arc<MapModel>>,
    atlas: Arc<Atlas>,
    size: RwSignal<[f64; 2]>,
    summary: Signal<String>,
    heaped: RwSignal<Vec<MapSite>>,
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
    let drawing = Memo::new({
        let (atlas, ground) = (atlas.clone(), ground.clone());
        move |_| {
            model.with(|model| {
                let mut drawing = picture(model, land(&atlas), size.get(), letter.get(), lang)?;
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
        move |what: &Pointed| place(what, &atlas, model)
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
    let reset = move |_| {
        seen.set(None);
        patch.set(r#"{"geo":{"zoom":1,"center":null}}"#.to_owned());
    };
    let keys = MapKeys { magnify: Callback::new(magnify), reveal, tell };
    view! {
        <div
            class="map-frame"
            class:is-ground=many
            data-marks=move || spots.with(|spots| spots.iter().map(|spot| spot.count).sum::<usize>())
            on:pointerdown=move |_| flight.stop()
            on:wheel=move |_| flight.stop()
        >
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

/// Where something lies: a township's ends; for a site as much around it as its place is uncertain, or its township where no more
/// is known of it.
fn place(what: &Pointed, atlas: &Atlas, model: Memo<Arc<MapModel>>) -> Option<Seen> {
    let extent = |code: &str| {
        let region = atlas.townships.as_deref()?.region(code)?;
        Boundaries { regions: vec![region.clone()] }.extent()
    };
    match what {
        Pointed::Town(code) => extent(code),
        Pointed::Site(id) => model.with_untracked(|model| {
            let (group, site) = model
                .places
                .groups
                .iter()
                .find_map(|group| Some((group, group.sites.iter().find(|site| site.id == *id)?)))?;
            match site.precision {
                Precision::Exact => Some(flight::near(site.at, 500.0)),
                Precision::Approx2km => Some(flight::near(site.at, 2000.0)),
                Precision::TownshipCentroid => {
                    let town = group.code.as_deref().and_then(extent);
                    town.or_else(|| Some(flight::near(site.at, 4000.0)))
                }
            }
        }),
    }
}

/// The boundaries that are drawn.
pub fn land(atlas: &Atlas) -> Land<'_> {
    Land {
        townships: atlas.townships.as_deref(),
        district: atlas.district.as_deref(),
        neighbours: atlas.neighbours.as_deref(),
    }
}

/// The name under which the boundaries are known to ECharts.
pub const MAP: &str = "land";
