//! What stands around a chart: what is seen, of what, from where and as of when.

use super::card::{Card, Provenance};
use super::overview;
use super::scope::Scope;
use super::trend::Trend;
use crate::domain::{Edition, Indicator, Lang, format};

/// The words around a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What is seen, in a sentence.
    pub title: String,
    /// Measure, unit and period.
    pub subtitle: String,
    /// The data in one sentence.
    pub summary: String,
    /// Where it comes from; empty where nothing says so.
    pub source: String,
    /// As of when.
    pub as_of: String,
    /// Whether it is generated, sourced or only planned.
    pub provenance: Provenance,
    /// The title of a picture that stands by itself.
    pub headline: String,
    /// What names of files begin with: the id of what is shown, and the month.
    pub file: [String; 2],
}

/// What is written into a picture of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// The title.
    pub title: String,
    /// What is seen, measure, unit and period.
    pub subtitle: String,
    /// Source, date and address, a line each.
    pub foot: Vec<String>,
    /// The demo mark.
    pub demo: Option<&'static str>,
}

impl Frame {
    /// What is written into a picture of the chart that stands at an address.
    pub fn caption(&self, address: &str, lang: Lang) -> Caption {
        let stop = lang.pick("。", ". ");
        let facts = [self.as_of.as_str(), self.source.as_str()];
        let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        Caption {
            title: self.headline.clone(),
            subtitle: format!("{}{stop}{}", self.title, self.subtitle),
            foot: vec![facts.join(lang.pick("。", ". ")), address.to_owned()],
            demo: (self.provenance == Provenance::Demo).then(|| lang.pick("演示数据", "Demo data")),
        }
    }
}

impl Caption {
    /// What is written into a picture of many records that stands at an address.
    pub fn of_many(scope: &Scope<'_>, title: &str, subtitle: String, demo: bool, address: &str) -> Self {
        let lang = scope.lang;
        let facts = [overview::as_of(scope), plan(scope.edition, lang)];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        Self {
            title: title.to_owned(),
            subtitle,
            foot: vec![facts.join(lang.pick("。", ". ")), address.to_owned()],
            demo: demo.then(|| lang.pick("演示数据", "Demo data")),
        }
    }
}

/// What stands around the trend of a goal.
pub fn of_goal(
    scope: &Scope<'_>,
    indicator: &Indicator,
    card: &Card,
    trend: &Trend,
    headline: &str,
) -> Frame {
    Frame {
        title: trend.title.clone(),
        subtitle: trend.subtitle.clone(),
        summary: summary(scope, indicator, card),
        source: source(scope.edition, indicator, scope.lang),
        as_of: overview::as_of(scope),
        provenance: card.provenance,
        headline: headline.to_owned(),
        file: [indicator.id.clone(), scope.edition.month.to_string()],
    }
}

/// From where to where, and how that stands: `2020年1月165.9亿元，2022年6月272.6亿元；落后4.4亿元，目标>300亿元。`
fn summary(scope: &Scope<'_>, indicator: &Indicator, card: &Card) -> String {
    let lang = scope.lang;
    let measured = indicator.goal.kind.is_measured();
    let mut figures =
        indicator.series.numbers().filter(|(month, _)| measured && *month <= scope.edition.month);
    let ends = [figures.next(), figures.next_back()].into_iter().flatten().map(|(month, value)| {
        let (month, value) = (format::month(month, lang), format::quantity(value, &indicator.unit, lang));
        lang.pick(format!("{month}{value}"), format!("{month}: {value}"))
    });
    let ends: Vec<String> = ends.collect();
    let (note, target) = (&card.note, &card.target);
    match ends.is_empty() {
        true => lang.pick(format!("{note}；目标{target}。"), format!("{note}; target {target}.")),
        false => lang.pick(
            format!("{}；{note}，目标{target}。", ends.join("，")),
            format!("{}; {note}, target {target}.", ends.join(", ")),
        ),
    }
}

/// The named sources of a goal's figures and events, else the plan.
pub fn source(edition: &Edition, indicator: &Indicator, lang: Lang) -> String {
    let of_figures = indicator.series.iter().filter_map(|(_, observation)| observation.source.as_deref());
    let of_events = indicator.events.iter().filter_map(|event| event.source.as_deref());
    let mut titles: Vec<&str> = Vec::new();
    for title in of_figures.chain(of_events).filter_map(|id| edition.source(id)) {
        let title = title.title.get(lang);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    if !titles.is_empty() {
        let titles = titles.join(lang.pick("；", "; "));
        return lang.pick(format!("来源：{titles}"), format!("Source: {titles}"));
    }
    plan(edition, lang)
}

/// The plan by its title; nothing where the edition does not have it.
pub fn plan(edition: &Edition, lang: Lang) -> String {
    let plan = edition.documents.iter().find(|document| document.kind == "plan");
    plan.map_or_else(String::new, |plan| {
        let title = plan.title.get(lang);
        lang.pick(format!("计划出自《{title}》"), format!("Plan: {title}"))
    })
}
