//! The big screen: pages composed for a wall, one after another.

pub mod canvas;
mod cockpit;
pub mod map;
pub mod order;
mod programme;
pub mod rotation;
pub mod time;

pub use canvas::{Canvas, Layout};
pub use cockpit::{Cockpit, Line, cockpit};
pub use programme::{Leaf, Programme};
pub use time::shift;
