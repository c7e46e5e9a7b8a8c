//! The keyboard's way through the tree of tasks: where a key leads from a row, or whether it opens or closes it.

use super::list::Shown;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// It leads to a row, the same one at the ends of the way.
    To(usize),
    /// It opens or closes the row.
    Flip,
}

/// What a key does on the row `at` of those that are seen: all divisions behind each other, without what is closed;
/// `is_open` says of an entry whether it shows its parts. None of a key that is not the tree's, or where there is no row.
pub fn walk(rows: &[Shown], at: usize, key: &str, is_open: impl Fn(usize) -> bool) -> Option<Walk> {
    let own = rows.get(at)?;
    let opened = own.parts > 0 && is_open(own.at);
    let to = match key {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        "ArrowRight" if own.parts > 0 && !opened => return Some(Walk::Flip),
        "ArrowRight" if opened => at + 1,
        "ArrowLeft" if opened => return Some(Walk::Flip),
        "ArrowLeft" => {
            (0..at).rev().find(|above| rows[*above].depth < own.depth && own.depth > 0).unwrap_or(at)
        }
        "ArrowRight" => at,
        "Home" => 0,
        "End" => rows.len() - 1,
        _ => return None,
    };
    Some(Walk::To(to.min(rows.len() - 1)))
}

#[cfg(test)]
mod tests {
    use super::Walk::{Flip, To};
    use super::*;

    /// Rows by their depth and the count of their parts.
    fn rows<const N: usize>(rows: [(usize, usize); N]) -> Vec<Shown> {
        let shown =
            |(row, (depth, parts))| Shown { at: row * 10, parent: None, depth, parts, context: false };
        rows.into_iter().enumerate().map(shown).collect()
    }

    #[test]
    fn keys_lead_through_a_tree() {
        // 0 is open with 1, which is open with 2 and 3, and 4; 5 is closed; 6 begins another division.
        let rows = rows([(0, 2), (1, 2), (2, 0), (2, 0), (1, 0), (0, 3), (0, 0)]);
        let is_open = |entry: usize| entry < 50;
        let cases = [
            (0, "ArrowDown", To(1)),
            (5, "ArrowDown", To(6)),
            (6, "ArrowDown", To(6)),
            (0, "ArrowUp", To(0)),
            (4, "ArrowUp", To(3)),
            (0, "ArrowRight", To(1)),
            (1, "ArrowRight", To(2)),
            (2, "ArrowRight", To(2)),
            (5, "ArrowRight", Flip),
            (6, "ArrowRight", To(6)),
            (0, "ArrowLeft", Flip),
            (1, "ArrowLeft", Flip),
            (3, "ArrowLeft", To(1)),
            (4, "ArrowLeft", To(0)),
            (5, "ArrowLeft", To(5)),
            (6, "ArrowLeft", To(6)),
            (4, "Home", To(0)),
            (0, "End", To(6)),
        ];
        for (at, key, does) in cases {
            assert_eq!(walk(&rows, at, key, is_open), Some(does), "{key} on row {at}");
        }
    }

    #[test]
    fn other_keys_are_left_to_the_browser() {
        let rows = rows([(0, 0)]);
        for key in ["Enter", " ", "Tab", "PageDown", "Escape", "a"] {
            assert_eq!(walk(&rows, 0, key, |_| true), None, "{key}");
        }
        assert_eq!(walk(&rows, 1, "Home", |_| true), None);
        assert_eq!(walk(&[], 0, "ArrowDown", |_| true), None);
    }
}
