//! A project as a line of a table.

use leptos::prelude::*;

use crate::domain::{Lang, Light};
use crate::model::projects::{ProjectLine, State};
use crate::route::{View, ViewState};
use crate::ui::components::{LightMark, Link, colour_word};

/// The head of a table of projects.
#[component]
pub fn LineHead(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <thead>
            <tr>
                <th scope="col">{say!(lang, project)}</th>
                <th scope="col">{say!(lang, project_kind)}</th>
                <th scope="col">{say!(lang, lead_role)}</th>
                <th scope="col">{say!(lang, tasks)}</th>
                <th scope="col">{say!(lang, standing)}</th>
                <th scope="col">{say!(lang, sites)}</th>
                <th scope="col">{say!(lang, next_point)}</th>
            </tr>
        </thead>
    }
}

/// A project.
#[component]
pub fn Line(
    /// The project.
    line: ProjectLine,
    /// CSS classes.
    class: String,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (to, id) = (state.to_record(View::Projects, &line.id), line.id.clone());
    let tasks = view! { <Tasks line=line.clone() state=state.clone() lang /> };
    let standing = view! { <Standing line=line.clone() state=state.clone() lang /> };
    let part_of = line.part_of.map(|(id, name)| {
        let to = state.to_record(View::Projects, &id);
        view! { <small>{say!(lang, part_of)}" "<Link to=to>{name}</Link></small> }
    });
    let note = line.note.map(|note| view! { <small>{note}</small> });
    let lead = line.lead.map(|(id, name)| {
        let to = state.to_record(View::Departments, &id);
        view! { <Link to=to>{name}</Link> }
    });
    let sites = line.sites.into_iter().map(|(name, place)| {
        let to = place.address(&state);
        view! { <p><Link to=to>{name}</Link></p> }
    });
    let sites = sites.collect_view();
    let next = line.next.map(|next| view! { {next.when}<small>{next.what}</small> });
    view! {
        <tr class=class data-project=id>
            <th scope="row"><Link to=to>{line.name}</Link>{part_of}{note}</th>
            <td data-label=say!(lang, project_kind)>{line.kind}</td>
            <td data-label=say!(lang, lead_role)>{lead}</td>
            <td data-label=say!(lang, tasks)>{tasks}</td>
            <td data-label=say!(lang, standing)>{standing}</td>
            <td data-label=say!(lang, sites)>{sites}</td>
            <td data-label=say!(lang, next_point)>{next}</td>
        </tr>
    }
}

/// How many tasks it has, which are listed in the table of tasks, and how many have which light.
#[component]
fn Tasks(line: ProjectLine, state: ViewState, lang: Lang) -> impl IntoView {
    if line.stands.tasks == 0 {
        return None;
    }
    let to = ViewState { project: Some(line.id.clone()), ..state.to_view(View::Tasks) };
    // Grey ones are the rest; they are told by the count.
    let lights = [Light::Red, Light::Yellow, Light::Green]
        .into_iter()
        .filter(|light| line.stands.is_told() && line.stands.task_lights.of(*light) > 0)
        .map(|light| {
            view! { <li><LightMark light /><span class="unseen">{colour_word(light, lang)}" "</span>{line.stands.task_lights.of(light)}</li> }
        });
    let lights = lights.collect_view();
    Some(view! {
        <Link to=to>{line.stands.tasks}</Link>
        <ul class="task-lights">{lights}</ul>
    })
}

/// How its own goals stand; where it has none, what its tasks come to.
#[component]
fn Standing(line: ProjectLine, state: ViewState, lang: Lang) -> impl IntoView {
    if line.goals.is_empty() {
        let demo = line.stands.demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
        if !line.stands.is_told() {
            return view! { <p class="stands-words is-faint">{say!(lang, no_progress_told)}</p> }.into_any();
        }
        return view! { <p class="stands-words">{line.stands.sentence}{demo}</p> }.into_any();
    }
    let goals = line.goals.into_iter().map(|it| view! { <Stands it state=state.clone() lang /> });
    goals.collect_view().into_any()
}

/// How it stands by one of its goals.
#[component]
pub fn Stands(
    /// The goal.
    it: State,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let to = state.to_record(View::Indicator, &it.id);
    let demo = it.demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
    view! {
        <p class="stands">
            <LightMark light=it.light title=colour_word(it.light, lang) />
            <span><Link to=to>{it.name}</Link>" "<small>{it.note}{demo}</small></span>
        </p>
    }
}
