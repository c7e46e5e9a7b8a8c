//! Who answers for a domain, counted.

use leptos::prelude::*;

use super::super::pointed::{mark_of, point_at};
use super::TASKS;
use crate::domain::Lang;
use crate::model::domain_page::Role;
use crate::route::ViewState;
use crate::ui::components::Link;

/// The departments with their roles; each narrows tasks and projects to its own.
#[component]
pub fn DepartmentTable(
    /// The departments.
    roles: Vec<Role>,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// The page without what narrows it.
    here: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    if roles.is_empty() {
        return view! { <p class="empty">{say!(lang, none)}</p> }.into_any();
    }
    // The plan names nobody who supervises; the column is there when data do.
    let supervised = roles.iter().any(|role| role.supervises > 0);
    let rows = roles.into_iter().map(|role| {
        let to = ViewState { dept: Some(role.id.clone()), ..here.clone() };
        let own = role.id.clone();
        let current = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
        let inferred = (role.inferred > 0).then(|| {
            view! { <small>{say!(lang, of_them_inferred)}{lang.pick("", " ")}{role.inferred}</small> }
        });
        view! {
            <tr id=mark_of(&role.id) data-department=role.id tabindex="-1" aria-current=current>
                <th scope="row"><Link to=Signal::stored(to) on:click=|_| point_at(TASKS)>{role.name}</Link>{inferred}</th>
                {count(role.goals)}
                {count(role.leads)}
                {count(role.supports)}
                {supervised.then(|| count(role.supervises))}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <p class="caption">{say!(lang, departments_note)}</p>
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

fn count(count: usize) -> impl IntoView {
    let text = if count == 0 { "·".to_owned() } else { count.to_string() };
    view! { <td class="count" class:is-zero=count == 0>{text}</td> }
}
