//! `biaogan schema`: the JSON Schemas of the published files, from the Rust types.

use std::path::Path;

use biaogan::snapshot::encode::SnapshotFile;
use biaogan::snapshot::{Config, Manifest};

use super::disk::{self, DiskError};
use super::report::Report;

/// Writes `manifest.schema.json`, `snapshot.schema.json` and `config.schema.json`.
///
/// # Errors
/// When a file cannot be written.
pub fn run(out: &Path) -> Result<Report, DiskError> {
    let schemas = [
        ("manifest.schema.json", schemars::schema_for!(Manifest)),
        ("snapshot.schema.json", schemars::schema_for!(SnapshotFile<'static>)),
        ("config.schema.json", schemars::schema_for!(Config)),
    ];
    let mut report = Report::default();
    for (name, schema) in schemas {
        let mut text = serde_json::to_string_pretty(&schema)?;
        text.push('\n');
        disk::write(&out.join(name), text.as_bytes())?;
        report.written.push((name.to_owned(), text.len()));
    }
    Ok(report)
}
