//! View models: an edition and the reader's choice, turned into plain structs that a view can draw.
//!
//! All words and figures are finished here, in the reader's language; a view only places them.

pub mod card;
pub mod changes;
pub mod choropleth;
pub mod classing;
pub mod dues;
pub mod headline;
pub mod label;
pub mod list;
pub mod map;
pub mod meta;
pub mod outline;
pub mod overview;
pub mod page;
pub mod picture;
pub mod places;
pub mod scope;
pub mod search;
pub mod small_map;
pub mod spark;
pub mod spots;
pub mod strip;
pub mod trend;
pub mod versus;
pub mod why;
pub mod words;

pub use card::{Card, CardFigure, Provenance};
pub use overview::Overview;
pub use scope::Scope;
pub use versus::Versus;
