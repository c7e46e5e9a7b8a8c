//! The map on a wall: townships with name and figure, in letters that are read from afar.

use super::super::choropleth::{self, Choropleth, choropleth, layers};
use super::super::label::{self, Label, Wanted};
use super::super::outline::{Projection, Shape, path_of};
use super::super::scope::Scope;
use super::super::small_map::{MapNotes, notes};
use crate::domain::{Lang, format};
use crate::snapshot::{Boundaries, LayerRole, Manifest};

/// The size of its letters, in units of the wall.
pub const LETTER: f64 = 28.0;
/// The height of two lines of them.
const LINES: f64 = 64.0;
/// Room around the land for names on leaders: top, right, bottom, left.
const ROOM: [f64; 4] = [64.0, 16.0, 16.0, 16.0];

/// A township on the wall's map.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// SVG path data.
    pub path: String,
    /// The tone of its class, 1 to 5; `None` is hatched.
    pub tone: Option<usize>,
    /// Its figure, or that there is none.
    pub value: String,
    /// Where name and figure stand: on two lines inside, on one where a leader leads to them.
    pub label: Label,
}

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
    /// What has to stand beside it.
    pub notes: MapNotes,
}

/// The map of a layer in a place of `size` units; `None` where no indicator has figures per township.
pub fn wall_map(
    scope: &Scope<'_>,
    manifest: &Manifest,
    townships: &Boundaries,
    district: Option<&Boundaries>,
    layer: Option<&str>,
    size: [f64; 2],
) -> Option<WallMap> {
    let shaded = choropleth(scope, layer)?;
    let extent = district.and_then(Boundaries::extent).or_else(|| townships.extent())?;
    let projection = Projection::fit(extent, size, ROOM);
    let drawn: Vec<_> = shaded
        .towns
        .iter()
        .filter_map(|town| Some((town, Shape::of(townships.region(&town.code)?, &projection))))
        .collect();
    let wanted: Vec<Wanted<'_>> = drawn
        .iter()
        .map(|(town, shape)| {
            let (name, value) =
                (label::width(&town.short) * LETTER, label::width(value(town, scope.lang)) * LETTER);
            let line = label::width(" ") * LETTER;
            Wanted { shape, forms: vec![[name.max(value), LINES], [name + line + value, LETTER * 1.3]] }
        })
        .collect();
    let labels = label::place(&wanted, size, &[]);
    let areas = drawn.iter().zip(labels).map(|((town, shape), label)| Area {
        code: town.code.clone(),
        name: town.short.clone(),
        path: shape.path(),
        tone: town.tone,
        value: value(town, scope.lang).to_owned(),
        label,
    });
    Some(WallMap {
        size,
        areas: areas.collect(),
        outline: district.map(|district| path_of(district, &projection)).unwrap_or_default(),
        notes: notes(scope, manifest, &[LayerRole::Townships, LayerRole::District]),
        shaded,
    })
}

/// A figure as it stands on the map; why there is none is a long word in English, and hatched anyway.
fn value(town: &choropleth::Town, lang: Lang) -> &str {
    if town.figure.is_none() { lang.pick(town.brief.as_str(), format::NONE) } else { &town.brief }
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
    let layers: Vec<String> = layers(scope.edition).map(|goal| goal.id.clone()).collect();
    let figures = layers.iter().filter_map(|layer| {
        let shaded = choropleth(scope, Some(layer))?;
        let town = shaded.town(code)?;
        let space = scope.lang.pick("", " ");
        let figure = match town.figure {
            Some(_) => format!("{}{space}{}", town.value, shaded.legend.unit),
            None => town.value.clone(),
        };
        Some((shaded.name, figure))
    });
    Some(Town {
        code: code.to_owned(),
        name: town.name.get(scope.lang).to_owned(),
        figures: figures.collect(),
    })
}
