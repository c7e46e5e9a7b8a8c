//! Malformed boundaries.

use biaogan::domain::Names;
use biaogan::snapshot::boundary::read_boundaries;
use biaogan::snapshot::{Boundaries, Code, Crs, Decoded, Finding, Layer, LayerRole};

use super::Edit::{Cut, Swap};
use super::{ALL_OF_BOUNDARIES, BOUNDARIES, Edit, Expected, Left, check};

/// Reads boundaries as a layer of townships.
pub fn boundaries(text: &str) -> Result<Decoded<Boundaries>, Vec<Finding>> {
    let layer = Layer {
        id: "townships".into(),
        role: LayerRole::Townships,
        file: "townships.geojson".into(),
        bytes: 0,
        sha256: String::new(),
        crs: Crs::Cgcs2000,
        attribution: Names::default(),
        review_number: None,
        review_pending: false,
        schematic: true,
    };
    read_boundaries(text, &layer)
}

#[test]
fn malformed_boundaries() {
    use Code::*;
    let one: Left = Some(&[1]);
    let triangle = "[[[120.60, 28.00], [120.64, 28.00], [120.62, 28.03], [120.60, 28.00]]]";
    let cases: &[(&str, Edit, &[Expected], Left)] = &[
        ("truncated", Cut(200), &[(NotJson, "", None)], None),
        (
            "a lone geometry",
            Swap("\"FeatureCollection\"", "\"Polygon\""),
            &[(WrongType, "/type", None)],
            None,
        ),
        ("no features", Swap("\"features\"", "\"shapes\""), &[(Empty, "/features", None)], None),
        (
            "a point",
            Swap("\"Polygon\"", "\"Point\""),
            &[(BadValue, "/features/0/geometry/type", Some("330304001"))],
            one,
        ),
        (
            "no geometry",
            Swap("\"geometry\"", "\"geometrie\""),
            &[(MissingField, "/features/0", Some("330304001"))],
            one,
        ),
        (
            "no code",
            Swap("{\"code\": \"330304001\"}", "{}"),
            &[(MissingField, "/features/0/properties", None)],
            one,
        ),
        (
            "longitude and latitude swapped",
            Swap("[120.62, 28.03]", "[28.03, 120.62]"),
            &[(BadGeometry, "/features/0", Some("330304001"))],
            one,
        ),
        (
            "a ring of two points",
            Swap(triangle, "[[[120.60, 28.00], [120.64, 28.00], [120.60, 28.00]]]"),
            &[(BadGeometry, "/features/0", Some("330304001"))],
            one,
        ),
        (
            "a ring without an area",
            Swap(triangle, "[[[120.60, 28.00], [120.62, 28.00], [120.64, 28.00], [120.60, 28.00]]]"),
            &[(BadGeometry, "/features/0", Some("330304001"))],
            one,
        ),
        ("no ring", Swap(triangle, "[]"), &[(BadGeometry, "/features/0", Some("330304001"))], one),
        (
            "a code twice",
            Swap("330304002", "330304001"),
            &[(DuplicateId, "/features/1", Some("330304001"))],
            one,
        ),
        ("a height", Swap("[120.62, 28.03]", "[120.62, 28.03, 12.5]"), &[], Some(ALL_OF_BOUNDARIES)),
        (
            "a position of one number",
            Swap("[120.62, 28.03]", "[120.62]"),
            &[(BadValue, "/features/0/geometry/coordinates/0/2", Some("330304001"))],
            one,
        ),
    ];
    check(cases, BOUNDARIES, boundaries, |read| vec![read.regions.len()]);
}
