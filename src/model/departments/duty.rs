//! What every unit has to do: found in one pass over the goals and tasks of an edition.

use std::collections::BTreeMap;

use super::super::counting::counts;
use super::super::scope::Scope;
use crate::domain::{Light, Standing, Tally, Task, TaskTree};

/// What a unit may be in a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 牵头.
    Lead,
    /// 配合.
    Support,
    /// 督查.
    Supervise,
}

impl Role {
    /// Every role, the weightiest first.
    pub const ALL: [Role; 3] = [Role::Lead, Role::Support, Role::Supervise];

    /// Whether a unit has this role in a task.
    pub fn is_in(self, task: &Task, unit: &str) -> bool {
        match self {
            Role::Lead => task.lead.as_deref() == Some(unit),
            Role::Support => task.support.iter().any(|id| id == unit),
            Role::Supervise => task.supervise.iter().any(|id| id == unit),
        }
    }

    /// The weightiest role that a unit has in a task.
    pub fn of(task: &Task, unit: &str) -> Option<Role> {
        Self::ALL.into_iter().find(|role| role.is_in(task, unit))
    }
}

/// A unit's tasks in one role, by their positions in the edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Tasks of all levels.
    pub all: Vec<usize>,
    /// Those of them that count by themselves, as [`counts`] says; parts of the plan are left out.
    pub items: Vec<usize>,
}

/// What a unit has to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duty {
    /// The goals that it leads, by their positions.
    pub goals: Vec<usize>,
    /// Its tasks, role by role as in [`Role::ALL`].
    pub shares: [Share; 3],
    /// Of the goals and tasks that it leads, how many leads were inferred.
    pub inferred: usize,
}

impl Duty {
    /// Its tasks in a role.
    pub fn share(&self, role: Role) -> &Share {
        &self.shares[role as usize]
    }

    /// How many goals and items it leads.
    pub fn led(&self) -> usize {
        self.goals.len() + self.share(Role::Lead).items.len()
    }

    /// Whether it has nothing to do.
    pub fn is_idle(&self) -> bool {
        self.goals.is_empty() && self.shares.iter().all(|share| share.all.is_empty())
    }
}

/// The task that one is a part of; a part of the plan is none.
pub(super) fn above<'a>(tree: &TaskTree<'a>, at: usize) -> Option<&'a Task> {
    tree.parent(at).map(|above| tree.task(above)).filter(|above| above.level > 1)
}

/// The duties of all units of an edition.
pub struct Duties<'a> {
    /// The tasks with their lights.
    pub tree: TaskTree<'a>,
    /// How each goal stands.
    pub standings: Vec<Standing>,
    /// The duties, in the order of the units.
    pub of: Vec<Duty>,
}

impl<'a> Duties<'a> {
    /// Finds them.
    pub fn new(scope: &Scope<'a>) -> Self {
        let edition = scope.edition;
        let tree = TaskTree::new(edition, scope.rule);
        let places: BTreeMap<&str, usize> =
            edition.departments.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect();
        let mut of = vec![Duty::default(); edition.departments.len()];
        for (at, goal) in edition.indicators.iter().enumerate() {
            if let Some(unit) = goal.lead.as_deref().and_then(|id| places.get(id)) {
                of[*unit].goals.push(at);
                of[*unit].inferred += usize::from(goal.lead_basis.inferred);
            }
        }
        for (at, task) in edition.tasks.iter().enumerate() {
            let lead = task.lead.iter().map(|id| (Role::Lead, id));
            let support = task.support.iter().map(|id| (Role::Support, id));
            let supervise = task.supervise.iter().map(|id| (Role::Supervise, id));
            for (role, id) in lead.chain(support).chain(supervise) {
                let Some(unit) = places.get(id.as_str()) else { continue };
                let duty = &mut of[*unit];
                let share = &mut duty.shares[role as usize];
                // A unit named twice has one task.
                if Role::of(task, id) != Some(role) || share.all.last() == Some(&at) {
                    continue;
                }
                share.all.push(at);
                if task.level > 1 && counts(task, above(&tree, at), |one| Role::of(one, id) == Some(role)) {
                    share.items.push(at);
                }
                duty.inferred += usize::from(role == Role::Lead && task.lead_basis.inferred);
            }
        }
        let standings = edition.indicators.iter().map(|goal| scope.standing(goal)).collect();
        Self { tree, standings, of }
    }

    /// The lights of the goals and items that a unit leads; principles have none.
    pub fn lights<'b>(&'b self, duty: &'b Duty) -> impl Iterator<Item = Light> + 'b {
        let goals = duty.goals.iter().map(|at| self.standings[*at].light);
        let items = duty.share(Role::Lead).items.iter();
        let lit = items.filter(|at| !self.tree.task(**at).principle);
        goals.chain(lit.map(|at| self.tree.light(*at).light))
    }

    /// Those lights, counted.
    pub fn tally(&self, duty: &Duty) -> Tally {
        self.lights(duty).collect()
    }
}
