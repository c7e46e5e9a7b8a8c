//! Marks of sites on a map: what would cover each other becomes one mark with a count.

use std::collections::BTreeMap;

use super::outline::{Projection, distance};
use super::places::MapSite;
use crate::domain::{Lang, Precision};

/// Sites nearer than this to each other, in pixels, share a mark.
const NEAR: f64 = 14.0;
/// The same where there are more than [`MANY`] sites: most marks are discs then, and discs need room.
const NEAR_OF_MANY: f64 = 34.0;
/// How many sites are many.
const MANY: usize = 400;
/// How many names of a shared mark are listed.
const LISTED: usize = 10;

/// A mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where it is, in degrees.
    pub at: [f64; 2],
    /// The domain's number from 1; `None` for several sites.
    pub domain: Option<usize>,
    /// How many sites it stands for.
    pub count: usize,
    /// Whether of all of them only the township is known.
    pub vague: bool,
    /// Whether the place of one of them at least is exact.
    pub exact: bool,
    /// What a click on it means: the id of its site, or of the first of several.
    pub site: String,
    /// What stands in its tooltip.
    pub tip: String,
    /// The words of the chosen site, if it is among them.
    pub chosen: Option<String>,
}

/// What part of a map is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// How many times the map is magnified.
    pub zoom: f64,
    /// The part that is seen, in degrees: west, south, east, north. `None` is all of it.
    pub window: Option<[f64; 4]>,
}

impl Sight {
    /// The whole map.
    pub const WHOLE: Sight = Sight { zoom: 1.0, window: None };

    fn sees(&self, [lon, lat]: [f64; 2]) -> bool {
        self.window.is_none_or(|[west, south, east, north]| {
            (west..=east).contains(&lon) && (south..=north).contains(&lat)
        })
    }
}

/// The marks of the sites that are seen; `chosen` is the id of the site that the reader chose.
pub fn spots<'a>(
    sites: impl Iterator<Item = &'a MapSite>,
    chosen: Option<&str>,
    projection: &Projection,
    sight: Sight,
    lang: Lang,
) -> Vec<Spot> {
    let sites: Vec<&MapSite> = sites.filter(|site| sight.sees(site.at)).collect();
    let near = if sites.len() > MANY { NEAR_OF_MANY } else { NEAR } / sight.zoom.max(0.01);
    let mut marks: Vec<([f64; 2], Vec<&MapSite>)> = Vec::new();
    // Marks by the cell they lie in: of many thousand sites each looks at its own and the eight around it.
    let mut cells: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
    for site in sites {
        let at = projection.point(site.at);
        let cell = ((at[0] / near).floor() as i32, (at[1] / near).floor() as i32);
        let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (cell.0 + x, cell.1 + y)));
        let mut known = around.filter_map(|cell| cells.get(&cell)).flatten();
        match known.find(|index| distance(marks[**index].0, at) < near) {
            Some(index) => marks[*index].1.push(site),
            None => {
                cells.entry(cell).or_default().push(marks.len());
                marks.push((at, vec![site]));
            }
        }
    }
    marks.into_iter().map(|(_, sites)| spot(&sites, chosen, lang)).collect()
}

/// The mark that a site stands in: its own, or the nearest.
pub fn mark_of<'a>(spots: &'a [Spot], site: &MapSite) -> Option<&'a Spot> {
    let far = |spot: &Spot| distance(spot.at, site.at);
    let own = spots.iter().find(|spot| spot.site == site.id);
    own.or_else(|| spots.iter().min_by(|a, b| far(a).total_cmp(&far(b))))
}

fn words(site: &MapSite) -> String {
    format!("{} {}\n{}", site.number, site.name, site.detail)
}

fn spot(sites: &[&MapSite], chosen: Option<&str>, lang: Lang) -> Spot {
    let chosen = sites.iter().find(|site| Some(site.id.as_str()) == chosen);
    let first = chosen.unwrap_or(&sites[0]);
    let tip = match sites {
        [site] => words(site),
        _ => {
            let count = sites.len();
            let mut lines = vec![lang.pick(format!("{count}处地点"), format!("{count} sites"))];
            lines.extend(sites.iter().take(LISTED).map(|site| format!("{} {}", site.number, site.name)));
            if count > LISTED {
                let rest = count - LISTED;
                lines.push(lang.pick(format!("另有{rest}处"), format!("and {rest} more")));
            }
            lines.join("\n")
        }
    };
    Spot {
        at: first.at,
        domain: (sites.len() == 1).then_some(first.domain),
        count: sites.len(),
        vague: sites.iter().all(|site| site.precision == Precision::TownshipCentroid),
        exact: sites.iter().any(|site| site.precision == Precision::Exact),
        site: first.id.clone(),
        tip,
        chosen: chosen.map(|site| words(site)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(number: usize, at: [f64; 2]) -> MapSite {
        MapSite {
            number,
            id: format!("s{number}"),
            name: String::new(),
            domain: 1,
            at,
            precision: Precision::Approx2km,
            detail: String::new(),
        }
    }

    #[test]
    fn near_sites_share_a_mark_until_the_map_is_magnified() {
        // A degree is 100 pixels here.
        let projection = Projection::fit([0.0, -0.5, 1.0, 0.5], [100.0, 100.0], [0.0; 4]);
        let sites = [site(1, [0.1, 0.0]), site(2, [0.1, 0.0]), site(3, [0.2, 0.0]), site(4, [0.9, 0.0])];
        let counts = |zoom: f64| -> Vec<usize> {
            let sight = Sight { zoom, window: None };
            spots(sites.iter(), None, &projection, sight, Lang::Zh).iter().map(|spot| spot.count).collect()
        };
        assert_eq!(counts(1.0), [3, 1]);
        assert_eq!(counts(2.0), [2, 1, 1]);
        assert_eq!(counts(1000.0), [2, 1, 1], "the same point stays one mark");
    }

    #[test]
    fn no_site_is_lost_among_many() {
        let projection = Projection::fit([0.0, 0.0, 1.0, 1.0], [1000.0, 1000.0], [0.0; 4]);
        let sites: Vec<MapSite> = (0..20_000u32)
            .map(|n| site(n as usize, [f64::from(n % 141) / 141.0, f64::from(n % 137) / 137.0]))
            .collect();
        let all = spots(sites.iter(), Some("s77"), &projection, Sight::WHOLE, Lang::En);
        assert_eq!(all.iter().map(|spot| spot.count).sum::<usize>(), 20_000);
        assert!(all.len() < 1_200);
        assert_eq!(all.iter().filter(|spot| spot.chosen.is_some()).count(), 1);
        let corner = Sight { zoom: 8.0, window: Some([0.0, 0.0, 0.25, 0.25]) };
        let seen = spots(sites.iter(), None, &projection, corner, Lang::En);
        assert!(seen.iter().map(|spot| spot.count).sum::<usize>() < 2_000);
    }
}
