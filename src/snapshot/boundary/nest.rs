//! Which ring lies in which: what is a hole and what is land is read off the plane, not off the order in a file.

use super::Ring;
use super::rings::{Repair, area};
use crate::domain::order;
use crate::domain::plane::{self, surround};

/// How many points of a ring are asked where they lie; those of a sound ring lie all on the same side.
const ASKED: usize = 5;

/// A ring without repeated points.
pub struct Loop {
    /// Its points.
    pub ring: Ring,
    /// What it is by its file; `None` where that does not say.
    pub hole: Option<bool>,
}

/// Rings in order.
pub struct Nested {
    /// Outer rings, each with its holes.
    pub polygons: Vec<Vec<Ring>>,
    /// What the file said otherwise.
    pub repairs: Vec<Repair>,
}

/// Lays every ring into the one around it: within an even number of others it is land, within an odd one a hole.
pub fn nest(mut loops: Vec<Loop>) -> Nested {
    let mut repairs = Vec::new();
    if let [one] = &mut loops[..] {
        wind(&mut one.ring, false);
        return Nested { polygons: vec![vec![std::mem::take(&mut one.ring)]], repairs };
    }
    let mut sized: Vec<(f64, Loop)> = loops.into_iter().map(|one| (area(&one.ring).abs(), one)).collect();
    // Rings of one size keep their order.
    order::sort(&mut sized, |one, other| other.0.total_cmp(&one.0));
    let loops: Vec<Loop> = sized.into_iter().map(|(_, one)| one).collect();
    let extents: Vec<[f64; 4]> =
        loops.iter().map(|one| plane::extent(one.ring.iter().copied()).unwrap_or_default()).collect();
    // Of each ring: the polygon it belongs to, and whether it is a hole in it; `None` of one that is there twice.
    let mut places: Vec<Option<(usize, bool)>> = Vec::with_capacity(loops.len());
    let mut polygons: Vec<Vec<usize>> = Vec::new();
    // Whether land is declared as a hole, and a hole as land.
    let mut astray = (false, false);
    for (index, one) in loops.iter().enumerate() {
        let larger = (0..index).rev().filter(|other| encloses(extents[*other], extents[index]));
        let around: Vec<(usize, Side)> = (larger.map(|other| (other, side(&one.ring, &loops[other].ring))))
            .filter(|(_, side)| *side != Side::Outside)
            .collect();
        if around.iter().any(|(_, side)| *side == Side::Same) {
            repairs.push(("each ring once", "a ring twice"));
            places.push(None);
            continue;
        }
        let land = around.iter().filter(|(other, _)| places[*other].is_some()).count() % 2 == 0;
        // The smallest around it is the last of those that are larger.
        let holder = around.iter().find_map(|(other, _)| places[*other].filter(|(_, hole)| !hole));
        match holder.filter(|_| !land) {
            Some((polygon, _)) => {
                polygons[polygon].push(index);
                places.push(Some((polygon, true)));
            }
            None => {
                places.push(Some((polygons.len(), false)));
                polygons.push(vec![index]);
            }
        }
        astray.0 |= land && one.hole == Some(true);
        astray.1 |= !land && one.hole == Some(false);
    }
    repairs.extend(match astray {
        (true, true) => Some(("holes after their outer ring", "a hole before it")),
        (true, false) => Some(("holes within their outer ring", "a hole outside")),
        (false, true) => Some(("holes with their outer ring", "a hole as an area")),
        (false, false) => None,
    });
    let polygon = |members: &Vec<usize>| {
        let ring = |(index, member): (usize, &usize)| {
            let mut ring = loops[*member].ring.clone();
            wind(&mut ring, index > 0);
            ring
        };
        members.iter().enumerate().map(ring).collect()
    };
    Nested { polygons: polygons.iter().map(polygon).collect(), repairs }
}

/// Outer rings run against the clock, holes with it.
fn wind(ring: &mut Ring, hole: bool) {
    if (area(ring) < 0.0) != hole {
        ring.reverse();
    }
}

fn encloses(outer: [f64; 4], inner: [f64; 4]) -> bool {
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Inside,
    Outside,
    /// The same ring.
    Same,
}

/// On which side of `outer` a ring lies that is no larger, by most of a few of its points that are not also points of
/// `outer`.
fn side(ring: &Ring, outer: &Ring) -> Side {
    let own: Vec<&[f64; 2]> = ring.iter().filter(|point| !outer.contains(point)).take(ASKED).collect();
    let asked: Vec<[f64; 2]> = match own[..] {
        [] if ring.len() == outer.len() => return Side::Same,
        // Of a ring that has only points of the other, the middles of its sides tell.
        [] => ring.iter().zip(&ring[1..]).map(|(a, b)| [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0]).collect(),
        _ => own.into_iter().copied().collect(),
    };
    let inside = asked.iter().filter(|point| contains(outer, **point)).count();
    if inside * 2 > asked.len() { Side::Inside } else { Side::Outside }
}

/// Whether a point lies in a ring.
fn contains(ring: &Ring, at: [f64; 2]) -> bool {
    let next = ring.iter().cycle().skip(1);
    surround(ring.iter().zip(next).map(|(from, to)| [*from, *to]), at)
}
