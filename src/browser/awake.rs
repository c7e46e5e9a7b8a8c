//! A screen that does not fall asleep.
//!
//! Source: W3C Screen Wake Lock. The browser gives the lock up whenever the page is hidden, and offers it only to pages
//! that were fetched safely (https, or the machine itself). Elsewhere a film runs that nobody sees: most browsers keep the
//! screen on for a film, some only for one that fills a good part of it. None promises to.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::{document, window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, HtmlMediaElement};

/// What keeps the screen awake; dropped, it may sleep again.
pub struct Awake {
    held: Rc<RefCell<Option<Held>>>,
    shown: Option<WindowListenerHandle>,
}

/// What the browser keeps the screen on for.
enum Held {
    Lock(JsValue),
    Film(HtmlMediaElement),
}

/// Keeps the screen awake as long as the page is seen, where the browser lets it.
pub fn keep() -> Awake {
    let held = Rc::new(RefCell::new(None));
    let again = Rc::downgrade(&held);
    ask(again.clone());
    let shown = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            ask(again.clone());
        }
    });
    Awake { held, shown: Some(shown) }
}

/// Asks for the lock, and where it is refused, as by a browser that saves its battery, runs the film.
fn ask(held: Weak<RefCell<Option<Held>>>) {
    spawn_local(async move {
        let lock = match request() {
            Some(asked) => JsFuture::from(asked).await.ok(),
            None => None,
        };
        let Some(held) = held.upgrade() else {
            // The wall was left meanwhile.
            if let Some(lock) = lock {
                release(&Held::Lock(lock));
            }
            return;
        };
        if let Some(before) = held.take() {
            release(&before);
        }
        held.replace(lock.map(Held::Lock).or_else(|| film().map(Held::Film)));
    });
}

fn request() -> Option<js_sys::Promise> {
    let navigator = window().navigator();
    let wake_lock = js_sys::Reflect::get(&navigator, &"wakeLock".into()).ok()?;
    let request = method(&wake_lock, "request")?;
    request.call1(&wake_lock, &"screen".into()).ok()?.dyn_into().ok()
}

/// A film of one picture, under the page and as large. It streams from a canvas, so that the page's policy need not let
/// any film in.
fn film() -> Option<HtmlMediaElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let stream = canvas.capture_stream().ok()?;
    context.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    let film: HtmlMediaElement = document().create_element("video").ok()?.dyn_into().ok()?;
    film.set_muted(true);
    let _ = film.set_attribute("playsinline", "");
    let _ = film.set_attribute("aria-hidden", "true");
    film.set_class_name("wall-film");
    film.set_src_object(Some(&stream));
    document().body()?.append_child(&film).ok()?;
    // A refusal comes as a promise, and changes nothing.
    let playing = film.play().ok()?;
    spawn_local(async move {
        let _ = JsFuture::from(playing).await;
    });
    Some(film)
}

fn release(held: &Held) {
    match held {
        Held::Lock(lock) => call(lock, "release"),
        Held::Film(film) => {
            // A stream goes on without anyone who looks.
            if let Some(stream) = film.src_object() {
                for track in stream.get_tracks() {
                    call(&track, "stop");
                }
            }
            film.set_src_object(None);
            AsRef::<HtmlElement>::as_ref(film).remove();
        }
    }
}

fn call(of: &JsValue, name: &str) {
    if let Some(method) = method(of, name) {
        let _ = method.call0(of);
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
        if let Some(held) = self.held.take() {
            release(&held);
        }
    }
}
