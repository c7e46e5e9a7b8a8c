//! The surface that pages are composed on, brought to the size of the screen.

use leptos::prelude::*;

use crate::browser::{clock, document};
use crate::model::wall::{Canvas, shift};
use crate::route::ViewState;
use crate::ui::context::Route;

/// The size of the window in pixels.
pub fn screen() -> ReadSignal<[f64; 2]> {
    let (screen, set_screen) = signal(document::window_size());
    let listener = window_event_listener(leptos::ev::resize, move |_| {
        let _ = set_screen.try_set(document::window_size());
    });
    on_cleanup(move || listener.remove());
    screen
}

/// The surface. It is scaled and not zoomed, so that letters stay sharp and pointers hit; every minute it moves a
/// little, so that nothing burns in.
#[component]
pub fn Stage(
    /// Its size and scale.
    canvas: Memo<Canvas>,
    /// The time, in milliseconds since 1970.
    now: ReadSignal<f64>,
    children: Children,
) -> impl IntoView {
    let minute = Memo::new(move |_| (now.get() / 60_000.0).floor());
    let side = move |at: usize| move || canvas.with(|canvas| format!("{}px", canvas.size[at]));
    let transform = move || {
        canvas.with(|canvas| {
            let ([across, down], [x, y]) = (canvas.scale, shift(minute.get()));
            format!("translate({}px, {}px) scale({across}, {down})", x * across, y * down)
        })
    };
    view! {
        <div class="wall-stage" style:width=side(0) style:height=side(1) style:transform=transform>
            {children()}
        </div>
    }
}

/// Keeps the colours those of the hour.
pub fn follow_daylight(route: Route, now: ReadSignal<f64>) {
    let hour = Memo::new(move |_| clock::time_of(now.get()).0);
    Effect::new(move |_| {
        let hour = hour.get();
        document::set_root_attribute("data-theme", route.state.with(|state: &ViewState| state.colours(hour)));
    });
}
