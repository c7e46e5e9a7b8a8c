//! The manifest: the one file that is never cached and names all others.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::basemap::{Basemap, is_step};
use super::fields::Fields;
use super::finding::{Code, Finding};
use super::{Decoded, MAX_BYTES, SCHEMA, migrate, read_rules};
use crate::domain::{Day, EditionKind, Month, Names, RulePack, crs, order};

/// The district whose plan is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct District {
    /// Its official code.
    pub code: String,
    /// Its name.
    pub name: Names,
    /// The title of the page.
    pub title: Names,
    /// Who publishes the data.
    pub publisher: Names,
}

/// The coordinate reference system of a layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Crs {
    /// EPSG:4326.
    #[default]
    #[serde(rename = "WGS-84")]
    Wgs84,
    /// EPSG:4490, the same as WGS-84 to within centimetres.
    #[serde(rename = "CGCS2000")]
    Cgcs2000,
    /// The shifted system of Chinese web maps; converted on load.
    #[serde(rename = "GCJ-02")]
    Gcj02,
    /// The further shifted system of Baidu's maps; converted on load.
    #[serde(rename = "BD-09")]
    Bd09,
}

impl Crs {
    /// A point of this system in WGS-84.
    pub fn to_wgs84(self, point: [f64; 2]) -> [f64; 2] {
        match self {
            Crs::Wgs84 | Crs::Cgcs2000 => point,
            Crs::Gcj02 => crs::gcj02_to_wgs84(point),
            Crs::Bd09 => crs::bd09_to_wgs84(point),
        }
    }
}

/// What a layer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LayerRole {
    /// Townships, shaded by figures.
    Townships,
    /// The outline of the district.
    District,
    /// What lies around it.
    Neighbours,
}

/// A file of boundaries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Layer {
    /// The stable ASCII id.
    pub id: String,
    /// What it is for.
    pub role: LayerRole,
    /// The file, relative to the manifest.
    pub file: String,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its coordinate reference system.
    #[serde(default)]
    pub crs: Crs,
    /// Whose boundaries they are.
    pub attribution: Names,
    /// The map's review number (审图号), drawn on every map; absent only where `schematic`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_number: Option<String>,
    /// Whether the review number still has to be confirmed by the office.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub review_pending: bool,
    /// Whether the boundaries are schematic and no legal lines.
    #[serde(default)]
    pub schematic: bool,
}

/// A published edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SnapshotEntry {
    /// Its month, which is also its id in addresses.
    pub id: Month,
    /// The day up to which its figures reach.
    pub as_of: Day,
    /// Official or demonstration.
    pub kind: EditionKind,
    /// The file, relative to the manifest.
    pub file: String,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// The file of how the Chinese characters in names are read, for search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ReadingsFile {
    /// The file, relative to the manifest.
    pub file: String,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// The manifest of everything published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Manifest {
    /// The version of the wire format.
    pub schema: u32,
    /// Grows with every publication, so that a roll-back is noticed.
    pub sequence: u64,
    /// The district.
    pub district: District,
    /// The id of the rule pack in force.
    pub rule: String,
    /// The declared rule packs.
    pub rules: Vec<RulePack>,
    /// Files of boundaries.
    pub layers: Vec<Layer>,
    /// The street map beneath the large map, the lowest layer first; mostly there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basemap: Vec<Basemap>,
    /// Published editions, ascending by month.
    pub snapshots: Vec<SnapshotEntry>,
    /// How characters are read; without it search knows no pinyin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readings: Option<ReadingsFile>,
}

impl Manifest {
    /// The rule pack in force, or the first one declared.
    pub fn rule(&self) -> Option<&RulePack> {
        self.rules.iter().find(|pack| pack.id == self.rule).or_else(|| self.rules.first())
    }

    /// The newest edition.
    pub fn latest(&self) -> Option<&SnapshotEntry> {
        self.snapshots.iter().max_by_key(|entry| entry.id)
    }

    /// The edition of a month.
    pub fn snapshot(&self, month: Month) -> Option<&SnapshotEntry> {
        self.snapshots.iter().find(|entry| entry.id == month)
    }

    /// The edition before another one, of the same kind; none before the first.
    pub fn before(&self, shown: &SnapshotEntry) -> Option<&SnapshotEntry> {
        let earlier = self.snapshots.iter().filter(|entry| entry.kind == shown.kind && entry.id < shown.id);
        earlier.max_by_key(|entry| entry.id)
    }

    /// The first layer with a role.
    pub fn layer(&self, role: LayerRole) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.role == role)
    }
}

/// Reads a manifest.
///
/// # Errors
/// Findings when the text is no manifest, its version is unknown, or it names no edition.
pub fn read_manifest(text: &str) -> Result<Decoded<Manifest>, Vec<Finding>> {
    let text = migrate::to_current(text, migrate::manifest).map_err(|finding| vec![finding])?;
    let mut fields = Fields::of(&text).map_err(|finding| vec![finding])?;
    let sequence = fields.required("sequence");
    let district = fields.required("district");
    let rule = fields.required("rule");
    let mut rules = read_rules(&mut fields);
    let mut layers: Vec<Layer> = fields.list("layers");
    let basemap: Vec<Basemap> = fields.list("basemap");
    let mut snapshots: Vec<SnapshotEntry> = fields.list("snapshots");
    let readings: Option<ReadingsFile> = fields.optional("readings");
    let mut findings = fields.findings;
    let (Some(sequence), Some(district), Some(rule)) = (sequence, district, rule) else {
        return Err(findings);
    };
    if rules.is_empty() {
        findings.push(Finding::warning(Code::Empty, "/rules", "a rule pack", ""));
        rules.push(RulePack::three_colour());
    }
    layers.retain(|layer| keep_file(&layer.file, layer.bytes, &layer.id, "/layers", &mut findings));
    let mut seen = HashSet::new();
    layers.retain(|layer| {
        let first = seen.insert(layer.id.clone());
        if !first {
            findings.push(Finding::error(Code::DuplicateId, "/layers", "", &layer.id).of(&*layer.id));
        }
        first
    });
    layers.retain(|layer| {
        let marked = layer.schematic || layer.review_number.is_some();
        if !marked {
            let expected = "`review_number`, or `schematic`";
            findings.push(Finding::error(Code::MissingField, "/layers", expected, "").of(&*layer.id));
        }
        marked
    });
    snapshots.retain(|entry| {
        keep_file(&entry.file, entry.bytes, &entry.id.to_string(), "/snapshots", &mut findings)
    });
    order::sort_by_key(&mut snapshots, |entry| entry.id);
    snapshots.dedup_by(|later, first| {
        let same = later.id == first.id;
        if same {
            let id = first.id.to_string();
            findings.push(Finding::error(Code::DuplicateId, "/snapshots", "", &id).of(&*id));
        }
        same
    });
    if snapshots.is_empty() {
        findings.push(Finding::error(Code::Empty, "/snapshots", "at least one edition", ""));
        return Err(findings);
    }
    let readings =
        readings.filter(|entry| keep_file(&entry.file, entry.bytes, "readings", "/readings", &mut findings));
    let manifest =
        Manifest { schema: SCHEMA, sequence, district, rule, rules, layers, basemap, snapshots, readings };
    if !manifest.rules.iter().any(|pack| pack.id == manifest.rule) {
        let finding =
            Finding::warning(Code::UnknownReference, "/rule", "a declared rule pack", &manifest.rule);
        findings.push(finding);
    }
    Ok(Decoded { value: manifest, findings })
}

/// Whether a file may be fetched: a plain relative path below the manifest, not too large.
fn keep_file(file: &str, bytes: u64, id: &str, pointer: &str, findings: &mut Vec<Finding>) -> bool {
    let plain = file.split('/').all(is_step);
    if !plain {
        let finding = Finding::error(Code::BadValue, pointer, "a path below the manifest", file);
        findings.push(finding.of(id));
    } else if bytes > MAX_BYTES {
        let (limit, found) = (format!("{MAX_BYTES} B"), format!("{bytes} B"));
        findings.push(Finding::error(Code::TooLarge, pointer, &limit, &found).of(id));
    }
    plain && bytes <= MAX_BYTES
}
