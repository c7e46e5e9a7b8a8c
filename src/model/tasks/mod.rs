//! The task table (任务表): every task of the plan as a tree, with who answers for it and how it stands.

mod board;
mod ledger;
mod list;
mod measure;
mod picture;
mod row;
mod sheet;
mod timeline;
mod walk;

pub use board::Lane;
pub use ledger::{Entry, Ledger};
pub use list::{Division, Shown, TaskList};
pub use measure::{Measure, Next};
pub use row::{Above, Lead, Rows, TaskRow};
pub use timeline::{Axis, Bar, Milestone, State, bar};
pub use walk::{Walk, walk};
