//! A domain's sites, with what is known of their place.

use super::super::kinds;
use super::super::places::is_placed;
use super::super::projects::is_site_of;
use super::super::scope::Scope;
use super::super::words::plural;
use crate::domain::{Domain, Precision, Site};

/// A site in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind in words.
    pub category: String,
    /// How exact its place is.
    pub place: String,
    /// The code of its township, where it is on the map.
    pub township: Option<String>,
    /// Whether it is on the map.
    pub placed: bool,
    /// Its project: id and name.
    pub project: Option<(String, String)>,
    /// The editor's remark, such as how it was placed.
    pub note: Option<String>,
}

/// Sites of one township, or those that are not on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteGroup {
    /// The township's name, 位置待补 or 区外.
    pub name: String,
    /// The sites.
    pub sites: Vec<SiteRow>,
}

/// The sites of a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Sites {
    /// By township; what is not on the map stands last.
    pub groups: Vec<SiteGroup>,
    /// How many are where, in words.
    pub counted: String,
}

/// The sites of a domain.
pub fn sites(scope: &Scope<'_>, domain: &Domain) -> Sites {
    let (edition, lang) = (scope.edition, scope.lang);
    let own: Vec<&Site> = edition.sites.iter().filter(|site| site.domain == domain.id).collect();
    let known = |site: &Site| site.township.as_deref().and_then(|code| edition.township(code));
    let group = |name: &str, keep: &dyn Fn(&Site) -> bool| SiteGroup {
        name: name.to_owned(),
        sites: own.iter().filter(|site| keep(site)).map(|site| site_row(scope, site)).collect(),
    };
    let mut groups: Vec<SiteGroup> = edition
        .townships
        .iter()
        .map(|town| {
            let here = |site: &Site| is_placed(site) && site.township.as_ref() == Some(&town.code);
            group(town.name.get(lang), &here)
        })
        .collect();
    groups.push(group(lang.pick("街镇不详", "Township not known"), &|site| {
        is_placed(site) && known(site).is_none()
    }));
    groups
        .push(group(lang.pick("位置待补", "Without a place"), &|site| !is_placed(site) && !site.outside));
    groups.push(group(lang.pick("区外", "Outside the district"), &|site| site.outside));
    groups.retain(|group| !group.sites.is_empty());
    Sites { groups, counted: counted(scope, &own) }
}

/// A site as a line of a list.
pub fn site_row(scope: &Scope<'_>, site: &Site) -> SiteRow {
    let lang = scope.lang;
    let place = match site.precision.filter(|_| is_placed(site)) {
        Some(Precision::Exact) => lang.pick("位置准确", "exact place"),
        Some(Precision::Approx2km) => lang.pick("约2公里内", "within about 2 km"),
        Some(Precision::TownshipCentroid) => lang.pick("只知街镇", "only the township is known"),
        None => "",
    };
    let projects = &scope.edition.projects;
    let project = projects.iter().find(|project| is_site_of(site, project));
    SiteRow {
        id: site.id.clone(),
        name: site.name.get(lang).into(),
        category: kinds::site(&site.category, lang),
        place: place.into(),
        township: site.township.clone().filter(|_| is_placed(site)),
        placed: is_placed(site),
        project: project.map(|project| (project.id.clone(), project.name.get(lang).to_owned())),
        note: site.note.as_ref().map(|note| note.get(lang).into()),
    }
}

fn counted(scope: &Scope<'_>, own: &[&Site]) -> String {
    let lang = scope.lang;
    let count = own.len();
    let placed = own.iter().filter(|site| is_placed(site)).count();
    let outside = own.iter().filter(|site| site.outside).count();
    let unplaced = count - placed - outside;
    let parts = [
        (placed, lang.pick("在图上", "on the map")),
        (unplaced, lang.pick("位置待补", "without a place")),
        (outside, lang.pick("在区外", "outside the district")),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| lang.pick(format!("{count}处{word}"), format!("{count} {word}")))
        .collect();
    if parts.is_empty() {
        return lang.pick("方案在这个领域没有点名的地点。", "The plan names no place in this domain.").into();
    }
    let parts = parts.join(lang.pick("，", ", "));
    lang.pick(format!("{count}处：{parts}"), format!("{count} {}: {parts}", plural(count as i32, "site")))
}
