//! One little map for each of several months, all in the same classes.

use super::super::choropleth::{Legend, why};
use super::super::map::said_of;
use super::super::outline::{Projection, Shape, path_of};
use super::super::scope::Scope;
use super::super::small_map::{WIDTH, frame};
use super::ramp::Ramp;
use crate::domain::{Month, format};
use crate::route::Every;
use crate::snapshot::Boundaries;

/// A little map.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiple {
    /// Its month as the address names it; `None` for the edition's own.
    pub month: Option<Month>,
    /// Its month in little room.
    pub name: String,
    /// What it shows, in a sentence without its full stop.
    pub finding: String,
    /// The tone of each township in [`Multiples::shapes`]; `None` is hatched.
    pub tones: Vec<Option<usize>>,
    /// The figure of each, or why there is none.
    pub values: Vec<String>,
    /// Whether it is the month chosen.
    pub chosen: bool,
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// The size of each picture in its own units.
    pub size: [f64; 2],
    /// The townships that have a boundary: name and SVG path data.
    pub shapes: Vec<(String, String)>,
    /// The district's outline as SVG path data.
    pub outline: String,
    /// The maps, the first month first.
    pub maps: Vec<Multiple>,
    /// What the tones mean in every one of them; its counts are those of the last map.
    pub legend: Legend,
    /// The layer's name.
    pub name: String,
}

/// The little maps of a layer; `None` where there are no boundaries, or no figures.
pub fn multiples(
    scope: &Scope<'_>,
    ramp: &Ramp,
    every: Every,
    chosen: Month,
    townships: &Boundaries,
    district: Option<&Boundaries>,
) -> Option<Multiples> {
    let lang = scope.lang;
    let extent = district.and_then(Boundaries::extent).or_else(|| townships.extent())?;
    let (size, projection) = close(extent);
    let months = months(ramp.months, every);
    let last = ramp.shade(scope, *months.last()?)?;
    let drawn: Vec<(usize, Shape)> = last
        .towns
        .iter()
        .enumerate()
        .filter_map(|(at, town)| Some((at, Shape::of(townships.region(&town.code)?, &projection))))
        .collect();
    let map = |month: &Month| {
        let shaded = ramp.shade(scope, *month)?;
        let pick = || drawn.iter().map(|(at, _)| &shaded.towns[*at]);
        Some(Multiple {
            month: (*month != ramp.months[1]).then_some(*month),
            name: format::short_month(*month, lang),
            tones: pick().map(|town| town.tone).collect(),
            values: pick()
                .map(|town| if town.value.is_empty() { why(None, *month, lang) } else { town.value.clone() })
                .collect(),
            finding: said_of(*month, &shaded.finding, lang),
            chosen: *month == chosen,
        })
    };
    Some(Multiples {
        size,
        shapes: drawn.iter().map(|(at, shape)| (last.towns[*at].short.clone(), shape.path())).collect(),
        outline: district.map(|district| path_of(district, &projection)).unwrap_or_default(),
        maps: months.iter().filter_map(map).collect(),
        legend: last.legend,
        name: last.name,
    })
}

/// The months that have a map of their own.
fn months([first, last]: [Month; 2], every: Every) -> Vec<Month> {
    first.to(last).filter(|month| every == Every::Month || month.month() == 12 || *month == last).collect()
}

/// The size of a picture without names around the land, and how the extent lies in it.
fn close(extent: [f64; 4]) -> ([f64; 2], Projection) {
    let (height, _) = frame(extent);
    let size = [WIDTH, height];
    (size, Projection::fit(extent, size, [6.0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_end_in_december_and_with_the_edition() {
        let range = ["2020-03", "2022-06"].map(|month| month.parse::<Month>().unwrap());
        let said: Vec<String> = months(range, Every::Year).iter().map(Month::to_string).collect();
        assert_eq!(said, ["2020-12", "2021-12", "2022-06"]);
        assert_eq!(months(range, Every::Month).len(), 28);
        let one = ["2022-12"; 2].map(|month| month.parse::<Month>().unwrap());
        assert_eq!(months(one, Every::Year).len(), 1);
    }
}
