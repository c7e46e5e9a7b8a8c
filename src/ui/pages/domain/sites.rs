//! A domain's sites on a small map, and the same in a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::pointed::mark_of;
use super::super::scope;
use super::super::site_figure::{SiteFigure, SiteLine};
use super::SITES;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::domain_page::{SiteGroup, Sites};
use crate::model::places::places;
use crate::route::{View, ViewState};
use crate::ui::components::Link;

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
    let sites = places(&scope(&scene, lang), Some(&domain));
    let mut to = state.to_view(View::Map);
    to.domain = Some(domain);
    let empty = groups.is_empty();
    let groups = groups.into_iter().map(|group| view! { <Group group item state=state.clone() lang /> });
    let groups = groups.collect_view();
    let body = (!empty).then(|| {
        view! {
            <div class="domain-places">
                <div>
                    <SiteFigure sites scene lang />
                    <p><Link to=to class="to-map">{say!(lang, open_in_map)}</Link></p>
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
    let sites = group.sites.into_iter().map(|site| view! { <SiteLine site item state=state.clone() lang /> });
    let sites = sites.collect_view();
    view! {
        <div class="place-group">
            <h3>{group.name}<small>{lang.pick(format!("{count}处"), count.to_string())}</small></h3>
            <ul>{sites}</ul>
        </div>
    }
}
