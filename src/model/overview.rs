//! The overview: how the plan stands, in one page.

use super::card::{Card, card};
use super::changes::{LightChange, changes};
use super::dues::{Due, dues};
use super::headline::{Run, headline, lead};
use super::scope::Scope;
use super::versus::since;
use crate::domain::{Indicator, Light, Standing, Tally, format, order};

/// A domain with its goals.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainGroup {
    /// The domain's id.
    pub id: String,
    /// Its number in the plan's order, from 1; it chooses the colour.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// What the district wants to be in it.
    pub position: String,
    /// The character of its seal.
    pub seal: String,
    /// Its goals' lights, the gravest first.
    pub lights: Vec<Light>,
    /// How many of which.
    pub tally: Tally,
    /// Its goals, broken where a wide page's row of [`COLUMNS`] is full.
    pub segments: Vec<Vec<Card>>,
}

/// How much of the plan's time is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Months gone.
    pub gone: i32,
    /// All months.
    pub total: i32,
    /// In words.
    pub text: String,
}

/// The overview page.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// `第30期`.
    pub issue: String,
    /// When it was published.
    pub published: Option<String>,
    /// The headline.
    pub headline: String,
    /// The sentences under it.
    pub lead: Vec<Run>,
    /// The domains with their goals.
    pub groups: Vec<DomainGroup>,
    /// All lights.
    pub tally: Tally,
    /// The plan's time.
    pub timeline: Timeline,
    /// Since when the changes are, where the reader chose an edition.
    pub since: Option<String>,
    /// What changed since last month, or since that edition.
    pub changes: Vec<LightChange>,
    /// What falls due.
    pub dues: Vec<Due>,
    /// Whether generated figures are shown.
    pub demo: bool,
}

/// The overview of an edition.
pub fn overview(scope: &Scope<'_>) -> Overview {
    let (edition, lang) = (scope.edition, scope.lang);
    let items: Vec<(&Indicator, Standing)> =
        edition.indicators.iter().map(|indicator| (indicator, scope.standing(indicator))).collect();
    let tally: Tally = items.iter().map(|(_, standing)| standing.light).collect();
    let total = edition.end.since(edition.start) + 1;
    let gone = (edition.month.since(edition.start) + 1).clamp(0, total);
    let left = total - gone;
    Overview {
        as_of: as_of(scope),
        issue: lang.pick(format!("第{gone}期"), format!("No. {gone}")),
        published: edition.published.map(|day| {
            let day = format::day(day, lang);
            lang.pick(format!("{day}发布"), format!("Published {day}"))
        }),
        headline: headline(scope, &tally),
        lead: lead(scope, &items, &tally),
        groups: groups(scope, &items),
        tally,
        timeline: Timeline {
            gone,
            total,
            text: match left {
                0 => lang.pick("计划期已满", "The plan's time is over").to_owned(),
                _ => lang.pick(
                    format!("时间过去{gone}个月，还剩{left}个月"),
                    format!("{gone} months gone, {left} left"),
                ),
            },
        },
        since: since(scope),
        changes: changes(scope, &items),
        dues: dues(scope, &items),
        demo: scope.is_demo(),
    }
}

/// `截至2022年6月30日`.
pub fn as_of(scope: &Scope<'_>) -> String {
    let day = format::day(scope.edition.as_of, scope.lang);
    scope.lang.pick(format!("截至{day}"), format!("As of {day}"))
}

/// Cards in a row of a wide page.
pub const COLUMNS: usize = 6;

/// Breaks a domain's goals into rows. What fits into the row begun by the domain before stays whole;
/// only a domain longer than a row is broken.
pub(super) fn segments(mut cards: Vec<Card>, room: &mut usize) -> Vec<Vec<Card>> {
    let mut segments = Vec::new();
    while !cards.is_empty() {
        if *room == 0 || (cards.len() > *room && cards.len() <= COLUMNS) {
            *room = COLUMNS;
        }
        let rest = cards.split_off(cards.len().min(*room));
        *room -= cards.len();
        segments.push(std::mem::replace(&mut cards, rest));
    }
    segments
}

fn groups(scope: &Scope<'_>, items: &[(&Indicator, Standing)]) -> Vec<DomainGroup> {
    let domains = scope.edition.domains.iter().enumerate();
    let mut room = COLUMNS;
    domains
        .map(|(index, domain)| {
            let own: Vec<_> = items.iter().filter(|(indicator, _)| indicator.domain == domain.id).collect();
            let mut lights: Vec<Light> = own.iter().map(|(_, standing)| standing.light).collect();
            order::sort_by_key(&mut lights, |light| Light::ALL.iter().position(|other| other == light));
            DomainGroup {
                id: domain.id.clone(),
                number: index + 1,
                name: domain.name.get(scope.lang).into(),
                position: domain.position.get(scope.lang).into(),
                seal: domain.seal.clone(),
                tally: lights.iter().copied().collect(),
                lights,
                segments: segments(
                    own.iter().map(|(indicator, standing)| card(scope, indicator, standing)).collect(),
                    &mut room,
                ),
            }
        })
        .collect()
}
