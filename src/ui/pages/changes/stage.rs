//! The item of the agenda that is talked about, large.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::scope;
use super::lines::Lead;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::agenda::{self, Agenda, AgendaItem, Subject};
use crate::route::ViewState;
use crate::ui::components::{LightLabel, LightMark, Link, Seal, SparkView, colour_word};
use crate::ui::context::use_route;

/// The item, its place among all, and the way to the next.
#[component]
pub fn Stage(
    /// What is shown.
    scene: Arc<Scene>,
    /// The agenda.
    shown: Memo<Agenda>,
    /// Which item is at hand.
    at: Memo<usize>,
    /// Goes to another one.
    go: Callback<usize>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let count = move || shown.with(|agenda| agenda.items.len());
    let item = Memo::new(move |_| shown.with(|agenda| agenda.items.get(at.get()).cloned()));
    let spoken =
        move || {
            let line = item.get().map(|item| item.line)?;
            let (number, count) = (at.get() + 1, count());
            Some(lang.pick(
                format!("第{number}项，共{count}项。{line}"),
                format!("Item {number} of {count}. {line}"),
            ))
        };
    let large = move || {
        let state = state.get_untracked();
        item.get().map(|item| view! { <Large item scene=scene.clone() state lang /> })
    };
    let is_first = move || at.get() == 0;
    let is_last = move || at.get() + 1 >= count();
    view! {
        <section class="agenda-stage" aria-label=say!(lang, agenda_item)>
            <p class="unseen" aria-live="polite">{spoken}</p>
            <div class="agenda-steps">
                <button type="button" class="button is-plain" aria-disabled=move || is_first().to_string() on:click=move |_| go.run(at.get_untracked().saturating_sub(1))>{say!(lang, previous)}</button>
                <p class="agenda-position"><b>{move || at.get() + 1}</b>" / "{count}</p>
                <button type="button" class="button" aria-disabled=move || is_last().to_string() on:click=move |_| go.run(at.get_untracked() + 1)>{say!(lang, next)}</button>
            </div>
            {large}
            <p class="caption agenda-keys">{say!(lang, agenda_keys)}</p>
        </section>
    }
}

#[component]
fn Large(item: AgendaItem, scene: Arc<Scene>, state: ViewState, lang: Lang) -> impl IntoView {
    let to = item.target(&state);
    let spark = agenda::picture(&scope(&scene, lang), &item);
    let before =
        item.before.map(|before| view! { <LightMark light=before title=colour_word(before, lang) />"→" });
    let facts = item.facts.into_iter().map(|fact| {
        view! { <div class:is-gap=fact.is_gap><dt>{fact.label}</dt><dd>{fact.figure}<small>{fact.unit}</small></dd></div> }
    });
    let facts = facts.collect_view();
    let demo = item.demo.then(|| view! { <span class="demo">{say!(lang, demo)}</span> });
    let open = match item.subject {
        Subject::Goal => say!(lang, open_goal),
        Subject::Task => say!(lang, open_task),
    };
    view! {
        <article data-at=item.id>
            <p class="agenda-light">
                {before}<LightLabel light=item.light word=item.word lang />
                {item.length.map(|length| view! { <span>{length}</span> })}{demo}
            </p>
            <h2>{item.headline}</h2>
            <p class="agenda-who">
                {item.seal.map(|(number, seal)| view! { <Seal number seal /> })}
                {item.department.map(|department| view! { <Lead department state lang /> })}
                <Link to=to class="agenda-open">{open}</Link>
            </p>
            <dl class="agenda-facts">{facts}</dl>
            {item.next.map(|next| view! { <p class="agenda-next">{next}{lang.pick("。", ".")}</p> })}
            {spark.map(|spark| view! { <div class="agenda-spark"><SparkView spark named=true /></div> })}
            <p class="agenda-cause">{item.cause}{lang.pick("。", ".")}</p>
        </article>
    }
}
