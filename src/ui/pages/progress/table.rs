//! What is tracked, a row each: light, planned against actual, and the months.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::strip_cursor::{HINT, StripCursor};
use super::super::windowed::{Line, Windowed, place_of};
use super::months::{MonthStrip, YearTicks};
use crate::domain::{Lang, Month};
use crate::model::place::Place;
use crate::model::progress::{Group, Kind, Progress, Row, Tracks};
use crate::route::{View, ViewState};
use crate::ui::components::{LightCounts, LightLabel, LightMark, Link, Seal};
use crate::ui::context::use_route;

/// A table of no more rows than this is drawn whole.
const WHOLE: usize = 200;
/// About how high a row is, in pixels.
const ROW: f64 = 64.0;

/// What all rows share.
#[derive(Clone)]
struct Frame {
    progress: Arc<Progress>,
    now: Month,
    cursor: StripCursor,
    state: ViewState,
    lang: Lang,
}

/// The table.
#[component]
pub fn ProgressTable(
    /// What is tracked.
    progress: Memo<Arc<Progress>>,
    /// What is shown of it.
    listed: Memo<Tracks>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let order = Memo::new(move |_| {
        listed.with(|list| list.groups.iter().flat_map(|group| group.rows.clone()).collect::<Vec<_>>())
    });
    let cursor = StripCursor::new("months", order);
    let groups = Memo::new(move |_| listed.with(|list| list.groups.clone()));
    move || {
        let progress = progress.get();
        let groups = groups.get();
        if groups.is_empty() {
            return view! { <p class="empty">{say!(lang, no_track_found)}</p> }.into_any();
        }
        let span = progress.span;
        let frame =
            Frame { now: progress.as_of.month(), cursor, state: state.get_untracked(), lang, progress };
        let lines = Memo::new({
            let groups = groups.clone();
            move |_| {
                let groups = groups.iter().enumerate();
                groups.flat_map(|(at, group)| Line::division(at, &group.rows)).collect::<Vec<_>>()
            }
        });
        // What has the focus, or is to get it, must be there.
        let wanted = Signal::derive(move || {
            let stop = cursor.stop.get();
            lines.with(|all| place_of(all, |at| Some(at) == stop))
        });
        let draw = move |one| match one {
            Line::Head(at) => groups.get(at).map(|group| head(group, &frame)).into_any(),
            Line::Row(at) => line(at, &frame),
        };
        view! {
            <div class="scroller progress-place" tabindex="0" role="region" aria-label=say!(lang, progress)>
                <table class="progress">
                    <thead>
                        <tr>
                            <th scope="col">{say!(lang, light)}</th>
                            <th scope="col">{say!(lang, indicator)}{lang.pick("、", ", ")}{say!(lang, task)}</th>
                            <th scope="col" class="is-number">{say!(lang, value)}</th>
                            <th scope="col" class="is-number">{say!(lang, progress_due)}</th>
                            <th scope="col" class="is-number">{say!(lang, difference)}</th>
                            <th scope="col" class="is-number">{say!(lang, target)}</th>
                            <th scope="col">{say!(lang, lead_role)}</th>
                            <th scope="col" class="is-months"><span class="unseen">{say!(lang, months_head)}</span><YearTicks span /></th>
                        </tr>
                    </thead>
                    <Windowed lines whole=WHOLE height=ROW columns=8 wanted draw />
                </table>
            </div>
            <p class="caption is-keys" id=HINT>{say!(lang, months_hint)}</p>
            <p class="unseen" role="status" data-month="">{move || cursor.said.get()}</p>
        }
        .into_any()
    }
}

/// The title of a division, and the lights of its items.
fn head(group: &Group, frame: &Frame) -> AnyView {
    let Group { title, domain, light, tally, rows } = group.clone();
    let (progress, lang) = (&frame.progress, frame.lang);
    let class = domain.as_ref().map(|(number, _)| format!(" domain-{number}")).unwrap_or_default();
    let seal = domain.map(|(number, seal)| view! { <Seal number seal /> });
    let light = light.map(|light| view! { <LightMark light /> });
    let demo = rows.iter().any(|at| progress.row(*at).demo);
    let demo = demo.then(|| view! { <span class="demo">{say!(lang, demo)}</span> });
    view! {
        <tr class=format!("division-row{class}")>
            <th scope="rowgroup" colspan="8">
                <span class="division">{seal}{light}<span>{title}</span>{demo}<LightCounts tally lang /></span>
            </th>
        </tr>
    }
    .into_any()
}

fn line(at: usize, frame: &Frame) -> AnyView {
    let Frame { now, cursor, lang, .. } = *frame;
    let (row, state) = (frame.progress.row(at), &frame.state);
    let Row { id, name, light, word, months, summary, .. } = row.clone();
    let to = match row.kind {
        Kind::Goal => state.to_record(View::Indicator, &id),
        Kind::Task => Place::item(View::Tasks, &id).address(state),
    };
    let kind = match row.kind {
        Kind::Goal => say!(lang, kind_goal),
        Kind::Task => say!(lang, kind_task),
    };
    let within = row.within.clone().map(|within| view! { " "{say!(lang, part_of)}" "{within} });
    let lead = row.lead.clone().map(|lead| {
        let inferred = lead.inferred.then(|| view! { <small>{say!(lang, inferred)}</small> });
        let to = state.to_record(View::Departments, &lead.id);
        view! { <Link to=to>{lead.name}</Link>{inferred} }
    });
    let [target, by] = row.target.clone();
    let figures = match row.figures.clone() {
        Some(figures) => {
            let of = figures.of.map(|of| view! { <small>{of}</small> });
            view! {
                <td class="is-number" data-label=say!(lang, value)>{figures.actual}{of}</td>
                <td class="is-number" data-label=say!(lang, progress_due)>{figures.due}</td>
                <td class="is-number" data-label=say!(lang, difference)>{figures.difference}</td>
                <td class="is-number" data-label=say!(lang, target)>{target}<small>{by}</small></td>
            }
            .into_any()
        }
        None => view! { <td class="is-basis" colspan="4">{row.basis.clone()}</td> }.into_any(),
    };
    let label = name.clone();
    view! {
        <tr data-track=id data-light=light.code()>
            <td><LightLabel light word lang /></td>
            <th scope="row"><Link to=to>{name}</Link><small>{kind}{within}</small></th>
            {figures}
            <td class="is-lead" data-label=say!(lang, lead_role)>{lead}</td>
            <td class="is-months"><MonthStrip at name=label months summary now cursor lang /></td>
        </tr>
    }
    .into_any()
}
