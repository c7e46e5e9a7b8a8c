//! What a street map beneath the large map is made of: tiles that someone else serves, declared by the data.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::manifest::Crs;
use super::read::{Fault, Object, Read, word, words};
use crate::domain::Names;

/// How the tiles are had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BasemapKind {
    /// Pictures one by one, by an address with `{z}`, `{x}` and `{y}`, as XYZ and WMTS servers have them.
    Tiles,
    /// One PMTiles file on the page's own host, of pictures or of vector tiles; the file itself says which.
    Pmtiles,
}

/// One layer of the basemap; the first lies at the bottom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Basemap {
    /// How the tiles are had.
    pub kind: BasemapKind,
    /// Where they are: an address of the web, or a path on the page's host, relative to the manifest or from `/`. Of tiles it has
    /// `{z}`, `{x}`, `{y}`, perhaps `{s}` for a subdomain and `{key}` for the key in the deployment's settings, which is
    /// never written here.
    pub url: String,
    /// What may stand for `{s}`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subdomains: Vec<String>,
    /// The reference system, always in the tiles of the web's Mercator map (EPSG:3857, EPSG:4490 tiles of 天地图's `_w` layers).
    /// What is shifted (GCJ-02, BD-09) is refused.
    #[serde(default)]
    pub crs: Crs,
    /// Whose map it is.
    pub attribution: Names,
    /// The map's review number (审图号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_number: Option<String>,
    /// The least zoom of which there are tiles; 0 when absent. A PMTiles file says it itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_zoom: Option<u8>,
    /// The greatest zoom of which there are tiles; 18 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_zoom: Option<u8>,
    /// How many pixels wide a tile is drawn, 256 or 512; 256 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tile_size: Option<u16>,
}

/// The greatest zoom that is drawn.
pub const MOST_ZOOM: u8 = 24;
/// The greatest zoom of tiles where nothing is said.
pub const USUAL_ZOOM: u8 = 18;

/// The names under which servers take keys: what stands there is to be `{key}`.
const KEYS: [&str; 7] = ["tk", "key", "ak", "token", "access_token", "apikey", "api_key"];

words! {
    BasemapKind { "tiles" => Tiles, "pmtiles" => Pmtiles }
}

impl Read for Basemap {
    #[inline(never)]
    fn read(value: &Value) -> Result<Self, Fault> {
        let fields = Object::of(value, "Basemap")?;
        let size: Option<u64> = fields.field("tile_size")?;
        let basemap = Self {
            kind: fields.field("kind")?,
            url: fields.field("url")?,
            subdomains: fields.field("subdomains")?,
            crs: fields.field_or("crs", Crs::default())?,
            attribution: fields.field("attribution")?,
            review_number: fields.field("review_number")?,
            min_zoom: fields.field("min_zoom")?,
            max_zoom: fields.field("max_zoom")?,
            tile_size: size.map(|size| u16::try_from(size).unwrap_or_default()),
        };
        match basemap.fault() {
            Some((field, expected, found)) => Err(Fault::bad_value(expected, found).below(field)),
            None => Ok(basemap),
        }
    }
}

impl Basemap {
    /// What of it cannot be drawn: the field, what was expected, what was found.
    fn fault(&self) -> Option<(&'static str, &'static str, String)> {
        if matches!(self.crs, Crs::Gcj02 | Crs::Bd09) {
            let expected = "`WGS-84` or `CGCS2000`: tiles that are shifted would lie some hundred metres beside the boundaries";
            return Some(("crs", expected, format!("{:?}", self.crs)));
        }
        if self.attribution.zh.trim().is_empty() {
            return Some(("attribution", "whose map it is", String::new()));
        }
        let (least, most) = (self.min_zoom.unwrap_or(0), self.max_zoom.unwrap_or(USUAL_ZOOM));
        if most > MOST_ZOOM || least > most {
            return Some(("max_zoom", "a zoom from `min_zoom` to 24", most.to_string()));
        }
        if let Some(size) = self.tile_size.filter(|size| ![256, 512].contains(size)) {
            return Some(("tile_size", "256 or 512", size.to_string()));
        }
        let expected = match self.kind {
            BasemapKind::Tiles => self.tiles_fault()?,
            BasemapKind::Pmtiles if is_path(&self.url) && self.url.ends_with(".pmtiles") => return None,
            BasemapKind::Pmtiles => "a path to a `.pmtiles` file on the page's own host",
        };
        Some(("url", expected, self.url.clone()))
    }

    /// What an address of tiles should be, where it is not that.
    fn tiles_fault(&self) -> Option<&'static str> {
        let mut plain = self.url.clone();
        for name in ["{z}", "{x}", "{y}"] {
            if plain.matches(name).count() != 1 {
                return Some("an address with `{z}`, `{x}` and `{y}`");
            }
            plain = plain.replace(name, "0");
        }
        let is_word =
            |word: &String| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if plain.contains("{s}") == self.subdomains.is_empty() || !self.subdomains.iter().all(is_word) {
            return Some("`{s}` in the address, and `subdomains` of letters and digits for it, or neither");
        }
        let query = plain.split_once('?').map_or("", |(_, query)| query);
        let has_key = query.split('&').filter_map(|pair| pair.split_once('=')).any(|(name, value)| {
            KEYS.contains(&name.to_ascii_lowercase().as_str()) && !value.is_empty() && value != "{key}"
        });
        if has_key {
            return Some(
                "`{key}` in the place of the key, which belongs into the deployment's `config.json`",
            );
        }
        let plain = plain.replace("{s}", "0").replace("{key}", "0");
        let place = match plain.strip_prefix("https://").or_else(|| plain.strip_prefix("http://")) {
            Some(rest) => !rest.starts_with(['/', '?', '.', ':']) && !rest.contains('@'),
            None => is_path(plain.split('?').next().unwrap_or_default()),
        };
        let letter = |byte: u8| byte.is_ascii_graphic() && !br#""'<>\^`{}|#"#.contains(&byte);
        (!place || !plain.bytes().all(letter))
            .then_some("an address of the web, or a path on the page's host")
    }

    /// Whether the deployment has to give a key for it.
    pub fn needs_key(&self) -> bool {
        self.url.contains("{key}")
    }
}

/// Whether an address is a plain path, so that no browser takes it to another host.
fn is_path(path: &str) -> bool {
    path.strip_prefix('/').unwrap_or(path).split('/').all(is_step)
}

/// Whether a part of a path is a name as it stands: anything else, such as `%2e`, a tab or a scheme, means something to a browser.
pub(super) fn is_step(part: &str) -> bool {
    let letters = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    letters && !part.trim_start_matches('.').is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::fields::Fields;
    use super::super::finding::Code;
    use super::*;

    const TIANDITU: &str = r#"{"kind":"tiles","url":"https://t{s}.tianditu.example/vec_w/wmts?LAYER=vec&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}","subdomains":["0","1"],"crs":"CGCS2000","attribution":{"zh":"天地图","en":"Tianditu"},"review_number":"GS(2024)0568号","min_zoom":1,"max_zoom":18,"tile_size":256}"#;

    fn read(text: &str) -> (Vec<Basemap>, Vec<(Code, String)>) {
        let text = format!(r#"{{"basemap":[{text}]}}"#);
        let mut fields = Fields::of(&text).unwrap();
        let read = fields.list("basemap");
        (read, fields.findings.into_iter().map(|finding| (finding.code, finding.pointer)).collect())
    }

    #[test]
    fn a_basemap_is_read_as_serde_reads_it() {
        for text in [
            TIANDITU,
            r#"{"kind":"pmtiles","url":"tiles/district.pmtiles","attribution":{"zh":"甲","en":"A"}}"#,
            r#"{"kind":"tiles","url":"/tiles/{z}/{x}/{y}.png","attribution":{"zh":"甲","en":"A"}}"#,
            r#"{"kind":"tiles","url":"http://tiles.example:8080/{z}/{y}/{x}?style=grey&key={key}","attribution":{"zh":"甲","en":""}}"#,
        ] {
            let (read, findings) = read(text);
            assert!(findings.is_empty(), "{text}: {findings:?}");
            assert_eq!(read, [serde_json::from_str(text).unwrap()]);
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_a_finding_and_costs_only_itself() {
        let tiles = |url: &str| {
            TIANDITU.replace("https://t{s}.tianditu.example/vec_w/wmts?LAYER=vec&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}", url)
        };
        let plain = |url: &str| tiles(url).replace(r#""subdomains":["0","1"],"#, "");
        let file = |url: &str| plain(url).replace("\"tiles\"", "\"pmtiles\"");
        let cases = [
            (TIANDITU.replace("CGCS2000", "GCJ-02"), "crs"),
            (TIANDITU.replace("CGCS2000", "BD-09"), "crs"),
            (TIANDITU.replace("天地图", " "), "attribution"),
            (TIANDITU.replace("\"max_zoom\":18", "\"max_zoom\":25"), "max_zoom"),
            (TIANDITU.replace("\"min_zoom\":1", "\"min_zoom\":19"), "max_zoom"),
            (TIANDITU.replace(":256", ":300"), "tile_size"),
            (TIANDITU.replace(":256", ":65792"), "tile_size"),
            (TIANDITU.replace("\"0\",\"1\"", "\"0.evil.example/\""), "url"),
            (TIANDITU.replace("\"0\",\"1\"", ""), "url"),
            (TIANDITU.replace("\"tiles\"", "\"wms\""), "kind"),
            (TIANDITU.replace("tk={key}", "tk=0123456789abcdef"), "url"),
            (plain("https://a.example/{z}/{x}/{y}?KEY=abc"), "url"),
            (plain("https://a.example/{z}/{x}.png"), "url"),
            (plain("https://a.example/{z}/{x}/{y}/{y}.png"), "url"),
            (plain("https://t{s}.example/{z}/{x}/{y}.png"), "url"),
            (plain("https://a.example/{z}/{x}/{y}/{r}.png"), "url"),
            (plain("javascript:alert({z}{x}{y})"), "url"),
            (plain("//a.example/{z}/{x}/{y}.png"), "url"),
            (plain("../{z}/{x}/{y}.png"), "url"),
            (plain("https://user@a.example/{z}/{x}/{y}.png"), "url"),
            (plain("https:///{z}/{x}/{y}.png"), "url"),
            (plain("https://a.example/{z} {x}/{y}.png"), "url"),
            (file("https://a.example/a.pmtiles"), "url"),
            (file("../a.pmtiles"), "url"),
            (file("a.mbtiles"), "url"),
        ];
        for (bad, field) in &cases {
            let (read, findings) = read(&format!("{TIANDITU},{bad}"));
            assert_eq!(read.len(), 1, "{bad}");
            assert_eq!(findings, [(Code::BadValue, format!("/basemap/1/{field}"))], "{bad}");
        }
        let (_, findings) = read(r#"{"kind":"pmtiles","url":"a.pmtiles"}"#);
        assert_eq!(findings[0].0, Code::MissingField);
    }

    #[test]
    fn a_key_is_asked_for_where_one_is_needed() {
        let (read, _) = read(&format!("{TIANDITU},{}", TIANDITU.replace("&tk={key}", "")));
        assert_eq!(read.iter().map(Basemap::needs_key).collect::<Vec<_>>(), [true, false]);
    }
}
