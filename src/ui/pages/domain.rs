//! One domain of the plan: its position, goals, tasks, projects, sites and who answers for them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;

/// The page.
#[component]
pub fn DomainView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let _ = scene;
    view! { <section class="page"><h1>{say!(lang, domains)}</h1></section> }
}
