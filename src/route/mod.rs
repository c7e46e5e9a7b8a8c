//! The address is the state: everything a reader can choose lives in the query string.
//!
//! Unknown names are ignored and unknown values fall back to their defaults; reading never fails.

mod query;
mod view_state;

pub use query::{decode, encode};
pub use view_state::{
    DueFilter, Face, Group, Hide, LightFilter, Looks, Selected, Sort, Theme, View, ViewState,
};
