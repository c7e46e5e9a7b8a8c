//! The cockpit: sentence, counts, map, what is red and what was made up.

use leptos::prelude::*;

use super::Shown;
use super::domain::goal_lines;
use super::lists::due_list;
use super::map::wall_map;
use crate::domain::Light;
use crate::model::overview::Timeline;
use crate::model::wall::{Layout, Line, cockpit as cockpit_of};
use crate::ui::components::{LightMark, colour_word};

/// The page.
pub fn cockpit(shown: &Shown) -> impl IntoView + use<> {
    let Shown { programme, canvas, lang, .. } = shown.clone();
    let page = cockpit_of(&programme, &canvas, lang);
    let overview = &programme.overview;
    let goals = (canvas.layout == Layout::Panorama)
        .then(|| view! { <div class="wall-all">{goal_lines(shown)}</div> });
    let dues = (canvas.layout == Layout::Wide).then(|| due_list(shown));
    let red = (!page.reds.is_empty()).then(|| lines(&page.reds_title, page.reds, page.more));
    let up = (!page.made_up.is_empty()).then(|| lines(&page.made_up_title, page.made_up, None));
    view! {
        <div class="wall-cockpit">
            <div class="wall-sums">
                <h1>{overview.headline.clone()}</h1>
                {counts(shown)}
                {months(overview.timeline.clone())}
            </div>
            {wall_map(shown, None)}
            {goals}
            {dues}
            <div class="wall-needs">{red}{up}</div>
        </div>
    }
}

/// How many goals have which light; the two greys share a row.
fn counts(shown: &Shown) -> impl IntoView + use<> {
    let Shown { scene, programme, lang, .. } = shown.clone();
    let tally = programme.overview.tally;
    let word = |light: Light| scene.rule.label(light, lang).to_owned();
    let row = |light: Light, count: usize, words: String| {
        let colour = colour_word(light, lang);
        view! {
            <li class=format!("is-{}", light.code())>
                <LightMark light />
                <b>{count}</b>
                <span>{colour}" "{words}</span>
            </li>
        }
    };
    let lit = [Light::Red, Light::Yellow, Light::Green].map(|light| row(light, tally.of(light), word(light)));
    let greys = [Light::NotDue, Light::NoData].map(|light| (light, tally.of(light)));
    let grey = match greys {
        [(_, 0), (_, 0)] => None,
        [(light, count), (_, 0)] | [(_, 0), (light, count)] => Some(row(light, count, word(light))),
        [(light, waiting), (other, silent)] => {
            let space = lang.pick("", " ");
            let words = format!("{}{space}{waiting} {}{space}{silent}", word(light), word(other));
            Some(row(light, waiting + silent, words))
        }
    };
    view! { <ul class="wall-counts">{lit.collect_view()}{grey}</ul> }
}

/// The plan's months, gone and left.
fn months(timeline: Timeline) -> impl IntoView {
    let months = (0..timeline.total).map(|month| {
        let (gone, year) = (month < timeline.gone, month % 12 == 0);
        view! { <i class:is-gone=gone class:is-year=year></i> }
    });
    view! {
        <div class="wall-months">
            <p aria-hidden="true">{months.collect_view()}</p>
            <p>{timeline.text}</p>
        </div>
    }
}

/// Goals in three short lines each.
fn lines(title: &str, lines: Vec<Line>, more: Option<String>) -> impl IntoView + use<> {
    let items = lines.into_iter().map(|line| {
        view! {
            <li data-indicator=line.id data-light=line.light.code()>
                <LightMark light=line.light />
                <div>
                    <h3>{line.name}</h3>
                    <p>{line.figure}" "<b class=format!("is-{}", line.light.code())>{line.note}</b></p>
                    <p class="wall-who">{line.who}</p>
                </div>
            </li>
        }
    });
    view! {
        <section class="wall-lines">
            <h2>{title.to_owned()}</h2>
            <ul>{items.collect_view()}</ul>
            {more.map(|more| view! { <p class="wall-more">{more}</p> })}
        </section>
    }
}
