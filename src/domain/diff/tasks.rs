//! Tasks in two editions.

use super::{Changed, Difference, Link, RecordKind, Role, Said, figures};
use crate::domain::edition::Edition;
use crate::domain::month::Month;
use crate::domain::rule::RulePack;
use crate::domain::standing;
use crate::domain::task::Task;
use crate::domain::task_tree::TaskTree;

/// The tasks that are not the same.
pub fn changed(old: &Edition, new: &Edition, rule: Option<&RulePack>) -> Vec<Changed> {
    let until = old.month.min(new.month);
    let trees = rule.map(|rule| [TaskTree::new(old, rule), TaskTree::new(new, rule)]);
    super::pairs(old.tasks.iter().map(|task| &task.id), new.tasks.iter().map(|task| &task.id))
        .into_iter()
        .map(|(id, at)| {
            super::record(RecordKind::Task, id, at, |was_at, is_at, differences| {
                let (was, is) = (&old.tasks[was_at], &new.tasks[is_at]);
                if let Some([before, after]) = &trees
                    && is.level > 1
                    && !is.principle
                {
                    let (then, now) = (before.light(was_at), after.light(is_at));
                    // That a day has come which nothing measures is no change of the record.
                    if then.is_measured() || now.is_measured() {
                        figures::light(then.light, now.light, then.own || now.own, differences);
                    }
                }
                if let Some(rule) = rule
                    && let Some(then) = standing::of_task(was, old, rule)
                    && let Some(now) = standing::of_task(is, new, rule)
                {
                    figures::standings(&then, &now, differences);
                }
                stated(was, is, until, differences);
                told(was, is, differences);
            })
        })
        .collect()
}

/// How far it was and when it is due.
fn stated(was: &Task, is: &Task, until: Month, differences: &mut Vec<Difference>) {
    if let (Some(then), Some(now)) = (&was.progress, &is.progress) {
        let revisions = figures::revisions(None, then, now, until);
        if !revisions.is_empty() {
            differences.push(Difference::Figures(revisions));
        }
    }
    if was.due != is.due {
        differences.push(Difference::Due { from: was.due, to: is.due });
    }
    if was.schedule != is.schedule {
        differences.push(Difference::Schedule { from: was.schedule.clone(), to: is.schedule.clone() });
    }
}

/// Who answers for it and what it belongs to.
fn told(was: &Task, is: &Task, differences: &mut Vec<Difference>) {
    super::people(Role::Lead, &was.lead, &is.lead, differences);
    super::people(Role::Support, &was.support, &is.support, differences);
    super::people(Role::Supervise, &was.supervise, &is.supervise, differences);
    if was.lead == is.lead && was.lead_basis.inferred != is.lead_basis.inferred {
        differences.push(Difference::Basis(is.lead_basis.inferred));
    }
    super::names(&was.name, &is.name, differences);
    super::links(Link::Domain, [&was.domain], [&is.domain], differences);
    super::links(Link::Project, &was.project, &is.project, differences);
    super::links(Link::Parent, &was.parent, &is.parent, differences);
    super::links(Link::Indicators, &was.indicators, &is.indicators, differences);
    super::said(Said::Sort, (was.level, was.principle) != (is.level, is.principle), differences);
    super::said(Said::Section, was.section != is.section, differences);
    super::said(Said::Text, was.lead_basis.note != is.lead_basis.note, differences);
}
