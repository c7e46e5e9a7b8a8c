//! The map: townships shaded by a figure, sites with what is known of their place, and all of it as a list.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::map_export::MapExports;
use super::map_ground::{GroundCanvas, use_ground};
use super::map_list::{HeapList, SiteList, TownTable, UnplacedList};
use super::map_marks::use_clusters;
use super::map_site::ChosenPlace;
use super::notice_lines::NoticesAbout;
use super::scope;
use crate::data::{Atlas, Scene};
use crate::domain::Lang;
use crate::echarts::{ChartHost, Keep, use_colours};
use crate::model::choropleth::Legend;
use crate::model::ground::is_many;
use crate::model::map::{self, ChosenTown, DomainChoice, MapModel};
use crate::model::picture::{LARGE, LETTER, Land, NARROW, closer, marks, names, picture, sight};
use crate::model::places::{self, MapSite};
use crate::model::spots::{Sight, extent, heap};
use crate::option;
use crate::route::{View, ViewState};
use crate::ui::components::link::is_plain;
use crate::ui::components::{DemoMark, Link, Notes, Seal};
use crate::ui::context::{use_loader, use_route};

/// Sites no farther apart than this, in degrees, are on one point.
const POINT: f64 = 1e-6;

/// By how much one press of a button magnifies.
const STEP: f64 = 1.5;

/// The map page.
#[component]
pub fn MapView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let domain = Memo::new(move |_| route.state.with(|state| state.domain.clone()));
    // Sites may be many: they are gone through anew only for another domain.
    let sites = Memo::new({
        let scene = scene.clone();
        move |_| Arc::new(places::places(&scope(&scene, lang), domain.get().as_deref()))
    });
    let shown = scene.clone();
    let model = Memo::new(move |_| {
        let places = sites.get();
        route.state.with(|state| Arc::new(map::map(&scope(&scene, lang), &scene.manifest, state, places)))
    });
    let headline = move || model.with(|model| model.headline.clone());
    let alone = route.state.with_untracked(|state| state.piece().is_some());
    let chosen = Memo::new(move |_| model.with(|model| model.chosen.clone()));
    let site = Memo::new(move |_| model.with(|model| model.chosen_site.clone()));
    // The sites of a mark that no zoom takes apart.
    let heaped = RwSignal::new(Vec::<MapSite>::new());
    let (as_of, demo) = model.with_untracked(|model| (model.as_of.clone(), model.demo));
    view! {
        <article class="page map-page">
            <p class="dateline"><span>{as_of}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{headline}</h1>
            <div class="map-body">
                <div class="map-main">
                    <Tools model lang />
                    <MapFigure model heaped lang />
                    {(!alone).then(|| view! { <MapExports scene=shown model lang /> })}
                </div>
                <aside class="map-side">
                    {move || site.get().map(|site| view! { <ChosenPlace site lang /> })}
                    {move || chosen.get().map(|chosen| view! { <Chosen chosen lang /> })}
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
fn Tools(model: Memo<Arc<MapModel>>, lang: Lang) -> impl IntoView {
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
            <nav class="map-domains" aria-label=say!(lang, sites)>
                <span>{say!(lang, sites)}</span>
                {move || domains.get().into_iter().map(|domain| view! { <Domain domain lang /> }).collect_view()}
            </nav>
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
fn MapFigure(model: Memo<Arc<MapModel>>, heaped: RwSignal<Vec<MapSite>>, lang: Lang) -> impl IntoView {
    let atlas = use_loader().atlas;
    let summary = Signal::derive(move || model.with(|model| model.summary.clone()));
    let legend =
        Memo::new(move |_| model.with(|model| model.layer.as_ref().map(|layer| layer.legend.clone())));
    let (notes, demo) = model.with_untracked(|model| (model.notes.clone(), model.demo));
    let attribution = notes.attribution.join(lang.pick("；", "; "));
    view! {
        <figure data-map="large" data-chart="map">
            {move || match atlas.get() {
                None => view! { <p class="chart map-chart caption" role="status">{say!(lang, loading)}</p> }.into_any(),
                Some(atlas) if atlas.townships.is_none() && atlas.district.is_none() => {
                    view! { <Unread lang /> }.into_any()
                }
                Some(atlas) => view! { <Canvas model atlas summary heaped lang /> }.into_any(),
            }}
            <div class="map-foot">
                {move || legend.get().map(|legend| view! { <LegendList legend lang /> })}
                <p class="caption map-key">{say!(lang, map_key)}</p>
            </div>
            <figcaption class="caption">
                <p>{summary}</p>
                <Notes notes lang />
                <p>{attribution}</p>
                {demo.then(|| view! { <DemoMark lang /> })}
            </figcaption>
            <TownTable model lang />
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
    summary: Signal<String>,
    heaped: RwSignal<Vec<MapSite>>,
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let colours = use_colours();
    let size = RwSignal::new([920.0, 640.0]);
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
    let choose = move |name: String| {
        let is_town = model.with_untracked(|model| model.towns.iter().any(|town| town.code == name));
        route.refine(|state| {
            let field = if is_town { &mut state.town } else { &mut state.id };
            *field = (field.as_deref() != Some(name.as_str())).then_some(name);
        });
    };
    let pointed = StoredValue::new(None::<String>);
    let select = Callback::new({
        let atlas = atlas.clone();
        move |name: String| {
            let found =
                clusters.get_untracked().and_then(|clusters| heap(&name, &clusters).map(<[u32]>::to_vec));
            if let Some(sites) = found {
                let places = model.with_untracked(|model| model.places.clone());
                let apart = extent(&sites, &places).filter(|[west, south, east, north]| {
                    sight.get_untracked().zoom < option::MOST_ZOOM && (east - west).max(north - south) > POINT
                });
                let size = size.get_untracked();
                let look = apart.and_then(|extent| closer(land(&atlas), size, extent, option::MOST_ZOOM));
                match look {
                    Some(look) => {
                        heaped.set(Vec::new());
                        patch.set(option::look(&look));
                        seen.set(Some(look.seen));
                    }
                    None => heaped
                        .set(sites.iter().filter_map(|site| places.site(*site as usize)).cloned().collect()),
                }
                return;
            }
            let name = if name == option::SHEET { pointed.get_value() } else { Some(name) };
            name.into_iter().for_each(choose);
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
    view! {
        <div class="map-frame" class:is-ground=many data-marks=move || spots.with(|spots| spots.iter().map(|spot| spot.count).sum::<usize>())>
            {ground.map(|ground| view! { <GroundCanvas ground model atlas=atlas.clone() size seen pointed lang /> })}
            <ChartHost
                option
                map=(MAP.to_owned(), boundaries.unwrap_or_default())
                on_select=select
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
    }
}

/// The name under which the boundaries are known to ECharts.
pub const MAP: &str = "land";

/// What the tones mean, and how many townships have each.
#[component]
fn LegendList(legend: Legend, lang: Lang) -> impl IntoView {
    let count = |count: usize| lang.pick(format!("{count}个"), format!("{count}"));
    let classes = legend.classes.into_iter().map(|class| view! {
        <li>
            <svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><path class=format!("tone-{}", class.tone) d="M0 0h10v4H0z" /></svg>
            <span>{class.range}</span><small>{count(class.count)}</small>
        </li>
    });
    let none = (legend.no_data > 0).then(|| view! {
        <li>
            <svg viewBox="0 0 40 12" preserveAspectRatio="none" aria-hidden="true"><path class="no-data" d="M0 0h40v12H0z" /></svg>
            <span>{say!(lang, no_data)}</span><small>{count(legend.no_data)}</small>
        </li>
    });
    let unit = (!legend.unit.is_empty()).then_some(legend.unit);
    view! { <ol class="map-legend">{classes.collect_view()}{none}{unit.map(|unit| view! { <li class="legend-unit">{unit}</li> })}</ol> }
}

/// The chosen township's figures.
#[component]
fn Chosen(chosen: ChosenTown, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let none = Signal::derive(move || {
        let mut state = state.get();
        state.town = None;
        state
    });
    let figures = chosen.figures.into_iter().map(|(name, figure, shown)| {
        view! {
            <div class:is-shown=shown><dt>{name}</dt><dd>{figure}</dd></div>
        }
    });
    let here = state.get_untracked();
    let projects = chosen.projects.into_iter().enumerate().map(|(at, (id, name))| {
        let to = here.to_record(View::Projects, &id);
        view! { {(at > 0).then(|| lang.pick("、", ", "))}<Link to=to>{name}</Link> }
    });
    let projects: Vec<_> = projects.collect();
    let projects = (!projects.is_empty())
        .then(|| view! { <p>{say!(lang, projects)}{lang.pick("：", ": ")}{projects}</p> });
    view! {
        <section class="map-chosen" aria-live="polite">
            <h2>{chosen.name}</h2>
            <dl>{figures.collect_view()}</dl>
            {projects}
            <NoticesAbout notices=chosen.notices state=here lang />
            <p><Pick to=none current=Signal::stored(false)>{say!(lang, clear_town)}</Pick></p>
        </section>
    }
}
