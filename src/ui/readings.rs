//! How characters are read, fetched when somebody looks for something.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::{self, Scene};
use crate::domain::Readings;
use crate::model::search::Searched;
use crate::ui::context::use_route;

/// The readings that the manifest names, once they are wanted; none where it names none.
pub fn readings(
    scene: Signal<Option<Arc<Scene>>>,
    wanted: Signal<bool>,
) -> LocalResource<Result<Readings, ()>> {
    let state = use_route().state;
    let file = Memo::new(move |_| {
        scene.with(|scene| scene.as_ref()?.manifest.readings.clone()).filter(|_| wanted.get())
    });
    LocalResource::new(move || {
        let (path, file) = (state.with_untracked(data::manifest_path), file.get());
        async move {
            match file {
                Some(file) => data::readings(&path, &file).await.map_err(|_| ()),
                None => Ok(Readings::default()),
            }
        }
    })
}

/// What a page with a search field is made of, told anew once somebody looks for something and characters can be read.
pub fn with_readings<T: Searched + Send + Sync + 'static>(
    scene: &Arc<Scene>,
    make: impl FnOnce(&Scene) -> T,
) -> Memo<Arc<T>> {
    let state = use_route().state;
    let wanted = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default() || state.with(|state| !state.q.is_empty())
    });
    let fetched = readings(Signal::stored(Some(scene.clone())), wanted.into());
    let made = Arc::new(make(scene));
    let hear = move |_: Option<&Arc<T>>| {
        if let Some(Ok(readings)) = fetched.get() {
            made.hear(readings);
        }
        made.clone()
    };
    // It is the same one, and finds more than before.
    Memo::new_with_compare(hear, |_, _| true)
}
