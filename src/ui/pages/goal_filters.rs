//! What narrows, orders and divides a list of goals.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::list::List;
use crate::route::{LightFilter, Sort};
use crate::ui::components::filters::{
    ClearButton, DepartmentChoice, DomainChoice, FindField, GroupChoice, LightChoice, SortChoice,
};
use crate::ui::context::use_route;

/// The orders of the list.
const SORTS: &[Sort] = &[Sort::Plan, Sort::Light, Sort::Gap, Sort::Due, Sort::Name];

/// The filters; each writes itself into the address.
#[component]
pub fn GoalFilters(
    /// What is shown.
    scene: Arc<Scene>,
    /// The list; what it offers to choose from.
    listed: Memo<List>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let domains = scene.edition.domains.iter();
    let domains = domains.map(|domain| (domain.id.clone(), domain.name.get(lang).to_owned())).collect();
    let leads = listed.with_untracked(|list| list.leads.clone());
    let filtered = Signal::derive(move || {
        state.with(|state| {
            state.domain.is_some()
                || state.dept.is_some()
                || state.light != LightFilter::Any
                || !state.q.is_empty()
        })
    });
    view! {
        <search class="filters">
            <FindField lang />
            <DomainChoice domains lang />
            <LightChoice lang />
            <DepartmentChoice departments=leads label=say!(lang, lead) lang />
            <SortChoice sorts=SORTS lang />
            <GroupChoice undivided=say!(lang, group_none) lang />
            <ClearButton filtered lang />
        </search>
    }
}
