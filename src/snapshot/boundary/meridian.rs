//! The antimeridian: where 180 degrees east are 180 degrees west, and a region may lie on both sides.

use super::{Region, Ring};
use crate::domain::crs::near;
use crate::domain::{order, plane};

/// Digits of a degree that are kept where longitudes are counted anew.
const DIGITS: f64 = 1e9;

/// A ring with longitudes counted on, so that no side goes around the globe; `None` of one that goes round a pole.
pub fn unroll(mut ring: Ring) -> Option<Ring> {
    let first = ring.first().map_or(0.0, |point| point[0]);
    let mut last = first;
    for [lon, _] in &mut ring {
        // A side of exactly half the globe is left as it stands.
        if (*lon - last).abs() > 180.0 {
            *lon = near(*lon, last);
        }
        last = *lon;
    }
    ((last - first).abs() <= 180.0).then_some(ring)
}

/// Counts the longitudes of a layer on beyond the antimeridian where that keeps it together: where it spans more than
/// half the globe as it stands, and less when counted on. Parts that were cut there become whole.
pub fn gather(regions: &mut [Region]) {
    let spans = regions
        .iter()
        .flat_map(|region| &region.polygons)
        .filter_map(|rings| plane::extent(rings[0].iter().copied()));
    let mut spans: Vec<[f64; 2]> = spans.map(|[west, _, east, _]| [near(west, 0.0), east - west]).collect();
    order::sort(&mut spans, |one, other| one[0].total_cmp(&other[0]));
    let Some(middle) = middle(&spans) else { return };
    for region in regions {
        let mut seam = false;
        for rings in &mut region.polygons {
            let Some([west, _, east, _]) = plane::extent(rings[0].iter().copied()) else { continue };
            let turn = near((west + east) / 2.0, middle) - (west + east) / 2.0;
            seam |= west + turn == 180.0 || east + turn == 180.0;
            for point in rings.iter_mut().flatten() {
                // Rounded, so that a point is the same in both of the regions that it belongs to.
                point[0] = ((point[0] + turn) * DIGITS).round() / DIGITS;
            }
        }
        if seam {
            sew(&mut region.polygons);
        }
    }
}

/// The middle of spans (west ends ascending, widths) that lie together only across the antimeridian.
fn middle(spans: &[[f64; 2]]) -> Option<f64> {
    let first = spans.first()?[0];
    // The widest stretch that nothing covers, going east; the last one leads around to the first.
    let (mut reached, mut gap, mut begin) = (first, 0.0, first);
    for [west, width] in spans {
        if west - reached > gap {
            (gap, begin) = (west - reached, *west);
        }
        reached = f64::max(reached, west + width);
    }
    if reached <= 180.0 && reached - first <= 180.0 {
        return None;
    }
    if first + 360.0 - reached > gap {
        (gap, begin) = (first + 360.0 - reached, first);
    }
    // What lies around half the globe is drawn as it stands.
    let width = 360.0 - gap;
    (width < 180.0).then(|| near(begin + width / 2.0, 180.0))
}

/// Takes the border out where a region was cut at the antimeridian: sides there that are drawn both ways.
fn sew(polygons: &mut Vec<Vec<Ring>>) {
    let rings = polygons.iter().flatten();
    let sides = rings.flat_map(|ring| ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)));
    let mut sides: Vec<([f64; 2], [f64; 2])> = sides.collect();
    let on_seam = |side: &([f64; 2], [f64; 2])| side.0[0] == 180.0 && side.1[0] == 180.0;
    let seam: Vec<([f64; 2], [f64; 2])> = sides.iter().copied().filter(on_seam).collect();
    let both_ways = |side: &([f64; 2], [f64; 2])| on_seam(side) && seam.contains(&(side.1, side.0));
    if !seam.iter().any(both_ways) {
        return;
    }
    sides.retain(|side| !both_ways(side));
    let mut loops: Vec<Ring> = Vec::new();
    while let Some((from, to)) = sides.pop() {
        let (mut ring, mut at) = (vec![from], to);
        while at != from {
            let Some(next) = sides.iter().position(|side| side.0 == at) else { return };
            ring.push(at);
            at = sides.swap_remove(next).1;
        }
        loops.push(ring);
    }
    let loops = loops.into_iter().map(|ring| super::nest::Loop { ring, hole: None }).collect();
    *polygons = super::nest::nest(loops).polygons;
}
