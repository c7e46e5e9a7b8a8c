//! How a project stands, counted and in a sentence, and what falls due in it next.

use super::super::words;
use super::members::{Basis, Members};
use crate::domain::{Lang, Light, Tally, format, standing};

/// How a project stands. It is never one colour: it counts the lights of its goals and tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stands {
    /// How many tasks it and its parts have.
    pub tasks: usize,
    /// The lights of those tasks whose light rests on figures or due points.
    pub task_lights: Tally,
    /// The lights of its goals and of those by which its tasks are measured.
    pub goal_lights: Tally,
    /// The lights that rest on figures or due points.
    pub lights: Vec<Light>,
    /// How it stands, in a sentence; that the data do not say, where they do not.
    pub sentence: String,
    /// Whether generated figures decide it.
    pub demo: bool,
}

impl Stands {
    /// Whether the data say how it stands.
    pub fn is_told(&self) -> bool {
        !self.lights.is_empty()
    }
}

/// How the project at a position stands.
pub fn stands(members: &Members<'_>, at: usize) -> Stands {
    let (scope, tree) = (&members.scope, &members.rows.tree);
    let goals: Vec<Light> = members
        .goals(at)
        .into_iter()
        .filter(|(_, basis)| *basis != Basis::Above)
        .map(|(goal, _)| members.standings[goal].light)
        .collect();
    let tasks = members.tasks(at);
    let told = tasks.iter().filter(|task| !tree.task(**task).principle && tree.task(**task).level > 1);
    let told = told.map(|task| tree.light(*task)).filter(|light| light.is_measured());
    let told: Vec<Light> = told.map(|light| light.light).collect();
    let lights: Vec<Light> = goals.iter().chain(&told).copied().collect();
    let mut stands = Stands {
        tasks: tasks.len(),
        task_lights: told.into_iter().collect(),
        goal_lights: goals.into_iter().collect(),
        demo: scope.is_demo() && !lights.is_empty(),
        lights,
        sentence: String::new(),
    };
    stands.sentence = sentence(&stands, scope.lang);
    stands
}

fn sentence(stands: &Stands, lang: Lang) -> String {
    let (goals, tasks) = (stands.goal_lights.total(), stands.tasks);
    if tasks == 0 && goals == 0 {
        return lang.pick(
            "方案只点了名，没有列任务；数据没有说明进展".into(),
            "named in the plan without a task; the data do not say how it stands".into(),
        );
    }
    let of_tasks =
        lang.pick(format!("{tasks}项任务"), format!("{tasks} {}", words::plural(tasks as i32, "task")));
    if !stands.is_told() {
        return lang.pick(
            format!("{of_tasks}，未挂指标，也没有节点；数据没有说明进展"),
            format!("{of_tasks} without goals or due points; the data do not say how it stands"),
        );
    }
    let mut parts = Vec::new();
    if goals > 0 {
        let lights = words::lights(&stands.goal_lights, lang);
        parts.push(lang.pick(
            format!("{goals}项目标（{lights}）"),
            format!("{goals} {} ({lights})", words::plural(goals as i32, "goal")),
        ));
    }
    if tasks > 0 {
        let lights = words::lights(&stands.task_lights, lang);
        let silent = tasks - stands.task_lights.total();
        let rest = match silent {
            0 => String::new(),
            _ => lang.pick(format!("{silent}项没有进展数据"), format!("{silent} without data on progress")),
        };
        let said: Vec<String> = [lights, rest].into_iter().filter(|part| !part.is_empty()).collect();
        let said = said.join(lang.pick("，", ", "));
        parts.push(lang.pick(format!("{of_tasks}（{said}）"), format!("{of_tasks} ({said})")));
    }
    parts.join(lang.pick("，", ", "))
}

/// What falls due next: in which month, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextDue {
    /// The month by whose end it is due, as written.
    pub when: String,
    /// What is due.
    pub what: String,
}

/// What falls due next in the project at a position; `None` where nothing is stated.
pub fn next_due(members: &Members<'_>, at: usize) -> Option<NextDue> {
    let (scope, tree) = (&members.scope, &members.rows.tree);
    let (edition, lang) = (scope.edition, scope.lang);
    let now = edition.month;
    let goals = members.goals(at).into_iter().filter(|(_, basis)| *basis == Basis::Own);
    let goals = goals.filter_map(|(goal, _)| {
        let indicator = &edition.indicators[goal];
        let (_, point) = members.standings[goal].falls_due(&indicator.goal)?;
        Some((point.month, indicator.short().get(lang)))
    });
    let tasks = members.tasks(at).into_iter().filter_map(|task| {
        let task = tree.task(task);
        let next = standing::of_task(task, edition, scope.rule).and_then(|standing| standing.next);
        let month = next.map(|next| next.month).or(task.due.map(|due| due.month()))?;
        (month > now).then(|| (month, task.name.get(lang)))
    });
    let (month, what) = goals.chain(tasks).min_by_key(|(month, _)| *month)?;
    Some(NextDue { when: format::month(month, lang), what: what.to_owned() })
}
