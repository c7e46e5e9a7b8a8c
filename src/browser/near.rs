//! Whether something is near what is seen of the page, so that what is far away need not be drawn.

use leptos::html::Tbody;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far above and below the screen still counts as near.
const MARGIN: &str = "1200px 0px";

/// The same inside what scrolls by itself: wide tables, whose rows take longer to draw.
const INNER_MARGIN: &str = "600px 0px";

/// Whether an element is near.
#[derive(Clone, Copy)]
pub struct Near {
    near: RwSignal<bool>,
    height: RwSignal<Option<f64>>,
}

impl Near {
    /// Watches an element as long as the component stands that asks.
    pub fn watch(place: NodeRef<Tbody>) -> Self {
        let watched = Self { near: RwSignal::new(false), height: RwSignal::new(None) };
        let told = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let Some(entry) = entries.iter().last() else { return };
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            let was = watched.near.try_get_untracked().unwrap_or_default();
            if was && !entry.is_intersecting() {
                let _ = watched.height.try_set(Some(entry.bounding_client_rect().height()));
            }
            if was != entry.is_intersecting() {
                let _ = watched.near.try_set(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        // Older browsers draw of what scrolls by itself only what is seen.
        let _ = js_sys::Reflect::set(&options, &"scrollMargin".into(), &INNER_MARGIN.into());
        let observer = IntersectionObserver::new_with_options(told.as_ref().unchecked_ref(), &options).ok();
        let kept = StoredValue::new_local((observer.clone(), told));
        place.on_load(move |element| {
            if let Some(observer) = &observer {
                observer.observe(&element);
            }
        });
        on_cleanup(move || {
            let _ = kept.try_with_value(|(observer, _)| {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
            });
        });
        let printed = window_event_listener(leptos::ev::beforeprint, move |_| watched.near.set(true));
        on_cleanup(move || printed.remove());
        watched
    }

    /// Whether it is near.
    pub fn is_near(self) -> bool {
        self.near.get()
    }

    /// How high it was when it was left, in pixels.
    pub fn height(self) -> Option<f64> {
        self.height.get()
    }
}
