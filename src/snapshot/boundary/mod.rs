//! Boundaries: GeoJSON (RFC 7946) polygons, read into rings of WGS-84 degrees.

use serde_json::Value;

use super::Decoded;
use super::fields::Fields;
use super::finding::{Code, Finding};
use super::manifest::{Crs, Layer};
use super::read::{Fault, Object, Read, records, word};
use crate::domain::{Names, crs};

/// A closed ring of longitudes and latitudes in degrees, WGS-84; the first point is not repeated.
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
        let mut points = self.regions.iter().flat_map(|region| region.polygons.iter().flatten().flatten());
        let [lon, lat] = *points.next()?;
        Some(points.fold([lon, lat, lon, lat], |[west, south, east, north], [lon, lat]| {
            [west.min(*lon), south.min(*lat), east.max(*lon), north.max(*lat)]
        }))
    }
}

struct Feature {
    properties: Properties,
    geometry: Geometry,
}

struct Properties {
    code: String,
    name_zh: String,
    name_en: String,
}

enum Geometry {
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

/// Longitude and latitude; a height that may follow is of no use here.
struct Position([f64; 2]);

records! {
    Feature { properties, geometry }
    Properties { code, name_zh = String::new(), name_en = String::new() }
}

impl Read for Geometry {
    fn read(value: &Value) -> Result<Self, Fault> {
        let fields = Object::of(value, "Geometry")?;
        let kind = fields.0.get("type").unwrap_or(&Value::Null);
        let many = word(kind, "Geometry", &[("Polygon", false), ("MultiPolygon", true)])
            .map_err(|fault| fault.below("type"))?;
        // Rings have no natural default: a shape without coordinates is none.
        if !fields.0.contains_key("coordinates") {
            return fields.field::<String>("coordinates").map(|_| Geometry::Polygon(Vec::new()));
        }
        Ok(if many {
            Self::MultiPolygon(fields.field("coordinates")?)
        } else {
            Self::Polygon(fields.field("coordinates")?)
        })
    }
}

impl Read for Position {
    fn read(value: &Value) -> Result<Self, Fault> {
        let expected = "[longitude, latitude] in degrees";
        let numbers = value.as_array().ok_or_else(|| Fault::wrong_type(expected, value))?;
        let [lon, lat, ..] = numbers.as_slice() else {
            return Err(Fault::bad_value(expected, numbers.len().to_string()));
        };
        let lon = f64::read(lon).map_err(|fault| fault.below("0"))?;
        let lat = f64::read(lat).map_err(|fault| fault.below("1"))?;
        Ok(Position([lon, lat]))
    }
}

/// Reads the boundaries of a layer; a feature that cannot be drawn is left out and named.
///
/// # Errors
/// Findings when the text is no feature collection or no feature can be drawn.
pub fn read_boundaries(text: &str, layer: &Layer) -> Result<Decoded<Boundaries>, Vec<Finding>> {
    let mut fields = Fields::of(text).map_err(|finding| vec![finding])?;
    let kind: Option<String> = fields.required("type");
    if kind.as_deref() != Some("FeatureCollection") {
        let found = kind.unwrap_or_default();
        fields.findings.push(Finding::error(Code::WrongType, "/type", "FeatureCollection", &found));
        return Err(fields.findings);
    }
    let features: Vec<Feature> = fields.list("features");
    let mut findings = fields.findings;
    let mut regions: Vec<Region> = Vec::new();
    for feature in features {
        let Properties { code, name_zh, name_en } = feature.properties;
        let shapes = match feature.geometry {
            Geometry::Polygon(rings) => vec![rings],
            Geometry::MultiPolygon(polygons) => polygons,
        };
        let polygons: Result<Vec<Vec<Ring>>, Finding> =
            shapes.into_iter().map(|rings| polygon(rings, layer.crs)).collect();
        match polygons {
            Ok(_) if regions.iter().any(|region| region.code == code) => {
                findings.push(Finding::error(Code::DuplicateId, "/features", "", &code).of(code));
            }
            Ok(polygons) if polygons.is_empty() => findings.push(flat(0).of(code)),
            Ok(polygons) => regions.push(Region { code, name: Names::new(name_zh, name_en), polygons }),
            Err(finding) => findings.push(finding.of(code)),
        }
    }
    if regions.is_empty() {
        findings.push(Finding::error(Code::Empty, "/features", "a feature that can be drawn", ""));
        return Err(findings);
    }
    Ok(Decoded { value: Boundaries { regions }, findings })
}

/// Checks the rings of a polygon, the outer one first.
fn polygon(rings: Vec<Vec<Position>>, crs: Crs) -> Result<Vec<Ring>, Finding> {
    let rings =
        rings.into_iter().map(|ring| clean(ring.into_iter().map(|position| position.0).collect(), crs));
    let rings: Vec<Ring> = rings.collect::<Result<_, _>>()?;
    match rings.first() {
        Some(outer) if area(outer) > 0.0 => Ok(rings),
        outer => Err(flat(outer.map_or(0, Vec::len))),
    }
}

fn flat(points: usize) -> Finding {
    Finding::error(Code::BadGeometry, "/features", "a polygon with an area", &format!("{points}"))
}

/// The area of a ring in square degrees.
fn area(ring: &Ring) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let doubled: f64 = ring.iter().zip(next).map(|(one, other)| one[0] * other[1] - other[0] * one[1]).sum();
    doubled.abs() / 2.0
}

/// Checks a ring, converts it, and drops repeated points.
fn clean(mut ring: Ring, crs: Crs) -> Result<Ring, Finding> {
    if let Some([lon, lat]) = ring.iter().find(|[lon, lat]| lon.abs() > 180.0 || lat.abs() > 90.0) {
        let found = format!("[{lon}, {lat}]");
        return Err(Finding::error(
            Code::BadGeometry,
            "/features",
            "[longitude, latitude] in degrees",
            &found,
        ));
    }
    if crs == Crs::Gcj02 {
        ring.iter_mut().for_each(|point| *point = crs::gcj02_to_wgs84(*point));
    }
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    if ring.len() < 3 {
        let found = format!("{}", ring.len());
        return Err(Finding::error(Code::BadGeometry, "/features", "a ring of three points or more", &found));
    }
    Ok(ring)
}
