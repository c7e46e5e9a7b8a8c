//! The layer that a map shows, as files: townships with their figures, sites with their places and how exact these are.

use serde::Serialize;

use super::choropleth::Town;
use super::map::{MapModel, said_of};
use super::picture::{Land, legal};
use super::places::precise;
use super::scope::Scope;
use super::sheets::{nature, nature_word, notes};
use super::table::{Cell, Column, Sheet};
use crate::domain::{Month, Precision, json};
use crate::snapshot::Region;
use crate::snapshot::boundary::Ring;

/// The table: every township of the layer that is shown, then every site that is on the map.
pub fn sheet(scope: &Scope<'_>, model: &MapModel) -> Sheet {
    let lang = scope.lang;
    let figure = match &model.layer {
        Some(layer) if layer.legend.unit.is_empty() => layer.name.clone(),
        Some(layer) => lang.pick(
            format!("{}（{}）", layer.name, layer.legend.unit),
            format!("{} ({})", layer.name, layer.legend.unit),
        ),
        None => lang.pick("数值", "Figure").to_owned(),
    };
    let columns = vec![
        Column::new(lang.pick("类别", "Kind"), 8),
        Column::new(lang.pick("编号", "Id"), 28),
        Column::new(lang.pick("名称", "Name"), 28),
        Column::new(lang.pick("街镇", "Township"), 16),
        Column::new(figure, 16),
        Column::new(lang.pick("经度", "Longitude"), 12),
        Column::new(lang.pick("纬度", "Latitude"), 12),
        Column::new(lang.pick("位置精度", "Precision of the place"), 24),
        Column::new(lang.pick("数据性质", "Data"), 12),
    ];
    let mut sheet = Sheet::new(title(scope, model), scope.edition.as_of, columns, lang);
    let data = || Cell::text(nature_word(nature(model.demo), lang));
    let empty = || Cell::Empty(String::new());
    let towns = model.towns.iter().map(|town| {
        let figure = match shown(scope, model, town) {
            Some(figure) => figure,
            None => Cell::Empty(town.value.clone()),
        };
        let kind = Cell::text(lang.pick("街镇", "township"));
        vec![
            kind,
            Cell::text(&town.code),
            Cell::text(&town.name),
            empty(),
            figure,
            empty(),
            empty(),
            empty(),
            data(),
        ]
    });
    let sites =
        model.places.groups.iter().flat_map(|group| group.sites.iter().map(move |site| (group, site)));
    let sites = sites.map(|(group, site)| {
        let [lon, lat] = site.at.map(|side| Cell::number(side, 6));
        vec![
            Cell::text(lang.pick("地点", "site")),
            Cell::text(&site.id),
            Cell::text(&site.name),
            Cell::text(&group.name),
            empty(),
            lon,
            lat,
            Cell::text(precise(site.precision, lang)),
            data(),
        ]
    });
    sheet.rows = towns.chain(sites).collect();
    sheet.notes = notes(scope, nature(model.demo));
    let coordinates = lang.pick("坐标", "Coordinates").to_owned();
    sheet.notes.push((coordinates, lang.pick("WGS-84，度", "WGS-84, degrees").to_owned()));
    sheet
        .notes
        .extend(legal(model, lang).into_iter().map(|line| (lang.pick("地图", "Map").to_owned(), line)));
    sheet.notes.extend(
        model.notes.attribution.iter().map(|line| (lang.pick("界线", "Boundaries").to_owned(), line.clone())),
    );
    sheet
}

/// A township's figure in the unit of the layer that is shown.
fn shown(scope: &Scope<'_>, model: &MapModel, town: &Town) -> Option<Cell> {
    let indicator = scope.edition.indicator(&model.layer.as_ref()?.id)?;
    let (unit, lang) = (&indicator.unit, scope.lang);
    Some(Cell::number(unit.scale(town.figure?, lang), unit.decimals(lang)))
}

/// The layer's name, and its month where that is not the edition's.
fn title(scope: &Scope<'_>, model: &MapModel) -> String {
    let name = model.layer.as_ref().map_or(scope.lang.pick("地图", "Map"), |layer| layer.name.as_str());
    match month(scope, model) {
        month if month == scope.edition.month => name.to_owned(),
        month => said_of(month, name, scope.lang),
    }
}

/// The month whose figures are shown.
pub fn month(scope: &Scope<'_>, model: &MapModel) -> Month {
    model.time.as_ref().map_or(scope.edition.month, |time| time.at)
}

/// The same as GeoJSON (RFC 7946): townships that have a boundary as polygons, sites as points. What must not be lost
/// stands beside the features.
///
/// # Errors
/// Only when a figure or coordinate is not finite.
pub fn geo_json(scope: &Scope<'_>, model: &MapModel, land: Land<'_>) -> Result<String, serde_json::Error> {
    let lang = scope.lang;
    let data = nature_word(nature(model.demo), lang);
    let regions = land.townships.map(|townships| townships.regions.as_slice()).unwrap_or_default();
    let regions: std::collections::HashMap<&str, &Region> =
        regions.iter().map(|region| (region.code.as_str(), region)).collect();
    let towns = model.towns.iter().filter_map(|town| {
        let region = regions.get(town.code.as_str())?;
        let figure = match shown(scope, model, town) {
            Some(Cell::Number(value, _)) => Some(value),
            _ => None,
        };
        Some(Feature {
            r#type: "Feature",
            id: &town.code,
            properties: Properties {
                kind: "township",
                name: &town.name,
                layer: model.layer.as_ref().map(|layer| layer.id.as_str()),
                unit: model.layer.as_ref().map(|layer| layer.legend.unit.as_str()),
                missing: figure.is_none().then_some(town.value.as_str()).filter(|why| !why.is_empty()),
                figure,
                township: None,
                precision: None,
                data,
            },
            geometry: Geometry::MultiPolygon {
                coordinates: region.polygons.iter().map(|rings| rings.iter().map(closed).collect()).collect(),
            },
        })
    });
    let sites =
        model.places.groups.iter().flat_map(|group| group.sites.iter().map(move |site| (group, site)));
    let sites = sites.map(|(group, site)| Feature {
        r#type: "Feature",
        id: &site.id,
        properties: Properties {
            kind: "site",
            name: &site.name,
            township: group.code.as_deref(),
            precision: Some(site.precision),
            layer: None,
            unit: None,
            missing: None,
            figure: None,
            data,
        },
        geometry: Geometry::Point { coordinates: site.at },
    });
    json::text(&Collection {
        r#type: "FeatureCollection",
        title: title(scope, model),
        as_of: scope.edition.as_of.to_string(),
        month: month(scope, model).to_string(),
        notes: legal(model, lang).into_iter().chain(model.notes.attribution.iter().cloned()).collect(),
        features: towns.chain(sites).collect(),
    })
}

fn closed(ring: &Ring) -> Ring {
    ring.iter().chain(ring.first()).copied().collect()
}

#[derive(Serialize)]
struct Collection<'a> {
    r#type: &'static str,
    title: String,
    as_of: String,
    month: String,
    notes: Vec<String>,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: &'a str,
    properties: Properties<'a>,
    geometry: Geometry,
}

#[derive(Serialize)]
struct Properties<'a> {
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    layer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    township: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<Precision>,
    data: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Geometry {
    Point { coordinates: [f64; 2] },
    MultiPolygon { coordinates: Vec<Vec<Ring>> },
}
