//! `layers.csv` and the boundary files that it names: an office's own become what is published.

use std::collections::{HashMap, HashSet};

use super::bundle;
use super::cells::records;
use super::log::Log;
use super::sheet::{Columns, Sheet};
use super::tables::Tables;
use crate::domain::Township;
use crate::snapshot::boundary::{Properties, read_source, write_boundaries};
use crate::snapshot::integrity::sha256;
use crate::snapshot::{Boundaries, Code, Crs, Finding, Layer, LayerRole, MAX_BYTES, Place};

const FILE: &str = "layers.csv";

const COLUMNS: Columns = Columns {
    required: &["id", "role", "file", "crs", "attribution_zh", "attribution_en"],
    optional: &["review_number", "review_pending", "schematic", "code_property", "name_property", "object"],
};

/// A boundary file as it will be published.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundaryFile {
    /// The name with which it was handed in.
    pub name: String,
    /// Its entry in the manifest.
    pub layer: Layer,
    /// Its content: GeoJSON in order, whatever was handed in.
    pub bytes: Vec<u8>,
}

/// A row of the table: a layer, and how to read its file.
struct Declared {
    layer: Layer,
    properties: Properties,
    /// Which object of a TopoJSON file it is.
    object: Option<String>,
}

/// Reads the layers; every township should have a region in the layer of townships.
pub fn read(tables: &Tables, townships: &[Township], log: &mut Log) -> Vec<BoundaryFile> {
    let Some(sheet) = tables.get(FILE).and_then(|bytes| Sheet::read_csv(FILE, bytes, &COLUMNS, log)) else {
        return Vec::new();
    };
    let declared = records(
        &sheet,
        log,
        |cells| {
            let (role, crs) = (cells.word("role"), cells.word("crs"));
            let layer = Layer {
                id: cells.text("id"),
                file: cells.text("file"),
                bytes: 0,
                sha256: String::new(),
                attribution: cells.names("attribution"),
                review_number: cells.maybe("review_number"),
                review_pending: cells.flag("review_pending"),
                schematic: cells.flag("schematic"),
                role: role?,
                crs: crs?,
            };
            if layer.review_number.is_none() && !layer.schematic {
                cells.fail(Code::MissingField, "review_number", "`review_number`, or `schematic`");
            }
            let (code, name) = (cells.maybe("code_property"), cells.maybe("name_property"));
            let code = code.or_else(|| name.is_none().then(|| "code".to_owned()));
            Some(Declared { layer, properties: Properties { code, name }, object: cells.maybe("object") })
        },
        |declared| &declared.layer.id,
    );
    declared.into_iter().filter_map(|declared| open(declared, tables, townships, log)).collect()
}

fn open(declared: Declared, tables: &Tables, townships: &[Township], log: &mut Log) -> Option<BoundaryFile> {
    let Declared { mut layer, properties, object } = declared;
    let place = Place { file: layer.file.clone(), ..Place::default() };
    let Some(bytes) = tables.get(&layer.file) else {
        log.push(Finding::error(Code::Unavailable, "", "a boundary file", &layer.file).at(place));
        return None;
    };
    if bytes.len() as u64 > MAX_BYTES {
        let (limit, found) = (format!("{MAX_BYTES} B"), format!("{} B", bytes.len()));
        log.push(Finding::error(Code::TooLarge, "", &limit, &found).at(place));
        return None;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        log.push(Finding::error(Code::BadValue, "", "UTF-8 text", "another encoding").at(place));
        return None;
    };
    let (boundaries, mut findings) = match read_source(text, layer.crs, &properties, object.as_deref()) {
        Ok(decoded) => (Some(decoded.value), decoded.findings),
        Err(findings) => (None, findings),
    };
    let published = boundaries.and_then(|mut boundaries| {
        if layer.role == LayerRole::Townships {
            if properties.code.is_none() {
                findings.extend(match_names(&mut boundaries, townships));
            }
            findings.extend(uncovered(&boundaries, townships));
        }
        write_boundaries(&boundaries).ok()
    });
    findings.into_iter().for_each(|finding| log.push(finding.at(place.clone())));
    let bytes = published?.into_bytes();
    // What was shifted is published as it was converted.
    if layer.crs != Crs::Cgcs2000 {
        layer.crs = Crs::Wgs84;
    }
    layer.bytes = bytes.len() as u64;
    layer.sha256 = sha256(&bytes);
    let name = layer.file;
    layer.file = bundle::hashed_name(&format!("geo/{}", layer.id), &layer.sha256, "geojson");
    Some(BoundaryFile { name, layer, bytes })
}

/// Gives regions that have only names the codes of the townships with these names, long or short, in either language.
/// A name that several townships have, and a township that several regions name, is nobody's.
fn match_names(boundaries: &mut Boundaries, townships: &[Township]) -> Vec<Finding> {
    let mut named: HashMap<&str, Vec<&Township>> = HashMap::new();
    for township in townships {
        let names = [&township.name.zh, &township.name.en, &township.short.zh, &township.short.en];
        let names: HashSet<&str> =
            names.into_iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        for name in names {
            named.entry(name).or_default().push(township);
        }
    }
    let mut findings = Vec::new();
    let mut taken: HashSet<&str> = HashSet::new();
    for region in &mut boundaries.regions {
        let name = region.code.clone();
        match named.get(name.as_str()).map(Vec::as_slice) {
            Some([township]) if taken.insert(&township.code) => {
                region.code = township.code.clone();
                region.name = township.name.clone();
            }
            Some([_]) => findings.push(Finding::error(Code::DuplicateId, "/features", "", &name).of(name)),
            Some(_) => {
                let finding =
                    Finding::warning(Code::BadValue, "/features", "a name of one township only", &name);
                findings.push(finding.of(name));
            }
            // Every region without a township is reported afterwards.
            None => {}
        }
    }
    findings
}

/// A warning for every township without a region and every region without a township, by name.
pub fn uncovered(boundaries: &Boundaries, townships: &[Township]) -> Vec<Finding> {
    let drawn: HashSet<&str> = boundaries.regions.iter().map(|region| region.code.as_str()).collect();
    let known: HashSet<&str> = townships.iter().map(|township| township.code.as_str()).collect();
    let missing = |code: &str, name: &str, expected: &str| {
        let found = if name.is_empty() || name == code { code.to_owned() } else { format!("{code} {name}") };
        Finding::warning(Code::UnknownReference, "/features", expected, &found).of(code)
    };
    let without_region = townships.iter().filter(|township| !drawn.contains(township.code.as_str()));
    let without_township = boundaries.regions.iter().filter(|region| !known.contains(region.code.as_str()));
    without_region
        .map(|township| missing(&township.code, &township.name.zh, "a region of each township"))
        .chain(
            without_township
                .map(|region| missing(&region.code, &region.name.zh, "a township of each region")),
        )
        .collect()
}
