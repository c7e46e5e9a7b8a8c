//! A task as a row of a table.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::place::Place;
use super::super::projects::is_site_of;
use super::super::scope::Scope;
use super::super::words;
use super::measure::{Measure, Next, next, progress};
use crate::domain::{Lang, Light, Project, Task, TaskTree, format, order, standing};

/// Who leads a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// The department's id.
    pub id: String,
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
    /// Who supports it: ids and names.
    pub support: Vec<(String, String)>,
    /// Who supervises it, where the data name one: ids and names.
    pub supervise: Vec<(String, String)>,
    /// Its project, where that of the row above is another: id and name.
    pub project: Option<(String, String)>,
    /// The sites of that project: names and where they are.
    pub sites: Vec<(String, Place)>,
    /// When it is due.
    pub due: Option<String>,
    /// What of it, or of its goals, falls due next.
    pub next: Option<Next>,
    /// What is reached by its own measure, where it has one: `40%/75%`.
    pub own: Option<String>,
    /// Its light with the light's word; none of a principle or a part of the plan.
    pub light: Option<(Light, String)>,
    /// What the light rests on: `3项指标：红2 黄1`.
    pub basis: String,
    /// The goals that measure it or a part of it, the gravest first.
    pub goals: Vec<Arc<Measure>>,
    /// Whether generated figures decide the light.
    pub demo: bool,
}

/// Makes rows of an edition's tasks.
pub struct Rows<'a> {
    scope: Scope<'a>,
    /// The tasks.
    pub tree: TaskTree<'a>,
    /// Every goal as a measure.
    goals: Vec<Arc<Measure>>,
    /// The sites of every project that has some, by its id.
    sites: BTreeMap<&'a str, Vec<(String, Place)>>,
}

/// Where the task stands that a row is a part of: its row, its depth, and its position in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Above {
    /// Its row.
    pub row: usize,
    /// Its depth.
    pub depth: usize,
    /// Its position in the tree.
    pub at: usize,
}

impl<'a> Rows<'a> {
    /// Prepares the tasks of an edition.
    pub fn new(scope: &Scope<'a>) -> Self {
        let (edition, lang) = (scope.edition, scope.lang);
        let goals = edition.indicators.iter();
        let goals = goals.map(|goal| Arc::new(Measure::of(scope, goal, &scope.standing(goal))));
        let sites = |project: &'a Project| {
            let own = edition.sites.iter().filter(|site| is_site_of(site, project));
            let own = own.map(|site| (site.name.get(lang).to_owned(), Place::site(edition, site)));
            (project.id.as_str(), own.collect::<Vec<_>>())
        };
        Self {
            goals: goals.collect(),
            sites: edition.projects.iter().map(sites).filter(|(_, sites)| !sites.is_empty()).collect(),
            tree: TaskTree::new(edition, scope.rule),
            scope: *scope,
        }
    }

    /// The row of the task at a position, below that of the task that it is a part of, if that has one.
    pub fn row(&self, at: usize, above: Option<Above>) -> TaskRow {
        let (edition, lang) = (self.scope.edition, self.scope.lang);
        let task = self.tree.task(at);
        let name_of = |id: &str| edition.department(id).map(|department| department.name.get(lang));
        let names = |ids: &[String]| {
            let known = ids.iter().filter_map(|id| Some((id.clone(), name_of(id)?.to_owned())));
            known.collect::<Vec<_>>()
        };
        let project = task.project.as_deref().and_then(|id| edition.project(id));
        let project =
            project.filter(|_| above.is_none_or(|above| self.tree.task(above.at).project != task.project));
        let within = self.tree.parent(at).filter(|_| above.is_none());
        let is_part = task.level <= 1;
        let light = self.tree.light(at);
        let as_above = above.is_some_and(|above| same_departments(task, self.tree.task(above.at)));
        let mut row = TaskRow {
            id: task.id.clone(),
            name: task.name.get(lang).into(),
            section: task.section.clone(),
            depth: match (above, self.tree.parent(at)) {
                (Some(above), _) => above.depth + 1,
                (None, Some(_)) => 0,
                // What lost the part of the plan above it is still what it says it is.
                (None, None) => usize::from(task.level.saturating_sub(1)),
            },
            parent: above.map(|above| above.row),
            parts: 0,
            within: within.map(|at| self.tree.task(at).name.get(lang).into()),
            is_part,
            principle: task.principle,
            as_above: task.lead.is_some() && as_above,
            lead: task.lead.as_deref().and_then(|id| Some((id, name_of(id)?))).map(|(id, name)| Lead {
                id: id.into(),
                name: name.into(),
                inferred: task.lead_basis.inferred,
                basis: task.lead_basis.note.as_ref().map(|note| note.get(lang).into()).unwrap_or_default(),
            }),
            support: names(&task.support),
            supervise: names(&task.supervise),
            sites: project.map(|project| self.sites_of(&project.id).to_vec()).unwrap_or_default(),
            project: project.map(|project| (project.id.clone(), project.name.get(lang).into())),
            due: task.due.map(|day| format::day(day, lang)),
            light: (!task.principle && !is_part)
                .then(|| (light.light, self.scope.rule.label(light.light, lang).to_owned())),
            next: None,
            own: None,
            basis: String::new(),
            goals: Vec::new(),
            demo: self.scope.is_demo() && light.is_measured(),
        };
        if !task.principle {
            let own = task.measure();
            let standing = own.as_ref().map(|own| self.scope.standing(own));
            row.next = own.as_ref().zip(standing.as_ref()).and_then(|(own, it)| next(&self.scope, own, it));
            row.own = own.map(|own| progress(&self.scope, &own));
            row.goals = self.tree.goals(at).iter().map(|goal| self.goals[*goal].clone()).collect();
            if row.goals.len() > 1 {
                order::sort_by_key(&mut row.goals, |goal| std::cmp::Reverse(goal.light.gravity()));
            }
            if row.own.is_none() {
                row.next = nearest(&row.goals, lang);
            }
            row.basis = self.basis(at, &row);
        }
        row
    }

    /// The sites of a project: names and where they are.
    pub fn sites_of(&self, project: &str) -> &[(String, Place)] {
        self.sites.get(project).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a light rests on.
    fn basis(&self, at: usize, row: &TaskRow) -> String {
        let (scope, light) = (&self.scope, self.tree.light(at));
        let lang = scope.lang;
        if light.own {
            return reported(scope, self.tree.task(at));
        }
        match row.goals.as_slice() {
            [] => unmeasured(self.tree.task(at), lang),
            [goal] => {
                let Measure { name, how, .. } = &**goal;
                lang.pick(format!("{name}　{how}"), format!("{name}: {how}"))
            }
            goals => tallied(goals.len(), &words::lights(&light.indicators, lang), lang),
        }
    }
}

/// `3项指标：红2 黄1`.
fn tallied(count: usize, lights: &str, lang: Lang) -> String {
    lang.pick(format!("{count}项指标：{lights}"), format!("{count} goals: {lights}"))
}

/// What of several goals falls due first; it says of which.
fn nearest(goals: &[Arc<Measure>], lang: Lang) -> Option<Next> {
    let dated = goals.iter().filter_map(|goal| Some((goal, goal.next.as_ref()?)));
    let (goal, next) = dated.min_by_key(|(_, next)| next.day)?;
    let said = match goals.len() {
        1 => next.said.clone(),
        _ => lang.pick(format!("{}，{}", goal.name, next.said), format!("{}, {}", goal.name, next.said)),
    };
    Some(Next { said, ..next.clone() })
}

fn same_departments(task: &Task, above: &Task) -> bool {
    (&task.lead, &task.lead_basis, &task.support, &task.supervise)
        == (&above.lead, &above.lead_basis, &above.support, &above.supervise)
}

/// That nothing is known of a task, and why.
fn unmeasured(task: &Task, lang: Lang) -> String {
    let why = match task.schedule.is_empty() {
        true => lang.pick("没有进展数据（未挂指标）", "No data on progress (no goal linked)"),
        false => {
            lang.pick("没有进展数据（节点没有报数）", "No data on progress (no figures for its due points)")
        }
    };
    why.to_owned()
}

/// How far a task with due points of its own is: `节点47%，完成50%`.
fn reported(scope: &Scope<'_>, task: &Task) -> String {
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
