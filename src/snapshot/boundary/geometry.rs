//! Geometries of GeoJSON as they stand in their file.

use std::borrow::Cow;

use serde_json::Value;

use super::super::finding::Code;
use super::super::read::{Fault, Object, Read, word};

/// Polygons of rings of positions, as declared.
pub type Polygons = Vec<Vec<Vec<[f64; 2]>>>;

/// What a position has to be.
const POSITION: &str = "[longitude, latitude] in degrees";

#[derive(Clone, Copy)]
enum Kind {
    Polygon,
    MultiPolygon,
    Collection,
}

/// The polygons of a geometry, or of all geometries of a collection.
///
/// # Errors
/// What does not fit; a point or a line is no area.
pub fn polygons(value: &Value) -> Result<Polygons, Fault> {
    const KINDS: [(&str, Kind); 3] = [
        ("Polygon", Kind::Polygon),
        ("MultiPolygon", Kind::MultiPolygon),
        ("GeometryCollection", Kind::Collection),
    ];
    let fields = Object::of(value, "Geometry")?;
    let kind = fields.0.get("type").unwrap_or(&Value::Null);
    let kind = word(kind, "Geometry", &KINDS).map_err(|fault| fault.below("type"))?;
    let name = if matches!(kind, Kind::Collection) { "geometries" } else { "coordinates" };
    // Rings have no natural default: a shape without coordinates is none.
    let content = fields.0.get(name).ok_or_else(|| Fault::missing(name))?;
    let read = match kind {
        Kind::Polygon => Vec::read(content).map(|rings| vec![rings]),
        Kind::MultiPolygon => Vec::read(content),
        Kind::Collection => members(content),
    };
    let plain = |ring: Vec<Position>| ring.into_iter().map(|Position(point)| point).collect();
    let read: Vec<Vec<Vec<Position>>> = read.map_err(|fault| fault.below(name))?;
    Ok(read.into_iter().map(|rings| rings.into_iter().map(plain).collect()).collect())
}

fn members(content: &Value) -> Result<Vec<Vec<Vec<Position>>>, Fault> {
    let items = content.as_array().ok_or_else(|| Fault::wrong_type("a sequence", content))?;
    let mut all = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let polygons = polygons(item).map_err(|fault| fault.below(&index.to_string()))?;
        let read = |ring: Vec<[f64; 2]>| ring.into_iter().map(Position).collect();
        all.extend(polygons.into_iter().map(|rings| rings.into_iter().map(read).collect()));
    }
    Ok(all)
}

/// Longitude and latitude; a height that may follow is of no use here.
struct Position([f64; 2]);

impl Read for Position {
    fn read(value: &Value) -> Result<Self, Fault> {
        let numbers = value.as_array().ok_or_else(|| Fault::wrong_type(POSITION, value))?;
        let [lon, lat, ..] = numbers.as_slice() else {
            return Err(Fault::bad_value(POSITION, numbers.len().to_string()));
        };
        let lon = f64::read(lon).map_err(|fault| fault.below("0"))?;
        let lat = f64::read(lat).map_err(|fault| fault.below("1"))?;
        Ok(Position([lon, lat]))
    }
}

/// Whether all positions are on the globe.
///
/// # Errors
/// The first that is not.
pub fn in_range(shape: &Polygons) -> Result<(), Fault> {
    let mut points = shape.iter().flatten().flatten();
    match points.find(|[lon, lat]| !(lon.abs() <= 180.0 && lat.abs() <= 90.0)) {
        Some([lon, lat]) => Err(unfit(POSITION, format!("[{lon}, {lat}]"))),
        None => Ok(()),
    }
}

/// A shape that cannot be drawn.
pub fn unfit(expected: &str, found: String) -> Fault {
    Fault { code: Code::BadGeometry, ..Fault::bad_value(expected, found) }
}

/// The text with `null` for what some programs write and JSON does not know: `NaN`, `Infinity`, `-Infinity`.
///
/// So a bad number costs its feature and not the file.
pub fn without_nan(text: &str) -> Cow<'_, str> {
    if !text.contains("NaN") && !text.contains("Infinity") {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for (index, part) in unquoted(text) {
        if index {
            clean += &part.replace("NaN", "null").replace("-Infinity", "null").replace("Infinity", "null");
        } else {
            clean += part;
        }
    }
    Cow::Owned(clean)
}

/// A JSON text in parts: outside of strings (`true`) and strings with their quotes.
fn unquoted(text: &str) -> Vec<(bool, &str)> {
    let (mut parts, mut begin, mut outside, mut escaped) = (Vec::new(), 0, true, false);
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'"' && !escaped {
            let end = if outside { at } else { at + 1 };
            parts.push((outside, &text[begin..end]));
            (begin, outside) = (end, !outside);
        }
        escaped = !outside && byte == b'\\' && !escaped;
    }
    parts.push((outside, &text[begin..]));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_are_none_are_replaced() {
        let text = r#"{"name":"NaN \" Infinity","at":[NaN,-Infinity,Infinity,1]}"#;
        assert_eq!(without_nan(text), r#"{"name":"NaN \" Infinity","at":[null,null,null,1]}"#);
        assert!(matches!(without_nan("[1,2]"), Cow::Borrowed("[1,2]")));
    }
}
