//! The root: what the address asks for, around it the head and foot of every page.

use std::sync::Arc;

use leptos::prelude::*;

use super::components::link::follow_links;
use super::components::{
    DemoMark, FindingsNotice, Footer, Header, LoadingCard, Toast, TroubleNotice, provide_notice, use_notice,
};
use super::context::{
    RecordFiles, Route, Standing, Workbooks, provide_language, provide_page, use_lang, use_loader, use_route,
};
use super::guest::Guest;
use super::pages::scope;
use super::parts;
use super::piece::{Newer, PieceView};
use super::text::page_name;
use crate::browser::{address, clock, document, messages};
use crate::data::{self, Loader, Outcome, Scene};
use crate::domain::{EditionKind, Lang};
use crate::echarts::provide_colours;
use crate::model::meta;
use crate::route::{Embed, View, ViewState};
use crate::snapshot::Finding;

/// Puts the application in the place of the static page.
pub fn mount() {
    leptos::mount::mount_to_body(App);
    document::remove("boot");
}

#[component]
fn App() -> impl IntoView {
    let route = Route::provide();
    follow_links(route);
    let lang = provide_language(route.state);
    let loader = Loader::start(route.state);
    provide_context(loader);
    let page = provide_page();
    provide_notice();
    let scene = Signal::derive(move || loader.outcome.with(|outcome| outcome.scene.clone()));
    let theme = Memo::new(move |_| route.looks.get().theme);
    let large = Memo::new(move |_| route.looks.get().large);
    // A memo that is only tracked never runs, and so never hears of a change. Each language has fonts of its own.
    provide_colours(move || {
        let _ = (theme.get(), large.get(), lang.get());
    });
    provide_context(Workbooks(|sheet| Box::pin(parts::workbook(sheet))));
    provide_context(RecordFiles(|asked, address| Box::pin(parts::record(asked, address))));
    let embedded = Memo::new(move |_| route.state.with(|state| state.embedded() != Embed::None));
    let sourced =
        Memo::new(move |_| route.state.with(|state| state.piece().is_none() && !state.hidden().source));
    follow_root(route, lang);
    let condition = condition(loader, page);
    follow_condition(loader, condition);
    let settings = RwSignal::new(Vec::new());
    if messages::is_framed() {
        parts::guest(Guest { route, loader, lang, condition, settings });
    }
    data::follow(loader, route.state);
    let kiosk = Memo::new(move |_| route.state.with(|state| state.kiosk));
    let view = Memo::new(move |_| route.state.with(|state| state.view));
    let piece = Memo::new(move |_| route.state.with(ViewState::piece));
    Effect::new(
        move |_| if kiosk.get() { parts::fetch_wall() } else { parts::fetch(view.get(), piece.get()) },
    );
    view! {
        <Patterns />
        <Toast />
        {move || {
            let lang = lang.get();
            if kiosk.get() {
                return view! { <main id="main" class="wall-main" tabindex="-1">{parts::wall(lang)}</main> }.into_any();
            }
            view! {
                {(!embedded.get()).then(|| view! {
                    <a class="skip" href="#main" on:click=|event| { event.prevent_default(); document::focus("main"); }>
                        {say!(lang, skip)}
                    </a>
                    <Header scene lang />
                })}
                <main id="main" tabindex="-1"><Body settings /></main>
                {move || scene.get().filter(|_| sourced.get())
                    .map(|scene| view! { <Footer scene lang /> })}
            }
            .into_any()
        }}
    }
}

/// Fills that SVG pictures refer to.
#[component]
fn Patterns() -> impl IntoView {
    view! {
        <svg class="patterns" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="no-data-ground" d="M0 0h6v6H0z" />
                    <path class="no-data-line" d="M0 0v6" />
                </pattern>
            </defs>
        </svg>
    }
}

/// Troubles first, then the page that the address asks for.
#[component]
fn Body(settings: RwSignal<Vec<Finding>>) -> impl IntoView {
    let (loader, lang) = (use_loader(), use_lang());
    let scene = Memo::new(move |_| loader.outcome.with(|outcome| outcome.scene.clone()));
    let trouble = Memo::new(move |_| loader.outcome.with(|outcome| outcome.trouble.clone()));
    let stale = move || scene.with(|scene| scene.as_ref().map(|scene| scene.edition.as_of));
    view! {
        {move || trouble.get().map(|trouble| view! { <TroubleNotice trouble stale=stale() lang=lang.get() /> })}
        {move || match scene.get() {
            Some(scene) => view! { <Page scene settings lang=lang.get() /> }.into_any(),
            None if trouble.with(Option::is_none) => {
                view! {
                    <p class="loading" role="status">{say!(lang.get(), loading)}</p>
                    <div class="skeleton">{(0..6).map(|_| view! { <LoadingCard /> }).collect_view()}</div>
                }
                .into_any()
            }
            None => ().into_any(),
        }}
    }
}

#[component]
fn Page(scene: Arc<Scene>, settings: RwSignal<Vec<Finding>>, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let view = Memo::new(move |_| state.with(|state| state.view));
    describe(&scene, lang);
    let findings = scene.findings.clone();
    let atlas = use_loader().atlas;
    let of_maps = move || {
        let drawn = matches!(view.get(), View::Overview | View::Map | View::Domain);
        let troubles = atlas.get().filter(|_| drawn).map(|atlas| atlas.troubles.clone()).unwrap_or_default();
        troubles.into_iter().flat_map(|trouble| trouble.findings).collect::<Vec<_>>()
    };
    let marked = scene.entry.kind == EditionKind::Demo;
    let embed = Memo::new(move |_| state.with(ViewState::embedded));
    let newer = scene.clone();
    view! {
        {move || (marked && embed.get() == Embed::Whole).then(|| view! { <p class="embed-mark"><DemoMark lang /></p> })}
        <Newer scene=newer lang />
        <FindingsNotice findings lang />
        {move || view! { <FindingsNotice findings=settings.get() lang /> }}
        {move || view! { <FindingsNotice findings=of_maps() lang /> }}
        {move || match embed.get() {
            Embed::Piece(piece) => view! { <PieceView piece scene=scene.clone() lang /> }.into_any(),
            Embed::None | Embed::Whole => parts::page(view.get(), scene.clone(), lang),
        }}
    }
}

/// Keeps the page's title, description and address for search engines true, and speaks the title of another page.
fn describe(scene: &Arc<Scene>, lang: Lang) {
    let scene = scene.clone();
    let state = use_route().state;
    let shown = Memo::new(move |_| state.with(ViewState::canonical));
    let notice = use_notice();
    Effect::new(move |before: Option<String>| {
        let district = scene.manifest.district.title.get(lang);
        let (meta, canonical) = shown.with(|state| {
            let name = page_name(state.view, lang);
            let meta = meta::meta(&scope(&scene, lang), state, district, name, say!(lang, not_found));
            (meta, address::of_page(&state.to_query()))
        });
        document::describe(&meta.title, &meta.description, &canonical);
        if before.is_some_and(|before| before != meta.title) {
            notice.speak(meta.title.clone());
        }
        meta.title
    });
}

/// Keeps the root element's language, theme and type size true.
fn follow_root(route: Route, lang: Memo<Lang>) {
    let colours = Memo::new(move |_| {
        let hour = clock::time_of(clock::now()).0;
        route.state.with(|state| state.colours(hour))
    });
    Effect::new(move |_| document::set_root_attribute("lang", lang.get().tag()));
    Effect::new(move |_| {
        document::set_root_attribute("data-theme", colours.get());
        let large = route.looks.with(|looks| looks.large);
        document::set_root_attribute("data-type", if large { "large" } else { "normal" });
    });
    Effect::new(move |_| {
        let (embed, hide) = route.state.with(|state| (state.embedded(), state.hidden()));
        document::set_root_attribute("data-embed", embed.code().unwrap_or("0"));
        document::set_root_attribute("data-hide", &hide.codes(" "));
    });
}

/// How the page stands: `loading`, `ready`, `stale` or `error`.
fn condition(loader: Loader, page: RwSignal<Standing>) -> Memo<&'static str> {
    Memo::new(move |_| {
        let Outcome { scene, trouble, loading } = loader.outcome.get();
        let (settled, page) = (loader.atlas.with(Option::is_some), page.get());
        match (&scene, &trouble) {
            (Some(_), Some(_)) => "stale",
            (None, Some(_)) => "error",
            (Some(scene), None) if scene.kept => "stale",
            (Some(_), None) if page == Standing::Missing => "error",
            (Some(_), None) if !loading && settled && page == Standing::Shown => "ready",
            _ => "loading",
        }
    })
}

/// Keeps the mark of the page's condition true, and notes when content first stood and when all did.
fn follow_condition(loader: Loader, condition: Memo<&'static str>) {
    Effect::new(move |_| {
        let condition = condition.get();
        document::set_root_attribute("data-biaogan", condition);
        if loader.outcome.with(|outcome| outcome.scene.is_some()) {
            document::mark_once("biaogan:first-content");
        }
        if condition == "ready" {
            document::mark_once("biaogan:ready");
        }
    });
}
