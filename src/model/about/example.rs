//! A worked example for a light: a goal of the edition that has it, else one made up and marked so.

use std::collections::BTreeMap;

use super::super::card::provenance;
use super::super::scope::Scope;
use super::super::why::{Row, why};
use super::Example;
use crate::domain::standing::points_behind;
use crate::domain::{
    Comparator, Direction, DuePoint, Edition, Goal, Indicator, Kind, LeadBasis, Light, Month, Names,
    Observation, Pace, Reason, RuleKind, RulePack, Series, Standing, Unit, UnitKind, format,
};

/// Months of a made-up plan, and the one in which it is looked at.
const TOTAL: i32 = 12;
const NOW: i32 = 10;
/// The target of a made-up count: ten a month.
const TARGET: f64 = 120.0;

/// How a light comes about under a pack.
pub fn example(scope: &Scope<'_>, pack: &RulePack, light: Light) -> Option<Example> {
    let scope = Scope { rule: pack, ..*scope };
    let with_light = || {
        let goals = scope.edition.indicators.iter().map(|goal| (goal, scope.standing(goal)));
        goals.filter(move |(_, standing)| standing.light == light)
    };
    // Arithmetic shows best on a scale, and on a way that is shared out by months.
    let measured = with_light().find(|(goal, _)| goal.goal.kind.is_measured());
    if let Some((goal, standing)) = measured.or_else(|| with_light().next()) {
        return Some(worked(&scope, goal, &standing, true));
    }
    let goal = made_up(scope.edition.start, pack.rule, light);
    let edition = frame(scope.edition);
    let scope = Scope { edition: &edition, compared: None, ..scope };
    let standing = scope.standing(&goal);
    (standing.light == light).then(|| worked(&scope, &goal, &standing, false))
}

fn worked(scope: &Scope<'_>, goal: &Indicator, standing: &Standing, real: bool) -> Example {
    let lang = scope.lang;
    let why = why(scope, goal, standing);
    let mut rows = why.rows;
    rows.extend(why.difference);
    rows.extend(behind(scope, goal, standing));
    Example {
        name: goal.short().get(lang).into(),
        id: real.then(|| goal.id.clone()),
        provenance: provenance(scope, goal),
        rows,
        verdict: why.verdict,
    }
}

/// By how much of the whole way it is behind, under a rule that asks that.
fn behind(scope: &Scope<'_>, goal: &Indicator, standing: &Standing) -> Option<Row> {
    let (lang, unit) = (scope.lang, &goal.unit);
    let RuleKind::PaceGap { .. } = scope.rule.rule else { return None };
    let decided = standing.decided_by()?;
    let (point, actual) = (decided.point?, decided.actual()?);
    let pace = Pace::of(goal, scope.edition.start);
    let points = points_behind(&goal.goal, &pace, point, actual);
    if !goal.goal.kind.is_measured() || !points.is_finite() || points <= 0.0 {
        return None;
    }
    let write = |value: f64| format::trimmed(unit.scale(value, lang), unit.decimals(lang).max(1));
    let (due, is, target) = (write(point.plan), write(actual), write(goal.goal.target));
    let from = write(pace.origin().unwrap_or(0.0));
    let size = format::trimmed(points, 1);
    Some(Row {
        label: lang.pick("落后全程", "Behind, of the whole way").into(),
        detail: format!("({due} − {is}) ÷ ({target} − {from}) × 100"),
        value: lang.pick(format!("{size}个百分点"), format!("{size} points")),
    })
}

/// An edition without records, ten months into a plan of twelve.
fn frame(like: &Edition) -> Edition {
    let month = like.start.plus(NOW - 1);
    Edition {
        month,
        as_of: month.last_day(),
        published: None,
        kind: crate::domain::EditionKind::Official,
        start: like.start,
        end: like.start.plus(TOTAL - 1),
        domains: Vec::new(),
        departments: Vec::new(),
        projects: Vec::new(),
        indicators: Vec::new(),
        tasks: Vec::new(),
        sites: Vec::new(),
        townships: Vec::new(),
        organisation: Vec::new(),
        documents: Vec::new(),
        sources: Vec::new(),
        notices: Vec::new(),
    }
}

/// A goal that has the light, or should have.
fn made_up(start: Month, rule: RuleKind, light: Light) -> Indicator {
    let on_pace = |month: i32| f64::from(month) * TARGET / f64::from(TOTAL);
    let last = match (light, rule) {
        (Light::Red, RuleKind::ThreeColour) => 88.0,
        (Light::Yellow, RuleKind::PaceGap { yellow_from, red_over }) => {
            on_pace(NOW) - (yellow_from + red_over) / 2.0 * TARGET / 100.0
        }
        (Light::Red, RuleKind::PaceGap { red_over, .. }) => on_pace(NOW) - (red_over + 5.0) * TARGET / 100.0,
        _ => 104.0,
    };
    let mut values: Vec<Observation> =
        (1..=NOW).map(|month| Observation::number(on_pace(month).min(last))).collect();
    values[NOW as usize - 1] = match light {
        Light::NoData => Observation::missing(Reason::NotReported, None),
        _ => Observation::number(last),
    };
    let mut schedule = Vec::new();
    if (light, rule) == (Light::Yellow, RuleKind::ThreeColour) {
        // Sixty were due by the sixth month; fifty were there, and the eighth made them up.
        let point = |month: i32| DuePoint { month: start.plus(month - 1), plan: on_pace(month) };
        schedule = vec![point(6), point(TOTAL)];
        values = [10, 20, 30, 38, 45, 50, 56, 62, 70, 80]
            .map(|value| Observation::number(f64::from(value)))
            .into();
    }
    let kind = if light == Light::NotDue { Kind::Threshold } else { Kind::Count };
    Indicator {
        id: String::new(),
        name: Names::new("虚构的目标", "A made-up goal"),
        short: None,
        domain: String::new(),
        project: None,
        section: None,
        unit: Unit { zh: "个".into(), en_factor: 1.0, kind: UnitKind::Count, ..Unit::default() },
        goal: Goal {
            kind,
            comparator: Comparator::AtLeast,
            target: TARGET,
            high: None,
            direction: Direction::Up,
            due: start.plus(TOTAL - 1).last_day(),
        },
        lead: None,
        lead_basis: LeadBasis::default(),
        note: None,
        baseline: None,
        schedule,
        series: Series { from: start, values },
        events: Vec::new(),
        townships: BTreeMap::new(),
    }
}
