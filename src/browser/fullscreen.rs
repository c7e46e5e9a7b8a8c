//! The whole screen for the page.

use leptos::prelude::document;

/// Whether the browser can give the page the whole screen.
pub fn is_offered() -> bool {
    document().fullscreen_enabled()
}

/// Whether the page has it.
pub fn is_on() -> bool {
    document().fullscreen_element().is_some()
}

/// Asks for the whole screen, or gives it back. Only what a person just did may ask; a refusal changes nothing.
pub fn toggle() {
    if is_on() {
        document().exit_fullscreen();
    } else if let Some(root) = document().document_element() {
        let _ = root.request_fullscreen();
    }
}
