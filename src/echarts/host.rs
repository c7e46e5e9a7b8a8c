//! The element that a chart lives in.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use super::handle::{Handle, register_map};

/// A chart that follows its option. It is a picture for the eye; its numbers stand in a table beside it.
#[component]
pub fn ChartHost(
    /// The option as JSON text; equal texts are not drawn twice.
    #[prop(into)]
    option: Signal<String>,
    /// A map that the option refers to, as its name and GeoJSON text.
    #[prop(optional)]
    map: Option<(String, String)>,
    /// Hears the name of an item that is clicked.
    #[prop(optional, into)]
    on_select: Option<Callback<String>>,
    /// Actions to be done, as JSON text, such as zooming.
    #[prop(optional, into)]
    action: Option<Signal<String>>,
    /// What the picture shows, in a sentence.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let chart: StoredValue<Option<Handle>, LocalStorage> = StoredValue::new_local(None);
    let ready = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);

    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        let map = map.clone();
        spawn_local(async move {
            let select = on_select.map(|select| {
                Box::new(move |name| {
                    select.try_run(name);
                }) as Box<dyn FnMut(String)>
            });
            let made = async {
                if let Some((name, geo_json)) = map {
                    register_map(&name, &geo_json).await?;
                }
                Handle::new(&element, select).await
            };
            // The page may have been left meanwhile: then nothing is stored, and the handle lets the chart go.
            match made.await {
                Ok(handle) => {
                    chart.try_set_value(Some(handle));
                    ready.try_set(true);
                }
                Err(error) => {
                    failed.try_set(Some(error.to_string()));
                }
            }
        });
    });
    Effect::new(move |_| {
        let option = option.get();
        if !ready.get() {
            return;
        }
        let drawn = chart.try_with_value(|chart| chart.as_ref().map(|chart| chart.set_option(&option)));
        if let Some(Some(Err(error))) = drawn {
            failed.set(Some(error.to_string()));
        }
    });
    if let Some(action) = action {
        Effect::new(move |_| {
            let action = action.get();
            if !action.is_empty() && ready.get_untracked() {
                chart.try_with_value(|chart| chart.as_ref().map(|chart| chart.dispatch(&action)));
            }
        });
    }
    follow_size(place, chart);

    view! {
        <div class="chart" role="img" aria-label=label node_ref=place data-drawn=move || ready.get().to_string()></div>
        {move || failed.get().map(|error| view! { <p class="chart-failed" data-finding="Chart">{error}</p> })}
    }
}

/// Keeps the chart as large as its element.
fn follow_size(place: NodeRef<Div>, chart: StoredValue<Option<Handle>, LocalStorage>) {
    let watching: Rc<RefCell<Option<(web_sys::ResizeObserver, Closure<dyn FnMut()>)>>> = Rc::default();
    let stop = send_wrapper::SendWrapper::new(watching.clone());
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        let resized = Closure::<dyn FnMut()>::new(move || {
            chart.try_with_value(|chart| chart.as_ref().map(Handle::resize));
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            observer.observe(&element);
            *watching.borrow_mut() = Some((observer, resized));
        }
    });
    on_cleanup(move || {
        if let Some((observer, _)) = stop.borrow_mut().take() {
            observer.disconnect();
        }
    });
}
