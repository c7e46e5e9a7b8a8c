//! Who answers for a goal, what is done for it, and where.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::relations::{Related, Relations};
use crate::route::{View, ViewState};
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
    let of_domain = {
        let state = state.clone();
        move |item: &Related| ViewState {
            item: Some(item.id.clone()),
            ..state.to_record(View::Domain, &item.domain)
        }
    };
    let department = {
        let state = state.clone();
        move |item: &Related| ViewState {
            dept: Some(item.id.clone()),
            ..state.to_record(View::Domain, &item.domain)
        }
    };
    let site = {
        let of_domain = of_domain.clone();
        move |item: &Related| match item.township.clone() {
            Some(town) => {
                ViewState { town: Some(town), id: Some(item.id.clone()), ..state.to_view(View::Map) }
            }
            None => of_domain(item),
        }
    };
    view! {
        <section class="relations">
            <h2>{say!(lang, who_what_where)}</h2>
            <div class="columns">
                <RelatedList title=say!(lang, departments) items=relations.departments to=department lang />
                <div>
                    <RelatedList title=say!(lang, tasks) items=relations.tasks to=of_domain.clone() lang />
                    <RelatedList title=say!(lang, projects) items=relations.projects to=of_domain lang />
                </div>
                <RelatedList title=say!(lang, sites) items=relations.sites to=site lang />
            </div>
        </section>
    }
}

#[component]
fn RelatedList(
    title: &'static str,
    items: Vec<Related>,
    to: impl Fn(&Related) -> ViewState,
    lang: Lang,
) -> impl IntoView {
    let empty = items.is_empty().then(|| view! { <p>{say!(lang, none)}</p> });
    let items = items.into_iter().map(|item| {
        let to = to(&item);
        view! {
            <li>
                {item.light.map(|light| view! { <LightMark light title=colour_word(light, lang) /> })}
                <Link to=Signal::stored(to)>{item.name}</Link>
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
