//! The months of a map: a slider with a tick a month, steps, and playing.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;

use crate::browser::document;
use crate::domain::{Lang, Month};
use crate::model::layers::{PACE, Timeline};
use crate::model::map::MapModel;
use crate::ui::context::use_route;

/// The slider; nothing where there is but one month.
#[component]
pub fn TimeBar(
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let time = Memo::new(move |_| model.with(|model| model.time.clone()));
    // The months are the same for as long as the edition is: only what is shown of them moves.
    let range =
        Memo::new(move |_| time.with(|time| time.as_ref().map(|time| (time.steps(), time.years.clone()))));
    move || range.get().map(|(steps, years)| view! { <Bar time steps years lang /> })
}

#[component]
fn Bar(time: Memo<Option<Timeline>>, steps: usize, years: Vec<(String, usize)>, lang: Lang) -> impl IntoView {
    let route = use_route();
    let ticking = StoredValue::new(None::<IntervalHandle>);
    let playing = RwSignal::new(false);
    let ask = move |of: fn(&Timeline) -> Month| {
        time.with_untracked(|time| time.as_ref().map(|time| (of(time), time.named(of(time)))))
    };
    let show = move |month: Option<Month>| route.refine(|state| state.map.month = month);
    let stop = move || {
        if let Some(handle) = ticking.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        let _ = playing.try_set(false);
    };
    on_cleanup(stop);
    let go = move |of: fn(&Timeline) -> Month| {
        if let Some((_, named)) = ask(of) {
            show(named);
        }
    };
    let tick = move || {
        let more = time.with_untracked(|time| time.as_ref().is_some_and(|time| time.at < time.last));
        if more {
            go(|time| time.step(1));
        }
        // The last month is reached: nothing loops.
        if time.with_untracked(|time| time.as_ref().is_none_or(|time| time.at >= time.last)) {
            stop();
        }
    };
    let play = move |_| {
        if playing.get_untracked() {
            return stop();
        }
        go(Timeline::begin);
        // Who asks for less motion gets a step instead.
        if document::is_still() {
            return;
        }
        if let Ok(handle) = set_interval_with_handle(tick, Duration::from_millis(PACE)) {
            ticking.set_value(Some(handle));
            playing.set(true);
        }
    };
    let step = move |of: fn(&Timeline) -> Month| {
        stop();
        go(of);
    };
    let slide = move |event| {
        stop();
        let position = event_target_value(&event).parse().unwrap_or(usize::MAX);
        let named = time.with_untracked(|time| time.as_ref().map(|time| time.named(time.month(position))));
        if let Some(named) = named {
            show(named);
        }
    };
    let position = move || time.with(|time| time.as_ref().map_or(0, Timeline::position).to_string());
    let name = move || time.with(|time| time.as_ref().map(|time| time.name.clone()).unwrap_or_default());
    let at = move |end: fn(&Timeline) -> bool| time.with(|time| time.as_ref().is_none_or(end));
    let ticks: String = (0..=steps)
        .map(|month| {
            let long = years.iter().any(|(_, first)| *first == month);
            format!("M{month} 0v{}", if long { 8 } else { 4 })
        })
        .collect();
    let ends = years.iter().map(|(_, first)| *first).skip(1).chain([steps]).collect::<Vec<_>>();
    let years = years.into_iter().zip(ends).map(|((year, first), end)| {
        let months = end.saturating_sub(first);
        // A year that has just begun has no room for its name, and the month in bold says it.
        let named = (months > 4 || first == 0).then_some(year);
        view! { <span style:flex=format!("{months} 0 0")>{named}</span> }
    });
    view! {
        <div class="map-time" role="group" aria-label=say!(lang, months_shown)>
            <div class="map-steps">
                <button type="button" aria-label=say!(lang, month_before) on:click=move |_| step(|time| time.step(-1)) disabled=move || at(|time| time.at <= time.first)>"‹"</button>
                <button type="button" class="map-play" on:click=play>
                    {move || if playing.get() { say!(lang, pause) } else if document::is_still() { say!(lang, play_step) } else { say!(lang, play) }}
                </button>
                <button type="button" aria-label=say!(lang, month_after) on:click=move |_| step(|time| time.step(1)) disabled=move || at(|time| time.at >= time.last)>"›"</button>
            </div>
            <b class="map-month">{name}</b>
            <div class="map-track">
                <input
                    type="range"
                    min="0"
                    max=steps.to_string()
                    step="1"
                    aria-label=say!(lang, month)
                    aria-valuetext=name
                    prop:value=position
                    on:input=slide
                />
                <svg viewBox=format!("0 0 {steps} 8") preserveAspectRatio="none" aria-hidden="true"><path d=ticks /></svg>
                <div class="map-years" aria-hidden="true">{years.collect_view()}</div>
            </div>
        </div>
    }
}
