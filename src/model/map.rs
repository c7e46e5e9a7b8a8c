//! Where things are: townships shaded by a figure, sites with what is known of their place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::choropleth::{self, Choropleth, Town};
use super::layers::{Ramp, SiteGoals, Symbols, Timeline, TownLight, ramp};
use super::map_compare::{Comparison, comparison};
use super::map_site::{ChosenSite, chosen_site};
use super::map_town::{ChosenTown, chosen_town};
use super::places::Places;
use super::scope::Scope;
use super::small_map::{MapNotes, notes};
use crate::domain::{Lang, Month, Township, format};
use crate::route::{Classes, Face, ViewState};
use crate::snapshot::{LayerRole, Manifest};

/// A domain whose sites can be shown alone.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainChoice {
    /// Its id.
    pub id: String,
    /// Its number in the plan's order, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// The character of its seal.
    pub seal: String,
    /// How many of its sites are on the map.
    pub count: usize,
    /// Whether its sites alone are shown.
    pub chosen: bool,
}

/// The map page.
#[derive(Clone, Debug, PartialEq)]
pub struct MapModel {
    /// The headline, computed.
    pub headline: String,
    /// The picture in a sentence.
    pub summary: String,
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// The layers to choose from: id and name.
    pub layers: Vec<(String, String)>,
    /// The layer shown, where there is one.
    pub layer: Option<Choropleth>,
    /// Every township; with the layer's figures, where there is one.
    pub towns: Vec<Town>,
    /// The months to choose from, where there are several.
    pub time: Option<Timeline>,
    /// How the figures are put into classes, and in which ways they can be.
    pub classes: (Classes, Vec<Classes>),
    /// Circles as large as the figures, where these are sizes.
    pub symbols: Option<Symbols>,
    /// How the figures are drawn: shaded ([`Face::Table`]), as circles, or as little maps.
    pub face: Face,
    /// The lights in which townships are outlined, by code.
    pub lights: BTreeMap<String, TownLight>,
    /// Domains to choose from.
    pub domains: Vec<DomainChoice>,
    /// The sites.
    pub places: Arc<Places>,
    /// The id of the site that the reader chose.
    pub site: Option<String>,
    /// The same, with what there is to read on about it.
    pub chosen_site: Option<ChosenSite>,
    /// The codes of the townships that the reader chose.
    pub chosen_towns: Vec<String>,
    /// What there is to read about the township, where it is one.
    pub chosen: Option<ChosenTown>,
    /// The townships side by side, where they are several.
    pub comparison: Option<Comparison>,
    /// What has to stand beside every map.
    pub notes: MapNotes,
}

/// The map as the reader asks for it: `layer`, `month`, `classes`, `domain`, `town`, and a site's `id`. The sites are those
/// of [`places`](super::places::places) for the same domain.
pub fn map(scope: &Scope<'_>, manifest: &Manifest, state: &ViewState, places: Arc<Places>) -> MapModel {
    let ramp = ramp(scope, state.layer.as_deref(), state.map.classes);
    let month = ramp.as_ref().map_or(scope.edition.month, |ramp| ramp.month(state.map.month));
    let outlined = state.map.outlined.then(|| SiteGoals::of(scope.edition).towns(scope, month));
    map_in(scope, manifest, state, places, ramp.as_ref(), outlined.unwrap_or_default())
}

/// The same with the classes of its layer, which were made before, and the lights of townships to be outlined in.
pub fn map_in(
    scope: &Scope<'_>,
    manifest: &Manifest,
    state: &ViewState,
    places: Arc<Places>,
    ramp: Option<&Ramp>,
    lights: BTreeMap<String, TownLight>,
) -> MapModel {
    let (edition, lang) = (scope.edition, scope.lang);
    let month = ramp.map_or(edition.month, |ramp| ramp.month(state.map.month));
    let layer = ramp.and_then(|ramp| ramp.shade(scope, month));
    let symbols = ramp.and_then(|ramp| ramp.symbols.clone());
    let face = match state.face {
        Face::Small if layer.is_some() => Face::Small,
        Face::Symbols if symbols.is_some() => Face::Symbols,
        _ => Face::Table,
    };
    let placed = places.placed;
    let chosen: Vec<&Township> = state.towns().filter_map(|code| edition.township(code)).collect();
    let wanted = state.layer.as_deref();
    let finding = layer.as_ref().map(|layer| match month {
        month if month == edition.month => layer.finding.clone(),
        month => said_of(month, &layer.finding, lang),
    });
    let counted = lang.pick(format!("{placed}处地点"), format!("{placed} sites on the map"));
    MapModel {
        headline: finding.clone().unwrap_or_else(|| {
            let rest = places.unplaced.len();
            lang.pick(
                format!("{placed}处地点在图上，{rest}处位置待补"),
                format!("{placed} sites on the map, {rest} without a known place"),
            )
        }),
        summary: match finding {
            Some(finding) => {
                lang.pick(format!("{finding}。图上有{counted}。"), format!("{finding}. {counted}."))
            }
            None => lang.pick(format!("图上有{counted}。"), format!("{counted}.")),
        },
        as_of: super::overview::as_of(scope),
        demo: scope.is_demo(),
        layers: choropleth::layers(edition)
            .map(|indicator| (indicator.id.clone(), indicator.short().get(lang).to_owned()))
            .collect(),
        towns: layer.as_ref().map_or_else(|| choropleth::bare(scope), |layer| layer.towns.clone()),
        time: ramp.and_then(|ramp| Timeline::of(ramp, month, lang)),
        classes: ramp.map_or_else(Default::default, |ramp| (ramp.classes, ramp.offered.clone())),
        symbols,
        face,
        lights,
        layer,
        domains: domains(scope, state.domain.as_deref(), &places),
        chosen_site: state.id.as_deref().and_then(|id| {
            let site = places.sites().find(|site| site.id == id)?;
            chosen_site(scope, site)
        }),
        chosen: match chosen[..] {
            [town] => Some(chosen_town(scope, town, wanted, month, &places)),
            _ => None,
        },
        comparison: comparison(scope, &chosen, wanted, month, &places),
        chosen_towns: chosen.into_iter().map(|town| town.code.clone()).collect(),
        places,
        site: state.id.clone(),
        notes: notes(scope, manifest, &[LayerRole::Townships, LayerRole::District, LayerRole::Neighbours]),
    }
}

/// What the figures of a month say: `2021年6月：…`.
pub(super) fn said_of(month: Month, finding: &str, lang: Lang) -> String {
    let month = format::month(month, lang);
    lang.pick(format!("{month}：{finding}"), format!("{month}: {finding}"))
}

fn domains(scope: &Scope<'_>, wanted: Option<&str>, places: &Places) -> Vec<DomainChoice> {
    let domains = scope.edition.domains.iter().enumerate();
    let choices = domains.map(|(index, domain)| DomainChoice {
        id: domain.id.clone(),
        number: index + 1,
        name: domain.name.get(scope.lang).into(),
        seal: domain.seal.clone(),
        count: places.by_domain.get(index).copied().unwrap_or_default(),
        chosen: wanted == Some(domain.id.as_str()),
    });
    choices.collect()
}
