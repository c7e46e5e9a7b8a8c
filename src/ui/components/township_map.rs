//! The small township map of the overview, in plain SVG.

use std::sync::Arc;

use leptos::prelude::*;

use super::{DemoMark, Link};
use crate::data::{Atlas, Scene};
use crate::domain::Lang;
use crate::model::choropleth::Legend;
use crate::model::small_map::{self, Area, MapNotes, SmallMap};
use crate::route::View;
use crate::ui::context::{use_loader, use_route};
use crate::ui::pages::scope;

/// Townships shaded by a figure. It appears when the boundaries are there; the page does not wait for it.
#[component]
pub fn TownshipMap(
    /// What is shown.
    scene: Arc<Scene>,
    /// The indicator whose figures shade it; the first that has some when absent.
    #[prop(optional, into)]
    layer: Option<String>,
    /// Whether it stands under a heading of its own.
    #[prop(default = true)]
    headed: bool,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let atlas = use_loader().atlas;
    move || {
        match atlas.get() {
        None => view! { <section class="townships"><p class="caption">{say!(lang, loading)}</p></section> }
            .into_any(),
        Some(atlas) => match picture(&scene, &atlas, layer.as_deref(), lang) {
            Some(map) => {
                view! { <Picture map headed demo=scene.edition.kind == crate::domain::EditionKind::Demo lang /> }
                    .into_any()
            }
            None => view! { <Absent atlas lang /> }.into_any(),
        },
    }
    }
}

fn picture(scene: &Scene, atlas: &Atlas, layer: Option<&str>, lang: Lang) -> Option<SmallMap> {
    let townships = atlas.townships.as_ref()?;
    small_map::small_map(&scope(scene, lang), &scene.manifest, townships, atlas.district.as_deref(), layer)
}

/// Nothing to draw: no layer has figures, or the boundaries could not be read; why stands above the page.
#[component]
fn Absent(atlas: Arc<Atlas>, lang: Lang) -> impl IntoView {
    let unread = !atlas.troubles.is_empty();
    let words = if unread { say!(lang, map_unavailable) } else { say!(lang, no_layer) };
    view! {
        <section class="townships">
            <h2>{say!(lang, townships)}</h2>
            <p>{words}</p>
        </section>
    }
}

#[component]
fn Picture(map: SmallMap, headed: bool, demo: bool, lang: Lang) -> impl IntoView {
    let state = use_route().state.get_untracked();
    let mut to = state.to_view(View::Map);
    to.layer = Some(map.layer);
    let colon = lang.pick("：", ": ");
    let rows = map
        .areas
        .iter()
        .map(|area| view! { <tr><th scope="row">{area.name.clone()}</th><td>{area.value.clone()}</td></tr> });
    let rows = rows.collect_view();
    let areas = map.areas.iter().map(shape).collect_view();
    let names = map.areas.iter().map(name).collect_view();
    view! {
        <section class="townships">
            {headed.then(|| view! { <h2>{say!(lang, townships)}{colon}{map.title}</h2> })}
            <figure data-map="small">
                <svg viewBox=format!("0 0 {} {}", map.width, map.height) role="img" aria-label=map.summary.clone()>
                    {areas}
                    <path class="district-line" d=map.outline />
                    {names}
                </svg>
                <LegendBar legend=map.legend lang />
                <figcaption class="caption">
                    <p>{map.summary}</p>
                    <Notes notes=map.notes lang />
                    {demo.then(|| view! { <DemoMark lang /> })}
                    <p><Link to=to>{say!(lang, open_map)}</Link></p>
                </figcaption>
                <details>
                    <summary>{say!(lang, table)}</summary>
                    <table><tbody>{rows}</tbody></table>
                </details>
            </figure>
        </section>
    }
}

fn shape(area: &Area) -> impl IntoView + use<> {
    let class = area.tone.map_or_else(|| "area no-data".to_owned(), |tone| format!("area tone-{tone}"));
    view! { <path class=class d=area.path.clone()><title>{format!("{} {}", area.name, area.value)}</title></path> }
}

/// The line from a name to a township that has no room for it.
pub fn leader(area: &Area) -> impl IntoView + use<> {
    let line = area.label.as_ref().and_then(|label| label.leader);
    line.map(|[[x0, y0], [x1, y1]]| view! { <path class="leader" d=format!("M{x0} {y0}L{x1} {y1}") /> })
}

/// The class of a township's name, which must be read on the ground it stands on.
pub fn name_class(area: &Area) -> String {
    match area.tone.filter(|_| area.label.as_ref().is_some_and(|label| label.inside)) {
        Some(tone) => format!("name on-tone-{tone}"),
        None => "name".to_owned(),
    }
}

fn name(area: &Area) -> impl IntoView + use<> {
    let label = area.label.as_ref()?;
    let (leader, class) = (leader(area), name_class(area));
    Some(view! {
        {leader}
        <text class=class x=label.x y=label.y text-anchor="middle" dominant-baseline="central" aria-hidden="true">{area.name.clone()}</text>
    })
}

/// What the tones mean, with the boundaries between them.
#[component]
fn LegendBar(legend: Legend, lang: Lang) -> impl IntoView {
    let classes = legend.classes.iter().map(|class| {
        let title = lang.pick(format!("{}{}：{}个", class.range, legend.unit, class.count), format!("{} {}: {}", class.range, legend.unit, class.count));
        view! { <li><svg viewBox="0 0 10 4" preserveAspectRatio="none" role="img" aria-label=title><path class=format!("tone-{}", class.tone) d="M0 0h10v4H0z" /></svg><span>{class.range.clone()}</span></li> }
    });
    let classes = classes.collect_view();
    let none = (legend.no_data > 0).then(|| view! {
        <li><svg viewBox="0 0 24 10" aria-hidden="true"><path class="no-data" d="M0 0h24v10H0z" /></svg><span>{say!(lang, no_data)}</span></li>
    });
    view! { <ol class="map-legend">{classes}{none}<li class="legend-unit">{legend.unit.clone()}</li></ol> }
}

/// What has to stand beside every map.
#[component]
pub fn Notes(
    /// The notes.
    notes: MapNotes,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let pending = notes.pending.then(|| say!(lang, review_pending));
    view! {
        <p class="map-notes">
            {notes.schematic.then(|| view! { <span>{say!(lang, schematic)}</span>" " })}
            {(!notes.review.is_empty()).then(|| view! { <span>{say!(lang, review)}" "{notes.review.join(", ")}{pending}</span> })}
        </p>
    }
}
