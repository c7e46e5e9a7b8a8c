//! The trend of a goal: ink for what was measured, celadon for what was due, the target as a staff.

use charming::component::{Axis, Grid};
use charming::element::{
    AxisLabel, AxisTick, AxisType, Color, ItemStyle, Label, LabelPosition, SplitLine,
    font_settings::FontFamily,
};

use super::palette::Palette;
use super::wire::{
    AreaStyle, AxisLine, AxisPointer, Datum, GridOption, Item, LineStyle, Series, TimeAxis, Tooltip, line,
    plain, tooltip,
};
use crate::domain::{Light, json};
use crate::model::label;
use crate::model::picture::LETTER;
use crate::model::trend::{Mark, Trend, TrendMonth};

/// How long a chart moves to a new state, in milliseconds.
const MOTION: u32 = 400;
/// The size of letters, in pixels.
const LETTERS: f64 = 12.0;
/// How far words stand from their place where they give way to others, in pixels.
const ASIDE: f64 = 40.0;

/// The option of a trend as JSON text. `still` asks for no motion.
///
/// # Errors
/// Only when a figure is not finite.
pub fn trend(trend: &Trend, palette: &Palette, still: bool) -> Result<String, serde_json::Error> {
    json::text(&option(trend, palette, still))
}

/// The option of a trend.
pub fn option(trend: &Trend, palette: &Palette, still: bool) -> GridOption {
    let motion = if still { 0 } else { MOTION };
    let mut series = vec![tips(trend)];
    if trend.measured {
        series.extend(between(trend, palette));
        series.extend(band(trend, palette));
        series.push(pace(trend, palette));
        series.push(actual(trend, palette));
    } else {
        series.push(milestones(trend, palette));
    }
    series.push(target_line(trend, palette));
    series.push(marks(trend, palette));
    let [left, right, top, bottom] = [48.0, 24.0, 34.0, 30.0].map(|pixels| palette.sized(pixels));
    GridOption {
        animation_duration: motion,
        animation_duration_update: motion,
        grid: Grid::new().left(left).right(right).top(top).bottom(bottom),
        x_axis: time_axis(trend, palette),
        y_axis: value_axis(trend, palette),
        // The first series carries the finished text as the names of its points.
        tooltip: Tooltip {
            axis_pointer: Some(AxisPointer {
                r#type: "line",
                line_style: line(&palette.rule, 1.0, &[2.0, 2.0]),
            }),
            ..tooltip("axis", "{b0}", palette.sized(LETTER), palette)
        },
        series,
        background_color: None,
        graphic: Vec::new(),
    }
}

fn color(color: &str) -> Color {
    Color::from(color)
}

fn axis_label(palette: &Palette) -> AxisLabel {
    AxisLabel::new()
        .color(color(&palette.ink2))
        .font_size(palette.sized(LETTERS))
        .font_family(FontFamily::Custom(palette.font.clone()))
}

fn time_axis(trend: &Trend, palette: &Palette) -> TimeAxis {
    let labels: Vec<String> = trend.months.iter().map(|month| month.label.clone()).collect();
    let axis = Axis::new()
        .type_(AxisType::Category)
        .boundary_gap(false)
        .data(labels)
        .axis_label(axis_label(palette).interval(0))
        .axis_tick(AxisTick::new().show(false));
    TimeAxis { axis, axis_line: AxisLine { on_zero: false, line_style: line(&palette.rule, 1.0, &[]) } }
}

fn value_axis(trend: &Trend, palette: &Palette) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .show(trend.measured)
        .min(trend.axis.low)
        .max(trend.axis.high)
        .interval(trend.axis.step)
        .axis_label(axis_label(palette))
        .split_line(
            SplitLine::new().line_style(charming::element::LineStyle::new().color(color(&palette.line))),
        )
}

fn values(trend: &Trend, value: impl Fn(&TrendMonth) -> Option<f64>) -> Vec<Datum> {
    trend.months.iter().map(|month| Datum::Value(value(month))).collect()
}

/// An unseen line whose points' names are the tooltips.
fn tips(trend: &Trend) -> Series {
    let data = trend.months.iter().enumerate().map(|(index, month)| {
        let value =
            month.actual.or(month.pace).or(month.forecast.map(|band| band[1])).unwrap_or(trend.axis.low);
        Datum::Item(Box::new(Item {
            value: [index as f64, value],
            name: plain(&month.tip),
            ..Item::default()
        }))
    });
    Series {
        r#type: "line",
        name: "tips",
        data: data.collect(),
        symbol: "none",
        line_style: Some(LineStyle { opacity: 0.0, ..line("transparent", 0.0, &[]) }),
        ..Series::default()
    }
}

/// Stacked on an unseen foot: a fill from `low` to `high`.
fn fill(
    name: [&'static str; 2],
    trend: &Trend,
    span: impl Fn(&TrendMonth) -> Option<[f64; 2]>,
    area: AreaStyle,
) -> [Series; 2] {
    let unseen = || LineStyle { opacity: 0.0, ..line("transparent", 0.0, &[]) };
    let series = |data, area_style| Series {
        r#type: "line",
        name: name[0],
        stack: Some(name[1]),
        data,
        symbol: "none",
        silent: true,
        line_style: Some(unseen()),
        area_style,
        ..Series::default()
    };
    [
        series(values(trend, |month| span(month).map(|[low, _]| low)), None),
        series(values(trend, |month| span(month).map(|[low, high]| high - low)), Some(area)),
    ]
}

/// The space between what was measured and what was due: umber where behind.
fn between(trend: &Trend, palette: &Palette) -> Vec<Series> {
    if trend.stepped_pace {
        return Vec::new();
    }
    let behind = fill(
        ["behind", "behind"],
        trend,
        |month| Some([month.actual?.min(month.pace?), month.pace?]),
        AreaStyle { color: palette.umber.clone(), opacity: 0.4 },
    );
    let ahead = fill(
        ["ahead", "ahead"],
        trend,
        |month| Some([month.pace?, month.actual?.max(month.pace?)]),
        AreaStyle { color: palette.celadon2.clone(), opacity: 0.45 },
    );
    behind.into_iter().chain(ahead).collect()
}

/// The forecast: a pale band and dots.
fn band(trend: &Trend, palette: &Palette) -> Vec<Series> {
    if trend.forecast_label.is_none() {
        return Vec::new();
    }
    let area = AreaStyle { color: palette.celadon2.clone(), opacity: 0.6 };
    let band = fill(["band", "band"], trend, |month| month.forecast.map(|[low, _, high]| [low, high]), area);
    let dots = Series {
        r#type: "line",
        name: "forecast",
        data: values(trend, |month| month.forecast.map(|[_, middle, _]| middle)),
        symbol: "none",
        silent: true,
        z: 3,
        line_style: Some(line(&palette.ink, 1.75, &[1.0, 4.0])),
        ..Series::default()
    };
    band.into_iter().chain([dots]).collect()
}

fn pace(trend: &Trend, palette: &Palette) -> Series {
    Series {
        r#type: "line",
        name: "pace",
        data: values(trend, |month| month.pace),
        symbol: "none",
        silent: true,
        z: 3,
        step: trend.stepped_pace.then_some("end"),
        line_style: Some(line(&palette.celadon, 1.5, &[4.0, 3.0])),
        ..Series::default()
    }
}

fn actual(trend: &Trend, palette: &Palette) -> Series {
    Series {
        r#type: "line",
        name: "actual",
        data: values(trend, |month| month.actual),
        symbol: "none",
        silent: true,
        z: 4,
        step: trend.stepped.then_some("end"),
        line_style: Some(line(&palette.ink, 2.5, &[])),
        ..Series::default()
    }
}

/// A line up to now, for a goal that is done or not done.
fn milestones(trend: &Trend, palette: &Palette) -> Series {
    let now = trend.months.iter().rposition(|month| month.actual.is_some() || month.event.is_some());
    Series {
        r#type: "line",
        name: "way",
        data: vec![Datum::Place([0.0, 0.0]), Datum::Place([now.unwrap_or(0) as f64, 0.0])],
        symbol: "none",
        silent: true,
        z: 3,
        line_style: Some(line(&palette.ink, 2.5, &[])),
        ..Series::default()
    }
}

/// The target: a hairline that ends in a staff on the due date.
fn target_line(trend: &Trend, palette: &Palette) -> Series {
    let (due, target) = (trend.target.0 as f64, trend.target.1);
    let places = if trend.measured {
        vec![[0.0, target], [due, target], [due, trend.axis.low]]
    } else {
        vec![[due, 0.8], [due, -0.8]]
    };
    Series {
        r#type: "line",
        name: "target",
        data: places.into_iter().map(Datum::Place).collect(),
        symbol: "none",
        silent: true,
        z: 2,
        line_style: Some(line(&palette.celadon, 1.25, &[])),
        ..Series::default()
    }
}

/// Everything with a shape or a word.
fn marks(trend: &Trend, palette: &Palette) -> Series {
    let items = points(trend, palette)
        .into_iter()
        .chain(last(trend, palette))
        .chain(pace_name(trend, palette))
        .chain([cap(trend, palette), target_name(trend, palette)])
        .chain(forecast_name(trend, palette));
    Series {
        r#type: "scatter",
        name: "marks",
        data: items.map(|item| Datum::Item(Box::new(item))).collect(),
        symbol: "circle",
        silent: true,
        z: 6,
        ..Series::default()
    }
}

fn named(text: &str, ink: &str, above: bool, across: f64, palette: &Palette) -> Label {
    Label::new()
        .show(true)
        .formatter(plain(text).as_str())
        .color(color(ink))
        .font_size(palette.sized(LETTERS))
        .font_family(FontFamily::Custom(palette.font.clone()))
        .position(if above { LabelPosition::Top } else { LabelPosition::Bottom })
        .distance(6)
        .offset((palette.sized(across), 0.0))
}

/// How far a word at the right edge is moved to stand inside the frame, in pixels.
fn inward(text: &str) -> f64 {
    -(label::width(text) * LETTERS / 2.0 + 5.0).round()
}

fn shape(value: [f64; 2], symbol: &'static str, size: [f64; 2], style: ItemStyle) -> Item {
    Item { value, symbol: Some(symbol), symbol_size: Some(size), item_style: Some(style), ..Item::default() }
}

/// A word at a place that has no shape to be seen; ECharts labels no symbol that is none.
fn word(value: [f64; 2], label: Label) -> Item {
    // Letters are as opaque as what they belong to.
    let unseen = ItemStyle::new().opacity(1).color(color("transparent"));
    Item { label: Some(label), ..shape(value, "circle", [1.0, 1.0], unseen) }
}

/// Figures that are not final, and what happened on the way to a goal that is done or not done.
fn points(trend: &Trend, palette: &Palette) -> Vec<Item> {
    let mut points = Vec::new();
    for (index, month) in trend.months.iter().enumerate() {
        let at = index as f64;
        if let (Some(value), Some(mark)) = (month.actual, month.mark) {
            let hollow = ItemStyle::new()
                .opacity(1)
                .color(color(&palette.halo))
                .border_color(color(&palette.ink))
                .border_width(1.5);
            let (symbol, size) = match mark {
                Mark::Provisional => ("circle", 7.0),
                Mark::Revised => ("diamond", 10.0),
            };
            points.push(shape([at, value], symbol, [size, size], hollow));
        }
        if month.event.is_some() && !trend.measured {
            let full = ItemStyle::new().opacity(1).color(color(&palette.ink));
            points.push(shape([at, 0.0], "diamond", [12.0, 14.0], full));
        }
    }
    points
}

/// The last figure wears its light; its words stay inside the frame, on the far side of what was due.
fn last(trend: &Trend, palette: &Palette) -> Option<Item> {
    let (index, light, text) = trend.last.as_ref()?;
    let month = trend.months.get(*index)?;
    let value = month.actual?;
    let (fill, edge) = palette.light(*light);
    let symbol = match light {
        Light::Yellow => "triangle",
        Light::Red => "rect",
        Light::Green | Light::NotDue | Light::NoData => "circle",
    };
    let style = ItemStyle::new().opacity(1).color(color(fill)).border_color(color(edge)).border_width(2);
    let ahead = is_ahead(trend, *index);
    let near_edge = index + trend.months.len() / 8 >= trend.months.len();
    let across = if near_edge { inward(text) } else { 0.0 };
    Some(Item {
        label: Some(named(text, &palette.ink, ahead, across, palette)),
        ..shape([*index as f64, value], symbol, [13.0, 13.0], style)
    })
}

fn is_ahead(trend: &Trend, at: usize) -> bool {
    let month = trend.months.get(at);
    month.is_some_and(|month| month.actual.zip(month.pace).is_some_and(|(actual, pace)| actual > pace))
}

fn pace_name(trend: &Trend, palette: &Palette) -> Option<Item> {
    let name = trend.pace_name.as_ref()?;
    let label = named(name.text, &palette.celadon, name.above, 0.0, palette);
    Some(word([name.at as f64, name.value], label))
}

/// Where the staff of the target ends.
fn staff(trend: &Trend) -> [f64; 2] {
    let (due, target) = trend.target;
    [due as f64, if trend.measured { target } else { 0.8 }]
}

fn cap(trend: &Trend, palette: &Palette) -> Item {
    let style = ItemStyle::new().opacity(1).color(color(&palette.celadon));
    shape(staff(trend), "rect", [14.0, 3.0], style)
}

/// The target's name: at the start of its line, or at its staff where it has no line.
fn target_name(trend: &Trend, palette: &Palette) -> Item {
    let start = [(trend.months.len() / 6) as f64, trend.target.1];
    let (place, across) =
        if trend.measured { (start, 0.0) } else { (staff(trend), inward(&trend.target_label)) };
    word(place, named(&trend.target_label, &palette.celadon, true, across, palette))
}

/// What the forecast comes to: on the side of its band that is away from the target.
fn forecast_name(trend: &Trend, palette: &Palette) -> Option<Item> {
    let text = trend.forecast_label.as_ref()?;
    let (due, target) = trend.target;
    let [low, middle, high] = trend.months.get(due)?.forecast?;
    let above = middle > target;
    let place = [due as f64, if above { high } else { low }];
    // In little room it would lie on the last figure's words, where these stand on the same side.
    let met = trend
        .last
        .as_ref()
        .is_some_and(|(index, ..)| index + trend.months.len() / 3 >= due && is_ahead(trend, *index) == above);
    let label = named(text, &palette.ink2, above, inward(text), palette);
    Some(word(place, if met { label.distance(palette.sized(ASIDE)) } else { label }))
}
