//! Pairs as ribbons between two columns of bars. Whole pixels only: what a ribbon weighs is what its bars add up to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::flow::Pair;
use crate::domain::order;

/// A department's bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The department's number.
    pub unit: usize,
    /// How many joint items.
    pub count: usize,
    /// The bar's upper end.
    pub y: usize,
    /// Its height.
    pub height: usize,
}

/// A pair as a ribbon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// The pair.
    pub pair: Pair,
    /// Its upper ends at the left and at the right.
    pub y: [usize; 2],
    /// Its height.
    pub height: usize,
    /// Its outline as an SVG path.
    pub path: String,
}

/// The picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Who leads, from above.
    pub leads: Vec<Node>,
    /// Who supports, from above.
    pub supports: Vec<Node>,
    /// The ribbons.
    pub ribbons: Vec<Ribbon>,
    /// Its height.
    pub height: usize,
}

impl Picture {
    /// Its width.
    pub const WIDTH: usize = 1200;
    /// Where the ribbons begin and end; names stand outside.
    pub const ENDS: [usize; 2] = [400, 800];
    /// The width of a bar.
    pub const BAR: usize = 10;
}

/// The height of one joint item.
const TASK: usize = 9;
/// The room that a name needs, however thin its bar is.
const NAME: usize = 22;
/// Between two bars.
const GAP: usize = 5;

/// Draws pairs as ribbons: those who lead most above, and those whom they lead beside them. The pairs come back in
/// the order of the picture.
pub(super) fn lay(mut pairs: Vec<Pair>) -> (Vec<Pair>, Picture) {
    let mut led: BTreeMap<usize, usize> = BTreeMap::new();
    let mut helped: BTreeMap<usize, usize> = BTreeMap::new();
    for pair in &pairs {
        *led.entry(pair.lead).or_default() += pair.count;
        *helped.entry(pair.support).or_default() += pair.count;
    }
    let mut leads: Vec<(usize, usize)> = led.into_iter().collect();
    order::sort_by_key(&mut leads, |(_, count)| Reverse(*count));
    let place: BTreeMap<usize, usize> = leads.iter().enumerate().map(|(at, (unit, _))| (*unit, at)).collect();
    let mut supports: Vec<(usize, usize)> = helped.into_iter().collect();
    // The middle of those who lead them, in hundredths of a place.
    order::sort_by_key(&mut supports, |(unit, count)| {
        let of = pairs.iter().filter(|pair| pair.support == *unit);
        of.map(|pair| place[&pair.lead] * pair.count * 100).sum::<usize>() / count
    });
    let beside: BTreeMap<usize, usize> =
        supports.iter().enumerate().map(|(at, (unit, _))| (*unit, at)).collect();
    order::sort_by_key(&mut pairs, |pair| (place[&pair.lead], beside[&pair.support]));
    let (leads, left) = column(&leads);
    let (supports, right) = column(&supports);
    let mut from: Vec<usize> = leads.iter().map(|node| node.y).collect();
    let mut to: Vec<usize> = supports.iter().map(|node| node.y).collect();
    // In the order of the pairs ribbons leave and reach each bar from above.
    let ribbons = pairs.iter().map(|pair| {
        let (start, end) = (place[&pair.lead], beside[&pair.support]);
        let (y, height) = ([from[start], to[end]], pair.count * TASK);
        from[start] += height;
        to[end] += height;
        Ribbon { pair: *pair, y, height, path: path(y, height) }
    });
    let picture = Picture { ribbons: ribbons.collect(), height: left.max(right), leads, supports };
    (pairs, picture)
}

/// The bars of a column, from above, and the column's height.
fn column(units: &[(usize, usize)]) -> (Vec<Node>, usize) {
    let mut top = 0;
    let nodes = units.iter().map(|(unit, count)| {
        let height = count * TASK;
        let room = height.max(NAME);
        let node = Node { unit: *unit, count: *count, y: top + (room - height) / 2, height };
        top += room + GAP;
        node
    });
    let nodes = nodes.collect();
    (nodes, top)
}

fn path([left, right]: [usize; 2], height: usize) -> String {
    let [start, end] = Picture::ENDS;
    let middle = (start + end) / 2;
    let (low_left, low_right) = (left + height, right + height);
    format!(
        "M{start} {left}C{middle} {left} {middle} {right} {end} {right}V{low_right}C{middle} {low_right} {middle} {low_left} {start} {low_left}z"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ribbons_fill_their_bars_and_nothing_overlaps() {
        let pair = |lead, support, count| Pair { lead, support, count };
        let given = vec![pair(0, 3, 1), pair(1, 3, 2), pair(1, 4, 5), pair(2, 1, 1), pair(2, 5, 3)];
        let (pairs, picture) = lay(given.clone());
        assert_eq!(lay(given.clone()), (pairs.clone(), picture.clone()));
        assert_eq!(pairs.len(), given.len());
        assert_eq!(picture.leads.iter().map(|node| node.unit).collect::<Vec<_>>(), [1, 2, 0]);
        for (side, nodes) in [&picture.leads, &picture.supports].into_iter().enumerate() {
            for pair in nodes.windows(2) {
                let room = pair[0].height.max(NAME);
                assert!(pair[0].y + pair[0].height <= pair[1].y, "{pair:?}");
                let middles = [0, 1].map(|at| pair[at].y + pair[at].height / 2);
                assert!(middles[1] - middles[0] >= room.min(NAME), "names would collide: {pair:?}");
            }
            for node in nodes {
                let mut own: Vec<(usize, usize)> = picture
                    .ribbons
                    .iter()
                    .filter(|ribbon| [ribbon.pair.lead, ribbon.pair.support][side] == node.unit)
                    .map(|ribbon| (ribbon.y[side], ribbon.height))
                    .collect();
                own.sort_unstable();
                let mut top = node.y;
                for (y, height) in own {
                    assert_eq!(y, top);
                    top += height;
                }
                assert_eq!(top, node.y + node.height);
                assert!(top <= picture.height);
            }
        }
        let (nothing, empty) = lay(Vec::new());
        assert!(nothing.is_empty() && empty.height == 0);
    }
}
