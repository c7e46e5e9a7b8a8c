//! The organisation as a chart: a body at the top, those below it side by side, and what is below these in lists.

use leptos::prelude::*;

use super::super::pointed::mark_of;
use crate::domain::Lang;
use crate::model::organisation::{Body, Seat, tops};
use crate::route::{View, ViewState};
use crate::ui::components::Link;

/// Where a piece of the chart is.
#[derive(Clone)]
struct Place {
    item: Memo<Option<String>>,
    state: ViewState,
    lang: Lang,
}

/// The chart.
#[component]
pub fn Chart(
    /// The bodies, each followed by those below it.
    bodies: Vec<Body>,
    /// Posts and members of no body.
    loose: Vec<Seat>,
    /// The record that the address points at.
    item: Memo<Option<String>>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let place = Place { item, state, lang };
    let tops = tops(&bodies).into_iter().map(|(top, groups)| {
        let groups = groups.into_iter().map(|group| {
            let group = group.iter().map(|body| {
                let class = format!("org-body at-{}", body.depth.min(6));
                view! { <div class=class>{shown(body.clone(), &place)}</div> }
            });
            view! { <li>{group.collect_view()}</li> }
        });
        let groups = groups.collect_view();
        let below = (!groups.is_empty()).then(|| view! { <ul class="org-groups">{groups}</ul> });
        view! { <div class="org-top"><div class="org-body at-0">{shown(top.clone(), &place)}</div>{below}</div> }
    });
    let tops = tops.collect_view();
    let loose = (!loose.is_empty()).then(|| {
        view! { <div class="org-top"><h2>{say!(lang, org_loose)}</h2>{seats("org-members", loose, &place)}</div> }
    });
    view! { <div class="org-chart">{tops}{loose}</div> }
}

/// A body: its name, role, work and duty, its posts and its members.
fn shown(body: Body, place: &Place) -> impl IntoView + use<> {
    let Place { item, state, lang } = place.clone();
    let own = body.id.clone();
    let here = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
    let name = match &body.department {
        Some(id) => view! { <Link to=state.to_record(View::Departments, id)>{body.name}</Link> }.into_any(),
        None => body.name.into_any(),
    };
    let name = if body.depth == 0 {
        view! { <h2>{name}</h2> }.into_any()
    } else {
        view! { <h3>{name}</h3> }.into_any()
    };
    let within = body.within.filter(|_| body.depth > 1).map(|within| {
        view! { <small>{say!(lang, part_of)}" "{within}</small> }
    });
    let work = body.department.filter(|_| !body.work.is_empty()).map(|id| {
        let to = ViewState { dept: Some(id), ..state.to_view(View::Tasks) };
        view! { <p class="org-work"><Link to=to>{body.work}</Link></p> }
    });
    let duty = (!body.duty.is_empty()).then(|| view! { <p class="org-duty">{body.duty}</p> });
    let posts = (!body.posts.is_empty()).then(|| seats("org-posts", body.posts, place));
    let count = body.members.len();
    let members = (count > 0).then(|| {
        let counted = lang.pick(format!("{count}个"), count.to_string());
        view! { <p class="org-count">{say!(lang, org_members)}" "{counted}</p>{seats("org-members", body.members, place)} }
    });
    view! {
        <div class="org-name" id=mark_of(&body.id) data-org=body.id tabindex="-1" aria-current=here>
            {name}<small>{body.role}</small>{within}
        </div>
        {work}
        {duty}
        {posts}
        {members}
    }
}

/// Posts or members.
fn seats(class: &'static str, seats: Vec<Seat>, place: &Place) -> impl IntoView + use<> {
    let Place { item, state, lang } = place.clone();
    let posts = class == "org-posts";
    let seats = seats.into_iter().map(|seat| {
        let own = seat.id.clone();
        let here = move || item.with(|item| item.as_deref() == Some(own.as_str())).then_some("true");
        let link = seat.department.map(|(id, name)| {
            let to = state.to_record(View::Departments, &id);
            // A member is called by its unit; a post by its title, and held by a unit.
            let name = if posts { name } else { seat.name.clone() };
            view! { <Link to=to>{name}</Link> }
        });
        let title = (posts || link.is_none()).then(|| view! { <span>{seat.name}</span> });
        let colon = (title.is_some() && link.is_some()).then(|| lang.pick("：", ": "));
        view! { <li id=mark_of(&seat.id) data-org=seat.id tabindex="-1" aria-current=here>{title}{colon}{link}</li> }
    });
    view! { <ul class=class>{seats.collect_view()}</ul> }
}
