//! How high the page's content is, whatever the height of the window.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

/// The height of the content in whole pixels, rounded up. The root element is as high as what it holds; no style may
/// make it as high as the window.
pub fn height() -> u32 {
    let root = document().document_element();
    root.map_or(0, |root| root.get_bounding_client_rect().height().ceil() as u32)
}

/// Calls with the height whenever the content changes its size, as long as the component stands that asks.
pub fn on_resize(resized: impl Fn(u32) + 'static) {
    let heard = Closure::<dyn FnMut()>::new(move || resized(height()));
    let (Ok(observer), Some(root)) =
        (ResizeObserver::new(heard.as_ref().unchecked_ref()), document().document_element())
    else {
        return;
    };
    observer.observe(&root);
    let watching = StoredValue::new_local((observer, heard));
    on_cleanup(move || {
        let _ = watching.try_with_value(|(observer, _)| observer.disconnect());
    });
}
