//! Who answers for a goal, what is done for it, and where.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::relations::{Related, Relations};
use crate::route::ViewState;
use crate::ui::components::{LightMark, Link, colour_word};

/// Departments, tasks, projects and sites; each leads to where it stands.
#[component]
pub fn RelationsSection(
    /// What belongs to the goal.
    relations: Relations,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <section class="relations">
            <h2>{say!(lang, who_what_where)}</h2>
            <div class="columns">
                <RelatedList title=say!(lang, departments) items=relations.departments state=state.clone() lang />
                <div>
                    <RelatedList title=say!(lang, tasks) items=relations.tasks state=state.clone() lang />
                    <RelatedList title=say!(lang, projects) items=relations.projects state=state.clone() lang />
                </div>
                <RelatedList title=say!(lang, sites) items=relations.sites state lang />
            </div>
        </section>
    }
}

/// Records under a title, each with a link.
#[component]
pub fn RelatedList(
    /// What they are.
    title: &'static str,
    /// The records.
    items: Vec<Related>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let empty = items.is_empty().then(|| view! { <p>{say!(lang, none)}</p> });
    let items = items.into_iter().map(|item| {
        let to = item.place.address(&state);
        view! {
            <li>
                {item.light.map(|light| view! { <LightMark light title=colour_word(light, lang) /> })}
                <Link to=to>{item.name}</Link>
                <small>{item.detail}</small>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <section>
            <h3>{title}</h3>
            {empty}
            <ul class="related">{items}</ul>
        </section>
    }
}
