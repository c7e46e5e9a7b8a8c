//! A small map of sites on the townships, as plain SVG.

use super::super::clusters::Clusters;
use super::super::label::{self, Label, Rect, Wanted};
use super::super::outline::{Shape, path_of, tenth};
use super::super::places::Places;
use super::super::scope::Scope;
use super::super::small_map::{self, LETTER, MapNotes, WIDTH};
use super::super::spots::{Sight, Spot, spots};
use crate::snapshot::{Boundaries, LayerRole, Manifest};

/// Half the size of a mark, with the room that names leave around it.
const MARK: f64 = 8.0;

/// A township in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its name on the map.
    pub name: String,
    /// SVG path data.
    pub path: String,
    /// Where its name stands.
    pub label: Label,
}

/// A mark for one site, or for several at one point.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Across.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// How many sites it stands for.
    pub count: usize,
    /// Whether no place of them is exact.
    pub hollow: bool,
    /// The sites' names.
    pub title: String,
}

/// The map of some sites.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteMap {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The townships that have a boundary.
    pub cells: Vec<Cell>,
    /// The district's outline as SVG path data; empty where there is none.
    pub outline: String,
    /// The marks.
    pub dots: Vec<Dot>,
    /// The picture in a sentence.
    pub summary: String,
    /// What has to stand beside it.
    pub notes: MapNotes,
}

/// The map of some sites; `None` where none is on the map or there is no boundary to draw.
pub fn site_map(
    scope: &Scope<'_>,
    manifest: &Manifest,
    townships: &Boundaries,
    district: Option<&Boundaries>,
    sites: &Places,
) -> Option<SiteMap> {
    let extent = district.and_then(Boundaries::extent).or_else(|| townships.extent())?;
    if sites.placed == 0 {
        return None;
    }
    let (height, projection) = small_map::frame(extent);
    let clusters = Clusters::of(sites, &projection);
    let marks = spots(&clusters, sites, None, &projection, Sight::WHOLE, scope.lang);
    let dots: Vec<Dot> = marks.iter().map(|spot| dot(spot, projection.point(spot.at))).collect();
    let taken: Vec<Rect> =
        dots.iter().map(|dot| [dot.x - MARK, dot.y - MARK, dot.x + MARK, dot.y + MARK]).collect();
    let towns = scope.edition.townships.iter().filter_map(|town| {
        Some((town.short.get(scope.lang), Shape::of(townships.region(&town.code)?, &projection)))
    });
    let drawn: Vec<_> = towns.collect();
    let wanted: Vec<Wanted<'_>> = drawn
        .iter()
        .map(|(name, shape)| Wanted { shape, forms: vec![[label::width(name) * LETTER, LETTER]] })
        .collect();
    let labels = label::place(&wanted, [WIDTH, height], &taken);
    let cells = drawn.iter().zip(labels).map(|((name, shape), label)| Cell {
        name: (*name).to_owned(),
        path: shape.path(),
        label,
    });
    Some(SiteMap {
        width: WIDTH,
        height,
        cells: cells.collect(),
        outline: district.map(|district| path_of(district, &projection)).unwrap_or_default(),
        summary: summary(scope, sites, &dots),
        dots,
        notes: small_map::notes(scope, manifest, &[LayerRole::Townships, LayerRole::District]),
    })
}

fn dot(spot: &Spot, [x, y]: [f64; 2]) -> Dot {
    Dot { x: tenth(x), y: tenth(y), count: spot.count, hollow: !spot.exact, title: spot.tip.clone() }
}

fn summary(scope: &Scope<'_>, sites: &Places, dots: &[Dot]) -> String {
    let lang = scope.lang;
    let placed = sites.placed;
    let most = sites.groups.iter().filter(|group| group.code.is_some()).max_by_key(|group| group.sites.len());
    let most = most.filter(|_| sites.groups.len() > 1).map(|group| {
        let (name, count) = (&group.name, group.sites.len());
        lang.pick(format!("，{name}最多，{count}处"), format!(", most in {name}: {count}"))
    });
    let most = most.unwrap_or_default();
    let hollow = if dots.iter().all(|dot| dot.hollow) {
        lang.pick("位置都是约数，画作空心。", " All places are approximate and drawn hollow.")
    } else if dots.iter().any(|dot| dot.hollow) {
        lang.pick("空心的位置是约数。", " Hollow marks are approximate.")
    } else {
        ""
    };
    let noun = if placed == 1 { "site" } else { "sites" };
    lang.pick(
        format!("图上{placed}处地点{most}。{hollow}"),
        format!("{placed} {noun} on the map{most}.{hollow}"),
    )
}
