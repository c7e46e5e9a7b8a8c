//! The street map told to MapLibre: tiles and how they look, pale enough to lie beneath figures.

use serde::Serialize;
use serde_json::{Value, json};

use super::palette::Palette;
use crate::domain::json;
use crate::model::basemap::Tiles;

/// What is drawn of vector tiles: the names that three schemas in use (Protomaps, OpenMapTiles, Shortbread) have for it, whether it
/// is an area, and how. Names of places are left out, for they would bring letters from elsewhere; so is what covers everything.
const THINGS: [(&[&str], bool, Look); 5] = [
    (&["water", "ocean", "water_polygons"], true, Look::Water),
    (&["building", "buildings"], true, Look::Building),
    (&["water", "waterway", "water_lines"], false, Look::Stream),
    (&["boundary", "boundaries"], false, Look::Border),
    (&["roads", "transportation", "streets"], false, Look::Road),
];

#[derive(Clone, Copy)]
enum Look {
    Water,
    Building,
    Stream,
    Border,
    Road,
}

/// A style as MapLibre reads it.
#[derive(Serialize)]
struct Style {
    version: u8,
    sources: serde_json::Map<String, Value>,
    layers: Vec<Value>,
}

/// The style of a street map as JSON text: its layers from the bottom up.
///
/// # Errors
/// Never, in truth.
pub fn basemap(layers: &[Tiles], palette: &Palette) -> Result<String, serde_json::Error> {
    let ground = json!({ "id": "ground", "type": "background", "paint": { "background-color": palette.map_neighbour } });
    let mut style = Style { version: 8, sources: serde_json::Map::new(), layers: vec![ground] };
    for (at, tiles) in layers.iter().enumerate() {
        let name = format!("tiles-{at}");
        let kind = if tiles.vector { "vector" } else { "raster" };
        let mut source = json!({ "type": kind, "tiles": tiles.urls, "minzoom": tiles.zooms[0], "maxzoom": tiles.zooms[1] });
        if tiles.vector {
            for (things, area, look) in THINGS {
                style.layers.extend(things.iter().map(|thing| vector(&name, thing, area, look, palette)));
            }
        } else {
            source["tileSize"] = tiles.size.into();
            style.layers.push(raster(&name, palette));
        }
        style.sources.insert(name, source);
    }
    json::text(&style)
}

/// Pictures, with less colour and less contrast than they come with; on a dark page no brighter than the page bears.
fn raster(source: &str, palette: &Palette) -> Value {
    let paint = if palette.is_dark() {
        json!({ "raster-saturation": -0.5, "raster-brightness-max": 0.36, "raster-fade-duration": 0 })
    } else {
        json!({ "raster-saturation": -0.35, "raster-brightness-min": 0.1, "raster-fade-duration": 0 })
    };
    json!({ "id": source, "type": "raster", "source": source, "paint": paint })
}

fn vector(source: &str, thing: &str, area: bool, look: Look, palette: &Palette) -> Value {
    let (color, opacity, widths) = match look {
        Look::Water => (&palette.grey, 0.28, [0.0; 3]),
        Look::Building => (&palette.ink3, 0.16, [0.0; 3]),
        Look::Stream => (&palette.grey, 0.4, [0.5, 1.0, 3.0]),
        Look::Border => (&palette.ink3, 0.5, [0.5, 1.0, 1.5]),
        Look::Road => (&palette.ink3, 0.5, [0.4, 1.2, 5.0]),
    };
    let (kind, geometry) = if area { ("fill", "Polygon") } else { ("line", "LineString") };
    let paint = if area {
        json!({ "fill-color": color, "fill-opacity": opacity })
    } else {
        let [far, near, nearest] = widths;
        let width = json!(["interpolate", ["exponential", 1.5], ["zoom"], 8, far, 13, near, 17, nearest]);
        json!({ "line-color": color, "line-opacity": opacity, "line-width": width })
    };
    json!({
        "id": format!("{source}-{thing}-{kind}"), "type": kind, "source": source, "source-layer": thing,
        "filter": ["==", "$type", geometry], "paint": paint,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(layers: &[Tiles], palette: &Palette) -> Value {
        serde_json::from_str(&basemap(layers, palette).unwrap()).unwrap()
    }

    #[test]
    fn layers_lie_in_their_order_over_a_ground() {
        let raster = |url: &str| Tiles { urls: vec![url.into()], zooms: [1, 17], size: 256, vector: false };
        let palette = Palette { paper: "#f8f5ec".into(), ..Palette::default() };
        let style = style(&[raster("a"), raster("b")], &palette);
        let ids: Vec<_> =
            style["layers"].as_array().unwrap().iter().map(|layer| layer["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["ground", "tiles-0", "tiles-1"]);
        let source =
            json!({ "type": "raster", "tiles": ["b"], "minzoom": 1, "maxzoom": 17, "tileSize": 256 });
        assert_eq!(style["sources"]["tiles-1"], source);
        assert!(style["layers"][1]["paint"]["raster-brightness-max"].is_null());
    }

    #[test]
    fn a_dark_page_gets_dark_tiles() {
        let tiles = [Tiles { urls: vec!["a".into()], zooms: [0, 14], size: 256, vector: false }];
        let palette = Palette { paper: "#12181a".into(), ..Palette::default() };
        assert_eq!(style(&tiles, &palette)["layers"][1]["paint"]["raster-brightness-max"], json!(0.36));
    }

    #[test]
    fn vector_tiles_are_areas_and_lines_without_letters() {
        let tiles =
            [Tiles { urls: vec!["pmtiles://a/{z}/{x}/{y}".into()], zooms: [0, 14], size: 512, vector: true }];
        let style = style(&tiles, &Palette::default());
        assert!(style["sources"]["tiles-0"]["tileSize"].is_null() && style["glyphs"].is_null());
        let layers = style["layers"].as_array().unwrap();
        let mut ids: Vec<_> = layers.iter().map(|layer| layer["id"].as_str().unwrap()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
        assert!(layers[1..].iter().all(|layer| ["fill", "line"].contains(&layer["type"].as_str().unwrap())));
    }
}
