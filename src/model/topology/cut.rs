//! Rings cut into arcs at the points where borders begin or end.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use super::{Piece, Pieces};
use crate::snapshot::Region;

/// Regions in pieces.
pub struct Cut {
    /// The points of all arcs.
    pub points: Vec<[f64; 2]>,
    /// Each arc's points.
    pub arcs: Vec<Range<usize>>,
    /// The regions as pieces, in their order.
    pub regions: Vec<Pieces>,
}

/// Cuts the rings of regions into arcs. Borders are shared where their points are the same.
pub fn cut(regions: &[&Region]) -> Cut {
    let mut places = Places::default();
    let numbered: Vec<Numbered> = (regions.iter())
        .map(|region| map(&region.polygons, &mut |ring: &Vec<[f64; 2]>| places.ring(ring)))
        .collect();
    let junctions = junctions(&numbered, places.points.len());
    let (points, ranges) = (Vec::new(), Vec::new());
    let mut cutter = Cutter { places: &places.points, junctions, arcs: HashMap::new(), points, ranges };
    let regions = numbered.iter().map(|region| map(region, &mut |ring| cutter.ring(ring))).collect();
    Cut { points: cutter.points, arcs: cutter.ranges, regions }
}

/// A region's polygons of rings of numbered points.
type Numbered = Vec<Vec<Vec<u32>>>;

/// The same polygons with something else for each ring.
fn map<R, S>(polygons: &[Vec<R>], of: &mut impl FnMut(&R) -> S) -> Vec<Vec<S>> {
    polygons.iter().map(|rings| rings.iter().map(&mut *of).collect()).collect()
}

/// Points with numbers: the same point has the same number.
#[derive(Default)]
struct Places {
    numbers: HashMap<[u64; 2], u32>,
    points: Vec<[f64; 2]>,
}

impl Places {
    fn ring(&mut self, ring: &[[f64; 2]]) -> Vec<u32> {
        ring.iter().map(|point| self.number(*point)).collect()
    }

    fn number(&mut self, point: [f64; 2]) -> u32 {
        // Adding zero makes one of the two zeros.
        let key = point.map(|value| (value + 0.0).to_bits());
        *self.numbers.entry(key).or_insert_with(|| {
            self.points.push(point);
            (self.points.len() - 1) as u32
        })
    }
}

/// Which points are ends of arcs: those that do not always stand between the same two others.
fn junctions(regions: &[Numbered], points: usize) -> Vec<bool> {
    let mut beside: Vec<Option<(u32, u32)>> = vec![None; points];
    let mut junctions = vec![false; points];
    for ring in regions.iter().flatten().flatten() {
        for (at, point) in ring.iter().enumerate() {
            let (before, after) = (ring[(at + ring.len() - 1) % ring.len()], ring[(at + 1) % ring.len()]);
            let pair = (before.min(after), before.max(after));
            let place = *point as usize;
            junctions[place] |= *beside[place].get_or_insert(pair) != pair;
        }
    }
    junctions
}

struct Cutter<'a> {
    places: &'a [[f64; 2]],
    junctions: Vec<bool>,
    /// Arcs by their first two points, in the direction in which they are held.
    arcs: HashMap<(u32, u32), u32>,
    points: Vec<[f64; 2]>,
    ranges: Vec<Range<usize>>,
}

impl Cutter<'_> {
    fn ring(&mut self, ring: &[u32]) -> Vec<Piece> {
        if ring.len() < 2 {
            return Vec::new();
        }
        let begins = (0..ring.len()).filter(|at| self.junctions[ring[*at] as usize]);
        let mut begins: Vec<usize> = begins.collect();
        if begins.is_empty() {
            // A ring of its own, and the hole that it may fill, begin at the same point.
            begins.extend((0..ring.len()).min_by_key(|at| ring[*at]));
        }
        let ends = begins[1..].iter().copied().chain([begins[0] + ring.len()]);
        let lines: Vec<Vec<u32>> = (begins.iter().zip(ends))
            .map(|(begin, end)| (*begin..=end).map(|at| ring[at % ring.len()]).collect())
            .collect();
        lines.into_iter().map(|line| self.piece(line)).collect()
    }

    /// The arc along a line, held once for both of its directions: what lies between two junctions is known by its
    /// first step.
    fn piece(&mut self, mut line: Vec<u32>) -> Piece {
        let step = |one: usize, next: usize| (line[one], line[next]);
        let (forth, back) = (step(0, 1), step(line.len() - 1, line.len() - 2));
        let reversed = back < forth;
        let arc = match self.arcs.entry(forth.min(back)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(free) => {
                if reversed {
                    line.reverse();
                }
                let begin = self.points.len();
                self.points.extend(line.iter().map(|place| self.places[*place as usize]));
                self.ranges.push(begin..self.points.len());
                *free.insert((self.ranges.len() - 1) as u32)
            }
        };
        Piece { arc, back: reversed }
    }
}
