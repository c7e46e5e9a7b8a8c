//! One file a page.

mod indicator;
mod indicators;
mod overview;

pub use indicator::IndicatorView;
pub use indicators::IndicatorsView;
pub use overview::OverviewView;

use std::sync::Arc;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::Scope;

/// The scope of a scene.
fn scope(scene: &Arc<Scene>, lang: Lang) -> Scope<'_> {
    Scope { edition: &scene.edition, rule: &scene.rule, lang }
}
