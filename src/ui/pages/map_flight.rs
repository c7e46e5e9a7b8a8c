//! Flying over the map, picture by picture; who wants little motion is there at once.

use leptos::prelude::*;

use super::map_pointing::Pointed;
use crate::browser::{clock, document};
use crate::data::Atlas;
use crate::domain::Precision;
use crate::model::flight::{LASTS, View, action, between, near};
use crate::model::map::MapModel;
use crate::snapshot::Boundaries;

/// The map that flies.
#[derive(Clone, Copy)]
pub struct Flight {
    /// Its size in pixels.
    pub size: RwSignal<[f64; 2]>,
    /// What is seen of it, once it was moved.
    pub seen: RwSignal<Option<View>>,
    /// What ECharts is to do.
    pub action: RwSignal<String>,
    /// The flight that is under way: each has a number.
    pub number: StoredValue<u32>,
}

impl Flight {
    /// Flies from what is seen, the `whole` map at first, to another view.
    pub fn start(self, whole: View, to: View) {
        let from = self.seen.get_untracked().unwrap_or(whole);
        let number = self.number.get_value().wrapping_add(1);
        self.number.set_value(number);
        let begun = if document::is_still() { f64::NEG_INFINITY } else { clock::now() };
        self.fly(number, from, to, begun);
    }

    /// Ends a flight under way where it is.
    pub fn stop(self) {
        self.number.update_value(|number| *number = number.wrapping_add(1));
    }

    fn fly(self, number: u32, from: View, to: View, begun: f64) {
        // The page may have been left, or another flight begun.
        if self.number.try_get_value() != Some(number) {
            return;
        }
        let (Some(size), Some(seen)) = (self.size.try_get_untracked(), self.seen.try_get_untracked()) else {
            return;
        };
        let elapsed = clock::now() - begun;
        self.action.try_set(action(seen.unwrap_or(from), between(from, to, elapsed), size));
        if elapsed < LASTS {
            request_animation_frame(move || self.fly(number, from, to, begun));
        }
    }
}

/// Where something lies: a township's ends; for a site as much around it as its place is uncertain, or its township where no more
/// is known of it.
pub fn place(what: &Pointed, atlas: &Atlas, model: &MapModel) -> Option<View> {
    let extent = |code: &str| {
        let region = atlas.townships.as_deref()?.region(code)?;
        Boundaries { regions: vec![region.clone()] }.extent()
    };
    match what {
        Pointed::Town(code) => extent(code),
        Pointed::Site(id) => {
            let (group, site) = model
                .places
                .groups
                .iter()
                .find_map(|group| Some((group, group.sites.iter().find(|site| site.id == *id)?)))?;
            match site.precision {
                Precision::Exact => Some(near(site.at, 500.0)),
                Precision::Approx2km => Some(near(site.at, 2000.0)),
                Precision::TownshipCentroid => {
                    let town = group.code.as_deref().and_then(extent);
                    town.or_else(|| Some(near(site.at, 4000.0)))
                }
            }
        }
    }
}
