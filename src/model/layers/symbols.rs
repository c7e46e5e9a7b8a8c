//! Circles whose areas are as large as the figures they stand for.

use super::super::outline::{Shape, tenth};
use crate::domain::{Lang, Unit, format};

/// A circle at a township.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// The township's code.
    pub code: String,
    /// Its middle, in degrees.
    pub at: [f64; 2],
    /// Its radius, in pixels.
    pub radius: f64,
    /// What stands in its tooltip.
    pub tip: String,
}

/// A circle of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Nested {
    /// Its radius, in pixels.
    pub radius: f64,
    /// How far above the line on which it stands its words stand, in pixels.
    pub above: f64,
    /// Its figure.
    pub words: String,
}

/// From one line of the legend's words to the next, in pixels.
const LINE: f64 = 15.0;

/// What the sizes of circles mean: the same in every month.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbols {
    /// The largest figure, which has the largest circle.
    pub largest: f64,
    /// Figures for the legend, the largest first: each with its words.
    pub steps: Vec<(f64, String)>,
    /// The unit.
    pub unit: String,
}

impl Symbols {
    /// The sizes of figures; `None` where one is below nothing, or none above it: a circle could not show that.
    pub fn of(figures: impl IntoIterator<Item = f64>, unit: &Unit, lang: Lang) -> Option<Self> {
        let mut figures = figures.into_iter();
        let largest = figures.try_fold(0.0f64, |most, figure| (figure >= 0.0).then(|| most.max(figure)))?;
        let least = 10f64.powi(-i32::from(unit.decimals(lang))) / unit.scale(1.0, lang);
        let wanted = [largest, largest / 4.0, largest / 20.0].map(|figure| {
            // Round as it is written, which may be in another unit than the data's.
            round(unit.scale(figure, lang)) / unit.scale(1.0, lang)
        });
        let mut steps: Vec<f64> =
            wanted.into_iter().filter(|figure| *figure >= least * (1.0 - 1e-9)).collect();
        steps.dedup();
        let write = |figure: f64| (figure, format::trimmed(unit.scale(figure, lang), unit.decimals(lang)));
        (largest > 0.0).then(|| Self {
            largest,
            steps: steps.into_iter().map(write).collect(),
            unit: unit.label(lang).into(),
        })
    }

    /// The legend where the largest figure's circle has the radius `most`: circles that stand on one line, the largest
    /// first, with words that do not lie on each other.
    pub fn nested(&self, most: f64) -> Vec<Nested> {
        let circle = |(figure, words): &(f64, String)| {
            let radius = tenth(self.radius(*figure, most));
            Nested { radius, above: radius * 2.0, words: words.clone() }
        };
        let mut nested: Vec<Nested> = self.steps.iter().map(circle).collect();
        let mut free = f64::NEG_INFINITY;
        for one in nested.iter_mut().rev() {
            one.above = one.above.max(free);
            free = one.above + LINE;
        }
        nested
    }

    /// The radius of a figure's circle where the largest has `most`.
    pub fn radius(&self, figure: f64, most: f64) -> f64 {
        most * (figure.max(0.0) / self.largest).sqrt()
    }
}

/// The largest of 1, 2 and 5 times a power of ten that is not above a figure; 0 of nothing.
fn round(figure: f64) -> f64 {
    if figure <= 0.0 {
        return 0.0;
    }
    let power = 10f64.powi(figure.log10().floor() as i32);
    let digit = [5.0, 2.0].into_iter().find(|digit| digit * power <= figure * (1.0 + 1e-9)).unwrap_or(1.0);
    digit * power
}

/// A point inside a shape for its circle: the middle of its largest ring, else of its widest stretch at that height.
pub fn middle(shape: &Shape) -> Option<[f64; 2]> {
    let ring = shape.rings.iter().max_by(|a, b| doubled(a).abs().total_cmp(&doubled(b).abs()))?;
    let area = doubled(ring);
    let next = ring.iter().cycle().skip(1);
    let sum = ring.iter().zip(next).fold([0.0; 2], |[x, y], (from, to)| {
        let cross = from[0] * to[1] - to[0] * from[1];
        [x + (from[0] + to[0]) * cross, y + (from[1] + to[1]) * cross]
    });
    let centre = if area == 0.0 { *ring.first()? } else { sum.map(|part| part / (3.0 * area)) };
    if shape.contains(centre) {
        return Some(centre);
    }
    let height = centre[1];
    let crossing = |[from, to]: [[f64; 2]; 2]| {
        ((from[1] > height) != (to[1] > height))
            .then(|| from[0] + (height - from[1]) / (to[1] - from[1]) * (to[0] - from[0]))
    };
    let mut crossed: Vec<f64> = shape.sides().filter_map(crossing).collect();
    crossed.sort_by(f64::total_cmp);
    let stretches = crossed.chunks_exact(2).map(|ends| [ends[0], ends[1]]);
    let widest = stretches.max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
    Some(widest.map_or(centre, |[left, right]| [(left + right) / 2.0, height]))
}

/// Twice the signed area of a ring.
fn doubled(ring: &[[f64; 2]]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(from, to)| from[0] * to[1] - to[0] * from[1]).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::UnitKind;

    fn unit(decimals: u8, en_factor: f64) -> Unit {
        Unit {
            zh: "家".into(),
            en: "firms".into(),
            kind: UnitKind::Count,
            decimals,
            en_factor,
            en_decimals: None,
        }
    }

    #[test]
    fn areas_are_as_large_as_figures() {
        let symbols = Symbols::of([161.0, 40.0, 0.0], &unit(0, 1.0), Lang::Zh).unwrap();
        let area = |figure: f64| symbols.radius(figure, 30.0).powi(2);
        assert_eq!(symbols.radius(161.0, 30.0), 30.0);
        assert!((area(80.0) / area(40.0) - 2.0).abs() < 1e-9);
        assert!((area(161.0) / area(40.25) - 4.0).abs() < 1e-9);
        assert_eq!(symbols.radius(0.0, 30.0), 0.0);
    }

    #[test]
    fn the_legend_has_round_sizes() {
        let words = |figures: &[f64], unit: &Unit, lang| {
            let symbols = Symbols::of(figures.iter().copied(), unit, lang).unwrap();
            symbols.steps.into_iter().map(|(_, words)| words).collect::<Vec<_>>()
        };
        assert_eq!(words(&[161.0], &unit(0, 1.0), Lang::Zh), ["100", "20", "5"]);
        assert_eq!(words(&[3.0], &unit(0, 1.0), Lang::Zh), ["2"]);
        assert_eq!(words(&[58.0], &unit(1, 0.1), Lang::Zh), ["50", "10", "2"]);
        assert_eq!(words(&[58.0], &unit(1, 0.1), Lang::En), ["5", "1", "0.2"]);
    }

    #[test]
    fn words_of_the_legend_do_not_lie_on_each_other() {
        let symbols = Symbols::of([100.0], &unit(0, 1.0), Lang::Zh).unwrap();
        for most in [8.0, 20.0, 60.0] {
            let nested = symbols.nested(most);
            assert_eq!(nested.len(), 3);
            assert!(nested.windows(2).all(|two| two[0].above - two[1].above >= LINE - 1e-9), "{nested:?}");
            assert!(nested.iter().all(|one| one.above >= one.radius * 2.0));
        }
    }

    #[test]
    fn what_has_no_size_has_no_circle() {
        assert_eq!(Symbols::of([3.0, -1.0], &unit(0, 1.0), Lang::Zh), None);
        assert_eq!(Symbols::of([0.0], &unit(0, 1.0), Lang::Zh), None);
        assert_eq!(Symbols::of([], &unit(0, 1.0), Lang::Zh), None);
    }

    #[test]
    fn a_circle_stands_in_its_township() {
        let square = Shape { rings: vec![vec![[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]]] };
        assert_eq!(middle(&square), Some([2.0, 2.0]));
        // A horseshoe, open to the right: its middle lies in the opening.
        let bent = [
            [0.0, 0.0],
            [10.0, 0.0],
            [10.0, 1.0],
            [2.0, 1.0],
            [2.0, 9.0],
            [10.0, 9.0],
            [10.0, 10.0],
            [0.0, 10.0],
        ];
        let shoe = Shape { rings: vec![bent.to_vec()] };
        let at = middle(&shoe).unwrap();
        assert!(shoe.contains(at), "{at:?}");
        assert_eq!(middle(&Shape::default()), None);
    }
}
