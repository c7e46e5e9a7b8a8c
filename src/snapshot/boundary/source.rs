//! Boundaries as offices and portals have them, before they are published.

use serde_json::Value;

use super::super::Decoded;
use super::super::fields::Fields;
use super::super::finding::{Code, Finding};
use super::super::manifest::Crs;
use super::{Boundaries, Properties, assemble, collection, feature, geometry, topojson};

/// Reads what is handed in: GeoJSON, which may also be a lone feature or geometry, or TopoJSON, of which `object` is
/// named where there are several.
///
/// # Errors
/// Findings when the text is none of these or no feature can be drawn.
pub fn read_source(
    text: &str,
    crs: Crs,
    properties: &Properties,
    object: Option<&str>,
) -> Result<Decoded<Boundaries>, Vec<Finding>> {
    let text = geometry::without_nan(text.trim_start_matches('\u{feff}'));
    let fields = Fields::of(&text).map_err(|finding| vec![finding])?;
    let whole = || serde_json::from_str::<Value>(&text).map_err(|error| vec![Finding::from_json("", &error)]);
    match fields.word("type").as_deref() {
        Some("Topology") => {
            let topology = whole()?;
            let topology = topology.as_object().ok_or_else(Vec::new)?;
            let (features, findings) =
                topojson::features(topology, object, properties).map_err(|finding| vec![finding])?;
            assemble(features, crs, findings)
        }
        Some("Feature") => lone(&whole()?, crs, properties),
        Some("Polygon" | "MultiPolygon" | "GeometryCollection") => {
            // It has no properties, so that nothing says what it is.
            let expected = "a feature with properties";
            let found = fields.word("type").unwrap_or_default();
            Err(vec![Finding::error(Code::WrongType, "/type", expected, &found)])
        }
        _ => collection(fields, crs, properties),
    }
}

fn lone(value: &Value, crs: Crs, properties: &Properties) -> Result<Decoded<Boundaries>, Vec<Finding>> {
    let read = feature("", value, properties);
    let read =
        read.map_err(|fault| vec![Finding::error(fault.code, fault.pointer, &fault.expected, &fault.found)]);
    assemble(vec![read?], crs, Vec::new())
}
