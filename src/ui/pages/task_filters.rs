//! What narrows, orders and divides the table of tasks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::tasks::{Ledger, TaskList};
use crate::route::{DueFilter, Group, LightFilter, Sort, View, ViewState};
use crate::ui::components::Choice;
use crate::ui::context::use_route;

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
    let route = use_route();
    let state = route.state;
    let named = |options: &[(&str, &str)]| -> Vec<(String, String)> {
        options.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
    };
    let or_any = |options: &mut dyn Iterator<Item = (String, String)>| -> Vec<(String, String)> {
        std::iter::once((String::new(), say!(lang, any).to_owned())).chain(options).collect()
    };
    let record = move |label, options, of: fn(&mut ViewState) -> &mut Option<String>| {
        let chosen = move || state.with(|state| of(&mut state.clone()).clone().unwrap_or_default());
        let choose = move |value: String| {
            route.change(|state| *of(state) = Some(value).filter(|value| !value.is_empty()));
        };
        view! { <Choice label options chosen=Signal::derive(chosen) choose=Callback::new(choose) /> }
    };
    let domains = or_any(&mut ledger.domains.iter().map(|[id, name, _]| (id.clone(), name.clone())));
    let departments = or_any(&mut ledger.departments.iter().cloned());
    let projects = or_any(&mut ledger.projects.iter().cloned());
    let lights = named(&[
        (LightFilter::Any.code(), say!(lang, all_lights)),
        (LightFilter::Red.code(), say!(lang, red)),
        (LightFilter::Yellow.code(), say!(lang, yellow)),
        (LightFilter::Green.code(), say!(lang, green)),
        (LightFilter::Grey.code(), say!(lang, grey)),
    ]);
    let dues = named(&[
        (DueFilter::Any.code(), say!(lang, any)),
        (DueFilter::Past.code(), say!(lang, due_past)),
        (DueFilter::Days30.code(), say!(lang, due_30)),
        (DueFilter::Days60.code(), say!(lang, due_60)),
        (DueFilter::Days90.code(), say!(lang, due_90)),
        (DueFilter::Days180.code(), say!(lang, due_180)),
    ]);
    let sorts = named(&[
        (Sort::Plan.code(), say!(lang, sort_plan)),
        (Sort::Light.code(), say!(lang, sort_light)),
        (Sort::Due.code(), say!(lang, sort_due)),
        (Sort::Name.code(), say!(lang, sort_name)),
    ]);
    let groups = named(&[
        (Group::None.code(), say!(lang, group_plan)),
        (Group::Domain.code(), say!(lang, domain)),
        (Group::Light.code(), say!(lang, light)),
        (Group::Lead.code(), say!(lang, lead)),
    ]);
    let clear = move |_| {
        route.change(|state| {
            *state = ViewState { sort: state.sort, group: state.group, ..state.to_view(View::Tasks) };
        });
    };
    view! {
        <search class="filters is-many">
            <label class="field">
                <span>{say!(lang, find)}</span>
                <input
                    type="search"
                    prop:value=move || state.with(|state| state.q.clone())
                    on:input=move |event| route.refine(|state| state.q = event_target_value(&event))
                />
            </label>
            {record(say!(lang, domain), domains, |state| &mut state.domain)}
            {record(say!(lang, department), departments, |state| &mut state.dept)}
            {record(say!(lang, project), projects, |state| &mut state.project)}
            <Choice
                label=say!(lang, light)
                options=lights
                chosen=Signal::derive(move || state.with(|state| state.light.code().to_owned()))
                choose=Callback::new(move |value: String| {
                    route.change(|state| state.light = LightFilter::from_code(&value).unwrap_or_default());
                })
            />
            <Choice
                label=say!(lang, due_by)
                options=dues
                chosen=Signal::derive(move || state.with(|state| state.due.code().to_owned()))
                choose=Callback::new(move |value: String| {
                    route.change(|state| state.due = DueFilter::from_code(&value).unwrap_or_default());
                })
            />
            <Choice
                label=say!(lang, sort)
                options=sorts
                chosen=Signal::derive(move || state.with(|state| state.sort.code().to_owned()))
                choose=Callback::new(move |value: String| {
                    route.change(|state| state.sort = Sort::from_code(&value).unwrap_or_default());
                })
            />
            <Choice
                label=say!(lang, group)
                options=groups
                chosen=Signal::derive(move || state.with(|state| state.group.code().to_owned()))
                choose=Callback::new(move |value: String| {
                    route.change(|state| state.group = Group::from_code(&value).unwrap_or_default());
                })
            />
            {move || listed.with(|list| list.filtered).then(|| view! {
                <button type="button" class="button is-plain" on:click=clear>{say!(lang, clear)}</button>
            })}
        </search>
    }
}
