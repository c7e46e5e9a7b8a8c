//! `layers.csv` and the boundary files that it names.

use super::bundle;
use super::cells::records;
use super::log::Log;
use super::sheet::{Columns, Sheet};
use super::tables::Tables;
use crate::domain::Township;
use crate::snapshot::boundary::read_boundaries;
use crate::snapshot::integrity::sha256;
use crate::snapshot::{Boundaries, Code, Finding, Layer, LayerRole, Place};

const FILE: &str = "layers.csv";

const COLUMNS: Columns = Columns {
    required: &["id", "role", "file", "crs", "attribution_zh", "attribution_en"],
    optional: &["review_number", "review_pending", "schematic"],
};

/// A boundary file as it will be published.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundaryFile {
    /// The name with which it was handed in.
    pub name: String,
    /// Its entry in the manifest.
    pub layer: Layer,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Reads the layers; every township should have a region in the layer of townships.
pub fn read(tables: &Tables, townships: &[Township], log: &mut Log) -> Vec<BoundaryFile> {
    let Some(sheet) = tables.get(FILE).and_then(|bytes| Sheet::read_csv(FILE, bytes, &COLUMNS, log)) else {
        return Vec::new();
    };
    let layers = records(
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
            Some(layer)
        },
        |layer| &layer.id,
    );
    layers.into_iter().filter_map(|layer| open(layer, tables, townships, log)).collect()
}

fn open(mut layer: Layer, tables: &Tables, townships: &[Township], log: &mut Log) -> Option<BoundaryFile> {
    let place = Place { file: layer.file.clone(), ..Place::default() };
    let Some(bytes) = tables.get(&layer.file) else {
        log.push(Finding::error(Code::Unavailable, "", "a boundary file", &layer.file).at(place));
        return None;
    };
    let read = read_boundaries(&String::from_utf8_lossy(bytes), &layer);
    let (boundaries, findings) = match read {
        Ok(decoded) => (Some(decoded.value), decoded.findings),
        Err(findings) => (None, findings),
    };
    for finding in findings {
        log.push(finding.at(place.clone()));
    }
    let boundaries = boundaries?;
    if layer.role == LayerRole::Townships {
        for finding in uncovered(&boundaries, townships) {
            log.push(finding.at(place.clone()));
        }
    }
    layer.bytes = bytes.len() as u64;
    layer.sha256 = sha256(bytes);
    let name = layer.file;
    layer.file = bundle::hashed_name(&format!("geo/{}", layer.id), &layer.sha256, "geojson");
    Some(BoundaryFile { name, layer, bytes: bytes.to_vec() })
}

/// A warning for every township without a region and every region without a township.
pub fn uncovered(boundaries: &Boundaries, townships: &[Township]) -> Vec<Finding> {
    let missing = |code: &str, expected: &str| {
        Finding::warning(Code::UnknownReference, "/features", expected, code).of(code)
    };
    let without_region = townships.iter().filter(|township| boundaries.region(&township.code).is_none());
    let without_township = boundaries
        .regions
        .iter()
        .filter(|region| !townships.iter().any(|township| township.code == region.code));
    without_region
        .map(|township| missing(&township.code, "a region of each township"))
        .chain(without_township.map(|region| missing(&region.code, "a township of each region")))
        .collect()
}
