//! The wire format: what the published files look like, and how they become an [`Edition`].
//!
//! Reading never fails on one bad record: it is left out, counted and named in a [`Finding`].
//! Only a file that cannot be understood as a whole is refused.
//!
//! [`Edition`]: crate::domain::Edition

pub mod basemap;
pub mod boundary;
pub mod check;
pub mod config;
pub mod decode;
pub mod encode;
pub mod fields;
pub mod finding;
pub mod integrity;
pub mod manifest;
pub mod migrate;
mod phrase;
mod pointer;
pub mod read;
pub mod readings;
mod records;
pub mod renewal;
pub mod rules;

pub use basemap::{Basemap, BasemapKind};
pub use boundary::{Boundaries, Region};
pub use config::{Config, read_config};
pub use decode::{read_snapshot, read_snapshot_resting};
pub use encode::write_snapshot;
pub use finding::{Code, Finding, Place, Severity};
pub use manifest::{Crs, District, Layer, LayerRole, Manifest, ReadingsFile, SnapshotEntry, read_manifest};
pub use readings::{read_readings, write_readings};
pub use rules::read_rules;

/// The version of the wire format that this program writes.
pub const SCHEMA: u32 = 2;

/// The largest file that is read at all, in bytes.
pub const MAX_BYTES: u64 = 96 * 1024 * 1024;

/// What was read, and what was wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded<T> {
    /// The part that could be read.
    pub value: T,
    /// What could not, or only with doubt.
    pub findings: Vec<Finding>,
}
