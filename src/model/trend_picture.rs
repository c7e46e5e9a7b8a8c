//! A goal over time as plain elements of SVG: what is drawn where no script draws, on paper and on a wall.

use std::fmt::Write;

use super::label;
use super::leaf::{Element, classed, element};
use super::light_shape::light_element;
use super::trend::Trend;
use crate::domain::{Lang, format};

/// The measures of a picture, in units of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The class of the picture.
    pub class: &'static str,
    /// Its width and height.
    pub size: [f64; 2],
    /// Where its plot stands: left, top, right, bottom.
    pub plot: [f64; 4],
    /// The size of its letters.
    pub letter: f64,
}

/// Where months and values lie in the plot.
struct Scale<'a> {
    trend: &'a Trend,
    plot: [f64; 4],
}

impl Scale<'_> {
    fn x(&self, month: usize) -> f64 {
        let last = self.trend.months.len().saturating_sub(1).max(1) as f64;
        self.plot[0] + (self.plot[2] - self.plot[0]) * month as f64 / last
    }

    fn y(&self, value: f64) -> f64 {
        let axis = &self.trend.axis;
        let share = (value - axis.low) / (axis.high - axis.low).max(f64::MIN_POSITIVE);
        self.plot[3] - (self.plot[3] - self.plot[1]) * share.clamp(0.0, 1.0)
    }

    /// A line through the months that have a value, broken where one has none; `stepped` it moves at the month's end.
    fn line(&self, value: impl Fn(usize) -> Option<f64>, stepped: bool) -> String {
        let mut path = String::new();
        let mut before = None;
        for month in 0..self.trend.months.len() {
            let Some(y) = value(month).map(|value| self.y(value)) else {
                before = None;
                continue;
            };
            let x = self.x(month);
            let _ = match before {
                None => write!(path, "M{x:.1} {y:.1}"),
                Some(_) if stepped => write!(path, "H{x:.1}V{y:.1}"),
                Some(_) => write!(path, "L{x:.1} {y:.1}"),
            };
            before = Some(y);
        }
        path
    }
}

/// Draws a trend.
pub fn trend_picture(trend: &Trend, frame: &Frame, lang: Lang) -> Element {
    let scale = Scale { trend, plot: frame.plot };
    let [left, top, right, bottom] = frame.plot;
    // Distances grow with the letters.
    let em = frame.letter / 12.0;
    let path = |class: &str, path: String| classed("path", class).set("d", path);
    let [width, height] = frame.size;
    let mut picture = classed("svg", frame.class)
        .set("viewBox", format!("0 0 {width} {height}"))
        .set("role", "img")
        .set("aria-label", format!("{}{}{}", trend.title, lang.pick("。", ". "), trend.subtitle));
    let lines = ((trend.axis.high - trend.axis.low) / trend.axis.step).round().clamp(0.0, 12.0) as usize;
    // In a low picture not every line has room for its figure.
    let apart = (bottom - top) / lines.max(1) as f64;
    let every = (1.4 * frame.letter / apart.max(1.0)).ceil().max(1.0) as usize;
    for line in (0..=lines).step_by(every) {
        let value = trend.axis.low + trend.axis.step * line as f64;
        let y = scale.y(value);
        picture = picture.with(path("grid", format!("M{left:.1} {y:.1}H{right:.1}"))).with(words(
            left - 6.0 * em,
            y + 4.0 * em,
            "end",
            &format::trimmed(value, 2),
        ));
    }
    for (at, month) in trend.months.iter().enumerate().filter(|(_, month)| !month.label.is_empty()) {
        let x = scale.x(at);
        picture = picture.with(path("tick", format!("M{x:.1} {bottom:.1}v{:.1}", 4.0 * em))).with(words(
            x,
            bottom + 16.0 * em,
            "middle",
            &month.label,
        ));
    }
    let (due, target) = trend.target;
    let (x, y) = (scale.x(due), scale.y(target));
    picture = picture
        .with(path("target", format!("M{left:.1} {y:.1}H{x:.1}")))
        .with(path("pole", format!("M{x:.1} {bottom:.1}V{y:.1}M{:.1} {y:.1}h{:.1}", x - 6.0 * em, 12.0 * em)))
        .with(words(right, top - 8.0 * em, "end", &trend.target_label))
        .with(path("pace", scale.line(|month| trend.months[month].pace, trend.stepped_pace)))
        .with(path("actual", scale.line(|month| trend.months[month].actual, trend.stepped)));
    let mut taken = None;
    if let Some((at, light, text)) = &trend.last
        && let Some(value) = trend.months.get(*at).and_then(|month| month.actual)
    {
        let (x, y) = (scale.x(*at), scale.y(value));
        let side = 14.0 * em;
        let mark = light_element(*light)
            .set("aria-hidden", "true")
            .set("x", format!("{:.1}", x - side / 2.0))
            .set("y", format!("{:.1}", y - side / 2.0))
            .set("width", side.to_string())
            .set("height", side.to_string());
        // Below the lines, where the space between them is not.
        let (at, anchor, [from, to]) = last_place(frame, x, scale.x(due), label::width(text) * frame.letter);
        let beside =
            trend.months.iter().enumerate().filter(|(month, _)| (from..to).contains(&scale.x(*month)));
        let lowest = beside
            .flat_map(|(_, month)| month.actual.into_iter().chain(month.pace))
            .map(|value| scale.y(value))
            .fold(y + 8.0 * em, f64::max);
        let below = (lowest + 14.0 * em).min(bottom - 4.0 * em);
        picture = picture.with(mark).with(words(at, below, anchor, text));
        taken = Some((below, from, to));
    }
    if let Some(name) = &trend.pace_name {
        let (end, line) = (scale.x(name.at), scale.y(name.value));
        let place = |above: bool| line + em * if above { -8.0 } else { 14.0 };
        let start = end - label::width(name.text) * frame.letter;
        let is_free = |y: f64| {
            taken.is_none_or(|(other, from, to)| (y - other).abs() > frame.letter || end < from || to < start)
        };
        // Beside its line on the other side, where the figure's words stand.
        let y = if is_free(place(name.above)) { place(name.above) } else { place(!name.above) };
        picture = picture.with(words(end, y, "end", name.text));
    }
    picture
}

/// Where the words of the last figure stand, how, and from where to where they reach: within the picture and clear of
/// the target's pole, if they can.
fn last_place(frame: &Frame, x: f64, pole: f64, width: f64) -> (f64, &'static str, [f64; 2]) {
    let em = frame.letter / 12.0;
    let place = |at: f64, anchor, share: f64| (at, anchor, [at - width * share, at + width * (1.0 - share)]);
    let places = [
        place(x + 2.0 * em, "middle", 0.5),
        place(x + 7.0 * em, "end", 1.0),
        place(pole - 4.0 * em, "end", 1.0),
        place(pole + 4.0 * em, "start", 0.0),
    ];
    let gap = 3.0 * em;
    let is_clear = |[from, to]: [f64; 2]| {
        from >= frame.plot[0] && to <= frame.size[0] && (to + gap <= pole || pole + gap <= from)
    };
    places.into_iter().find(|(.., reach)| is_clear(*reach)).unwrap_or(places[1])
}

fn words(x: f64, y: f64, anchor: &str, text: &str) -> Element {
    element("text")
        .set("x", format!("{x:.1}"))
        .set("y", format!("{y:.1}"))
        .set("text-anchor", anchor)
        .text(text)
}
