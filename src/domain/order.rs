//! Sorting, compiled once for all lists: every list of the page is short, and each sort of its own costs a download.

use std::cmp::Ordering;

/// Sorts `items` by `compare`, keeping the order of equal ones.
pub fn sort<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = positions(items.len(), &mut |one, other| compare(&items[one], &items[other]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|index| taken[index].take()));
}

/// Sorts `items` by a key, keeping the order of equal ones.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort(items, |one, other| key(one).cmp(&key(other)));
}

/// The positions `0..count`, sorted by `compare`.
fn positions(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort(&mut items, |one, other| other.1.cmp(&one.1));
        assert_eq!(items, [(1, 'd'), (2, 'c'), (1, 'b'), (2, 'a')]);
    }
}
