//! The pages that come in files of their own, and what search finds: the build parts the program here
//! (`tools/shim/wasm-bindgen`), and each part is loaded when it is first shown.
#![allow(unsafe_code)] // what the macro writes: the import and the export of each part

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::context::{Standing, use_page};
use super::pages::{
    AboutView, DomainView, IndicatorView, IndicatorsView, MapView, OverviewView, StyleguideView, TasksView,
};
use super::search::{Finder, Hits};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::table::Sheet;
use crate::model::xlsx;
use crate::route::View;

/// What came of a part.
type Made = Result<AnyView, SplitLoaderError>;

#[wasm_split(list, wasm_split_path = leptos::wasm_split, preload(fetch_list), fallible)]
fn list(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <IndicatorsView scene lang /> }.into_any())
}

#[wasm_split(goal, wasm_split_path = leptos::wasm_split, preload(fetch_goal), fallible)]
fn goal(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <IndicatorView scene lang /> }.into_any())
}

#[wasm_split(tasks, wasm_split_path = leptos::wasm_split, preload(fetch_tasks), fallible)]
fn tasks(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <TasksView scene lang /> }.into_any())
}

#[wasm_split(map, wasm_split_path = leptos::wasm_split, preload(fetch_map), fallible)]
fn map(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <MapView scene lang /> }.into_any())
}

#[wasm_split(domain, wasm_split_path = leptos::wasm_split, preload(fetch_domain), fallible)]
fn domain(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <DomainView scene lang /> }.into_any())
}

#[wasm_split(about, wasm_split_path = leptos::wasm_split, preload(fetch_about), fallible)]
fn about(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <AboutView scene lang /> }.into_any())
}

#[wasm_split(styleguide, wasm_split_path = leptos::wasm_split, preload(fetch_styleguide), fallible)]
fn styleguide(scene: Arc<Scene>, lang: Lang) -> Made {
    Ok(view! { <StyleguideView scene lang /> }.into_any())
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

/// Asks for the part of a view, so that it comes beside the data and not after them. What fails here is asked for
/// again by [`page`], which says so.
pub fn fetch(view: View) {
    spawn_local(async move {
        let _ = match view {
            View::Overview => Ok(()),
            View::Indicators => fetch_list().await,
            View::Indicator => fetch_goal().await,
            View::Tasks => fetch_tasks().await,
            View::Map => fetch_map().await,
            View::Domain => fetch_domain().await,
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
        View::Indicators => paged(list(scene, lang), lang),
        View::Indicator => paged(goal(scene, lang), lang),
        View::Tasks => paged(tasks(scene, lang), lang),
        View::Map => paged(map(scene, lang), lang),
        View::Domain => paged(domain(scene, lang), lang),
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
