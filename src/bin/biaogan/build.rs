//! `biaogan build`: a folder of tables becomes a publication.

use std::path::Path;

use biaogan::domain::Readings;
use biaogan::publish::{self, Bundle, Previous, refuses};
use biaogan::snapshot::{Manifest, read_manifest, read_readings};

use super::disk::{self, DiskError};
use super::report::Report;

/// Builds `folder` into `out`, unless the findings refuse it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn run(folder: &Path, out: &Path, prune: bool) -> Result<Report, DiskError> {
    let tables = disk::read_tables(folder)?;
    let decoded = match publish::read(&tables) {
        Ok(decoded) => decoded,
        Err(findings) => return Ok(Report { findings, ..Report::default() }),
    };
    let (plan, findings) = (decoded.value, decoded.findings);
    if refuses(&findings) {
        return Ok(Report { findings, ..Report::default() });
    }
    let previous = previous(out, &plan.head.district.code)?;
    let bundle = Bundle::new(&plan.head, &plan.layers, &[plan.edition], previous.as_ref())?;
    let written = disk::write_bundle(&bundle, out, prune)?;
    Ok(Report { findings, written })
}

/// What is already in `out`, if it is the same district's.
fn previous(out: &Path, code: &str) -> Result<Option<Previous>, DiskError> {
    let path = disk::index(out);
    if !path.is_file() {
        return Ok(None);
    }
    let unfit = |what| DiskError::Unfit { path: path.clone(), what };
    let text = String::from_utf8_lossy(&disk::read(&path)?).into_owned();
    let manifest =
        read_manifest(&text).map_err(|_| unfit("no readable manifest; nothing was written"))?.value;
    if manifest.district.code == code {
        let readings = readings(out, &manifest).unwrap_or_default();
        Ok(Some(Previous { manifest, readings }))
    } else {
        Err(unfit("the manifest of another district; nothing was written"))
    }
}

/// The readings that a manifest names. They can be made anew, so that a file that is lost or bad is none.
fn readings(out: &Path, manifest: &Manifest) -> Option<Readings> {
    let bytes = disk::read(&out.join(&manifest.readings.as_ref()?.file)).ok()?;
    Some(read_readings(&String::from_utf8_lossy(&bytes)).ok()?.value)
}
