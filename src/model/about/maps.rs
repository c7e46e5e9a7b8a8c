//! Whose boundaries are drawn, in which coordinates, under which review number; and how exact places are.

use super::super::basemap;
use super::super::places::is_placed;
use super::super::scope::Scope;
use super::{Block, Cell, Table, Target};
use crate::domain::{Precision, format};
use crate::snapshot::{Crs, Layer, LayerRole, Manifest};

pub fn blocks(scope: &Scope<'_>, manifest: &Manifest) -> Vec<Block> {
    let lang = scope.lang;
    let mut blocks = Vec::new();
    if manifest.layers.is_empty() {
        blocks.push(Block::text(
            lang.pick("清单中没有边界文件，不画地图。", "The manifest names no boundaries; no map is drawn."),
        ));
    } else {
        let marks = lang.pick(
            "审图号或“示意图 · 非法定界线”的说明随每一幅地图出现，不能隐藏。",
            "The review number, or the words that boundaries are schematic, stand on every map and cannot be hidden. ",
        );
        blocks.push(Block::Text(format!("{marks}{}", streets(scope, manifest))));
        blocks.push(Block::Table(layers(scope, manifest)));
    }
    blocks.push(Block::Text(places(scope)));
    blocks
}

/// What lies beneath the large map.
fn streets(scope: &Scope<'_>, manifest: &Manifest) -> String {
    let lang = scope.lang;
    let lines = basemap::lines(&manifest.basemap, lang).join(lang.pick("；", "; "));
    if lines.is_empty() {
        let none = "There are no tiles, and no map service is asked for anything.";
        return lang.pick("没有瓦片底图，也不向任何地图网站请求数据。", none).to_owned();
    }
    lang.pick(
        format!("大地图下可以显示瓦片底图，不显示时不请求。{lines}。"),
        format!("A street map of tiles can be shown beneath the large map; where it is not, it is not asked for. {lines}."),
    )
}

fn layers(scope: &Scope<'_>, manifest: &Manifest) -> Table {
    let lang = scope.lang;
    let rows = manifest.layers.iter().map(|layer| {
        let role = match layer.role {
            LayerRole::Townships => lang.pick("街镇", "Townships"),
            LayerRole::District => lang.pick("区界", "The district"),
            LayerRole::Neighbours => lang.pick("周边", "What lies around it"),
        };
        let crs = match layer.crs {
            Crs::Wgs84 => "WGS-84",
            Crs::Cgcs2000 => "CGCS2000",
            Crs::Gcj02 => lang.pick("GCJ-02，读入时换算", "GCJ-02, converted when read"),
            Crs::Bd09 => lang.pick("BD-09，读入时换算", "BD-09, converted when read"),
        };
        vec![
            Cell::to(role, Some(Target::Published(layer.file.clone()))),
            Cell::new(layer.attribution.get(lang)),
            Cell::new(crs),
            review(scope, layer),
        ]
    });
    let head =
        [("图层", "Layer"), ("边界数据", "Boundaries"), ("坐标系", "Coordinates"), ("审图号", "Review no.")];
    Table {
        caption: lang.pick("图层", "Layers").into(),
        head: head.iter().map(|(zh, en)| (lang.pick(*zh, *en).to_owned(), false)).collect(),
        rows: rows.collect(),
        folded: false,
    }
}

fn review(scope: &Scope<'_>, layer: &Layer) -> Cell {
    let lang = scope.lang;
    let schematic = lang.pick("示意图 · 非法定界线", "Schematic, not legal boundaries");
    match &layer.review_number {
        Some(number) => {
            let pending =
                layer.review_pending.then(|| lang.pick("待发布单位核实", "to be confirmed by the publisher"));
            let details: Vec<&str> =
                pending.into_iter().chain(layer.schematic.then_some(schematic)).collect();
            Cell { detail: details.join(lang.pick("；", "; ")), ..Cell::new(number.as_str()) }
        }
        None if layer.schematic => Cell::new(schematic),
        None => Cell::new(format::NONE),
    }
}

fn places(scope: &Scope<'_>) -> String {
    let (sites, lang) = (&scope.edition.sites, scope.lang);
    let of =
        |precision| sites.iter().filter(|site| is_placed(site) && site.precision == Some(precision)).count();
    let (exact, near, town) =
        (of(Precision::Exact), of(Precision::Approx2km), of(Precision::TownshipCentroid));
    let outside = sites.iter().filter(|site| site.outside).count();
    let placed = sites.iter().filter(|site| is_placed(site)).count();
    let (total, unplaced) = (sites.len(), sites.len() - placed - outside);
    lang.pick(
        format!("{total}处地点：位置准确的{exact}处，约2公里内的{near}处，只知街镇的{town}处；位置待补{unplaced}处，区外{outside}处，后两类只列名，不上图。"),
        format!("{total} sites: {exact} with an exact place, {near} within about 2 km, {town} of which only the township is known; {unplaced} without a place and {outside} outside the district, which are listed and never drawn."),
    )
}
