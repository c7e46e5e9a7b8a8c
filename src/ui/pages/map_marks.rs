//! The sites of the map put together into marks, at once where they are few, else in slices between frames.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::map_canvas::land;
use crate::data::Atlas;
use crate::model::clusters::{Building, Clusters};
use crate::model::map::MapModel;
use crate::model::picture::building;
use crate::model::places::Places;

/// So many sites are put together at once.
const AT_ONCE: usize = 2_000;

/// Clusters, and of what they are.
#[derive(Clone, PartialEq)]
struct Made {
    places: Arc<Places>,
    size: [f64; 2],
    clusters: Arc<Clusters>,
}

/// The clusters of the sites that are shown in a frame of a size; `None` until they are made.
pub fn use_clusters(
    model: Memo<Arc<MapModel>>,
    atlas: Arc<Atlas>,
    size: RwSignal<[f64; 2]>,
) -> Memo<Option<Arc<Clusters>>> {
    let places = Memo::new(move |_| model.with(|model| model.places.clone()));
    let made = RwSignal::new(None::<Made>);
    let round = StoredValue::new(0u32);
    let begin = move |places: &Places, size| building(places, land(&atlas), size);
    let at_once = begin.clone();
    Effect::new(move |_| {
        let (places, size) = (places.get(), size.get());
        round.update_value(|round| *round += 1);
        if places.placed <= AT_ONCE {
            return;
        }
        let now = round.get_value();
        if let Some(building) = begin(&places, size) {
            let done = move |clusters| {
                made.set(Some(Made { places, size, clusters: Arc::new(clusters) }));
            };
            go_on(building, move || round.try_get_value() == Some(now), done);
        }
    });
    Memo::new(move |_| {
        let (places, size) = (places.get(), size.get());
        if places.placed <= AT_ONCE {
            let mut building = at_once(&places, size)?;
            return std::iter::repeat_with(|| building.go_on()).find_map(|made| made).map(Arc::new);
        }
        made.with(|made| {
            let made = made.as_ref()?;
            (Arc::ptr_eq(&made.places, &places) && made.size == size).then(|| made.clusters.clone())
        })
    })
}

/// Does a slice of the work, and leaves the rest for later.
fn go_on(
    mut building: Building,
    is_wanted: impl Fn() -> bool + 'static,
    done: impl FnOnce(Clusters) + 'static,
) {
    match building.go_on() {
        Some(clusters) => done(clusters),
        None => set_timeout(
            move || {
                if is_wanted() {
                    go_on(building, is_wanted, done);
                }
            },
            Duration::ZERO,
        ),
    }
}
