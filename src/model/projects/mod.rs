//! Projects: works, systems, platforms, bases, parks, events and pilots, as a ledger and one by one.

mod ledger;
mod line;
mod list;
mod members;
mod page;
mod picture;
mod sheet;
mod state;
mod timeline;

pub use ledger::{ProjectEntry, ProjectLedger, headline};
pub use line::{ProjectLine, State, is_site_of, named};
pub use list::{ProjectDivision, ProjectList, ShownProject};
pub use members::{Basis, Members, head, part_of};
pub use page::{PartOf, ProjectPage, project_page};
pub use state::{NextDue, Stands};
pub use timeline::{Lane, Mark, MarkKind, Timeline};
