//! A map's option as ECharts writes it; charming 0.6 has neither a geo component nor series on one.

use serde::Serialize;

use super::wire::{LineStyle, Tooltip, Words};

/// A map.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MapOption<'a> {
    pub animation: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
    pub geo: Geo<'a>,
    pub tooltip: Tooltip,
    pub series: Vec<GeoSeries<'a>>,
    pub graphic: Vec<Words>,
}

/// The component that draws regions and gives series their place.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Geo<'a> {
    pub map: &'a str,
    pub roam: Roam,
    pub scale_limit: ScaleLimit,
    pub bounding_coords: [[f64; 2]; 2],
    pub aspect_scale: f64,
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    pub item_style: AreaStyle,
    pub emphasis: Disabled,
    pub select: Disabled,
    pub label: Hidden,
    pub tooltip: Hidden,
    pub regions: Vec<Region<'a>>,
}

/// How a reader may move a map: in every way, or only magnify it.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Roam {
    All(bool),
    Only(&'static str),
}

#[derive(Serialize)]
pub struct ScaleLimit {
    pub min: f64,
    pub max: f64,
}

#[derive(Serialize)]
pub struct Disabled {
    pub disabled: bool,
}

#[derive(Serialize)]
pub struct Hidden {
    pub show: bool,
}

/// A region with looks of its own.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region<'a> {
    pub name: &'a str,
    pub item_style: AreaStyle,
    pub tooltip: Tip,
    pub emphasis: PointedRegion,
}

/// How a region looks that is pointed at.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PointedRegion {
    pub disabled: bool,
    pub item_style: AreaStyle,
    pub label: Hidden,
}

/// How a mark looks that is pointed at.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PointedMark {
    pub scale: bool,
    pub item_style: DotStyle,
}

/// A finished text in a tooltip.
#[derive(Serialize)]
pub struct Tip {
    pub formatter: String,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaStyle {
    pub area_color: Paint,
    pub border_color: String,
    pub border_width: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opacity: Option<f64>,
}

/// A colour, or a picture repeated.
#[derive(Clone, Serialize)]
#[serde(untagged)]
pub enum Paint {
    Plain(String),
    Hatch { image: String, repeat: &'static str },
}

/// Lines or marks on a map.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GeoSeries<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    pub id: &'static str,
    pub r#type: &'static str,
    pub coordinate_system: &'static str,
    pub polyline: bool,
    pub silent: bool,
    pub z: i32,
    pub item_style: Opaque,
    pub data: Vec<Mark<'a>>,
}

impl<'a> GeoSeries<'a> {
    /// A series of a type.
    pub fn of(r#type: &'static str, data: Vec<Mark<'a>>) -> Self {
        Self {
            id: "",
            r#type,
            coordinate_system: "geo",
            polyline: false,
            silent: false,
            z: 2,
            item_style: Opaque { opacity: 1.0 },
            data,
        }
    }
}

/// ECharts draws marks a little transparent of its own accord.
#[derive(Serialize)]
pub struct Opaque {
    pub opacity: f64,
}

/// A line or a mark.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coords: Option<&'a [[f64; 2]]>,
    pub symbol: &'static str,
    pub symbol_size: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_style: Option<LineStyle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_style: Option<DotStyle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tooltip: Option<Tip>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emphasis: Option<PointedMark>,
}

impl<'a> Mark<'a> {
    /// An unseen mark.
    pub fn at(value: [f64; 2]) -> Self {
        // A mark of no size would not carry a label.
        Self { value: Some(value), symbol: "rect", symbol_size: 0.01, ..Self::default() }
    }

    /// A line.
    pub fn line(coords: &'a [[f64; 2]], style: LineStyle) -> Self {
        Self { coords: Some(coords), symbol: "none", line_style: Some(style), ..Self::default() }
    }
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DotStyle {
    pub color: String,
    pub border_color: String,
    pub border_width: f64,
    pub border_type: Dash,
}

/// A line without gaps, or its dashes and gaps in pixels.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Dash {
    Solid(&'static str),
    Gaps([f64; 2]),
}

/// Words at a mark.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Label {
    pub show: bool,
    pub position: &'static str,
    pub formatter: String,
    pub color: String,
    pub font_size: u8,
    pub font_family: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font_weight: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_height: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub border_color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub border_width: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub padding: Option<[u8; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rich: Option<Rich>,
}

/// Parts of words with a style of their own.
#[derive(Serialize)]
pub struct Rich {
    pub b: Bold,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub l: Option<Bold>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bold {
    pub font_weight: u16,
    pub color: String,
    #[serde(rename = "backgroundColor", skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
}
