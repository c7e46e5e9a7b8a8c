//! The small township map of the overview.

use leptos::prelude::*;

use crate::domain::Lang;

/// Placeholder signature until the outline model lands.
#[component]
pub fn TownshipMap(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let _ = lang;
}
