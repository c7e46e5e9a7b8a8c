//! The months of an item as a strip of lights, a piece for each year.

use leptos::prelude::*;

use super::super::strip_cursor::{CursorStrip, StripCursor};
use crate::domain::{Lang, Light, Month};
use crate::model::progress::{Mark, MonthCell};
use crate::option::Cursor;

/// The width of a month, in units of the picture.
const STEP: i32 = 12;

/// The strip of an item.
#[component]
pub fn MonthStrip(
    /// The item's position.
    at: usize,
    /// Its name.
    name: String,
    /// Its months.
    months: Vec<MonthCell>,
    /// The months in a sentence.
    summary: String,
    /// The edition's month.
    now: Month,
    /// Where the reader is.
    cursor: StripCursor,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let start = months.iter().position(|month| month.month == now).unwrap_or_default();
    let way = Cursor { points: months.iter().map(|month| month.said.clone()).collect(), start };
    let label = lang.pick(format!("{name}：{summary}"), format!("{name}: {summary}"));
    let picture = move |shown: Memo<Option<usize>>| {
        let years = years(&months).into_iter().map(|(first, year)| {
            let size = year.len() as i32;
            let marks =
                year.iter().enumerate().map(|(place, month)| mark(place as i32, month)).collect_view();
            let number = year.first().map(|month| month.month.year());
            let line = year.iter().position(|month| month.month == now).map(|place| {
                let x = (place as i32 + 1) * STEP;
                view! { <path class="now" d=format!("M{x} 0v16") /> }
            });
            let length = year.len();
            let pointed = move || {
                let place = shown.get()?.checked_sub(first).filter(|place| *place < length)?;
                let x = place as i32 * STEP;
                Some(view! { <path class="pointed" d=format!("M{} 1h11v14h-11z", x.max(1)) /> })
            };
            view! {
                <span class="strip-part">
                    <span class="strip-part-year" aria-hidden="true">{number}</span>
                    <svg class="months-year" viewBox=format!("0 0 {} 16", size * STEP) aria-hidden="true">
                        <path class="base" d=format!("M0 8h{}", size * STEP) />
                        {line}{marks}{pointed}
                    </svg>
                </span>
            }
        });
        years.collect_view().into_any()
    };
    view! { <CursorStrip at class="month-strip" label role=say!(lang, months_role) way picture cursor /> }
}

/// The months by year, each with the position of its first.
fn years(months: &[MonthCell]) -> Vec<(usize, &[MonthCell])> {
    let mut first = 0;
    let parts = months.chunk_by(|one, other| one.month.year() == other.month.year());
    parts
        .map(|part| {
            let at = first;
            first += part.len();
            (at, part)
        })
        .collect()
}

/// The shape of a month.
fn mark(place: i32, month: &MonthCell) -> Option<AnyView> {
    let x = place * STEP;
    let (class, shape) = match month.mark {
        Mark::Light(Light::Red) => ("red", format!("M{} 3.5h9v9h-9z", x + 1)),
        Mark::Light(Light::Yellow) => ("yellow", format!("M{} 3.5l4.5 9h-9z", x + 6)),
        Mark::Light(Light::Green) => ("green", format!("M{} 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0", x + 2)),
        Mark::Light(Light::NotDue | Light::NoData) => ("none", format!("M{} 8h3.4m2.2 0h3.4", x + 1)),
        Mark::Ahead(true) => ("due", format!("M{} 8h0", x + 6)),
        Mark::Ahead(false) => ("dot", format!("M{} 8h0", x + 6)),
        Mark::Nothing => return None,
    };
    let said = month.said.clone();
    Some(view! { <path class=format!("month is-{class}") d=shape><title>{said}</title></path> }.into_any())
}

/// The years above the strips, on the same scale.
#[component]
pub fn YearTicks(
    /// The plan's first and last month.
    span: [Month; 2],
) -> impl IntoView {
    let [first, last] = span;
    let years = (first.year()..=last.year()).map(|year| {
        let months = first.to(last).filter(|month| month.year() == year).count() as i32;
        view! {
            <span class="strip-part">
                <span class="strip-tick">{year}</span>
                <svg class="months-year" viewBox=format!("0 0 {} 4", months * STEP) aria-hidden="true">
                    <path class="tick" d=ticks(months) />
                </svg>
            </span>
        }
    });
    view! { <span class="month-ticks">{years.collect_view()}</span> }
}

/// A tick at each quarter.
fn ticks(months: i32) -> String {
    (0..=months)
        .step_by(3)
        .map(|month| format!("M{} 0v4", (month * STEP).clamp(1, months * STEP - 1)))
        .collect()
}
