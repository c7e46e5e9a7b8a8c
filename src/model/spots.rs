//! Marks of sites on a map, with their words: what would cover each other is one mark with a count.

use super::clusters::{Clusters, Mark};
use super::outline::{Projection, distance};
use super::places::{MapSite, Places};
use crate::domain::{Lang, Precision, plane};

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
    /// What a click on it means: the id of its site, or what [`heap`] reads.
    pub name: String,
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
}

/// The marks of the sites that are seen; `chosen` is the id of the site that the reader chose.
pub fn spots(
    clusters: &Clusters,
    places: &Places,
    chosen: Option<&str>,
    projection: &Projection,
    sight: Sight,
    lang: Lang,
) -> Vec<Spot> {
    let chosen = chosen.and_then(|id| places.sites().position(|site| site.id == id));
    let position = chosen.and_then(|site| clusters.position(site));
    let spot = |mark: &Mark| {
        let chosen = chosen.filter(|_| position.is_some_and(|position| mark.range().contains(&position)));
        let first = clusters.sites(mark.range()).first().map(|site| *site as usize);
        let first = places.site(chosen.or(first)?)?;
        let tip = if mark.count() == 1 { words(first) } else { list(clusters, places, mark, lang) };
        Some(Spot {
            at: first.at,
            domain: (mark.count() == 1).then_some(first.domain),
            count: mark.count(),
            vague: mark.vague,
            exact: mark.exact,
            name: if mark.count() == 1 { first.id.clone() } else { heap_name(mark) },
            tip,
            chosen: chosen.map(|_| words(first)),
        })
    };
    clusters.seen(projection, sight).filter_map(spot).collect()
}

/// The mark of a site alone, as the reader chose it.
pub fn alone(site: &MapSite) -> Spot {
    Spot {
        at: site.at,
        domain: Some(site.domain),
        count: 1,
        vague: site.precision == Precision::TownshipCentroid,
        exact: site.precision == Precision::Exact,
        name: site.id.clone(),
        tip: words(site),
        chosen: Some(words(site)),
    }
}

/// No id of a record begins so.
const HEAP: char = '*';

fn heap_name(mark: &Mark) -> String {
    let range = mark.range();
    format!("{HEAP}{}-{}", range.start, range.end)
}

/// The sites that a mark's name says it stands for; `None` of the name of a site.
pub fn heap<'a>(name: &str, clusters: &'a Clusters) -> Option<&'a [u32]> {
    let (start, end) = name.strip_prefix(HEAP)?.split_once('-')?;
    Some(clusters.sites(start.parse().ok()?..end.parse().ok()?))
}

/// West, south, east and north ends of some sites; `None` of none.
pub fn extent(sites: &[u32], places: &Places) -> Option<[f64; 4]> {
    plane::extent(sites.iter().filter_map(|site| places.site(*site as usize)).map(|site| site.at))
}

/// The mark that a site stands in: its own, or the nearest.
pub fn mark_of<'a>(spots: &'a [Spot], site: &MapSite) -> Option<&'a Spot> {
    let far = |spot: &Spot| distance(spot.at, site.at);
    let own = spots.iter().find(|spot| spot.name == site.id);
    own.or_else(|| spots.iter().min_by(|a, b| far(a).total_cmp(&far(b))))
}

fn words(site: &MapSite) -> String {
    format!("{} {}\n{}", site.number, site.name, site.detail)
}

fn list(clusters: &Clusters, places: &Places, mark: &Mark, lang: Lang) -> String {
    let count = mark.count();
    let mut lines = vec![lang.pick(format!("{count}处地点"), format!("{count} sites"))];
    let first = clusters.sites(mark.range()).iter().take(LISTED);
    let names = first.filter_map(|site| places.site(*site as usize));
    lines.extend(names.map(|site| format!("{} {}", site.number, site.name)));
    if count > LISTED {
        let rest = count - LISTED;
        lines.push(lang.pick(format!("另有{rest}处"), format!("and {rest} more")));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::places::SiteGroup;

    fn site(number: usize, at: [f64; 2]) -> MapSite {
        MapSite {
            number,
            id: format!("s{number}"),
            name: String::new(),
            domain: 1,
            at,
            precision: Precision::Approx2km,
            detail: "".into(),
        }
    }

    fn places(sites: Vec<MapSite>) -> Places {
        let placed = sites.len();
        Places {
            groups: vec![SiteGroup { code: None, name: String::new(), sites }],
            placed,
            ..Places::default()
        }
    }

    #[test]
    fn near_sites_share_a_mark_until_the_map_is_magnified() {
        // A degree is 100 pixels here.
        let projection = Projection::fit([0.0, -0.5, 1.0, 0.5], [100.0, 100.0], [0.0; 4]);
        let at = [[0.1, 0.0], [0.1, 0.0], [0.2, 0.0], [0.9, 0.0]];
        let places = places(at.into_iter().enumerate().map(|(index, at)| site(index + 1, at)).collect());
        let clusters = Clusters::of(&places, &projection);
        let marks =
            |zoom: f64| spots(&clusters, &places, None, &projection, Sight { zoom, window: None }, Lang::Zh);
        let counts = |zoom: f64| -> Vec<usize> { marks(zoom).iter().map(|spot| spot.count).collect() };
        assert_eq!(counts(1.0), [3, 1]);
        assert_eq!(counts(2.0), [2, 1, 1]);
        assert_eq!(counts(1000.0), [2, 1, 1], "the same point stays one mark");
        let shared = heap(&marks(1.0)[0].name, &clusters).unwrap();
        assert_eq!(shared, [0, 1, 2]);
        assert_eq!(extent(shared, &places), Some([0.1, 0.0, 0.2, 0.0]));
        assert_eq!(heap("s1", &clusters), None);
        assert_eq!(heap("*9-99", &clusters), Some([].as_slice()));
    }

    #[test]
    fn the_chosen_site_is_told_in_its_mark() {
        let projection = Projection::fit([0.0, 0.0, 1.0, 1.0], [1000.0, 1000.0], [0.0; 4]);
        let point = |n: u32| [f64::from(n % 141) / 141.0, f64::from(n % 137) / 137.0];
        let places = places((0..20_000u32).map(|n| site(n as usize, point(n))).collect());
        let clusters = Clusters::of(&places, &projection);
        let all = spots(&clusters, &places, Some("s77"), &projection, Sight::WHOLE, Lang::En);
        assert_eq!(all.iter().map(|spot| spot.count).sum::<usize>(), 20_000);
        let chosen: Vec<&Spot> = all.iter().filter(|spot| spot.chosen.is_some()).collect();
        assert!(matches!(chosen[..], [spot] if spot.at == point(77)));
    }
}
