//! How much each point of a net of lines matters (Visvalingam and Whyatt 1993), and which must not go.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::grid::Grid;

/// How often a point waits for others to go before it stays for good.
const PATIENCE: u8 = 12;
/// By how much later than another a point comes that waits for it.
const AFTER: f64 = 1.0 + 1e-6;

/// The weight of every point: the side of a square as large as the triangle that its line loses without it, in the
/// units of the points. The ends of lines and the points that are `held` weigh infinitely much.
///
/// Leaving out all points below some weight gives the lines that the method has at that stage, so that coarser lines
/// use only points of finer ones. No line is drawn over a point of another, so that lines which do not cross never do.
pub fn weights(points: &[[f64; 2]], lines: &[Range<usize>], held: &[bool]) -> Vec<f32> {
    let mut net = Net::of(points, lines, held);
    let mut weights = vec![f32::INFINITY; points.len()];
    let mut least = 0.0f64;
    while let Some(Reverse((rank, index))) = net.queue.pop() {
        // An entry from before a neighbour went counts no more.
        if rank != Rank::of(net.areas[index]) {
            continue;
        }
        if let Some(other) = net.in_the_way(index) {
            net.wait(index, other);
            continue;
        }
        // A point never goes before one that went already.
        least = least.max(net.areas[index]);
        weights[index] = least.sqrt() as f32;
        net.remove(index);
    }
    weights
}

/// The lines as they are at some stage.
struct Net<'a> {
    points: &'a [[f64; 2]],
    grid: Grid,
    /// Who stands beside each point that is still there.
    before: Vec<u32>,
    after: Vec<u32>,
    /// The area of each point's triangle; infinite where it stays, NaN where it is gone.
    areas: Vec<f64>,
    waited: Vec<u8>,
    queue: BinaryHeap<Reverse<(Rank, usize)>>,
}

impl<'a> Net<'a> {
    fn of(points: &'a [[f64; 2]], lines: &[Range<usize>], held: &[bool]) -> Self {
        let count = points.len() as u32;
        let mut net = Self {
            points,
            grid: Grid::of(points),
            before: (0..count).map(|index| index.saturating_sub(1)).collect(),
            after: (1..=count).collect(),
            areas: vec![f64::INFINITY; points.len()],
            waited: vec![0; points.len()],
            queue: BinaryHeap::with_capacity(points.len()),
        };
        for line in lines.iter().filter(|line| line.len() > 2) {
            for index in (line.start + 1..line.end - 1).filter(|index| !held[*index]) {
                net.areas[index] = 0.0;
                net.weigh(index);
            }
        }
        net
    }

    fn triangle(&self, index: usize) -> [[f64; 2]; 3] {
        [self.before[index] as usize, index, self.after[index] as usize].map(|at| self.points[at])
    }

    fn weigh(&mut self, index: usize) {
        if self.areas[index].is_finite() {
            self.areas[index] = turn(self.triangle(index)).abs() / 2.0;
            self.queue.push(Reverse((Rank::of(self.areas[index]), index)));
        }
    }

    /// A point over which the line would be drawn without this one.
    fn in_the_way(&self, index: usize) -> Option<usize> {
        let [a, b, c] = self.triangle(index);
        let inside = |at: usize| {
            let point = self.points[at];
            let sides = [turn([a, b, point]), turn([b, c, point]), turn([c, a, point])];
            sides.iter().all(|side| *side > 0.0) || sides.iter().all(|side| *side < 0.0)
        };
        self.grid.within([a, b, c]).find(|at| !self.areas[*at].is_nan() && inside(*at))
    }

    /// Lets a point come after another, which is in its way and may go.
    fn wait(&mut self, index: usize, other: usize) {
        self.waited[index] += 1;
        self.areas[index] = match self.waited[index] {
            PATIENCE.. => f64::INFINITY,
            _ => self.areas[other].max(self.areas[index]) * AFTER,
        };
        if self.areas[index].is_finite() {
            self.queue.push(Reverse((Rank::of(self.areas[index]), index)));
        }
    }

    fn remove(&mut self, index: usize) {
        self.areas[index] = f64::NAN;
        let (left, right) = (self.before[index], self.after[index]);
        self.after[left as usize] = right;
        self.before[right as usize] = left;
        self.weigh(left as usize);
        self.weigh(right as usize);
    }
}

/// An area in an order: that of the bits, since no area is negative.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank(u64);

impl Rank {
    fn of(area: f64) -> Self {
        Self(area.to_bits())
    }
}

/// Twice the area of a triangle, positive against the clock.
fn turn([a, b, c]: [[f64; 2]; 3]) -> f64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAYS: f32 = f32::INFINITY;

    fn one(line: &[[f64; 2]]) -> Vec<f32> {
        let whole = 0..line.len();
        weights(line, &[whole], &vec![false; line.len()])
    }

    #[test]
    fn what_is_straight_weighs_nothing_and_a_corner_much() {
        let weights = one(&[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [2.0, 2.0], [2.5, 2.0], [4.0, 2.0]]);
        assert_eq!(weights[..2], [STAYS, 0.0]);
        assert_eq!(weights[4..], [0.0, STAYS]);
        // After the straight ones are gone: the triangles (0,0) (2,0) (2,2) and (2,0) (2,2) (4,2).
        assert_eq!(weights[2], 2.0f32.sqrt());
        assert!(weights[3] >= weights[2]);
    }

    #[test]
    fn short_lines_are_all_ends() {
        assert_eq!(one(&[]).len(), 0);
        assert_eq!(one(&[[1.0, 1.0], [2.0, 2.0]]), [STAYS; 2]);
    }

    #[test]
    fn a_line_is_not_drawn_over_another() {
        // A bay, and what lies in it: the end of a line, which stays, or the corner of one, which goes first.
        let bay = [[0.0, 0.0], [1.0, -4.0], [2.0, 0.0]];
        let net = |other: &[[f64; 2]]| {
            let points: Vec<[f64; 2]> = bay.iter().chain(other).copied().collect();
            weights(&points, &[0..3, 3..points.len()], &vec![false; points.len()])
        };
        assert_eq!(net(&[[1.0, 3.0], [1.0, -1.0]])[1], STAYS);
        let corner = net(&[[0.0, 5.0], [1.0, -1.0], [2.0, 5.0]]);
        assert!(corner[4].is_finite() && corner[1].is_finite() && corner[1] >= corner[4]);
        assert!(net(&[[1.0, 3.0], [1.0, 1.0]])[1].is_finite());
    }
}
