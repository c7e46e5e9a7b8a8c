//! `biaogan validate`: checks tables, a publication or one published file.

use std::path::Path;

use biaogan::publish::{self, inspect};

use super::disk::{self, DiskError};
use super::report::Report;

/// Checks what lies at `path`.
///
/// # Errors
/// When it cannot be read.
pub fn run(path: &Path) -> Result<Report, DiskError> {
    let findings = if disk::index(path).is_file() {
        inspect::check_bundle(|file| disk::read(&path.join(file)).ok())
    } else if path.is_dir() {
        match publish::read(&disk::read_tables(path)?) {
            Ok(decoded) => decoded.findings,
            Err(findings) => findings,
        }
    } else {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        inspect::check_file(&name, &disk::read(path)?)
    };
    Ok(Report { findings, ..Report::default() })
}
