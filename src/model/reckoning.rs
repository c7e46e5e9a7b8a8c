//! What stands against what in one row about an item: actual, due, gap and light, all of one month.

use super::scope::Scope;
use crate::domain::standing::Assessment;
use crate::domain::{Lang, Standing, Unit, format};

/// Actual, due, gap and light of an item, taken from one month of its history.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reckoning<'a> {
    /// The month, with all four.
    pub at: &'a Assessment,
    /// Whether that is the edition's month.
    pub is_newest: bool,
}

impl<'a> Reckoning<'a> {
    /// The latest due point, which decides the light; before the first the edition's month, in which nothing is due.
    /// `None` where the plan had not begun.
    pub fn of(scope: &Scope<'_>, standing: &'a Standing) -> Option<Self> {
        let at = standing.decided_by().or(standing.history.last())?;
        Some(Self { at, is_newest: at.month == scope.edition.month })
    }

    /// The month, as it has to stand beside the figures: `21年12月`; none of the edition's, of which the page is.
    pub fn month(&self, scope: &Scope<'_>) -> Option<String> {
        (!self.is_newest).then(|| format::short_month(self.at.month, scope.lang))
    }
}

/// Actual minus due, in the item's unit, such that it is written as the difference of the two as they are written:
/// figures are rounded each by itself, 83.9 less 81.45 would be 2.5 beside 83.9 and 81.5. Where the written ones are
/// the same it is the difference itself.
pub fn gap(assessment: &Assessment, unit: &Unit, lang: Lang) -> Option<f64> {
    let difference = assessment.difference()?;
    let digits = 10f64.powi(i32::from(unit.decimals(lang).max(1)));
    let written = |value: f64| (unit.scale(value, lang) * digits * (1.0 + 1e-12)).round();
    let apart = written(assessment.actual()?) - written(assessment.point?.plan);
    if apart == 0.0 || apart == written(difference) {
        return Some(difference);
    }
    Some(apart / digits / unit.scale(1.0, lang))
}
