//! Townships by how far their figures are from what is due, or from the target: a figure that has a middle.

use super::super::choropleth::{Choropleth, Class, Legend, Town, absent, absentees, observe, why, why_brief};
use super::super::classing::{Classing, shown};
use super::super::scope::Scope;
use super::cuts::side;
use crate::domain::pace::Pace;
use crate::domain::{
    Comparator, Direction, Indicator, Lang, Month, RuleKind, RulePack, Unit, UnitKind, format,
};

/// From what the distances are.
#[derive(Clone, Debug, PartialEq)]
pub struct Middle {
    pace: Pace,
    target: f64,
    less_is_better: bool,
    /// The distances at which the rule pack changes the light, in the indicator's unit.
    pub declared: Option<[f64; 2]>,
}

impl Middle {
    /// The middle of an indicator's figures per township. Only a level in percent is one and the same aim for each of
    /// them: of an amount or a count no township owes the district's whole target, and the plan declares no part of it.
    pub fn of(indicator: &Indicator, start: Month, rule: &RulePack) -> Option<Self> {
        let goal = &indicator.goal;
        let is_level = indicator.unit.kind == UnitKind::Percent && goal.kind.is_measured();
        if !is_level || goal.comparator == Comparator::Between {
            return None;
        }
        let pace = Pace::of(indicator, start);
        let declared = match (rule.rule, pace.origin()) {
            (RuleKind::PaceGap { yellow_from, red_over }, Some(origin)) => {
                let point = (goal.target - origin).abs() / 100.0;
                let [near, far] =
                    [yellow_from, red_over].map(|points| shown(points * point, indicator.unit.decimals));
                (0.0 < near && near < far).then_some([near, far])
            }
            _ => None,
        };
        Some(Self { pace, target: goal.target, less_is_better: goal.direction == Direction::Down, declared })
    }

    /// Whether what is due moves with the months; else it is the target all along.
    fn is_paced(&self) -> bool {
        !matches!(self.pace, Pace::DueOnly { .. })
    }

    /// The figure minus what is due in the month.
    pub fn distance(&self, figure: f64, month: Month) -> f64 {
        let due = if self.is_paced() { self.pace.plan_at(month) } else { None };
        figure - due.unwrap_or(self.target)
    }
}

/// The distances of a month in the classes given. Their sign is written.
pub fn shade_by_distance(
    scope: &Scope<'_>,
    indicator: &Indicator,
    month: Month,
    classing: &Classing,
    middle: &Middle,
) -> Choropleth {
    let (lang, unit) = (scope.lang, &indicator.unit);
    let written = |distance: f64| format::signed(unit.scale(distance, lang), unit.decimals(lang));
    let town = |town: &crate::domain::Township| {
        let figure = observe(indicator, &town.code, month);
        let number = figure.and_then(|figure| figure.as_ref().ok());
        let distance = number.map(|number| middle.distance(*number, month));
        let class = distance.map(|distance| classing.class(shown(distance, unit.decimals)));
        Town {
            code: town.code.clone(),
            name: town.name.get(lang).into(),
            short: town.short.get(lang).into(),
            value: distance.map_or_else(|| why(figure, month, lang), written),
            brief: distance.map_or_else(|| why_brief(figure, lang).into(), written),
            figure: distance,
            tone: class.map(|class| side(class, middle.less_is_better)),
            change: String::new(),
        }
    };
    let towns: Vec<Town> = scope.edition.townships.iter().map(town).collect();
    let name = indicator.short().get(lang);
    let from = if middle.is_paced() {
        lang.pick("距序时", "from pace")
    } else {
        lang.pick("距目标", "from target")
    };
    let mut finding = said(&towns, name, middle, lang);
    let absent = absentees(&absent(scope, indicator, month), lang);
    if !absent.is_empty() {
        finding += &lang.pick(format!("；{absent}"), format!("; {absent}"));
    }
    Choropleth {
        id: indicator.id.clone(),
        name: lang.pick(format!("{name}{from}"), format!("{name}, {from}")),
        legend: legend(&towns, classing, middle, unit, lang),
        towns,
        finding,
        since: None,
    }
}

/// `13个街镇智慧结算率：9个达到序时，4个落后`.
fn said(towns: &[Town], name: &str, middle: &Middle, lang: Lang) -> String {
    let sign = if middle.less_is_better { -1.0 } else { 1.0 };
    let known: Vec<f64> = towns.iter().filter_map(|town| town.figure).collect();
    // As written: what is shown as nothing is not behind.
    let reached = towns
        .iter()
        .filter(|town| {
            town.figure.is_some_and(|off| {
                sign * off >= 0.0 || town.value.chars().all(|c| !c.is_ascii_digit() || c == '0')
            })
        })
        .count();
    let (count, behind) = (known.len(), known.len() - reached);
    let what =
        if middle.is_paced() { lang.pick("序时", "pace") } else { lang.pick("目标", "the target") };
    lang.pick(
        format!("{count}个街镇{name}：{reached}个达到{what}，{behind}个未达"),
        format!("{name} in {count} townships: {reached} reach {what}, {behind} do not"),
    )
}

fn legend(towns: &[Town], classing: &Classing, middle: &Middle, unit: &Unit, lang: Lang) -> Legend {
    let write = |limit: &f64| {
        let value = unit.scale(*limit, lang);
        let plus = if value > 0.0 { "+" } else { "" };
        format!("{plus}{}", format::trimmed(value, unit.decimals(lang)))
    };
    let breaks: Vec<String> = classing.breaks.iter().map(write).collect();
    let to = lang.pick("至", " to ");
    let classes = (0..=breaks.len()).map(|class| {
        let tone = side(class, middle.less_is_better);
        Class {
            tone,
            range: match (class.checked_sub(1).map(|below| &breaks[below]), breaks.get(class)) {
                (Some(start), Some(end)) => format!("{start}{to}{end}"),
                (None, Some(end)) => format!("<{end}"),
                (Some(start), None) => format!("≥{start}"),
                (None, None) => String::new(),
            },
            count: towns.iter().filter(|town| town.tone == Some(tone)).count(),
        }
    });
    Legend {
        classes: classes.collect(),
        unit: lang.pick("个百分点", "points").into(),
        no_data: towns.iter().filter(|town| town.tone.is_none()).count(),
        breaks,
        diverging: true,
    }
}
