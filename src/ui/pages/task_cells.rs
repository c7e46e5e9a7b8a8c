//! What stands in the cells of a task's row.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::tasks::TaskRow;
use crate::model::words::plural;
use crate::route::{View, ViewState};
use crate::ui::components::{LightLabel, Link};

/// The task's name, which opens its parts where it has some.
#[component]
pub fn TaskName(
    /// The task.
    row: TaskRow,
    /// Where the reader is.
    state: ViewState,
    /// Whether its parts are seen.
    is_open: Signal<bool>,
    /// Opens or closes it.
    toggle: Callback<()>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let name = if row.parts > 0 {
        view! {
            <button
                type="button"
                class="fold"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| toggle.run(())
            >
                <span>{row.name}</span>
                <small>{parts(row.parts, lang)}</small>
            </button>
        }
        .into_any()
    } else {
        view! { <span class="leaf">{row.name}</span> }.into_any()
    };
    let to = ViewState { item: Some(row.id), ..state.to_view(View::Tasks) };
    let section = view! { <Link to=Signal::stored(to)>{row.section}</Link> };
    let within = row.within.map(|within| view! { <span>{say!(lang, part_of)}" "{within}</span> });
    let principle = row.principle.then(|| view! { <span class="tag">{say!(lang, principle)}</span> });
    view! { {name}<small class="section">{principle}{section}{within}</small> }
}

/// `4项`, `4 parts`.
fn parts(count: usize, lang: Lang) -> String {
    lang.pick(format!("{count}项"), format!("{count} {}", plural(count as i32, "part")))
}

/// When it is due, or that the plan does not say.
pub fn due(row: &TaskRow, lang: Lang) -> Option<String> {
    row.due.clone().or_else(|| (!row.is_part && !row.principle).then(|| say!(lang, not_stated).to_owned()))
}

/// Who leads it.
pub fn lead(row: &TaskRow, lang: Lang) -> AnyView {
    if row.as_above {
        return view! { <span class="is-faint">{say!(lang, as_above)}</span> }.into_any();
    }
    let lead = row.lead.clone().map(|lead| {
        let basis = if lead.basis.is_empty() {
            String::new()
        } else {
            format!("{}{}", lang.pick("：", ": "), lead.basis)
        };
        let inferred = lead.inferred.then(|| view! { <small>{say!(lang, inferred)}{basis}</small> });
        view! { {lead.name}{inferred} }
    });
    lead.into_any()
}

/// Who supports and supervises it.
pub fn support(row: &TaskRow, lang: Lang) -> Option<AnyView> {
    if row.as_above || (row.support.is_empty() && row.supervise.is_empty()) {
        return None;
    }
    let supervise = (!row.supervise.is_empty())
        .then(|| view! { <small>{say!(lang, supervise_role)}{lang.pick("：", ": ")}{row.supervise.clone()}</small> });
    Some(view! { {row.support.clone()}{supervise} }.into_any())
}

/// The light and what it rests on.
#[component]
pub fn Standing(
    /// The task.
    row: TaskRow,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let light = row.light.map(|(light, word)| view! { <LightLabel light word lang /> });
    let basis = match row.goal {
        Some(goal) => {
            let to = state.to_record(View::Indicator, &goal);
            view! { <Link to=Signal::stored(to)>{row.basis}</Link> }.into_any()
        }
        None => row.basis.into_any(),
    };
    let demo = row.demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
    view! { {light}<small>{basis}{demo}</small> }
}
