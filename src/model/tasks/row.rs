//! A task as a row of a table.

use super::super::scope::Scope;
use super::super::words;
use crate::domain::{Light, Task, TaskTree, format, standing};

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

/// Makes rows of an edition's tasks.
pub struct Rows<'a> {
    scope: Scope<'a>,
    /// The tasks.
    pub tree: TaskTree<'a>,
    /// Of every goal its name and how it stands, in a phrase.
    goals: Vec<(String, String)>,
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
        let goals = scope.edition.indicators.iter().map(|goal| {
            let how = words::standing(scope, goal, &scope.standing(goal));
            (goal.short().get(scope.lang).to_owned(), how)
        });
        Self { goals: goals.collect(), tree: TaskTree::new(scope.edition, scope.rule), scope: *scope }
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
            project: project.map(|project| (project.id.clone(), project.name.get(lang).into())),
            due: task.due.map(|day| format::day(day, lang)),
            light: (!task.principle && !is_part)
                .then(|| (light.light, self.scope.rule.label(light.light, lang).to_owned())),
            basis: String::new(),
            goal: None,
            demo: self.scope.is_demo() && (light.own || light.indicators.total() > 0),
        };
        if !task.principle {
            (row.basis, row.goal) = self.basis(at);
        }
        row
    }

    /// What a light rests on, and the goal, where it is a single one.
    fn basis(&self, at: usize) -> (String, Option<String>) {
        let (scope, light) = (&self.scope, self.tree.light(at));
        let lang = scope.lang;
        if light.own {
            return (progress(scope, self.tree.task(at)), None);
        }
        let mut goals = self.tree.goals(at).iter();
        if let (Some(goal), None) = (goals.next(), goals.next()) {
            let (name, how) = &self.goals[*goal];
            let basis = lang.pick(format!("{name}　{how}"), format!("{name}: {how}"));
            return (basis, Some(scope.edition.indicators[*goal].id.clone()));
        }
        let count = light.indicators.total();
        if count == 0 {
            return (lang.pick("未挂指标", "No goal linked").into(), None);
        }
        let lights = words::lights(&light.indicators, lang);
        (lang.pick(format!("{count}项指标：{lights}"), format!("{count} goals: {lights}")), None)
    }
}

fn same_departments(task: &Task, above: &Task) -> bool {
    (&task.lead, &task.lead_basis, &task.support, &task.supervise)
        == (&above.lead, &above.lead_basis, &above.support, &above.supervise)
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
