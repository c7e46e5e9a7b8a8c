//! Every piece that pages are made of, in all its states, for contributors.

use std::sync::Arc;

use leptos::prelude::*;

use super::goal_filters::GoalFilters;
use super::goal_list::GoalTable;
use super::goal_trend::TrendFigure;
use super::scope;
use crate::data::{Scene, Trouble};
use crate::domain::{Lang, Light, RulePack};
use crate::model::page::{self, IndicatorPage};
use crate::model::showcase::{Exhibit, showcase};
use crate::model::{Provenance, list};
use crate::route::{Theme, View, ViewState};
use crate::snapshot::{Code, Finding};
use crate::ui::components::{
    CardView, Choice, DemoMark, FailedCard, FindingsNotice, LightCounts, LightLabel, LightMark, Link,
    LoadingCard, ProvenanceMark, Seal, Segments, TroubleNotice, use_notice,
};
use crate::ui::context::use_route;

/// The style guide.
#[component]
pub fn StyleguideView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let state = route.state.get_untracked();
    let listed = {
        let scene = scene.clone();
        Memo::new(move |_| {
            let mut listed = route.state.with(|state| list::list(&scope(&scene, lang), state));
            for section in &mut listed.sections {
                section.items.truncate(3);
            }
            listed
        })
    };
    let table = move || {
        let (state, sections) = (route.state.get_untracked(), listed.with(|listed| listed.sections.clone()));
        view! { <GoalTable sections state lang /> }
    };
    let scope = scope(&scene, lang);
    let measured = scope.edition.indicators.iter().find(|indicator| indicator.goal.kind.is_measured());
    let chart = measured.and_then(|indicator| page::page(&scope, &indicator.id));
    let broken = Finding::error(
        Code::WrongType,
        "/indicators/3/series/values/8",
        "a number or a reason",
        "\"87.6%%\"",
    );
    let lost = Trouble {
        file: scene.entry.file.clone(),
        findings: vec![Finding::error(Code::Unavailable, "", "HTTP 200", "HTTP 503")],
    };
    view! {
        <section class="page guide">
            <h1>{say!(lang, styleguide)}</h1>
            <p>{say!(lang, guide_note)}" "<DemoMark lang /></p>
            <h2>{say!(lang, guide_lights)}</h2>
            <div class="guide-themes">
                {[Theme::Light, Theme::Dark, Theme::Contrast].map(|theme| view! { <Lights theme rule=scene.rule.clone() lang /> })}
            </div>
            <h2>{say!(lang, guide_cards)}</h2>
            <Cards exhibits=showcase(&scope) broken=broken.clone() state=state.clone() lang />
            <h2>{say!(lang, guide_frame)}</h2>
            {chart.map(|IndicatorPage { trend, frame, sheet, strip, rows, unit, forecast, .. }| view! {
                <TrendFigure trend frame sheet strip rows unit forecast json=None lang />
            })}
            <h2>{say!(lang, guide_table)}</h2>
            <GoalFilters scene=scene.clone() listed lang />
            {move || view! { <LightCounts tally=listed.with(|listed| listed.tally) lang /> }}
            {table}
            <h2>{say!(lang, guide_choices)}</h2>
            <Choices lang />
            <h2>{say!(lang, guide_buttons)}</h2>
            <Buttons state lang />
            <h2>{say!(lang, guide_findings)}</h2>
            <TroubleNotice trouble=lost stale=Some(scene.edition.as_of) lang />
            <FindingsNotice findings=vec![broken, Finding::warning(Code::RolledBack, "/sequence", "37", "36")] lang />
            <h2>{say!(lang, guide_marks)}</h2>
            <Marks scene lang />
            <h2>{say!(lang, guide_type)}</h2>
            <div class="guide-type">
                <p class="guide-headline">{say!(lang, guide_headline)}</p>
                <p class="figure">"1,234.5"<span class="unit">" %"</span></p>
                <p>{say!(lang, guide_body)}</p>
                <p class="caption">{say!(lang, guide_caption)}</p>
            </div>
        </section>
    }
}

/// The five lights in a theme, whatever the page's own.
#[component]
fn Lights(theme: Theme, rule: RulePack, lang: Lang) -> impl IntoView {
    let name = match theme {
        Theme::Dark => say!(lang, theme_dark),
        Theme::Contrast => say!(lang, theme_contrast),
        _ => say!(lang, theme_light),
    };
    let lights = [Light::Green, Light::Yellow, Light::Red, Light::NotDue, Light::NoData].map(|light| {
        let word = rule.label(light, lang).to_owned();
        view! { <li><LightLabel light word lang /></li> }
    });
    let sizes = Light::ALL.map(|light| view! { <LightMark light /> });
    view! {
        <section data-theme=theme.code()>
            <h3>{name}</h3>
            <ul>{lights}</ul>
            <p class="guide-sizes" aria-hidden="true">{sizes}</p>
        </section>
    }
}

/// A card in every state.
#[component]
fn Cards(exhibits: Vec<Exhibit>, mut broken: Finding, state: ViewState, lang: Lang) -> impl IntoView {
    broken.record = Some("ind-example".into());
    let frame = |name: &'static str, altered: bool, card: AnyView| {
        let note = altered.then(|| say!(lang, guide_altered));
        view! { <section class="guide-state"><h3>{name}{note}</h3>{card}</section> }
    };
    let cards = exhibits.into_iter().map(|Exhibit { state: name, card, altered }| {
        let card = match card {
            Some(card) => view! { <CardView card state=state.clone() lang /> }.into_any(),
            None => view! { <p class="caption">{say!(lang, guide_absent)}</p> }.into_any(),
        };
        frame(name, altered, card)
    });
    let cards = cards.collect_view();
    view! {
        <div class="guide-cards">
            {frame(say!(lang, guide_loading), false, view! { <LoadingCard /> }.into_any())}
            {cards}
            {frame(say!(lang, guide_failed), false, view! { <FailedCard finding=broken lang /> }.into_any())}
        </div>
    }
}

#[component]
fn Choices(lang: Lang) -> impl IntoView {
    let chosen = RwSignal::new("table");
    let sort = RwSignal::new(String::from("plan"));
    let options = [("plan", say!(lang, sort_plan)), ("light", say!(lang, sort_light))];
    view! {
        <div class="guide-row">
            <Choice
                label=say!(lang, sort)
                options=options.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
                chosen=sort.into()
                choose=Callback::new(move |value| sort.set(value))
            />
            <label class="field"><span>{say!(lang, find)}</span><input type="search" /></label>
            <Segments
                label=say!(lang, face)
                options=vec![("table", say!(lang, face_table)), ("cards", say!(lang, face_cards))]
                chosen=chosen.into()
                choose=Callback::new(move |value| chosen.set(value))
            />
        </div>
    }
}

#[component]
fn Buttons(state: ViewState, lang: Lang) -> impl IntoView {
    let notice = use_notice();
    view! {
        <div class="guide-row">
            <button type="button" class="button" on:click=move |_| notice.show(say!(lang, guide_message).to_owned())>{say!(lang, guide_toast)}</button>
            <button type="button" class="button is-plain" disabled>{say!(lang, retry)}</button>
            <button type="button" class="text-button">{say!(lang, guide_button)}</button>
            <Link to=state.to_view(View::Overview)>{say!(lang, guide_link)}</Link>
        </div>
    }
}

#[component]
fn Marks(scene: Arc<Scene>, lang: Lang) -> impl IntoView {
    let domains = scene.edition.domains.iter().enumerate().map(|(index, domain)| {
        view! { <li><Seal number={index + 1} seal=domain.seal.clone() />" "{domain.name.get(lang).to_owned()}</li> }
    });
    let swatches = |stem: &'static str, count: usize| {
        (1..=count).map(|step| view! { <path class=format!("{stem}-{step}") d=format!("M{} 0h20v16h-20z", (step - 1) * 20) /> }).collect_view()
    };
    view! {
        <ul class="guide-row">{domains.collect_view()}</ul>
        <p class="guide-row">
            <DemoMark lang />
            <ProvenanceMark provenance=Provenance::Demo lang />
            <ProvenanceMark provenance=Provenance::Sourced lang />
            <ProvenanceMark provenance=Provenance::Plan lang />
        </p>
        <p class="guide-row">
            <span>{say!(lang, guide_sequential)}</span>
            <svg class="guide-ramp" viewBox="0 0 100 16" aria-hidden="true">{swatches("tone", 5)}</svg>
        </p>
    }
}
