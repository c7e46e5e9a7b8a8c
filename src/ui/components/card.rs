//! A goal as a card.

use leptos::prelude::*;

use super::{LightLabel, Link, ProvenanceMark, SparkView, VersusView};
use crate::domain::Lang;
use crate::model::{Card, CardFigure};
use crate::route::{View, ViewState};
use crate::ui::context::use_loader;

/// A goal: its figure, its light with words, its picture, its target and where the figure comes from.
#[component]
pub fn CardView(
    /// The goal.
    card: Card,
    /// The state that the reader is in, to which links lead back.
    state: ViewState,
    /// The language.
    lang: Lang,
    /// The level of its heading, 2 to 4.
    #[prop(default = 4)]
    level: u8,
) -> impl IntoView {
    let to = state.to_record(View::Indicator, &card.id);
    let stale = use_loader().stale();
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
    let name = view! { <Link to=to>{card.name}</Link> };
    let heading = match level {
        2 => view! { <h2>{name}</h2> }.into_any(),
        3 => view! { <h3>{name}</h3> }.into_any(),
        _ => view! { <h4>{name}</h4> }.into_any(),
    };
    view! {
        <article class="card" data-indicator=card.id data-light=card.light.code()>
            {heading}
            <p class="card-figure">{figure}{mark}</p>
            <p class="card-light"><LightLabel light=card.light word=card.word lang /></p>
            <p class="card-note">{card.note}{card.versus.map(|versus| view! { <VersusView versus lang /> })}</p>
            <SparkView spark=card.spark />
            {move || stale.get().then(|| view! { <p class="card-cause">{say!(lang, stale_card)}</p> })}
            <p class="card-foot">
                <span>{say!(lang, target)}" "{card.target}</span>
                <ProvenanceMark provenance=card.provenance lang />
            </p>
        </article>
    }
}
