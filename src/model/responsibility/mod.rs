//! The responsibility table (责任表): who leads, supports and supervises what, and who works with whom.

mod duties;
mod flow;
mod list;
mod matrix;
mod ribbons;
mod sheet;
mod units;
mod walk;

pub use duties::Role;
pub use flow::{Flow, Pair};
pub use list::{Duties, Sums, rows_of};
pub use matrix::{Chosen, Matrix, Row};
pub use ribbons::{Node, Picture, Ribbon};
pub use units::Unit;
pub use walk::{DEPARTMENTS, FOLD, NAME, Place, step};
