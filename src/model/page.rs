//! One goal in full: facts, lights, arithmetic, every figure, and who and what belongs to it.

use super::bars::{Bars, bars};
use super::card::{Card, card};
use super::frame::{self, Frame};
use super::notices::{NoticeLine, notices_about};
use super::reckoning::{Reckoning, gap};
use super::relations::{Relations, relations};
use super::scope::Scope;
use super::sheets;
use super::strip::{Strip, strip};
use super::table::Sheet;
use super::trend::{Trend, trend};
use super::versus::versus;
use super::why::{Why, why};
use super::words;
use crate::domain::forecast::Forecast;
use crate::domain::{
    Assessment, Indicator, Lang, Light, Observation, Standing, Status, Unit, change, format,
};

/// A figure named above the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// The unit behind it.
    pub unit: String,
    /// Whether it is written smaller.
    pub minor: bool,
}

/// One month in the table of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthRow {
    /// The month.
    pub month: String,
    /// The figure, or the reason for its absence.
    pub actual: String,
    /// What was due.
    pub plan: String,
    /// Actual minus due.
    pub difference: String,
    /// Its light with the light's word, where something was due.
    pub light: Option<(Light, String)>,
    /// Provisional, revised, or the source.
    pub status: String,
}

/// A named source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    /// What it says and when.
    pub text: String,
    /// Where it can be read.
    pub url: Option<String>,
}

/// The page of one goal.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorPage {
    /// The goal as a card.
    pub card: Card,
    /// Its full name.
    pub name: String,
    /// Its domain's number, seal and name.
    pub domain: (usize, String, String),
    /// `网络零售额272.6亿元，落后4.4亿元，连续2个到期点红灯`.
    pub headline: String,
    /// The lead with its basis.
    pub lead: String,
    /// What the plan asks, and where.
    pub about: String,
    /// Figures above the chart.
    pub facts: Vec<Fact>,
    /// Over time.
    pub trend: Trend,
    /// What stands around the trend.
    pub frame: Frame,
    /// The months as a table that leaves the page.
    pub sheet: Sheet,
    /// Month by month.
    pub strip: Strip,
    /// The arithmetic of the light.
    pub why: Why,
    /// The forecast in a sentence.
    pub forecast: String,
    /// Every month's figure, the newest first.
    pub rows: Vec<MonthRow>,
    /// The unit, for the table's head.
    pub unit: String,
    /// Who, what and where.
    pub relations: Relations,
    /// The announcements about it.
    pub notices: Vec<NoticeLine>,
    /// Its figures per township, where there are some.
    pub bars: Option<Bars>,
    /// Named sources of what is shown.
    pub sources: Vec<SourceLine>,
    /// The goals before and after it in the plan.
    pub neighbours: [Option<(String, String)>; 2],
}

/// The page of the indicator with this id, `None` where the edition has none.
pub fn page(scope: &Scope<'_>, id: &str) -> Option<IndicatorPage> {
    let (edition, lang) = (scope.edition, scope.lang);
    let index = edition.indicators.iter().position(|indicator| indicator.id == id)?;
    let indicator = &edition.indicators[index];
    let standing = scope.standing(indicator);
    let card = card(scope, indicator, &standing);
    let number = edition.domains.iter().position(|domain| domain.id == indicator.domain)?;
    let domain = &edition.domains[number];
    let forecast = Forecast::of(&indicator.goal, &indicator.series, edition.month);
    let neighbour = |at: Option<usize>| {
        let indicator = edition.indicators.get(at?)?;
        Some((indicator.id.clone(), indicator.short().get(lang).to_owned()))
    };
    let headline = headline(scope, indicator, &card, &standing);
    let trend = trend(scope, indicator, &standing);
    Some(IndicatorPage {
        frame: frame::of_goal(scope, indicator, &card, &trend, &headline),
        sheet: sheets::goal(scope, id)?,
        name: indicator.name.get(lang).into(),
        domain: (number + 1, domain.seal.clone(), domain.name.get(lang).into()),
        headline,
        lead: lead(scope, indicator),
        about: about(scope, indicator),
        facts: facts(scope, indicator, &standing),
        trend,
        strip: strip(scope, indicator, &standing),
        why: why(scope, indicator, &standing),
        forecast: words::forecast(indicator, forecast.as_ref().map_err(|why| *why), lang),
        rows: rows(scope, indicator, &standing),
        unit: indicator.unit.label(lang).into(),
        relations: relations(scope, indicator),
        notices: notices_about(scope, &indicator.id),
        bars: bars(scope, indicator),
        sources: sources(scope, indicator),
        neighbours: [neighbour(index.checked_sub(1)), neighbour(Some(index + 1))],
        card,
    })
}

fn headline(scope: &Scope<'_>, indicator: &Indicator, card: &Card, standing: &Standing) -> String {
    let lang = scope.lang;
    let name = indicator.short().get(lang);
    let figure = indicator
        .series
        .number(scope.edition.month)
        .filter(|_| indicator.goal.kind.is_measured())
        .map(|value| format::quantity(value, &indicator.unit, lang))
        .unwrap_or_default();
    let red = if standing.red_streak() > 1 {
        let length = words::streak(standing, lang);
        lang.pick(format!("，连续{length}红灯"), format!("; red for {length}"))
    } else {
        String::new()
    };
    match figure.as_str() {
        "" => lang.pick(format!("{name}：{}{red}", card.note), format!("{name}: {}{red}", card.note)),
        _ => lang.pick(
            format!("{name}{figure}，{}{red}", card.note),
            format!("{name} {figure}: {}{red}", card.note),
        ),
    }
}

fn lead(scope: &Scope<'_>, indicator: &Indicator) -> String {
    let lang = scope.lang;
    let Some(lead) = scope.department(indicator.lead.as_deref()) else { return String::new() };
    let basis = indicator.lead_basis.note.as_ref().map(|note| note.get(lang)).unwrap_or_default();
    match (indicator.lead_basis.inferred, basis) {
        (false, _) => lang.pick(format!("牵头　{lead}"), format!("Lead: {lead}")),
        (true, "") => lang.pick(format!("牵头　{lead}（推定）"), format!("Lead: {lead} (inferred)")),
        (true, basis) => {
            lang.pick(format!("牵头　{lead}（推定：{basis}）"), format!("Lead: {lead} (inferred: {basis})"))
        }
    }
}

fn about(scope: &Scope<'_>, indicator: &Indicator) -> String {
    let lang = scope.lang;
    let target = if indicator.goal.kind.is_measured() {
        format::target(&indicator.goal, &indicator.unit, lang)
    } else {
        lang.pick("完成".into(), "done".into())
    };
    let due = format::day(indicator.goal.due, lang);
    let section = indicator.section.as_deref().unwrap_or_default();
    let name = indicator.name.get(lang);
    let note = indicator.note.as_ref().map(|note| note.get(lang)).unwrap_or_default();
    let goal = lang.pick(
        format!("{name}。计划目标：{target}，{due}前。见方案{section}。"),
        format!("{name}. The plan's target: {target} by {due}; section {section} of the plan. "),
    );
    goal + note
}

fn facts(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Vec<Fact> {
    let lang = scope.lang;
    let (unit, month) = (&indicator.unit, scope.edition.month);
    if !indicator.goal.kind.is_measured() {
        return Vec::new();
    }
    let name = format::month_name(month, lang);
    let label = unit.label(lang).to_owned();
    let fact = |label: String, value: String, unit: String| Fact { label, value, unit, minor: false };
    let reckoning = Reckoning::of(scope, standing);
    let of = reckoning.and_then(|reckoning| reckoning.month(scope)).unwrap_or_else(|| name.clone());
    let actual = reckoning.and_then(|reckoning| reckoning.at.actual());
    let mut facts = vec![fact(
        lang.pick(format!("实际（{of}）"), format!("Actual ({of})")),
        actual.map_or(format::NONE.into(), |value| format::figure(value, unit, lang)),
        label.clone(),
    )];
    if let Some(at) = reckoning.map(|reckoning| reckoning.at).filter(|at| at.point.is_some()) {
        let row = month_row(scope, indicator, at);
        facts.push(fact(lang.pick("序时", "Due by then").into(), row.plan, String::new()));
        if at.difference().is_some() {
            facts.push(fact(lang.pick("差", "Difference").into(), row.difference, String::new()));
        }
    }
    let due = format::short_month(indicator.goal.due.month(), lang);
    facts.push(fact(
        lang.pick(format!("目标，{due}"), format!("Target, {due}")),
        format::target(&indicator.goal, unit, lang),
        String::new(),
    ));
    if let Some(value) = indicator.series.number(month)
        && reckoning.is_some_and(|reckoning| !reckoning.is_newest)
    {
        let label = lang.pick(format!("最新（{name}）"), format!("Newest ({name})"));
        let value = format::quantity(value, unit, lang);
        facts.push(Fact { label, value, unit: String::new(), minor: true });
    }
    for (months, zh, en) in [(1, "环比上月", "On last month"), (12, "同比上年同月", "On last year")]
    {
        let change = change::over(&indicator.series, month, months);
        if change.is_ok() {
            let value = words::change(change, unit, lang);
            facts.push(Fact { label: lang.pick(zh, en).into(), value, unit: String::new(), minor: true });
        }
    }
    if let Some(versus) = versus(scope, indicator, standing) {
        facts.push(Fact { label: versus.since, value: versus.change, unit: String::new(), minor: true });
    }
    facts
}

fn rows(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Vec<MonthRow> {
    standing.history.iter().rev().map(|assessment| month_row(scope, indicator, assessment)).collect()
}

/// One month of an indicator in words.
pub(super) fn month_row(scope: &Scope<'_>, indicator: &Indicator, assessment: &Assessment) -> MonthRow {
    let lang = scope.lang;
    let unit = &indicator.unit;
    let measured = indicator.goal.kind.is_measured();
    let write = |value: f64| {
        if measured {
            format::figure(value, unit, lang)
        } else if indicator.goal.is_met(value) {
            lang.pick("完成", "done").to_owned()
        } else {
            lang.pick("未完成", "not done").to_owned()
        }
    };
    let observation = indicator.series.at(assessment.month);
    let actual = match observation.map(|observation| &observation.figure) {
        Some(Ok(value)) => write(*value),
        Some(Err(absent)) => format!("{} {}", format::NONE, words::reason(absent.reason, lang)),
        None => format::NONE.to_owned(),
    };
    let status = observation.map(|observation| status(scope, indicator, observation)).unwrap_or_default();
    let plan = assessment.point.filter(|_| measured).map(|point| format::fine_figure(point.plan, unit, lang));
    let difference = gap(assessment, unit, lang)
        .filter(|_| measured)
        .map(|difference| format::signed(unit.scale(difference, lang), unit.decimals(lang).max(1)));
    MonthRow {
        month: format::month(assessment.month, lang),
        actual,
        plan: plan.unwrap_or_else(|| format::NONE.into()),
        difference: difference.unwrap_or_else(|| format::NONE.into()),
        light: assessment
            .point
            .map(|_| (assessment.light, scope.rule.label(assessment.light, lang).to_owned())),
        status,
    }
}

fn status(scope: &Scope<'_>, indicator: &Indicator, observation: &Observation) -> String {
    let lang = scope.lang;
    let mut parts = remarks(observation, &indicator.unit, lang);
    if let Some(source) = observation.source.as_ref().and_then(|id| scope.edition.source(id)) {
        parts.push(source.title.get(lang).to_owned());
    }
    parts.join(lang.pick("；", "; "))
}

/// How final a figure is, and more about its absence.
pub fn remarks(observation: &Observation, unit: &Unit, lang: Lang) -> Vec<String> {
    let mut parts = Vec::new();
    match &observation.status {
        Status::Final => {}
        Status::Provisional => parts.push(lang.pick("p 初步", "p provisional").to_owned()),
        Status::Revised { was, reason } => {
            let was = format::figure(*was, unit, lang);
            let reason = reason.get(lang);
            parts.push(
                lang.pick(format!("r 修订：{reason}，原{was}"), format!("r revised: {reason}, was {was}")),
            );
        }
    }
    if let Err(absent) = &observation.figure
        && let Some(note) = &absent.note
    {
        parts.push(note.get(lang).to_owned());
    }
    parts
}

fn sources(scope: &Scope<'_>, indicator: &Indicator) -> Vec<SourceLine> {
    let lang = scope.lang;
    let happened = indicator.events.iter().filter(|event| event.date.month() <= scope.edition.month);
    let events = happened.map(|event| {
        let source = event.source.as_ref().and_then(|id| scope.edition.source(id));
        let (day, name) = (format::day(event.date, lang), event.name.get(lang));
        let origin = source.map_or(lang.pick("演示", "demo"), |source| source.title.get(lang));
        SourceLine {
            text: lang.pick(format!("{day}　{name}（{origin}）"), format!("{day}: {name} ({origin})")),
            url: source.and_then(|source| source.url.clone()),
        }
    });
    let plan =
        scope.edition.documents.iter().filter(|document| document.kind == "plan").map(|document| {
            SourceLine { text: document.title.get(lang).to_owned(), url: document.url.clone() }
        });
    events.chain(plan).collect()
}
