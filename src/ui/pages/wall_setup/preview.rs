//! The wall itself, small.

use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::share::wall::USUAL;
use crate::route::ViewState;

/// How long nothing is changed before the preview follows.
const PAUSE: Duration = Duration::from_millis(800);

/// The wall as it will stand, to be looked at and not to be used: it takes no focus. It is loaded when it is asked for,
/// and then follows what is chosen.
#[component]
pub fn Preview(
    /// The wall.
    made: Memo<ViewState>,
    /// Its address.
    link: Signal<String>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let shown = RwSignal::new(None::<String>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timeout)) = waiting.try_update_value(Option::take) {
            timeout.clear();
        }
    };
    Effect::new(move |_| {
        let link = link.get();
        stop();
        if shown.with_untracked(Option::is_some) {
            let follow = move || {
                let _ = shown.try_set(Some(link));
            };
            waiting.set_value(set_timeout_with_handle(follow, PAUSE).ok());
        }
    });
    on_cleanup(stop);
    let width = RwSignal::new(0.0);
    let measure = move || {
        if let Some(Some(place)) = place.try_get_untracked() {
            let _ = width.try_set(place.get_bounding_client_rect().width());
        }
    };
    let listener = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || listener.remove());
    let size = Memo::new(move |_| made.with(|made| made.wall.design.unwrap_or(USUAL)));
    let [across, down] = [0, 1].map(|at| move || format!("{}px", size.get()[at]));
    let height = move || {
        let [across, down] = size.get().map(f64::from);
        format!("{}px", (width.get() * down / across).round())
    };
    let transform = move || format!("scale({})", width.get() / f64::from(size.get()[0]));
    let caption = move || {
        let [across, down] = size.get();
        lang.pick(format!("预览，{across} × {down} 像素"), format!("Preview at {across} × {down} pixels"))
    };
    let show = move |_| {
        shown.set(Some(link.get_untracked()));
        // What is hidden has no width.
        request_animation_frame(measure);
    };
    view! {
        <section aria-labelledby="setup-preview">
            <h2 id="setup-preview">{say!(lang, preview)}</h2>
            <figure class="setup-preview" hidden=move || shown.with(Option::is_none)>
                <div node_ref=place inert=true style:height=height>
                    // A frame that goes from one address to another leaves steps in the reader's history; a new one does not.
                    <For each=move || shown.get() key=|url| url.clone() let(url)>
                        <iframe src=url title=caption tabindex="-1" style:width=across style:height=down style:transform=transform></iframe>
                    </For>
                </div>
                <figcaption class="caption">{caption}</figcaption>
            </figure>
            {move || shown.with(Option::is_none).then(|| view! {
                <button type="button" class="button is-plain" on:click=show>{say!(lang, preview_show)}</button>
            })}
        </section>
    }
}
