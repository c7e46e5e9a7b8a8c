//! Borders that regions share, held once: what is left out of one side is left out of the other.
//!
//! The rings of a layer are cut into arcs where other borders begin. Each arc is weighed once; a picture then asks
//! for the points that it can show, as often as the reader zooms, and no gap opens between neighbours.

mod cut;
mod grid;
mod weigh;

use std::ops::Range;

use super::outline::narrowing;
use crate::domain::plane::area;
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
            weights: Vec::new(),
            points: cut.points,
            arcs: cut.arcs,
            regions: cut.regions,
            narrowing: narrowing([0.0, south, 0.0, north]),
        };
        let plane: Vec<[f64; 2]> =
            topology.points.iter().map(|[lon, lat]| [lon * topology.narrowing, *lat]).collect();
        let mut held = vec![false; plane.len()];
        for arc in topology.arcs.iter().filter(|arc| !arc.is_empty()) {
            held[arc.start] = true;
            held[arc.end - 1] = true;
        }
        topology.regions.iter().for_each(|region| topology.hold(region, &plane, &mut held));
        topology.weights = weigh::weights(&plane, &topology.arcs, &held);
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
        let seen = move |index: &usize| self.seen(*index, pixel);
        self.arcs.iter().map(move |arc| arc.clone().filter(seen).map(|index| self.points[index]).collect())
    }

    fn polygon(&self, rings: &[Vec<Piece>], pixel: f64) -> Option<Vec<Ring>> {
        let mut rings = rings.iter().map(|ring| self.ring(ring, pixel));
        let outer = rings.next().filter(|outer| area(outer.iter().copied()) != 0.0)?;
        let holes = rings.filter(|hole| area(hole.iter().copied()) != 0.0);
        Some(std::iter::once(outer).chain(holes).collect())
    }

    /// The points of a ring that weigh at least a pixel; the first is not repeated.
    fn ring(&self, pieces: &[Piece], pixel: f64) -> Ring {
        let indices = self.indices(pieces).into_iter();
        indices.filter(|index| self.seen(*index, pixel)).map(|index| self.points[index]).collect()
    }

    fn seen(&self, index: usize, pixel: f64) -> bool {
        f64::from(self.weights[index]) >= pixel
    }

    /// Lets the largest ring of a region keep a shape at any detail: points that lie far out are held until those that
    /// are run around an area in the ring's own sense.
    fn hold(&self, region: &Pieces, plane: &[[f64; 2]], held: &mut [bool]) {
        let rings = region.iter().filter_map(|polygon| polygon.first()).map(|ring| self.indices(ring));
        let whole = |ring: &Vec<usize>| area(ring.iter().map(|index| plane[*index]));
        let Some(ring) = rings.max_by(|one, other| whole(one).abs().total_cmp(&whole(other).abs())) else {
            return;
        };
        let sense = whole(&ring).signum();
        while area(ring.iter().filter(|index| held[**index]).map(|index| plane[*index])) * sense <= 0.0 {
            let Some(farthest) = farthest(&ring, plane, held) else { return };
            held[farthest] = true;
        }
    }

    /// The points of a ring in its order.
    fn indices(&self, pieces: &[Piece]) -> Vec<usize> {
        let mut indices = Vec::new();
        for piece in pieces {
            let arc = self.arcs[piece.arc as usize].clone();
            if piece.back {
                indices.extend(arc.rev())
            } else {
                indices.extend(arc)
            }
            // Where one piece ends the next begins, and the last ends where the first began.
            indices.pop();
        }
        indices
    }
}

/// Of the points of a ring that are not held, the one farthest from the line between the held ones beside it.
fn farthest(ring: &[usize], plane: &[[f64; 2]], held: &[bool]) -> Option<usize> {
    let first = ring.iter().position(|index| held[*index])?;
    let (mut from, mut best) = (ring[first], (-1.0, None));
    let mut between: Vec<usize> = Vec::new();
    for index in ring[first + 1..].iter().chain(&ring[..=first]) {
        if !held[*index] {
            between.push(*index);
            continue;
        }
        for point in between.drain(..) {
            let away = distance(plane[point], plane[from], plane[*index]);
            if away > best.0 {
                best = (away, Some(point));
            }
        }
        from = *index;
    }
    best.1
}

/// How far a point is from the line through two others, or from the two where they are one.
fn distance(point: [f64; 2], a: [f64; 2], b: [f64; 2]) -> f64 {
    let [x, y] = [b[0] - a[0], b[1] - a[1]];
    let [px, py] = [point[0] - a[0], point[1] - a[1]];
    let length = x.hypot(y);
    if length == 0.0 { px.hypot(py) } else { (x * py - y * px).abs() / length }
}

/// The detail at which to draw where a pixel is so many degrees: the next finer power of two, so that a picture need
/// not be made anew with every step of a zoom.
pub fn detail(pixel: f64) -> f64 {
    if pixel > 0.0 { pixel.log2().floor().exp2() } else { 0.0 }
}
