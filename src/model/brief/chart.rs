//! The way of each red goal as a line with its pace, in ink that needs no colour, beside its last months in figures.

use super::super::leaf::{Element, classed, element, link};
use super::super::page::month_row;
use super::super::trend::trend;
use super::super::trend_picture::{Frame, trend_picture};
use super::{Matter, cell, goals, marks, section};
use crate::domain::{Indicator, Standing, format};
use crate::route::View;

/// A picture, in units of a quarter of a millimetre.
const FRAME: Frame =
    Frame { class: "trend-picture", size: [400.0, 176.0], plot: [46.0, 20.0, 384.0, 154.0], letter: 12.0 };
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
        .with(trend_picture(&trend, &FRAME, scope.lang))
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
