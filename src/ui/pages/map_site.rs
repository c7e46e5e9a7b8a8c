//! The site chosen on the map: what it is, and where to read on.

use leptos::prelude::*;

use super::map::Pick;
use super::notice_lines::NoticesAbout;
use crate::domain::Lang;
use crate::model::map_site::{ChosenSite, SiteGoal};
use crate::route::{View, ViewState};
use crate::ui::components::{LightMark, Link, SparkView, colour_word};
use crate::ui::context::use_route;

/// The site with links to its project, that one's tasks, goals and leading department, its domain and announcements
/// about it.
#[component]
pub fn ChosenPlace(
    /// The site.
    site: ChosenSite,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let here = state.get_untracked();
    let none = Signal::derive(move || {
        let mut state = state.get();
        state.id = None;
        state
    });
    let colon = lang.pick("：", ": ");
    let project = site.project.map(|(id, name)| {
        let to = here.to_record(View::Projects, &id);
        let tasks = ViewState { project: Some(id), ..here.to_view(View::Tasks) };
        let tasks = (site.tasks > 0).then(|| {
            view! { <div><dt>{say!(lang, tasks)}</dt><dd><Link to=tasks>{lang.pick(format!("{}项", site.tasks), site.tasks.to_string())}</Link></dd></div> }
        });
        view! {
            <div><dt>{say!(lang, project)}</dt><dd><Link to=to>{name}</Link></dd></div>
            {tasks}
        }
    });
    let leads = linked(
        site.leads.into_iter().map(|(id, name)| {
            let to = here.to_record(View::Departments, &id);
            view! { <Link to=to>{name}</Link> }.into_any()
        }),
        say!(lang, lead_role),
    );
    let goals = linked(
        site.goals.into_iter().map(|SiteGoal { state: goal, spark }| {
            let (to, light) = (here.to_record(View::Indicator, &goal.id), goal.light);
            let title = colour_word(light, lang);
            view! { <LightMark light title />" "<Link to=to>{goal.name}</Link>" "<small>{goal.note}</small><SparkView spark /> }
                .into_any()
        }),
        say!(lang, indicators),
    );
    let domain = site.domain.map(|(id, name)| {
        let to = here.to_record(View::Domain, &id);
        view! { <div><dt>{say!(lang, domain)}</dt><dd><Link to=to>{name}</Link></dd></div> }
    });
    let township = site.township.map(|(code, name)| {
        let own = code.clone();
        let current = Memo::new(move |_| state.with(|state| state.has_town(&own)));
        let to = Signal::derive(move || {
            let mut state = state.get();
            state.pick_town(&code);
            state
        });
        view! { <div><dt>{say!(lang, township)}</dt><dd><Pick to current>{name}</Pick></dd></div> }
    });
    let position = site.position.map(|position| {
        view! { <div><dt>{say!(lang, position)}</dt><dd>{position}</dd></div> }
    });
    let note = site.note.map(|note| view! { <p>{say!(lang, remark)}{colon}{note}</p> });
    view! {
        <section class="map-chosen" aria-live="polite" data-chosen-site=site.id>
            <h2>{site.name}</h2>
            <p>{site.detail}</p>
            <dl>{position}{township}{project}{leads}{goals}{domain}</dl>
            {note}
            <NoticesAbout notices=site.notices state=here lang />
            <p><Pick to=none current=Signal::stored(false)>{say!(lang, clear_town)}</Pick></p>
        </section>
    }
}

/// Links below each other under what they are; nothing where there are none.
fn linked(links: impl Iterator<Item = AnyView>, label: &'static str) -> Option<AnyView> {
    let links: Vec<_> = links.map(|link| view! { <li>{link}</li> }).collect();
    (!links.is_empty()).then(|| view! { <div><dt>{label}</dt><dd><ul>{links}</ul></dd></div> }.into_any())
}
