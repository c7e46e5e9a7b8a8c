//! A domain's projects: works and systems with their parts.

use leptos::prelude::*;

use super::super::pointed::{Jump, mark_of};
use super::super::projects::Stands;
use crate::domain::Lang;
use crate::model::domain_page::{Parent, ProjectGroup, ProjectRow};
use crate::route::{View, ViewState};
use crate::ui::components::Link;

/// The ledger of projects.
#[component]
pub fn ProjectTable(
    /// The works and systems.
    groups: Vec<ProjectGroup>,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// The page without what narrows it.
    here: ViewState,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    if groups.is_empty() {
        return view! { <p class="empty">{say!(lang, no_projects)}</p> }.into_any();
    }
    // Few projects have a goal of their own; the column is there where one has.
    let stated = groups.iter().flat_map(|group| &group.rows).any(|row| !row.states.is_empty());
    let groups = groups.into_iter().map(|ProjectGroup { parent, rows }| {
        let own = parent.is_none();
        let head = parent.map(|parent| view! { <Foreign parent stated state=state.clone() lang /> });
        let rows = rows.into_iter().enumerate().map(|(index, row)| {
            view! { <Row row stated is_head={own && index == 0} item here=here.clone() state=state.clone() lang /> }
        });
        view! { <tbody>{head}{rows.collect_view()}</tbody> }
    });
    let groups = groups.collect_view();
    view! {
        <table class="projects">
            <thead>
                <tr>
                    <th scope="col">{say!(lang, project)}</th>
                    <th scope="col">{say!(lang, project_kind)}</th>
                    <th scope="col">{say!(lang, lead_role)}</th>
                    <th scope="col">{say!(lang, sites)}</th>
                    {stated.then(|| view! { <th scope="col">{say!(lang, standing)}</th> })}
                </tr>
            </thead>
            {groups}
        </table>
    }
    .into_any()
}

/// The head of a group that stands elsewhere.
#[component]
fn Foreign(parent: Parent, stated: bool, state: ViewState, lang: Lang) -> impl IntoView {
    let to = state.to_record(View::Projects, &parent.id);
    view! {
        <tr class="is-head is-context">
            <th scope="row"><Link to=to>{parent.name}</Link></th>
            <td>{parent.kind}</td>
            <td colspan={if stated { 3 } else { 2 }}>{say!(lang, in_domain)}{lang.pick("“", " ")}{parent.domain_name}{lang.pick("”", "")}</td>
        </tr>
    }
}

#[component]
fn Row(
    row: ProjectRow,
    stated: bool,
    is_head: bool,
    item: Memo<Option<String>>,
    here: ViewState,
    state: ViewState,
    lang: Lang,
) -> impl IntoView {
    let own = row.id.clone();
    let current = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
    let site = row.site.map(|(id, name)| {
        let to = ViewState { item: Some(id.clone()), ..here.clone() };
        view! { <Jump to record=id>{name}</Jump> }
    });
    let within = row.within.map(|within| view! { <small>{say!(lang, part_of)}" "{within}</small> });
    let to = state.to_record(View::Projects, &row.id);
    let lead = row.lead.map(|(id, name)| {
        let to = state.to_record(View::Departments, &id);
        view! { <Link to=to>{name}</Link> }
    });
    let note = row.note.map(|note| view! { <small>{note}</small> });
    let states = row.states.into_iter().map(|it| view! { <Stands it state=state.clone() lang /> });
    let states = states.collect_view();
    view! {
        <tr id=mark_of(&row.id) class:is-head=is_head data-project=row.id.clone() tabindex="-1" aria-current=current>
            <th scope="row"><Link to=to>{row.name}</Link>{within}{note}</th>
            <td data-label=say!(lang, project_kind)>{row.kind}</td>
            <td data-label=say!(lang, lead_role)>{lead}</td>
            <td data-label=say!(lang, sites)>{site}</td>
            {stated.then(|| view! { <td data-label=say!(lang, standing)>{states}</td> })}
        </tr>
    }
}
