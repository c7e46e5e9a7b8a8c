//! Several townships side by side: a row for each figure, a column for each township, and one for the district.

use super::choropleth;
use super::map_town::{said, town_figure};
use super::places::Places;
use super::scope::Scope;
use super::town_trend::{TownTrend, TrendScale, town_trend};
use crate::domain::{Indicator, Month, Township};

/// More townships than this are not laid side by side.
const MOST: usize = 8;

/// A figure of all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRow {
    /// The indicator's id.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// Whether the map is shaded by it.
    pub shown: bool,
    /// Each township's figure with its unit, or the reason why there is none.
    pub cells: Vec<String>,
    /// The district's own figure, which need not be what they add up to.
    pub whole: String,
    /// Each township's months up to now, all on one scale that begins at zero.
    pub trends: Vec<TownTrend>,
}

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The townships: codes and names.
    pub towns: Vec<(String, String)>,
    /// The figures.
    pub rows: Vec<CompareRow>,
    /// How many sites of each are on the map.
    pub sites: Vec<usize>,
    /// How many there are on the map in all.
    pub all_sites: usize,
    /// How many chosen townships have no column.
    pub left_out: usize,
}

/// The comparison in a month of the townships that are chosen; `None` of fewer than two.
pub fn comparison(
    scope: &Scope<'_>,
    chosen: &[&Township],
    layer: Option<&str>,
    month: Month,
    places: &Places,
) -> Option<Comparison> {
    if chosen.len() < 2 {
        return None;
    }
    let (edition, lang) = (scope.edition, scope.lang);
    let towns = &chosen[..chosen.len().min(MOST)];
    let shown = choropleth::layer(edition, layer).map(|indicator| indicator.id.as_str());
    let row = |indicator: &Indicator| {
        let series = towns.iter().filter_map(|town| indicator.townships.get(&town.code));
        let scale = TrendScale::of(scope, series);
        let cell =
            |town: &&Township| said(scope, indicator, town_figure(indicator, &town.code, month), month);
        let own = indicator.series.at(month).map(|observation| &observation.figure);
        CompareRow {
            id: indicator.id.clone(),
            name: indicator.short().get(lang).into(),
            shown: shown == Some(indicator.id.as_str()),
            cells: towns.iter().map(cell).collect(),
            whole: said(scope, indicator, own, month),
            trends: towns.iter().map(|town| town_trend(scope, indicator, &town.code, &scale)).collect(),
        }
    };
    Some(Comparison {
        towns: towns.iter().map(|town| (town.code.clone(), town.name.get(lang).to_owned())).collect(),
        rows: choropleth::layers(edition).map(row).collect(),
        sites: towns.iter().map(|town| places.count_in(&town.code)).collect(),
        all_sites: places.placed,
        left_out: chosen.len() - towns.len(),
    })
}
