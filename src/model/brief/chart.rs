//! The way of each red goal as a line with its pace, in ink that needs no colour, beside its last months in figures.

use std::fmt::Write;

use super::super::label;
use super::super::leaf::{Element, classed, element, link};
use super::super::page::month_row;
use super::super::trend::{Trend, trend};
use super::{Matter, cell, goals, marks, section};
use crate::domain::{Indicator, Standing, format};
use crate::route::View;

/// The size of a picture, in units of a quarter of a millimetre.
const SIZE: [f64; 2] = [400.0, 176.0];
/// Where its plot stands: left, top, right, bottom.
const PLOT: [f64; 4] = [46.0, 20.0, 384.0, 154.0];
/// The size of its letters.
const LETTER: f64 = 12.0;
/// So many months stand in figures beside it.
const MONTHS: usize = 7;

/// The charts of the reds that are measured; nothing where none is.
pub fn reds(matter: &Matter<'_>) -> Option<Element> {
    let charts: Vec<Element> = goals::red(matter)
        .iter()
        .filter(|(goal, _)| goal.goal.kind.is_measured())
        .map(|(goal, standing)| figure(matter, goal, standing))
        .collect();
    let heading = matter.pick("红灯指标的走势", "How the red goals went");
    (!charts.is_empty()).then(|| section(matter, "brief-charts", heading).all(charts))
}

fn figure(matter: &Matter<'_>, goal: &Indicator, standing: &Standing) -> Element {
    let scope = &matter.scope;
    let trend = trend(scope, goal, standing);
    let name = link(matter.state.to_record(View::Indicator, &goal.id), goal.short().get(scope.lang));
    let title = element("h3").with(name).text(format!("{}{}", matter.pick("：", ": "), trend.title));
    let caption = element("figcaption").with(title).with(element("p").text(&trend.subtitle));
    classed("figure", "brief-chart")
        .with(caption)
        .with(picture(matter, &trend))
        .with(months(matter, goal, standing))
}

/// The last months in figures, the newest first.
fn months(matter: &Matter<'_>, goal: &Indicator, standing: &Standing) -> Element {
    let scope = &matter.scope;
    let heads = matter.pick(["月份", "实际", "序时", "差", "灯"], ["Month", "Actual", "Due", "Gap", "Light"]);
    let head =
        heads.iter().enumerate().map(|(at, head)| cell("th", head, (1..4).contains(&at)).set("scope", "col"));
    let rows = standing.history.iter().rev().take(MONTHS).map(|assessment| {
        let row = month_row(scope, goal, assessment);
        let month = format::short_month(assessment.month, scope.lang);
        let light = match row.light {
            Some((light, word)) => element("td").with(marks::light(light, None)).text(word),
            None => element("td").text(format::NONE),
        };
        element("tr")
            .with(element("th").set("scope", "row").text(month))
            .with(cell("td", &row.actual, true))
            .with(cell("td", &row.plan, true))
            .with(cell("td", &row.difference, true))
            .with(light)
    });
    element("table").with(element("thead").with(element("tr").all(head))).with(element("tbody").all(rows))
}

/// Where months and values lie in the plot.
struct Scale<'a> {
    trend: &'a Trend,
}

impl Scale<'_> {
    fn x(&self, month: usize) -> f64 {
        let last = self.trend.months.len().saturating_sub(1).max(1) as f64;
        PLOT[0] + (PLOT[2] - PLOT[0]) * month as f64 / last
    }

    fn y(&self, value: f64) -> f64 {
        let axis = &self.trend.axis;
        let share = (value - axis.low) / (axis.high - axis.low).max(f64::MIN_POSITIVE);
        PLOT[3] - (PLOT[3] - PLOT[1]) * share.clamp(0.0, 1.0)
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

fn picture(matter: &Matter<'_>, trend: &Trend) -> Element {
    let scale = Scale { trend };
    let [left, top, right, bottom] = PLOT;
    let path = |class: &str, path: String| classed("path", class).set("d", path);
    let mut picture = classed("svg", "brief-trend")
        .set("viewBox", format!("0 0 {} {}", SIZE[0], SIZE[1]))
        .set("role", "img")
        .set("aria-label", format!("{}{}{}", trend.title, matter.pick("。", ". "), trend.subtitle));
    let lines = ((trend.axis.high - trend.axis.low) / trend.axis.step).round().clamp(0.0, 12.0) as usize;
    for line in 0..=lines {
        let value = trend.axis.low + trend.axis.step * line as f64;
        let y = scale.y(value);
        picture = picture.with(path("grid", format!("M{left:.1} {y:.1}H{right:.1}"))).with(words(
            left - 6.0,
            y + 4.0,
            "end",
            &format::trimmed(value, 2),
        ));
    }
    for (at, month) in trend.months.iter().enumerate().filter(|(_, month)| !month.label.is_empty()) {
        let x = scale.x(at);
        picture = picture.with(path("tick", format!("M{x:.1} {bottom:.1}v4"))).with(words(
            x,
            bottom + 16.0,
            "middle",
            &month.label,
        ));
    }
    let (due, target) = trend.target;
    let (x, y) = (scale.x(due), scale.y(target));
    picture = picture
        .with(path("target", format!("M{left:.1} {y:.1}H{x:.1}")))
        .with(path("pole", format!("M{x:.1} {bottom:.1}V{y:.1}M{:.1} {y:.1}h12", x - 6.0)))
        .with(words(right, top - 8.0, "end", &trend.target_label))
        .with(path("pace", scale.line(|month| trend.months[month].pace, trend.stepped_pace)))
        .with(path("actual", scale.line(|month| trend.months[month].actual, trend.stepped)));
    if let Some(name) = &trend.pace_name {
        let y = scale.y(name.value) + if name.above { -8.0 } else { 14.0 };
        picture = picture.with(words(scale.x(name.at), y, "end", name.text));
    }
    if let Some((at, light, text)) = &trend.last
        && let Some(value) = trend.months.get(*at).and_then(|month| month.actual)
    {
        let (x, y) = (scale.x(*at), scale.y(value));
        let mark = marks::light(*light, None)
            .set("x", format!("{:.1}", x - 7.0))
            .set("y", format!("{:.1}", y - 7.0))
            .set("width", "14")
            .set("height", "14");
        // Below the lines, where the space between them is not.
        let (at, anchor, [from, to]) = last_place(x, scale.x(due), label::width(text) * LETTER);
        let beside =
            trend.months.iter().enumerate().filter(|(month, _)| (from..to).contains(&scale.x(*month)));
        let lowest = beside
            .flat_map(|(_, month)| month.actual.into_iter().chain(month.pace))
            .map(|value| scale.y(value))
            .fold(y + 8.0, f64::max);
        picture = picture.with(mark).with(words(at, (lowest + 14.0).min(bottom - 4.0), anchor, text));
    }
    picture
}

/// Where the words of the last figure stand, how, and from where to where they reach: within the picture and clear of
/// the target's pole, if they can.
fn last_place(x: f64, pole: f64, width: f64) -> (f64, &'static str, [f64; 2]) {
    let place = |at: f64, anchor, share: f64| (at, anchor, [at - width * share, at + width * (1.0 - share)]);
    let places = [
        place(x + 2.0, "middle", 0.5),
        place(x + 7.0, "end", 1.0),
        place(pole - 4.0, "end", 1.0),
        place(pole + 4.0, "start", 0.0),
    ];
    let is_clear =
        |[from, to]: [f64; 2]| from >= PLOT[0] && to <= SIZE[0] && (to + 3.0 <= pole || pole + 3.0 <= from);
    places.into_iter().find(|(.., reach)| is_clear(*reach)).unwrap_or(places[1])
}

fn words(x: f64, y: f64, anchor: &str, text: &str) -> Element {
    element("text")
        .set("x", format!("{x:.1}"))
        .set("y", format!("{y:.1}"))
        .set("text-anchor", anchor)
        .text(text)
}
