//! Units and bodies: what each leads, supports and supervises, and how that stands. A unit never has one light: the
//! lights of what it leads are counted.

mod dated;
mod duty;
mod page;
mod register;
mod score;
mod sheet;

pub use dated::{Calendar, Dated, Horizon};
pub use duty::{Duties, Duty, Role, Share};
pub use page::{GoalLine, Partner, RoleTasks, UnitPage, page};
pub(super) use register::remarks;
pub use register::{Next, Register, UnitList, UnitRow};
pub use score::{Arithmetic, Board, ScoreLine, Scoring, Term, arithmetic, score_sheet, scoring};
pub use sheet::unit_sheet;
