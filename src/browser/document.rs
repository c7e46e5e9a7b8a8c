//! The page's root element, title and clock.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Sets an attribute of the root element.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // Only an illegal name could fail; the names here are constants.
        let _ = root.set_attribute(name, value);
    }
}

/// The page's title.
pub fn title() -> String {
    document().title()
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets the page's title, and for search engines and previews its description and its one address.
pub fn describe(title: &str, description: &str, canonical: &str) {
    document().set_title(title);
    let set = |selector: &str, attribute: &str, value: &str| {
        if let Ok(Some(element)) = document().query_selector(selector) {
            let _ = element.set_attribute(attribute, value);
        }
    };
    set("meta[name=description]", "content", description);
    set("link[rel=canonical]", "href", canonical);
}

/// The address of the feed in a language that the page names, if it names one.
pub fn feed(tag: &str) -> Option<String> {
    let link = format!("link[type='application/atom+xml'][hreflang='{tag}']");
    document().query_selector(&link).ok()??.get_attribute("href")
}

/// The page's head as it is written.
pub fn head() -> String {
    document().head().map(|head| head.inner_html()).unwrap_or_default()
}

/// The width and height of the window, in pixels.
pub fn window_size() -> [f64; 2] {
    let side =
        |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or(0.0);
    [side(window().inner_width()), side(window().inner_height())]
}

/// Whether the reader asks for less motion.
pub fn is_still() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// All elements that a CSS selector finds.
pub fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Removes the element with this id.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_on(element);
    }
}

/// Moves the focus to the first link or button in the element with this id; to itself where it has none.
pub fn focus_first(id: &str) {
    let Some(place) = document().get_element_by_id(id) else { return };
    match place.query_selector("a, button") {
        Ok(Some(control)) => focus_on(control),
        _ => focus_on(place),
    }
}

/// Moves the focus to the first element that a CSS selector finds, and brings it into view.
pub fn focus_shown(selector: &str) {
    if let Some(element) = all(selector).into_iter().next() {
        element.scroll_into_view();
        focus_on(element);
    }
}

fn focus_on(element: Element) {
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        // The page begins at its top, not where the element does.
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Brings the element with this id into view and moves the focus to it.
pub fn point_at(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        focus(id);
    }
}

/// Whether the focus is nowhere, or inside the element with this id.
pub fn is_focus_in(id: &str) -> bool {
    let place = document().get_element_by_id(id);
    let active = document().active_element();
    active.is_none_or(|active| {
        active.tag_name() == "BODY" || place.is_some_and(|place| place.contains(Some(&active)))
    })
}

/// Whether the focus is nowhere, on the element with the id `main` itself, or inside the one with the id `place`.
pub fn is_at(place: &str, main: &str) -> bool {
    is_focus_in(place) || document().active_element().is_some_and(|active| active.id() == main)
}

/// Whether the focus is on something that a key presses, opens or chooses from.
pub fn is_on_control() -> bool {
    let tags = ["A", "BUTTON", "INPUT", "SELECT", "SUMMARY", "TEXTAREA"];
    document().active_element().is_some_and(|active| tags.contains(&active.tag_name().as_str()))
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Sets a performance mark the first time it is called with its name.
pub fn mark_once(name: &str) {
    if let Some(performance) = window().performance()
        && performance.get_entries_by_name(name).length() == 0
    {
        let _ = performance.mark(name);
    }
}

/// The language that the reader's browser asks for first.
pub fn preferred_language() -> Option<String> {
    window().navigator().language()
}

/// Whether a dialog is open.
pub fn has_dialog() -> bool {
    matches!(document().query_selector("dialog[open]"), Ok(Some(_)))
}

/// Clicks the element with this id, as the reader would.
pub fn click(id: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        element.click();
    }
}

/// Scrolls as little as is needed to show the element with this id.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
