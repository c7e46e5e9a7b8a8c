//! What falls due within some days: declared points and target dates, of goals and of tasks with points of their own.

use super::super::agenda::Matter;
use super::super::scope::Scope;
use super::super::words;
use super::Line;
use crate::domain::diff::RecordKind;
use crate::domain::{Day, Lang, Task, format, order, standing};

/// The lines with the days until then, the nearest first.
pub fn lines(scope: &Scope<'_>, days: i32) -> Vec<(i32, Line)> {
    let edition = scope.edition;
    let goals = edition.indicators.iter().map(|goal| (RecordKind::Indicator, Matter::of_goal(scope, goal)));
    let tasks =
        edition.tasks.iter().filter_map(|task| Some((RecordKind::Task, Matter::of_task(scope, task, None)?)));
    let mut dues: Vec<(Day, bool, Line)> =
        goals.chain(tasks).filter_map(|(kind, matter)| due(scope, kind, &matter, days)).collect();
    // What is measured by goals falls due with them.
    let bare = |task: &&Task| task.schedule.is_empty() && task.indicators.is_empty() && task.level > 1;
    let stated = edition.tasks.iter().filter(bare);
    for task in stated {
        let is_near = |day: &Day| *day > edition.as_of && day.since(edition.as_of) <= days;
        if let Some(day) = task.due.filter(is_near) {
            let line = Line::of(scope, edition, RecordKind::Task, &task.id);
            let cause =
                scope.lang.pick("没有节点，也未挂指标", "no due points and no goal linked").to_owned();
            dues.push((day, false, Line { when: Some(format::day(day, scope.lang)), cause, ..line }));
        }
    }
    order::sort_by_key(&mut dues, |(day, reached, _)| (*day, *reached));
    dues.into_iter().map(|(day, _, line)| (day.since(edition.as_of), line)).collect()
}

/// Where nothing of these falls due within some days: that, and when the next does and how many with it.
pub fn next(lines: &[(i32, Line)], days: i32, lang: Lang) -> Option<String> {
    let Some((first, line)) = lines.first() else {
        return Some(lang.pick("往后没有到期。", "Nothing falls due any more.").to_owned());
    };
    if *first <= days {
        return None;
    }
    let count = lines.iter().filter(|(ahead, _)| ahead == first).count();
    let day = line.when.as_deref().unwrap_or_default();
    Some(lang.pick(
        format!("{days}天内没有到期；下一批在{day}，{count}项。"),
        format!("Nothing falls due within {days} days; next on {day}: {count}."),
    ))
}

/// What falls due next of a goal or task.
fn due(scope: &Scope<'_>, kind: RecordKind, matter: &Matter<'_>, days: i32) -> Option<(Day, bool, Line)> {
    let lang = scope.lang;
    let goal = &*matter.goal;
    let (day, point) = matter.standing.falls_due(&goal.goal)?;
    if day.since(scope.edition.as_of) > days {
        return None;
    }
    let value = goal.series.last_number(scope.edition.month).map(|(_, value)| value);
    let reached = value.is_some_and(|value| standing::is_reached(&goal.goal, point, value));
    let write = |value: f64| format::round_quantity(value, &goal.unit, lang);
    let cause = match value {
        _ if !goal.goal.kind.is_measured() => {
            if reached { lang.pick("已完成", "done") } else { lang.pick("尚未完成", "not done yet") }
                .to_owned()
        }
        Some(value) if reached => {
            let now = write(value);
            lang.pick(format!("现有{now}，已达到"), format!("{now} now, reached already"))
        }
        Some(value) => {
            let (now, short) = (write(value), words::gap(point.plan - value, &goal.unit, lang));
            lang.pick(format!("现有{now}，还差{short}"), format!("{now} now, {short} to go"))
        }
        None => lang.pick("尚无数据", "no figure yet").to_owned(),
    };
    let plan = goal.goal.kind.is_measured().then(|| {
        let plan = write(point.plan);
        lang.pick(format!("应达{plan}，"), format!("{plan} due; "))
    });
    let line = Line {
        when: Some(format::day(day, lang)),
        cause: format!("{}{cause}", plan.unwrap_or_default()),
        demo: matter.demo,
        ..Line::of(scope, scope.edition, kind, &goal.id)
    };
    Some((day, reached, line))
}
