//! How the plan stands: headline, lights per domain, every goal, changes, dues, and the townships.

use std::sync::Arc;

use leptos::prelude::*;

use super::scope;
use crate::data::Scene;
use crate::domain::{Lang, Light, RulePack, Tally};
use crate::model::changes::LightChange;
use crate::model::dues::Due;
use crate::model::overview::{self, DomainGroup, Overview, Timeline};
use crate::route::{View, ViewState};
use crate::snapshot::Finding;
use crate::ui::components::{
    CardView, DemoMark, FailedCard, LightCells, LightHeads, LightMark, Link, Seal, TownshipMap,
};
use crate::ui::context::use_route;

/// The overview page.
#[component]
pub fn OverviewView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state.get_untracked();
    let Overview {
        as_of,
        issue,
        published,
        headline,
        lead,
        groups,
        tally,
        timeline,
        since,
        changes,
        dues,
        demo,
    } = overview::overview(&scope(&scene, lang));
    let lead = lead
        .into_iter()
        .map(|run| if run.strong { view! { <b>{run.text}</b> }.into_any() } else { run.text.into_any() });
    let words = [Light::Green, Light::Yellow, Light::Red, Light::NotDue, Light::NoData].map(|light| {
        let word = scene.rule.label(light, lang).to_owned();
        view! { <li><LightMark light />{word}</li> }
    });
    view! {
        <section class="lede" aria-labelledby="headline">
            <div class="lede-text">
                <p class="dateline">
                    <span>{as_of}</span><span>{issue}</span>{published.map(|day| view! { <span>{day}</span> })}
                    {demo.then(|| view! { <DemoMark lang /> })}
                </p>
                <h1 id="headline">{headline}</h1>
                <p class="lead">{lead.collect_view()}</p>
            </div>
            <div class="lede-table">
                <LightTable groups=groups.clone() tally state=state.clone() lang />
                <TimelineBar timeline />
            </div>
        </section>
        <ul class="legend" aria-hidden="true">
            <li><svg viewBox="0 0 26 10"><path class="actual" d="M1 8q8-1 12-4t12-2" /></svg>{say!(lang, actual)}</li>
            <li><svg viewBox="0 0 26 10"><path class="pace" d="M1 8 25 2" /></svg>{say!(lang, pace)}</li>
            <li><svg viewBox="0 0 16 10"><path class="pole" d="M8 10V1" /><path class="pole-cap" d="M3 1h10" /></svg>{say!(lang, pole)}</li>
            {words}
        </ul>
        <h2 class="unseen">{say!(lang, goals_title)}</h2>
        <div class="groups">
            {groups.into_iter().map(|group| view! { <Group group state=state.clone() lang /> }).collect_view()}
        </div>
        <Unread scene=scene.clone() lang />
        <div class="afterword">
            <Changes since changes rule=scene.rule.clone() state=state.clone() lang />
            <Dues dues state lang />
            <TownshipMap scene lang />
        </div>
    }
}

/// Which lights each domain has.
#[component]
fn LightTable(groups: Vec<DomainGroup>, tally: Tally, state: ViewState, lang: Lang) -> impl IntoView {
    let rows = groups.into_iter().map(|group| {
        let mut to = state.to_view(View::Indicators);
        to.domain = Some(group.id);
        let marks = group.lights.into_iter().map(|light| view! { <LightMark light /> });
        view! {
            <tr>
                <th scope="row"><Seal number=group.number seal=group.seal /><Link to=to>{group.name}</Link></th>
                <td class="marks">{marks.collect_view()}</td>
                <LightCells tally=group.tally lang />
            </tr>
        }
    });
    view! {
        <table class="light-table">
            <thead>
                <tr>
                    <th scope="col">{say!(lang, domain)}</th>
                    <th scope="col">{say!(lang, one_mark)}</th>
                    <LightHeads lang />
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{say!(lang, all)}</th>
                    <td>{tally.total()}{say!(lang, goals)}</td>
                    <LightCells tally lang />
                </tr>
            </tfoot>
        </table>
    }
}

/// The plan's months, gone and left.
#[component]
fn TimelineBar(timeline: Timeline) -> impl IntoView {
    let months = (0..timeline.total).map(|month| {
        let tall = if month % 12 == 0 { 0 } else { 4 };
        let class = if month < timeline.gone { "gone" } else { "left" };
        view! { <rect class=class x=month * 8 y=tall width="6" height=16 - tall /> }
    });
    view! {
        <p class="timeline">
            <svg viewBox=format!("0 0 {} 17", timeline.total * 8) aria-hidden="true">{months.collect_view()}</svg>
            <span>{timeline.text}</span>
        </p>
    }
}

/// A domain's goals.
#[component]
fn Group(group: DomainGroup, state: ViewState, lang: Lang) -> impl IntoView {
    let DomainGroup { id, number, name, position, seal, segments, .. } = group;
    let heading = format!("domain-{id}");
    let labelled_by = heading.clone();
    let to = state.to_record(View::Domain, &id);
    let segments = segments.into_iter().enumerate().map(|(index, cards)| {
        let count = cards.len();
        let cards = cards.into_iter().map(|card| view! { <CardView card state=state.clone() lang /> });
        let cards = cards.collect_view();
        let header = if index == 0 {
            let (to, name) = (to.clone(), name.clone());
            view! { <h3 id=heading.clone()><Link to=to>{name}</Link></h3><p>{position.clone()}</p> }
                .into_any()
        } else {
            view! { <p class="continued">{name.clone()}{say!(lang, continued)}</p> }.into_any()
        };
        view! {
            <div class=format!("segment of-{count}") class:is-continued={index > 0}>
                <header><Seal number seal=seal.clone() />{header}</header>
                <div class="cards">{cards}</div>
            </div>
        }
    });
    let segments = segments.collect_view();
    view! { <section class=format!("group domain-{number}") aria-labelledby=labelled_by>{segments}</section> }
}

/// Goals whose records could not be read.
#[component]
fn Unread(scene: Arc<Scene>, lang: Lang) -> impl IntoView {
    let lost = |finding: &&Finding| {
        let known = |id: &String| scene.edition.indicator(id).is_some();
        finding.pointer.starts_with("/indicators/") && finding.record.as_ref().is_some_and(|id| !known(id))
    };
    let cards: Vec<_> = scene.findings.iter().filter(lost).cloned().collect();
    (!cards.is_empty()).then(|| {
        let cards = cards.into_iter().map(|finding| view! { <FailedCard finding lang /> });
        view! {
            <section class="card-section">
                <h2>{say!(lang, unread_goals)}</h2>
                <div class="card-grid">{cards.collect_view()}</div>
            </section>
        }
    })
}

#[component]
fn Changes(
    since: Option<String>,
    changes: Vec<LightChange>,
    rule: RulePack,
    state: ViewState,
    lang: Lang,
) -> impl IntoView {
    let unchanged = if since.is_some() { say!(lang, no_turns) } else { say!(lang, no_changes) };
    let empty = changes.is_empty().then(|| view! { <p>{unchanged}</p> });
    let title = since.unwrap_or_else(|| say!(lang, what_changed).to_owned());
    let items = changes.into_iter().map(|change| {
        let to = state.to_record(View::Indicator, &change.id);
        let (from, now) = (rule.label(change.from, lang).to_owned(), rule.label(change.to, lang).to_owned());
        view! {
            <li>
                <span class="turn"><LightMark light=change.from title=from />"→"<LightMark light=change.to title=now /></span>
                <div><b><Link to=to>{change.name}</Link></b><p>{change.cause}</p></div>
            </li>
        }
    });
    view! {
        <section class="changes">
            <h2>{title}</h2>
            {empty}
            <ul class="ledger">{items.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Dues(dues: Vec<Due>, state: ViewState, lang: Lang) -> impl IntoView {
    let empty = dues.is_empty().then(|| view! { <p>{say!(lang, nothing_due)}</p> });
    let items = dues.into_iter().map(|due| {
        let name = match due.id {
            Some(id) => {
                let to = state.to_record(View::Indicator, &id);
                view! { <Link to=to>{due.name}</Link> }.into_any()
            }
            None => due.name.into_any(),
        };
        view! { <li><span class="when">{due.when}</span><div><b>{name}</b><p>{due.detail}</p></div></li> }
    });
    view! {
        <section class="dues">
            <h2>{say!(lang, what_is_due)}</h2>
            {empty}
            <ul class="ledger">{items.collect_view()}</ul>
        </section>
    }
}
