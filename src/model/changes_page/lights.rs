//! Lights that turned, and missed points that were made up.

use super::super::agenda::{Matter, account};
use super::super::scope::Scope;
use super::super::words;
use super::{Line, Topic};
use crate::domain::diff::{Changed, Difference, RecordKind};
use crate::domain::{Light, Month, format};

/// Adds the lines about a record's light. A task's that only follows what is linked to it has none.
pub fn add(scope: &Scope<'_>, record: &Changed, lines: &mut Vec<(Topic, Line)>) {
    let turn = record.differences.iter().find_map(|difference| match difference {
        Difference::Light { from, to, own: true } => Some((*from, *to)),
        _ => None,
    });
    if let Some((from, to)) = turn {
        let mut line = line(scope, record);
        line.turn = Some((from, to));
        line.cause = cause(scope, matter(scope, record));
        lines.push((topic(to), line));
        return;
    }
    for difference in &record.differences {
        let (months, turn) = match difference {
            Difference::MadeUp(months) => (months, (Light::Red, Light::Yellow)),
            Difference::Undone(months) => (months, (Light::Yellow, Light::Red)),
            _ => continue,
        };
        let matter = matter(scope, record);
        let today = matter.as_ref().map(|matter| matter.standing.light);
        let mut line = line(scope, record);
        line.when = Some(listed(months, scope));
        line.turn = Some(turn);
        line.today = today;
        line.cause = cause(scope, matter);
        let topic = match (turn.1, today) {
            (Light::Yellow, Some(Light::Red)) => Topic::StillRed,
            (to, _) => topic(to),
        };
        lines.push((topic, line));
    }
}

fn topic(light: Light) -> Topic {
    match light {
        Light::Red => Topic::Red,
        Light::NoData => Topic::NoData,
        Light::Yellow => Topic::Yellow,
        Light::Green => Topic::Green,
        Light::NotDue => Topic::NotDue,
    }
}

fn line(scope: &Scope<'_>, record: &Changed) -> Line {
    Line { demo: scope.is_demo(), ..Line::of(scope, scope.edition, record.kind, &record.id) }
}

/// A goal, or a task with due points of its own, as it stands now.
fn matter<'a>(scope: &Scope<'a>, record: &Changed) -> Option<Matter<'a>> {
    match record.kind {
        RecordKind::Indicator => scope.edition.indicator(&record.id).map(|goal| Matter::of_goal(scope, goal)),
        RecordKind::Task => {
            let task = scope.edition.tasks.iter().find(|task| task.id == record.id);
            let was = scope.compared.and_then(|old| old.tasks.iter().find(|task| task.id == record.id));
            task.and_then(|task| Matter::of_task(scope, task, was))
        }
        _ => None,
    }
}

/// How it stands now and since when.
fn cause(scope: &Scope<'_>, matter: Option<Matter<'_>>) -> String {
    matter.map_or_else(String::new, |matter| {
        account(scope, &matter, &words::standing(scope, &matter.goal, &matter.standing))
    })
}

/// Months with their years, for those of another year would be mistaken.
fn listed(months: &[Month], scope: &Scope<'_>) -> String {
    words::listed(months.iter().map(|month| format::short_month(*month, scope.lang)), scope.lang)
}
