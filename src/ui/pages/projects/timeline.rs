//! A project's time as a picture, and the same in a table.

use leptos::prelude::*;

use crate::domain::{Lang, Light};
use crate::model::projects::{Lane, Mark, MarkKind, Timeline};
use crate::route::ViewState;
use crate::ui::components::{DemoMark, LightMark, Link, colour_word};

/// What falls due and what happened: a lane for each goal and task.
#[component]
pub fn TimelineFigure(
    /// The picture.
    timeline: Timeline,
    /// Whether generated figures are shown.
    demo: bool,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let Timeline { width, height, years, today, ends: [from, to], lanes, summary } = timeline;
    let foot = height - 4.0;
    let years = years.into_iter().map(|(x, year)| {
        view! { <path class="year" d=format!("M{x} 18V{foot}") /><text class="year-name" x=x + 4.0 y="14">{year}</text> }
    });
    let years = years.collect_view();
    let tracks = lanes.iter().map(|lane| {
        let marks = lane.marks.iter().map(mark).collect_view();
        view! {
            <g transform=format!("translate(0 {})", lane.y)>
                <text x=from y="-13">{format!("{} {}", lane.number, lane.short)}</text>
                <path class="track" d=format!("M{from} 0H{to}") />
                {marks}
            </g>
        }
    });
    let tracks = tracks.collect_view();
    let body = lanes.into_iter().map(|lane| view! { <Rows lane state=state.clone() lang /> }).collect_view();
    view! {
        <figure class="project-time" data-chart="timeline">
            <figcaption>
                <p>{summary.clone()}</p>
                <p class="caption">{say!(lang, timeline_key)}</p>
                {demo.then(|| view! { <DemoMark lang /> })}
            </figcaption>
            <svg viewBox=format!("0 0 {width} {height}") role="img" aria-label=summary>
                {years}
                {tracks}
                <path class="today" d=format!("M{today} 18V{foot}") />
            </svg>
            <table aria-label=say!(lang, timeline)>
                <thead>
                    <tr>
                        <th scope="col">{say!(lang, timeline_what)}</th>
                        <th scope="col">{say!(lang, timeline_when)}</th>
                        <th scope="col">{say!(lang, timeline_point)}</th>
                        <th scope="col">{say!(lang, status)}</th>
                    </tr>
                </thead>
                {body}
            </table>
        </figure>
    }
}

/// A mark on its lane: lights for what has come, diamonds for what happened and for what is ahead.
fn mark(mark: &Mark) -> impl IntoView + use<> {
    let (class, shape) = match mark.kind {
        MarkKind::Past(Light::Green) => ("mark fill-green", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0"),
        MarkKind::Past(Light::Yellow) => ("mark fill-yellow", "M0-6l6 10.5h-12z"),
        MarkKind::Past(Light::Red) => ("mark fill-red", "M-5-5h10v10h-10z"),
        MarkKind::Past(Light::NotDue | Light::NoData) => ("mark dashes", "M-6 0h5M1 0h5"),
        MarkKind::Event => ("mark diamond", "M0-6l5 6-5 6-5-6z"),
        MarkKind::Ahead => ("mark diamond is-ahead", "M0-6l5 6-5 6-5-6z"),
    };
    let title = format!("{} {} {}", mark.when, mark.what, mark.state);
    view! { <path class=class d=shape transform=format!("translate({} 0)", mark.x)><title>{title}</title></path> }
}

/// The marks of a lane as rows.
#[component]
fn Rows(lane: Lane, state: ViewState, lang: Lang) -> impl IntoView {
    let to = lane.place.address(&state);
    let rows = lane.marks.len();
    let mut head = Some(view! {
        <th scope="rowgroup" rowspan=rows><span class="lane-number">{lane.number}</span>" "<Link to=to>{lane.name}</Link></th>
    });
    let rows = lane.marks.into_iter().map(|mark| {
        let light = match mark.kind {
            MarkKind::Past(light) => Some(view! { <LightMark light title=colour_word(light, lang) /> }),
            MarkKind::Event | MarkKind::Ahead => None,
        };
        let ahead = mark.kind == MarkKind::Ahead;
        view! {
            <tr class:is-ahead=ahead>
                {head.take()}
                <td data-label=say!(lang, timeline_when)>{mark.when}</td>
                <td data-label=say!(lang, timeline_point)>{mark.what}</td>
                <td data-label=say!(lang, status)>{light}" "{mark.state}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! { <tbody>{rows}</tbody> }
}
