//! One goal in full.

use std::sync::Arc;

use leptos::prelude::*;

use super::goal_relations::RelationsSection;
use super::goal_townships::TownshipBars;
use super::goal_trend::{FigureTable, TrendFigure};
use super::notice_lines::NoticesAbout;
use super::{json_of, scope};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::page::{self, Fact, IndicatorPage, SourceLine};
use crate::model::why::Why;
use crate::route::{Piece, View, ViewState};
use crate::ui::components::{LightLabel, LightMark, Link, NotFound, ProvenanceMark, Seal};
use crate::ui::context::use_route;

/// A goal's page, or a way back where the edition has no such goal.
#[component]
pub fn IndicatorView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let id = Memo::new(move |_| state.with(|state| state.id.clone().unwrap_or_default()));
    move || {
        match page::page(&scope(&scene, lang), &id.get()) {
        Some(page) => match state.with_untracked(ViewState::piece) {
            Some(Piece::Table) => view! { <FigureTable rows=page.rows unit=page.unit whole=true lang /> }.into_any(),
            Some(_) => {
                let IndicatorPage { trend, frame, sheet, strip, rows, unit, forecast, .. } = page;
                view! { <TrendFigure trend frame sheet strip rows unit forecast json=None lang /> }.into_any()
            }
            None => view! { <Page page scene=scene.clone() state=state.get_untracked() lang /> }.into_any(),
        },
        None => view! { <NotFound id=id.get() back=state.with_untracked(|state| state.to_view(View::Indicators)) label=say!(lang, back_to_list) lang /> }.into_any(),
    }
    }
}

#[component]
fn Page(page: IndicatorPage, scene: Arc<Scene>, state: ViewState, lang: Lang) -> impl IntoView {
    let IndicatorPage {
        card,
        domain: (number, seal, domain),
        headline,
        trend,
        frame,
        sheet,
        lead,
        about,
        facts,
        strip,
        why,
        forecast,
        rows,
        ..
    } = page;
    let mut of_domain = state.to_view(View::Indicators);
    of_domain.domain = Some(card.domain.clone());
    let [previous, next] = page.neighbours;
    let json = json_of(card.id.clone(), scene.clone(), lang);
    view! {
        <article class=format!("page goal domain-{number}") data-indicator=card.id.clone() data-light=card.light.code()>
            <nav class="crumbs" aria-label=say!(lang, path)>
                <Link to=state.to_view(View::Indicators)>{say!(lang, indicators)}</Link>
                <span aria-hidden="true">"/"</span>
                <Seal number seal />
                <Link to=of_domain>{domain}</Link>
                <span>{lead}</span>
            </nav>
            <header class="goal-head">
                <div>
                    <h1>{headline}</h1>
                    <Facts facts lang card_word=card.word light=card.light />
                </div>
                <aside><p>{about}</p><ProvenanceMark provenance=card.provenance lang /></aside>
            </header>
            <div class="goal-body">
                <div>
                    <TrendFigure trend frame sheet strip rows unit=page.unit forecast json=Some(json) lang />
                </div>
                <aside>
                    <WhyPanel why />
                    {page.bars.map(|bars| view! { <TownshipBars bars layer=card.id.clone() provenance=card.provenance scene state=state.clone() lang /> })}
                    <Sources sources=page.sources lang />
                </aside>
            </div>
            <RelationsSection relations=page.relations state=state.clone() lang />
            <NoticesAbout notices=page.notices state=state.clone() lang />
            <nav class="neighbours" aria-label=say!(lang, neighbours)>
                {previous.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Indicator, &id)>"← "{say!(lang, previous)}{lang.pick("：", ": ")}{name}</Link>
                })}
                {next.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Indicator, &id)>{say!(lang, next)}{lang.pick("：", ": ")}{name}" →"</Link>
                })}
            </nav>
        </article>
    }
}

#[component]
fn Facts(facts: Vec<Fact>, card_word: String, light: crate::domain::Light, lang: Lang) -> impl IntoView {
    let (minor, main): (Vec<Fact>, Vec<Fact>) = facts.into_iter().partition(|fact| fact.minor);
    let show = |facts: Vec<Fact>| {
        let facts = facts.into_iter().map(|fact| view! {
            <div class:is-minor=fact.minor><dt>{fact.label}</dt><dd><span class="num">{fact.value}</span><span class="unit">{fact.unit}</span></dd></div>
        });
        facts.collect_view()
    };
    view! {
        <dl class="facts">
            {show(main)}
            <div><dt>{say!(lang, light)}</dt><dd><LightLabel light word=card_word lang /></dd></div>
            {show(minor)}
        </dl>
    }
}

/// The arithmetic of the light.
#[component]
fn WhyPanel(why: Why) -> impl IntoView {
    let rows = why.rows.into_iter().map(|row| {
        view! {
            <div><dt>{row.label}<small>{row.detail}</small></dt><dd>{row.value}</dd></div>
        }
    });
    let difference =
        why.difference.map(|row| view! { <div class="sum"><dt>{row.label}</dt><dd>{row.value}</dd></div> });
    view! {
        <section class="why">
            <h2><LightMark light=why.light />{why.title}</h2>
            <dl>{rows.collect_view()}{difference}</dl>
            <p>{why.verdict}</p>
            <p class="caption">{why.line}</p>
        </section>
    }
}

#[component]
fn Sources(sources: Vec<SourceLine>, lang: Lang) -> impl IntoView {
    let items = sources.into_iter().map(|source| match source.url {
        Some(url) => view! { <li><a href=url rel="noopener noreferrer">{source.text}</a></li> }.into_any(),
        None => view! { <li>{source.text}</li> }.into_any(),
    });
    view! {
        <section class="sources">
            <h2>{say!(lang, sources)}</h2>
            <ul>{items.collect_view()}</ul>
        </section>
    }
}
