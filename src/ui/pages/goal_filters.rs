//! What narrows, orders and divides a list of goals.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::list::List;
use crate::route::{Group, LightFilter, Sort, ViewState};
use crate::ui::components::Choice;
use crate::ui::context::use_route;

/// The filters; each writes itself into the address.
#[component]
pub fn GoalFilters(
    /// What is shown.
    scene: Arc<Scene>,
    /// The list; what it offers to choose from.
    listed: Memo<List>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let state = route.state;
    let any = || (String::new(), say!(lang, any).to_owned());
    let domains =
        scene.edition.domains.iter().map(|domain| (domain.id.clone(), domain.name.get(lang).to_owned()));
    let domains: Vec<_> = std::iter::once(any()).chain(domains).collect();
    let leads: Vec<_> =
        std::iter::once(any()).chain(listed.with_untracked(|list| list.leads.clone())).collect();
    let named = |options: &[(&str, &str)]| -> Vec<(String, String)> {
        options.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
    };
    let lights = named(&[
        (LightFilter::Any.code(), say!(lang, all_lights)),
        (LightFilter::Red.code(), say!(lang, red)),
        (LightFilter::Yellow.code(), say!(lang, yellow)),
        (LightFilter::Green.code(), say!(lang, green)),
        (LightFilter::Grey.code(), say!(lang, grey)),
    ]);
    let sorts = named(&[
        (Sort::Plan.code(), say!(lang, sort_plan)),
        (Sort::Light.code(), say!(lang, sort_light)),
        (Sort::Gap.code(), say!(lang, sort_gap)),
        (Sort::Due.code(), say!(lang, sort_due)),
        (Sort::Name.code(), say!(lang, sort_name)),
    ]);
    let groups = named(&[
        (Group::None.code(), say!(lang, group_none)),
        (Group::Domain.code(), say!(lang, domain)),
        (Group::Light.code(), say!(lang, light)),
        (Group::Lead.code(), say!(lang, lead)),
    ]);
    let filled = |value: String| (!value.is_empty()).then_some(value);
    let is_filtered = move || {
        state.with(|state| {
            state.domain.is_some()
                || state.dept.is_some()
                || state.light != LightFilter::Any
                || !state.q.is_empty()
        })
    };
    let clear = move |_| {
        route.change(|state| {
            *state = ViewState {
                sort: state.sort,
                face: state.face,
                group: state.group,
                ..state.to_view(state.view)
            };
        });
    };
    view! {
        <search class="filters">
            <label class="field">
                <span>{say!(lang, find)}</span>
                <input
                    type="search"
                    prop:value=move || state.with(|state| state.q.clone())
                    on:input=move |event| route.refine(|state| state.q = event_target_value(&event))
                />
            </label>
            <Choice
                label=say!(lang, domain)
                options=domains
                chosen=Signal::derive(move || state.with(|state| state.domain.clone().unwrap_or_default()))
                choose=Callback::new(move |value| route.change(|state| state.domain = filled(value)))
            />
            <Choice
                label=say!(lang, light)
                options=lights
                chosen=Signal::derive(move || state.with(|state| state.light.code().to_owned()))
                choose=Callback::new(move |value: String| {
                    route.change(|state| state.light = LightFilter::from_code(&value).unwrap_or_default());
                })
            />
            <Choice
                label=say!(lang, lead)
                options=leads
                chosen=Signal::derive(move || state.with(|state| state.dept.clone().unwrap_or_default()))
                choose=Callback::new(move |value| route.change(|state| state.dept = filled(value)))
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
            {move || is_filtered().then(|| view! {
                <button type="button" class="button is-plain" on:click=clear>{say!(lang, clear)}</button>
            })}
        </search>
    }
}
