//! The rows of a table's body, each of which stands as long as it is wanted. The keyed list of Leptos moves what stands
//! when something comes before it, and a row that is moved loses the focus; here only what is new is put in.

use std::collections::HashMap;
use std::hash::Hash;

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;
use leptos::tachys::view::{Mountable, Render};
use web_sys::HtmlElement;

/// A row that stands, and what it reacts to.
struct Row {
    state: <AnyView as Render>::State,
    owner: Owner,
}

impl Row {
    fn node(&self) -> Option<web_sys::Node> {
        self.state.elements().into_iter().next().map(Into::into)
    }
}

/// Rows by what they show.
pub struct Kept<K> {
    rows: HashMap<K, Row>,
    parent: Owner,
}

impl<K: Clone + Eq + Hash> Kept<K> {
    /// None yet; what they react to ends with the component that asks.
    pub fn new() -> Self {
        Self { rows: HashMap::new(), parent: Owner::current().unwrap_or_default() }
    }

    /// Makes the body hold what is `wanted`, in that order and no two alike; `draw` makes a row, a single element.
    pub fn show(&mut self, body: &HtmlElement, wanted: &[K], draw: impl Fn(&K) -> AnyView) {
        let mut old = std::mem::take(&mut self.rows);
        for key in wanted {
            if let Some(row) = old.remove(key) {
                self.rows.insert(key.clone(), row);
            }
        }
        for (_, mut gone) in old {
            gone.state.unmount();
            gone.owner.cleanup();
        }
        let mut next: Option<web_sys::Node> = None;
        for key in wanted.iter().rev() {
            let row = self.rows.entry(key.clone()).or_insert_with(|| {
                let owner = self.parent.child();
                let state = owner.with(|| untrack(|| draw(key).build()));
                Row { state, owner }
            });
            let node = row.node();
            let stands =
                node.as_ref().is_some_and(|node| node.parent_node().is_some() && node.next_sibling() == next);
            if !stands {
                row.state.mount(body, next.as_ref());
            }
            next = node.or(next);
        }
    }
}

/// The body may outlive them: Leptos draws a view of the same form into the elements of the one before.
impl<K> Drop for Kept<K> {
    fn drop(&mut self) {
        for row in self.rows.values_mut() {
            row.state.unmount();
        }
    }
}
