//! The township that the reader chose on the map: its figures and how they came, and what is going on in it.

use super::choropleth;
use super::map_site::{Work, work_of};
use super::notices::{NoticeLine, notices_about};
use super::places::{MapSite, Places, is_placed};
use super::projects::is_site_of;
use super::scope::Scope;
use super::town_trend::{TownTrend, TrendScale, town_trend};
use super::words;
use crate::domain::{Figure, Indicator, Month, Township, format};

/// A figure of the township.
#[derive(Clone, Debug, PartialEq)]
pub struct TownFigure {
    /// The indicator's id.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// The figure with its unit, or the reason why there is none.
    pub value: String,
    /// Whether the map is shaded by it.
    pub shown: bool,
    /// The months up to now.
    pub trend: TownTrend,
}

/// A project that has a site in the township.
#[derive(Clone, Debug, PartialEq)]
pub struct TownProject {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many tasks it and its parts have.
    pub tasks: usize,
}

/// The township.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenTown {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its figure in every layer.
    pub figures: Vec<TownFigure>,
    /// Its sites on the map: ids and names, with their numbers.
    pub sites: Vec<(String, String)>,
    /// The projects that have a site in it.
    pub projects: Vec<TownProject>,
    /// The departments that lead these projects, ids and names.
    pub leads: Vec<(String, String)>,
    /// The announcements about it.
    pub notices: Vec<NoticeLine>,
}

/// What there is to read about a township in a month; `layer` is the one asked for, `places` are the sites that are shown.
pub fn chosen_town(
    scope: &Scope<'_>,
    town: &Township,
    layer: Option<&str>,
    month: Month,
    places: &Places,
) -> ChosenTown {
    let (edition, lang) = (scope.edition, scope.lang);
    let shown = choropleth::layer(edition, layer).map(|indicator| indicator.id.as_str());
    let figures = choropleth::layers(edition).map(|indicator| {
        let scale = TrendScale::of(scope, indicator.townships.get(&town.code).into_iter());
        TownFigure {
            id: indicator.id.clone(),
            name: indicator.short().get(lang).into(),
            value: said(scope, indicator, town_figure(indicator, &town.code, month), month),
            shown: shown == Some(indicator.id.as_str()),
            trend: town_trend(scope, indicator, &town.code, &scale),
        }
    });
    let here =
        edition.sites.iter().filter(|site| is_placed(site) && site.township.as_ref() == Some(&town.code));
    let here: Vec<_> = here.collect();
    let projects =
        edition.projects.iter().filter(|project| here.iter().any(|site| is_site_of(site, project)));
    let mut leads: Vec<(String, String)> = Vec::new();
    let projects = projects.map(|project| {
        let Work { tasks, leads: own, .. } = work_of(scope, project);
        own.into_iter().for_each(|lead| {
            if !leads.contains(&lead) {
                leads.push(lead);
            }
        });
        TownProject { id: project.id.clone(), name: project.name.get(lang).into(), tasks: tasks.len() }
    });
    let projects: Vec<TownProject> = projects.collect();
    let sites = places.groups.iter().filter(|group| group.code.as_ref() == Some(&town.code));
    let site = |site: &MapSite| (site.id.clone(), format!("{} {}", site.number, site.name));
    ChosenTown {
        code: town.code.clone(),
        name: town.name.get(lang).into(),
        figures: figures.collect(),
        sites: sites.flat_map(|group| group.sites.iter().take(LISTED).map(site)).collect(),
        projects,
        leads,
        notices: notices_about(scope, &town.code),
    }
}

/// How many sites of a township are named in its panel; the list has them all.
const LISTED: usize = 12;

/// A township's figure of an indicator in a month.
pub(super) fn town_figure<'a>(indicator: &'a Indicator, code: &str, month: Month) -> Option<&'a Figure> {
    indicator.townships.get(code)?.at(month).map(|observation| &observation.figure)
}

/// A month's figure with its unit, or the reason why there is none.
pub(super) fn said(
    scope: &Scope<'_>,
    indicator: &Indicator,
    figure: Option<&Figure>,
    month: Month,
) -> String {
    match figure {
        Some(Ok(number)) => format::quantity(*number, &indicator.unit, scope.lang),
        Some(Err(missing)) => words::missing(missing, month, scope.lang),
        None => scope.lang.pick("无数据", "no data").into(),
    }
}
