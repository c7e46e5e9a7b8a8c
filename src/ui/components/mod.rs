//! Pieces that pages are made of.

mod card;
mod card_states;
mod choice;
mod choices;
mod colophon;
mod counts;
mod findings;
mod light;
mod link;
mod provenance;
mod seal;
mod share;
mod shell;
mod spark;
mod strip;
mod toast;
mod township_map;
mod versus;

pub use card::CardView;
pub use card_states::{FailedCard, LoadingCard};
pub use choice::{Choice, Segments};
pub use colophon::Footer;
pub use counts::LightCounts;
pub use findings::{FindingsNotice, TroubleNotice};
pub use light::{LightLabel, LightMark, colour_word};
pub use link::Link;
pub use provenance::{DemoMark, ProvenanceMark};
pub use seal::Seal;
pub use share::Share;
pub use shell::Header;
pub use spark::SparkView;
pub use strip::StripView;
pub use toast::{Toast, provide_notice, use_notice};
pub use township_map::{Notes, TownshipMap};
pub use versus::VersusView;
