//! The map told to ECharts: a geo component with regions, and series of lines, names and marks on it.

use super::map_geo::SHEET;
use super::palette::Palette;
use super::wire::{LineStyle, Words, WordsStyle, line as stroke, plain, tooltip};
use super::wire_map::*;
use crate::domain::{Light, json};
use crate::model::layers::Symbol;
use crate::model::outline::{micro, narrowing, tenth};
use crate::model::picture::{Area, Callout, LEGAL, LINE, Name, Picture};
use crate::model::spots::Spot;

/// How far a reader can magnify the map.
pub const MOST_ZOOM: f64 = 24.0;

/// How opaque a township is over a street map: its tone is still told from the next, and streets are seen through the darkest.
const THROUGH: f64 = 0.7;

/// The series of the sites' marks, by which one of them is pointed at.
pub const SITES: &str = "sites";

/// The option of a map as JSON text, with the marks that are in sight. `map` is the name under which [`geo_json`] was registered; `pans` says
/// whether a drag moves the map, which on a phone it does only once the map is magnified.
///
/// # Errors
/// Only when a coordinate is not finite.
pub fn map(
    picture: &Picture,
    spots: &[Spot],
    palette: &Palette,
    map: &str,
    pans: bool,
) -> Result<String, serde_json::Error> {
    json::text(&map_option(picture, spots, palette, map, pans))
}

pub(super) fn map_option<'a>(
    picture: &'a Picture,
    spots: &'a [Spot],
    palette: &Palette,
    map: &'a str,
    pans: bool,
) -> MapOption<'a> {
    let [west, south, east, north] = picture.extent;
    let [left, top, right, bottom] = picture.frame;
    let tones = if picture.diverging { &palette.diverging[..] } else { &palette.sequential[..] };
    let regions = picture.areas.iter().map(|area| region(area, tones, picture.over, palette));
    let regions = regions.chain(picture.sheet.then(sheet)).collect();
    MapOption {
        animation: false,
        background_color: None,
        geo: Geo {
            map,
            roam: if pans { Roam::All(true) } else { Roam::Only("scale") },
            scale_limit: ScaleLimit { min: 1.0, max: MOST_ZOOM },
            bounding_coords: [[west, north], [east, south]],
            aspect_scale: micro(narrowing(picture.extent)),
            left,
            top,
            width: tenth(right - left),
            height: tenth(bottom - top),
            item_style: around(picture.over, palette),
            emphasis: Disabled { disabled: true },
            select: Disabled { disabled: true },
            label: Hidden { show: false },
            tooltip: Hidden { show: true },
            regions,
        },
        // Every item brings its own text; what brings none shows none.
        tooltip: tooltip("item", "", picture.letter, palette),
        series: series(picture, spots, palette),
        graphic: words(picture, palette),
    }
}

/// A township as the item that a chart points at, by its code.
pub fn town_item(code: &str) -> String {
    format!(r#"{{"geoIndex":0,"name":{}}}"#, json::text(&code).unwrap_or_default())
}

/// What ECharts is to do to show a township's tooltip.
pub fn town_tip(code: &str) -> String {
    format!(r#"{{"type":"showTip","geoIndex":0,"name":{}}}"#, json::text(&code).unwrap_or_default())
}

/// A mark as the item that a chart points at.
pub fn spot_item(spot: &Spot) -> String {
    format!(r#"{{"seriesId":"{SITES}","name":{}}}"#, json::text(&spot.name).unwrap_or_default())
}

fn sheet() -> Region<'static> {
    let none = || "transparent".to_owned();
    let item_style = AreaStyle {
        area_color: Paint::Plain(none()),
        border_color: none(),
        border_width: 0.0,
        opacity: None,
    };
    let pointed = item_style.clone();
    Region {
        name: SHEET,
        item_style,
        tooltip: Tip { formatter: String::new() },
        emphasis: PointedRegion { disabled: true, item_style: pointed, label: Hidden { show: false } },
    }
}

/// What lies around: over a street map a line alone.
fn around(over: bool, palette: &Palette) -> AreaStyle {
    let (fill, line) =
        if over { ("transparent", &palette.ink3) } else { (&*palette.map_neighbour, &palette.line) };
    AreaStyle {
        area_color: Paint::Plain(fill.to_owned()),
        border_color: line.clone(),
        border_width: 1.0,
        opacity: None,
    }
}

fn region<'a>(area: &'a Area, tones: &[String], over: bool, palette: &Palette) -> Region<'a> {
    let paint = match area.tone {
        Some(tone) => Paint::Plain(tones[tone.clamp(1, tones.len()) - 1].clone()),
        None if area.hatched => Paint::Hatch { image: hatch(palette), repeat: "repeat" },
        None if over => Paint::Plain("transparent".to_owned()),
        None => Paint::Plain(palette.map_land.clone()),
    };
    let is_filled = area.tone.is_some() || area.hatched;
    let line = if over && !is_filled { &palette.ink2 } else { &palette.map_gap };
    let item_style = AreaStyle {
        area_color: paint,
        border_color: line.clone(),
        border_width: 2.0,
        opacity: (over && is_filled).then_some(THROUGH),
    };
    let pointed = AreaStyle { border_color: palette.ink.clone(), border_width: 2.5, ..item_style.clone() };
    Region {
        name: &area.code,
        item_style,
        tooltip: Tip { formatter: plain(&area.tip) },
        emphasis: PointedRegion { disabled: false, item_style: pointed, label: Hidden { show: false } },
    }
}

/// Lines at 45 degrees, 6 pixels apart: what has no data.
fn hatch(palette: &Palette) -> String {
    let (ground, line) = (escaped(&palette.nodata_ground), escaped(&palette.nodata_hatch));
    format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8.5' height='8.5'%3E%3Cpath fill='{ground}' d='M0 0h9v9H0z'/%3E%3Cpath stroke='{line}' stroke-width='1.2' d='M-2.5 2.5l5-5M-1 9.5l10.5-10.5M6 11l5-5'/%3E%3C/svg%3E"
    )
}

fn escaped(color: &str) -> String {
    color.replace('#', "%23")
}

fn series<'a>(picture: &'a Picture, spots: &'a [Spot], palette: &Palette) -> Vec<GeoSeries<'a>> {
    let mut lines = Vec::new();
    let mut line = |rings: &'a [Vec<[f64; 2]>], style: LineStyle| {
        lines.extend(rings.iter().map(|ring| Mark::line(ring, style.clone())));
    };
    for (light, rings) in &picture.lights {
        line(rings, light_line(*light, palette));
    }
    line(&picture.outline, stroke(&palette.ink, 1.5, &[]));
    line(&picture.chosen, stroke(&palette.ink, 3.5, &[]));
    line(picture.uncertain.as_slice(), stroke(&palette.ink, 1.25, &[4.0, 3.0]));
    for leader in picture.names.iter().filter_map(|name| name.leader.as_ref()) {
        lines.push(Mark::line(leader, stroke(&palette.ink, 0.75, &[])));
    }
    let callout = picture.callout.as_ref();
    lines.extend(callout.map(|callout| Mark::line(&callout.leader, stroke(&palette.ink, 1.0, &[]))));
    let mut names: Vec<Mark<'_>> =
        picture.names.iter().map(|name| name_mark(name, picture, palette)).collect();
    names.extend(picture.neighbours.iter().map(|(name, at)| Mark {
        label: Some(Label {
            color: palette.ink3.clone(),
            background_color: picture.over.then(|| palette.surface.clone()),
            padding: picture.over.then_some([2, 4]),
            ..label(plain(name), picture.letter, palette)
        }),
        ..Mark::at(*at)
    }));
    // The chosen one last, so that it lies on top.
    let mut spots: Vec<&Spot> = spots.iter().collect();
    spots.sort_by_key(|spot| spot.chosen.is_some());
    let spots = spots.into_iter().map(|spot| spot_mark(spot, picture.letter, palette)).collect();
    let callout: Vec<Mark<'_>> =
        callout.map(|callout| callout_mark(callout, picture.letter, palette)).into_iter().collect();
    let symbols = picture.symbols.iter().map(|symbol| symbol_mark(symbol, palette)).collect();
    vec![
        GeoSeries { polyline: true, silent: true, z: 3, ..GeoSeries::of("lines", lines) },
        GeoSeries { silent: true, z: 4, ..GeoSeries::of("scatter", names) },
        GeoSeries { id: SITES, z: 5, ..GeoSeries::of("scatter", spots) },
        GeoSeries { silent: true, z: 6, ..GeoSeries::of("scatter", callout) },
        GeoSeries::of("scatter", symbols),
    ]
}

fn label(formatter: String, letter: f64, palette: &Palette) -> Label {
    Label {
        show: true,
        position: "inside",
        formatter,
        color: palette.ink.clone(),
        font_size: letter as u8,
        line_height: Some((letter * LINE).round() as u8),
        font_family: palette.font.clone(),
        ..Label::default()
    }
}

/// The line around a township in the light of what is carried out there: heavier the graver it is.
fn light_line(light: Light, palette: &Palette) -> LineStyle {
    match light {
        Light::Red => stroke(&palette.red, 3.5, &[]),
        Light::Yellow => stroke(&palette.yellow_edge, 3.0, &[9.0, 4.0]),
        Light::Green => stroke(&palette.green, 2.0, &[]),
        Light::NotDue | Light::NoData => stroke(&palette.grey, 2.0, &[2.0, 3.0]),
    }
}

/// A letter of the shape of a light, and its colour.
fn light_letter(light: Light, palette: &Palette) -> (&'static str, String) {
    match light {
        Light::Red => ("■", palette.red.clone()),
        Light::Yellow => ("▲", palette.yellow_edge.clone()),
        Light::Green => ("●", palette.green.clone()),
        Light::NotDue => ("○", palette.grey.clone()),
        Light::NoData => ("–", palette.grey.clone()),
    }
}

/// A circle as large as its figure.
fn symbol_mark<'a>(symbol: &'a Symbol, palette: &Palette) -> Mark<'a> {
    Mark {
        name: &symbol.code,
        symbol: "circle",
        symbol_size: tenth(symbol.radius * 2.0),
        item_style: Some(DotStyle {
            color: palette.sequential[1].clone(),
            border_color: palette.celadon.clone(),
            border_width: 1.5,
            border_type: Dash::Solid("solid"),
        }),
        tooltip: Some(Tip { formatter: plain(&symbol.tip) }),
        ..Mark::at(symbol.at)
    }
}

fn name_mark<'a>(name: &Name, picture: &Picture, palette: &Palette) -> Mark<'a> {
    let letter = picture.letter;
    let ink = match name.tone.filter(|_| !picture.diverging && !picture.over) {
        Some(tone) => &palette.on_sequential[tone.clamp(1, 5) - 1],
        None => &palette.ink,
    };
    let between = if name.stacked { "\n" } else { " " };
    let (bold, value) = (plain(&name.name), plain(&name.value));
    let text =
        if value.is_empty() { format!("{{b|{bold}}}") } else { format!("{{b|{bold}}}{between}{value}") };
    // On the hatch, on tones that are dark on both ends, and over streets a ground of its own keeps it legible.
    let ground = match name.tone {
        _ if picture.over => Some(palette.surface.clone()),
        Some(_) if picture.diverging => Some(palette.surface.clone()),
        _ => name.hatched.then(|| palette.nodata_ground.clone()),
    };
    let light = name.light.map(|light| light_letter(light, palette));
    let text = match &light {
        Some((shape, _)) => format!("{{l|{shape}}} {text}"),
        None => text,
    };
    Mark {
        label: Some(Label {
            color: ink.clone(),
            padding: ground.is_some().then_some([2, 4]),
            background_color: ground,
            rich: Some(Rich {
                b: Bold { font_weight: 700, color: ink.clone(), ground: None },
                l: light.map(|(_, color)| Bold {
                    font_weight: 700,
                    color,
                    ground: Some(palette.halo.clone()),
                }),
            }),
            ..label(text, letter, palette)
        }),
        ..Mark::at(name.at)
    }
}

/// One site is a dot in its domain's colour, with an edge in ink where its place is exact; hollow and dashed, as no place,
/// where only its township is known. Several are a disc, which is hollow where that is so of all of them.
fn spot_mark<'a>(spot: &'a Spot, letter: f64, palette: &Palette) -> Mark<'a> {
    let halo = &palette.halo;
    let (size, own) = match spot.domain {
        Some(domain) => (14.0, &palette.domains[(domain.max(1) - 1) % palette.domains.len()]),
        None => (letter + 11.0, &palette.ink),
    };
    let (fill, edge, width) = if spot.vague { (halo, own, 2.0) } else { (own, halo, 2.0) };
    let count = (spot.count > 1).then(|| Label {
        color: if spot.vague { palette.ink.clone() } else { palette.paper.clone() },
        font_weight: Some(700),
        ..label(spot.count.to_string(), letter, palette)
    });
    let exact = spot.exact && spot.count == 1;
    let edge = if spot.chosen.is_some() || exact { &palette.ink } else { edge };
    let item_style = DotStyle {
        color: fill.clone(),
        border_color: edge.clone(),
        border_width: width,
        border_type: if spot.vague { Dash::Gaps([3.0, 2.5]) } else { Dash::Solid("solid") },
    };
    let pointed = DotStyle { border_color: palette.ink.clone(), border_width: 3.5, ..item_style.clone() };
    Mark {
        name: &spot.name,
        symbol: "circle",
        symbol_size: size,
        item_style: Some(item_style),
        label: count,
        tooltip: Some(Tip { formatter: plain(&spot.tip) }),
        emphasis: Some(PointedMark { scale: false, item_style: pointed }),
        ..Mark::at(spot.at)
    }
}

/// The words of the chosen site, in a box.
fn callout_mark<'a>(callout: &Callout, letter: f64, palette: &Palette) -> Mark<'a> {
    Mark {
        label: Some(Label {
            background_color: Some(palette.surface.clone()),
            border_color: Some(palette.ink.clone()),
            border_width: Some(1.5),
            padding: Some([8, 12]),
            ..label(plain(&callout.text), letter, palette)
        }),
        ..Mark::at(callout.at)
    }
}

/// What no copy of the picture may lose: schematic boundaries, review numbers, the demo mark.
pub(super) fn words(picture: &Picture, palette: &Palette) -> Vec<Words> {
    let step = picture.letter * LEGAL;
    let font = |weight: u16| format!("{weight} {}px {}", picture.letter - 1.0, palette.font);
    let word = |text: String, bottom: f64, left: Option<f64>, style: WordsStyle| Words {
        r#type: "text",
        silent: true,
        // Below what a tooltip says, which ECharts draws at 60.
        z: 50,
        left,
        right: left.is_none().then_some(12.0),
        top: None,
        bottom: Some(bottom),
        style: WordsStyle { text, ..style },
    };
    let plain_style = || WordsStyle {
        fill: palette.ink2.clone(),
        background_color: Some(palette.map_neighbour.clone()),
        padding: Some([1, 3]),
        font: font(400),
        ..WordsStyle::default()
    };
    let mut words: Vec<Words> = picture
        .legal
        .iter()
        .rev()
        .enumerate()
        .map(|(line, text)| word(text.clone(), 10.0 + step * line as f64, Some(12.0), plain_style()))
        .collect();
    words.extend(picture.demo.map(|demo| {
        let style = WordsStyle {
            fill: palette.orange.clone(),
            background_color: Some(palette.map_neighbour.clone()),
            padding: Some([1, 3]),
            font: font(700),
            ..WordsStyle::default()
        };
        let bottom = if picture.narrow { 10.0 + step * picture.legal.len() as f64 } else { 10.0 };
        word(demo.to_owned(), bottom, picture.narrow.then_some(12.0), style)
    }));
    words
}
