//! All projects in divisions, with what narrows and divides them.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::scope;
use super::line::{Line, LineHead};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::projects::{ProjectDivision, ProjectLedger};
use crate::route::Group;
use crate::ui::components::filters::{
    ClearButton, DepartmentChoice, DomainChoice, Filter, FindField, LightChoice, named,
};
use crate::ui::components::{DemoMark, ExportTools, Seal};
use crate::ui::context::use_route;
use crate::ui::readings::with_readings;

/// The ledger.
#[component]
pub fn Ledger(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let ledger = with_readings(&scene, |scene| ProjectLedger::new(&scope(scene, lang)));
    let listed = Memo::new(move |_| ledger.with(|ledger| route.state.with(|state| ledger.list(state))));
    let file = ["projects".to_owned(), scene.edition.month.to_string()];
    let sheet = move |()| {
        ledger.with_untracked(|ledger| {
            route.state.with_untracked(|state| ledger.sheet(&scope(&scene, lang), state))
        })
    };
    let first = ledger.get_untracked();
    let filtered = Signal::derive(move || listed.with(|list| list.filtered));
    let divisions = move || {
        let divisions = listed.with(|list| list.divisions.clone()).into_iter();
        let ledger = ledger.get_untracked();
        divisions.map(|division| view! { <Division division ledger=ledger.clone() lang /> }).collect_view()
    };
    view! {
        <section class="page">
            <p class="dateline"><span>{first.dateline.clone()}</span>{first.demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{first.headline.clone()}</h1>
            <Filters ledger=first filtered lang />
            <div class="list-head">
                <p class="caption">{say!(lang, projects_note)}</p>
                <p class="task-count" aria-live="polite">{move || listed.with(|list| list.counted.clone())}</p>
            </div>
            <Show
                when=move || listed.with(|list| !list.divisions.is_empty())
                fallback=move || view! { <p class="empty">{say!(lang, no_projects)}</p> }
            >
                <table class="projects is-ledger">
                    <LineHead lang />
                    {divisions}
                </table>
            </Show>
            <div class="list-foot"><ExportTools file sheet lang /></div>
        </section>
    }
}

#[component]
fn Filters(ledger: Arc<ProjectLedger>, filtered: Signal<bool>, lang: Lang) -> impl IntoView {
    let domains = ledger.domains.iter().map(|[id, name, _]| (id.clone(), name.clone())).collect();
    let groups = named(&[
        (Group::None.code(), say!(lang, group_work)),
        (Group::Kind.code(), say!(lang, project_kind)),
        (Group::Domain.code(), say!(lang, domain)),
        (Group::Lead.code(), say!(lang, lead)),
    ]);
    view! {
        <search class="filters is-many">
            <FindField lang />
            <DomainChoice domains lang />
            <DepartmentChoice departments=ledger.departments.clone() lang />
            <LightChoice lang />
            <Filter
                label=say!(lang, group)
                options=groups
                get=|state| state.group.code().into()
                set=|state, value| state.group = Group::from_code(&value).unwrap_or_default()
            />
            <ClearButton filtered lang />
        </search>
    }
}

#[component]
fn Division(division: ProjectDivision, ledger: Arc<ProjectLedger>, lang: Lang) -> impl IntoView {
    let route = use_route();
    let ProjectDivision { title, domain, counted, rows } = division;
    let class = domain.as_ref().map(|(number, _)| format!("domain-{number}")).unwrap_or_default();
    let headed = !title.is_empty();
    let seal = domain.map(|(number, seal)| view! { <Seal number seal /> });
    let head = headed.then(|| {
        view! {
            <tr class="division-row">
                <th scope="rowgroup" colspan="7">
                    <span class="division">{seal}<span>{title}</span><span class="task-count">{counted}</span></span>
                </th>
            </tr>
        }
    });
    let rows = rows.into_iter().map(|shown| {
        let entry = &ledger.entries[shown.at];
        let mut line = entry.line.clone();
        // In the tree the rows above say it.
        if !headed {
            line.part_of = None;
        }
        let class = match (headed, shown.depth, shown.context) {
            (false, 0, false) => "is-head".to_owned(),
            (false, 0, true) => "is-head is-context".to_owned(),
            (_, depth, context) => {
                format!("depth-{}{}", depth.min(3), if context { " is-context" } else { "" })
            }
        };
        view! { <Line line class state=route.state.get_untracked() lang /> }
    });
    let rows = rows.collect_view();
    view! { <tbody class=class>{head}{rows}</tbody> }
}
