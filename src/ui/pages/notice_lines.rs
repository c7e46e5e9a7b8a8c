//! Announcements about a record, on that record's page.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::notices::NoticeLine;
use crate::route::{View, ViewState};
use crate::ui::components::Link;

/// The announcements about the record, the newest first; nothing where there are none.
#[component]
pub fn NoticesAbout(
    /// The announcements.
    notices: Vec<NoticeLine>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    if notices.is_empty() {
        return None;
    }
    let lines = notices.into_iter().map(|notice| {
        let to = state.to_record(View::Notices, &notice.id);
        view! {
            <li data-notice=notice.id>
                <time datetime=notice.day.to_string()>{notice.date}</time>
                <Link to=to>{notice.title}</Link>
            </li>
        }
    });
    let lines = lines.collect_view();
    Some(view! {
        <section class="notice-lines">
            <h2>{say!(lang, notices)}</h2>
            <ul>{lines}</ul>
        </section>
    })
}
