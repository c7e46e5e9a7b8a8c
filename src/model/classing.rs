//! Putting figures into a few classes with breaks at round numbers.

/// The most classes there are; also the number of tones of the ramp.
pub const CLASSES: usize = 5;

/// How many steps of a scale the range of figures is cut into at most, from which the breaks are chosen.
const FINEST: f64 = 25.0;

/// Where one class ends and the next begins, in the data's unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Classing {
    /// The lower ends of all classes but the lowest, ascending.
    pub breaks: Vec<f64>,
}

impl Classing {
    /// At most [`CLASSES`] classes of figures that are written with `decimals` digits.
    ///
    /// Of all round numbers between two neighbouring figures the roundest is a possible break. Of these the ones
    /// are taken that leave figures of one class as near to each other as can be (least sum of squares), so that
    /// no class is empty and the breaks lie in gaps.
    pub fn of(figures: impl IntoIterator<Item = f64>, decimals: u8) -> Self {
        let mut figures: Vec<f64> = figures.into_iter().map(|figure| shown(figure, decimals)).collect();
        figures.sort_by(f64::total_cmp);
        let (Some(&low), Some(&high)) = (figures.first(), figures.last()) else { return Self::default() };
        let grain = grain((high - low) / FINEST, decimals);
        let gaps: Vec<(usize, f64)> = (1..figures.len())
            .filter_map(|index| Some((index, roundest(figures[index - 1], figures[index], grain)?)))
            .collect();
        let sums = Sums::of(&figures);
        let mut best: Vec<usize> = Vec::new();
        let mut least = sums.spread(0, figures.len());
        for count in 1..CLASSES.min(gaps.len() + 1) {
            let (cuts, cost) = cut(&sums, &gaps, count);
            if cost < least {
                (best, least) = (cuts, cost);
            }
        }
        Self { breaks: best.into_iter().map(|gap| gaps[gap].1).collect() }
    }

    /// The class of a figure, from 0.
    pub fn class(&self, figure: f64) -> usize {
        self.breaks.iter().filter(|limit| figure >= **limit).count()
    }

    /// The tone of a class on the ramp, 1 (light) to [`CLASSES`]; few classes are spread over the whole ramp.
    pub fn tone(&self, class: usize) -> usize {
        match self.breaks.len() {
            0 => CLASSES / 2 + 1,
            1 => 2 + class * 2,
            2 => 1 + class * 2,
            last => 1 + class + usize::from(last < CLASSES - 1 && class == last),
        }
    }
}

/// A figure as it is shown, so that a township lies in the class that its written figure says.
pub fn shown(figure: f64, decimals: u8) -> f64 {
    let scale = 10f64.powi(i32::from(decimals));
    (figure * scale * (1.0 + 1e-12)).round() / scale
}

/// 1, 2 or 5 times a power of ten, as a whole number and its exponent: not below `least`, nor finer than the
/// digits shown.
pub(super) fn grain(least: f64, decimals: u8) -> (i64, i32) {
    let mut exponent = -i32::from(decimals);
    loop {
        for digit in [1, 2, 5] {
            if digit as f64 * 10f64.powi(exponent) >= least {
                return (digit, exponent);
            }
        }
        exponent += 1;
    }
}

/// The roundest multiple of `grain` above `low` and not above `high`; of equally round ones the middle one.
pub(super) fn roundest(low: f64, high: f64, (digit, exponent): (i64, i32)) -> Option<f64> {
    // Whole numbers, so that 0.3 is the same 0.3 as in the data.
    let number = |count: i64| {
        let power = 10f64.powi(exponent.abs());
        let whole = (count * digit) as f64;
        if exponent < 0 { whole / power } else { whole * power }
    };
    let size = number(1);
    let from = (low / size).floor() as i64;
    let to = (high / size).ceil() as i64;
    let middle = (low + high) / 2.0;
    (from..=to)
        .filter(|count| number(*count) > low && number(*count) <= high)
        .max_by(|a, b| {
            let off = |count: i64| (number(count) - middle).abs();
            roundness(*a * digit).cmp(&roundness(*b * digit)).then(off(*b).total_cmp(&off(*a)))
        })
        .map(number)
}

/// How round a whole number is: two for every power of ten that divides it, one more for a five.
fn roundness(number: i64) -> u32 {
    if number == 0 {
        return u32::MAX;
    }
    let (mut rest, mut tens) = (number, 0);
    while rest % 10 == 0 {
        rest /= 10;
        tens += 2;
    }
    tens + u32::from(rest % 5 == 0)
}

/// Which `count` of the gaps to cut at, and what spread remains inside the classes.
fn cut(sums: &Sums, gaps: &[(usize, f64)], count: usize) -> (Vec<usize>, f64) {
    // least[g]: the best cuts of the figures before gap g, that gap being the last cut.
    let mut least: Vec<(Vec<usize>, f64)> =
        gaps.iter().enumerate().map(|(gap, (end, _))| (vec![gap], sums.spread(0, *end))).collect();
    for _ in 1..count {
        least = (0..gaps.len())
            .map(|gap| {
                let (end, _) = gaps[gap];
                let longer = |before: usize| {
                    let cost = least[before].1 + sums.spread(gaps[before].0, end);
                    (before, cost)
                };
                let best = (0..gap).map(longer).min_by(|a, b| a.1.total_cmp(&b.1));
                best.map_or((Vec::new(), f64::INFINITY), |(before, cost)| {
                    let mut cuts = least[before].0.clone();
                    cuts.push(gap);
                    (cuts, cost)
                })
            })
            .collect();
    }
    let whole = least
        .into_iter()
        .zip(gaps)
        .map(|((cuts, cost), (end, _))| (cuts, cost + sums.spread(*end, sums.count())));
    whole.min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((Vec::new(), f64::INFINITY))
}

/// Sums of ascending figures and of their squares up to each, so that the spread of any part of them is one step: there
/// may be many thousand.
struct Sums(Vec<[f64; 2]>);

impl Sums {
    fn of(figures: &[f64]) -> Self {
        // Counted from their middle, so that squares do not drown what differs.
        let middle = figures.iter().sum::<f64>() / figures.len().max(1) as f64;
        let mut last = [0.0; 2];
        let sums = figures.iter().map(|figure| {
            let off = figure - middle;
            last = [last[0] + off, last[1] + off * off];
            last
        });
        Self(std::iter::once([0.0; 2]).chain(sums.collect::<Vec<_>>()).collect())
    }

    fn count(&self) -> usize {
        self.0.len() - 1
    }

    /// The sum of squared distances from their mean, of the figures from one to before another.
    fn spread(&self, from: usize, to: usize) -> f64 {
        let [sum, squares] = [0, 1].map(|part| self.0[to][part] - self.0[from][part]);
        (squares - sum * sum / (to - from).max(1) as f64).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_are_round_and_lie_in_gaps() {
        let cases: [(&[f64], u8, &[f64]); 9] = [
            (
                &[40.0, 45.0, 58.0, 64.0, 71.0, 74.0, 83.0, 96.0, 102.0, 131.0, 148.0],
                0,
                &[50.0, 70.0, 90.0, 120.0],
            ),
            (&[], 0, &[]),
            (&[7.0], 0, &[]),
            (&[7.0, 7.0, 7.0], 1, &[]),
            (&[0.0, 1.0, 1.0, 2.0], 0, &[1.0, 2.0]),
            (&[0.1, 0.3, 0.3], 1, &[0.2]),
            (&[49.96, 50.0, 50.04], 1, &[]),
            (&[-10.0, 10.0], 0, &[0.0]),
            (&[1.0e9, 3.0e9], 0, &[2.0e9]),
        ];
        for (figures, decimals, breaks) in cases {
            let classing = Classing::of(figures.iter().copied(), decimals);
            assert_eq!(classing.breaks, breaks, "{figures:?}");
        }
    }

    #[test]
    fn every_class_holds_a_figure() {
        // A simple generator: figures of all sizes, many of them equal.
        let mut state = 1u64;
        for round in 0..200 {
            let figures: Vec<f64> = (0..round % 40)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    ((state >> 40) % 1000) as f64 / [1.0, 10.0, 1000.0][round % 3]
                })
                .collect();
            let classing = Classing::of(figures.iter().copied(), 1);
            assert!(classing.breaks.len() < CLASSES);
            let classes: Vec<usize> =
                figures.iter().map(|figure| classing.class(shown(*figure, 1))).collect();
            for class in 0..=classing.breaks.len() {
                assert!(figures.is_empty() || classes.contains(&class), "{figures:?} {classing:?}");
            }
        }
    }

    #[test]
    fn few_classes_are_spread_over_the_ramp() {
        let tones = |count: usize| {
            let classing = Classing { breaks: vec![0.0; count - 1] };
            (0..count).map(|class| classing.tone(class)).collect::<Vec<_>>()
        };
        assert_eq!(tones(1), [3]);
        assert_eq!(tones(2), [2, 4]);
        assert_eq!(tones(3), [1, 3, 5]);
        assert_eq!(tones(4), [1, 2, 3, 5]);
        assert_eq!(tones(5), [1, 2, 3, 4, 5]);
    }
}
