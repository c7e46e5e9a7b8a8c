//! The classes of a layer over all months of the plan that the edition reaches: a tone means the same in each of them.

use super::super::choropleth::{self, Choropleth};
use super::super::classing::Classing;
use super::super::scope::Scope;
use super::cuts;
use super::distance::{Middle, shade_by_distance};
use super::symbols::Symbols;
use crate::domain::{Month, UnitKind};
use crate::route::Classes;

/// A layer with its classes.
#[derive(Clone, Debug, PartialEq)]
pub struct Ramp {
    /// The indicator's id.
    pub layer: String,
    /// How the classes were made; what the reader asked for, where the figures allow it.
    pub classes: Classes,
    /// In which ways they can be made.
    pub offered: Vec<Classes>,
    /// The first and the last month whose figures are in them.
    pub months: [Month; 2],
    /// How circles show the figures; `None` where a figure is no size, such as a share.
    pub symbols: Option<Symbols>,
    classing: Classing,
    middle: Option<Middle>,
}

/// The classes of the layer that is asked for; `None` where no indicator has figures per township.
pub fn ramp(scope: &Scope<'_>, wanted: Option<&str>, classes: Classes) -> Option<Ramp> {
    let edition = scope.edition;
    let indicator = choropleth::layer(edition, wanted)?;
    let unit = &indicator.unit;
    let figures = || {
        let series = edition.townships.iter().filter_map(|town| indicator.townships.get(&town.code));
        series.flat_map(|series| {
            let months = edition.start.to(edition.month);
            months.filter_map(move |month| Some((month, series.number(month)?)))
        })
    };
    let middle = Middle::of(indicator, edition.start, scope.rule);
    let offered: Vec<Classes> =
        Classes::ALL.iter().copied().filter(|way| *way != Classes::Target || middle.is_some()).collect();
    let classes = if offered.contains(&classes) { classes } else { Classes::default() };
    let numbers = || figures().map(|(_, number)| number);
    let middle = middle.filter(|_| classes == Classes::Target);
    let classing = match (classes, &middle) {
        (Classes::Quantile, _) => cuts::quantile(numbers(), unit.decimals),
        (Classes::Equal, _) => cuts::equal(numbers(), unit.decimals),
        (_, Some(middle)) => {
            let distances = figures().map(|(month, number)| middle.distance(number, month));
            cuts::around(distances, middle.declared, unit.decimals)
        }
        _ => Classing::of(numbers(), unit.decimals),
    };
    let is_size = unit.kind != UnitKind::Percent;
    Some(Ramp {
        layer: indicator.id.clone(),
        classes,
        offered,
        months: [edition.start, edition.month],
        symbols: is_size.then(|| Symbols::of(numbers(), unit, scope.lang)).flatten(),
        classing,
        middle,
    })
}

impl Ramp {
    /// The month that is shown when the reader asks for one: never after the edition's, nor before the plan.
    pub fn month(&self, wanted: Option<Month>) -> Month {
        let [first, last] = self.months;
        wanted.map_or(last, |month| month.clamp(first, last))
    }

    /// The layer's figures in a month, in its classes.
    pub fn shade(&self, scope: &Scope<'_>, month: Month) -> Option<Choropleth> {
        let indicator = scope.edition.indicator(&self.layer)?;
        Some(match &self.middle {
            Some(middle) => shade_by_distance(scope, indicator, month, &self.classing, middle),
            None => choropleth::shade(scope, indicator, month, &self.classing),
        })
    }
}
