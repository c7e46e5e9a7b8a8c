//! The differences in sections, the most needed first.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::scope;
use super::tools::{Dateline, NotCompared, Tools};
use crate::data::Scene;
use crate::domain::{Lang, RulePack};
use crate::model::agenda::Answers;
use crate::model::changes_page::{self, ChangesPage, Line, Section, Topic, changes_page};
use crate::route::{View, ViewState};
use crate::ui::components::{ExportTools, LightMark, Link, Seal, colour_word};
use crate::ui::context::use_route;

/// The page of changes.
#[component]
pub fn LinesView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let page = {
        let scene = scene.clone();
        Memo::new(move |_| route.state.with(|state| changes_page(&scope(&scene, lang), state)))
    };
    let ChangesPage { as_of, since, departments, demo, .. } = page.get_untracked();
    let filtered = Signal::derive(move || page.with(|page| page.filtered));
    let file = ["changes".to_owned(), scene.edition.month.to_string()];
    let sheet = {
        let scene = scene.clone();
        move |()| page.with_untracked(|page| changes_page::sheet(&scope(&scene, lang), page))
    };
    let rule = Arc::new(scene.rule.clone());
    let sections = move || {
        let state = route.state.get_untracked();
        let (sections, next_due) = page.with(|page| (page.sections.clone(), page.next_due.clone()));
        let sections = sections.into_iter().map(|section| {
            let next_due = next_due.clone().filter(|_| section.topic == Topic::Due);
            view! { <SectionView section next_due rule=rule.clone() state=state.clone() lang /> }
        });
        sections.collect_view()
    };
    let followers =
        move || page.with(|page| page.followers.clone()).map(|said| view! { <p class="caption">{said}</p> });
    view! {
        <section class="page changes-page">
            <Dateline as_of since demo lang />
            <h1>{move || page.with(|page| page.headline.clone())}</h1>
            <p class="lead" aria-live="polite">{move || page.with(|page| page.lead.clone())}</p>
            {followers}
            <NotCompared scene=scene.clone() only_due=true lang />
            <Tools scene departments filtered lang />
            {sections}
            <div class="list-foot"><ExportTools file sheet lang /></div>
        </section>
    }
}

#[component]
fn SectionView(
    section: Section,
    /// What falls due next, where nothing of the section does.
    next_due: Option<String>,
    rule: Arc<RulePack>,
    state: ViewState,
    lang: Lang,
) -> impl IntoView {
    let Section { topic, lines } = section;
    let heading = format!("changes-{}", topic.code());
    let labelled_by = heading.clone();
    let count = lines.len();
    let name = topic.name(rule.rule, lang);
    let lines = match topic {
        Topic::Due => view! { <Days lines rule state lang /> }.into_any(),
        _ => view! { <Lines lines rule state lang /> }.into_any(),
    };
    view! {
        <section class="change-section" aria-labelledby=labelled_by data-topic=topic.code()>
            <h2 id=heading>{name}<small>{lang.pick(format!("{count}项"), count.to_string())}</small></h2>
            {next_due.map(|said| view! { <p>{said}</p> })}
            {lines}
        </section>
    }
}

#[component]
fn Lines(lines: Vec<Line>, rule: Arc<RulePack>, state: ViewState, lang: Lang) -> impl IntoView {
    let lines =
        lines.into_iter().map(|line| view! { <LineView line rule=rule.clone() state=state.clone() lang /> });
    view! { <ul class="change-lines">{lines.collect_view()}</ul> }
}

/// What falls due, under its day.
#[component]
fn Days(lines: Vec<Line>, rule: Arc<RulePack>, state: ViewState, lang: Lang) -> impl IntoView {
    let mut days: Vec<(String, Vec<Line>)> = Vec::new();
    for mut line in lines {
        let day = line.when.take().unwrap_or_default();
        match days.last_mut().filter(|(last, _)| *last == day) {
            Some((_, lines)) => lines.push(line),
            None => days.push((day, vec![line])),
        }
    }
    let days = days.into_iter().map(|(day, lines)| {
        view! { <div class="change-day"><h3>{day}</h3><Lines lines rule=rule.clone() state=state.clone() lang /></div> }
    });
    days.collect_view()
}

#[component]
fn LineView(line: Line, rule: Arc<RulePack>, state: ViewState, lang: Lang) -> impl IntoView {
    let to = line.target(&state);
    let said = move |light| {
        format!("{}{}{}", colour_word(light, lang), lang.pick("，", ", "), rule.label(light, lang))
    };
    let today = line.today.map(|light| view! { <LightMark light title=said(light) /> });
    let mark = line.turn.map(|(from, to)| {
        view! { <span class="turn"><LightMark light=from title=said(from) />"→"<LightMark light=to title=said(to) /></span> }
    });
    let change = line.change.map(|(from, to)| {
        view! { <p class="from-to"><span>{from}</span>" → "<b>{to}</b></p> }
    });
    let seal = line.seal.map(|(number, seal)| view! { <Seal number seal /> });
    let when = line.when.map(|when| view! { <span class="when">{when}</span> });
    let cause = (!line.cause.is_empty()).then(|| view! { <p>{line.cause}</p> });
    let demo = line.demo.then(|| view! { <span class="demo">{say!(lang, demo)}</span> });
    view! {
        <li data-record=line.id>
            {(mark.is_some() || when.is_some()).then(|| view! { <div class="change-mark">{today}{mark}{when}</div> })}
            <div class="change-what">
                <p class="change-name">{seal}<b><Link to=to>{line.name}</Link></b><small class="tag">{line.sort}</small>{demo}</p>
                {change}{cause}
            </div>
            <div class="change-who">{line.department.map(|department| view! { <Lead department state lang /> })}</div>
        </li>
    }
}

/// Who leads, and whether that was inferred.
#[component]
pub fn Lead(
    /// The department.
    department: Answers,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let Answers { id, name, inferred } = department;
    let to = state.to_record(View::Departments, &id);
    let inferred = inferred.then(|| {
        view! { <small>{lang.pick("（", " (")}{say!(lang, inferred)}{lang.pick("）", ")")}</small> }
    });
    view! { <span class="led-by"><small>{say!(lang, lead_role)}" "</small><Link to=to>{name}</Link>{inferred}</span> }
}
