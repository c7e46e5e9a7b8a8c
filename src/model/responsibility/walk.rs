//! Going through the matrix with the keys: from what can be followed to the next of it, over empty cells.

/// The place of a row's name.
pub const NAME: usize = 0;
/// The place of what opens and closes its parts.
pub const FOLD: usize = 1;
/// The place of the first department of the matrix; the others follow by their numbers.
pub const DEPARTMENTS: usize = 2;

/// How far Page Up and Page Down lead.
const PAGE: usize = 10;

/// A row and a place in it. The first row is the head.
pub type Place = (usize, usize);

/// Where a key, by its name in the browser, leads from a place; `None` for other keys.
///
/// `rows` has for each row the places that can be reached, ascending; `control` tells whether Ctrl is held.
pub fn step(rows: &[Vec<usize>], at: Place, key: &str, control: bool) -> Option<Place> {
    let (row, place) = at;
    let own = rows.get(row)?;
    let first = |row: usize| Some((row, *rows.get(row)?.first()?));
    let last = |row: usize| Some((row, *rows.get(row)?.last()?));
    // The next row in a direction that has the place itself, or, for a row's own name, any.
    let mut below = (row + 1..rows.len()).filter(|row| reaches(&rows[*row], place));
    let mut above = (0..row).rev().filter(|row| reaches(&rows[*row], place));
    let to = match (key, control) {
        ("ArrowRight", _) => own.iter().find(|other| **other > place).map(|other| (row, *other)),
        ("ArrowLeft", _) => own.iter().rev().find(|other| **other < place).map(|other| (row, *other)),
        ("ArrowDown", _) => below.next().map(|row| (row, nearest(&rows[row], place))),
        ("ArrowUp", _) => above.next().map(|row| (row, nearest(&rows[row], place))),
        ("PageDown", _) => below.take(PAGE).last().map(|row| (row, nearest(&rows[row], place))),
        ("PageUp", _) => above.take(PAGE).last().map(|row| (row, nearest(&rows[row], place))),
        ("Home", false) => first(row),
        ("End", false) => last(row),
        ("Home", true) => first(0),
        ("End", true) => last(rows.len() - 1),
        _ => return None,
    };
    Some(to.unwrap_or(at))
}

/// Whether a row has the place, or for one before the departments another such.
fn reaches(row: &[usize], place: usize) -> bool {
    row.iter().any(|other| *other == place || (place < DEPARTMENTS && *other < DEPARTMENTS))
}

/// The place itself where the row has it, else its name.
fn nearest(row: &[usize], place: usize) -> usize {
    if row.contains(&place) { place } else { NAME }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_over_empty_cells_and_stop_at_the_ends() {
        let rows = [vec![2, 3, 4, 5], vec![0, 1, 3], vec![0, 2, 5], vec![0, 1, 3, 5]];
        let cases = [
            ((1, 1), "ArrowRight", false, (1, 3)),
            ((1, 3), "ArrowRight", false, (1, 3)),
            ((1, 3), "ArrowLeft", false, (1, 1)),
            ((1, 3), "ArrowDown", false, (3, 3)),
            ((3, 3), "ArrowUp", false, (1, 3)),
            ((1, 3), "ArrowUp", false, (0, 3)),
            ((1, 1), "ArrowDown", false, (2, 0)),
            ((2, 0), "ArrowUp", false, (1, 0)),
            ((1, 1), "ArrowUp", false, (1, 1)),
            ((0, 5), "PageDown", false, (3, 5)),
            ((3, 5), "PageUp", false, (0, 5)),
            ((3, 3), "Home", false, (3, 0)),
            ((2, 0), "End", false, (2, 5)),
            ((2, 1), "Home", true, (0, 2)),
            ((2, 1), "End", true, (3, 5)),
        ];
        for (at, key, control, to) in cases {
            assert_eq!(step(&rows, at, key, control), Some(to), "{at:?} {key}");
        }
        assert_eq!(step(&rows, (1, 1), "Tab", false), None);
        assert_eq!(step(&[], (0, 2), "End", false), None);
    }
}
