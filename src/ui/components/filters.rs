//! What narrows, orders and divides a list; each choice writes itself into the address.

use leptos::prelude::*;

use super::Choice;
use crate::domain::Lang;
use crate::route::{Group, LightFilter, Sort, ViewState};
use crate::ui::context::use_route;

/// Where a reader types what to look for.
#[component]
pub fn FindField(
    /// The language.
    lang: Lang,
    /// What is looked for; a name when absent.
    #[prop(optional)]
    label: Option<&'static str>,
) -> impl IntoView {
    let route = use_route();
    let label = label.unwrap_or(say!(lang, find));
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="search"
                prop:value=move || route.state.with(|state| state.q.clone())
                on:input=move |event| route.refine(|state| state.q = event_target_value(&event))
            />
        </label>
    }
}

/// A choice that the address holds.
#[component]
pub fn Filter(
    /// What is chosen.
    label: &'static str,
    /// Values and names.
    options: Vec<(String, String)>,
    /// The value in the address.
    get: fn(&ViewState) -> String,
    /// Changes it.
    set: fn(&mut ViewState, String),
) -> impl IntoView {
    let route = use_route();
    let chosen = Signal::derive(move || route.state.with(get));
    let choose = Callback::new(move |value| route.change(|state| set(state, value)));
    view! { <Choice label options chosen choose /> }
}

/// Of which domain.
#[component]
pub fn DomainChoice(
    /// The domains: id and name.
    domains: Vec<(String, String)>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let get = |state: &ViewState| state.domain.clone().unwrap_or_default();
    let set = |state: &mut ViewState, value| state.domain = record(value);
    view! { <Filter label=say!(lang, domain) options=or_any(domains, lang) get set /> }
}

/// Of which department.
#[component]
pub fn DepartmentChoice(
    /// The departments: id and name.
    departments: Vec<(String, String)>,
    /// The language.
    lang: Lang,
    /// What it is asked for; a department when absent.
    #[prop(optional)]
    label: Option<&'static str>,
) -> impl IntoView {
    let get = |state: &ViewState| state.dept.clone().unwrap_or_default();
    let set = |state: &mut ViewState, value| state.dept = record(value);
    let label = label.unwrap_or(say!(lang, department));
    view! { <Filter label options=or_any(departments, lang) get set /> }
}

/// Which lights are shown.
#[component]
pub fn LightChoice(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let options = named(&[
        (LightFilter::Any.code(), say!(lang, all_lights)),
        (LightFilter::Red.code(), say!(lang, red)),
        (LightFilter::Yellow.code(), say!(lang, yellow)),
        (LightFilter::Green.code(), say!(lang, green)),
        (LightFilter::Grey.code(), say!(lang, grey)),
    ]);
    let set = |state: &mut ViewState, value: String| {
        state.light = LightFilter::from_code(&value).unwrap_or_default();
    };
    view! { <Filter label=say!(lang, light) options get=|state| state.light.code().into() set /> }
}

/// In which order they are shown.
#[component]
pub fn SortChoice(
    /// The orders that the list knows.
    sorts: &'static [Sort],
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let name = |sort| match sort {
        Sort::Plan => say!(lang, sort_plan),
        Sort::Light => say!(lang, sort_light),
        Sort::Gap => say!(lang, sort_gap),
        Sort::Due => say!(lang, sort_due),
        Sort::Name => say!(lang, sort_name),
        Sort::Most => say!(lang, sort_most),
    };
    let options = sorts.iter().map(|sort| (sort.code().into(), name(*sort).into())).collect();
    let set = |state: &mut ViewState, value: String| state.sort = Sort::from_code(&value).unwrap_or_default();
    view! { <Filter label=say!(lang, sort) options get=|state| state.sort.code().into() set /> }
}

/// By what the list is divided.
#[component]
pub fn GroupChoice(
    /// What it is called not to divide it by anything.
    undivided: &'static str,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let options = named(&[
        (Group::None.code(), undivided),
        (Group::Domain.code(), say!(lang, domain)),
        (Group::Light.code(), say!(lang, light)),
        (Group::Lead.code(), say!(lang, lead)),
    ]);
    let set =
        |state: &mut ViewState, value: String| state.group = Group::from_code(&value).unwrap_or_default();
    view! { <Filter label=say!(lang, group) options get=|state| state.group.code().into() set /> }
}

/// Shows everything again, as it was ordered, divided and drawn.
#[component]
pub fn ClearButton(
    /// Whether anything is filtered.
    #[prop(into)]
    filtered: Signal<bool>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let clear = move |_| {
        route.change(|state| {
            *state = ViewState {
                sort: state.sort,
                face: state.face,
                group: state.group,
                rows: state.rows,
                embed: state.embed,
                hide: state.hide,
                ..state.to_view(state.view)
            };
        });
    };
    move || {
        filtered.get().then(|| {
            view! {
                <button type="button" class="button is-plain" on:click=clear>{say!(lang, clear)}</button>
            }
        })
    }
}

/// Values and names of a choice.
pub fn named(options: &[(&str, &str)]) -> Vec<(String, String)> {
    options.iter().map(|(value, name)| ((*value).to_owned(), (*name).to_owned())).collect()
}

/// Records to choose one of, or any.
pub fn or_any(records: impl IntoIterator<Item = (String, String)>, lang: Lang) -> Vec<(String, String)> {
    std::iter::once((String::new(), say!(lang, any).to_owned())).chain(records).collect()
}

/// The record chosen; none for any.
pub fn record(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}
