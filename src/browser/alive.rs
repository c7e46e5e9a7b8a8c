//! A sign of life, for the script that loads the page anew when none comes any more (`public/wall.js`).

use leptos::prelude::document;

use super::clock;

/// Sees to it that someone looks for the sign; a page that began as a wall has the script already, and it runs once.
pub fn be_watched() {
    if matches!(document().query_selector("script[src='wall.js']"), Ok(Some(_))) {
        return;
    }
    let Ok(script) = document().create_element("script") else { return };
    // Only an illegal name could fail; the names here are constants.
    let _ = script.set_attribute("type", "module");
    let _ = script.set_attribute("src", "wall.js");
    if let Some(head) = document().head() {
        let _ = head.append_child(&script);
    }
}

/// Gives the sign. To be called every few seconds, by what would stop if the program did.
pub fn sign() {
    // Only a sealed global object could refuse it.
    let _ = js_sys::Reflect::set(&js_sys::global(), &"biaoganAlive".into(), &clock::now().into());
}
