//! The reader's clipboard.

use leptos::prelude::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies a text, and tells whether that worked: a browser offers no clipboard to pages without TLS.
pub fn copy(text: &str, told: impl FnOnce(bool) + 'static) {
    let text = text.to_owned();
    spawn_local(async move {
        let navigator = window().navigator();
        let offered = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or_default();
        let done = offered && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok();
        told(done);
    });
}
