//! Every piece that pages are made of, in all its states, for contributors.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;

/// The page.
#[component]
pub fn StyleguideView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let _ = scene;
    view! { <section class="page"><h1>{say!(lang, styleguide)}</h1></section> }
}
