//! What narrows and orders the list of units.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::departments::UnitList;
use crate::route::Sort;
use crate::ui::components::filters::{
    ClearButton, Filter, FindField, LightChoice, SortChoice, or_any, record,
};

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
    let domains =
        scene.edition.domains.iter().map(|domain| (domain.id.clone(), domain.name.get(lang).to_owned()));
    let filtered = Signal::derive(move || listed.with(|list| list.filtered));
    view! {
        <search class="filters">
            <FindField lang />
            <Filter
                label=say!(lang, domain)
                options=or_any(domains, lang)
                get=|state| state.domain.clone().unwrap_or_default()
                set=|state, value| state.domain = record(value)
            />
            <LightChoice lang />
            <SortChoice sorts=SORTS lang />
            <ClearButton filtered lang />
        </search>
    }
}
