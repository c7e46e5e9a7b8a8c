//! A goal as a card.

use leptos::prelude::*;

use super::{LightLabel, Link, ProvenanceMark, SparkView};
use crate::domain::Lang;
use crate::model::{Card, CardFigure};
use crate::route::{View, ViewState};
use crate::ui::text;

/// A goal: its figure, its light with words, its picture, its target and where the figure comes from.
#[component]
pub fn CardView(
    /// The goal.
    card: Card,
    /// The state that the reader is in, to which links lead back.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let to = state.to_record(View::Indicator, &card.id);
    let figure = match card.figure {
        CardFigure::Number { figure, unit } => view! {
            <span class="figure">{figure}</span>
            <span class="unit">{unit}</span>
        }
        .into_any(),
        CardFigure::State(state) => view! { <span class="figure-state">{state}</span> }.into_any(),
        CardFigure::None => view! { <span class="figure" aria-hidden="true">"—"</span> }.into_any(),
    };
    let mark = card.mark.map(|(mark, meaning)| view! { <abbr class="mark" title=meaning>{mark}</abbr> });
    view! {
        <article class="card" data-indicator=card.id data-light=card.light.code()>
            <h4><Link to=Signal::stored(to)>{card.name}</Link></h4>
            <p class="card-figure">{figure}{mark}</p>
            <p class="card-light"><LightLabel light=card.light word=card.word lang /></p>
            <p class="card-note">{card.note}</p>
            <SparkView spark=card.spark />
            <p class="card-foot">
                <span>{text::TARGET.get(lang)}" "{card.target}</span>
                <ProvenanceMark provenance=card.provenance lang />
            </p>
        </article>
    }
}
