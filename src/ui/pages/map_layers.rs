//! How the figures of a map are drawn, and which of its sites are shown besides those of a domain.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::layers::SiteChoices;
use crate::model::map::MapModel;
use crate::route::{Classes, Every, Face, LightFilter};
use crate::ui::components::{Choice, Segments, colour_word};
use crate::ui::context::use_route;

/// Shaded, as circles or as little maps; in which classes; with lights as outlines or without.
#[component]
pub fn LayerTools(
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// Whether any township has lights.
    has_lights: bool,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let offered = Memo::new(move |_| {
        model.with(|model| {
            (model.classes.1.clone(), model.symbols.is_some(), model.time.is_some(), model.layer.is_some())
        })
    });
    let face = Signal::derive(move || model.with(|model| model.face).code());
    let faces = move |circles: bool, times: bool| {
        let all = [
            (Face::Table.code(), say!(lang, face_shaded), true),
            (Face::Symbols.code(), say!(lang, face_circles), circles),
            (Face::Small.code(), say!(lang, face_maps), times),
        ];
        all.into_iter()
            .filter(|(_, _, offered)| *offered)
            .map(|(code, name, _)| (code, name))
            .collect::<Vec<_>>()
    };
    let choose = Callback::new(move |code: &'static str| {
        route.change(|state| state.face = Face::from_code(code).unwrap_or_default());
    });
    let name = move |classes: &Classes| match classes {
        Classes::Natural => say!(lang, classes_natural),
        Classes::Quantile => say!(lang, classes_quantile),
        Classes::Equal => say!(lang, classes_equal),
        Classes::Target => say!(lang, classes_target),
    };
    let classed = Callback::new(move |code: String| {
        route.change(|state| state.map.classes = Classes::from_code(&code).unwrap_or_default());
    });
    let every = Callback::new(move |code: &'static str| {
        route.change(|state| state.map.every = Every::from_code(code).unwrap_or_default());
    });
    let outlined = Memo::new(move |_| route.state.with(|state| state.map.outlined));
    let outline = move || {
        (has_lights && face.get() != Face::Small.code()).then(|| {
            view! {
                <label class="tick">
                    <input type="checkbox" prop:checked=outlined on:change=move |event| {
                        let outlined = event_target_checked(&event);
                        route.change(|state| state.map.outlined = outlined);
                    } />
                    <span>{say!(lang, outline_lights)}</span>
                </label>
            }
        })
    };
    let shown = move || {
        let (classes, circles, times, layer) = offered.get();
        layer.then(|| {
            let options: Vec<(String, String)> =
                classes.iter().map(|one| (one.code().to_owned(), name(one).to_owned())).collect();
            let chosen = Signal::derive(move || model.with(|model| model.classes.0.code().to_owned()));
            let ways = move || {
                (face.get() != Face::Symbols.code()).then(|| view! { <Choice label=say!(lang, classes) options=options.clone() chosen choose=classed /> })
            };
            view! {
                <Segments label=say!(lang, drawn_as) options=faces(circles, times) chosen=face choose />
                {ways}
                {move || (face.get() == Face::Small.code()).then(|| view! {
                    <Segments
                        label=say!(lang, one_every)
                        options=vec![(Every::Year.code(), say!(lang, every_year)), (Every::Month.code(), say!(lang, every_month))]
                        chosen=Signal::derive(move || route.state.with(|state| state.map.every.code()))
                        choose=every
                    />
                })}
            }
        })
    };
    view! { <div class="map-drawn">{shown}{outline}</div> }
}

/// Sites of a category, and sites whose goals stand in a light.
#[component]
pub fn SiteTools(
    /// What there is to choose from.
    choices: SiteChoices,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let all = (String::new(), say!(lang, any_category).to_owned());
    let counted =
        |name: &str, count: usize| lang.pick(format!("{name}（{count}）"), format!("{name} ({count})"));
    let categories =
        choices.categories.iter().map(|(word, name, count)| (word.clone(), counted(name, *count)));
    let categories: Vec<(String, String)> = std::iter::once(all).chain(categories).collect();
    let lights = choices
        .lights
        .iter()
        .map(|(filter, light, count)| (filter.code().to_owned(), counted(colour_word(*light, lang), *count)));
    let any = (LightFilter::Any.code().to_owned(), say!(lang, any_light).to_owned());
    let lights: Vec<(String, String)> = std::iter::once(any).chain(lights).collect();
    let category =
        Signal::derive(move || route.state.with(|state| state.map.category.clone().unwrap_or_default()));
    let light = Signal::derive(move || route.state.with(|state| state.light.code().to_owned()));
    let by_category = Callback::new(move |word: String| {
        route.change(|state| state.map.category = (!word.is_empty()).then_some(word));
    });
    let by_light = Callback::new(move |code: String| {
        route.change(|state| state.light = LightFilter::from_code(&code).unwrap_or_default());
    });
    view! {
        <div class="map-site-tools">
            {(categories.len() > 2).then(|| view! { <Choice label=say!(lang, site_category) options=categories chosen=category choose=by_category /> })}
            {(lights.len() > 1).then(|| view! { <Choice label=say!(lang, site_light) options=lights chosen=light choose=by_light /> })}
        </div>
    }
}
