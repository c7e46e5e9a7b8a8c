//! A screen that does not fall asleep.
//!
//! Source: W3C Screen Wake Lock. The browser gives the lock up whenever the page is hidden, and offers it only to pages
//! that were fetched safely (https, or the machine itself).

use std::cell::RefCell;
use std::rc::Rc;

use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::{document, window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A held lock; dropped, the screen may sleep again.
pub struct Awake {
    lock: Rc<RefCell<Option<JsValue>>>,
    shown: Option<WindowListenerHandle>,
}

/// Keeps the screen awake as long as the page is seen, where the browser lets it.
pub fn keep() -> Awake {
    let lock = Rc::new(RefCell::new(None));
    ask(lock.clone());
    let again = lock.clone();
    let shown = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            ask(again.clone());
        }
    });
    Awake { lock, shown: Some(shown) }
}

/// Asks for the lock; a refusal, as by a browser that saves its battery, changes nothing.
fn ask(lock: Rc<RefCell<Option<JsValue>>>) {
    spawn_local(async move {
        let Some(asked) = request() else { return };
        if let Ok(given) = JsFuture::from(asked).await
            && let Some(before) = lock.replace(Some(given))
        {
            release(&before);
        }
    });
}

fn request() -> Option<js_sys::Promise> {
    let navigator = window().navigator();
    let wake_lock = js_sys::Reflect::get(&navigator, &"wakeLock".into()).ok()?;
    let request = method(&wake_lock, "request")?;
    request.call1(&wake_lock, &"screen".into()).ok()?.dyn_into().ok()
}

fn release(lock: &JsValue) {
    if let Some(release) = method(lock, "release") {
        let _ = release.call0(lock);
    }
}

fn method(of: &JsValue, name: &str) -> Option<js_sys::Function> {
    js_sys::Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

impl Drop for Awake {
    fn drop(&mut self) {
        if let Some(shown) = self.shown.take() {
            shown.remove();
        }
        if let Some(lock) = self.lock.take() {
            release(&lock);
        }
    }
}
