//! Why a light is what it is: its arithmetic, row by row, and what would turn it.

use super::reckoning::gap;
use super::scope::Scope;
use super::words;
use crate::domain::pace::How;
use crate::domain::standing::Standing;
use crate::domain::{Goal, Indicator, Light, Pace, RuleKind, Unit, format};

/// One row of the arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is: 起点, 目标, 序时, 实际.
    pub label: String,
    /// Of which month, or by which formula.
    pub detail: String,
    /// The figure, or the reason for its absence.
    pub value: String,
}

/// The arithmetic of a light.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The light explained.
    pub light: Light,
    /// `为什么是红灯`.
    pub title: String,
    /// Start, target, due, actual.
    pub rows: Vec<Row>,
    /// Actual minus due, where both are known.
    pub difference: Option<Row>,
    /// The verdict, and what would turn it.
    pub verdict: String,
    /// All of it in one line: `目标80%，序时50%，实际38%，落后12个百分点`.
    pub line: String,
}

/// Explains the light of an indicator.
pub fn why(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Why {
    let lang = scope.lang;
    let (goal, unit) = (&indicator.goal, &indicator.unit);
    let pace = Pace::of(indicator, scope.edition.start);
    let measured = goal.kind.is_measured();
    let write = |value: f64| {
        if measured { format::fine_figure(value, unit, lang) } else { done(goal.is_met(value), scope) }
    };
    let mut rows = Vec::new();
    if let Pace::Line { start, from, .. } = &pace {
        rows.push(Row {
            label: lang.pick("起点", "Start").into(),
            detail: format::month(*start, lang),
            value: write(*from),
        });
    }
    rows.push(Row {
        label: lang.pick("目标", "Target").into(),
        detail: format::day(goal.due, lang),
        value: if measured { format::target(goal, unit, lang) } else { done(true, scope) },
    });
    let decided = standing.decided_by();
    if let Some(point) = decided.and_then(|assessment| assessment.point) {
        rows.push(Row {
            label: lang.pick("序时", "Due by then").into(),
            detail: plan_detail(&pace, point.how, goal, unit, scope),
            value: write(point.plan),
        });
    }
    let month = decided.map_or(scope.edition.month, |assessment| assessment.month);
    let actual = indicator.series.number(month);
    rows.push(Row {
        label: lang.pick("实际", "Actual").into(),
        detail: format::month(month, lang),
        value: actual.map_or_else(|| format::NONE.to_owned(), write),
    });
    let difference = decided.and_then(|assessment| gap(assessment, unit, lang)).filter(|_| measured);
    let phrase = words::standing(scope, indicator, standing);
    let named: Vec<String> = rows
        .iter()
        .filter(|row| row.label != lang.pick("起点", "Start"))
        .map(|row| {
            lang.pick(
                format!("{}{}", row.label, row.value),
                format!("{} {}", row.label.to_ascii_lowercase(), row.value),
            )
        })
        .collect();
    let word = scope.rule.label(standing.light, lang);
    Why {
        light: standing.light,
        title: title(scope, standing.light),
        difference: difference.map(|value| Row {
            label: lang.pick("实际 − 序时", "Actual − due").into(),
            detail: String::new(),
            value: format::signed(unit.scale(value, lang), unit.decimals(lang).max(1)),
        }),
        verdict: verdict(scope, indicator, standing),
        line: lang.pick(
            format!("{}，{phrase}：{word}", named.join("，")),
            format!("{}; {phrase}: {word}", named.join(", ")),
        ),
        rows,
    }
}

fn title(scope: &Scope<'_>, light: Light) -> String {
    let colour = match light {
        Light::Green => ("绿灯", "green"),
        Light::Yellow => ("黄灯", "yellow"),
        Light::Red => ("红灯", "red"),
        Light::NotDue | Light::NoData => ("灰灯", "grey"),
    };
    scope.lang.pick(format!("为什么是{}", colour.0), format!("Why it is {}", colour.1))
}

fn done(is_done: bool, scope: &Scope<'_>) -> String {
    if is_done { scope.lang.pick("完成", "done") } else { scope.lang.pick("未完成", "not done") }.to_owned()
}

/// The formula of the figure due: `162 + (300 − 162) × 30 ÷ 36`.
fn plan_detail(pace: &Pace, how: How, goal: &Goal, unit: &Unit, scope: &Scope<'_>) -> String {
    let lang = scope.lang;
    let write = |value: f64| format::trimmed(unit.scale(value, lang), unit.decimals(lang).max(1));
    match (how, pace) {
        (How::Line { elapsed, total }, Pace::Line { from, .. }) => {
            format!("{} + ({} − {}) × {elapsed} ÷ {total}", write(*from), write(goal.target), write(*from))
        }
        (How::Declared, _) => lang.pick("按排定节点", "By the declared schedule").to_owned(),
        _ => lang.pick("到期即目标", "The target itself").to_owned(),
    }
}

fn verdict(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> String {
    let lang = scope.lang;
    let unit = &indicator.unit;
    let Some(assessment) = standing.decided_by() else {
        return lang.pick(
            "没有起点或节点，到期前不评灯。".to_owned(),
            "Without a baseline or schedule nothing is judged before the due date.".to_owned(),
        );
    };
    let plan = assessment.point.map_or(0.0, |point| point.plan);
    let streak = words::streak(standing, lang);
    let pace_gap = matches!(scope.rule.rule, RuleKind::PaceGap { .. });
    match standing.light {
        _ if pace_gap && standing.light != Light::NoData => scope.rule.about.get(lang).to_owned(),
        Light::Green => {
            lang.pick("到期时已达到序时，亮绿灯。".into(), "What was due was reached in time.".into())
        }
        Light::Yellow => {
            let made_up = assessment.made_up.map(|month| format::month(month, lang)).unwrap_or_default();
            lang.pick(
                format!("到期时未达，{made_up}补上，转黄灯。"),
                format!("Missed when due and made up in {made_up}."),
            )
        }
        Light::Red if !indicator.goal.kind.is_measured() => lang.pick(
            "到期未完成，至今未补，亮红灯；完成后转黄灯。".into(),
            "Not done when due. Once done, it turns yellow.".into(),
        ),
        Light::Red => {
            let needed = format::quantity(needed(plan, unit, indicator.goal.direction.sign()), unit, lang);
            lang.pick(
                format!("到期未达序时，至今未补，已连续{streak}亮红灯。此后任一月报数达到{needed}，这一点即转黄灯。"),
                format!("Below what was due and not made up: red for {streak} in a row. Any later month that reaches {needed} turns this point yellow."),
            )
        }
        Light::NoData => lang.pick(
            format!("到期无数据（{}），不评红绿。", words::standing(scope, indicator, standing)),
            format!(
                "Due, and no figure ({}): neither green nor red.",
                words::standing(scope, indicator, standing)
            ),
        ),
        Light::NotDue => String::new(),
    }
}

/// The figure still needed, rounded so that it is certainly enough.
pub(super) fn needed(plan: f64, unit: &Unit, sign: f64) -> f64 {
    let scale = 10f64.powi(i32::from(unit.decimals));
    let scaled = plan * scale;
    // A plan that lies on a digit, but for binary error, is not pushed to the next.
    let near = scaled.round();
    if (scaled - near).abs() < 1e-6 {
        near / scale
    } else if sign > 0.0 {
        scaled.ceil() / scale
    } else {
        scaled.floor() / scale
    }
}
