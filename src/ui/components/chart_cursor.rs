//! A chart that is gone through with the keys.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::domain::Lang;
use crate::option::{self, Cursor, Step};

/// Makes the chart in it a stop of the keyboard: keys lead from point to point, the chart points at each, and what
/// stands there is said.
#[component]
pub fn ChartCursor(
    /// The points.
    cursor: Cursor,
    /// What the chart is to do, for its host.
    action: RwSignal<String>,
    /// What the chart is called; names the hint, too.
    name: &'static str,
    /// What the chart shows, in a few words.
    label: String,
    /// The language.
    lang: Lang,
    /// The chart.
    children: Children,
) -> impl IntoView {
    let at = RwSignal::new(None::<usize>);
    let cursor = StoredValue::new(cursor);
    let leave = move || {
        if at.get_untracked().is_some() {
            at.set(None);
            action.set(option::LEAVE.to_owned());
        }
    };
    let heard = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let step = cursor.with_value(|cursor| cursor.step(at.get_untracked(), &event.key()));
        let Some(step) = step else { return };
        // The page does not scroll along.
        event.prevent_default();
        match step {
            Step::To(to) => {
                at.set(Some(to));
                action.set(option::show(to));
            }
            Step::Leave => leave(),
        }
    };
    let said = move || at.get().and_then(|at| cursor.with_value(|cursor| cursor.points.get(at).cloned()));
    let hint = format!("hint-{name}");
    view! {
        <div class="chart-place">
            <div
                class="chart-cursor"
                tabindex="0"
                role="application"
                aria-roledescription=say!(lang, chart_role)
                aria-label=label
                aria-describedby=hint.clone()
                on:keydown=heard
                on:blur=move |_| leave()
            >
                {children()}
            </div>
            <p class="chart-hint" id=hint>{say!(lang, chart_hint)}</p>
            <p class="unseen" role="status" data-cursor="">{said}</p>
        </div>
    }
}
