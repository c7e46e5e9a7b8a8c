//! What a department has to do with a task or project.

use std::collections::BTreeMap;

use crate::domain::Task;

/// The part that a department has, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It leads (牵头), as the plan states.
    Lead,
    /// It leads, as an editor inferred (推定).
    Inferred,
    /// It supports (配合).
    Support,
    /// It supervises (督查).
    Supervise,
    /// Nothing of this itself, but something below it.
    Parts,
}

impl Role {
    /// Whether it leads, stated or inferred.
    pub fn leads(self) -> bool {
        matches!(self, Role::Lead | Role::Inferred)
    }

    /// Whether it is the same as another; a lead is a lead, stated or inferred.
    pub fn is(self, other: Role) -> bool {
        self == other || self.leads() && other.leads()
    }
}

/// The departments that answer for something, by their number, each with its weightiest role.
pub(super) type Roles = BTreeMap<usize, Role>;

/// Adds a role; a weightier one stays.
pub(super) fn add(roles: &mut Roles, unit: Option<usize>, role: Role) {
    if let Some(unit) = unit {
        let known = roles.entry(unit).or_insert(role);
        *known = role.min(*known);
    }
}

/// The roles that a task itself gives.
pub(super) fn of_task(task: &Task, number: &BTreeMap<&str, usize>) -> Roles {
    let mut roles = Roles::new();
    let mut all = |ids: &mut dyn Iterator<Item = &String>, role: Role| {
        for id in ids {
            add(&mut roles, number.get(id.as_str()).copied(), role);
        }
    };
    let lead = if task.lead_basis.inferred { Role::Inferred } else { Role::Lead };
    all(&mut task.lead.iter(), lead);
    all(&mut task.supervise.iter(), Role::Supervise);
    all(&mut task.support.iter(), Role::Support);
    roles
}
