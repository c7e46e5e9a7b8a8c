//! What the marks of the matrix mean, and what the chosen department does.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::responsibility::{Chosen, Matrix, Role, rows_of};
use crate::route::{View, ViewState};
use crate::ui::components::{Link, LiveLink};
use crate::ui::context::use_route;

/// The mark of a role.
pub fn mark(role: Role, lang: Lang) -> impl IntoView {
    view! { <span class=format!("duty is-{}", role.code()) aria-hidden="true">{role.letter(lang)}</span> }
}

/// What the marks mean.
#[component]
pub fn Legend(
    /// The matrix.
    matrix: Memo<Arc<Matrix>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (supervised, demo) = matrix.with_untracked(|matrix| (matrix.is_supervised, matrix.ledger.demo));
    let entry = |role: Role, words: &'static str| view! { <li class="is-mark">{mark(role, lang)}<span>{words}</span></li> };
    let supervise = if supervised {
        entry(Role::Supervise, say!(lang, legend_supervise)).into_any()
    } else {
        view! { <li><span>{say!(lang, legend_unsupervised)}</span></li> }.into_any()
    };
    view! {
        <ul class="duty-legend">
            {entry(Role::Lead, say!(lang, legend_lead))}
            {entry(Role::Inferred, say!(lang, legend_inferred))}
            {entry(Role::Support, say!(lang, legend_support))}
            {entry(Role::Parts, say!(lang, legend_parts))}
            {supervise}
            <li class="is-mark"><span>{say!(lang, legend_blank)}</span></li>
            <li class="is-mark"><span>{say!(lang, legend_order)}</span></li>
            {demo.then(|| view! { <li><span class="demo">{say!(lang, lights_demo)}</span></li> })}
        </ul>
    }
}

/// What the chosen department leads and supports, and where more stands about it.
#[component]
pub fn ChosenLine(
    /// The matrix.
    matrix: Memo<Arc<Matrix>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let chosen = Memo::new(move |_| {
        let (dept, rows) = state.with(|state| (state.dept.clone(), rows_of(state)));
        matrix.with(|matrix| matrix.chosen(&dept?, rows))
    });
    let line = move || {
        chosen.get().map(|Chosen { id, name, text, .. }| {
            let here = state.get_untracked();
            let page = here.to_record(View::Departments, &id);
            let tasks = ViewState { dept: Some(id), ..here.to_view(View::Tasks) };
            let without = Signal::derive(move || ViewState { dept: None, ..state.get() });
            view! {
                <p><b>{name}</b>{lang.pick("：", ": ")}{text}</p>
                <p class="chosen-links">
                    <Link to=page>{say!(lang, its_page)}</Link>
                    <Link to=tasks>{say!(lang, its_tasks)}</Link>
                    <LiveLink to=without>{say!(lang, unselect)}</LiveLink>
                </p>
            }
        })
    };
    view! { <div class="chosen-line" aria-live="polite">{line}</div> }
}
