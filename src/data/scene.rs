//! What is on the screen: a manifest, one of its editions, and what was wrong with either.

use std::sync::Arc;

use crate::domain::{Edition, RulePack};
use crate::snapshot::{Finding, Manifest, SnapshotEntry};

/// Everything a page draws from.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The manifest.
    pub manifest: Arc<Manifest>,
    /// The manifest's entry of the edition.
    pub entry: SnapshotEntry,
    /// The edition.
    pub edition: Arc<Edition>,
    /// The edition against which it is compared, where the reader chose one.
    pub compared: Option<Arc<Edition>>,
    /// The rule pack in force.
    pub rule: RulePack,
    /// Records that were left out or doubted, of both files.
    pub findings: Vec<Finding>,
    /// Whether it is the last good data kept from an earlier visit.
    pub kept: bool,
}

/// Why the data asked for are not on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// The file that failed, as named in the manifest.
    pub file: String,
    /// What was wrong.
    pub findings: Vec<Finding>,
}
