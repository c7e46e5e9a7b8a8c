//! The task table (任务表): every task of the plan as a tree, with who answers for it and how it stands.

mod ledger;
mod list;
mod row;
mod sheet;

pub use ledger::{Entry, Ledger};
pub use list::{Division, Shown, TaskList};
pub use row::{Above, Lead, Rows, TaskRow};
