//! The agenda (会议议程): all items in a list, the one at hand large, stepped through by keys and buttons.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::pointed::mark_of;
use super::super::scope;
use super::stage::Stage;
use super::tools::{Dateline, NotCompared, Tools};
use crate::browser::{address, clipboard, document};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::agenda::{self, Agenda, AgendaItem, Need};
use crate::model::changes_page;
use crate::route::{DueFilter, ViewState};
use crate::ui::components::{LightMark, LiveLink, colour_word, use_notice};
use crate::ui::context::use_route;

/// The id in the document of what the keys belong to.
const PLACE: &str = "agenda";

/// From this width on list and item stand side by side.
const WIDE: f64 = 1080.0;

/// The page of the agenda.
#[component]
pub fn AgendaView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let whole = {
        let scene = scene.clone();
        let days = Memo::new(move |_| route.state.with(|state| changes_page::days(state.due)));
        Memo::new(move |_| agenda::within(&scope(&scene, lang), days.get()))
    };
    let shown = Memo::new(move |_| {
        let (domain, dept) = route.state.with(|state| (state.domain.clone(), state.dept.clone()));
        whole.get().only(domain.as_deref(), dept.as_deref())
    });
    let at = Memo::new(move |_| {
        let item = route.state.with(|state| state.item.clone());
        let position =
            shown.with(|agenda| agenda.items.iter().position(|one| Some(&one.id) == item.as_ref()));
        position.unwrap_or_default()
    });
    let go = Callback::new(move |to: usize| {
        let Some(id) = shown.with_untracked(|agenda| agenda.items.get(to).map(|item| item.id.clone())) else {
            return;
        };
        let mark = mark_of(&id);
        route.refine(|state| state.item = Some(id));
        if window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width >= WIDE) {
            request_animation_frame(move || document::reveal(&mark));
        }
    });
    follow_keys(shown, at, go);
    let filtered =
        Signal::derive(move || route.state.with(|state| state.domain.is_some() || state.dept.is_some()));
    let Agenda { as_of, since, demo, .. } = shown.get_untracked();
    let departments = departments(&scene, lang);
    let empty = move || shown.with(|agenda| agenda.items.is_empty());
    let plan = scene.manifest.district.title.get(lang).to_owned();
    view! {
        <section class="page changes-page agenda-page">
            <Dateline as_of since demo lang />
            <h1>{move || shown.with(|agenda| agenda.headline.clone())}</h1>
            <NotCompared scene=scene.clone() lang />
            <Tools scene=scene.clone() departments filtered lang><CopyButton plan shown lang /></Tools>
            <div class="agenda" id=PLACE class:is-empty=empty>
                <Stage scene shown at go lang />
                <List shown at lang />
            </div>
        </section>
    }
}

/// The departments that answer for an item, or for what falls due later: id and name.
fn departments(scene: &Scene, lang: Lang) -> Vec<(String, String)> {
    let agenda = agenda::within(&scope(scene, lang), changes_page::days(DueFilter::Days180));
    let answering = |id: &str| agenda.items.iter().any(|item| item.concerns(id));
    let departments = scene.edition.departments.iter().filter(|department| answering(&department.id));
    departments.map(|department| (department.id.clone(), department.name.get(lang).to_owned())).collect()
}

/// Arrows, PageUp, PageDown and Space step, Home and End go to the ends, while the focus is nowhere else.
fn follow_keys(shown: Memo<Agenda>, at: Memo<usize>, go: Callback<usize>) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        if held || event.default_prevented() || document::has_dialog() || !document::is_at(PLACE, "main") {
            return;
        }
        let (now, last) =
            (at.get_untracked(), shown.with_untracked(|agenda| agenda.items.len().saturating_sub(1)));
        let to = match event.key().as_str() {
            // On a button Space presses it.
            " " if document::is_on_control() => return,
            " " if event.shift_key() => now.saturating_sub(1),
            "ArrowLeft" | "ArrowUp" | "PageUp" => now.saturating_sub(1),
            "ArrowRight" | "ArrowDown" | "PageDown" | " " => (now + 1).min(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        go.run(to);
    });
    on_cleanup(move || listener.remove());
}

/// All items by need, numbered through.
#[component]
fn List(shown: Memo<Agenda>, at: Memo<usize>, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let groups = move || {
        let items = shown.with(|agenda| agenda.items.clone());
        let groups = Need::ALL.into_iter().filter_map(|need| {
            let own: Vec<(usize, AgendaItem)> =
                items.iter().cloned().enumerate().filter(|(_, item)| item.need == need).collect();
            let (first, count) = (own.first()?.0 + 1, own.len());
            let rows = own.into_iter().map(|(index, item)| view! { <Row index item at state lang /> });
            Some(view! {
                <section>
                    <h2>{need.name(lang)}<small>{lang.pick(format!("{count}项"), count.to_string())}</small></h2>
                    <ol start=first>{rows.collect_view()}</ol>
                </section>
            })
        });
        groups.collect_view()
    };
    view! { <nav class="agenda-list" aria-label=say!(lang, agenda_list)>{groups}</nav> }
}

#[component]
fn Row(index: usize, item: AgendaItem, at: Memo<usize>, state: Memo<ViewState>, lang: Lang) -> impl IntoView {
    let id = item.id.clone();
    let to = Signal::derive(move || ViewState { item: Some(id.clone()), ..state.get() });
    let here = move || (at.get() == index).then_some("step");
    let demo = item.demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
    view! {
        <li id=mark_of(&item.id) aria-current=here data-agenda=item.id>
            <span class="agenda-number">{index + 1}</span>
            <LightMark light=item.light title=colour_word(item.light, lang) />
            <span class="agenda-name"><LiveLink to>{item.title}</LiveLink>{demo}</span>
            <p class="agenda-line">{item.line}</p>
        </li>
    }
}

/// Copies the whole agenda as plain text.
#[component]
fn CopyButton(plan: String, shown: Memo<Agenda>, lang: Lang) -> impl IntoView {
    let notice = use_notice();
    let copy = move |_| {
        let text = shown.with_untracked(|agenda| agenda::text(agenda, &plan, &address::here()));
        clipboard::copy(&text, move |done| {
            let message = if done { say!(lang, copied) } else { say!(lang, copy_failed) };
            notice.show(message.to_owned());
        });
    };
    view! { <button type="button" class="button is-plain" data-copy="" on:click=copy>{say!(lang, copy_text)}</button> }
}
