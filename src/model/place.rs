//! Where each record stands in the dashboard: the one table that links are made by.

use super::places::is_placed;
use crate::domain::{Edition, Site};
use crate::route::{View, ViewState};

/// A place in the dashboard: a page and what it points at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub view: View,
    /// The record that the page is about.
    pub id: Option<String>,
    /// The record on the page that is pointed at.
    pub item: Option<String>,
    /// The township chosen on the map.
    pub town: Option<String>,
}

impl Place {
    /// The page of one record.
    pub fn record(view: View, id: &str) -> Self {
        Self { view, id: Some(id.to_owned()), ..Self::default() }
    }

    /// A record on a page that shows many.
    pub fn item(view: View, id: &str) -> Self {
        Self { view, item: Some(id.to_owned()), ..Self::default() }
    }

    /// A site: on the map, or with its project or domain where its place is not known.
    pub fn site(edition: &Edition, site: &Site) -> Self {
        if is_placed(site) {
            let town = site.township.clone().filter(|code| edition.township(code).is_some());
            return Self { town, ..Self::record(View::Map, &site.id) };
        }
        let project = site.project.as_deref().and_then(|id| edition.project(id));
        let (view, id) = match project {
            Some(project) => (View::Projects, Some(project.id.clone())),
            None => (View::Domain, edition.domain(&site.domain).map(|domain| domain.id.clone())),
        };
        Self { id, ..Self::item(view, &site.id) }
    }

    /// A township on the map.
    pub fn township(code: &str) -> Self {
        Self { view: View::Map, town: Some(code.to_owned()), ..Self::default() }
    }

    /// Its address for a reader who is at `state`.
    pub fn address(&self, state: &ViewState) -> ViewState {
        let Self { view, id, item, town } = self.clone();
        ViewState { id, item, town, ..state.to_view(view) }
    }
}
