//! The figures of an item that are shown large.

use super::super::reckoning::{Reckoning, gap};
use super::super::scope::Scope;
use super::super::words;
use super::matter::Matter;
use crate::domain::{Unit, UnitKind, format};

/// A figure that is shown large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is: 实际, 序时, 落后, 目标; of another month than the edition's the actual names it.
    pub label: String,
    /// The figure, or what stands for it.
    pub figure: String,
    /// Its unit.
    pub unit: String,
    /// Whether it is by how much the item is behind.
    pub is_gap: bool,
}

/// Actual, due, gap and target; none of what is done or not done.
pub fn facts(scope: &Scope<'_>, matter: &Matter<'_>) -> Vec<Fact> {
    let lang = scope.lang;
    let goal = &*matter.goal;
    if !goal.goal.kind.is_measured() {
        return Vec::new();
    }
    let unit = &goal.unit;
    let label = unit.label(lang).to_owned();
    let bare = Unit { zh: String::new(), en: String::new(), kind: UnitKind::Count, ..unit.clone() };
    let fact = |zh: &str, en: &str, figure: String, unit: &str| Fact {
        label: lang.pick(zh, en).to_owned(),
        figure,
        unit: unit.to_owned(),
        is_gap: false,
    };
    let measured = |zh: &str, en: &str, value: f64| fact(zh, en, format::figure(value, unit, lang), &label);
    let mut facts = Vec::new();
    let decided = matter.standing.decided_by();
    let actual = match decided {
        Some(assessment) => assessment.actual(),
        None => goal.series.last_number(scope.edition.month).map(|(_, value)| value),
    };
    let month = Reckoning::of(scope, &matter.standing).and_then(|reckoning| reckoning.month(scope));
    let [zh, en] = match month {
        Some(month) => [format!("实际　{month}"), format!("Actual, {month}")],
        None => ["实际".to_owned(), "Actual".to_owned()],
    };
    facts.push(match actual {
        Some(actual) => measured(&zh, &en, actual),
        None => fact(&zh, &en, format::NONE.to_owned(), ""),
    });
    if let Some((assessment, point)) = decided.and_then(|it| Some((it, it.point?))) {
        facts.push(measured("序时", "Due by then", point.plan));
        let short = gap(assessment, unit, lang).map(|difference| difference * goal.goal.direction.sign());
        if let Some(short) = short.filter(|short| *short < 0.0) {
            let points = unit.kind == UnitKind::Percent;
            let label = if points { lang.pick("个百分点", "points") } else { label.as_str() };
            let figure = words::gap(short, &bare, lang);
            facts.push(Fact { is_gap: true, ..fact("落后", "Behind", figure, label) });
        }
    }
    let due = format::short_month(goal.goal.due.month(), lang);
    let target = format::target(&goal.goal, &bare, lang);
    facts.push(fact(&format!("目标　{due}"), &format!("Target, {due}"), target, &label));
    facts
}
