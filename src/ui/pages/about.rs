//! What the data are, by which rules they are shown, and what may be done with them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;

/// The page.
#[component]
pub fn AboutView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let _ = scene;
    view! { <section class="page"><h1>{say!(lang, about)}</h1></section> }
}
