//! The keyboard's way over the map: from a township to its neighbour in a direction.

use std::collections::BTreeMap;

use super::outline::{micro, narrowing};
use crate::snapshot::{Boundaries, Region};

/// A direction on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the right.
    East,
    /// Up.
    North,
    /// To the left.
    West,
    /// Down.
    South,
}

impl Way {
    /// All directions.
    pub const ALL: [Way; 4] = [Way::East, Way::North, Way::West, Way::South];

    /// The direction of a key, by its name in the browser.
    pub fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowRight" => Self::East,
            "ArrowUp" => Self::North,
            "ArrowLeft" => Self::West,
            "ArrowDown" => Self::South,
            _ => return None,
        })
    }

    /// A step on the plane, x to the east and y to the north, as its part ahead and its part to the left.
    fn turned(self, [x, y]: [f64; 2]) -> [f64; 2] {
        match self {
            Self::East => [x, y],
            Self::North => [y, -x],
            Self::West => [-x, -y],
            Self::South => [-y, x],
        }
    }
}

/// Where each way leads from a township, in the order of [`Way::ALL`].
type Ways = [Option<usize>; 4];

/// How many townships are gone over at most to let borders count.
const MOST_TRIED: usize = 1_000_000;

/// Where the keys lead from each township.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    codes: Vec<String>,
    middles: Vec<[f64; 2]>,
    next: Vec<Ways>,
}

impl Walk {
    /// The ways between the townships with these codes, as far as they have a boundary.
    ///
    /// In each direction lies a quarter of the plane. Of the townships in it whose middle is there, the way leads to the
    /// nearest that shares a border, else to the nearest. Where that would leave a township that no way reaches, the border
    /// does not count: the nearest, by how far they lie ahead, reach everyone.
    pub fn of<'a>(codes: impl Iterator<Item = &'a str>, boundaries: &Boundaries) -> Self {
        let regions: BTreeMap<&str, &Region> =
            boundaries.regions.iter().map(|region| (region.code.as_str(), region)).collect();
        let drawn: Vec<&Region> = codes.filter_map(|code| regions.get(code).copied()).collect();
        let narrowing = boundaries.extent().map_or(1.0, narrowing);
        let middles: Vec<[f64; 2]> =
            drawn.iter().map(|region| middle(region)).map(|[lon, lat]| [lon * narrowing, lat]).collect();
        let borders = borders(&drawn);
        let next = joined(ways(&middles, &vec![Vec::new(); middles.len()]), ways(&middles, &borders));
        Self { codes: drawn.iter().map(|region| region.code.clone()).collect(), middles, next }
    }

    /// The township in a direction from the one with this code; none at the edge.
    pub fn step(&self, from: &str, way: Way) -> Option<&str> {
        let at = self.codes.iter().position(|code| code == from)?;
        self.next[at][way as usize].map(|to| self.codes[to].as_str())
    }

    /// The township in the middle of all, where the way begins when none is chosen.
    pub fn start(&self) -> Option<&str> {
        let count = self.middles.len() as f64;
        let sum = self.middles.iter().fold([0.0; 2], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
        let far = |at: &[f64; 2]| (at[0] - sum[0] / count).hypot(at[1] - sum[1] / count);
        let nearest =
            (0..self.codes.len()).min_by(|a, b| far(&self.middles[*a]).total_cmp(&far(&self.middles[*b])));
        nearest.map(|at| self.codes[at].as_str())
    }

    /// Whether there is a way from this township.
    pub fn has(&self, code: &str) -> bool {
        self.codes.iter().any(|known| known == code)
    }
}

/// The middle of a region's largest ring.
fn middle(region: &Region) -> [f64; 2] {
    let rings = region.polygons.iter().filter_map(|rings| rings.first());
    let middles = rings.map(|ring| {
        let base = ring.first().copied().unwrap_or_default();
        let sides = ring.iter().zip(ring.iter().cycle().skip(1));
        let sum = sides.fold([0.0; 3], |[area, x, y], (a, b)| {
            let (a, b) = ([a[0] - base[0], a[1] - base[1]], [b[0] - base[0], b[1] - base[1]]);
            let twice = a[0] * b[1] - b[0] * a[1];
            [area + twice, x + (a[0] + b[0]) * twice, y + (a[1] + b[1]) * twice]
        });
        let [area, x, y] = sum;
        let at = if area == 0.0 { base } else { [base[0] + x / (3.0 * area), base[1] + y / (3.0 * area)] };
        (area.abs(), at)
    });
    middles.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, at)| at).unwrap_or_default()
}

/// For each region those that share two corners with it at least.
fn borders(regions: &[&Region]) -> Vec<Vec<usize>> {
    let mut owners: BTreeMap<[i64; 2], Vec<usize>> = BTreeMap::new();
    for (at, region) in regions.iter().enumerate() {
        for [lon, lat] in region.polygons.iter().flatten().flatten() {
            let corner = owners.entry([(micro(*lon) * 1e6) as i64, (micro(*lat) * 1e6) as i64]).or_default();
            if corner.last() != Some(&at) {
                corner.push(at);
            }
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for owners in owners.values().filter(|owners| owners.len() > 1) {
        for a in owners {
            for b in owners.iter().filter(|b| *b != a) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let mut borders = vec![Vec::new(); regions.len()];
    for ((a, b), _) in shared.into_iter().filter(|(_, corners)| *corners > 1) {
        borders[a].push(b);
    }
    borders
}

/// Where each way leads.
fn ways(middles: &[[f64; 2]], borders: &[Vec<usize>]) -> Vec<Ways> {
    let from = |at: usize| {
        Way::ALL.map(|way| {
            let ahead = |to: usize| Some((ahead(way, middles, at, to)?, to));
            let neighbour = borders[at].iter().filter_map(|to| ahead(*to));
            let neighbour = neighbour.min_by(|(a, _), (b, _)| along(*a).total_cmp(&along(*b)));
            let nearest = || {
                let all = (0..middles.len()).filter_map(ahead);
                all.min_by(|([a, a_side], _), ([b, b_side], _)| {
                    a.total_cmp(b).then(a_side.abs().total_cmp(&b_side.abs()))
                })
            };
            neighbour.or_else(nearest).map(|(_, to)| to)
        })
    };
    (0..middles.len()).map(from).collect()
}

/// The ways that are `wanted`, except where `nearest` ones must stand for everyone to be reached.
fn joined(nearest: Vec<Ways>, wanted: Vec<Ways>) -> Vec<Ways> {
    if reaches_all(&wanted) {
        return wanted;
    }
    let mut next = nearest;
    let differ = (0..next.len()).flat_map(|at| (0..4).map(move |way| (at, way)));
    let differ: Vec<_> = differ.filter(|(at, way)| next[*at][*way] != wanted[*at][*way]).collect();
    // Each try goes over the whole map.
    if differ.len() * next.len() > MOST_TRIED {
        return next;
    }
    for (at, way) in differ {
        let before = std::mem::replace(&mut next[at][way], wanted[at][way]);
        if !reaches_all(&next) {
            next[at][way] = before;
        }
    }
    next
}

/// How far ahead in a direction, and how far aside, another middle lies, if it lies in that quarter. Of two on one point
/// the later lies to the east.
fn ahead(way: Way, middles: &[[f64; 2]], at: usize, to: usize) -> Option<[f64; 2]> {
    let (here, there) = (middles[at], middles[to]);
    let [ahead, aside] = way.turned([there[0] - here[0], there[1] - here[1]]);
    let on_one_point = ahead == 0.0 && aside == 0.0;
    let is_ahead = match way {
        Way::East if on_one_point => to > at,
        Way::West if on_one_point => to < at,
        _ => ahead > 0.0 && aside > -ahead && aside <= ahead,
    };
    is_ahead.then_some([ahead, aside])
}

/// How far a neighbour is felt to lie: what lies aside counts twice.
fn along([ahead, aside]: [f64; 2]) -> f64 {
    ahead + 2.0 * aside.abs()
}

/// Whether the ways lead from everyone to everyone.
fn reaches_all(next: &[Ways]) -> bool {
    let mut before = vec![Vec::new(); next.len()];
    for (from, ways) in next.iter().enumerate() {
        ways.iter().flatten().for_each(|to| before[*to].push(from));
    }
    let spread = |edges: &dyn Fn(usize) -> Vec<usize>| {
        let (mut seen, mut open) = (vec![false; next.len()], vec![0]);
        while let Some(at) = open.pop().filter(|_| !next.is_empty()) {
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(edges(at));
            }
        }
        seen.into_iter().all(|seen| seen)
    };
    spread(&|at| next[at].iter().flatten().copied().collect()) && spread(&|at| before[at].clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Names;

    fn region(code: &str, [west, south]: [f64; 2], [width, height]: [f64; 2]) -> Region {
        let (east, north) = (west + width, south + height);
        let ring = vec![[west, south], [east, south], [east, north], [west, north]];
        Region { code: code.into(), name: Names::default(), polygons: vec![vec![ring]] }
    }

    fn walk(regions: Vec<Region>) -> Walk {
        let codes: Vec<String> = regions.iter().map(|region| region.code.clone()).collect();
        Walk::of(codes.iter().map(String::as_str), &Boundaries { regions })
    }

    #[test]
    fn arrows_lead_to_neighbours_and_stop_at_the_edge() {
        let cells = (0..9).map(|n| {
            region(&n.to_string(), [f64::from(n % 3) * 0.1, 0.2 - f64::from(n / 3) * 0.1], [0.1, 0.1])
        });
        let walk = walk(cells.collect());
        let from_four = Way::ALL.map(|way| walk.step("4", way));
        assert_eq!(from_four, [Some("5"), Some("1"), Some("3"), Some("7")]);
        assert_eq!(Way::ALL.map(|way| walk.step("0", way)), [Some("1"), None, None, Some("3")]);
        assert_eq!(walk.start(), Some("4"));
        assert_eq!((walk.step("x", Way::East), walk.has("8"), walk.has("x")), (None, true, false));
        assert_eq!(Walk::default().start(), None);
    }

    #[test]
    fn a_shared_border_counts_more_than_a_near_middle() {
        // b touches a and reaches far to the east; c's middle is nearer, but a river lies between.
        let regions = vec![
            region("a", [0.0, 0.0], [0.1, 0.1]),
            region("b", [0.1, 0.0], [0.5, 0.1]),
            region("c", [0.12, 0.11], [0.02, 0.02]),
        ];
        // Their corners are common ones.
        let mut regions = regions;
        regions[1].polygons[0][0][3] = [0.1, 0.1];
        let walk = walk(regions);
        assert_eq!(walk.step("a", Way::East), Some("b"));
        assert_eq!((walk.step("c", Way::West), walk.step("b", Way::West)), (Some("a"), Some("c")));
    }

    /// Pseudo-random numbers below 1.
    fn numbers(seed: u64) -> impl FnMut() -> f64 {
        let mut state = seed;
        move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 / f64::from(1u32 << 31)
        }
    }

    #[test]
    fn every_township_is_reached_from_every_other() {
        for seed in 0..300 {
            let mut next = numbers(seed);
            let count = 1 + (next() * 40.0) as usize;
            // Every third plane has a coarse grid, so that middles lie in lines and on each other.
            let grid = if seed % 3 == 0 { 5.0 } else { 1e6 };
            let middles: Vec<[f64; 2]> = (0..count)
                .map(|_| [(next() * grid).floor() / grid, (next() * grid).floor() / grid])
                .collect();
            let ways = ways(&middles, &vec![Vec::new(); count]);
            assert!(reaches_all(&ways), "plane {seed} of {count}");
        }
    }
}
