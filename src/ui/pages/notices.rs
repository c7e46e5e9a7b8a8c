//! Announcements (信息发布): all of them by year, and one of them.

use std::sync::Arc;

use leptos::prelude::*;

use super::{json_of, scope};
use crate::browser::document;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::notices::{self, About, FullNotice, NoticeLine, NoticeList, NoticePage, Year};
use crate::route::{View, ViewState};
use crate::ui::components::filters::{ClearButton, FindField};
use crate::ui::components::{ExportTools, Link, NotFound};
use crate::ui::context::use_route;

/// The announcements, one of them, or a way back where the edition has no such announcement.
#[component]
pub fn NoticesView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let id = Memo::new(move |_| state.with(|state| state.id.clone()));
    move || {
        let Some(id) = id.get() else {
            return view! { <All scene=scene.clone() lang /> }.into_any();
        };
        let state = state.get_untracked();
        match notices::notice(&scope(&scene, lang), &id) {
            Some(page) => view! { <One page scene=scene.clone() state lang /> }.into_any(),
            None => view! { <NotFound id back=state.to_view(View::Notices) label=say!(lang, back_to_notices) lang /> }.into_any(),
        }
    }
}

#[component]
fn All(scene: Arc<Scene>, lang: Lang) -> impl IntoView {
    let route = use_route();
    let listed = {
        let scene = scene.clone();
        Memo::new(move |_| route.state.with(|state| notices::notices(&scope(&scene, lang), state)))
    };
    let NoticeList { as_of, headline, .. } = listed.get_untracked();
    let feed = document::feed(lang.tag()).map(|href| {
        view! { <a class="feed" href=href rel="alternate" type="application/atom+xml" data-feed="">{say!(lang, feed)}</a> }
    });
    let file = ["notices".to_owned(), scene.edition.month.to_string()];
    let sheet = move |()| route.state.with_untracked(|state| notices::sheet(&scope(&scene, lang), state));
    let years = move || {
        let years = listed.with(|list| list.years.clone()).into_iter();
        years.map(|year| view! { <OfYear year state=route.state.get_untracked() lang /> }).collect_view()
    };
    let filtered = Signal::derive(move || listed.with(|list| list.filtered));
    let empty = move || {
        let none = listed.with(|list| list.years.is_empty() && list.filtered);
        none.then(|| view! { <p class="empty">{say!(lang, no_notice_found)}</p> })
    };
    view! {
        <section class="page notices">
            <p class="dateline">{as_of}</p>
            <h1>{headline}</h1>
            <p class="lead">{say!(lang, notices_note)}</p>
            <search class="filters"><FindField lang /><ClearButton filtered lang /></search>
            <div class="list-head">
                <p class="task-count" aria-live="polite">{move || listed.with(|list| list.counted.clone())}</p>
                {feed}
            </div>
            {years}
            {empty}
            <div class="list-foot"><ExportTools file sheet lang /></div>
        </section>
    }
}

#[component]
fn OfYear(year: Year, state: ViewState, lang: Lang) -> impl IntoView {
    let notices = year.notices.into_iter().map(|notice| {
        let to = state.to_record(View::Notices, &notice.line.id);
        let NoticeLine { id, day, date, title } = notice.line.clone();
        view! {
            <article data-notice=id>
                <time datetime=day.to_string()>{date}</time>
                <div>
                    <h3><Link to=to>{title}</Link></h3>
                    <Body notice state=state.clone() lang />
                </div>
            </article>
        }
    });
    let notices = notices.collect_view();
    view! { <section class="notice-year"><h2>{year.title}</h2>{notices}</section> }
}

/// What it says, what it is about, and who says so.
#[component]
fn Body(notice: FullNotice, state: ViewState, lang: Lang) -> impl IntoView {
    let FullNotice { text, about, source, .. } = notice;
    let text = (!text.is_empty()).then(|| view! { <p>{text}</p> });
    let about = (!about.is_empty()).then(|| view! { <AboutList about state lang /> });
    let source = source.map(|(title, url)| {
        let title = match url {
            Some(url) => view! { <a href=url rel="noopener noreferrer">{title}</a> }.into_any(),
            None => title.into_any(),
        };
        view! { <p class="caption">{say!(lang, source)}{lang.pick("：", ": ")}{title}</p> }
    });
    view! { {text}{about}{source} }
}

/// The records that it is about; each leads to where it stands.
#[component]
fn AboutList(about: Vec<About>, state: ViewState, lang: Lang) -> impl IntoView {
    let about = about.into_iter().map(|about| {
        let to = about.place.address(&state);
        view! { <li><span>{about.kind}</span><Link to=to>{about.name}</Link></li> }
    });
    let about = about.collect_view();
    view! { <ul class="notice-about" aria-label=say!(lang, notice_about)>{about}</ul> }
}

#[component]
fn One(page: NoticePage, scene: Arc<Scene>, state: ViewState, lang: Lang) -> impl IntoView {
    let NoticePage { as_of, notice, neighbours: [previous, next] } = page;
    let NoticeLine { id, day, date, title } = notice.line.clone();
    let file = [id.clone(), scene.edition.month.to_string()];
    let json = json_of(id.clone(), scene.clone(), lang);
    let sheet = {
        let id = id.clone();
        move |()| notices::sheet_of(&scope(&scene, lang), &id)
    };
    let colon = lang.pick("：", ": ");
    view! {
        <article class="page notices" data-notice=id>
            <nav class="crumbs" aria-label=say!(lang, path)>
                <Link to=state.to_view(View::Notices)>{say!(lang, notices)}</Link>
                <span aria-hidden="true">"/"</span>
                <time datetime=day.to_string()>{date}</time>
            </nav>
            <p class="dateline">{as_of}</p>
            <h1>{title}</h1>
            <div class="notice-body"><Body notice state=state.clone() lang /></div>
            <div class="list-foot"><ExportTools file sheet json=Some(json) lang /></div>
            <nav class="neighbours" aria-label=say!(lang, notice_neighbours)>
                {previous.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Notices, &id)>"← "{say!(lang, earlier)}{colon}{name}</Link>
                })}
                {next.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Notices, &id)>{say!(lang, notice_later)}{colon}{name}" →"</Link>
                })}
            </nav>
        </article>
    }
}
