//! The progress table (进度表): planned against actual, month by month.

mod list;
mod months;
mod picture;
mod row;
mod sheet;

pub use list::{Group, Progress, Tracks};
pub use months::{Mark, MonthCell};
pub use row::{Kind, Row};
