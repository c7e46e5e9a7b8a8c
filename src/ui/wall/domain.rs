//! A domain's goals on a wall, and all goals in lines.

use leptos::prelude::*;

use super::Shown;
use crate::domain::{Lang, Light, format};
use crate::model::wall::Leaf;
use crate::model::{Card, CardFigure};
use crate::ui::components::{LightCounts, LightLabel, LightMark, ProvenanceMark, Seal, SparkView};

/// The page of a domain.
pub fn domain(shown: &Shown, id: Option<&str>, leaf: &Leaf) -> Option<impl IntoView + use<>> {
    let Shown { programme, lang, .. } = shown.clone();
    let group = programme.group(id?)?;
    let span = programme.span(leaf);
    let (count, columns) = (span.len(), programme.columns(span.len()));
    let goals = group.segments.iter().flatten().skip(span.start).take(count);
    let single = columns == count;
    let cards = goals.map(|card| goal(card.clone(), single, lang)).collect_view();
    let number = group.number;
    Some(view! {
        <div class=format!("wall-domain domain-{number}")>
            <div class="wall-title">
                <h1><Seal number seal=group.seal.clone() />{group.name.clone()}</h1>
                <LightCounts tally=group.tally lang />
                <p>{group.position.clone()}</p>
            </div>
            <ul class="wall-cards" class:is-single=single class:is-column={columns == 1 && count > 1} style:--columns=columns.to_string()>{cards}</ul>
        </div>
    })
}

fn goal(card: Card, large: bool, lang: Lang) -> impl IntoView {
    view! {
        <li data-indicator=card.id data-light=card.light.code()>
            <p class="wall-card-light"><LightLabel light=card.light word=card.word lang /><ProvenanceMark provenance=card.provenance lang /></p>
            <h2>{card.name}</h2>
            <p class="wall-figure">{figure(card.figure, lang)}</p>
            <p>{say!(lang, target)}" "{card.target}</p>
            <p class=format!("wall-note is-{}", card.light.code())>{card.note}</p>
            <SparkView spark=card.spark named=large />
        </li>
    }
}

fn figure(figure: CardFigure, lang: Lang) -> AnyView {
    match figure {
        CardFigure::Number { figure, unit } => view! { {figure}<small>{unit}</small> }.into_any(),
        CardFigure::State(state) => view! { <span class="wall-state">{state}</span> }.into_any(),
        CardFigure::None => view! { <span class="wall-state">{say!(lang, no_data)}</span> }.into_any(),
    }
}

/// Every goal in a line, by domain.
pub fn goal_lines(shown: &Shown) -> impl IntoView + use<> {
    let Shown { programme, lang, .. } = shown.clone();
    let group = |group: &crate::model::overview::DomainGroup| {
        let lines = group.segments.iter().flatten().cloned().map(|card| {
            let silent = card.light == Light::NoData;
            let (note, figure) = if silent {
                (card.word, format::NONE.into_any())
            } else {
                (card.note, figure(card.figure, lang))
            };
            view! {
                <li data-indicator=card.id data-light=card.light.code()>
                    <LightMark light=card.light />
                    <span>{card.name}</span>
                    <small class=format!("is-{}", card.light.code())>{note}</small>
                    <b>{figure}</b>
                </li>
            }
        });
        view! {
            <section class=format!("domain-{}", group.number)>
                <h2><Seal number=group.number seal=group.seal.clone() />{group.name.clone()}</h2>
                <ul>{lines.collect_view()}</ul>
            </section>
        }
    };
    programme.overview.groups.iter().map(group).collect_view()
}
