//! Borders that regions share, held once: what is left out of one side is left out of the other.
//!
//! The rings of a layer are cut into arcs where other borders begin. Each arc is weighed once; a picture then asks
//! for the points that it can show, as often as the reader zooms, and no gap opens between neighbours.

mod cut;
mod weigh;

use std::ops::Range;

use super::outline::narrowing;
use crate::snapshot::Region;
use crate::snapshot::boundary::Ring;

/// An arc as a ring goes along it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    arc: u32,
    back: bool,
}

/// Regions as the arcs that they are made of: polygons of rings of pieces.
type Pieces = Vec<Vec<Vec<Piece>>>;

/// The borders of regions, each held once, with what every point weighs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    /// The points of all arcs in degrees; an arc that is a whole ring ends where it begins.
    points: Vec<[f64; 2]>,
    /// What each point weighs, in degrees of latitude.
    weights: Vec<f32>,
    arcs: Vec<Range<usize>>,
    regions: Vec<Pieces>,
    /// By how much a degree of longitude is shorter than one of latitude.
    narrowing: f64,
}

impl Topology {
    /// Cuts the borders of regions, which may be of several layers, and weighs their points.
    pub fn of<'a>(regions: impl IntoIterator<Item = &'a Region>) -> Self {
        let regions: Vec<&Region> = regions.into_iter().collect();
        let cut = cut::cut(&regions);
        let (south, north) = (cut.points.iter())
            .fold((90.0f64, -90.0f64), |(south, north), [_, lat]| (south.min(*lat), north.max(*lat)));
        let mut topology = Self {
            weights: Vec::with_capacity(cut.points.len()),
            points: cut.points,
            arcs: cut.arcs,
            regions: cut.regions,
            narrowing: narrowing([0.0, south, 0.0, north]),
        };
        for arc in &topology.arcs {
            let line: Vec<[f64; 2]> =
                topology.points[arc.clone()].iter().map(|point| topology.plane(*point)).collect();
            topology.weights.extend(weigh::weights(&line));
        }
        for region in 0..topology.regions.len() {
            topology.hold(region);
        }
        topology
    }

    /// How many regions there are.
    pub fn len(&self) -> usize {
        self.regions.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.regions.is_empty()
    }

    /// The polygons of a region where a pixel is so many degrees of latitude, each an outer ring and its holes.
    ///
    /// What has no area then, such as an islet, is left out, but never the whole region. Zero gives all points.
    pub fn region(&self, index: usize, pixel: f64) -> Vec<Vec<Ring>> {
        let polygons = self.regions.get(index).map(Vec::as_slice).unwrap_or_default();
        polygons.iter().filter_map(|rings| self.polygon(rings, pixel)).collect()
    }

    /// Every border once, whether two regions share it or none lies beyond: what a picture strokes.
    pub fn borders(&self, pixel: f64) -> impl Iterator<Item = Vec<[f64; 2]>> {
        self.arcs.iter().map(move |arc| self.seen(arc.clone(), pixel).collect())
    }

    fn polygon(&self, rings: &[Vec<Piece>], pixel: f64) -> Option<Vec<Ring>> {
        let mut rings = rings.iter().map(|ring| self.ring(ring, pixel));
        let outer = rings.next().filter(|outer| self.area(outer) != 0.0)?;
        let holes = rings.filter(|hole| self.area(hole) != 0.0);
        Some(std::iter::once(outer).chain(holes).collect())
    }

    /// The points of a ring that weigh at least a pixel; the first is not repeated.
    fn ring(&self, pieces: &[Piece], pixel: f64) -> Ring {
        let mut ring = Ring::new();
        for piece in pieces {
            let points = self.seen(self.arcs[piece.arc as usize].clone(), pixel);
            if piece.back {
                ring.extend(points.rev());
            } else {
                ring.extend(points);
            }
            // Where one piece ends the next begins, and the last ends where the first began.
            ring.pop();
        }
        ring
    }

    fn seen(&self, arc: Range<usize>, pixel: f64) -> impl DoubleEndedIterator<Item = [f64; 2]> {
        arc.filter(move |index| f64::from(self.weights[*index]) >= pixel).map(|index| self.points[index])
    }

    /// Lets the largest ring of a region keep a shape at any detail: its heaviest points are made to stay until those
    /// that stay run around an area in the ring's own sense.
    fn hold(&mut self, region: usize) {
        let rings = self.regions[region].iter().filter_map(|polygon| polygon.first());
        let largest = rings.max_by(|one, other| {
            let [one, other] = [one, other].map(|ring| self.area(&self.ring(ring, 0.0)).abs());
            one.total_cmp(&other)
        });
        let Some(ring) = largest.cloned() else { return };
        let sense = self.area(&self.ring(&ring, 0.0)).signum();
        let mut light: Vec<usize> =
            ring.iter().flat_map(|piece| self.arcs[piece.arc as usize].clone()).collect();
        light.retain(|index| self.weights[*index].is_finite());
        light.sort_by(|one, other| self.weights[*one].total_cmp(&self.weights[*other]));
        while self.area(&self.ring(&ring, f64::INFINITY)) * sense <= 0.0 {
            let Some(heaviest) = light.pop() else { return };
            self.weights[heaviest] = f32::INFINITY;
        }
    }

    /// A point on the plane on which borders are weighed: degrees of latitude both ways.
    fn plane(&self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        [lon * self.narrowing, lat]
    }

    /// The area that a ring runs around, positive against the clock.
    fn area(&self, ring: &[[f64; 2]]) -> f64 {
        // Seen from a corner of its own, so that a small ring far from the origin is exact.
        let Some([x, y]) = ring.first() else { return 0.0 };
        let next = ring.iter().cycle().skip(1);
        let sides = ring.iter().zip(next);
        sides.map(|([ax, ay], [bx, by])| (ax - x) * (by - y) - (bx - x) * (ay - y)).sum::<f64>() / 2.0
    }
}

/// The detail at which to draw where a pixel is so many degrees: the next finer power of two, so that a picture need
/// not be made anew with every step of a zoom.
pub fn detail(pixel: f64) -> f64 {
    if pixel > 0.0 { pixel.log2().floor().exp2() } else { 0.0 }
}
