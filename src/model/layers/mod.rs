//! What the large map shows besides places: figures per township in classes, as circles, over the months, and the lights
//! of what is carried out there.

mod cuts;
mod distance;
mod lights;
mod multiples;
mod ramp;
mod site_filter;
mod symbols;
mod time;

pub use lights::{SiteGoals, TownLight};
pub use multiples::{Multiple, Multiples, multiples};
pub use ramp::{Ramp, ramp};
pub use site_filter::{SiteChoices, SiteFilter};
pub use symbols::{Nested, Symbol, Symbols, middle};
pub use time::{PACE, Timeline};
