//! All goals: filtered, sorted, as cards or as a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::list::{self, List};
use crate::model::{Card, CardFigure};
use crate::route::{LightFilter, Sort, View, ViewState};
use crate::ui::components::{LightLabel, Link, ProvenanceMark, SparkView};
use crate::ui::context::use_route;
use crate::ui::text::{self, Text};

/// The list page.
#[component]
pub fn IndicatorsView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let listed = {
        let scene = scene.clone();
        Memo::new(move |_| route.state.with(|state| list::list(&scope(&scene, lang), state)))
    };
    let count = move || {
        listed.with(|List { cards, total, .. }| match lang {
            Lang::Zh => format!("{}项目标，{}{total}项", cards.len(), text::OF.get(lang)),
            Lang::En => format!("{} of {total} goals", cards.len()),
        })
    };
    let rows = move || {
        let state = route.state.get_untracked();
        let cards = listed.with(|list| list.cards.clone());
        if cards.is_empty() {
            view! { <p class="empty">{text::NOTHING_FOUND.get(lang)}</p> }.into_any()
        } else {
            view! { <GoalTable cards state lang /> }.into_any()
        }
    };
    view! {
        <section class="page">
            <h1>{text::INDICATORS.get(lang)}<small aria-live="polite">{count}</small></h1>
            <Filters scene listed lang />
            {rows}
        </section>
    }
}

/// The filters; each writes itself into the address.
#[component]
fn Filters(scene: Arc<Scene>, listed: Memo<List>, lang: Lang) -> impl IntoView {
    let route = use_route();
    let state = route.state;
    let domains =
        scene.edition.domains.iter().map(|domain| (domain.id.clone(), domain.name.get(lang).to_owned()));
    let mut domains: Vec<(String, String)> = domains.collect();
    domains.insert(0, (String::new(), text::ANY.get(lang).into()));
    let mut leads = listed.with_untracked(|list| list.leads.clone());
    leads.insert(0, (String::new(), text::ANY.get(lang).into()));
    let lights = [
        (LightFilter::Any, text::ALL_LIGHTS),
        (LightFilter::Red, text::RED),
        (LightFilter::Yellow, text::YELLOW),
        (LightFilter::Green, text::GREEN),
        (LightFilter::Grey, text::GREY),
    ];
    let lights: Vec<_> =
        lights.iter().map(|(light, name)| (light.code().to_owned(), name.get(lang).to_owned())).collect();
    let sorts = [
        (Sort::Plan, text::SORT_PLAN),
        (Sort::Light, text::SORT_LIGHT),
        (Sort::Gap, text::SORT_GAP),
        (Sort::Name, text::SORT_NAME),
    ];
    let sorts: Vec<_> =
        sorts.iter().map(|(sort, name)| (sort.code().to_owned(), name.get(lang).to_owned())).collect();
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
        route.change(|state| *state = ViewState { sort: state.sort, ..state.to_view(View::Indicators) });
    };
    view! {
        <search class="filters">
            <label class="field">
                <span>{text::FIND.get(lang)}</span>
                <input
                    type="search"
                    prop:value=move || state.with(|state| state.q.clone())
                    on:input=move |event| route.refine(|state| state.q = event_target_value(&event))
                />
            </label>
            <Choice
                label=text::DOMAIN
                options=domains
                chosen=Signal::derive(move || state.with(|state| state.domain.clone().unwrap_or_default()))
                choose=Callback::new(move |value| route.change(|state| state.domain = filled(value)))
                lang
            />
            <Choice
                label=text::LIGHT
                options=lights
                chosen=Signal::derive(move || state.with(|state| state.light.code().to_owned()))
                choose=Callback::new(move |value: String| {
                    route.change(|state| state.light = LightFilter::from_code(&value).unwrap_or_default());
                })
                lang
            />
            <Choice
                label=text::LEAD
                options=leads
                chosen=Signal::derive(move || state.with(|state| state.dept.clone().unwrap_or_default()))
                choose=Callback::new(move |value| route.change(|state| state.dept = filled(value)))
                lang
            />
            <Choice
                label=text::SORT
                options=sorts
                chosen=Signal::derive(move || state.with(|state| state.sort.code().to_owned()))
                choose=Callback::new(move |value: String| {
                    route.change(|state| state.sort = Sort::from_code(&value).unwrap_or_default());
                })
                lang
            />
            {move || is_filtered().then(|| view! {
                <button type="button" class="button is-plain" on:click=clear>{text::CLEAR.get(lang)}</button>
            })}
        </search>
    }
}

/// A labelled choice of one among several.
#[component]
fn Choice(
    label: Text,
    options: Vec<(String, String)>,
    chosen: Signal<String>,
    choose: Callback<String>,
    lang: Lang,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, name)| {
        let selected = {
            let value = value.clone();
            move || chosen.with(|chosen| *chosen == value)
        };
        view! { <option value=value prop:selected=selected>{name}</option> }
    });
    let options = options.collect_view();
    view! {
        <label class="field">
            <span>{label.get(lang)}</span>
            <select on:change=move |event| choose.run(event_target_value(&event))>{options}</select>
        </label>
    }
}

/// The goals as a table: on a narrow screen each row becomes a block.
#[component]
fn GoalTable(cards: Vec<Card>, state: ViewState, lang: Lang) -> impl IntoView {
    let rows = cards.into_iter().map(|card| {
        let to = state.to_record(View::Indicator, &card.id);
        let figure = match card.figure {
            CardFigure::Number { figure, unit } => view! { <span class="num">{figure}</span><span class="unit">{unit}</span> }.into_any(),
            CardFigure::State(state) => state.into_any(),
            CardFigure::None => "—".into_any(),
        };
        view! {
            <tr data-indicator=card.id data-light=card.light.code()>
                <th scope="row"><Link to=Signal::stored(to)>{card.name}</Link><small>{card.lead}</small></th>
                <td class="is-number">{figure}" "{card.mark.map(|(mark, meaning)| view! { <abbr class="mark" title=meaning>{mark}</abbr> })}</td>
                <td class="is-number" data-label=text::TARGET.get(lang)>{card.target}</td>
                <td><LightLabel light=card.light word=card.word lang /></td>
                <td>{card.note}</td>
                <td class="is-spark"><SparkView spark=card.spark /></td>
                <td><ProvenanceMark provenance=card.provenance lang /></td>
            </tr>
        }
    });
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=text::INDICATORS.get(lang)>
            <table class="goal-table">
                <thead>
                    <tr>
                        <th scope="col">{text::INDICATOR.get(lang)}</th>
                        <th scope="col" class="is-number">{text::VALUE.get(lang)}</th>
                        <th scope="col" class="is-number">{text::TARGET.get(lang)}</th>
                        <th scope="col">{text::LIGHT.get(lang)}</th>
                        <th scope="col">{text::STANDING.get(lang)}</th>
                        <th scope="col">{text::TREND.get(lang)}</th>
                        <th scope="col">{text::SOURCES.get(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
