//! What a plan is made of and how its standing is computed. Pure: no browser, no files, no clock.

pub mod attainment;
pub mod change;
pub mod crs;
pub mod edition;
pub mod forecast;
pub mod format;
pub mod goal;
pub mod indicator;
pub mod light;
pub mod month;
pub mod names;
pub mod order;
pub mod pace;
pub mod record;
pub mod rule;
pub mod series;
pub mod standing;
pub mod tally;
pub mod task;
pub mod unit;

pub use edition::{Edition, EditionKind};
pub use goal::{Comparator, Direction, Goal, Kind};
pub use indicator::{Baseline, DuePoint, Event, Indicator, LeadBasis};
pub use light::Light;
pub use month::{Day, Month};
pub use names::{Lang, Names};
pub use pace::{Pace, PlanPoint};
pub use record::{Department, Document, Domain, OrgUnit, Precision, Project, Site, Source, Township};
pub use rule::{RuleKind, RulePack};
pub use series::{Figure, Missing, Observation, Reason, Series, Status};
pub use standing::{Assessment, Standing};
pub use tally::Tally;
pub use task::Task;
pub use unit::{Unit, UnitKind};
