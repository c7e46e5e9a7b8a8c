//! The map on a wall: townships with name and figure, in letters that are read from afar.

use super::super::choropleth::{self, Choropleth, choropleth, layers};
use super::super::label::{self, Lettering, Wanted};
use super::super::outline::{Projection, path_of};
use super::super::scope::Scope;
use super::super::small_map::{Area, areas};
use crate::domain::{Lang, format};
use crate::snapshot::Boundaries;

/// The size of its letters, in units of the wall.
pub const LETTER: f64 = 28.0;
/// The height of two lines of them.
const LINES: f64 = 64.0;
/// Room around the land for names on leaders, in Chinese and in English: top, right, bottom, left.
const ROOM: [[f64; 4]; 2] = [[64.0, 16.0, 16.0, 16.0], [64.0, 170.0, 16.0, 16.0]];

/// The map of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct WallMap {
    /// Its width and height in units.
    pub size: [f64; 2],
    /// The townships that have a boundary.
    pub areas: Vec<Area>,
    /// The district's outline as SVG path data; empty where there is none.
    pub outline: String,
    /// The figures, with their legend and what they say.
    pub shaded: Choropleth,
}

/// The map of a layer in a place of `size` units, with its names as they were placed last, where that still holds; `None`
/// where no indicator has figures per township.
pub fn wall_map(
    scope: &Scope<'_>,
    townships: &Boundaries,
    district: Option<&Boundaries>,
    layer: Option<&str>,
    size: [f64; 2],
    lettering: &mut Lettering,
) -> Option<WallMap> {
    let shaded = choropleth(scope, layer)?;
    let extent = district.and_then(Boundaries::extent).or_else(|| townships.extent())?;
    let lang = scope.lang;
    let projection = Projection::fit(extent, size, lang.pick(ROOM[0], ROOM[1]));
    // Name and figure on two lines inside, on one where a leader leads to them.
    let forms = |town: &choropleth::Town| {
        let (name, figure) = (label::width(&town.short) * LETTER, label::width(value(town, lang)) * LETTER);
        let line = label::width(" ") * LETTER;
        vec![[name.max(figure), LINES], [name + line + figure, LETTER * 1.3]]
    };
    let place = |wanted: &[Wanted<'_>]| lettering.place(wanted, size);
    let areas =
        areas(&shaded.towns, townships, &projection, forms, place, |town| value(town, lang).to_owned());
    Some(WallMap {
        size,
        areas,
        outline: district.map(|district| path_of(district, &projection)).unwrap_or_default(),
        shaded,
    })
}

/// A figure as it stands on the map; why there is none is long in English.
fn value(town: &choropleth::Town, lang: Lang) -> &str {
    if town.figure.is_none() { lang.pick(town.brief.as_str(), "no data") } else { &town.brief }
}

/// A township with its figure in every layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Town {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The name of each layer, and the figure with its unit or why there is none.
    pub figures: Vec<(String, String)>,
}

/// A township's figures; `None` where there is no such township.
pub fn town(scope: &Scope<'_>, code: &str) -> Option<Town> {
    let town = scope.edition.townships.iter().find(|town| town.code == code)?;
    let figures = layers(scope.edition).filter_map(|layer| {
        let shaded = choropleth(scope, Some(&layer.id))?;
        let town = shaded.town(code)?;
        let figure = town.figure.map(|figure| format::quantity(figure, &layer.unit, scope.lang));
        Some((shaded.name.clone(), figure.unwrap_or_else(|| town.value.clone())))
    });
    Some(Town {
        code: code.to_owned(),
        name: town.name.get(scope.lang).to_owned(),
        figures: figures.collect(),
    })
}
