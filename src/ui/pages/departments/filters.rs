//! What narrows and orders the list of units.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::departments::UnitList;
use crate::route::Sort;
use crate::ui::components::filters::{ClearButton, DomainChoice, FindField, LightChoice, SortChoice};

/// The orders of the list.
const SORTS: &[Sort] = &[Sort::Plan, Sort::Most, Sort::Light, Sort::Due, Sort::Name];

/// The filters; each writes itself into the address.
#[component]
pub fn UnitFilters(
    /// What is shown.
    scene: Arc<Scene>,
    /// The units.
    listed: Memo<UnitList>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let domains = scene.edition.domains.iter();
    let domains = domains.map(|domain| (domain.id.clone(), domain.name.get(lang).to_owned())).collect();
    let filtered = Signal::derive(move || listed.with(|list| list.filtered));
    view! {
        <search class="filters">
            <FindField lang />
            <DomainChoice domains lang />
            <LightChoice lang />
            <SortChoice sorts=SORTS lang />
            <ClearButton filtered lang />
        </search>
    }
}
