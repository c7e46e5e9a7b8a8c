//! What is found, as a list of links by kind.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::Finder;
use crate::browser::document;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::search::{Found, Group, Hit, Index, Kind, Piece};
use crate::route::View;
use crate::ui::components::{LiveLink, link};
use crate::ui::context::use_route;
use crate::ui::readings::readings;
use crate::ui::text::page_name;

/// The id of the option at a position.
fn option_id(position: usize) -> String {
    format!("search-{position}")
}

/// What was typed, found in everything.
#[component]
pub fn Hits(
    /// The field.
    finder: Finder,
    /// What is shown.
    scene: Signal<Option<Arc<Scene>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let typed = finder.typed;
    let readings = readings(scene, Signal::stored(true));
    let index = Memo::new_with_compare(
        move |_| {
            let scene = scene.get()?;
            let readings = readings.get().and_then(Result::ok).unwrap_or_default();
            Some(Arc::new(Index::new(&scene.edition, lang, readings)))
        },
        |_, _| true,
    );
    let all = RwSignal::new(None::<Kind>);
    let position = RwSignal::new(0);
    Effect::new(move |_| {
        typed.track();
        all.set(None);
        position.set(0);
    });
    let found = Memo::new(move |_| {
        typed.with(|typed| index.with(|index| index.as_ref().map(|index| index.find(typed, all.get()))))
    });
    let options = move || found.with(|found| found.as_ref().map_or(0, |found| count(found, lang)));
    Effect::new(move |_| {
        let options = options();
        finder.active.set((options > 0).then(|| option_id(position.get().min(options - 1))));
    });
    finder.keys.set(Some(Callback::new(move |event| press(&event, finder, position, options()))));
    on_cleanup(move || {
        let _ = finder.keys.try_set(None);
    });
    let summary = move || match found.get() {
        Some(found) if typed.with(|typed| !typed.trim().is_empty()) => {
            typed.with(|typed| found.summary(typed, lang))
        }
        _ => String::new(),
    };
    let missing = move || matches!(readings.get(), Some(Err(_)));
    let body = move || {
        match (index.get(), found.get()) {
        (Some(index), Some(_)) if typed.with(|typed| typed.trim().is_empty()) => {
            view! { <div class="search-hint"><p>{index.hint(lang)}</p><p class="caption">{index.extent(lang)}</p></div> }.into_any()
        }
        (_, Some(found)) if found.total == 0 => view! { <Nothing finder lang /> }.into_any(),
        (_, Some(found)) => view! { <List found finder all position lang /> }.into_any(),
        _ => view! { <p class="search-hint">{say!(lang, loading)}</p> }.into_any(),
    }
    };
    view! {
        <p class="search-count" role="status">{summary}</p>
        {body}
        <p class="search-foot caption">
            {move || missing().then(|| view! { <span data-readings="missing">{say!(lang, search_no_pinyin)}</span> })}
            <span class="search-keys" aria-hidden="true">{say!(lang, search_keys)}</span>
        </p>
    }
}

/// How many options a list has: the hits, and the offers of more.
fn count(found: &Found, lang: Lang) -> usize {
    found.groups.iter().map(|group| options_of(group, lang)).sum()
}

/// How many options a kind has.
fn options_of(group: &Group, lang: Lang) -> usize {
    group.hits.len() + usize::from(group.more(lang).is_some())
}

/// Moves in the list, or follows the option that is pointed at.
fn press(event: &KeyboardEvent, finder: Finder, position: RwSignal<usize>, options: usize) {
    if options == 0 || event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let now = position.get_untracked().min(options - 1);
    let next = match event.key().as_str() {
        "ArrowDown" => (now + 1) % options,
        "ArrowUp" => (now + options - 1) % options,
        "Home" => 0,
        "End" => options - 1,
        "Enter" => {
            event.prevent_default();
            if let Some(id) = finder.active.get_untracked() {
                document::click(&id);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    position.set(next);
    document::reveal(&option_id(next));
}

/// The hits by kind.
#[component]
fn List(
    found: Found,
    finder: Finder,
    all: RwSignal<Option<Kind>>,
    position: RwSignal<usize>,
    lang: Lang,
) -> impl IntoView {
    let mut first = 0;
    let groups = found.groups.into_iter().map(|group| {
        let start = first;
        first += options_of(&group, lang);
        view! { <Kinds group start finder all position lang /> }
    });
    let groups = groups.collect_view();
    view! { <div class="search-list" id="search-list" role="listbox" aria-label=say!(lang, search_results)>{groups}</div> }
}

/// The hits of a kind, the first of them at the position `start`.
#[component]
fn Kinds(
    group: Group,
    start: usize,
    finder: Finder,
    all: RwSignal<Option<Kind>>,
    position: RwSignal<usize>,
    lang: Lang,
) -> impl IntoView {
    let kind = group.kind;
    let heading = format!("search-kind-{start}");
    let labelled = heading.clone();
    let (more, rest, total) = (group.more(lang), group.rest(lang), group.total);
    let end = start + group.hits.len();
    let hits = group.hits.into_iter().enumerate();
    let hits = hits.map(|(index, hit)| view! { <Option hit at=start + index finder position /> });
    let hits = hits.collect_view();
    let more = more.map(|more| {
        view! {
            <div
                class="search-hit is-more"
                role="option"
                id=option_id(end)
                aria-selected=selected(finder, end)
                on:click=move |_| all.set(Some(kind))
                on:pointermove=move |_| point(position, end)
            >
                {more}
            </div>
        }
    });
    view! {
        <div class="search-group" role="group" aria-labelledby=labelled>
            <p class="search-kind" role="presentation" id=heading>{kind_name(kind, lang)}<span>{total}</span></p>
            {hits}
            {more}
            {rest.map(|rest| view! { <p class="search-rest caption" role="presentation">{rest}</p> })}
        </div>
    }
}

/// One hit.
#[component]
fn Option(hit: Hit, at: usize, finder: Finder, position: RwSignal<usize>) -> impl IntoView {
    let route = use_route();
    let Hit { name, other, detail, place } = hit;
    let to = Memo::new(move |_| route.state.with(|state| place.address(state)));
    let other = (!other.is_empty()).then(|| view! { <small>{pieces(other)}</small> });
    view! {
        <a
            class="search-hit"
            role="option"
            id=option_id(at)
            tabindex="-1"
            href=move || to.with(link::address)
            aria-selected=selected(finder, at)
            on:click=move |event| close_for(&event, finder)
            on:pointermove=move |_| point(position, at)
        >
            <span class="search-name">{pieces(name)}{other}</span>
            <span class="search-detail">{detail}</span>
        </a>
    }
}

/// Closes the dialog when a link is followed here, and not in a new tab.
fn close_for(event: &MouseEvent, finder: Finder) {
    if link::is_plain(event) {
        finder.close();
    }
}

/// Points at an option with the mouse.
fn point(position: RwSignal<usize>, at: usize) {
    if position.get_untracked() != at {
        position.set(at);
    }
}

/// Whether an option is the one that Enter follows, as ARIA says it.
fn selected(finder: Finder, at: usize) -> Signal<&'static str> {
    let own = option_id(at);
    let selected = Memo::new(move |_| finder.active.with(|active| active.as_ref() == Some(&own)));
    Signal::derive(move || if selected.get() { "true" } else { "false" })
}

/// A name with what was typed marked in it.
pub fn pieces(pieces: Vec<Piece>) -> Vec<AnyView> {
    let piece = |Piece { text, marked }| {
        if marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    pieces.into_iter().map(piece).collect()
}

fn kind_name(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Goal => say!(lang, indicators),
        Kind::Domain => say!(lang, domains),
        Kind::Project => say!(lang, projects),
        Kind::Task => say!(lang, tasks),
        Kind::Department => say!(lang, departments),
        Kind::Site => say!(lang, sites),
        Kind::Township => say!(lang, townships),
        Kind::Body => say!(lang, organisation),
        Kind::Notice => say!(lang, notices),
        Kind::Document => say!(lang, documents),
    }
}

/// Advice for when nothing is found; that it is so, the count has said.
#[component]
fn Nothing(finder: Finder, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let links = [View::Indicators, View::Domain, View::Map].map(|view| {
        let to = Signal::derive(move || state.with(|state| state.to_view(view)));
        view! { <li><LiveLink to on:click=move |event| close_for(&event, finder)>{page_name(view, lang)}</LiveLink></li> }
    });
    view! {
        <div class="search-hint is-nothing">
            <p>{say!(lang, search_advice)}</p>
            <ul>{links}</ul>
        </div>
    }
}
