//! SHA-256 as the browser computes it: beside the page's own work, and many times as fast.

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The SHA-256 of `bytes`; `None` where the browser does not compute it, as on a page that came
/// over an unencrypted connection.
pub async fn sha256(bytes: &[u8]) -> Option<Vec<u8>> {
    let crypto = window().crypto().ok()?.subtle();
    if crypto.is_undefined() {
        return None;
    }
    let digest = crypto.digest_with_str_and_buffer_source("SHA-256", &Uint8Array::from(bytes)).ok()?;
    let digest: ArrayBuffer = JsFuture::from(digest).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&digest).to_vec())
}
