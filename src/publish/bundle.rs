//! What is put on the server: the manifest and the files that it names.

use super::head::Head;
use super::layers::BoundaryFile;
use super::readings;
use crate::domain::{Edition, Readings};
use crate::snapshot::integrity::sha256;
use crate::snapshot::{Manifest, ReadingsFile, SCHEMA, SnapshotEntry, write_readings, write_snapshot};

/// The name of the manifest.
pub const INDEX: &str = "index.json";

/// How many digits of the SHA-256 stand in a file's name.
const DIGITS: usize = 12;

/// What is on the server already.
#[derive(Clone, Debug, PartialEq)]
pub struct Previous {
    /// Its manifest.
    pub manifest: Manifest,
    /// How the characters in its names are read, as far as it says so.
    pub readings: Readings,
}

/// The files of a publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// The manifest.
    pub manifest: Manifest,
    /// Paths relative to the manifest, with contents; the manifest itself is the last.
    pub files: Vec<(String, Vec<u8>)>,
}

/// `stem.<first digits of the hash>.ending`: a name that never stands for other bytes.
pub fn hashed_name(stem: &str, sha256: &str, ending: &str) -> String {
    format!("{stem}.{}.{ending}", &sha256[..DIGITS.min(sha256.len())])
}

impl Bundle {
    /// Bundles editions and boundaries. The same input always gives the same bytes.
    ///
    /// Of `previous`, which is on the server, the editions of other months and the readings stay, and
    /// the sequence goes on, unless nothing has changed.
    ///
    /// # Errors
    /// Only when something cannot be written as JSON.
    pub fn new(
        head: &Head,
        layers: &[BoundaryFile],
        editions: &[Edition],
        previous: Option<&Previous>,
    ) -> Result<Self, serde_json::Error> {
        let mut files: Vec<(String, Vec<u8>)> =
            layers.iter().map(|layer| (layer.layer.file.clone(), layer.bytes.clone())).collect();
        let kept = previous.into_iter().flat_map(|previous| &previous.manifest.snapshots);
        let mut snapshots: Vec<SnapshotEntry> =
            kept.filter(|entry| editions.iter().all(|edition| edition.month != entry.id)).cloned().collect();
        for edition in editions {
            let bytes = write_snapshot(edition)?.into_bytes();
            let digest = sha256(&bytes);
            let file = hashed_name(&format!("snapshots/{}", edition.month), &digest, "json");
            snapshots.push(SnapshotEntry {
                id: edition.month,
                as_of: edition.as_of,
                kind: edition.kind,
                file: file.clone(),
                bytes: bytes.len() as u64,
                sha256: digest,
            });
            files.push((file, bytes));
        }
        snapshots.sort_by_key(|entry| entry.id);
        let known = previous.map(|previous| previous.readings.clone()).unwrap_or_default();
        let readings = readings::of(editions, known);
        let readings = (!readings.is_empty()).then(|| write_readings(&readings)).transpose()?.map(|text| {
            let digest = sha256(text.as_bytes());
            let file = hashed_name("readings", &digest, "json");
            let entry = ReadingsFile { file: file.clone(), bytes: text.len() as u64, sha256: digest };
            files.push((file, text.into_bytes()));
            entry
        });
        let mut manifest = Manifest {
            schema: SCHEMA,
            sequence: head.sequence,
            district: head.district.clone(),
            rule: head.rule.clone(),
            rules: head.rules.clone(),
            layers: layers.iter().map(|layer| layer.layer.clone()).collect(),
            basemap: head.basemap.clone(),
            snapshots,
            readings,
        };
        if let Some(Previous { manifest: previous, .. }) = previous {
            manifest.sequence = previous.sequence;
            if manifest != *previous {
                manifest.sequence = head.sequence.max(previous.sequence + 1);
            }
        }
        files.push((INDEX.to_owned(), serde_json::to_string(&manifest)?.into_bytes()));
        Ok(Self { manifest, files })
    }
}
