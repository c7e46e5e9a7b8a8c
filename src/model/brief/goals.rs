//! Every goal with its figures and the lights of the last twelve months, and the reds with their arithmetic.

use super::super::card;
use super::super::leaf::{Element, classed, element, link};
use super::super::page::month_row;
use super::super::reckoning::Reckoning;
use super::super::strip::strip;
use super::super::why::why;
use super::{Matter, cell, group, marks};
use crate::domain::{Indicator, Light, Standing, format};
use crate::model::CardFigure;
use crate::route::View;

/// So many months back a row of lights reaches.
const MONTHS: usize = 12;

/// The table of all goals, by domain.
pub fn table(matter: &Matter<'_>) -> Element {
    let scope = &matter.scope;
    let heads = matter.pick(
        [
            ("灯", false),
            ("指标", false),
            ("实际", true),
            ("序时", true),
            ("差", true),
            ("目标", true),
            ("牵头", false),
            ("近12个月的灯", false),
        ],
        [
            ("Light", false),
            ("Goal", false),
            ("Actual", true),
            ("Due by then", true),
            ("Gap", true),
            ("Target", true),
            ("Lead", false),
            ("Lights of 12 months", false),
        ],
    );
    let caption = matter.pick("全部目标", "All goals");
    let groups = scope.edition.domains.iter().filter_map(|domain| {
        let own = scope.edition.indicators.iter().filter(|goal| goal.domain == domain.id);
        let rows: Vec<Element> = own.map(|goal| row(matter, goal)).collect();
        (!rows.is_empty()).then(|| group(domain.name.get(scope.lang), heads.len(), rows))
    });
    classed("section", "brief-goals").with(super::table("brief-ledger", caption, &heads, groups))
}

fn row(matter: &Matter<'_>, goal: &Indicator) -> Element {
    let scope = &matter.scope;
    let standing = scope.standing(goal);
    let reckoning = Reckoning::of(scope, &standing);
    let [actual, plan, gap] = match &reckoning {
        Some(reckoning) => {
            let row = month_row(scope, goal, reckoning.at);
            [actual(matter, goal, reckoning, row.actual), row.plan, row.difference]
        }
        None => [format::NONE; 3].map(str::to_owned),
    };
    let month = reckoning.and_then(|reckoning| reckoning.month(scope));
    let month = month.map(|month| element("small").text(month));
    let lead = scope.department(goal.lead.as_deref()).map(|name| marks::lead(name, goal.lead_basis.inferred));
    let name = link(matter.state.to_record(View::Indicator, &goal.id), goal.short().get(scope.lang));
    element("tr")
        .with(element("td").with(marks::labelled(scope, standing.light)))
        .with(element("th").set("scope", "row").with(name))
        .with(cell("td", &actual, true).all(month))
        .with(cell("td", &plan, true))
        .with(cell("td", &gap, true))
        .with(cell("td", &card::target(goal, scope.lang), true))
        .with(cell("td", lead.as_deref().unwrap_or_default(), false))
        .with(element("td").with(months(matter, goal, &standing)))
}

/// The figure of the month reckoned with; of what is done or not, before it is due, the state that a card shows.
fn actual(matter: &Matter<'_>, goal: &Indicator, reckoning: &Reckoning<'_>, figure: String) -> String {
    let is_number = goal.goal.kind.is_measured() && reckoning.at.actual().is_some();
    match card::figure(&matter.scope, goal) {
        _ if is_number && goal.unit.label(matter.scope.lang) == "%" => figure + "%",
        CardFigure::State(state) if reckoning.at.point.is_none() => state,
        _ => figure,
    }
}

/// The lights of the last months, a dot where nothing was due.
fn months(matter: &Matter<'_>, goal: &Indicator, standing: &Standing) -> Element {
    let strip = strip(&matter.scope, goal, standing);
    let gone = &strip.months[..standing.history.len().min(strip.months.len())];
    let shown = gone.iter().skip(gone.len().saturating_sub(MONTHS)).map(|month| match month.light {
        Some(light) => element("li").with(marks::light(light, Some(&month.title))),
        None => element("li")
            .with(classed("span", "strip-dot").set("role", "img").set("aria-label", &month.title)),
    });
    classed("ol", "brief-months").all(shown)
}

/// The reds, the longest first, each with the arithmetic of its light and who leads.
pub fn reds(matter: &Matter<'_>) -> Element {
    let scope = &matter.scope;
    let reds = red(matter);
    let count = reds.len();
    let heading = matter.pick(format!("红灯{count}项"), format!("{count} red"));
    let items = reds.iter().map(|(goal, standing)| {
        let line = why(scope, goal, standing).line;
        let lead =
            scope.department(goal.lead.as_deref()).map(|name| marks::lead(name, goal.lead_basis.inferred));
        let (stop, space) = (matter.pick("。", ". "), matter.pick("　", " "));
        let text =
            format!("{space}{line}{stop}{}", lead.map(|lead| lead + stop.trim_end()).unwrap_or_default());
        element("li").with(element("b").text(goal.short().get(scope.lang))).text(text)
    });
    let items: Vec<Element> = items.collect();
    let section = classed("section", "brief-reds").with(element("h2").text(heading));
    if items.is_empty() {
        return section
            .with(element("p").text(matter.pick("本期没有红灯。", "None is red in this edition.")));
    }
    section.with(element("ul").all(items))
}

/// The red goals, those longest red first.
pub fn red<'a>(matter: &Matter<'a>) -> Vec<(&'a Indicator, Standing)> {
    let scope = &matter.scope;
    let all = scope.edition.indicators.iter().map(|goal| (goal, scope.standing(goal)));
    let mut reds: Vec<(&Indicator, Standing)> =
        all.filter(|(_, standing)| standing.light == Light::Red).collect();
    crate::domain::order::sort_by_key(&mut reds, |(_, standing)| std::cmp::Reverse(standing.red_streak()));
    reds
}
