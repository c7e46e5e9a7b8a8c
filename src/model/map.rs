//! Where things are: townships shaded by a figure, sites with what is known of their place.

use super::choropleth::{self, Choropleth, Town};
use super::scope::Scope;
use super::small_map::{MapNotes, notes};
use crate::domain::{Indicator, Precision, Site, Township, format};
use crate::route::ViewState;
use crate::snapshot::{LayerRole, Manifest};

/// A site on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSite {
    /// Its number in the list.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its domain's number in the plan's order, from 1.
    pub domain: usize,
    /// Longitude and latitude in degrees.
    pub at: [f64; 2],
    /// How exact that is.
    pub precision: Precision,
    /// The code of its township.
    pub town: Option<String>,
    /// Everything else about it: township, domain, how exact its place is.
    pub detail: String,
    /// Whether the reader chose it.
    pub chosen: bool,
}

/// The sites of a township.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteGroup {
    /// The township's code; `None` where the data name none.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Its sites.
    pub sites: Vec<MapSite>,
}

/// A site that is not on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplaced {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its domain's number, from 1.
    pub domain: usize,
    /// The character of its domain's seal.
    pub seal: String,
}

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
    /// The sites on the map by township, the township with the most first.
    pub groups: Vec<SiteGroup>,
    /// How many sites are on the map.
    pub placed: usize,
    /// Sites whose place is not known.
    pub unplaced: Vec<Unplaced>,
    /// Names of the sites outside the district, which are never mapped.
    pub outside: Vec<String>,
    /// The code of the township that the reader chose.
    pub town: Option<String>,
    /// Its figures.
    pub chosen: Option<ChosenTown>,
    /// What has to stand beside every map.
    pub notes: MapNotes,
}

impl MapModel {
    /// The sites on the map, by number.
    pub fn sites(&self) -> impl Iterator<Item = &MapSite> {
        self.groups.iter().flat_map(|group| &group.sites)
    }
}

/// The map as the reader asks for it: `layer`, `domain`, `town`, and a site's `id`.
pub fn map(scope: &Scope<'_>, manifest: &Manifest, state: &ViewState) -> MapModel {
    let (edition, lang) = (scope.edition, scope.lang);
    let layer = choropleth::choropleth(scope, state.layer.as_deref());
    let wanted = state.domain.as_deref().filter(|id| edition.domain(id).is_some());
    let shown = |site: &&Site| wanted.is_none_or(|domain| site.domain == domain);
    let mut groups = groups(scope, state);
    for group in &mut groups {
        group.sites.retain(|site| {
            let domain = edition.domains.get(site.domain - 1);
            wanted.is_none_or(|wanted| domain.is_some_and(|domain| domain.id == wanted))
        });
    }
    groups.retain(|group| !group.sites.is_empty());
    let placed = groups.iter().map(|group| group.sites.len()).sum();
    let nowhere = |site: &&Site| site.at.is_none() && !site.outside;
    let unplaced = edition.sites.iter().filter(nowhere).filter(shown).map(|site| Unplaced {
        id: site.id.clone(),
        name: site.name.get(lang).into(),
        domain: domain_number(scope, &site.domain),
        seal: edition.domain(&site.domain).map(|domain| domain.seal.clone()).unwrap_or_default(),
    });
    let outside = edition.sites.iter().filter(|site| site.outside).filter(shown);
    let outside: Vec<String> = outside.map(|site| site.name.get(lang).to_owned()).collect();
    let unplaced: Vec<Unplaced> = unplaced.collect();
    let town = state.town.as_deref().and_then(|code| edition.township(code));
    let finding = layer.as_ref().map(|layer| layer.finding.clone());
    let counted = lang.pick(format!("{placed}处地点"), format!("{placed} sites on the map"));
    MapModel {
        headline: finding.clone().unwrap_or_else(|| {
            let rest = unplaced.len();
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
        domains: domains(scope, wanted),
        groups,
        placed,
        unplaced,
        outside,
        chosen: town.map(|town| chosen(scope, town, state.layer.as_deref())),
        town: town.map(|town| town.code.clone()),
        notes: notes(scope, manifest, &[LayerRole::Townships, LayerRole::District, LayerRole::Neighbours]),
    }
}

fn domain_number(scope: &Scope<'_>, id: &str) -> usize {
    scope.edition.domains.iter().position(|domain| domain.id == id).unwrap_or(0) + 1
}

fn is_placed(site: &&Site) -> bool {
    site.at.is_some() && !site.outside
}

fn domains(scope: &Scope<'_>, wanted: Option<&str>) -> Vec<DomainChoice> {
    let domains = scope.edition.domains.iter().enumerate();
    let choices = domains.map(|(index, domain)| DomainChoice {
        id: domain.id.clone(),
        number: index + 1,
        name: domain.name.get(scope.lang).into(),
        seal: domain.seal.clone(),
        count: scope.edition.sites.iter().filter(is_placed).filter(|site| site.domain == domain.id).count(),
        chosen: wanted == Some(domain.id.as_str()),
    });
    choices.collect()
}

/// The sites that can be placed, by township; their numbers do not depend on what is filtered.
fn groups(scope: &Scope<'_>, state: &ViewState) -> Vec<SiteGroup> {
    let (edition, lang) = (scope.edition, scope.lang);
    let of = |code: Option<&str>| {
        let sites = edition.sites.iter().filter(is_placed).filter(move |site| {
            // A code that no township has counts as none.
            let own = site.township.as_deref().filter(|code| edition.township(code).is_some());
            own == code
        });
        sites.collect::<Vec<&Site>>()
    };
    let towns = edition.townships.iter().map(Some);
    let mut groups: Vec<(Option<&Township>, Vec<&Site>)> =
        towns.chain([None]).map(|town| (town, of(town.map(|town| town.code.as_str())))).collect();
    groups.sort_by_key(|(town, sites)| (town.is_none(), std::cmp::Reverse(sites.len())));
    let mut number = 0;
    let groups = groups.into_iter().filter(|(_, sites)| !sites.is_empty()).map(|(town, sites)| SiteGroup {
        code: town.map(|town| town.code.clone()),
        name: town.map_or(lang.pick("街镇不详", "Township not known"), |town| town.name.get(lang)).into(),
        sites: sites
            .into_iter()
            .map(|site| {
                number += 1;
                MapSite {
                    number,
                    id: site.id.clone(),
                    name: site.name.get(lang).into(),
                    domain: domain_number(scope, &site.domain),
                    at: site.at.unwrap_or_default(),
                    precision: site.precision.unwrap_or(Precision::TownshipCentroid),
                    town: town.map(|town| town.code.clone()),
                    detail: detail(scope, site, town),
                    chosen: state.id.as_deref() == Some(site.id.as_str()),
                }
            })
            .collect(),
    });
    groups.collect()
}

/// How exact a place is, in words.
pub fn exactness(scope: &Scope<'_>, precision: Precision) -> &'static str {
    match precision {
        Precision::Exact => scope.lang.pick("位置准确", "exact place"),
        Precision::Approx2km => scope.lang.pick("位置约2公里内", "within about 2 km"),
        Precision::TownshipCentroid => {
            scope.lang.pick("只知街镇，标在街镇点上", "only the township is known; drawn at its point")
        }
    }
}

fn detail(scope: &Scope<'_>, site: &Site, town: Option<&Township>) -> String {
    let lang = scope.lang;
    let domain = scope.edition.domain(&site.domain).map(|domain| domain.name.get(lang));
    let exact = exactness(scope, site.precision.unwrap_or(Precision::TownshipCentroid));
    let parts: Vec<&str> =
        town.map(|town| town.name.get(lang)).into_iter().chain(domain).chain([exact]).collect();
    parts.join(lang.pick("，", ", "))
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
    ChosenTown { name: town.name.get(lang).into(), figures: figures.collect() }
}
