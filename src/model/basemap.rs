//! The street map beneath the large map: where its camera stands so that it lies under what is seen, and what is written of it.

use super::outline::narrowing;
use crate::domain::Lang;
use crate::snapshot::basemap::USUAL_ZOOM;
use crate::snapshot::{Basemap, BasemapKind};

/// By how many pixels a point of the basemap may lie beside the same point of the map.
const MOST_MISFIT: f64 = 2.0;
/// The same for what one scale for both directions costs at the sides; where it is more, the picture is stretched.
const MOST_ASKEW: f64 = 1.0;
/// How many pixels wide the world is at zoom 0.
const WORLD: f64 = 512.0;
/// The Mercator map ends here.
const MOST_LATITUDE: f64 = 85.0;

/// Where the camera of a Mercator map stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The middle, in degrees.
    pub centre: [f64; 2],
    /// The zoom, with 512 pixels for the world at 0.
    pub zoom: f64,
    /// By how much the picture is stretched sideways, mostly by nothing: 1.
    pub stretch: f64,
}

/// The camera that shows a view (west, south, east and north ends) of a map of `size` pixels, whose degrees are all alike;
/// `None` where a point would lie more than 2 pixels beside its place, as of a country seen whole.
///
/// On a Mercator map degrees of latitude grow towards the poles. In the middle of the view both maps fit; at its upper and lower
/// ends the misfit is about `tan(latitude) · height² / 8` with the view's height in radians, times the scale: a quarter of a
/// pixel for a district of 0.3° in a frame of 640 pixels, 2 pixels for 2.7°. Away from the middle latitude of the whole map its
/// degrees of longitude are a little too wide or narrow. Within a pixel, as always in a district, both directions share that;
/// beyond, the picture is stretched, so that the streets of a country can be seen anywhere in it.
pub fn camera(view: [f64; 4], size: [f64; 2]) -> Option<Camera> {
    let [west, south, east, north] = view;
    let [across, up] = [size[0] / (east - west), size[1] / (north - south)];
    let centre = [(west + east) / 2.0, (south + north) / 2.0];
    let is_drawn = across.is_finite() && up.is_finite() && across > 0.0 && up > 0.0;
    if !is_drawn || north.max(-south) > MOST_LATITUDE {
        return None;
    }
    let cos = centre[1].to_radians().cos();
    let stretch = across / (up * cos);
    let askew = (stretch - 1.0).abs() * size[0] / 2.0;
    let (scale, stretch) =
        if askew <= MOST_ASKEW { ((across * up * cos).sqrt(), 1.0) } else { (up * cos, stretch) };
    let beside = (scale * stretch - across).abs() * (east - west) / 2.0;
    let off = |end: f64| {
        let mercator = (height(end) - height(centre[1])).to_degrees() * scale;
        (mercator - (end - centre[1]) * up).abs()
    };
    let misfit = beside.hypot(off(north).max(off(south)));
    let zoom = (scale * 360.0 / WORLD).log2();
    (misfit <= MOST_MISFIT).then_some(Camera { centre, zoom, stretch })
}

/// How far north a latitude lies on a Mercator map, in radii of the globe.
fn height(latitude: f64) -> f64 {
    (std::f64::consts::FRAC_PI_4 + latitude.to_radians() / 2.0).tan().ln()
}

/// By how much the picture has to be wider than the frame, so that it still fills it where it is narrowed, anywhere in an extent.
pub fn room(extent: [f64; 4]) -> f64 {
    let [_, south, _, north] = extent;
    let widest = if south * north <= 0.0 { 1.0 } else { south.abs().min(north.abs()).to_radians().cos() };
    (widest / narrowing(extent)).clamp(1.0, 2.0)
}

/// Whose the layers are and their review numbers, each once.
pub fn lines(layers: &[Basemap], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for layer in layers {
        let whose = layer.attribution.get(lang);
        let line = match &layer.review_number {
            Some(number) => lang.pick(
                format!("底图：{whose}，审图号：{number}"),
                format!("Basemap: {whose}, map review no. {number}"),
            ),
            None => lang.pick(format!("底图：{whose}"), format!("Basemap: {whose}")),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Tiles of one layer, ready to be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiles {
    /// Their addresses, any of which will do.
    pub urls: Vec<String>,
    /// The least and the greatest zoom of which there are any.
    pub zooms: [u8; 2],
    /// How many pixels wide one is drawn.
    pub size: u16,
    /// Whether they are vectors.
    pub vector: bool,
}

impl Tiles {
    /// Pictures at these addresses.
    pub fn pictures(layer: &Basemap, urls: Vec<String>) -> Self {
        let zooms = [layer.min_zoom.unwrap_or(0), layer.max_zoom.unwrap_or(USUAL_ZOOM)];
        Self { urls, zooms, size: layer.tile_size.unwrap_or(256), vector: false }
    }

    /// Whether there are any at a zoom of the camera's; of a greater zoom than theirs the greatest are magnified.
    pub fn reach(&self, zoom: f64) -> bool {
        let own =
            if self.vector { zoom.floor() } else { (zoom + (WORLD / f64::from(self.size)).log2()).round() };
        own >= f64::from(self.zooms[0])
    }

    /// What lies in a PMTiles file at this address, which says of itself from where to where it reaches.
    pub fn within(layer: &Basemap, file: &str, zooms: [u8; 2], vector: bool) -> Self {
        let urls = vec![format!("pmtiles://{file}/{{z}}/{{x}}/{{y}}")];
        Self { urls, zooms, size: layer.tile_size.unwrap_or(256), vector }
    }
}

/// The hosts that are asked for tiles, other than the page's own.
pub fn hosts(layers: &[Basemap]) -> Vec<String> {
    let host = |layer: &Basemap| {
        let rest = layer.url.split_once("://")?.1;
        Some(rest.split(['/', '?']).next()?.replace("{s}", "*"))
    };
    let mut hosts: Vec<String> = layers.iter().filter_map(host).collect();
    hosts.dedup();
    hosts
}

/// Where the tiles of a layer are, as whole addresses, with the key where one is needed; `None` where there is none.
/// `manifest` is the whole address of the manifest.
pub fn addresses(layer: &Basemap, manifest: &str, key: Option<&str>) -> Option<Vec<String>> {
    let url = match (layer.needs_key(), key) {
        (true, key) => layer.url.replace("{key}", key?),
        (false, _) => layer.url.clone(),
    };
    let path = manifest.split(['?', '#']).next().unwrap_or_default();
    let whole = match url.as_bytes() {
        _ if url.starts_with("https://") || url.starts_with("http://") => url,
        [b'/', ..] => {
            let host = path.find("://").map_or(0, |at| at + 3);
            let end = path[host..].find('/').map_or(path.len(), |at| host + at);
            format!("{}{url}", &path[..end])
        }
        _ => format!("{}/{url}", path.rsplit_once('/').map_or("", |(folder, _)| folder)),
    };
    Some(match layer.kind {
        BasemapKind::Tiles if layer.subdomains.is_empty() => vec![whole],
        BasemapKind::Tiles => layer.subdomains.iter().map(|name| whole.replace("{s}", name)).collect(),
        BasemapKind::Pmtiles => vec![whole],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Names;
    use crate::snapshot::Crs;

    const FRAME: [f64; 2] = [920.0, 640.0];

    /// A view of a map with degrees as in the middle of `latitude`, its own middle elsewhere.
    fn view(latitude: f64, middle: f64, height: f64) -> [f64; 4] {
        let width = height * FRAME[0] / FRAME[1] / latitude.to_radians().cos();
        [120.0 - width / 2.0, middle - height / 2.0, 120.0 + width / 2.0, middle + height / 2.0]
    }

    /// How far a point of the view lies beside itself, in pixels.
    fn misfit(view: [f64; 4], camera: Camera, [lon, lat]: [f64; 2]) -> f64 {
        let [west, south, east, north] = view;
        let scale = WORLD * camera.zoom.exp2() / 360.0;
        let x = (lon - camera.centre[0]) * scale * camera.stretch;
        let y = (height(lat) - height(camera.centre[1])).to_degrees() * scale;
        let own = [
            (lon - camera.centre[0]) * FRAME[0] / (east - west),
            (lat - camera.centre[1]) * FRAME[1] / (north - south),
        ];
        (x - own[0]).hypot(y - own[1])
    }

    fn worst(view: [f64; 4], camera: Camera) -> f64 {
        let corners =
            [[0, 1], [0, 3], [2, 1], [2, 3]].map(|[lon, lat]| misfit(view, camera, [view[lon], view[lat]]));
        corners.into_iter().fold(0.0, f64::max)
    }

    #[test]
    fn a_district_fits_to_less_than_a_pixel_wherever_it_is_looked_at() {
        for latitude in [-34.0, 0.0, 27.95, 51.5, 65.0] {
            let whole = camera(view(latitude, latitude, 0.3), FRAME).unwrap();
            assert_eq!(whole.stretch, 1.0);
            for height in [0.3, 0.1, 0.3 / 24.0] {
                for aside in [-0.1, 0.0, 0.1] {
                    let view = view(latitude, latitude + aside, height);
                    let camera = camera(view, FRAME).unwrap();
                    let worst = worst(view, camera);
                    assert!(
                        worst < 1.5 && (latitude > 60.0 || worst < 1.0),
                        "{latitude} {aside} {height}: {worst}"
                    );
                }
            }
        }
    }

    #[test]
    fn zoom_is_that_of_the_web() {
        let at_equator = camera([-0.5, -0.5, 0.5, 0.5], [512.0, 512.0]).unwrap();
        assert!((at_equator.zoom - 360f64.log2()).abs() < 1e-4);
        let twice = camera([-0.25, -0.25, 0.25, 0.25], [512.0, 512.0]).unwrap();
        assert!((twice.zoom - at_equator.zoom - 1.0).abs() < 1e-4);
        assert_eq!(at_equator.centre, [0.0, 0.0]);
    }

    #[test]
    fn a_country_is_too_wide_as_a_whole_and_fits_where_it_is_magnified() {
        assert_eq!(camera(view(47.0, 47.0, 9.0), FRAME), None);
        let near = view(47.0, 50.5, 9.0 / 20.0);
        let found = camera(near, FRAME).unwrap();
        assert!(found.stretch > 1.05 && worst(near, found) < 1.0, "{found:?}");
        let south = camera(view(47.0, 43.0, 0.3), FRAME).unwrap();
        assert!(south.stretch < 0.95 && south.stretch * room([5.0, 42.0, 15.0, 52.0]) >= 1.0, "{south:?}");
    }

    #[test]
    fn what_is_shown_lies_within_two_pixels() {
        for step in 1..80 {
            let height = f64::from(step) * 0.05;
            for (latitude, middle) in [(28.0, 28.0), (47.0, 45.0), (-3.0, 1.0), (70.0, 70.0)] {
                let view = view(latitude, middle, height);
                if let Some(camera) = camera(view, FRAME) {
                    assert!(worst(view, camera) <= MOST_MISFIT + 1e-6, "{latitude} {height}");
                }
            }
        }
        assert!(
            camera(view(28.0, 28.0, 2.6), FRAME).is_some() && camera(view(28.0, 28.0, 2.8), FRAME).is_none()
        );
    }

    #[test]
    fn what_is_no_view_has_no_camera() {
        assert_eq!(camera([1.0, 1.0, 1.0, 2.0], FRAME), None);
        assert_eq!(camera([0.0, 86.0, 0.1, 86.1], FRAME), None);
        assert_eq!(camera([0.0, 0.0, 0.1, 0.1], [0.0, 0.0]), None);
    }

    #[test]
    fn the_frame_stays_filled() {
        assert_eq!(room([0.0, -1.0, 1.0, 1.0]), 1.0);
        assert!((room([120.0, 27.85, 120.6, 28.1]) - 1.0).abs() < 0.002);
    }

    fn layer(url: &str) -> Basemap {
        Basemap {
            kind: BasemapKind::Tiles,
            url: url.to_owned(),
            subdomains: Vec::new(),
            crs: Crs::Wgs84,
            attribution: Names::new("甲", "A"),
            review_number: None,
            min_zoom: None,
            max_zoom: None,
            tile_size: None,
        }
    }

    #[test]
    fn addresses_are_whole() {
        let of = |url: &str| addresses(&layer(url), "https://a.example/sub/data/index.json?x", Some("k"));
        let is = |url: &str| Some(vec![url.to_owned()]);
        assert_eq!(of("tiles/{z}/{x}/{y}.png"), is("https://a.example/sub/data/tiles/{z}/{x}/{y}.png"));
        assert_eq!(of("/tiles/{z}/{x}/{y}"), is("https://a.example/tiles/{z}/{x}/{y}"));
        assert_eq!(of("https://b.example/{z}/{x}/{y}?tk={key}"), is("https://b.example/{z}/{x}/{y}?tk=k"));
        assert_eq!(addresses(&layer("/{z}/{x}/{y}?tk={key}"), "https://a.example/index.json", None), None);
        let many =
            Basemap { subdomains: vec!["0".into(), "1".into()], ..layer("https://t{s}.example/{z}/{x}/{y}") };
        let urls = addresses(&many, "", None).unwrap();
        assert_eq!(urls, ["https://t0.example/{z}/{x}/{y}", "https://t1.example/{z}/{x}/{y}"]);
    }

    #[test]
    fn hosts_of_others_are_named() {
        let layers =
            ["/{z}/{x}/{y}", "https://t{s}.example/{z}/{x}/{y}", "https://t{s}.example?{z}{x}{y}"].map(layer);
        assert_eq!(hosts(&layers), ["t*.example"]);
    }

    #[test]
    fn each_line_is_written_once() {
        let numbered = Basemap { review_number: Some("GS(2024)0568号".into()), ..layer("a") };
        assert_eq!(
            lines(&[numbered.clone(), numbered.clone()], Lang::Zh),
            ["底图：甲，审图号：GS(2024)0568号"]
        );
        assert_eq!(
            lines(&[layer("a"), numbered], Lang::En),
            ["Basemap: A", "Basemap: A, map review no. GS(2024)0568号"]
        );
    }
}
