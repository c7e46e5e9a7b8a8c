//! A small store that outlives the page: the last good data, for the day the server is away.

use leptos::prelude::window;

/// What was kept under `key`.
pub fn get(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// No browser keeps texts of more bytes, and to offer one would only cost time.
const MOST: usize = 10_000_000;

/// Keeps `value` under `key`; a browser that keeps nothing is no error.
pub fn set(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage()
        && (value.len() > MOST || storage.set_item(key, value).is_err())
    {
        // The store is full: better nothing than something old under a new name.
        let _ = storage.remove_item(key);
    }
}
