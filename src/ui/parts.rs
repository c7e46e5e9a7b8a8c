//! The pages that come in files of their own, and what search finds: the build parts the program here
//! (`tools/shim/wasm-bindgen`), and each part is loaded when it is first shown. No part shows what asks for another one:
//! the tests in the browser are built without parting, and could not be loaded.
#![allow(unsafe_code)] // what the macro writes: the import and the export of each part

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::context::{Asked, Standing, use_page};
use super::guest::Guest;
use super::pages::{
    AboutView, BriefView, ChangesView, DepartmentsView, DomainView, IndicatorView, IndicatorsView, MapView,
    NoticesView, OrganisationView, OverviewView, ProgressView, ProjectsView, ResponsibilityView,
    StyleguideView, TasksView, WallSetup, scope,
};
use super::search::{Finder, Hits};
use super::share::Codes;
use super::wall::WallView;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::record_json::record_json;
use crate::model::table::Sheet;
use crate::model::xlsx;
use crate::route::{Piece, View};

/// What came of a part.
type Made = Result<AnyView, SplitLoaderError>;

#[wasm_split(goals, wasm_split_path = leptos::wasm_split, preload(fetch_goals), fallible)]
fn goals(view: View, scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(match view {
        View::Indicator => view! { <IndicatorView scene lang /> }.into_any(),
        _ => view! { <IndicatorsView scene lang /> }.into_any(),
    })
}

#[wasm_split(tasks, wasm_split_path = leptos::wasm_split, preload(fetch_tasks), fallible)]
fn tasks(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <TasksView scene lang /> }.into_any())
}

#[wasm_split(responsibility, wasm_split_path = leptos::wasm_split, preload(fetch_responsibility), fallible)]
fn responsibility(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <ResponsibilityView scene lang /> }.into_any())
}

#[wasm_split(progress, wasm_split_path = leptos::wasm_split, preload(fetch_progress), fallible)]
fn progress(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <ProgressView scene lang /> }.into_any())
}

#[wasm_split(domain, wasm_split_path = leptos::wasm_split, preload(fetch_domain), fallible)]
fn domain(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <DomainView scene lang /> }.into_any())
}

#[wasm_split(units, wasm_split_path = leptos::wasm_split, preload(fetch_units), fallible)]
fn units(view: View, scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(match view {
        View::Organisation => view! { <OrganisationView scene lang /> }.into_any(),
        _ => view! { <DepartmentsView scene lang /> }.into_any(),
    })
}

#[wasm_split(projects, wasm_split_path = leptos::wasm_split, preload(fetch_projects), fallible)]
fn projects(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <ProjectsView scene lang /> }.into_any())
}

#[wasm_split(notices, wasm_split_path = leptos::wasm_split, preload(fetch_notices), fallible)]
fn notices(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <NoticesView scene lang /> }.into_any())
}

#[wasm_split(meeting, wasm_split_path = leptos::wasm_split, preload(fetch_meeting), fallible)]
fn meeting(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <ChangesView scene lang /> }.into_any())
}

#[wasm_split(brief, wasm_split_path = leptos::wasm_split, preload(fetch_brief), fallible)]
fn brief(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <BriefView scene lang /> }.into_any())
}

#[wasm_split(map, wasm_split_path = leptos::wasm_split, preload(fetch_map), fallible)]
fn map(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <MapView scene lang /> }.into_any())
}

#[wasm_split(about, wasm_split_path = leptos::wasm_split, preload(fetch_about), fallible)]
fn about(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <AboutView scene lang /> }.into_any())
}

#[wasm_split(styleguide, wasm_split_path = leptos::wasm_split, preload(fetch_styleguide), fallible)]
fn styleguide(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <StyleguideView scene lang /> }.into_any())
}

/// What the part about sharing draws.
enum Sharing {
    /// The dialog's content; it can close the dialog.
    Codes(Callback<()>),
    /// The control page of a wall.
    Wall(Arc<Scene>),
}

#[wasm_split(share, wasm_split_path = leptos::wasm_split, preload(fetch_share), fallible)]
fn share(what: Sharing, lang: Lang) -> Made {
    Ok(match what {
        Sharing::Codes(close) => view! { <Codes close lang /> }.into_any(),
        Sharing::Wall(scene) => view! { <WallSetup scene lang /> }.into_any(),
    })
}

/// What the dialog about sharing offers.
pub fn codes(close: Callback<()>, lang: Lang) -> AnyView {
    let missing = move || view! { <p class="notice" role="alert">{say!(lang, part_missing)}</p> }.into_any();
    later(share(Sharing::Codes(close), lang), lang, missing, |_| ())
}

#[wasm_split(wall, wasm_split_path = leptos::wasm_split, preload(fetch_wall_part), fallible)]
fn wall_part(lang: Lang) -> Made {
    Ok(view! { <WallView lang /> }.into_any())
}

/// The big screen.
pub fn wall(lang: Lang) -> AnyView {
    paged(wall_part(lang), lang)
}

/// Asks for the part of the big screen, so that it comes beside the data.
pub fn fetch_wall() {
    spawn_local(async {
        let _ = fetch_wall_part().await;
    });
}

#[wasm_split(search, wasm_split_path = leptos::wasm_split, fallible)]
fn search(finder: Finder, scene: Signal<Option<Arc<Scene>>>, lang: Lang) -> Made {
    Ok(view! { <Hits finder scene lang /> }.into_any())
}

/// What search finds.
pub fn hits(finder: Finder, scene: Signal<Option<Arc<Scene>>>, lang: Lang) -> AnyView {
    let missing =
        move || view! { <p class="notice" role="alert">{say!(lang, search_missing)}</p> }.into_any();
    later(search(finder, scene, lang), lang, missing, |_| ())
}

/// No page, but what writes workbooks: it is as large as all pages together, and few readers ask for it.
#[wasm_split(workbook, wasm_split_path = leptos::wasm_split, fallible)]
fn workbook_part(sheet: Sheet) -> Result<Option<Vec<u8>>, SplitLoaderError> {
    Ok(xlsx::xlsx(&sheet).ok())
}

/// A table as a workbook; `None` when it cannot be made, or its part of the program cannot be loaded.
pub async fn workbook(sheet: Sheet) -> Option<Vec<u8>> {
    workbook_part(sheet).await.ok().flatten()
}

/// No page either, but what writes a record as JSON.
#[wasm_split(record, wasm_split_path = leptos::wasm_split, fallible)]
fn record_part(asked: Asked, address: String) -> Result<Option<String>, SplitLoaderError> {
    let Asked { id, scene, lang } = asked;
    Ok(record_json(&scope(&scene, lang), &id, &address))
}

/// A record as JSON, for an address; `None` when there is none, or its part of the program cannot be loaded.
pub async fn record(asked: Asked, address: String) -> Option<String> {
    record_part(asked, address).await.ok().flatten()
}

/// What the page is to the page around it.
#[wasm_split(guest, wasm_split_path = leptos::wasm_split, fallible)]
fn guest_part(guest: Guest) -> Result<(), SplitLoaderError> {
    guest.start();
    Ok(())
}

/// Lets the page speak with the page around it; where its part cannot be loaded it stays silent.
pub fn guest(guest: Guest) {
    spawn_local(ScopedFuture::new(async move {
        let _ = guest_part(guest).await;
    }));
}

/// Asks for the part of a view or of its piece, so that it comes beside the data and not after them. What fails here is
/// asked for again by [`page`], which says so.
pub fn fetch(view: View, piece: Option<Piece>) {
    // A card is part of the program itself.
    if piece == Some(Piece::Card) {
        return;
    }
    spawn_local(async move {
        let _ = match view {
            View::Overview => Ok(()),
            View::Indicators | View::Indicator => fetch_goals().await,
            View::Tasks => fetch_tasks().await,
            View::Responsibility => fetch_responsibility().await,
            View::Progress => fetch_progress().await,
            View::Domain => fetch_domain().await,
            View::Departments | View::Organisation => fetch_units().await,
            View::Projects => fetch_projects().await,
            View::Notices => fetch_notices().await,
            View::Changes => fetch_meeting().await,
            View::Brief => fetch_brief().await,
            View::Map => fetch_map().await,
            View::Share => fetch_share().await,
            View::About => fetch_about().await,
            View::Styleguide => fetch_styleguide().await,
        };
    });
}

/// The page of a view; the overview is part of the program itself.
pub fn page(view: View, scene: Arc<Scene>, lang: Lang) -> AnyView {
    match view {
        View::Overview => {
            use_page().set(Standing::Shown);
            view! { <OverviewView scene lang /> }.into_any()
        }
        View::Indicators | View::Indicator => paged(goals(view, scene, lang), lang),
        View::Tasks => paged(tasks(scene, lang), lang),
        View::Responsibility => paged(responsibility(scene, lang), lang),
        View::Progress => paged(progress(scene, lang), lang),
        View::Domain => paged(domain(scene, lang), lang),
        View::Departments | View::Organisation => paged(units(view, scene, lang), lang),
        View::Projects => paged(projects(scene, lang), lang),
        View::Notices => paged(notices(scene, lang), lang),
        View::Changes => paged(meeting(scene, lang), lang),
        View::Brief => paged(brief(scene, lang), lang),
        View::Map => paged(map(scene, lang), lang),
        View::Share => paged(share(Sharing::Wall(scene), lang), lang),
        View::About => paged(about(scene, lang), lang),
        View::Styleguide => paged(styleguide(scene, lang), lang),
    }
}

/// A page that stands as soon as its part is there.
fn paged(part: impl Future<Output = Made> + 'static, lang: Lang) -> AnyView {
    let page = use_page();
    page.set(Standing::Awaited);
    let missing = move || view! { <Missing lang /> }.into_any();
    later(part, lang, missing, move |standing| {
        let _ = page.try_set(standing);
    })
}

/// What a part draws, as soon as it is there; `told` hears whether it came.
fn later(
    part: impl Future<Output = Made> + 'static,
    lang: Lang,
    missing: impl Fn() -> AnyView + 'static,
    told: impl FnOnce(Standing) + 'static,
) -> AnyView {
    let made = RwSignal::new_local(None::<AnyView>);
    spawn_local(ScopedFuture::new(async move {
        let (view, standing) = match part.await {
            Ok(view) => (view, Standing::Shown),
            Err(_) => (missing(), Standing::Missing),
        };
        // Gone, if the reader went on meanwhile.
        if made.try_set(Some(view)).is_none() {
            told(standing);
        }
    }));
    let waiting = move || view! { <p class="loading" role="status">{say!(lang, loading)}</p> }.into_any();
    (move || {
        made.track();
        made.try_update_untracked(Option::take).flatten().unwrap_or_else(waiting)
    })
    .into_any()
}

/// A page whose part could not be loaded.
#[component]
fn Missing(lang: Lang) -> impl IntoView {
    view! { <section class="notice" role="alert"><h1>{say!(lang, part_missing)}</h1><p>{say!(lang, part_missing_note)}</p></section> }
}
