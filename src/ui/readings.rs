//! How characters are read, fetched when somebody looks for something.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::{self, Scene};
use crate::domain::Readings;
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
