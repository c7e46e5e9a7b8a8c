//! The system's own way to hand an address on.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Whether the browser has one.
pub fn is_offered() -> bool {
    function().is_some()
}

fn function() -> Option<Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
}

/// Opens it with an address and its title. To be called while a click is heard; a reader who changes their mind is no
/// trouble.
pub fn open(title: &str, url: &str) {
    let Some(share) = function() else { return };
    let data = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    let Ok(promise) = share.call1(&window().navigator(), &data) else { return };
    if let Ok(promise) = promise.dyn_into::<Promise>() {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
