//! The seal of a domain.

use leptos::prelude::*;

/// One character on the domain's colour; the name stands beside it.
#[component]
pub fn Seal(
    /// The domain's number in the plan's order, from 1.
    number: usize,
    /// The character.
    seal: String,
) -> impl IntoView {
    view! { <span class=format!("seal domain-{number}") aria-hidden="true">{seal}</span> }
}
