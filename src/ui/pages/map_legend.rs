//! What the tones, circles and outlines of a map mean.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Lang, Light};
use crate::model::choropleth::Legend;
use crate::model::layers::Symbols;
use crate::model::map::MapModel;
use crate::model::picture::LARGEST;
use crate::route::Face;
use crate::ui::components::{LightMark, colour_word};

/// The legends of what is shown.
#[component]
pub fn Legends(
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The size of the picture, in pixels.
    size: RwSignal<[f64; 2]>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let legend = Memo::new(move |_| {
        model.with(|model| {
            model.layer.as_ref().map(|layer| layer.legend.clone()).map(|legend| (legend, model.face))
        })
    });
    let symbols =
        Memo::new(move |_| model.with(|model| model.symbols.clone().filter(|_| model.face == Face::Symbols)));
    let most = Memo::new(move |_| {
        let [width, height] = size.get();
        (width.min(height) * LARGEST).round()
    });
    let lights = Memo::new(move |_| {
        let count = |light: Light| {
            (light, model.with(|model| model.lights.values().filter(|town| town.light == light).count()))
        };
        Light::ALL.map(count)
    });
    let holds = Memo::new(move |_| model.with(|model| model.time.as_ref().map(|time| time.holds.clone())));
    view! {
        {move || symbols.get().map(|symbols| view! { <Circles symbols most=most.get() lang /> })}
        {move || legend.get().map(|(legend, face)| view! { <LegendList legend face lang /> })}
        {move || holds.get().map(|holds| view! { <p class="caption map-holds">{holds}</p> })}
        {move || view! { <Outlines counts=lights.get() lang /> }}
    }
}

/// What the tones mean, and how many townships have each; where circles are drawn, only how many have no figure.
#[component]
fn LegendList(legend: Legend, face: Face, lang: Lang) -> impl IntoView {
    let counted = move |count: usize| {
        // Of several maps each has counts of its own.
        (face != Face::Small)
            .then(|| view! { <small>{lang.pick(format!("{count}个"), format!("{count}"))}</small> })
    };
    let stem = if legend.diverging { "diverging" } else { "tone" };
    let shaded = face != Face::Symbols;
    let classes = legend.classes.into_iter().filter(|_| shaded).map(|class| view! {
        <li>
            <svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><path class=format!("{stem}-{}", class.tone) d="M0 0h10v4H0z" /></svg>
            <span>{class.range}</span>{counted(class.count)}
        </li>
    });
    let none = (legend.no_data > 0 || face == Face::Small).then(|| view! {
        <li>
            <svg viewBox="0 0 40 12" preserveAspectRatio="none" aria-hidden="true"><path class="no-data" d="M0 0h40v12H0z" /></svg>
            <span>{say!(lang, no_data)}</span>{counted(legend.no_data)}
        </li>
    });
    let unit = (shaded && !legend.unit.is_empty()).then_some(legend.unit);
    view! { <ol class="map-legend" data-legend="classes">{classes.collect_view()}{none}{unit.map(|unit| view! { <li class="legend-unit">{unit}</li> })}</ol> }
}

/// Circles of a few sizes inside each other, each with its figure.
#[component]
fn Circles(symbols: Symbols, most: f64, lang: Lang) -> impl IntoView {
    let nested = symbols.nested(most);
    let [width, height] = [most * 2.0 + 90.0, most * 2.0 + 10.0];
    let base = height - 2.0;
    let circles = nested.iter().map(|one| {
        let at = base - one.radius;
        view! { <circle cx=most + 2.0 cy=at r=one.radius /> }
    });
    let words = nested.iter().map(|one| {
        let (top, at) = (base - one.radius * 2.0, base - one.above);
        let across = most * 2.0 + 12.0;
        view! {
            <path d=format!("M{} {top:.1}L{} {at:.1}h6", most + 2.0, across - 6.0) />
            <text x=across + 4.0 y=at dominant-baseline="central">{one.words.clone()}</text>
        }
    });
    let said = nested.iter().map(|one| one.words.clone()).collect::<Vec<_>>().join(lang.pick("、", ", "));
    let said = lang.pick(
        format!("圆的面积：{said}{}", symbols.unit),
        format!("Areas of circles: {said} {}", symbols.unit),
    );
    view! {
        <svg class="map-circles" width=width height=height viewBox=format!("0 0 {width} {height}") role="img" aria-label=said>
            {circles.collect_view()}{words.collect_view()}
        </svg>
        <p class="caption map-circles-unit">{say!(lang, circle_areas)}{(!symbols.unit.is_empty()).then(|| format!("{}{}", lang.pick("，单位：", "; unit: "), symbols.unit))}</p>
    }
}

/// The outlines that occur, with the number of townships of each.
#[component]
fn Outlines(counts: [(Light, usize); 5], lang: Lang) -> impl IntoView {
    let shown = counts.into_iter().filter(|(_, count)| *count > 0).map(|(light, count)| {
        let word = match light {
            Light::NotDue => say!(lang, not_due_word),
            Light::NoData => say!(lang, no_data),
            light => colour_word(light, lang),
        };
        view! {
            <li>
                <svg class=format!("outline-{}", light.code()) viewBox="0 0 28 12" aria-hidden="true"><path d="M1 6h26" /></svg>
                <LightMark light /><span>{word}</span><small>{lang.pick(format!("{count}个"), count.to_string())}</small>
            </li>
        }
    });
    let shown = shown.collect_view();
    (!shown.is_empty()).then(|| view! {
        <div class="map-outlines" data-legend="lights"><p class="caption">{say!(lang, outline_key)}</p><ul>{shown}</ul></div>
    })
}
