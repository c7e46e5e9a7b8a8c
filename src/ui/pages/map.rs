//! The map: townships shaded by a figure, sites with what is known of their place, and all of it as a list.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::map_base::{Base, BaseTick, BaseWords, use_base};
use super::map_canvas::Canvas;
use super::map_export::MapExports;
use super::map_find::MapFind;
use super::map_layers::{LayerTools, SiteTools};
use super::map_legend::Legends;
use super::map_list::{HeapList, SiteList, TownTable, UnplacedList};
use super::map_pointing::Pointing;
use super::map_site::ChosenPlace;
use super::map_small::{SmallMaps, SmallTable, use_small_maps};
use super::map_time::TimeBar;
use super::map_town::{Chosen, Compared};
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::layers::{self, Ramp, SiteChoices, SiteFilter, SiteGoals};
use crate::model::map::{self, DomainChoice, MapModel};
use crate::model::places::{self, MapSite};
use crate::route::{Face, ViewState};
use crate::ui::components::link::is_plain;
use crate::ui::components::{DemoMark, Notes, Seal};
use crate::ui::context::{use_loader, use_route};

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
    Base::provide(&scene, lang);
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
            <BaseTick model lang />
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
    let beneath = use_base().beneath;
    let is_over = move || beneath.with(|lines| !lines.is_empty());
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
            <div class="map-foot" class:is-over=is_over>
                <Legends model size lang />
                <p class="caption map-key" hidden=small>{say!(lang, map_key)}</p>
            </div>
            <figcaption class="caption">
                <p>{summary}</p>
                <BaseWords model lang />
                // The picture itself has these drawn into it; the little maps have not.
                <div class:unseen=move || !small.get()>
                    <Notes notes lang />
                    <p>{attribution}</p>
                    {demo.then(|| view! { <DemoMark lang /> })}
                </div>
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
