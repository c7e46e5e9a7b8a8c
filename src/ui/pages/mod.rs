//! One file a page.

mod about;
mod domain;
mod goal_filters;
mod goal_list;
mod goal_relations;
mod goal_townships;
mod goal_trend;
mod indicator;
mod indicators;
mod map;
mod map_list;
mod overview;
mod pointed;
mod styleguide;
mod task_cells;
mod task_filters;
mod task_row;
mod task_table;
mod tasks;

pub use about::AboutView;
pub use domain::DomainView;
pub use indicator::IndicatorView;
pub use indicators::IndicatorsView;
pub use map::MapView;
pub use overview::OverviewView;
pub use styleguide::StyleguideView;
pub use tasks::TasksView;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::Scope;

/// The scope of a scene.
pub fn scope(scene: &Scene, lang: Lang) -> Scope<'_> {
    Scope { edition: &scene.edition, compared: scene.compared.as_deref(), rule: &scene.rule, lang }
}
