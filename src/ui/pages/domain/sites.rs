//! A domain's sites on a small map, and the same in a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::pointed::mark_of;
use super::super::scope;
use super::SITES;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::domain_page::{self, Cell, Dot, SiteGroup, SiteMap, SiteRow, Sites};
use crate::route::{View, ViewState};
use crate::ui::components::{Link, Notes};
use crate::ui::context::use_loader;

/// The map and the list.
#[component]
pub fn SitesSection(
    /// The sites.
    sites: Sites,
    /// The domain's id.
    domain: String,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// What is shown.
    scene: Arc<Scene>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let Sites { groups, counted } = sites;
    let mut to = state.to_view(View::Map);
    to.domain = Some(domain.clone());
    let empty = groups.is_empty();
    let groups = groups.into_iter().map(|group| view! { <Group group item state=state.clone() lang /> });
    let groups = groups.collect_view();
    let body = (!empty).then(|| {
        view! {
            <div class="domain-places">
                <div>
                    <Picture domain scene lang />
                    <p><Link to=Signal::stored(to) class="to-map">{say!(lang, open_in_map)}</Link></p>
                </div>
                <div>{groups}</div>
            </div>
        }
    });
    view! {
        <section class="domain-sites">
            <h2 id=mark_of(SITES) tabindex="-1">{say!(lang, sites)}</h2>
            <p class="counted">{counted}</p>
            {body}
        </section>
    }
}

#[component]
fn Group(group: SiteGroup, item: Memo<Option<String>>, state: ViewState, lang: Lang) -> impl IntoView {
    let count = group.sites.len();
    let sites = group.sites.into_iter().map(|site| view! { <Site site item state=state.clone() lang /> });
    let sites = sites.collect_view();
    view! {
        <div class="place-group">
            <h3>{group.name}<small>{lang.pick(format!("{count}处"), count.to_string())}</small></h3>
            <ul>{sites}</ul>
        </div>
    }
}

#[component]
fn Site(site: SiteRow, item: Memo<Option<String>>, state: ViewState, lang: Lang) -> impl IntoView {
    let own = site.id.clone();
    let current = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
    let name = if site.placed {
        let to = ViewState { id: Some(site.id.clone()), town: site.township, ..state.to_view(View::Map) };
        view! { <Link to=Signal::stored(to)>{site.name}</Link> }.into_any()
    } else {
        site.name.into_any()
    };
    let place = (!site.place.is_empty()).then(|| view! { {lang.pick("，", ", ")}{site.place} });
    let note = site.note.map(|note| view! { <small>{note}</small> });
    view! {
        <li id=mark_of(&site.id) data-site=site.id.clone() tabindex="-1" aria-current=current>
            <span>{name}</span><span class="is-faint">{site.category}{place}</span>{note}
        </li>
    }
}

/// The map, as soon as the boundaries are there.
#[component]
fn Picture(domain: String, scene: Arc<Scene>, lang: Lang) -> impl IntoView {
    let atlas = use_loader().atlas;
    move || {
        let Some(atlas) = atlas.get() else {
            return view! { <p class="caption">{say!(lang, loading)}</p> }.into_any();
        };
        let unread = atlas.townships.is_none() && !atlas.troubles.is_empty();
        let scope = scope(&scene, lang);
        let map = atlas.townships.as_ref().and_then(|townships| {
            domain_page::site_map(&scope, &scene.manifest, townships, atlas.district.as_deref(), &domain)
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
        <figure class="townships" data-map="domain">
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
