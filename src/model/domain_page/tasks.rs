//! A domain's tasks as a tree: parts of the plan, items, commitments and their named parts.

use super::super::scope::Scope;
use super::super::words;
use super::{concerns, listed};
use crate::domain::{Domain, Light, Tally, Task, format, standing};

/// Who leads a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// The department's name.
    pub name: String,
    /// Whether the lead was inferred.
    pub inferred: bool,
    /// From what it was inferred.
    pub basis: String,
}

/// A task in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The section of the plan that states it.
    pub section: String,
    /// How deep it stands in the table, from 0.
    pub depth: usize,
    /// The row of the task that it is a part of.
    pub parent: Option<usize>,
    /// How many rows are its parts.
    pub parts: usize,
    /// The name of the task that it is a part of, where that has no row.
    pub within: Option<String>,
    /// Whether it is a part of the plan, which has no light of its own.
    pub is_part: bool,
    /// Whether it is a principle rather than tracked work.
    pub principle: bool,
    /// Whether the same departments answer for it as for the task above.
    pub as_above: bool,
    /// Who leads it.
    pub lead: Option<Lead>,
    /// Who supports it.
    pub support: String,
    /// Who supervises it, where the data name one.
    pub supervise: String,
    /// When it is due.
    pub due: Option<String>,
    /// Its light with the light's word; none of a principle or a part of the plan.
    pub light: Option<(Light, String)>,
    /// What the light rests on: `3项指标：红2 黄1`.
    pub basis: String,
    /// The id of the goal that [`basis`](Self::basis) names, where there is only one.
    pub goal: Option<String>,
    /// Whether generated figures decide the light.
    pub demo: bool,
}

/// The tasks of a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Tasks {
    /// The tasks, each followed by its parts.
    pub rows: Vec<TaskRow>,
    /// How many there are, in words.
    pub counted: String,
}

/// The tasks of a domain, or those of them that a department leads or supports.
pub fn tasks(scope: &Scope<'_>, domain: &Domain, dept: Option<&str>) -> Tasks {
    let all = scope.edition.tasks.iter();
    let own: Vec<&Task> =
        all.filter(|task| task.domain == domain.id && dept.is_none_or(|dept| concerns(task, dept))).collect();
    let mut rows = Vec::with_capacity(own.len());
    let is_own = |id: &str| own.iter().any(|task| task.id == id);
    for task in own.iter().filter(|task| !task.parent.as_deref().is_some_and(is_own)) {
        grow(scope, &own, task, None, &mut rows);
    }
    let counted = counted(scope, &rows);
    Tasks { rows, counted }
}

/// Adds a task and, below it, its parts.
fn grow<'a>(
    scope: &Scope<'_>,
    own: &[&'a Task],
    task: &'a Task,
    parent: Option<(usize, &'a Task)>,
    rows: &mut Vec<TaskRow>,
) {
    let at = rows.len();
    rows.push(row(scope, task, parent.map(|(at, above)| (at, rows[at].depth, above))));
    for part in own.iter().filter(|part| part.parent.as_deref() == Some(task.id.as_str())) {
        rows[at].parts += 1;
        grow(scope, own, part, Some((at, task)), rows);
    }
}

fn row(scope: &Scope<'_>, task: &Task, above: Option<(usize, usize, &Task)>) -> TaskRow {
    let (edition, lang) = (scope.edition, scope.lang);
    let name_of = |id: &str| edition.department(id).map(|department| department.name.get(lang));
    let names = |ids: &[String]| listed(ids.iter().filter_map(|id| name_of(id)), lang);
    let elsewhere = task.parent.as_deref().filter(|_| above.is_none());
    let within = elsewhere.and_then(|id| edition.tasks.iter().find(|task| task.id == id));
    let is_part = task.level <= 1;
    let light = task.light(edition, scope.rule);
    let mut row = TaskRow {
        id: task.id.clone(),
        name: task.name.get(lang).into(),
        section: task.section.clone(),
        depth: above.map_or(0, |(_, depth, _)| depth + 1),
        parent: above.map(|(at, ..)| at),
        parts: 0,
        within: within.map(|task| task.name.get(lang).into()),
        is_part,
        principle: task.principle,
        as_above: task.lead.is_some() && above.is_some_and(|(_, _, above)| same_departments(task, above)),
        lead: task.lead.as_deref().and_then(name_of).map(|name| Lead {
            name: name.into(),
            inferred: task.lead_basis.inferred,
            basis: task.lead_basis.note.as_ref().map(|note| note.get(lang).into()).unwrap_or_default(),
        }),
        support: names(&task.support),
        supervise: names(&task.supervise),
        due: task.due.map(|day| format::day(day, lang)),
        light: (!task.principle && !is_part)
            .then(|| (light.light, scope.rule.label(light.light, lang).to_owned())),
        basis: String::new(),
        goal: None,
        demo: scope.is_demo() && (light.own || light.indicators.total() > 0),
    };
    if !task.principle {
        (row.basis, row.goal) = basis(scope, task, light.own, &light.indicators);
    }
    row
}

fn same_departments(task: &Task, above: &Task) -> bool {
    (&task.lead, &task.lead_basis, &task.support, &task.supervise)
        == (&above.lead, &above.lead_basis, &above.support, &above.supervise)
}

/// What a light rests on, and the goal, where it is a single one.
fn basis(scope: &Scope<'_>, task: &Task, own: bool, tally: &Tally) -> (String, Option<String>) {
    let lang = scope.lang;
    if own {
        return (progress(scope, task), None);
    }
    let mut parts = scope.edition.parts_of(task).flat_map(|task| &task.indicators);
    let first = parts.find_map(|id| scope.edition.indicator(id));
    if let Some(goal) = first.filter(|_| tally.total() == 1) {
        let name = goal.short().get(lang);
        let how = words::standing(scope, goal, &scope.standing(goal));
        return (lang.pick(format!("{name}　{how}"), format!("{name}: {how}")), Some(goal.id.clone()));
    }
    let count = tally.total();
    if count == 0 {
        return (lang.pick("未挂指标", "No goal linked").into(), None);
    }
    let lights = words::lights(tally, lang);
    (lang.pick(format!("{count}项指标：{lights}"), format!("{count} goals: {lights}")), None)
}

/// How far a task with due points of its own is: `节点47%，完成50%`.
fn progress(scope: &Scope<'_>, task: &Task) -> String {
    let lang = scope.lang;
    let standing = standing::of_task(task, scope.edition, scope.rule);
    let percent = |value: f64| format!("{}%", format::trimmed(value, 1));
    let Some((assessment, point)) =
        standing.as_ref().and_then(|it| it.decided_by()).and_then(|it| Some((it, it.point?)))
    else {
        let next = standing.and_then(|standing| standing.next);
        let month = next.map(|point| format::short_month(point.month, lang)).unwrap_or_default();
        return lang.pick(format!("首个节点{month}"), format!("First point {month}"));
    };
    let (month, due) = (format::short_month(point.month, lang), percent(point.plan));
    let done = assessment.actual().map_or_else(|| format::NONE.to_owned(), percent);
    lang.pick(format!("{month}应达{due}，完成{done}"), format!("{due} due {month}, {done} done"))
}

fn counted(scope: &Scope<'_>, rows: &[TaskRow]) -> String {
    let count = rows.len();
    let principles = rows.iter().filter(|row| row.principle).count();
    let noun = words::plural(count as i32, "task");
    match principles {
        0 => scope.lang.pick(format!("{count}项"), format!("{count} {noun}")),
        _ => scope.lang.pick(
            format!("{count}项，其中原则{principles}条，不评灯"),
            format!(
                "{count} {noun}; {principles} {}, without a light",
                words::plural(principles as i32, "principle")
            ),
        ),
    }
}
