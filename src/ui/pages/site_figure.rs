//! Sites on a small map, and as lines of a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::pointed::mark_of;
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::domain_page::{self, Cell, Dot, SiteMap, SiteRow};
use crate::model::places::Places;
use crate::route::{View, ViewState};
use crate::ui::components::{Link, Notes};
use crate::ui::context::use_loader;

/// A site as a line of a list; it leads to the map, and to its project.
#[component]
pub fn SiteLine(
    /// The site.
    site: SiteRow,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let own = site.id.clone();
    let current = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
    let name = if site.placed {
        let to = ViewState { id: Some(site.id.clone()), town: site.township, ..state.to_view(View::Map) };
        view! { <Link to=to>{site.name}</Link> }.into_any()
    } else {
        site.name.into_any()
    };
    let place = (!site.place.is_empty()).then(|| view! { {lang.pick("，", ", ")}{site.place} });
    let project = site.project.map(|(id, name)| {
        let to = state.to_record(View::Projects, &id);
        view! { <small>{say!(lang, project)}{lang.pick("：", ": ")}<Link to=to>{name}</Link></small> }
    });
    let note = site.note.map(|note| view! { <small>{note}</small> });
    view! {
        <li id=mark_of(&site.id) data-site=site.id.clone() tabindex="-1" aria-current=current>
            <span>{name}</span><span class="is-faint">{site.category}{place}</span>{project}{note}
        </li>
    }
}

/// A small map of sites, as soon as the boundaries are there.
#[component]
pub fn SiteFigure(
    /// The sites.
    sites: Places,
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let atlas = use_loader().atlas;
    move || {
        let Some(atlas) = atlas.get() else {
            return view! { <p class="caption">{say!(lang, loading)}</p> }.into_any();
        };
        let unread = atlas.townships.is_none() && !atlas.troubles.is_empty();
        let scope = scope(&scene, lang);
        let map = atlas.townships.as_ref().and_then(|townships| {
            domain_page::site_map(&scope, &scene.manifest, townships, atlas.district.as_deref(), &sites)
        });
        match map {
            Some(map) => view! { <Map map lang /> }.into_any(),
            None if unread => view! { <p>{say!(lang, map_unavailable)}</p> }.into_any(),
            None => view! { <p>{say!(lang, no_place_known)}</p> }.into_any(),
        }
    }
}

#[component]
fn Map(map: SiteMap, lang: Lang) -> impl IntoView {
    let cells = map.cells.iter().map(|cell| view! { <path class="area land" d=cell.path.clone() /> });
    let cells = cells.collect_view();
    let names = map.cells.iter().map(name).collect_view();
    let dots = map.dots.into_iter().map(dot).collect_view();
    view! {
        <figure class="townships" data-map="sites">
            <svg viewBox=format!("0 0 {} {}", map.width, map.height) role="img" aria-label=map.summary.clone()>
                {cells}
                <path class="district-line" d=map.outline />
                {names}
                {dots}
            </svg>
            <figcaption class="caption">
                <p>{map.summary}</p>
                <p>{say!(lang, hollow_key)}</p>
                <Notes notes=map.notes lang />
            </figcaption>
        </figure>
    }
}

fn name(cell: &Cell) -> impl IntoView + use<> {
    let label = &cell.label;
    let leader = label
        .leader
        .map(|[[x0, y0], [x1, y1]]| view! { <path class="leader" d=format!("M{x0} {y0}L{x1} {y1}") /> });
    view! {
        {leader}
        <text class="name" x=label.x y=label.y text-anchor="middle" dominant-baseline="central" aria-hidden="true">{cell.name.clone()}</text>
    }
}

fn dot(dot: Dot) -> impl IntoView {
    let several = dot.count > 1;
    let radius = if several { 8.0 } else { 5.0 };
    let count = several.then(|| view! {
        <text class="dot-count" x=dot.x y=dot.y text-anchor="middle" dominant-baseline="central" aria-hidden="true">{dot.count}</text>
    });
    let class = match (several, dot.hollow) {
        (true, true) => "dot is-many is-hollow",
        (true, false) => "dot is-many",
        (false, true) => "dot is-hollow",
        (false, false) => "dot",
    };
    view! {
        <g class=class>
            <circle class="dot-halo" cx=dot.x cy=dot.y r=radius + 2.0 />
            <circle cx=dot.x cy=dot.y r=radius><title>{dot.title}</title></circle>
            {count}
        </g>
    }
}
