//! The address is the state: everything a reader can choose lives in the query string.
//!
//! Unknown names are ignored and unknown values fall back to their defaults; reading never fails.

mod query;
mod values;
mod view_state;
mod wall;

pub use query::{decode, encode};
pub use values::{DueFilter, Face, Group, LightFilter, Rows, Sort, Theme, View};
pub use view_state::{Hide, Looks, Selected, ViewState};
pub use wall::{DESIGN, Daylight, REFRESH, ROTATE, Scale, Turn, Wall, WallPage, seconds};
