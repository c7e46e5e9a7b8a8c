//! A goal against another edition that the reader chose.

use super::scope::Scope;
use super::words;
use crate::domain::{Indicator, Light, Standing, change, format, standing};

/// What is different in the edition shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versus {
    /// Against what: `较2022年5月`.
    pub since: String,
    /// The figure's change with its unit, or why none can be told; empty where it is no measure.
    pub change: String,
    /// The light there and here, where they differ.
    pub turn: Option<(Light, Light)>,
}

/// The month of the other edition in words, where there is one: `较2022年5月`.
pub fn since(scope: &Scope<'_>) -> Option<String> {
    let month = format::month(scope.compared?.month, scope.lang);
    Some(scope.lang.pick(format!("较{month}"), format!("Against {month}")))
}

/// The goal here against the same goal in the other edition; `None` where the reader compares nothing.
pub fn versus(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Option<Versus> {
    let (other, lang) = (scope.compared?, scope.lang);
    let since = since(scope)?;
    let Some(before) = other.indicator(&indicator.id) else {
        return Some(Versus { since, change: lang.pick("新增", "new").into(), turn: None });
    };
    let change = if !indicator.goal.kind.is_measured() {
        String::new()
    } else if before.unit != indicator.unit {
        lang.pick("单位不同，不能比较", "another unit, not comparable").into()
    } else {
        let change = change::between((&before.series, other.month), (&indicator.series, scope.edition.month));
        words::change(change, &indicator.unit, lang)
    };
    let light = standing::of_indicator(before, other, scope.rule).light;
    Some(Versus { since, change, turn: (light != standing.light).then_some((light, standing.light)) })
}
