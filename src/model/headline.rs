//! The month's summary: a headline and a few sentences, computed from the data.

use super::scope::Scope;
use super::words;
use crate::domain::{Indicator, Light, Standing, Tally, format};

/// A run of text, plain or strong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
}

/// The headline: `18项目标，10项按期，3项亮红灯`.
pub fn headline(scope: &Scope<'_>, tally: &Tally) -> String {
    let lang = scope.lang;
    let total = tally.total();
    let (green, red, yellow) = (tally.of(Light::Green), tally.of(Light::Red), tally.of(Light::Yellow));
    let goals = words::plural(total as i32, "goal");
    if green + red + yellow == 0 {
        return lang.pick(
            format!("{total}项目标，尚无可评的公布数据"),
            format!("{total} {goals}; no figures published yet"),
        );
    }
    let word = scope.rule.label(Light::Green, lang);
    let reds = match red {
        0 => lang.pick("没有红灯".to_owned(), "none red".to_owned()),
        _ => lang.pick(format!("{red}项亮红灯"), format!("{red} red")),
    };
    lang.pick(
        format!("{total}项目标，{green}项{word}，{reds}"),
        format!("{total} {goals}: {green} {word}, {reds}"),
    )
}

/// The sentences under the headline: who is furthest behind, who made up, what else is not green.
pub fn lead(scope: &Scope<'_>, items: &[(&Indicator, Standing)], tally: &Tally) -> Vec<Run> {
    let mut runs = Vec::new();
    worst(scope, items, &mut runs);
    made_up(scope, items, &mut runs);
    rest(scope, tally, &mut runs);
    runs
}

fn worst(scope: &Scope<'_>, items: &[(&Indicator, Standing)], runs: &mut Vec<Run>) {
    let lang = scope.lang;
    let share = |(indicator, standing): &&(&Indicator, Standing)| {
        let difference = standing.decided_by().and_then(|assessment| assessment.difference()).unwrap_or(0.0);
        -difference * indicator.goal.direction.sign() / indicator.goal.target.abs().max(f64::MIN_POSITIVE)
    };
    let reds = items.iter().filter(|(_, standing)| standing.light == Light::Red);
    let Some((indicator, standing)) = reds.max_by(|one, other| share(one).total_cmp(&share(other))) else {
        return;
    };
    let name = indicator.short().get(lang);
    let phrase = words::standing(scope, indicator, standing);
    let figure = indicator.series.number(scope.edition.month).filter(|_| indicator.goal.kind.is_measured());
    let figure = figure.map(|value| format::quantity(value, &indicator.unit, lang));
    let figure =
        figure.map(|figure| lang.pick(format!("{figure}，"), format!("{figure}, "))).unwrap_or_default();
    let streak = if standing.red_streak() > 1 {
        let length = words::streak(standing, lang);
        lang.pick(format!("，已连续{length}未补"), format!(", red for {length}"))
    } else {
        String::new()
    };
    runs.push(Run { text: lang.pick("落后最多的是", "Furthest behind: ").into(), strong: false });
    runs.push(Run { text: name.into(), strong: true });
    runs.push(Run {
        text: lang.pick(format!("：{figure}{phrase}{streak}。"), format!(", {figure}{phrase}{streak}. ")),
        strong: false,
    });
}

fn made_up(scope: &Scope<'_>, items: &[(&Indicator, Standing)], runs: &mut Vec<Run>) {
    let lang = scope.lang;
    for (indicator, standing) in items {
        let repaired =
            standing.history.iter().filter(|month| month.made_up == Some(scope.edition.month)).count() as i32;
        if repaired == 0 || standing.light == Light::Red {
            continue;
        }
        runs.push(Run { text: indicator.short().get(lang).into(), strong: true });
        runs.push(Run {
            text: lang.pick(
                format!("本月补上前{repaired}个到期点的欠账。"),
                format!(" made up {repaired} missed {} this month. ", words::plural(repaired, "point")),
            ),
            strong: false,
        });
    }
}

fn rest(scope: &Scope<'_>, tally: &Tally, runs: &mut Vec<Run>) {
    let lang = scope.lang;
    let others: Vec<String> = [Light::Yellow, Light::NotDue, Light::NoData]
        .into_iter()
        .filter(|light| tally.of(*light) > 0)
        .map(|light| {
            let (count, word) = (tally.of(light), scope.rule.label(light, lang));
            lang.pick(format!("{count}项{word}"), format!("{count} {word}"))
        })
        .collect();
    if !others.is_empty() {
        let list = others.join(lang.pick("、", ", "));
        let text = match (runs.is_empty(), lang.pick(true, false)) {
            (true, true) => format!("其中{list}。"),
            (false, true) => format!("另有{list}。"),
            (true, false) => format!("Of them {list}."),
            (false, false) => format!("Besides: {list}."),
        };
        runs.push(Run { text, strong: false });
    }
}
