//! The boundaries as ECharts registers them.

use serde::Serialize;

use crate::domain::json;
use crate::model::ground;
use crate::model::picture::Land;

/// What is around and the townships, as the GeoJSON text that ECharts registers.
///
/// # Errors
/// Only when a coordinate is not finite.
pub fn geo_json(land: Land<'_>) -> Result<String, serde_json::Error> {
    let around = land.neighbours.iter().flat_map(|neighbours| &neighbours.regions);
    let towns = land.townships.iter().flat_map(|townships| &townships.regions);
    let towns = towns.filter(|_| !ground::is_many(land));
    let closed = |ring: &Vec<[f64; 2]>| ring.iter().chain(ring.first()).copied().collect();
    let polygon = |rings: &Vec<Vec<[f64; 2]>>| rings.iter().map(closed).collect();
    let features = around.chain(towns).map(|region| Feature {
        r#type: "Feature",
        properties: Properties { name: &region.code },
        geometry: Geometry {
            r#type: "MultiPolygon",
            coordinates: region.polygons.iter().map(polygon).collect(),
        },
    });
    // What very many townships are drawn on: a sheet that hears the pointer.
    let sheet = land.extent().filter(|_| ground::is_many(land)).map(|[west, south, east, north]| Feature {
        r#type: "Feature",
        properties: Properties { name: SHEET },
        geometry: Geometry {
            r#type: "MultiPolygon",
            coordinates: vec![vec![vec![
                [west, south],
                [east, south],
                [east, north],
                [west, north],
                [west, south],
            ]]],
        },
    });
    json::text(&Collection { r#type: "FeatureCollection", features: features.chain(sheet).collect() })
}

/// The name of the sheet that lies on very many townships, which are not drawn by ECharts.
pub const SHEET: &str = "*";

/// What [`geo_json`] writes.
#[derive(Serialize)]
struct Collection<'a> {
    r#type: &'static str,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    properties: Properties<'a>,
    geometry: Geometry,
}

#[derive(Serialize)]
struct Properties<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Geometry {
    r#type: &'static str,
    coordinates: Vec<Vec<Vec<[f64; 2]>>>,
}
