//! A task as a line of the timeline: its name and light, and its bar on the time that all share.

use std::sync::Arc;

use leptos::prelude::*;

use super::pointed::mark_of;
use super::scope;
use super::strip_cursor::{CursorStrip, HINT, StripCursor};
use super::task_line::{Name, lead};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::tasks::{Axis, Bar, Milestone, State, TaskRow, bar};
use crate::option::Cursor;
use crate::route::ViewState;
use crate::ui::components::LightLabel;

/// The width of a month, in units of the picture.
const STEP: i32 = 12;
/// The height of a bar's picture.
const HEIGHT: i32 = 22;
/// The middle of a bar.
const MIDDLE: i32 = 11;

/// What all lines share.
#[derive(Clone)]
pub struct Time {
    /// The time.
    pub axis: Axis,
    /// Where the reader is.
    pub cursor: StripCursor,
    scene: Arc<Scene>,
}

impl Time {
    /// The time of an edition's tasks; the keys go from row to row in this order.
    pub fn new(scene: Arc<Scene>, order: Memo<Vec<usize>>) -> Self {
        Self { axis: Axis::of(&scene.edition), cursor: StripCursor::new("time", order), scene }
    }
}

/// The head: the years over the bars.
#[component]
pub fn TimeHead(
    /// The time.
    axis: Axis,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let years = (axis.from.year()..=axis.to.year()).map(|year| {
        let months = axis.from.to(axis.to).filter(|month| month.year() == year).count();
        view! { <span class="time-year" style:flex=format!("{months} 1 0")>{year}</span> }
    });
    let years = years.collect_view();
    view! {
        <thead>
            <tr>
                <th scope="col">{say!(lang, task)}</th>
                <th scope="col">{say!(lang, light)}</th>
                <th scope="col"><span class="unseen">{say!(lang, timeline)}</span><span class="time-years" aria-hidden="true">{years}</span></th>
            </tr>
        </thead>
    }
}

/// What the marks mean, which keys there are, and what they say.
#[component]
pub fn TimeKeys(
    /// The time.
    axis: Axis,
    /// Where the reader is.
    cursor: StripCursor,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let key = [
        (State::Met, say!(lang, time_met)),
        (State::Late(axis.now), say!(lang, time_late)),
        (State::Missed, say!(lang, time_missed)),
        (State::NoData, say!(lang, time_no_data)),
        (State::Ahead, say!(lang, time_ahead)),
    ];
    let key = key.map(|(state, word)| {
        view! { <li><svg class="time-key" viewBox="0 0 12 22" aria-hidden="true">{diamond(state, 6)}</svg>{word}</li> }
    });
    view! {
        <ul class="time-legend caption">
            <li><svg class="time-key is-wide" viewBox="0 0 36 22" aria-hidden="true"><path class="planned" d="M0 11h36" /><path class="done" d="M0 11h20" /></svg>{say!(lang, time_bar)}</li>
            {key}
            <li><svg class="time-key" viewBox="0 0 12 22" aria-hidden="true"><path class="now" d="M6 0v22" /></svg>{say!(lang, time_now)}</li>
        </ul>
        <p class="caption is-keys" id=HINT>{say!(lang, time_hint)}</p>
        <p class="unseen" role="status" data-point="">{move || cursor.said.get()}</p>
    }
}

/// A task.
#[component]
pub fn TimeLine(
    /// Its entry in the ledger.
    at: usize,
    /// Its position in the edition.
    task: usize,
    /// The task as a row.
    row: TaskRow,
    /// CSS classes.
    class: String,
    /// What all lines share.
    time: Time,
    /// Whether its parts are seen.
    is_open: Signal<bool>,
    /// Opens or closes it.
    toggle: Callback<()>,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let own = row.id.clone();
    let here = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
    let (mark, id) = (mark_of(&row.id), row.id.clone());
    let Time { axis, cursor, scene } = time;
    let goals = row.goals.iter().filter_map(|goal| scene.edition.indicator(&goal.id));
    let bar = bar(&scope(&scene, lang), &scene.edition.tasks[task], goals);
    let label = lang.pick(format!("{}：{}", row.name, bar.said), format!("{}: {}", row.name, bar.said));
    let points: Vec<String> = std::iter::once(bar.said.clone())
        .chain(bar.milestones.iter().map(|milestone| milestone.said.clone()))
        .collect();
    let empty = bar.due.is_none() && bar.milestones.is_empty();
    let none = (empty && !row.principle && !row.is_part)
        .then(|| view! { <span class="time-none">{say!(lang, not_stated)}</span> });
    let demo = row.demo.then(|| view! { <span class="demo">{say!(lang, demo)}</span> });
    let light = row.light.clone().map(|(light, word)| view! { <LightLabel light word lang /> });
    let way = Cursor { points, start: 0 };
    let picture = move |shown| picture(&bar, axis, shown);
    view! {
        <tr id=mark class=class data-task=id tabindex="-1" aria-current=here>
            <th scope="row"><Name row=row.clone() state=state.clone() is_open toggle lang /></th>
            <td class="time-light">{light}<small>{lead(&row, &state, lang)}" "{demo}</small></td>
            <td class="time-place">
                <CursorStrip at class="time-strip" label role=say!(lang, time_role) way picture cursor />
                {none}
            </td>
        </tr>
    }
}

/// The years, the span until it is due, how much of it is done, the due points and today.
fn picture(bar: &Bar, axis: Axis, shown: Memo<Option<usize>>) -> AnyView {
    let width = axis.months() * STEP;
    let years: String = axis
        .from
        .to(axis.to)
        .filter(|month| month.month() == 1)
        .map(|month| format!("M{} 0v{HEIGHT}", (axis.end_of(month) - 1) * STEP))
        .collect();
    let now = axis.end_of(axis.now) * STEP;
    let span = bar.due.map(|due| axis.end_of(due) * STEP);
    let planned = span.map(|end| view! { <path class="planned" d=format!("M0 {MIDDLE}H{end}") /> });
    let done = span.zip(bar.done).map(|(end, done)| {
        let end = f64::from(end) * done;
        view! { <path class="done" d=format!("M0 {MIDDLE}H{end:.1}") /> }
    });
    let place = move |milestone: &Milestone| axis.end_of(milestone.month) * STEP - STEP / 2;
    let places: Vec<i32> = bar.milestones.iter().map(place).collect();
    let slips = bar.milestones.iter().filter_map(|milestone| match milestone.state {
        State::Late(made_up) => {
            let to = axis.end_of(made_up) * STEP - STEP / 2;
            Some(view! { <path class="slip" d=format!("M{} {MIDDLE}H{to}m-3 -4v8", place(milestone)) /> })
        }
        _ => None,
    });
    let slips = slips.collect_view();
    let marks = bar
        .milestones
        .iter()
        .map(|milestone| {
            let said = milestone.said.clone();
            view! { <g><title>{said}</title>{diamond(milestone.state, place(milestone))}</g> }
        })
        .collect_view();
    let pointed = move || {
        let x = *places.get(shown.get()?.checked_sub(1)?)?;
        Some(view! { <path class="pointed" d=format!("M{} 1h14v20h-14z", x - 7) /> })
    };
    view! {
        <svg class="time-bar" viewBox=format!("0 0 {width} {HEIGHT}") aria-hidden="true">
            <path class="year" d=years />
            {planned}{done}{slips}
            <path class="now" d=format!("M{now} 0v{HEIGHT}") />
            {marks}{pointed}
        </svg>
    }
    .into_any()
}

/// The mark of a due point: met filled, late half filled, missed crossed, without data dashed, ahead hollow.
fn diamond(state: State, x: i32) -> AnyView {
    let whole = format!("M{x} 5l6 6-6 6-6-6z");
    let (class, inner) = match state {
        State::Met => ("green", None),
        State::Late(_) => ("yellow", Some(format!("M{x} 5v12l-6-6z"))),
        State::Missed => ("red", Some(format!("M{} 8.5l5 5m0-5l-5 5", f64::from(x) - 2.5))),
        State::NoData => ("none", None),
        State::Ahead => ("ahead", None),
    };
    view! {
        <path class=format!("point is-{class}") d=whole />
        {inner.map(|path| view! { <path class=format!("point-in is-{class}") d=path /> })}
    }
    .into_any()
}
