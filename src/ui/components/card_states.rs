//! A goal that is still awaited, or that could not be read.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::snapshot::Finding;

/// The place of a goal whose data are under way.
#[component]
pub fn LoadingCard() -> impl IntoView {
    view! {
        <div class="card is-loading" aria-hidden="true">
            <span class="bone"></span><span class="bone is-figure"></span><span class="bone"></span><span class="bone is-spark"></span>
        </div>
    }
}

/// A goal whose record could not be read, with the cause.
#[component]
pub fn FailedCard(
    /// What was wrong.
    finding: Finding,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let sentence = finding.sentence(lang);
    view! {
        <article class="card is-failed">
            <h3>{finding.record}</h3>
            <p class="figure-state">{say!(lang, unreadable)}</p>
            <p class="card-cause">{sentence}</p>
            <p class="card-foot">{say!(lang, left_out_one)}</p>
        </article>
    }
}
