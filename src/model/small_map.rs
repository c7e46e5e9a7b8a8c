//! The small map of the townships, as plain SVG.

use std::collections::HashMap;

use super::choropleth::{Legend, Town, choropleth};
use super::label::{self, Label, Wanted};
use super::outline::{Projection, Shape, path_of};
use super::scope::Scope;
use crate::snapshot::{Boundaries, Layer, LayerRole, Manifest, Region};

/// The width of the picture in its own units; at this width in pixels its letters have [`LETTER`] pixels.
pub const WIDTH: f64 = 328.0;
/// The size of its letters.
pub const LETTER: f64 = 12.0;
/// Room around the land for names on leaders.
const ROOM: [f64; 4] = [26.0, 8.0, 8.0, 8.0];

/// A township in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its code.
    pub code: String,
    /// Its name on the map.
    pub name: String,
    /// SVG path data.
    pub path: String,
    /// The tone of its class, 1 to 5, which also decides the colour of a name inside; `None` is hatched.
    pub tone: Option<usize>,
    /// Its figure, or why there is none.
    pub value: String,
    /// Where its name stands; nowhere among so many that there is no room for them.
    pub label: Option<Label>,
}

/// What has to stand beside every map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapNotes {
    /// Whether some boundaries are schematic and no legal lines.
    pub schematic: bool,
    /// The review numbers (审图号).
    pub review: Vec<String>,
    /// Whether a review number still has to be confirmed.
    pub pending: bool,
    /// Whose boundaries they are.
    pub attribution: Vec<String>,
}

/// The small map.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallMap {
    /// The width of the picture.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The townships that have a boundary.
    pub areas: Vec<Area>,
    /// The district's outline as SVG path data; empty where there is none.
    pub outline: String,
    /// What the tones mean.
    pub legend: Legend,
    /// The indicator's id.
    pub layer: String,
    /// `累计服务小微企业`.
    pub title: String,
    /// The picture in a sentence.
    pub summary: String,
    /// What has to stand beside it.
    pub notes: MapNotes,
}

/// The small map of a layer, or of the default one; `None` where no indicator has figures per township.
pub fn small_map(
    scope: &Scope<'_>,
    manifest: &Manifest,
    townships: &Boundaries,
    district: Option<&Boundaries>,
    layer: Option<&str>,
) -> Option<SmallMap> {
    let shaded = choropleth(scope, layer)?;
    let extent = district.and_then(Boundaries::extent).or_else(|| townships.extent())?;
    let (height, projection) = frame(extent);
    let forms = |town: &Town| vec![[label::width(&town.short) * LETTER, LETTER]];
    let place = |wanted: &[Wanted<'_>]| label::place(wanted, [WIDTH, height], &[]);
    let areas = areas(&shaded.towns, townships, &projection, forms, place, |town| town.value.clone());
    Some(SmallMap {
        width: WIDTH,
        height,
        areas,
        outline: district.map(|district| path_of(district, &projection)).unwrap_or_default(),
        legend: shaded.legend,
        layer: shaded.id,
        title: shaded.name,
        summary: scope.lang.pick(format!("{}。", shaded.finding), format!("{}.", shaded.finding)),
        notes: notes(scope, manifest, &[LayerRole::Townships, LayerRole::District]),
    })
}

/// Of more townships than this none has its name written on a small map.
const NAMED: usize = 100;

/// The townships that have a boundary, each with its name where `place` puts it in one of its `forms`, the best first,
/// and with its figure as `value` writes it.
pub(super) fn areas(
    towns: &[Town],
    townships: &Boundaries,
    projection: &Projection,
    forms: impl Fn(&Town) -> Vec<[f64; 2]>,
    place: impl FnOnce(&[Wanted<'_>]) -> Vec<Label>,
    value: impl Fn(&Town) -> String,
) -> Vec<Area> {
    let regions: HashMap<&str, &Region> =
        townships.regions.iter().map(|region| (region.code.as_str(), region)).collect();
    let drawn: Vec<_> = towns
        .iter()
        .filter_map(|town| Some((town, Shape::of(regions.get(town.code.as_str())?, projection))))
        .collect();
    let named = if drawn.len() > NAMED { &[] } else { drawn.as_slice() };
    let wanted: Vec<Wanted<'_>> =
        named.iter().map(|(town, shape)| Wanted { shape, forms: forms(town) }).collect();
    let labels = place(&wanted).into_iter().map(Some).chain(std::iter::repeat(None));
    let area = |((town, shape), label): (&(&Town, Shape), Option<Label>)| Area {
        code: town.code.clone(),
        name: town.short.clone(),
        path: shape.path(),
        tone: town.tone,
        value: value(town),
        label,
    };
    drawn.iter().zip(labels).map(area).collect()
}

/// The height of a picture of an extent in degrees (west, south, east, north), and how the extent lies in it.
pub(super) fn frame(extent: [f64; 4]) -> (f64, Projection) {
    let [west, south, east, north] = extent;
    let land = WIDTH - ROOM[1] - ROOM[3];
    let aspect = (north - south) / ((east - west) * super::outline::narrowing(extent)).max(1e-9);
    let height = (land * aspect).clamp(120.0, 400.0).round() + ROOM[0] + ROOM[2];
    (height, Projection::fit(extent, [WIDTH, height], ROOM))
}

/// What has to stand beside a map of the layers with these roles.
pub fn notes(scope: &Scope<'_>, manifest: &Manifest, roles: &[LayerRole]) -> MapNotes {
    let layers: Vec<&Layer> = roles.iter().filter_map(|role| manifest.layer(*role)).collect();
    let mut review: Vec<String> = layers.iter().filter_map(|layer| layer.review_number.clone()).collect();
    review.dedup();
    let mut attribution: Vec<String> =
        layers.iter().map(|layer| layer.attribution.get(scope.lang).to_owned()).collect();
    attribution.dedup();
    MapNotes {
        schematic: layers.iter().any(|layer| layer.schematic),
        pending: layers.iter().any(|layer| layer.review_number.is_some() && layer.review_pending),
        review,
        attribution,
    }
}
