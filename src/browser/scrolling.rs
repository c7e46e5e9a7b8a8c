//! How the page lies on the screen, and when that changes.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls whenever the page, or anything in it, is scrolled, and when the screen changes its size; as long as the
/// component stands that asks.
pub fn on_move(moved: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn()>::new(moved);
    // What scrolls inside the page tells nobody above it but those who listen on the way down.
    let options = web_sys::AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_passive(true);
    for name in ["scroll", "resize"] {
        let function = heard.as_ref().unchecked_ref();
        let _ = window()
            .add_event_listener_with_callback_and_add_event_listener_options(name, function, &options);
    }
    let heard = StoredValue::new_local(heard);
    on_cleanup(move || {
        let _ = heard.try_with_value(|heard| {
            for name in ["scroll", "resize"] {
                let function = heard.as_ref().unchecked_ref();
                let _ = window().remove_event_listener_with_callback_and_bool(name, function, true);
            }
        });
    });
}

/// Calls when the frame that is under way is on the screen: then it costs nothing to ask where things lie.
pub fn after_frame(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// Whether the page is being printed: everything must be on it then.
pub fn printing() -> ReadSignal<bool> {
    let (printing, set_printing) = signal(false);
    let before = window_event_listener(leptos::ev::beforeprint, move |_| set_printing.set(true));
    let after = window_event_listener(leptos::ev::afterprint, move |_| set_printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    printing
}
