//! What narrows, orders and divides the table of tasks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::tasks::{Ledger, TaskList};
use crate::route::{DueFilter, Sort};
use crate::ui::components::filters::{
    ClearButton, DepartmentChoice, DomainChoice, Filter, FindField, GroupChoice, LightChoice, SortChoice,
    named, or_any, record,
};

/// The orders of the table.
const SORTS: &[Sort] = &[Sort::Plan, Sort::Light, Sort::Due, Sort::Name];

/// The filters; each writes itself into the address.
#[component]
pub fn TaskFilters(
    /// The tasks; what they offer to choose from.
    ledger: Arc<Ledger>,
    /// What is shown of them.
    listed: Memo<TaskList>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let domains = ledger.domains.iter().map(|[id, name, _]| (id.clone(), name.clone())).collect();
    let dues = named(&[
        (DueFilter::Any.code(), say!(lang, any)),
        (DueFilter::Past.code(), say!(lang, due_past)),
        (DueFilter::Days30.code(), say!(lang, due_30)),
        (DueFilter::Days60.code(), say!(lang, due_60)),
        (DueFilter::Days90.code(), say!(lang, due_90)),
        (DueFilter::Days180.code(), say!(lang, due_180)),
    ]);
    let filtered = Signal::derive(move || listed.with(|list| list.filtered));
    view! {
        <search class="filters is-many">
            <FindField lang label=say!(lang, find_task) />
            <DomainChoice domains lang />
            <DepartmentChoice departments=ledger.departments.clone() lang />
            <Filter
                label=say!(lang, project)
                options=or_any(ledger.projects.iter().cloned(), lang)
                get=|state| state.project.clone().unwrap_or_default()
                set=|state, value| state.project = record(value)
            />
            <LightChoice lang />
            <Filter
                label=say!(lang, due_by)
                options=dues
                get=|state| state.due.code().into()
                set=|state, value| state.due = DueFilter::from_code(&value).unwrap_or_default()
            />
            <SortChoice sorts=SORTS lang />
            <GroupChoice undivided=say!(lang, group_plan) lang />
            <ClearButton filtered lang />
        </search>
    }
}
