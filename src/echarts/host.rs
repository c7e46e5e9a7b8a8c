//! The element that a chart lives in.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use super::handle::{Handle, Keep, Listeners, register_map};

/// A chart that follows its option. It is a picture for the eye; its numbers stand in a table beside it.
#[component]
pub fn ChartHost(
    /// The option as JSON text; equal texts are not drawn twice.
    #[prop(into)]
    option: Signal<String>,
    /// A map that the option refers to, as its name and GeoJSON text.
    #[prop(optional)]
    map: Option<(String, String)>,
    /// Hears the name of an item that is clicked, and whether it is to be added to what is chosen.
    #[prop(optional, into)]
    on_select: Option<Callback<(String, bool)>>,
    /// Hears the name of the item that the pointer is on, and `None` when it leaves.
    #[prop(optional, into)]
    on_point: Option<Callback<Option<String>>>,
    /// The item that is pointed at, as JSON text for [`Handle::point`]; empty for none.
    #[prop(optional, into)]
    pointed: Option<Signal<String>>,
    /// Hears what part of a map is seen, each time it was moved: west, south, east and north ends in degrees.
    #[prop(optional, into)]
    on_view: Option<Callback<[f64; 4]>>,
    /// Hears the size of the chart in pixels, at first and whenever it changes.
    #[prop(optional, into)]
    on_size: Option<Callback<[f64; 2]>>,
    /// What is kept of the option before; nothing by default.
    #[prop(default = Keep::Nothing)]
    keep: Keep,
    /// Actions to be done, as JSON text, such as zooming.
    #[prop(optional, into)]
    action: Option<Signal<String>>,
    /// Changes of a part of the option, as JSON text, that hold until the option says otherwise.
    #[prop(optional, into)]
    patch: Option<Signal<String>>,
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
            let mut listeners = Listeners::default();
            if let Some(select) = on_select {
                listeners.select = Some(Box::new(move |name, adds| {
                    select.try_run((name, adds));
                }));
            }
            if let Some(point) = on_point {
                listeners.point = Some(Box::new(move |name| {
                    point.try_run(name);
                }));
            }
            if let Some(view) = on_view {
                listeners.view = Some(Box::new(move |seen| {
                    view.try_run(seen);
                }));
            }
            let made = async {
                if let Some((name, geo_json)) = map {
                    register_map(&name, &geo_json).await?;
                }
                Handle::new(&element, listeners).await
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
        let drawn = chart.try_with_value(|chart| {
            chart.as_ref().map(|chart| {
                chart.set_option(&option, keep)?;
                // What is drawn anew is not pointed at any more.
                pointed.map_or(Ok(()), |pointed| chart.point("", &pointed.get_untracked()))
            })
        });
        if let Some(Some(Err(error))) = drawn {
            failed.set(Some(error.to_string()));
        }
    });
    if let Some(pointed) = pointed {
        Effect::new(move |before: Option<String>| {
            let now = pointed.get();
            if ready.get_untracked() {
                let before = before.unwrap_or_default();
                chart.try_with_value(|chart| chart.as_ref().map(|chart| chart.point(&before, &now)));
            }
            now
        });
    }
    if let Some(action) = action {
        Effect::new(move |_| {
            let action = action.get();
            if !action.is_empty() && ready.get_untracked() {
                chart.try_with_value(|chart| chart.as_ref().map(|chart| chart.dispatch(&action)));
            }
        });
    }
    if let Some(patch) = patch {
        Effect::new(move |_| {
            let patch = patch.get();
            if !patch.is_empty() && ready.get_untracked() {
                chart
                    .try_with_value(|chart| chart.as_ref().map(|chart| chart.set_option(&patch, Keep::Rest)));
            }
        });
    }
    follow_size(place, chart, on_size);
    follow_resolution(chart);

    view! {
        <div class="chart" role="img" aria-label=label node_ref=place data-drawn=move || ready.get().to_string()></div>
        {move || failed.get().map(|error| view! { <p class="chart-failed" data-finding="Chart">{error}</p> })}
    }
}

/// What watches, and the callback that it keeps calling.
type Watch<T> = StoredValue<Option<(T, Closure<dyn FnMut()>)>, LocalStorage>;

/// Keeps the chart as large as its element.
fn follow_size(
    place: NodeRef<Div>,
    chart: StoredValue<Option<Handle>, LocalStorage>,
    on_size: Option<Callback<[f64; 2]>>,
) {
    let watching: Watch<web_sys::ResizeObserver> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        let seen = element.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            if let Some(on_size) = on_size {
                on_size.try_run([f64::from(seen.client_width()), f64::from(seen.client_height())]);
            }
            // A chart that is not shown keeps its size.
            if seen.client_width() > 0 {
                chart.try_with_value(|chart| chart.as_ref().map(Handle::fit));
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            observer.observe(&element);
            watching.set_value(Some((observer, resized)));
        }
    });
    on_cleanup(move || {
        watching.with_value(|watching| {
            if let Some((observer, _)) = watching {
                observer.disconnect();
            }
        });
    });
}

/// Keeps the chart sharp when the page goes to another screen; zooming changes its size, too.
fn follow_resolution(chart: StoredValue<Option<Handle>, LocalStorage>) {
    let ratio = RwSignal::new(window().device_pixel_ratio());
    let watching: Watch<web_sys::MediaQueryList> = StoredValue::new_local(None);
    let forget = move || {
        watching.with_value(|watching| {
            if let Some((query, _)) = watching {
                query.set_onchange(None);
            }
        });
    };
    Effect::new(move |_| {
        chart.try_with_value(|chart| chart.as_ref().map(Handle::fit));
        // A query asks for one ratio, so that every change needs the next one.
        forget();
        if let Ok(Some(query)) = window().match_media(&format!("(resolution: {}dppx)", ratio.get())) {
            let changed = Closure::<dyn FnMut()>::new(move || {
                ratio.try_set(window().device_pixel_ratio());
            });
            query.set_onchange(Some(changed.as_ref().unchecked_ref()));
            watching.set_value(Some((query, changed)));
        }
    });
    on_cleanup(forget);
}
