//! One month of an item: its mark, and what it says.

use super::super::reckoning;
use super::super::scope::Scope;
use super::super::words;
use crate::domain::standing::Assessment;
use crate::domain::{Goal, Lang, Light, Month, Pace, Standing, Tally, Unit, format};

/// What stands for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Something was due: its light.
    Light(Light),
    /// Nothing was due.
    Nothing,
    /// The month is still to come; whether something falls due in it.
    Ahead(bool),
}

/// A month of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthCell {
    /// The month.
    pub month: Month,
    /// Its mark.
    pub mark: Mark,
    /// The month in a sentence: its light, what was due and what was reached.
    pub said: String,
}

/// By what an item is measured.
pub(super) struct Measure<'a> {
    pub(super) goal: &'a Goal,
    pub(super) unit: &'a Unit,
    pub(super) pace: Pace,
}

impl Measure<'_> {
    /// A figure with its unit; of what is done or not, which of both.
    pub(super) fn write(&self, scope: &Scope<'_>, value: f64) -> String {
        if self.goal.kind.is_measured() {
            format::quantity(value, self.unit, scope.lang)
        } else if self.goal.is_met(value) {
            scope.lang.pick("完成", "done").into()
        } else {
            scope.lang.pick("未完成", "not done").into()
        }
    }

    /// The unit in which a figure due is written: with a digit behind the point where it falls between whole ones.
    fn plan_unit(&self, plan: f64, lang: Lang) -> Unit {
        let written = self.unit.scale(plan, lang);
        if self.unit.decimals(lang) > 0 || (written - written.round()).abs() < 0.05 {
            return self.unit.clone();
        }
        Unit { decimals: self.unit.decimals.max(1), en_decimals: Some(1), ..self.unit.clone() }
    }

    /// A figure due.
    pub(super) fn write_plan(&self, scope: &Scope<'_>, plan: f64) -> String {
        if self.goal.kind.is_measured() {
            format::quantity(plan, &self.plan_unit(plan, scope.lang), scope.lang)
        } else {
            self.write(scope, plan)
        }
    }

    /// Actual minus due with its sign; nothing of what is only done or not.
    pub(super) fn write_difference(&self, scope: &Scope<'_>, assessment: &Assessment) -> Option<String> {
        let difference = reckoning::gap(assessment, self.unit, scope.lang);
        let difference = difference.filter(|_| self.goal.kind.is_measured())?;
        let unit = self.plan_unit(assessment.point?.plan, scope.lang);
        let size = words::gap(difference, &unit, scope.lang);
        let sign = if difference > 0.0 {
            "+"
        } else if difference < 0.0 {
            "−"
        } else {
            ""
        };
        Some(format!("{sign}{size}"))
    }
}

/// The months of the plan of an item that is measured.
pub(super) fn measured(scope: &Scope<'_>, measure: &Measure<'_>, standing: &Standing) -> Vec<MonthCell> {
    let lang = scope.lang;
    // An edition may lie behind the plan's end.
    let past = standing.history.iter().filter(|assessment| assessment.month <= scope.edition.end);
    let past = past.map(|assessment| {
        let mut facts: Vec<String> = Vec::new();
        if let Some(point) = assessment.point {
            let plan = measure.write_plan(scope, point.plan);
            facts.push(lang.pick(format!("应达{plan}"), format!("{plan} due")));
        }
        match &assessment.figure {
            Some(Ok(value)) => {
                let actual = measure.write(scope, *value);
                facts.push(lang.pick(format!("实际{actual}"), format!("{actual} reached")));
            }
            Some(Err(missing)) => facts.push(words::missing(missing, assessment.month, lang)),
            None => facts.push(lang.pick("无数据", "no figure").into()),
        }
        if let Some(difference) = measure.write_difference(scope, assessment) {
            facts.push(lang.pick(format!("差{difference}"), format!("difference {difference}")));
        }
        if let Some(month) = assessment.made_up {
            let month = format::month(month, lang);
            facts.push(lang.pick(format!("{month}补上"), format!("made up in {month}")));
        }
        let mark = assessment.point.map_or(Mark::Nothing, |_| Mark::Light(assessment.light));
        MonthCell { month: assessment.month, mark, said: sentence(scope, assessment.month, mark, &facts) }
    });
    let ahead = scope.edition.month.plus(1).to(scope.edition.end).map(|month| {
        let point = measure.pace.due_point(month);
        let plan = point.map(|point| measure.write_plan(scope, point.plan));
        let facts: Vec<String> =
            plan.map(|plan| lang.pick(format!("应达{plan}"), format!("{plan} due"))).into_iter().collect();
        let mark = Mark::Ahead(point.is_some());
        MonthCell { month, mark, said: sentence(scope, month, mark, &facts) }
    });
    past.chain(ahead).collect()
}

/// The months of a task that has no due points of its own: the gravest light of the goals that measure it.
pub(super) fn gravest(scope: &Scope<'_>, goals: &[(&Standing, Pace)]) -> Vec<MonthCell> {
    let lang = scope.lang;
    let months = scope.edition.start.to(scope.edition.end);
    months
        .map(|month| {
            if month > scope.edition.month {
                let mark = Mark::Ahead(goals.iter().any(|(_, pace)| pace.due_point(month).is_some()));
                return MonthCell { month, mark, said: sentence(scope, month, mark, &[]) };
            }
            let at = month.since(scope.edition.start) as usize;
            let due = goals.iter().filter_map(|(standing, _)| standing.history.get(at));
            let lights: Vec<Light> = due
                .filter(|assessment| assessment.point.is_some())
                .map(|assessment| assessment.light)
                .collect();
            let mark = Light::gravest(lights.iter().copied()).map_or(Mark::Nothing, Mark::Light);
            let (count, tally) = (lights.len(), words::lights(&lights.into_iter().collect::<Tally>(), lang));
            let noun = words::plural(count as i32, "goal");
            let facts = match mark {
                Mark::Light(_) => {
                    vec![lang.pick(format!("{count}项指标：{tally}"), format!("{count} {noun}: {tally}"))]
                }
                _ => Vec::new(),
            };
            MonthCell { month, mark, said: sentence(scope, month, mark, &facts) }
        })
        .collect()
}

/// `2022年6月：红 未达。应达277亿元，实际272.6亿元，差−4.4亿元。`
fn sentence(scope: &Scope<'_>, month: Month, mark: Mark, facts: &[String]) -> String {
    let lang = scope.lang;
    let month = format::month(month, lang);
    let word = match mark {
        Mark::Light(light) => {
            let (colour, word) = (words::colour_name(light, lang), scope.rule.label(light, lang));
            lang.pick(format!("{colour} {word}"), format!("{colour}, {word}"))
        }
        Mark::Nothing | Mark::Ahead(false) => lang.pick("无节点", "nothing due").into(),
        Mark::Ahead(true) => lang.pick("未到期", "not due yet").into(),
    };
    let stop = lang.pick("。", ". ");
    let facts = if facts.is_empty() { String::new() } else { facts.join(lang.pick("，", ", ")) + stop };
    lang.pick(format!("{month}：{word}{stop}{facts}"), format!("{month}: {word}{stop}{facts}"))
        .trim_end()
        .to_owned()
}
