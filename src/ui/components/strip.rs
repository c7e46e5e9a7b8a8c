//! The strip of monthly lights.

use leptos::prelude::*;

use super::LightMark;
use crate::domain::Lang;
use crate::model::strip::Strip;

/// Every month of the plan with its light; years are told apart by a wider gap.
#[component]
pub fn StripView(
    /// The months.
    strip: Strip,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let months = strip.months.into_iter().map(|month| {
        let first = month.month.month() == 1;
        let label =
            first.then(|| view! { <span class="strip-year" aria-hidden="true">{month.month.year()}</span> });
        let (title, word) = (month.title.clone(), month.title);
        view! {
            <li class:is-january=first title=title>
                {match month.light {
                    Some(light) => view! { <LightMark light title=word /> }.into_any(),
                    None => view! { <span class="strip-dot" role="img" aria-label=word></span> }.into_any(),
                }}
                {label}
            </li>
        }
    });
    view! {
        <div class="strip">
            <h3>{say!(lang, monthly_lights)}</h3>
            <ol>{months.collect_view()}</ol>
            <p class="caption">{strip.summary}</p>
        </div>
    }
}
