//! The pages that come in files of their own: the build parts the program here (tools/shim/wasm-bindgen), and each part is loaded
//! when its page is first shown.
#![allow(unsafe_code)] // what the macro writes: the import and the export of each part

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::context::use_shown;
use super::pages::{IndicatorView, IndicatorsView, MapView, OverviewView};
use super::text;
use crate::data::Scene;
use crate::domain::Lang;
use crate::route::View;

#[wasm_split(list, wasm_split_path = leptos::wasm_split, fallible)]
fn list(scene: Arc<Scene>, lang: Lang) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <IndicatorsView scene lang /> }.into_any())
}

#[wasm_split(goal, wasm_split_path = leptos::wasm_split, fallible)]
fn goal(scene: Arc<Scene>, lang: Lang) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <IndicatorView scene lang /> }.into_any())
}

#[wasm_split(map, wasm_split_path = leptos::wasm_split, fallible)]
fn map(scene: Arc<Scene>, lang: Lang) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <MapView scene lang /> }.into_any())
}

/// The page of a view; the overview is part of the program itself.
pub fn page(view: View, scene: Arc<Scene>, lang: Lang) -> AnyView {
    match view {
        View::Overview => {
            use_shown().set(true);
            view! { <OverviewView scene lang /> }.into_any()
        }
        View::Indicators => later(list(scene, lang), lang),
        View::Indicator => later(goal(scene, lang), lang),
        View::Map => later(map(scene, lang), lang),
    }
}

/// A page that stands as soon as its part is there.
fn later(page: impl Future<Output = Result<AnyView, SplitLoaderError>> + 'static, lang: Lang) -> AnyView {
    let shown = use_shown();
    shown.set(false);
    let made = StoredValue::new_local(None::<AnyView>);
    let ready = RwSignal::new(false);
    leptos::task::spawn_local(ScopedFuture::new(async move {
        let page = page.await.unwrap_or_else(|_| {
            view! { <p class="trouble" role="alert">{text::PART_MISSING.get(lang)}</p> }.into_any()
        });
        if made.try_update_value(|made| *made = Some(page)).is_some() {
            let _ = ready.try_set(true);
            let _ = shown.try_set(true);
        }
    }));
    view! {
        {move || match ready.get() {
            true => made.try_update_value(Option::take).flatten(),
            false => Some(view! { <p class="loading" role="status">{text::LOADING.get(lang)}</p> }.into_any()),
        }}
    }
    .into_any()
}
