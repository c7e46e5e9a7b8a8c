//! Goals in two editions.

use super::{Changed, Difference, Link, RecordKind, Role, Said, figures};
use crate::domain::edition::Edition;
use crate::domain::goal::Goal;
use crate::domain::indicator::Indicator;
use crate::domain::month::Month;
use crate::domain::rule::RulePack;
use crate::domain::standing;

/// The goals that are not the same.
pub fn changed(old: &Edition, new: &Edition, rule: Option<&RulePack>) -> Vec<Changed> {
    let until = old.month.min(new.month);
    super::pairs(old.indicators.iter().map(|one| &one.id), new.indicators.iter().map(|one| &one.id))
        .into_iter()
        .map(|(id, at)| {
            super::record(RecordKind::Indicator, id, at, |was, is, differences| {
                let (was, is) = (&old.indicators[was], &new.indicators[is]);
                if let Some(rule) = rule {
                    let then = standing::of_indicator(was, old, rule);
                    let now = standing::of_indicator(is, new, rule);
                    figures::light(then.light, now.light, true, differences);
                    figures::standings(&then, &now, differences);
                }
                observed(was, is, until, differences);
                set(was, is, differences);
                told(was, is, differences);
            })
        })
        .collect()
}

/// What was observed; of another unit nothing is compared.
fn observed(was: &Indicator, is: &Indicator, until: Month, differences: &mut Vec<Difference>) {
    if was.unit != is.unit {
        differences.push(Difference::Unit { from: was.unit.clone(), to: is.unit.clone() });
        return;
    }
    let mut revisions = figures::revisions(None, &was.series, &is.series, until);
    // Where one edition alone divides a figure by townships, the figure itself is the same.
    for (code, then) in &was.townships {
        if let Some(now) = is.townships.get(code) {
            revisions.extend(figures::revisions(Some(code), then, now, until));
        }
    }
    if !revisions.is_empty() {
        differences.push(Difference::Figures(revisions));
    }
}

/// What was set: target, due date, where progress is counted from, due points. None of it moves silently.
fn set(was: &Indicator, is: &Indicator, differences: &mut Vec<Difference>) {
    let bar = |goal: &Goal| (goal.kind, goal.comparator, goal.target, goal.high, goal.direction);
    if bar(&was.goal) != bar(&is.goal) {
        differences.push(Difference::Target { from: was.goal.clone(), to: is.goal.clone() });
    }
    if was.goal.due != is.goal.due {
        differences.push(Difference::Due { from: Some(was.goal.due), to: Some(is.goal.due) });
    }
    if was.baseline != is.baseline {
        differences.push(Difference::Baseline { from: was.baseline, to: is.baseline });
    }
    if was.schedule != is.schedule {
        differences.push(Difference::Schedule { from: was.schedule.clone(), to: is.schedule.clone() });
    }
}

/// Who answers for it and what is said of it.
fn told(was: &Indicator, is: &Indicator, differences: &mut Vec<Difference>) {
    super::people(Role::Lead, &was.lead, &is.lead, differences);
    if was.lead == is.lead && was.lead_basis.inferred != is.lead_basis.inferred {
        differences.push(Difference::Basis(is.lead_basis.inferred));
    }
    super::names(&was.name, &is.name, differences);
    super::links(Link::Domain, [&was.domain], [&is.domain], differences);
    super::links(Link::Project, &was.project, &is.project, differences);
    let [gone, come] = [(was, is), (is, was)].map(|(one, other)| {
        let only = one.events.iter().filter(|event| !other.events.contains(event));
        only.cloned().collect::<Vec<_>>()
    });
    if !gone.is_empty() || !come.is_empty() {
        differences.push(Difference::Events { gone, come });
    }
    super::said(Said::Spelling, was.short != is.short, differences);
    super::said(Said::Section, was.section != is.section, differences);
    let text = |goal: &Indicator| (goal.note.clone(), goal.lead_basis.note.clone());
    super::said(Said::Text, text(was) != text(is), differences);
}
