//! One file a page.

mod about;
mod brief;
mod changes;
mod department_roles;
mod departments;
mod domain;
mod goal_filters;
mod goal_list;
mod goal_relations;
mod goal_townships;
mod goal_trend;
mod indicator;
mod indicators;
mod kept;
mod map;
mod map_base;
mod map_canvas;
mod map_cursor;
mod map_export;
mod map_find;
mod map_flight;
mod map_ground;
mod map_layers;
mod map_legend;
mod map_list;
mod map_marks;
mod map_pointing;
mod map_site;
mod map_small;
mod map_time;
mod map_town;
mod notice_lines;
mod notices;
mod organisation;
mod overview;
mod pointed;
mod progress;
mod projects;
mod responsibility;
mod site_figure;
mod strip_cursor;
mod styleguide;
mod task_board;
mod task_filters;
mod task_fold;
mod task_goals;
mod task_keys;
mod task_line;
mod task_row;
mod task_table;
mod task_time;
mod tasks;
mod wall_setup;
mod windowed;

pub use about::AboutView;
pub use brief::BriefView;
pub use changes::ChangesView;
pub use departments::DepartmentsView;
pub use domain::DomainView;
pub use indicator::IndicatorView;
pub use indicators::IndicatorsView;
pub use map::MapView;
pub use notices::NoticesView;
pub use organisation::OrganisationView;
pub use overview::OverviewView;
pub use progress::ProgressView;
pub use projects::ProjectsView;
pub use responsibility::ResponsibilityView;
pub use styleguide::StyleguideView;
pub use tasks::TasksView;
pub use wall_setup::WallSetup;

use std::sync::Arc;

use leptos::prelude::Callback;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::Scope;
use crate::ui::context::{Asked, RecordFile, RecordFiles, use_record_files};

/// Makes a record of a scene as JSON, for an address.
pub fn json_of(id: String, scene: Arc<Scene>, lang: Lang) -> Callback<String, RecordFile> {
    let RecordFiles(write) = use_record_files();
    let asked = Asked { id, scene, lang };
    Callback::new(move |address: String| write(asked.clone(), address))
}

/// The scope of a scene.
pub fn scope(scene: &Scene, lang: Lang) -> Scope<'_> {
    Scope { edition: &scene.edition, compared: scene.compared.as_deref(), rule: &scene.rule, lang }
}
