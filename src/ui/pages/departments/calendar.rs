//! What of a unit's goals and tasks is red, overdue, made up, and due next.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::departments::{Calendar, Dated, Horizon};
use crate::model::place::Place;
use crate::route::{View, ViewState};
use crate::ui::components::{LightMark, Link, colour_word};

/// The lists, side by side where there is room.
#[component]
pub fn CalendarSection(
    /// The lists.
    calendar: Calendar,
    /// Whether generated figures are shown.
    demo: bool,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let Calendar { red, overdue, made_up, next } = calendar;
    let horizons = [
        (Horizon::Days30, say!(lang, within_30)),
        (Horizon::Days60, say!(lang, within_60)),
        (Horizon::Days90, say!(lang, within_90)),
        (Horizon::Later, say!(lang, later)),
    ];
    let empty = next.is_empty().then(|| view! { <p class="is-faint">{say!(lang, none)}</p> });
    let next = horizons.map(|(horizon, title)| {
        let due: Vec<Dated> = next.iter().filter(|one| one.horizon == horizon).cloned().collect();
        (!due.is_empty()).then(|| {
            view! { <h4>{title}</h4><Lines lines=due state=state.clone() lang /> }
        })
    });
    let mark = move || demo.then(|| view! { " "<small class="demo">{say!(lang, demo)}</small> });
    let lists =
        [(say!(lang, red_now), red), (say!(lang, overdue), overdue), (say!(lang, made_up_now), made_up)];
    let lists = lists.map(|(title, lines)| {
        let empty = lines.is_empty().then(|| view! { <p class="is-faint">{say!(lang, none)}</p> });
        view! { <section><h3>{title}{mark()}</h3>{empty}<Lines lines state=state.clone() lang /></section> }
    });
    view! {
        <h2 class="unseen">{say!(lang, unit_calendar)}</h2>
        <div class="unit-calendar">
            <div>{lists}</div>
            <section><h3>{say!(lang, due_next)}{mark()}</h3>{empty}{next}</section>
        </div>
    }
}

#[component]
fn Lines(lines: Vec<Dated>, state: ViewState, lang: Lang) -> impl IntoView {
    let lines = lines.into_iter().map(|line| {
        let to = to_dated(&state, &line);
        let (light, word) = line.light;
        let title = format!("{} {word}", colour_word(light, lang));
        view! {
            <li>
                <LightMark light title />
                <p><Link to=to>{line.name}</Link><small>{line.note}</small></p>
                <span class="when">{line.when}</span>
            </li>
        }
    });
    view! { <ul class="unit-lines">{lines.collect_view()}</ul> }
}

fn to_dated(state: &ViewState, line: &Dated) -> ViewState {
    if line.goal {
        state.to_record(View::Indicator, &line.id)
    } else {
        Place::item(View::Tasks, &line.id).address(state)
    }
}
