//! Which pages a wall shows, one after another.

use crate::route::{Turn, Wall, WallPage};

/// The pages that a wall names, without those that `has` nothing to show; where none is left, all that have something. Each
/// domain, by its id, has a page of its own.
pub fn order(wall: &Wall, domains: &[String], has: impl Fn(&WallPage) -> bool) -> Vec<Turn> {
    let shown = |turns: Vec<Turn>| -> Vec<Turn> {
        let each = turns.into_iter().flat_map(|turn| broken(turn, domains));
        each.filter(|turn| has(&turn.page)).collect()
    };
    let named = shown(wall.pages.clone());
    if named.is_empty() {
        shown(WallPage::ALL.into_iter().map(|page| Turn { page, seconds: None }).collect())
    } else {
        named
    }
}

/// A page; of all domains, those of each.
fn broken(turn: Turn, domains: &[String]) -> Vec<Turn> {
    match turn.page {
        WallPage::Domain(None) => domains
            .iter()
            .map(|id| Turn { page: WallPage::Domain(Some(id.clone())), seconds: turn.seconds })
            .collect(),
        _ => vec![turn],
    }
}
