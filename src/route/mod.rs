//! The address is the state: everything a reader can choose lives in the query string.
//!
//! Unknown names are ignored and unknown values fall back to their defaults; reading never fails.

mod embed;
mod map_look;
mod message;
mod query;
mod towns;
mod values;
mod view_state;
mod wall;

pub use embed::{Embed, Hide, Piece};
pub use map_look::MapLook;
pub use message::{Request, SET, Told, VERSION};
pub use query::{decode, encode};
pub use values::{Classes, DueFilter, Every, Face, Group, LightFilter, Rows, Sort, Theme, View};
pub use view_state::{Looks, Selected, ViewState};
pub use wall::{Daylight, REFRESH, ROTATE, Scale, Turn, Wall, WallPage, seconds};
