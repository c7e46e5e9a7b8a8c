//! Pieces that pages are made of.

mod card;
mod chart_cursor;
mod chart_frame;
mod export;
mod findings;
mod light;
mod link;
mod provenance;
mod seal;
mod shell;
mod spark;
mod strip;
mod township_map;

pub use card::CardView;
pub use chart_cursor::ChartCursor;
pub use chart_frame::{ChartFrame, Face};
pub use export::ExportTools;
pub use findings::{FindingsNotice, TroubleNotice};
pub use light::{LightLabel, LightMark, colour_word};
pub use link::Link;
pub use provenance::{DemoMark, ProvenanceMark};
pub use seal::Seal;
pub use shell::{Footer, Header};
pub use spark::SparkView;
pub use strip::StripView;
pub use township_map::{Notes, TownshipMap};
