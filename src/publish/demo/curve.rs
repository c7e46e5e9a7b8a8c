//! A figure month by month through given anchors.

use super::noise::Noise;
use crate::domain::{DuePoint, Month};

/// How figures run between anchors.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Figures that are hit exactly, ascending by month, at least one.
    pub anchors: Vec<DuePoint>,
    /// By how much other months scatter round the curve, in the unit.
    pub noise: f64,
    /// Digits after the point.
    pub decimals: u8,
    /// Whether the figures may never fall.
    pub rising: bool,
}

impl Curve {
    /// The figures from `first` to `last`, both included.
    pub fn figures(&self, first: Month, last: Month, noise: &mut Noise) -> Vec<f64> {
        let scale = 10f64.powi(i32::from(self.decimals));
        let mut floor = f64::NEG_INFINITY;
        first
            .to(last)
            .map(|month| {
                let scatter = noise.draw() * self.noise;
                let anchor = self.anchors.iter().find(|anchor| anchor.month == month);
                let raw = anchor.map_or_else(|| self.at(month) + scatter, |anchor| anchor.plan);
                let mut figure = (raw * scale).round() / scale;
                if self.rising {
                    let ceiling = self.anchors.iter().find(|anchor| anchor.month >= month);
                    figure = ceiling.map_or(figure, |anchor| figure.min(anchor.plan)).max(floor);
                    floor = figure;
                }
                figure
            })
            .collect()
    }

    /// The curve without scatter: flat before the first anchor and after the last, and between two
    /// neighbours a cubic that stays between them (Steffen 1990).
    fn at(&self, month: Month) -> f64 {
        let next = self.anchors.partition_point(|anchor| anchor.month <= month);
        let (Some(left), Some(right)) = (next.checked_sub(1), self.anchors.get(next)) else {
            let end = if next == 0 { self.anchors.first() } else { self.anchors.last() };
            return end.map_or(0.0, |anchor| anchor.plan);
        };
        let from = self.anchors[left];
        let width = f64::from(right.month.since(from.month));
        let way = f64::from(month.since(from.month));
        let rise = (right.plan - from.plan) / width;
        let (start, end) = (self.slope(left), self.slope(next));
        let cubic = (start + end - 2.0 * rise) / (width * width);
        let square = (3.0 * rise - 2.0 * start - end) / width;
        ((cubic * way + square) * way + start) * way + from.plan
    }

    /// The slope at an anchor that keeps the curve between its neighbours.
    fn slope(&self, index: usize) -> f64 {
        let (Some(before), Some(after)) = (index.checked_sub(1), self.anchors.get(index + 1)) else {
            return 0.0;
        };
        let (before, here) = (self.anchors[before], self.anchors[index]);
        let (left, right) =
            (f64::from(here.month.since(before.month)), f64::from(after.month.since(here.month)));
        let (rise, climb) = ((here.plan - before.plan) / left, (after.plan - here.plan) / right);
        let weighted = (rise * right + climb * left) / (left + right);
        let least = rise.abs().min(climb.abs()).min(weighted.abs() / 2.0);
        (rise.signum() + climb.signum()) * least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(anchors: &[(&str, f64)], noise: f64, rising: bool) -> Curve {
        let anchors = anchors
            .iter()
            .map(|(month, plan)| DuePoint { month: month.parse().unwrap(), plan: *plan })
            .collect();
        Curve { anchors, noise, decimals: 0, rising }
    }

    fn run(curve: &Curve) -> Vec<f64> {
        let (first, last) = ("2021-01".parse().unwrap(), "2021-12".parse().unwrap());
        curve.figures(first, last, &mut Noise::of(7, "x"))
    }

    #[test]
    fn anchors_are_hit_and_the_way_between_stays_between() {
        let curve =
            curve(&[("2021-02", 10.0), ("2021-06", 50.0), ("2021-08", 50.0), ("2021-11", 20.0)], 0.0, false);
        let figures = run(&curve);
        assert_eq!(
            (figures[0], figures[1], figures[5], figures[10], figures[11]),
            (10.0, 10.0, 50.0, 20.0, 20.0)
        );
        assert!(figures[1..6].is_sorted() && figures.iter().all(|figure| (10.0..=50.0).contains(figure)));
        assert_eq!(figures[6], 50.0);
    }

    #[test]
    fn counts_never_fall_and_never_pass_the_next_anchor() {
        let figures = run(&curve(&[("2021-01", 0.0), ("2021-06", 10.0), ("2021-12", 12.0)], 5.0, true));
        assert!(figures.is_sorted());
        assert_eq!((figures[5], figures[11]), (10.0, 12.0));
    }
}
