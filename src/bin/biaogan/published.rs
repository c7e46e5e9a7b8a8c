//! A published folder: its manifest, and the editions that it names.

use std::path::Path;

use biaogan::domain::{Edition, Month, RulePack};
use biaogan::publish::bundle::INDEX;
use biaogan::snapshot::{
    Decoded, Finding, Manifest, Place, SnapshotEntry, integrity, read_manifest, read_snapshot,
};

use super::disk::{self, DiskError};

/// Why a published file gives nothing.
pub enum Unread {
    /// The disk does not give it, or it is something else than was asked for.
    Disk(DiskError),
    /// What it holds is not right.
    Data(Vec<Finding>),
}

impl From<DiskError> for Unread {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}

/// A published folder.
pub struct Published<'a> {
    folder: &'a Path,
    /// What it says of itself.
    pub manifest: Manifest,
    /// What was found in what has been read so far.
    pub findings: Vec<Finding>,
}

impl<'a> Published<'a> {
    /// Reads the manifest of a folder.
    ///
    /// # Errors
    /// When there is none, or it cannot be understood.
    pub fn open(folder: &'a Path) -> Result<Self, Unread> {
        let text = String::from_utf8_lossy(&disk::read(&disk::index(folder))?).into_owned();
        let read = read_manifest(&text).map_err(|findings| Unread::Data(placed(INDEX, findings)))?;
        Ok(Self { folder, manifest: read.value, findings: placed(INDEX, read.findings) })
    }

    /// What can be read at all, but does not hold what was asked for.
    pub fn lacks(&self, what: &'static str) -> DiskError {
        DiskError::Unfit { path: disk::index(self.folder), what }
    }

    /// The entry of a month's edition; of the newest for `None`.
    ///
    /// # Errors
    /// When there is no such edition.
    pub fn entry(&self, month: Option<Month>) -> Result<SnapshotEntry, DiskError> {
        let entry = match month {
            Some(month) => self.manifest.snapshot(month),
            None => self.manifest.latest(),
        };
        entry.cloned().ok_or_else(|| self.lacks("there is no edition of that month"))
    }

    /// The rule by which lights are given.
    ///
    /// # Errors
    /// When none is declared.
    pub fn rule(&self) -> Result<RulePack, DiskError> {
        self.manifest.rule().cloned().ok_or_else(|| self.lacks("no rule pack is declared"))
    }

    /// An edition, once its bytes are found to be those that the manifest names.
    ///
    /// # Errors
    /// When it cannot be read or understood, or is another file.
    pub fn edition(&mut self, entry: &SnapshotEntry) -> Result<Edition, Unread> {
        let bytes = disk::read(&self.folder.join(&entry.file))?;
        let wrong = |findings| Unread::Data(placed(&entry.file, findings));
        integrity::verify(&bytes, entry.bytes, &entry.sha256).map_err(|finding| wrong(vec![finding]))?;
        let Decoded { value, findings } = read_snapshot(&String::from_utf8_lossy(&bytes)).map_err(wrong)?;
        self.findings.extend(placed(&entry.file, findings));
        Ok(value)
    }
}

fn placed(file: &str, findings: Vec<Finding>) -> Vec<Finding> {
    let place = || Place { file: file.to_owned(), ..Place::default() };
    findings.into_iter().map(|finding| finding.at(place())).collect()
}

/// Whether an address is one of the web.
pub fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}
