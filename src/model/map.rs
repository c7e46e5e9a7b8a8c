//! Where things are: townships shaded by a figure, sites with what is known of their place.

use std::sync::Arc;

use super::choropleth::{self, Choropleth, Town};
use super::map_site::{ChosenSite, chosen_site};
use super::notices::{NoticeLine, notices_about};
use super::places::{Places, is_placed};
use super::projects::is_site_of;
use super::scope::Scope;
use super::small_map::{MapNotes, notes};
use crate::domain::{Indicator, Township, format};
use crate::route::ViewState;
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

/// The township that the reader chose, with its figure in every layer.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenTown {
    /// Its name.
    pub name: String,
    /// Each layer's name, the figure with its unit or the reason, and whether it is the layer shown.
    pub figures: Vec<(String, String, bool)>,
    /// The projects that have a site in it: id and name.
    pub projects: Vec<(String, String)>,
    /// The announcements about it.
    pub notices: Vec<NoticeLine>,
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
    /// Domains to choose from.
    pub domains: Vec<DomainChoice>,
    /// The sites.
    pub places: Arc<Places>,
    /// The id of the site that the reader chose.
    pub site: Option<String>,
    /// The same, with what there is to read on about it.
    pub chosen_site: Option<ChosenSite>,
    /// The code of the township that the reader chose.
    pub town: Option<String>,
    /// Its figures.
    pub chosen: Option<ChosenTown>,
    /// What has to stand beside every map.
    pub notes: MapNotes,
}

/// The map as the reader asks for it: `layer`, `domain`, `town`, and a site's `id`. The sites are those of
/// [`places`](super::places::places) for the same domain.
pub fn map(scope: &Scope<'_>, manifest: &Manifest, state: &ViewState, places: Arc<Places>) -> MapModel {
    let (edition, lang) = (scope.edition, scope.lang);
    let layer = choropleth::choropleth(scope, state.layer.as_deref());
    let placed = places.placed;
    let town = state.town.as_deref().and_then(|code| edition.township(code));
    let finding = layer.as_ref().map(|layer| layer.finding.clone());
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
        layer,
        domains: domains(scope, state.domain.as_deref(), &places),
        chosen_site: state.id.as_deref().and_then(|id| {
            let site = places.sites().find(|site| site.id == id)?;
            chosen_site(scope, site)
        }),
        places,
        site: state.id.clone(),
        chosen: town.map(|town| chosen(scope, town, state.layer.as_deref())),
        town: town.map(|town| town.code.clone()),
        notes: notes(scope, manifest, &[LayerRole::Townships, LayerRole::District, LayerRole::Neighbours]),
    }
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

fn chosen(scope: &Scope<'_>, town: &Township, layer: Option<&str>) -> ChosenTown {
    let (edition, lang) = (scope.edition, scope.lang);
    let shown = choropleth::layer(edition, layer).map(|indicator| indicator.id.as_str());
    let figure = |indicator: &Indicator| {
        let observation = indicator.townships.get(&town.code).and_then(|series| series.at(edition.month));
        match observation.map(|observation| &observation.figure) {
            Some(Ok(number)) => format::quantity(*number, &indicator.unit, lang),
            Some(Err(missing)) => super::words::missing(missing, edition.month, lang),
            None => lang.pick("无数据", "no data").into(),
        }
    };
    let figures = choropleth::layers(edition).map(|indicator| {
        let name = indicator.short().get(lang).to_owned();
        (name, figure(indicator), shown == Some(indicator.id.as_str()))
    });
    let here =
        edition.sites.iter().filter(|site| is_placed(site) && site.township.as_ref() == Some(&town.code));
    let here: Vec<_> = here.collect();
    let projects =
        edition.projects.iter().filter(|project| here.iter().any(|site| is_site_of(site, project)));
    ChosenTown {
        name: town.name.get(lang).into(),
        figures: figures.collect(),
        projects: projects.map(|project| (project.id.clone(), project.name.get(lang).to_owned())).collect(),
        notices: notices_about(scope, &town.code),
    }
}
