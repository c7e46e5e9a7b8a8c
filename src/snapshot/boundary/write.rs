//! Boundaries as they are published: GeoJSON with codes and names, in order.

use serde_json::{Value, json};

use super::{Boundaries, Region, Ring};
use crate::domain::crs::near;
use crate::domain::json;

/// Digits of a degree that are published: a centimetre.
const DIGITS: f64 = 1e7;

/// Boundaries as a GeoJSON feature collection, a feature a line. Longitudes lie between 180 west and 180 east again.
///
/// # Errors
/// Only when something cannot be written as JSON.
pub fn write_boundaries(boundaries: &Boundaries) -> Result<String, serde_json::Error> {
    let features: Result<Vec<String>, _> =
        boundaries.regions.iter().map(|region| json::text(&feature(region))).collect();
    Ok(format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features?.join(",\n")))
}

fn feature(region: &Region) -> Value {
    let mut properties = json!({ "code": region.code });
    for (name, text) in [("name_zh", &region.name.zh), ("name_en", &region.name.en)] {
        if !text.is_empty() {
            properties[name] = json!(text);
        }
    }
    let polygon = |rings: &Vec<Ring>| Value::Array(rings.iter().map(closed).collect());
    let mut polygons: Vec<Value> = region.polygons.iter().map(polygon).collect();
    let geometry = match polygons.len() {
        1 => json!({ "type": "Polygon", "coordinates": polygons.remove(0) }),
        _ => json!({ "type": "MultiPolygon", "coordinates": polygons }),
    };
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

fn closed(ring: &Ring) -> Value {
    let round = |value: f64| (value * DIGITS).round() / DIGITS;
    ring.iter().chain(ring.first()).map(|[lon, lat]| json!([round(near(*lon, 0.0)), round(*lat)])).collect()
}
