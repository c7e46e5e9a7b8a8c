//! A goal's figures per township as bars, the largest first.

use super::choropleth::{Town, choropleth};
use super::scope::Scope;
use crate::domain::{Indicator, format, order};

/// A township's bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The township's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The figure as written, or the reason why there is none.
    pub value: String,
    /// Its change against the edition that the reader compares with; empty where there is none.
    pub change: String,
    /// The bar's length as a share of the longest, 0 to 1; `None` without a figure.
    pub share: Option<f64>,
}

/// The bars of a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Unit and month: `亿元，2022年6月`.
    pub subtitle: String,
    /// What the figures say, in a sentence.
    pub summary: String,
    /// Against what the changes are, where the reader compares.
    pub since: Option<String>,
    /// The townships, the largest figure first, those without one last.
    pub rows: Vec<Bar>,
}

/// The bars of an indicator; `None` where it has no figures per township.
pub fn bars(scope: &Scope<'_>, indicator: &Indicator) -> Option<Bars> {
    if indicator.townships.is_empty() {
        return None;
    }
    let lang = scope.lang;
    let shaded = choropleth(scope, Some(&indicator.id))?;
    let most = shaded.towns.iter().filter_map(|town| town.figure).fold(0.0, f64::max);
    let mut towns: Vec<&Town> = shaded.towns.iter().collect();
    let size = |town: &Town| town.figure.unwrap_or(f64::NEG_INFINITY);
    order::sort(&mut towns, |one, other| size(other).total_cmp(&size(one)));
    let rows = towns.into_iter().map(|town| Bar {
        code: town.code.clone(),
        name: town.name.clone(),
        value: town.value.clone(),
        change: town.change.clone(),
        share: town.figure.map(|figure| if most > 0.0 { (figure / most).clamp(0.0, 1.0) } else { 0.0 }),
    });
    let (unit, month) = (indicator.unit.label(lang), format::month(scope.edition.month, lang));
    Some(Bars {
        subtitle: lang.pick(format!("{unit}，{month}"), format!("{unit}, {month}")),
        summary: lang.pick(format!("{}。", shaded.finding), format!("{}.", shaded.finding)),
        since: shaded.since.clone(),
        rows: rows.collect(),
    })
}
