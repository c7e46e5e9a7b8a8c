//! How much each point of a line matters (Visvalingam and Whyatt 1993).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The weight of every point: the side of a square as large as the triangle that the line loses without it, in the
/// units of the points. The ends weigh infinitely much.
///
/// Leaving out all points below some weight gives the line that the method has at that stage, so that coarser lines
/// use only points of finer ones.
pub fn weights(line: &[[f64; 2]]) -> Vec<f32> {
    let mut weights = vec![f32::INFINITY; line.len()];
    if line.len() < 3 {
        return weights;
    }
    let last = line.len() - 1;
    // Who stands beside each point that is still there.
    let mut before: Vec<usize> = (0..line.len()).map(|index| index.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=line.len()).collect();
    let mut areas: Vec<f64> = vec![f64::INFINITY; line.len()];
    let mut queue = BinaryHeap::with_capacity(line.len());
    for index in 1..last {
        areas[index] = area(line[index - 1], line[index], line[index + 1]);
        queue.push(Reverse((Rank::of(areas[index]), index)));
    }
    let mut least = 0.0f64;
    while let Some(Reverse((rank, index))) = queue.pop() {
        // An entry from before a neighbour went counts no more.
        if rank != Rank::of(areas[index]) {
            continue;
        }
        // A point never goes before one that went already.
        least = least.max(areas[index]);
        weights[index] = least.sqrt() as f32;
        areas[index] = f64::NAN;
        let (left, right) = (before[index], after[index]);
        after[left] = right;
        before[right] = left;
        for near in [left, right] {
            if (1..last).contains(&near) {
                areas[near] = area(line[before[near]], line[near], line[after[near]]);
                queue.push(Reverse((Rank::of(areas[near]), near)));
            }
        }
    }
    weights
}

/// An area in an order: that of the bits, since no area is negative.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank(u64);

impl Rank {
    fn of(area: f64) -> Self {
        Self(area.to_bits())
    }
}

/// The area of a triangle.
fn area(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> f64 {
    ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_straight_weighs_nothing_and_a_corner_much() {
        let line = [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [2.0, 2.0], [2.5, 2.0], [4.0, 2.0]];
        let weights = weights(&line);
        let infinite = f32::INFINITY;
        assert_eq!(weights[..2], [infinite, 0.0]);
        assert_eq!(weights[4..], [0.0, infinite]);
        // After the straight ones are gone: the triangles (0,0) (2,0) (2,2) and (2,0) (2,2) (4,2).
        assert_eq!(weights[2], 2.0f32.sqrt());
        assert!(weights[3] >= weights[2]);
    }

    #[test]
    fn short_lines_are_all_ends() {
        assert!(weights(&[]).is_empty());
        assert_eq!(weights(&[[1.0, 1.0], [2.0, 2.0]]), [f32::INFINITY; 2]);
    }
}
