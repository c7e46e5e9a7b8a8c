//! Which leaf is on: the order of pages, and everyone who changes it.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use crate::browser::{alive, clock, fullscreen};
use crate::model::wall::rotation::{Hold, Rotation};
use crate::model::wall::{Leaf, Programme};
use crate::ui::context::use_route;

/// How far a finger has to go for a swipe, in pixels.
const SWIPE: f64 = 60.0;
/// Milliseconds that pointer and controls are seen after the pointer moved.
const SEEN: f64 = 4000.0;

/// What goes through the pages.
#[derive(Clone, Copy)]
pub struct Player {
    /// What there is to show; `None` until there are data.
    pub programme: Memo<Option<Arc<Programme>>>,
    /// Where it is.
    pub rotation: RwSignal<Rotation>,
    /// The leaf that is on.
    pub leaf: Memo<Option<Leaf>>,
    /// The time, in milliseconds since 1970; it moves every second.
    pub now: ReadSignal<f64>,
    /// Whether someone is at the wall, so that pointer and controls are seen.
    pub attended: Memo<bool>,
    /// When the pointer last moved.
    moved: RwSignal<f64>,
    /// Where a finger went down.
    down: StoredValue<Option<(f64, f64)>>,
}

impl Player {
    /// Goes through a programme. To be called once by the wall.
    pub fn start(programme: Memo<Option<Arc<Programme>>>) -> Self {
        let rotation = RwSignal::new(Rotation::default());
        let (now, set_now) = signal(clock::now());
        let leaf = Memo::new(move |_| {
            let programme = programme.get()?;
            let at = rotation.with(|rotation| rotation.at);
            programme.leaves.get(at).or(programme.leaves.first()).cloned()
        });
        let moved = RwSignal::new(0.0);
        let attended = Memo::new(move |_| now.get() - moved.get() < SEEN);
        let player = Self { programme, rotation, leaf, now, attended, moved, down: StoredValue::new(None) };
        let tick = move || {
            let time = clock::now();
            let Some(before) = now.try_get_untracked() else { return };
            let _ = set_now.try_set(time);
            player.tick(time - before);
            alive::sign();
        };
        if let Ok(ticks) = set_interval_with_handle(tick, std::time::Duration::from_secs(1)) {
            on_cleanup(move || ticks.clear());
        }
        player.follow_programme();
        player.follow_keys();
        player
    }

    /// Time goes by, in milliseconds.
    fn tick(self, passed: f64) {
        let Some(Some(programme)) = self.programme.try_get_untracked() else { return };
        let stay: Vec<Option<f64>> = programme.leaves.iter().map(|leaf| leaf.stay).collect();
        let _ = self.rotation.try_update(|rotation| *rotation = rotation.tick(passed, &stay));
    }

    /// Where data or screen change the programme, the order goes on from what was being looked at.
    fn follow_programme(self) {
        Effect::new(move |before: Option<Option<Arc<Programme>>>| {
            let programme = self.programme.get();
            if let (Some(Some(before)), Some(now)) = (before, &programme) {
                self.rotation.update(|rotation| {
                    rotation.at = before.leaves.get(rotation.at).map_or(0, |leaf| now.like(leaf));
                });
            }
            programme
        });
    }

    fn count(self) -> usize {
        self.programme.with_untracked(|programme| programme.as_ref().map_or(0, |it| it.leaves.len()))
    }

    /// Goes so many leaves on, or back.
    pub fn step(self, by: isize) {
        let count = self.count();
        self.rotation.update(|rotation| *rotation = rotation.step(by, count));
    }

    /// Goes to the first leaf of a page of the order.
    pub fn turn(self, turn: usize) {
        let at = self.programme.with_untracked(|programme| programme.as_ref()?.first_of(turn));
        if let Some(at) = at {
            self.rotation.update(|rotation| *rotation = rotation.to(at));
        }
    }

    /// Stops the order of pages, or lets it go on.
    pub fn pause(self) {
        self.rotation.update(|rotation| *rotation = rotation.pause());
    }

    /// Whether the order of pages was stopped.
    pub fn is_paused(self) -> bool {
        self.rotation.with(|rotation| rotation.hold == Hold::Paused)
    }

    /// Someone touched the wall.
    pub fn touch(self) {
        self.rotation.update(|rotation| *rotation = rotation.touched());
    }

    /// Someone moved the pointer, or pressed a key that moves the focus.
    pub fn attend(self) {
        let time = clock::now();
        // Pointers move often; the second is what matters.
        if time - self.moved.get_untracked() > 1000.0 {
            self.moved.set(time);
        }
    }

    /// A pointer went down.
    pub fn press(self, event: &PointerEvent) {
        self.down.set_value(Some((f64::from(event.client_x()), f64::from(event.client_y()))));
        self.attend();
        self.touch();
    }

    /// A pointer came up: a swipe goes on, or back.
    pub fn release(self, event: &PointerEvent) {
        let Some((x, y)) = self.down.get_value() else { return };
        self.down.set_value(None);
        let (across, along) = (f64::from(event.client_x()) - x, f64::from(event.client_y()) - y);
        if event.pointer_type() != "mouse" && across.abs() > SWIPE && across.abs() > 2.0 * along.abs() {
            self.step(if across < 0.0 { 1 } else { -1 });
        }
    }

    fn follow_keys(self) {
        let route = use_route();
        let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
                return;
            }
            let on_button = event.key() == " " && is_button(&event);
            match event.key().as_str() {
                " " if !on_button => self.pause(),
                "ArrowRight" | "ArrowDown" | "PageDown" => self.step(1),
                "ArrowLeft" | "ArrowUp" | "PageUp" => self.step(-1),
                "Home" => self.turn(0),
                "End" => {
                    let turns = self.programme.with_untracked(|it| it.as_ref().map_or(0, |it| it.turns));
                    self.turn(turns.saturating_sub(1));
                }
                "f" | "F" => fullscreen::toggle(),
                "Escape" => route.leave_wall(),
                "Tab" => {
                    self.attend();
                    return;
                }
                key => match key.parse::<usize>() {
                    Ok(number) if key.len() == 1 => self.turn(if number == 0 { 9 } else { number - 1 }),
                    _ => return,
                },
            }
            event.prevent_default();
        });
        on_cleanup(move || listener.remove());
    }
}

/// Whether a key was pressed on something that the key itself presses.
fn is_button(event: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest("button, [role=button], a").ok().flatten().is_some())
}
