//! Checking published files: one alone, or a bundle as a whole.

use super::bundle::INDEX;
use super::layers::uncovered;
use crate::domain::{Edition, Month};
use crate::snapshot::boundary::{Properties, read_boundaries, read_source};
use crate::snapshot::integrity::verify;
use crate::snapshot::{
    Code, Crs, Decoded, Finding, LayerRole, MAX_BYTES, Manifest, Place, ReadingsFile, read_manifest,
    read_readings, read_snapshot,
};

/// What a published file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A manifest.
    Manifest,
    /// A snapshot.
    Snapshot,
    /// Boundaries.
    Boundaries,
    /// Readings of characters.
    Readings,
}

/// What a JSON text looks like, by its fields; `None` when it is no JSON object at all.
pub fn kind_of(text: &str) -> Option<FileKind> {
    let fields: std::collections::BTreeMap<String, serde::de::IgnoredAny> =
        serde_json::from_str(text).ok()?;
    Some(if fields.contains_key("features") || fields.contains_key("type") {
        FileKind::Boundaries
    } else if fields.contains_key("snapshots") || fields.contains_key("district") {
        FileKind::Manifest
    } else if !fields.is_empty() && fields.keys().all(|name| name.chars().nth(1).is_none()) {
        FileKind::Readings
    } else {
        FileKind::Snapshot
    })
}

/// Checks one file alone: a manifest, a snapshot, boundaries or readings.
pub fn check_file(name: &str, bytes: &[u8]) -> Vec<Finding> {
    if bytes.len() as u64 > MAX_BYTES {
        let (limit, found) = (format!("{MAX_BYTES} B"), format!("{} B", bytes.len()));
        return placed(name, vec![Finding::error(Code::TooLarge, "", &limit, &found)]);
    }
    // A file that ends within a letter was cut off, which the reader says better.
    if std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_some()) {
        let finding = Finding::error(Code::BadValue, "", "UTF-8 text", "another encoding");
        return placed(name, vec![finding]);
    }
    let text = String::from_utf8_lossy(bytes);
    let findings = match kind_of(&text) {
        Some(FileKind::Manifest) => findings_of(read_manifest(&text)),
        // Coordinates are taken as they stand.
        Some(FileKind::Boundaries) => {
            findings_of(read_source(&text, Crs::default(), &Properties::published(), None))
        }
        Some(FileKind::Readings) => findings_of(read_readings(&text)),
        Some(FileKind::Snapshot) | None => findings_of(read_snapshot(&text)),
    };
    placed(name, findings)
}

/// Checks a bundle: the manifest, that every file is there and is the one that was published, and
/// each of them. `open` gives the bytes of a file below the manifest.
pub fn check_bundle(open: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<Finding> {
    let fetch = |file: &str| {
        open(file).ok_or_else(|| placed(file, vec![Finding::error(Code::Unavailable, "", "the file", file)]))
    };
    let index = match fetch(INDEX) {
        Ok(index) => index,
        Err(findings) => return findings,
    };
    let (manifest, mut findings) = match read_manifest(&String::from_utf8_lossy(&index)) {
        Ok(Decoded { value, findings }) => (value, placed(INDEX, findings)),
        Err(findings) => return placed(INDEX, findings),
    };
    let fetch_sound = |file: &str, length: u64, digest: &str| {
        let bytes = fetch(file)?;
        verify(&bytes, length, digest).map_err(|finding| placed(file, vec![finding]))?;
        Ok::<_, Vec<Finding>>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let mut newest: Option<Edition> = None;
    for entry in &manifest.snapshots {
        let read = fetch_sound(&entry.file, entry.bytes, &entry.sha256)
            .and_then(|text| read_snapshot(&text).map_err(|findings| placed(&entry.file, findings)));
        match read {
            Ok(Decoded { value: edition, findings: said }) => {
                findings.extend(placed(&entry.file, said));
                findings.extend(placed(&entry.file, disagreements(entry.id, &manifest, &edition)));
                newest = Some(edition);
            }
            Err(said) => findings.extend(said),
        }
    }
    for layer in &manifest.layers {
        let read = fetch_sound(&layer.file, layer.bytes, &layer.sha256)
            .and_then(|text| read_boundaries(&text, layer).map_err(|findings| placed(&layer.file, findings)));
        match read {
            Ok(Decoded { value: boundaries, findings: said }) => {
                findings.extend(placed(&layer.file, said));
                if let Some(edition) = newest.as_ref().filter(|_| layer.role == LayerRole::Townships) {
                    findings.extend(placed(&layer.file, uncovered(&boundaries, &edition.townships)));
                }
            }
            Err(said) => findings.extend(said),
        }
    }
    if let Some(ReadingsFile { file, bytes, sha256 }) = &manifest.readings {
        findings.extend(match fetch_sound(file, *bytes, sha256) {
            Ok(text) => placed(file, findings_of(read_readings(&text))),
            Err(said) => said,
        });
    }
    findings
}

/// What a snapshot says of itself and the manifest says otherwise.
fn disagreements(id: Month, manifest: &Manifest, edition: &Edition) -> Vec<Finding> {
    let Some(entry) = manifest.snapshot(id) else { return Vec::new() };
    let facts = [
        ("/id", entry.id.to_string(), edition.month.to_string()),
        ("/as_of", entry.as_of.to_string(), edition.as_of.to_string()),
        ("/kind", format!("{:?}", entry.kind), format!("{:?}", edition.kind)),
    ];
    let differing = facts.into_iter().filter(|(_, said, is)| said != is);
    differing.map(|(pointer, said, is)| Finding::error(Code::Integrity, pointer, &said, &is)).collect()
}

fn findings_of<T>(read: Result<Decoded<T>, Vec<Finding>>) -> Vec<Finding> {
    read.map_or_else(|findings| findings, |decoded| decoded.findings)
}

/// The same findings, each with its file.
fn placed(file: &str, findings: Vec<Finding>) -> Vec<Finding> {
    let place = |finding: Finding| finding.at(Place { file: file.to_owned(), ..Place::default() });
    findings.into_iter().map(place).collect()
}
