//! Sites by what is known of their place: on the map by township, outside the district, or nowhere yet.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::place::Place;
use super::scope::Scope;
use crate::domain::{Edition, Lang, Precision, Site, Township, format};

/// A site on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSite {
    /// Its number in the list.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its domain's number in the plan's order, from 1.
    pub domain: usize,
    /// Longitude and latitude in degrees.
    pub at: [f64; 2],
    /// How exact that is.
    pub precision: Precision,
    /// Everything else about it: township, domain, how exact its place is.
    pub detail: Arc<str>,
}

/// The sites of a township.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteGroup {
    /// The township's code; `None` where the data name none.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Its sites.
    pub sites: Vec<MapSite>,
}

/// A site that is not on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplaced {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its domain's number, from 1.
    pub domain: usize,
    /// The character of its domain's seal.
    pub seal: String,
    /// Where there is more about it.
    pub place: Place,
}

/// All sites, or those of one domain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// The sites on the map by township, the township with the most first.
    pub groups: Vec<SiteGroup>,
    /// How many sites are on the map.
    pub placed: usize,
    /// How many sites of each domain are on the map, in the plan's order and whichever are shown.
    pub by_domain: Vec<usize>,
    /// Sites whose place is not known.
    pub unplaced: Vec<Unplaced>,
    /// Names of the sites outside the district, which are never mapped.
    pub outside: Vec<String>,
}

// No coordinate is anything but a number, so that the same places are told to be equal by their address alone.
impl Eq for Places {}

impl Places {
    /// The sites on the map, by number.
    pub fn sites(&self) -> impl Iterator<Item = &MapSite> {
        self.groups.iter().flat_map(|group| &group.sites)
    }

    /// A site by its place among [`Places::sites`].
    pub fn site(&self, mut index: usize) -> Option<&MapSite> {
        for group in &self.groups {
            match group.sites.get(index) {
                Some(site) => return Some(site),
                None => index -= group.sites.len(),
            }
        }
        None
    }

    /// Those of the sites on the map that are wanted, with the numbers that they have among all.
    #[must_use]
    pub fn only(mut self, is_wanted: impl Fn(&str) -> bool) -> Self {
        for group in &mut self.groups {
            group.sites.retain(|site| is_wanted(&site.id));
        }
        self.groups.retain(|group| !group.sites.is_empty());
        self.placed = self.sites().count();
        self.unplaced.retain(|site| is_wanted(&site.id));
        self.outside.clear();
        self
    }

    /// How many sites of a township are on the map.
    pub fn count_in(&self, code: &str) -> usize {
        let group = self.groups.iter().find(|group| group.code.as_deref() == Some(code));
        group.map_or(0, |group| group.sites.len())
    }
}

/// The sites of a domain, or all where `domain` names none. A site's number is the same in both.
pub fn places(scope: &Scope<'_>, domain: Option<&str>) -> Places {
    let (edition, lang) = (scope.edition, scope.lang);
    let wanted = domain.filter(|id| edition.domain(id).is_some());
    let shown = |site: &Site| wanted.is_none_or(|domain| site.domain == domain);
    let mut groups = groups(scope);
    let mut by_domain = vec![0; edition.domains.len()];
    for site in groups.iter().flat_map(|group| &group.sites) {
        if let Some(count) = by_domain.get_mut(site.domain - 1) {
            *count += 1;
        }
    }
    if let Some(number) = wanted.map(|domain| domain_number(scope, domain)) {
        groups.iter_mut().for_each(|group| group.sites.retain(|site| site.domain == number));
        groups.retain(|group| !group.sites.is_empty());
    }
    let elsewhere = || edition.sites.iter().filter(|site| shown(site) && !is_placed(site));
    let unplaced = elsewhere().filter(|site| !site.outside).map(|site| Unplaced {
        id: site.id.clone(),
        name: site.name.get(lang).into(),
        domain: domain_number(scope, &site.domain),
        seal: edition.domain(&site.domain).map(|domain| domain.seal.clone()).unwrap_or_default(),
        place: Place::site(edition, site),
    });
    let outside = elsewhere().filter(|site| site.outside).map(|site| site.name.get(lang).to_owned());
    Places {
        by_domain,
        placed: groups.iter().map(|group| group.sites.len()).sum(),
        unplaced: unplaced.collect(),
        outside: outside.collect(),
        groups,
    }
}

/// A site's township, or why it has none, in words.
pub fn whereabouts<'a>(edition: &'a Edition, site: &Site, lang: Lang) -> &'a str {
    match site.township.as_deref().and_then(|code| edition.township(code)) {
        _ if site.outside => lang.pick("区外", "outside the district"),
        Some(township) => township.name.get(lang),
        None => lang.pick("位置待补", "place to be added"),
    }
}

/// Whether a site is on the map.
pub fn is_placed(site: &Site) -> bool {
    site.at.is_some() && !site.outside
}

/// How exact a place is, in a word or two.
pub fn exactness(precision: Precision, lang: Lang) -> &'static str {
    match precision {
        Precision::Exact => lang.pick("准确", "exact"),
        Precision::Approx2km => lang.pick("约2公里", "about 2 km"),
        Precision::TownshipCentroid => lang.pick("只知街镇", "township only"),
    }
}

/// Coordinates written no finer than they are known: `北纬27.97°，东经120.58°`. `None` where only the township is known, whose
/// point must not look like an address.
pub fn position([lon, lat]: [f64; 2], precision: Precision, lang: Lang) -> Option<String> {
    let decimals = match precision {
        Precision::Exact => 5,
        Precision::Approx2km => 2,
        Precision::TownshipCentroid => return None,
    };
    let (north, east) = (lat >= 0.0, lon >= 0.0);
    let (lat, lon) = (format::number(lat.abs(), decimals), format::number(lon.abs(), decimals));
    Some(match lang {
        Lang::Zh => format!(
            "{}{lat}°，{}{lon}°",
            if north { "北纬" } else { "南纬" },
            if east { "东经" } else { "西经" }
        ),
        Lang::En => {
            format!("{lat}° {}, {lon}° {}", if north { "N" } else { "S" }, if east { "E" } else { "W" })
        }
    })
}

fn domain_number(scope: &Scope<'_>, id: &str) -> usize {
    scope.edition.domains.iter().position(|domain| domain.id == id).unwrap_or(0) + 1
}

fn groups(scope: &Scope<'_>) -> Vec<SiteGroup> {
    let (towns, lang) = (&scope.edition.townships, scope.lang);
    let order: BTreeMap<&str, usize> =
        towns.iter().enumerate().map(|(index, town)| (town.code.as_str(), index)).collect();
    // One group a township, and a last one for sites without, or with a code that no township has.
    let mut sites: Vec<Vec<&Site>> = vec![Vec::new(); towns.len() + 1];
    for site in scope.edition.sites.iter().filter(|site| is_placed(site)) {
        let town = site.township.as_deref().and_then(|code| order.get(code));
        sites[town.copied().unwrap_or(towns.len())].push(site);
    }
    let mut groups: Vec<(Option<&Township>, Vec<&Site>)> =
        towns.iter().map(Some).chain([None]).zip(sites).filter(|(_, sites)| !sites.is_empty()).collect();
    groups.sort_by_key(|(town, sites)| (town.is_none(), std::cmp::Reverse(sites.len())));
    let mut details = Details::new();
    let mut number = 0;
    let groups = groups.into_iter().map(|(town, sites)| SiteGroup {
        code: town.map(|town| town.code.clone()),
        name: town.map_or(lang.pick("街镇不详", "Township not known"), |town| town.name.get(lang)).into(),
        sites: sites
            .into_iter()
            .map(|site| {
                number += 1;
                map_site(scope, site, town, number, &mut details)
            })
            .collect(),
    });
    groups.collect()
}

/// What is said of sites by township, domain and precision; many thousand sites share some hundred such sentences.
type Details<'a> = HashMap<(&'a str, &'a str, Precision), (usize, Arc<str>)>;

fn map_site<'a>(
    scope: &Scope<'a>,
    site: &'a Site,
    town: Option<&'a Township>,
    number: usize,
    details: &mut Details<'a>,
) -> MapSite {
    let precision = site.precision.unwrap_or(Precision::TownshipCentroid);
    let key = (town.map_or("", |town| town.code.as_str()), site.domain.as_str(), precision);
    let (domain, detail) = details
        .entry(key)
        .or_insert_with(|| (domain_number(scope, &site.domain), detail(scope, site, town, precision)));
    MapSite {
        number,
        id: site.id.clone(),
        name: site.name.get(scope.lang).into(),
        domain: *domain,
        at: site.at.unwrap_or_default(),
        precision,
        detail: detail.clone(),
    }
}

fn detail(scope: &Scope<'_>, site: &Site, town: Option<&Township>, precision: Precision) -> Arc<str> {
    let lang = scope.lang;
    let exact = precise(precision, lang);
    let domain = scope.edition.domain(&site.domain).map(|domain| domain.name.get(lang));
    let parts: Vec<&str> =
        town.map(|town| town.name.get(lang)).into_iter().chain(domain).chain([exact]).collect();
    parts.join(lang.pick("，", ", ")).into()
}

/// How exact a place is, in words.
pub fn precise(precision: Precision, lang: Lang) -> &'static str {
    match precision {
        Precision::Exact => lang.pick("位置准确", "exact place"),
        Precision::Approx2km => lang.pick("位置约2公里内", "within about 2 km"),
        Precision::TownshipCentroid => {
            lang.pick("只知街镇，标在街镇点上", "only the township is known; drawn at its point")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_no_finer_than_they_are_known() {
        let at = |precision, lang| position([120.578_123_4, -27.97], precision, lang);
        assert_eq!(at(Precision::Approx2km, Lang::En).as_deref(), Some("27.97° S, 120.58° E"));
        assert_eq!(at(Precision::Exact, Lang::Zh).as_deref(), Some("南纬27.97000°，东经120.57812°"));
        assert_eq!(at(Precision::TownshipCentroid, Lang::Zh), None);
    }
}
