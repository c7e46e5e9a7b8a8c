//! The map in words: every site by township, every township with its figure, and what has no place.

use std::sync::Arc;

use leptos::prelude::*;

use super::map::Pick;
use super::map_pointing::{Pointed, is_pointed, use_pointing};
use crate::domain::Lang;
use crate::model::choropleth::Town;
use crate::model::map::MapModel;
use crate::model::places::{MapSite, Places, exactness};
use crate::ui::components::{LiveLink, Seal};
use crate::ui::context::use_route;

/// Above this number of sites only those of the chosen township are listed one by one, so many at a time.
const LONG: usize = 400;

/// Above this number of townships their table is made when it is opened.
const MANY_TOWNS: usize = 200;

/// The sites of a mark that no zoom takes apart.
#[component]
pub fn HeapList(
    /// The sites; none where no such mark was asked for.
    heaped: RwSignal<Vec<MapSite>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let shut = move |_| heaped.set(Vec::new());
    move || {
        let count = heaped.with(Vec::len);
        (count > 0).then(|| {
            view! {
                <section class="map-chosen site-group" aria-live="polite" data-sites="heap">
                    <h2>{lang.pick(format!("{count}处地点在此一处"), format!("{count} sites at this point"))}</h2>
                    <Listed sites=Signal::derive(move || heaped.get()) lang />
                    <p><button type="button" class="text-button" on:click=shut>{say!(lang, clear_town)}</button></p>
                </section>
            }
        })
    }
}

/// Sites one below the other, the first ones at first.
#[component]
fn Listed(sites: Signal<Vec<MapSite>>, lang: Lang) -> impl IntoView {
    let shown = RwSignal::new(LONG);
    let list = move || {
        sites.with(|sites| {
            sites.iter().take(shown.get()).cloned().map(|site| view! { <Site site lang /> }).collect_view()
        })
    };
    let rest = Memo::new(move |_| sites.with(Vec::len).saturating_sub(shown.get()));
    let more = move || {
        let rest = rest.get();
        (rest > 0).then(|| view! {
            <p><button type="button" class="text-button" on:click=move |_| shown.update(|shown| *shown += LONG)>
                {lang.pick(format!("另有{rest}处，再列一些"), format!("{rest} more: list some"))}
            </button></p>
        })
    };
    view! { <ol>{list}</ol>{more} }
}

/// The sites on the map, by township.
#[component]
pub fn SiteList(
    /// The sites.
    sites: Memo<Arc<Places>>,
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let placed = move || sites.with(|sites| sites.placed);
    // Which site is chosen is followed by each line itself: the list, and the focus in it, stay.
    let body = move || {
        let sites = sites.get();
        let groups =
            (0..sites.groups.len()).map(|index| view! { <Group places=sites.clone() index model lang /> });
        groups.collect_view()
    };
    let pointing = use_pointing();
    view! {
        <section
            class="map-sites"
            data-sites="placed"
            on:pointerover=move |event| pointing.over(&event)
            on:pointerleave=move |_| pointing.point(None)
            on:focusin=move |event| pointing.focused(&event)
            on:focusout=move |_| pointing.point(None)
        >
            <h2>{move || lang.pick(format!("{}处地点", placed()), format!("{} sites", placed()))}<small>{say!(lang, numbered)}</small></h2>
            {body}
        </section>
    }
}

#[component]
fn Group(places: Arc<Places>, index: usize, model: Memo<Arc<MapModel>>, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let group = &places.groups[index];
    let long = places.placed > LONG;
    let (code, name) = (group.code.clone(), group.name.clone());
    let count = lang.pick(format!("{}处", group.sites.len()), group.sites.len().to_string());
    let own = code.clone();
    let open =
        Memo::new(move |_| state.with(|state| own.as_deref().is_some_and(|code| state.has_town(code))));
    let attribute = code.clone();
    let pointed = code.clone().map(|code| is_pointed(Pointed::Town(code)));
    let heading = match code.clone() {
        Some(code) => {
            let to = Signal::derive(move || {
                let mut state = state.get();
                state.pick_town(&code);
                state
            });
            view! { <Pick to current=open>{name}</Pick> }.into_any()
        }
        None => name.into_any(),
    };
    let figure = move || {
        let code = code.as_deref()?;
        model.with(|model| Some(model.layer.as_ref()?.town(code)?.brief.clone()))
    };
    let listed = move || {
        (!long || open.get()).then(|| {
            let sites = places.groups[index].sites.clone();
            view! { <Listed sites=Signal::stored(sites) lang /> }
        })
    };
    view! {
        <div class="site-group" class:is-chosen=open>
            <h3 data-town=attribute class:is-pointed=move || pointed.is_some_and(|pointed| pointed())>{heading}<span>{figure}</span><small>{count}</small></h3>
            {listed}
        </div>
    }
}

#[component]
fn Site(site: MapSite, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let MapSite { number, id, name, domain, detail, precision, .. } = site;
    let own = id.clone();
    let chosen = Memo::new(move |_| state.with(|state| state.id.as_deref() == Some(own.as_str())));
    let attribute = id.clone();
    let pointed = is_pointed(Pointed::Site(id.clone()));
    let exact = exactness(precision, lang);
    let to = Signal::derive(move || {
        let mut state = state.get();
        state.id = (!chosen.get()).then(|| id.clone());
        state
    });
    view! {
        <li class=format!("domain-{domain}") class:is-chosen=chosen class:is-pointed=pointed data-site=attribute>
            <Pick to current=chosen class="site"><span class="site-number">{number}</span><span>{name}<small>{detail}</small></span><span class="site-exact" aria-hidden="true">{exact}</span></Pick>
        </li>
    }
}

/// Every township with its figure, as a table.
#[component]
pub fn TownTable(
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let state = route.state;
    let pointing = use_pointing();
    let layer = Memo::new(move |_| model.with(|model| model.layer.clone()));
    let count = Memo::new(move |_| layer.with(|layer| layer.as_ref().map(|layer| layer.towns.len())));
    let is_open = RwSignal::new(false);
    let table = move || {
        let layer = layer.get()?;
        let unit = layer.legend.unit.clone();
        let compared = layer.since.is_some();
        let mut towns = layer.towns;
        towns.sort_by(|a, b| {
            b.figure.unwrap_or(f64::NEG_INFINITY).total_cmp(&a.figure.unwrap_or(f64::NEG_INFINITY))
        });
        let row = move |town: Town| {
            let code = town.code;
            let (own, added) = (code.clone(), code.clone());
            let chosen = Memo::new({
                let code = code.clone();
                move |_| state.with(|state| state.has_town(&code))
            });
            let to = Signal::derive(move || {
                let mut state = state.get();
                state.pick_town(&own);
                state
            });
            let label = lang.pick(format!("比较{}", town.name), format!("Compare {}", town.name));
            let pointed = is_pointed(Pointed::Town(code.clone()));
            let sites = model.with_untracked(|model| model.places.count_in(&code));
            view! {
                <tr class:is-chosen=chosen class:is-pointed=pointed data-town=code>
                    <th scope="row"><Pick to current=chosen>{town.name}</Pick></th>
                    <td class="is-number">{town.value}</td>
                    {compared.then(|| view! { <td class="is-number">{town.change}</td> })}
                    <td class="is-number">{sites}</td>
                    <td class="map-tick"><label><span class="unseen">{label}</span><input
                        type="checkbox"
                        prop:checked=chosen
                        on:change=move |_| route.refine(|state| state.toggle_town(&added))
                    /></label></td>
                </tr>
            }
        };
        let few = towns.len() <= MANY_TOWNS;
        let rows = move || (few || is_open.get()).then(|| towns.iter().cloned().map(row).collect_view());
        Some(view! {
                <table
                    on:pointerover=move |event| pointing.over(&event)
                    on:pointerleave=move |_| pointing.point(None)
                    on:focusin=move |event| pointing.focused(&event)
                    on:focusout=move |_| pointing.point(None)
                >
                    <thead><tr><th scope="col">{say!(lang, township)}</th><th scope="col" class="is-number">{layer.name}" "{unit}</th>{layer.since.map(|since| view! { <th scope="col" class="is-number">{since}</th> })}<th scope="col" class="is-number">{say!(lang, sites)}</th><th scope="col" class="map-tick">{say!(lang, beside)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
        })
    };
    // What is open stays open while the figures change.
    move || {
        count.get().map(|count| view! {
            <details class="map-table" on:toggle=move |_| is_open.set(true)>
                <summary>{say!(lang, table)}{lang.pick(format!("：{count}个街镇"), format!(": {count} townships"))}</summary>
                {table}
            </details>
        })
    }
}

/// Sites that are not on the map, counted, with the reason.
#[component]
pub fn UnplacedList(
    /// The sites.
    sites: Memo<Arc<Places>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    move || {
        let (sites, outside) = sites.with(|sites| (sites.unplaced.clone(), sites.outside.clone()));
        if sites.is_empty() && outside.is_empty() {
            return None;
        }
        let count = sites.len();
        let items = sites.into_iter().map(|site| {
            let to = Signal::derive(move || state.with(|state| site.place.address(state)));
            view! {
                <li data-site=site.id><Seal number=site.domain seal=site.seal /><LiveLink to>{site.name}</LiveLink></li>
            }
        });
        let beyond = (!outside.is_empty()).then(|| {
            let (number, names) = (outside.len(), outside.join(lang.pick("、", ", ")));
            lang.pick(
                format!("另有{number}处在区外：{names}。"),
                format!(" {number} more lie outside the district: {names}."),
            )
        });
        Some(view! {
            <section class="map-unplaced" data-sites="unplaced">
                <h2>{say!(lang, unplaced)}<span>{lang.pick(format!("{count}处"), count.to_string())}</span></h2>
                <p class="caption">{say!(lang, unplaced_note)}{beyond}</p>
                <ul>{items.collect_view()}</ul>
            </section>
        })
    }
}
