//! What stands around every page of a wall: whose it is, of when, how old, and which page of how many.

use std::sync::Arc;

use leptos::prelude::*;

use super::player::Player;
use crate::browser::{clock, fullscreen};
use crate::data::Scene;
use crate::domain::{EditionKind, Lang};
use crate::model::overview::as_of;
use crate::model::small_map::notes;
use crate::model::wall::time::{age, clock_time};
use crate::snapshot::LayerRole;
use crate::ui::components::{DemoMark, Logo, Notes};
use crate::ui::context::{use_loader, use_route};
use crate::ui::pages::scope;

/// Whose plan it is, of which day the data are, and what time it is.
#[component]
pub fn Head(scene: Memo<Option<Arc<Scene>>>, player: Player, lang: Lang) -> impl IntoView {
    let about = move || {
        scene.get().map(|scene| {
            let demo = scene.entry.kind == EditionKind::Demo;
            view! {
                <p class="wall-district">{scene.manifest.district.title.get(lang).to_owned()}</p>
                <p class="wall-as-of">
                    {demo.then(|| view! { <DemoMark lang /> })}
                    <span>{as_of(&scope(&scene, lang))}</span>
                </p>
            }
        })
    };
    let time = Memo::new(move |_| clock::time_of(player.now.get()));
    view! {
        <header class="wall-head">
            <p class="wall-brand"><Logo /><b>{say!(lang, brand)}</b></p>
            {about}
            <p class="wall-clock"><time>{move || clock_time(time.get())}</time></p>
        </header>
    }
}

/// The legal lines, how fresh the data are, and which page of how many.
#[component]
pub fn Foot(scene: Memo<Option<Arc<Scene>>>, player: Player, lang: Lang) -> impl IntoView {
    let legal = move || {
        scene.get().map(|scene| {
            let notes =
                notes(&scope(&scene, lang), &scene.manifest, &[LayerRole::Townships, LayerRole::District]);
            view! { <div class="wall-legal"><Notes notes lang /></div> }
        })
    };
    view! {
        <footer class="wall-foot">
            {legal}
            <Freshness scene player lang />
            <Pages player lang />
        </footer>
    }
}

/// When the data were last checked; where newer ones could not be had, that, and for how long.
#[component]
fn Freshness(scene: Memo<Option<Arc<Scene>>>, player: Player, lang: Lang) -> impl IntoView {
    let loader = use_loader();
    let trouble = Memo::new(move |_| loader.outcome.with(|outcome| outcome.trouble.is_some()));
    let checked = loader.watch.checked;
    let minutes = Memo::new(move |_| Some(((player.now.get() - checked.get()?) / 60_000.0).floor()));
    let words = move || {
        let kept = scene.with(|scene| scene.as_ref().is_some_and(|scene| scene.kept));
        let when = checked.get().map(|moment| clock_time(clock::time_of(moment)));
        match (trouble.get() || kept, when, minutes.get()) {
            (false, Some(when), _) => lang.pick(format!("数据{when}核对"), format!("Data checked at {when}")),
            (true, Some(when), Some(minutes)) => {
                let age = age(minutes * 60.0, lang);
                lang.pick(
                    format!("新数据没有读到，{when}（{age}前）核对的数据仍在屏上"),
                    format!("Newer data could not be read; shown: as checked at {when}, {age} ago"),
                )
            }
            (true, ..) => say!(lang, wall_kept).to_owned(),
            (false, ..) => String::new(),
        }
    };
    view! {
        <p class="wall-fresh" class:is-stale=move || trouble.get() role="status">{words}</p>
    }
}

/// A stroke for each page; that of the page that is on fills as its time goes by.
#[component]
fn Pages(player: Player, lang: Lang) -> impl IntoView {
    let turns = Memo::new(move |_| player.programme.with(|it| it.as_ref().map_or(0, |it| it.turns)));
    let turn = Memo::new(move |_| player.leaf.with(|leaf| leaf.as_ref().map_or(0, |leaf| leaf.turn)));
    let share = Memo::new(move |_| {
        player.leaf.with(|leaf| {
            let Some(leaf) = leaf else { return 0 };
            let share = player.rotation.with(|rotation| rotation.share(leaf.stay));
            // Whole hundredths: what cannot be seen is not drawn.
            (100.0 * (leaf.part as f64 + share) / leaf.parts.max(1) as f64).round() as u32
        })
    });
    let strokes = move || {
        let stroke = |at: usize| {
            let filled = move || match at.cmp(&turn.get()) {
                std::cmp::Ordering::Equal => share.get(),
                _ => 0,
            };
            view! {
                <li class:is-on=move || turn.get() == at>
                    <button type="button" aria-label=(at + 1).to_string() aria-current=move || (turn.get() == at).then_some("page") on:click=move |_| player.turn(at)>
                        <span style:width=move || format!("{}%", filled())></span>
                    </button>
                </li>
            }
        };
        (0..turns.get()).map(stroke).collect_view()
    };
    let part = move || {
        player.leaf.with(|leaf| {
            let leaf = leaf.as_ref().filter(|leaf| leaf.parts > 1)?;
            Some(format!("{}/{}", leaf.part + 1, leaf.parts))
        })
    };
    let paused = move || {
        player.is_paused().then(|| view! { <span class="wall-paused">{say!(lang, wall_paused)}</span> })
    };
    view! {
        <nav class="wall-pages" aria-label=say!(lang, wall_pages)>
            {paused}
            <ol>{strokes}</ol>
            <p><span class="wall-part">{part}</span>{move || format!("{}/{}", turn.get() + 1, turns.get().max(1))}</p>
        </nav>
    }
}

/// What a hand on the wall can do; seen only while someone is there.
#[component]
pub fn Controls(player: Player, lang: Lang) -> impl IntoView {
    let route = use_route();
    let full = fullscreen::is_offered();
    let pause = move || if player.is_paused() { say!(lang, wall_go_on) } else { say!(lang, wall_pause) };
    view! {
        <div class="wall-controls" role="group" aria-label=say!(lang, wall_controls)>
            <button type="button" on:click=move |_| player.step(-1)>{say!(lang, wall_previous)}</button>
            <button type="button" aria-pressed=move || player.is_paused().to_string() on:click=move |_| player.pause()>{pause}</button>
            <button type="button" on:click=move |_| player.step(1)>{say!(lang, wall_next)}</button>
            {full.then(|| view! { <button type="button" on:click=|_| fullscreen::toggle()>{say!(lang, wall_full)}</button> })}
            <button type="button" on:click=move |_| route.leave_wall()>{say!(lang, wall_leave)}</button>
        </div>
    }
}
