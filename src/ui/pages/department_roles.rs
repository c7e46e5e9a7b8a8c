//! Who answers for what is shown, counted.

use leptos::prelude::*;

use super::domain::TASKS;
use super::pointed::{mark_of, point_at};
use crate::domain::Lang;
use crate::model::domain_page::Role;
use crate::model::words;
use crate::route::{View, ViewState};
use crate::ui::components::{CountCell, Link};

/// The departments with their roles; each leads to its page.
#[component]
pub fn DepartmentTable(
    /// The departments.
    roles: Vec<Role>,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// The page without what narrows it, where tasks and projects can be narrowed to those of a department.
    #[prop(optional_no_strip)]
    narrowed: Option<ViewState>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    if roles.is_empty() {
        return view! { <p class="empty">{say!(lang, none)}</p> }.into_any();
    }
    // The plan names nobody who supervises; the column is there when data do.
    let supervised = roles.iter().any(|role| role.supervises > 0);
    let narrows = narrowed.is_some();
    let rows = roles.into_iter().map(|role| {
        let to = state.to_record(View::Departments, &role.id);
        let own = role.id.clone();
        let current = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
        let inferred = (role.inferred > 0)
            .then(|| view! { <small>{words::inferred_leads(role.inferred, lang)}</small> });
        let only = narrowed.clone().map(|here| {
            let (to, name) = (ViewState { dept: Some(role.id.clone()), ..here }, role.name.clone());
            view! {
                <small class="narrow">
                    <Link to=to on:click=|_| point_at(TASKS)>
                        {say!(lang, only_its)}<span class="unseen">{lang.pick("：", ": ")}{name}</span>
                    </Link>
                </small>
            }
        });
        view! {
            <tr id=mark_of(&role.id) data-department=role.id tabindex="-1" aria-current=current>
                <th scope="row"><Link to=to>{role.name}</Link>{inferred}{only}</th>
                <CountCell count=role.goals label=say!(lang, goals_led) />
                <CountCell count=role.leads label=say!(lang, tasks_led) />
                <CountCell count=role.supports label=say!(lang, tasks_supported) />
                {supervised.then(|| view! { <CountCell count=role.supervises label=say!(lang, tasks_supervised) /> })}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        {narrows.then(|| view! { <p class="caption">{say!(lang, departments_note)}</p> })}
        <table class="departments">
            <thead>
                <tr>
                    <th scope="col">{say!(lang, department)}</th>
                    <th scope="col" class="count">{say!(lang, goals_led)}</th>
                    <th scope="col" class="count">{say!(lang, tasks_led)}</th>
                    <th scope="col" class="count">{say!(lang, tasks_supported)}</th>
                    {supervised.then(|| view! { <th scope="col" class="count">{say!(lang, tasks_supervised)}</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
