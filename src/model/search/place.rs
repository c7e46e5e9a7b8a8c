//! Where a hit leads.

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
    /// The department whose items are shown.
    pub dept: Option<String>,
    /// The township chosen on the map.
    pub town: Option<String>,
}

impl Place {
    /// The page of one record.
    pub fn record(view: View, id: &str) -> Self {
        Self { view, id: Some(id.to_owned()), ..Self::default() }
    }

    /// Its address for a reader who is at `state`.
    pub fn address(&self, state: &ViewState) -> ViewState {
        let Self { view, id, item, dept, town } = self.clone();
        ViewState { id, item, dept, town, ..state.to_view(view) }
    }
}
