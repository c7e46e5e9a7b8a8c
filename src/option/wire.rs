//! The parts of an ECharts option that charming 0.6 does not cover, as ECharts writes them.

use charming::component::{Axis, Grid};
use charming::element::{ItemStyle, Label};
use serde::Serialize;

use super::palette::Palette;

/// A chart on a grid.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GridOption {
    pub animation_duration: u32,
    pub animation_duration_update: u32,
    pub grid: Grid,
    pub x_axis: TimeAxis,
    pub y_axis: Axis,
    pub tooltip: Tooltip,
    pub series: Vec<Series>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub graphic: Vec<Words>,
}

/// An axis of months; charming would write its line's colour as the segments of a gauge.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TimeAxis {
    #[serde(flatten)]
    pub axis: Axis,
    pub axis_line: AxisLine,
}

/// The line of an axis.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AxisLine {
    pub on_zero: bool,
    pub line_style: LineStyle,
}

/// A tooltip drawn on the canvas.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tooltip {
    pub trigger: &'static str,
    pub render_mode: &'static str,
    pub confine: bool,
    pub formatter: &'static str,
    pub background_color: String,
    pub border_width: u8,
    pub padding: [u8; 2],
    pub text_style: TextStyle,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub axis_pointer: Option<AxisPointer>,
}

/// A tooltip on the theme's ink, its letters in pixels; `formatter` is a template of ECharts', never
/// text from data.
pub fn tooltip(trigger: &'static str, formatter: &'static str, letter: f64, palette: &Palette) -> Tooltip {
    Tooltip {
        trigger,
        render_mode: "richText",
        confine: true,
        formatter,
        background_color: palette.ink.clone(),
        border_width: 0,
        padding: [8, 12],
        text_style: TextStyle {
            color: palette.paper.clone(),
            font_size: letter as u8,
            line_height: (letter * 1.5).round() as u8,
            font_family: palette.font.clone(),
        },
        axis_pointer: None,
    }
}

/// The line that follows the pointer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AxisPointer {
    pub r#type: &'static str,
    pub line_style: LineStyle,
}

/// Text in a canvas.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TextStyle {
    pub color: String,
    pub font_size: u8,
    pub line_height: u8,
    pub font_family: String,
}

/// The style of a line; charming has no dash patterns.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineStyle {
    pub color: String,
    pub width: f64,
    /// Dash and gap in pixels; solid when empty.
    #[serde(rename = "type", skip_serializing_if = "Vec::is_empty")]
    pub dash: Vec<f64>,
    pub opacity: f64,
}

/// An opaque line; solid without a `dash`.
pub fn line(color: &str, width: f64, dash: &[f64]) -> LineStyle {
    LineStyle { color: color.to_owned(), width, dash: dash.to_vec(), opacity: 1.0 }
}

/// The fill under a line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaStyle {
    pub color: String,
    pub opacity: f64,
}

/// A series of a chart.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Series {
    pub r#type: &'static str,
    pub name: &'static str,
    pub data: Vec<Datum>,
    pub z: i32,
    pub silent: bool,
    pub show_symbol: bool,
    pub symbol: &'static str,
    pub symbol_size: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stack: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_style: Option<LineStyle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_style: Option<AreaStyle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_style: Option<ItemStyle>,
}

/// A value of a series: by its month, or by its place.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Datum {
    /// A value, or a gap.
    Value(Option<f64>),
    /// A place on the axes.
    Place([f64; 2]),
    /// A value with looks of its own.
    Item(Box<Item>),
}

/// A value with a name and looks of its own.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    pub value: [f64; 2],
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol_size: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_style: Option<ItemStyle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
}

/// Words in a corner of the picture.
#[derive(Default, Serialize)]
pub struct Words {
    pub r#type: &'static str,
    pub silent: bool,
    pub z: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bottom: Option<f64>,
    pub style: WordsStyle,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WordsStyle {
    pub text: String,
    pub fill: String,
    pub font: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_height: Option<f64>,
    /// Lines are broken at this width.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overflow: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub border_color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub border_width: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub padding: Option<[u8; 2]>,
}

/// Text that ECharts takes as it stands: braces and bars would be read as its own markup.
pub fn plain(text: &str) -> String {
    text.replace('{', "｛").replace('}', "｝").replace('|', "｜")
}
