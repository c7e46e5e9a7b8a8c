//! The address bar: reading it, changing it, hearing of it.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The query string of the page's address, with its `?`, or nothing.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The whole address of the page.
pub fn here() -> String {
    window().location().href().unwrap_or_default()
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Whether an address becomes a new step of the history or replaces the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Back returns to the present address.
    Push,
    /// Back skips the present address.
    Replace,
}

/// Puts a query string into the address bar without loading anything.
pub fn set_query(query: &str, step: Step) {
    let Ok(history) = window().history() else { return };
    // An empty relative address would keep the old query.
    let address =
        if query.is_empty() { window().location().pathname().unwrap_or_default() } else { query.into() };
    let result = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
    if result.is_err() {
        // Browsers refuse too many changes in a short time; the page itself stays right.
        leptos::logging::debug_warn!("the address bar refused {address}");
    }
}

/// The whole address of the page with another query string.
pub fn of_page(query: &str) -> String {
    let location = window().location();
    let (origin, path) = (location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    format!("{origin}{path}{query}")
}

/// Opens an address in a window of its own, which cannot reach this one.
pub fn open(address: &str) {
    let _ = window().open_with_url_and_target_and_features(address, "_blank", "noopener");
}

/// The absolute form of an address relative to the page, if it is of the same origin.
pub fn same_origin(relative: &str) -> Option<String> {
    let base = leptos::prelude::document().base_uri().ok().flatten()?;
    let url = web_sys::Url::new_with_base(relative, &base).ok()?;
    (url.origin() == window().location().origin().ok()?).then(|| url.href())
}
