//! What both faces have in common: date, switch, filters, and why nothing is compared.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;
use crate::route::{DueFilter, Face, View};
use crate::ui::components::filters::{ClearButton, DepartmentChoice, DomainChoice, Filter, named};
use crate::ui::components::{DemoMark, LiveLink, Segments};
use crate::ui::context::{use_loader, use_route};

/// As of when, against what, and whether figures are generated.
#[component]
pub fn Dateline(
    /// As of when.
    as_of: String,
    /// Against what.
    since: Option<String>,
    /// Whether figures are generated.
    demo: bool,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <p class="dateline">
            <span>{as_of}</span>{since.map(|since| view! { <span>{since}</span> })}
            {demo.then(|| view! { <DemoMark lang /> })}
        </p>
    }
}

/// Changes or agenda; of which domain and department, and within how many days things fall due.
#[component]
pub fn Tools(
    /// What is shown.
    scene: Arc<Scene>,
    /// The departments to choose from: id and name.
    departments: Vec<(String, String)>,
    /// Whether a filter narrows the page.
    #[prop(into)]
    filtered: Signal<bool>,
    /// The language.
    lang: Lang,
    /// What else can be done with the page.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let route = use_route();
    let domains: Vec<(String, String)> = scene
        .edition
        .domains
        .iter()
        .map(|domain| (domain.id.clone(), domain.name.get(lang).to_owned()))
        .collect();
    let days = named(&[
        (DueFilter::Days30.code(), say!(lang, due_30)),
        (DueFilter::Days60.code(), say!(lang, due_60)),
        (DueFilter::Any.code(), say!(lang, due_90)),
        (DueFilter::Days180.code(), say!(lang, due_180)),
    ]);
    let notices = Signal::derive(move || route.state.with(|state| state.to_view(View::Notices)));
    let hidden = move || route.state.with(|state| state.hidden().filters);
    view! {
        <div class="changes-face">
            <Segments
                label=say!(lang, face)
                options=vec![
                    (Face::Table.code(), say!(lang, changes)),
                    (Face::Agenda.code(), say!(lang, agenda)),
                ]
                chosen=Signal::derive(move || {
                    route.state.with(|state| if state.face == Face::Agenda { Face::Agenda } else { Face::Table }.code())
                })
                choose=Callback::new(move |code| {
                    route.change(|state| {
                        state.face = Face::from_code(code).unwrap_or_default();
                        state.item = None;
                    });
                })
            />
            {children.map(|children| children())}
            <LiveLink to=notices class="to-notices">{say!(lang, notices)}</LiveLink>
        </div>
        <search class="filters" hidden=hidden>
            <DomainChoice domains lang />
            <DepartmentChoice departments lang />
            <Filter
                label=say!(lang, due_within)
                options=days
                get=|state| match state.due {
                    DueFilter::Past | DueFilter::Days90 => DueFilter::Any,
                    due => due,
                }.code().into()
                set=|state, value| state.due = DueFilter::from_code(&value).unwrap_or_default()
            />
            <ClearButton filtered lang />
        </search>
    }
}

/// Why nothing is compared, where nothing is.
#[component]
pub fn NotCompared(
    /// What is shown.
    scene: Arc<Scene>,
    /// Whether the page then lists only what falls due.
    #[prop(optional)]
    only_due: bool,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (outcome, state) = (use_loader().outcome, use_route().state);
    let first = scene.manifest.before(&scene.entry).is_none();
    scene.compared.is_none().then_some({
        move || {
            let asked = state.with(|state| state.compare.is_some());
            let said = if outcome.with(|outcome| outcome.loading) {
                say!(lang, reading_other)
            } else if first && !asked {
                say!(lang, no_edition_before)
            } else {
                say!(lang, other_unread)
            };
            let rest = only_due.then(|| format!("{}{}", lang.pick("", " "), say!(lang, only_due)));
            view! { <p class="notice" role="status" data-not-compared="">{said}{rest}</p> }
        }
    })
}
