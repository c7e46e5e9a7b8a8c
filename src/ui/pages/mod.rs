//! One file a page.

mod about;
mod domain;
mod goal_trend;
mod indicator;
mod indicators;
mod map;
mod map_list;
mod overview;
mod styleguide;

pub use about::AboutView;
pub use domain::DomainView;
pub use indicator::IndicatorView;
pub use indicators::IndicatorsView;
pub use map::MapView;
pub use overview::OverviewView;
pub use styleguide::StyleguideView;

use std::sync::Arc;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::Scope;

/// The scope of a scene.
fn scope(scene: &Arc<Scene>, lang: Lang) -> Scope<'_> {
    Scope { edition: &scene.edition, rule: &scene.rule, lang }
}
