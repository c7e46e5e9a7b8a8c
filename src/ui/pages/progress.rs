//! The progress table (进度表): planned against actual, month by month.

mod months;
mod table;

use std::sync::Arc;

use leptos::prelude::*;

use self::table::ProgressTable;
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::echarts::use_colours;
use crate::model::progress::{Progress, Tracks};
use crate::option;
use crate::route::{Group, Sort, ViewState};
use crate::ui::components::filters::{
    ClearButton, DepartmentChoice, DomainChoice, Filter, FindField, LightChoice, SortChoice, named,
};
use crate::ui::components::{DemoMark, Drawing, ExportTools, LightCounts, TableTabs};
use crate::ui::context::use_route;
use crate::ui::readings::with_readings;

/// The orders of the table.
const SORTS: &[Sort] = &[Sort::Plan, Sort::Light, Sort::Gap, Sort::Due, Sort::Name];

/// The progress table (进度表): planned against actual, month by month.
#[component]
pub fn ProgressView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let progress = with_readings(&scene, |scene| Progress::new(&scope(scene, lang)));
    let listed = Memo::new(move |_| progress.with(|progress| route.state.with(|state| progress.list(state))));
    let head = progress.with_untracked(|it| (it.dateline.clone(), it.headline.clone(), it.demo));
    let (dateline, headline, demo) = head;
    let file = ["progress".to_owned(), scene.edition.month.to_string()];
    let sheet = {
        let scene = scene.clone();
        move |()| {
            progress.with_untracked(|progress| {
                route.state.with_untracked(|state| progress.sheet(&scope(&scene, lang), state))
            })
        }
    };
    let colours = use_colours();
    let picture = move |address: String| {
        let picture = progress.with_untracked(|progress| {
            route.state.with_untracked(|state| progress.picture(&scope(&scene, lang), state, &address))
        });
        Drawing::coloured(colours, |palette| option::time_picture(&picture, palette))
    };
    let picture = Callback::new(picture);
    view! {
        <section class="page">
            <TableTabs lang />
            <p class="dateline"><span>{dateline}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{headline}</h1>
            <Filters progress listed lang />
            <div class="list-head">
                {move || view! { <LightCounts tally=listed.with(|list| list.tally) lang /> }}
                <p class="task-count" aria-live="polite">{move || listed.with(|list| list.counted.clone())}</p>
            </div>
            <p class="caption">{say!(lang, progress_note)}</p>
            <ProgressTable progress listed lang />
            <div class="list-foot"><ExportTools file sheet picture=Some(picture) lang /></div>
        </section>
    }
}

/// What narrows, orders and divides the table.
#[component]
fn Filters(progress: Memo<Arc<Progress>>, listed: Memo<Tracks>, lang: Lang) -> impl IntoView {
    let (domains, departments) = progress.with_untracked(|progress| {
        let domains = progress.domains.iter().map(|[id, name, _]| (id.clone(), name.clone()));
        (domains.collect::<Vec<_>>(), progress.departments.clone())
    });
    let groups = named(&[
        (Group::None.code(), say!(lang, by_domain)),
        (Group::Light.code(), say!(lang, light)),
        (Group::Lead.code(), say!(lang, lead)),
    ]);
    let filtered = Signal::derive(move || listed.with(|list| list.filtered));
    view! {
        <search class="filters is-many">
            <FindField lang />
            <DomainChoice domains lang />
            <DepartmentChoice departments lang />
            <LightChoice lang />
            <SortChoice sorts=SORTS lang />
            <Filter
                label=say!(lang, group)
                options=groups
                get=|state: &ViewState| match state.group {
                    Group::Domain => Group::None.code().into(),
                    group => group.code().into(),
                }
                set=|state: &mut ViewState, value| state.group = Group::from_code(&value).unwrap_or_default()
            />
            <ClearButton filtered lang />
        </search>
    }
}
