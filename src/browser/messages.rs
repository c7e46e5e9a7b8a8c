//! What the page and the page around it send each other.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{MessageEvent, Window};

/// The page around this one; `None` where this one stands by itself.
fn host() -> Option<Window> {
    let parent = window().parent().ok().flatten()?;
    (JsValue::from(&parent) != JsValue::from(window())).then_some(parent)
}

/// Whether the page stands inside another one.
pub fn is_framed() -> bool {
    host().is_some()
}

/// Sends a message, given as JSON text, to the page around this one. Whoever that is hears it: only what is public
/// may be said.
pub fn post(message: &str) {
    if let (Some(host), Ok(message)) = (host(), js_sys::JSON::parse(message)) {
        // Fails only where the page around is gone.
        let _ = host.post_message(&message, "*");
    }
}

/// Hears the messages of a type from the page around this one: the origin that sent each, and its JSON text.
pub fn hear(kind: &'static str, heard: impl Fn(String, String) + 'static) {
    let listener = window_event_listener(ev::message, move |event: MessageEvent| {
        let (Some(host), Some(source)) = (host(), event.source()) else { return };
        if JsValue::from(host) != JsValue::from(source) {
            return;
        }
        let data = event.data();
        let typed = js_sys::Reflect::get(&data, &"type".into());
        if !typed.is_ok_and(|typed| typed.as_string().as_deref() == Some(kind)) {
            return;
        }
        // What JSON cannot hold is no message.
        if let Some(text) = js_sys::JSON::stringify(&data).ok().and_then(|text| text.as_string()) {
            heard(event.origin(), text);
        }
    });
    on_cleanup(move || listener.remove());
}
