//! `biaogan demo`: the official edition and generated ones for all other months.

use std::path::Path;

use biaogan::publish::{self, Bundle, demo, refuses};

use super::disk::{self, DiskError};
use super::report::Report;

/// Builds the plan in `folder` and demonstration editions after `profile` into `out`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn run(
    folder: &Path,
    profile: &Path,
    out: &Path,
    seed: Option<u64>,
    prune: bool,
) -> Result<Report, DiskError> {
    let (tables, profile) = (disk::read_tables(folder)?, disk::read_tables(profile)?);
    let read = publish::read(&tables).and_then(|plan| {
        let demo = demo::editions(&plan.value, &profile, seed)?;
        Ok((plan.value, [plan.findings, demo.findings].concat(), demo.value))
    });
    let (plan, findings, mut editions) = match read {
        Ok(read) => read,
        Err(findings) => return Ok(Report { findings, ..Report::default() }),
    };
    if refuses(&findings) {
        return Ok(Report { findings, ..Report::default() });
    }
    editions.push(plan.edition);
    let bundle = Bundle::new(&plan.head, &plan.layers, &editions, None)?;
    let written = disk::write_bundle(&bundle, out, prune)?;
    Ok(Report { findings, written })
}
