//! Boundaries: GeoJSON (RFC 7946) and TopoJSON polygons, read into rings of WGS-84 degrees.
//!
//! What can be put right with certainty is, with a warning; what cannot is left out with an error. Both name the
//! feature, and the others are drawn all the same.

mod geometry;
mod meridian;
mod nest;
mod rings;
mod source;
mod swapped;
mod topojson;
mod write;

use std::collections::HashSet;

use serde_json::Value;

use super::Decoded;
use super::fields::Fields;
use super::finding::{Code, Finding};
use super::manifest::{Crs, Layer};
use super::read::{Fault, Object};
use crate::domain::crs::near;
use crate::domain::{Names, plane};
use geometry::Polygons;

pub use source::read_source;
pub use write::write_boundaries;

/// A closed ring of longitudes and latitudes in degrees, WGS-84; the first point is not repeated.
///
/// Outer rings run against the clock, holes with it. A layer that lies across the antimeridian counts its
/// longitudes on beyond 180.
pub type Ring = Vec<[f64; 2]>;

/// An area with a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The code by which figures are matched.
    pub code: String,
    /// Its name, where the file gives one.
    pub name: Names,
    /// Its polygons, each an outer ring and its holes.
    pub polygons: Vec<Vec<Ring>>,
}

/// The areas of a layer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boundaries {
    /// One region a feature.
    pub regions: Vec<Region>,
}

impl Boundaries {
    /// The region with this code.
    pub fn region(&self, code: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == code)
    }

    /// West, south, east and north ends in degrees; `None` of nothing.
    pub fn extent(&self) -> Option<[f64; 4]> {
        plane::extent(
            self.regions.iter().flat_map(|region| region.polygons.iter().flatten().flatten().copied()),
        )
    }

    /// The same with longitudes counted so that the layer lies beside one whose middle is at a meridian: of two
    /// layers one may lie across the antimeridian and the other not.
    #[must_use]
    pub fn beside(mut self, meridian: f64) -> Self {
        if let Some([west, _, east, _]) = self.extent() {
            let middle = (west + east) / 2.0;
            let turn = near(middle, meridian) - middle;
            if turn != 0.0 {
                let polygons = self.regions.iter_mut().flat_map(|region| &mut region.polygons);
                polygons.flatten().flatten().for_each(|point| point[0] += turn);
            }
        }
        self
    }
}

/// In which properties of a feature its code and its name stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Properties {
    /// The property with the code; the feature's own `id` where no property is called so. `None` where a file has
    /// no codes: the name stands for it then.
    pub code: Option<String>,
    /// The property with the name; `None` for the published `name_zh` and `name_en`.
    pub name: Option<String>,
}

impl Properties {
    /// Those of published boundaries.
    pub fn published() -> Self {
        Self { code: Some("code".to_owned()), name: None }
    }

    /// Reads code and name of a feature.
    fn read(&self, feature: &Object<'_>) -> Result<(String, Names), Fault> {
        let empty = Default::default();
        let properties = match feature.0.get("properties") {
            None => return feature.field::<String>("properties").map(|_| Default::default()),
            Some(Value::Null) => Object(&empty),
            Some(properties) => {
                Object::of(properties, "Properties").map_err(|fault| fault.below("properties"))?
            }
        };
        let text = |name: &str| properties.0.get(name).and_then(written);
        let name = match &self.name {
            Some(name) => Names::new(text(name).unwrap_or_default(), ""),
            None => Names::new(text("name_zh").unwrap_or_default(), text("name_en").unwrap_or_default()),
        };
        let code = match &self.code {
            Some(code) => {
                text(code).or_else(|| feature.0.get("id").filter(|_| code == "id").and_then(written))
            }
            None => Some(name.zh.clone()).filter(|name| !name.is_empty()),
        };
        let wanted = self.code.as_deref().or(self.name.as_deref()).unwrap_or("name_zh");
        let code = code.ok_or_else(|| Fault::missing(wanted).below("properties"))?;
        Ok((code, name))
    }

    /// What a feature without a code is called.
    fn label(&self, feature: &Value) -> Option<String> {
        let name = self.name.as_deref().unwrap_or("name_zh");
        written(feature.get("properties")?.get(name)?)
    }
}

/// A text, or a whole number as portals write codes; `None` of anything else and of nothing.
fn written(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) if !number.is_f64() => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A feature as it stands in its file.
struct Feature {
    /// Where it stands.
    pointer: String,
    code: String,
    name: Names,
    shape: Result<Polygons, Fault>,
}

/// Reads the published boundaries of a layer: a GeoJSON feature collection. A feature that cannot be drawn is left
/// out and named.
///
/// # Errors
/// Findings when the text is no feature collection or no feature can be drawn.
pub fn read_boundaries(text: &str, layer: &Layer) -> Result<Decoded<Boundaries>, Vec<Finding>> {
    let text = geometry::without_nan(text);
    let fields = Fields::of(&text).map_err(|finding| vec![finding])?;
    collection(fields, layer.crs, &Properties::published())
}

/// Reads a GeoJSON feature collection.
fn collection(
    mut fields: Fields<'_>,
    crs: Crs,
    properties: &Properties,
) -> Result<Decoded<Boundaries>, Vec<Finding>> {
    let kind: Option<String> = fields.required("type");
    if kind.as_deref() != Some("FeatureCollection") {
        let found = kind.unwrap_or_default();
        fields.findings.push(Finding::error(Code::WrongType, "/type", "FeatureCollection", &found));
        return Err(fields.findings);
    }
    let features = fields.list_by("features", &|pointer, value| feature(pointer, value, properties));
    assemble(features, crs, fields.findings)
}

fn feature(pointer: &str, value: &Value, properties: &Properties) -> Result<Feature, Fault> {
    let fields = Object::of(value, "Feature")?;
    let (code, name) = properties.read(&fields)?;
    let shape = match fields.0.get("geometry") {
        Some(geometry) => geometry::polygons(geometry).map_err(|fault| fault.below("geometry")),
        None => Err(Fault::missing("geometry")),
    };
    Ok(Feature { pointer: pointer.to_owned(), code, name, shape })
}

/// Features as regions: what is wrong with a shape is put right, or costs it its place.
fn assemble(
    mut features: Vec<Feature>,
    crs: Crs,
    mut findings: Vec<Finding>,
) -> Result<Decoded<Boundaries>, Vec<Finding>> {
    let turned = swapped::turn(&mut features);
    let mut codes: HashSet<String> = HashSet::new();
    let mut regions: Vec<Region> = Vec::new();
    for (feature, turned) in features.into_iter().zip(turned) {
        let Feature { pointer, code, name, shape } = feature;
        if !codes.insert(code.clone()) {
            findings.push(Finding::error(Code::DuplicateId, pointer, "", &code).of(code));
            continue;
        }
        let read = shape.and_then(|shape| {
            geometry::in_range(&shape)?;
            rings::tidy(shape.into_iter().map(|polygon| convert(polygon, crs)).collect())
        });
        match read {
            Ok((polygons, repairs)) => {
                let turned = turned.then_some(("[longitude, latitude] in degrees", "[latitude, longitude]"));
                let repaired = turned.into_iter().chain(repairs).map(|(expected, found)| {
                    Finding::warning(Code::Repaired, &*pointer, expected, found).of(&*code)
                });
                findings.extend(repaired);
                regions.push(Region { code, name, polygons });
            }
            Err(Fault { code: kind, pointer: below, expected, found }) => {
                findings.push(Finding::error(kind, pointer + &below, &expected, &found).of(code));
            }
        }
    }
    if regions.is_empty() {
        findings.push(Finding::error(Code::Empty, "/features", "a feature that can be drawn", ""));
        return Err(findings);
    }
    meridian::gather(&mut regions);
    Ok(Decoded { value: Boundaries { regions }, findings })
}

fn convert(mut polygon: Vec<Ring>, crs: Crs) -> Vec<Ring> {
    for point in polygon.iter_mut().flatten() {
        *point = crs.to_wgs84(*point);
    }
    polygon
}
