//! The three faces of a list of goals.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::list::{Item, Section};
use crate::model::strip::Strip;
use crate::model::{Card, CardFigure};
use crate::route::{View, ViewState};
use crate::ui::components::{
    CardView, LightCounts, LightLabel, LightMark, Link, ProvenanceMark, Seal, SparkView, VersusView,
};

/// What stands above a division; nothing where the list is not divided.
fn heading(section: &Section, lang: Lang) -> Option<AnyView> {
    if section.title.is_empty() {
        return None;
    }
    let mark = section.light.map(|light| view! { <LightMark light /> });
    let seal = section.domain.clone().map(|(number, seal)| view! { <Seal number seal /> });
    let title = section.title.clone();
    Some(view! { <span class="division">{seal}{mark}<b>{title}</b><LightCounts tally=section.tally lang /></span> }.into_any())
}

/// The heading of a division that is no table.
fn title(section: &Section, lang: Lang) -> AnyView {
    match heading(section, lang) {
        Some(heading) => view! { <h2>{heading}</h2> }.into_any(),
        None => view! { <h2 class="unseen">{say!(lang, indicators)}</h2> }.into_any(),
    }
}

/// The class that gives a division its domain's colour.
fn class(section: &Section, own: &str) -> String {
    section.domain.as_ref().map_or_else(|| own.to_owned(), |(number, _)| format!("{own} domain-{number}"))
}

/// The divisions one below the other, their goals drawn side by side.
fn divided(
    sections: Vec<Section>,
    grid: &'static str,
    lang: Lang,
    draw: impl Fn(Item) -> AnyView,
) -> impl IntoView {
    let sections = sections.into_iter().map(|section| {
        let (heading, class) = (title(&section, lang), class(&section, "card-section"));
        let goals = section.items.into_iter().map(&draw).collect_view();
        view! { <section class=class>{heading}<div class=grid>{goals}</div></section> }
    });
    sections.collect_view()
}

/// A card each.
#[component]
pub fn GoalCards(
    /// The goals.
    sections: Vec<Section>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    divided(sections, "card-grid", lang, move |item| {
        view! { <CardView card=item.card level=3 state=state.clone() lang /> }.into_any()
    })
}

/// A small chart each, all on the same time.
#[component]
pub fn SmallCharts(
    /// The goals.
    sections: Vec<Section>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    divided(sections, "small-grid", lang, move |item| {
        view! { <SmallChart item state=state.clone() lang /> }.into_any()
    })
}

#[component]
fn SmallChart(item: Item, state: ViewState, lang: Lang) -> impl IntoView {
    let Item { card, strip } = item;
    let to = state.to_record(View::Indicator, &card.id);
    let figure = figure(&card);
    view! {
        <article class="small-chart" data-indicator=card.id data-light=card.light.code()>
            <h3><Link to=to>{card.name}</Link></h3>
            <p class="small-figure">{figure}<LightLabel light=card.light word=card.word lang /></p>
            <SparkView spark=card.spark named=true />
            {strip.map(|strip| view! { <Months strip /> })}
            <p class="card-foot">
                <span>{card.note}{lang.pick("；", "; ")}{say!(lang, target)}" "{card.target}</span>
                <ProvenanceMark provenance=card.provenance lang />
            </p>
            {card.versus.map(|versus| view! { <p class="card-note"><VersusView versus lang /></p> })}
        </article>
    }
}

/// The months' lights in one line; what they come to stands in words.
#[component]
fn Months(strip: Strip) -> impl IntoView {
    let step = 12.0;
    let count = strip.months.len() as f64;
    let marks = strip.months.iter().enumerate().map(|(index, month)| {
        let x = index as f64 * step;
        let class = month.light.map_or("dot", |light| light.code());
        let shape = match class {
            "red" => format!("M{} 2h8v8h-8z", x + 2.0),
            "yellow" => format!("M{} 2l4.5 8h-9z", x + 6.0),
            "green" => format!("M{} 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0", x + 2.0),
            "none" => format!("M{} 6h3m2 0h3", x + 2.0),
            _ => format!("M{} 6h1", x + 5.5),
        };
        view! { <path class=format!("month is-{class}") d=shape /> }
    });
    view! {
        <svg class="months" viewBox=format!("0 0 {} 12", count * step) role="img" aria-label=strip.summary.clone()>
            {marks.collect_view()}
        </svg>
    }
}

fn figure(card: &Card) -> AnyView {
    let mark =
        card.mark.clone().map(|(mark, meaning)| view! { <abbr class="mark" title=meaning>{mark}</abbr> });
    match card.figure.clone() {
        CardFigure::Number { figure, unit } => {
            view! { <span class="num">{figure}</span><span class="unit">{unit}</span>" "{mark} }.into_any()
        }
        CardFigure::State(state) => view! { {state}" "{mark} }.into_any(),
        CardFigure::None => "—".into_any(),
    }
}

/// A row each: on a narrow screen each row becomes a block.
#[component]
pub fn GoalTable(
    /// The goals.
    sections: Vec<Section>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let compared =
        sections.iter().flat_map(|section| &section.items).find_map(|item| item.card.versus.clone());
    let columns = 7 + usize::from(compared.is_some());
    let bodies = sections.into_iter().map(|section| {
        let heading = heading(&section, lang).map(|heading| {
            view! {
                <tr class="division-row"><th scope="rowgroup" colspan=columns>{heading}</th></tr>
            }
        });
        let class = class(&section, "goals");
        let rows =
            section.items.into_iter().map(|item| view! { <Row card=item.card state=state.clone() lang /> });
        view! { <tbody class=class>{heading}{rows.collect_view()}</tbody> }
    });
    let bodies = bodies.collect_view();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=say!(lang, indicators)>
            <table class="goal-table">
                <thead>
                    <tr>
                        <th scope="col">{say!(lang, indicator)}</th>
                        <th scope="col" class="is-number">{say!(lang, value)}</th>
                        <th scope="col" class="is-number">{say!(lang, target)}</th>
                        <th scope="col">{say!(lang, light)}</th>
                        <th scope="col">{say!(lang, standing)}</th>
                        {compared.map(|versus| view! { <th scope="col">{versus.since}</th> })}
                        <th scope="col">{say!(lang, trend)}</th>
                        <th scope="col">{say!(lang, sources)}</th>
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
}

#[component]
fn Row(card: Card, state: ViewState, lang: Lang) -> impl IntoView {
    let to = state.to_record(View::Indicator, &card.id);
    let figure = figure(&card);
    view! {
        <tr data-indicator=card.id data-light=card.light.code()>
            <th scope="row"><Link to=to>{card.name}</Link><small>{card.lead}</small></th>
            <td class="is-number">{figure}</td>
            <td class="is-number" data-label=say!(lang, target)>{card.target}</td>
            <td><LightLabel light=card.light word=card.word lang /></td>
            <td>{card.note}</td>
            {card.versus.map(|versus| view! { <td class="is-versus"><VersusView versus lang /></td> })}
            <td class="is-spark"><SparkView spark=card.spark /></td>
            <td><ProvenanceMark provenance=card.provenance lang /></td>
        </tr>
    }
}
