//! Rings put in order: closed, without repetition, wound as RFC 7946 says, holes with the ring around them.

use std::collections::HashMap;

use super::super::read::Fault;
use super::Ring;
use super::geometry::{Polygons, unfit};
use super::meridian::unroll;
use super::nest::{Loop, nest};
use crate::domain::{order, plane};

/// What was put right: what was expected, what was found.
pub type Repair = (&'static str, &'static str);

/// The polygons of a feature in order, and what had to be put right for it. Winding, repeated points
/// and sides across the antimeridian are put right without a word.
///
/// # Errors
/// When nothing with an area is left.
pub fn tidy(shape: Polygons) -> Result<(Vec<Vec<Ring>>, Vec<Repair>), Fault> {
    let mut repairs: Vec<Repair> = Vec::new();
    let mut fault = None;
    let mut loops: Vec<Loop> = Vec::new();
    for rings in shape {
        for (index, ring) in rings.into_iter().enumerate() {
            let (open, points) = (ring.first() != ring.last(), ring.len());
            let Some(ring) = unroll(ring) else {
                fault.get_or_insert_with(|| unfit("a ring beside the poles", points.to_string()));
                continue;
            };
            let mut parts: Vec<Ring> = split(ring).into_iter().filter(|part| area(part) != 0.0).collect();
            order::sort(&mut parts, |one, other| area(other).abs().total_cmp(&area(one).abs()));
            if parts.is_empty() {
                fault.get_or_insert_with(|| empty(points));
                continue;
            }
            if open {
                repairs.push(("closed rings", "an open ring"));
            }
            // What a ring that touches itself encloses besides was never declared as anything.
            let declared = std::iter::once(Some(index > 0)).chain(std::iter::repeat(None));
            loops.extend(parts.into_iter().zip(declared).map(|(ring, hole)| Loop { ring, hole }));
        }
    }
    if loops.is_empty() {
        return Err(fault.unwrap_or_else(|| empty(0)));
    }
    if fault.is_some() {
        repairs.push(("rings with an area", "one without"));
    }
    let nested = nest(loops);
    repairs.extend(nested.repairs);
    order::sort_by_key(&mut repairs, |repair| *repair);
    repairs.dedup();
    Ok((nested.polygons, repairs))
}

fn empty(points: usize) -> Fault {
    let expected = if points < 4 { "a ring of three points or more" } else { "a polygon with an area" };
    unfit(expected, points.to_string())
}

/// A ring without repeated points, in as many rings as it takes where it comes back to a point.
fn split(ring: Ring) -> Vec<Ring> {
    let mut parts = Vec::new();
    let mut path: Ring = Vec::with_capacity(ring.len());
    let mut places: HashMap<[u64; 2], usize> = HashMap::new();
    let key = |point: [f64; 2]| point.map(|value| (value + 0.0).to_bits());
    for point in ring {
        if let Some(at) = places.get(&key(point)).copied() {
            let part: Ring = path.drain(at..).collect();
            for gone in &part {
                places.remove(&key(*gone));
            }
            parts.push(part);
        }
        places.insert(key(point), path.len());
        path.push(point);
    }
    parts.push(path);
    parts.retain(|part| part.len() > 2);
    parts
}

/// The area of a ring in square degrees, positive against the clock.
pub fn area(ring: &Ring) -> f64 {
    plane::area(ring.iter().copied())
}
