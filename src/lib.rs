//! biaogan 标杆: how a district carries out a plan, month by month.

pub mod domain;
pub mod model;
pub mod route;
pub mod snapshot;
