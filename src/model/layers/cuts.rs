//! Other ways of putting figures into classes than where they leave gaps: as many in each, each as wide, or by the
//! distance from a middle.

use super::super::classing::{CLASSES, Classing, grain, roundest, shown};

/// Classes that hold as many figures each as they can: equal figures are never parted. The breaks lie between two
/// figures, at the roundest number there.
pub fn quantile(figures: impl IntoIterator<Item = f64>, decimals: u8) -> Classing {
    let figures = ascending(figures, decimals);
    let gaps: Vec<usize> = (1..figures.len()).filter(|at| figures[at - 1] < figures[*at]).collect();
    let mut breaks: Vec<(usize, f64)> = Vec::new();
    for class in 1..CLASSES {
        let wanted = figures.len() as f64 * class as f64 / CLASSES as f64;
        let off = |gap: usize| (gap as f64 - wanted).abs();
        let free = gaps.iter().filter(|gap| breaks.last().is_none_or(|(last, _)| *gap > last));
        let Some(gap) = free.min_by(|a, b| off(**a).total_cmp(&off(**b))) else { break };
        let finest = grain(0.0, decimals);
        breaks.extend(roundest(figures[gap - 1], figures[*gap], finest).map(|limit| (*gap, limit)));
    }
    Classing { breaks: breaks.into_iter().map(|(_, limit)| limit).collect() }
}

/// Classes as wide as each other, from a round number on. One of them may be empty.
pub fn equal(figures: impl IntoIterator<Item = f64>, decimals: u8) -> Classing {
    let figures = ascending(figures, decimals);
    let (Some(low), Some(high)) = (figures.first(), figures.last()) else { return Classing::default() };
    let (digit, exponent) = grain((high - low) / FINE, decimals);
    // Whole numbers of the grain, so that 0.3 is the same 0.3 as in the data.
    let number = |grains: i64| {
        let (power, whole) = (10f64.powi(exponent.abs()), (grains * digit) as f64);
        if exponent < 0 { whole / power } else { whole * power }
    };
    let start = (low / number(1)).floor() as i64;
    let across = (high / number(1)).floor() as i64 + 1 - start;
    let width = (across as f64 / CLASSES as f64).ceil() as i64;
    let breaks = (1..CLASSES as i64).map(|class| number(start + class * width));
    Classing { breaks: breaks.filter(|limit| limit > low && limit <= high).collect() }
}

/// How many steps of a scale the range is cut into at most, from which equal widths are made.
const FINE: f64 = 25.0;

/// The classes of distances from a middle, three below it and three from it on: parted at the two distances declared,
/// else at round ones that spread the furthest over three classes.
pub fn around(
    distances: impl IntoIterator<Item = f64>,
    declared: Option<[f64; 2]>,
    decimals: u8,
) -> Classing {
    let furthest = distances.into_iter().map(|distance| shown(distance, decimals).abs()).fold(0.0, f64::max);
    let [near, far] = declared.unwrap_or_else(|| {
        let (digit, exponent) = grain(furthest / 3.0, decimals);
        let step = digit as f64 * 10f64.powi(exponent);
        [shown(step, decimals), shown(2.0 * step, decimals)]
    });
    Classing { breaks: vec![-far, -near, 0.0, near, far] }
}

/// The tone of a class of [`around`] on the diverging ramp, 1 (umber) to 7 (blue); its middle is left free, so that each
/// side is told from the other. Where less is better the sides change places.
pub fn side(class: usize, less_is_better: bool) -> usize {
    let tone = class + 1 + usize::from(class > 2);
    if less_is_better { 8 - tone } else { tone }
}

fn ascending(figures: impl IntoIterator<Item = f64>, decimals: u8) -> Vec<f64> {
    let mut figures: Vec<f64> = figures.into_iter().map(|figure| shown(figure, decimals)).collect();
    figures.sort_by(f64::total_cmp);
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(classing: &Classing, figures: &[f64]) -> Vec<usize> {
        (0..=classing.breaks.len())
            .map(|class| figures.iter().filter(|figure| classing.class(**figure) == class).count())
            .collect()
    }

    #[test]
    fn quantiles_hold_as_many_each() {
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        let classing = quantile(ten.iter().copied(), 0);
        assert_eq!(classing.breaks, [3.0, 5.0, 7.0, 9.0]);
        assert_eq!(counts(&classing, &ten), [2, 2, 2, 2, 2]);
        // Far apart, the breaks are the roundest numbers between.
        let far = [3.0, 8.0, 41.0, 97.0, 1203.0];
        let classing = quantile(far, 0);
        assert_eq!(classing.breaks, [5.0, 20.0, 50.0, 1000.0]);
        assert_eq!(counts(&classing, &far), [1; 5]);
    }

    #[test]
    fn quantiles_never_part_equal_figures() {
        let many = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 3.0];
        let classing = quantile(many, 0);
        assert_eq!(counts(&classing, &many), [7, 1, 1, 1]);
        assert_eq!(quantile([7.0, 7.0, 7.0], 0).breaks, [] as [f64; 0]);
        assert_eq!(quantile([], 0).breaks, [] as [f64; 0]);
        assert_eq!(quantile([49.96, 50.0, 50.04], 1).breaks, [] as [f64; 0], "equal as written");
    }

    #[test]
    fn equal_widths_are_equal_and_round() {
        let cases: [(&[f64], u8, &[f64]); 6] = [
            (&[9.0, 61.0], 0, &[20.0, 35.0, 50.0]),
            (&[0.0, 100.0], 0, &[25.0, 50.0, 75.0, 100.0]),
            (&[0.0, 4.0], 0, &[1.0, 2.0, 3.0, 4.0]),
            (&[0.1, 0.3, 0.9], 1, &[0.3, 0.5, 0.7, 0.9]),
            (&[7.0], 0, &[]),
            (&[], 1, &[]),
        ];
        for (figures, decimals, breaks) in cases {
            let classing = equal(figures.iter().copied(), decimals);
            assert_eq!(classing.breaks, breaks, "{figures:?}");
        }
    }

    #[test]
    fn a_middle_parts_what_is_behind_from_what_is_ahead() {
        let classing = around([-8.2, -1.0, 0.0, 0.4, 5.0], None, 1);
        assert_eq!(classing.breaks, [-10.0, -5.0, 0.0, 5.0, 10.0]);
        let tones = |less| [-12.0, -6.0, -0.1, 0.0, 5.0, 10.0].map(|d| side(classing.class(d), less));
        assert_eq!(tones(false), [1, 2, 3, 5, 6, 7]);
        assert_eq!(tones(true), [7, 6, 5, 3, 2, 1]);
        let declared = around([-8.2], Some([4.0, 12.0]), 1);
        assert_eq!(declared.breaks, [-12.0, -4.0, 0.0, 4.0, 12.0]);
        assert_eq!(around([], None, 0).breaks, [-2.0, -1.0, 0.0, 1.0, 2.0]);
    }
}
