//! View models: an edition and the reader's choice, turned into plain structs that a view can draw.
//!
//! All words and figures are finished here, in the reader's language; a view only places them.

pub mod about;
pub mod bars;
pub mod card;
pub mod changes;
pub mod choropleth;
pub mod classing;
pub mod csv;
pub mod domain_page;
pub mod dues;
pub mod frame;
pub mod headline;
pub mod kinds;
pub mod label;
pub mod list;
pub mod map;
pub mod meta;
pub mod outline;
pub mod overview;
pub mod page;
pub mod picture;
pub mod places;
pub mod relations;
pub mod scope;
pub mod search;
pub mod sheets;
pub mod showcase;
pub mod small_map;
pub mod spark;
pub mod spots;
pub mod strip;
pub mod table;
pub mod tasks;
pub mod trend;
pub mod versus;
pub mod why;
pub mod words;
pub mod xlsx;

pub use card::{Card, CardFigure, Provenance};
pub use overview::Overview;
pub use scope::Scope;
pub use versus::Versus;
