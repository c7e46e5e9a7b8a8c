//! From an office's tables to what is put on the server. Pure: files come as bytes in memory.
//!
//! Every cell that is lost on the way is named in a [`Finding`](crate::snapshot::Finding) with
//! its file, row and column. An error refuses the publication, a warning does not.

pub mod bundle;
pub mod cells;
#[cfg(not(target_arch = "wasm32"))]
pub mod demo;
pub mod figures;
pub mod goals;
pub mod head;
pub mod inspect;
pub mod layers;
pub mod log;
pub mod plan;
pub mod readings;
pub mod records;
pub mod sheet;
pub mod sources;
pub mod tables;

pub use bundle::{Bundle, Previous};
pub use head::Head;
pub use layers::BoundaryFile;
pub use log::refuses;
pub use plan::{Plan, read};
pub use tables::Tables;
