//! Who answers for a domain: departments with their roles counted, never one light for a department.

use super::super::scope::Scope;
use crate::domain::{Department, Domain, order};

/// A department's part in a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many goals it leads.
    pub goals: usize,
    /// How many tasks it leads.
    pub leads: usize,
    /// Of goals and tasks that it leads, how many leads were inferred.
    pub inferred: usize,
    /// How many tasks it supports.
    pub supports: usize,
    /// How many tasks it supervises, where the data name it.
    pub supervises: usize,
}

/// The departments that lead, support or supervise something in a domain, those that lead most first.
pub fn departments(scope: &Scope<'_>, domain: &Domain) -> Vec<Role> {
    let edition = scope.edition;
    let mut roles: Vec<Role> = edition
        .departments
        .iter()
        .map(|department| role(scope, domain, department))
        .filter(|role| role.goals + role.leads + role.supports + role.supervises > 0)
        .collect();
    order::sort_by_key(&mut roles, |role| std::cmp::Reverse((role.leads + role.goals, role.supports)));
    roles
}

fn role(scope: &Scope<'_>, domain: &Domain, department: &Department) -> Role {
    let id = &department.id;
    let goals = scope.edition.indicators.iter().filter(|goal| goal.domain == domain.id);
    let tasks = || scope.edition.tasks.iter().filter(|task| task.domain == domain.id);
    let led_goals: Vec<_> = goals.filter(|goal| goal.lead.as_ref() == Some(id)).collect();
    let led: Vec<_> = tasks().filter(|task| task.lead.as_ref() == Some(id)).collect();
    let bases = led_goals.iter().map(|goal| &goal.lead_basis).chain(led.iter().map(|task| &task.lead_basis));
    Role {
        id: id.clone(),
        name: department.name.get(scope.lang).into(),
        inferred: bases.filter(|basis| basis.inferred).count(),
        goals: led_goals.len(),
        leads: led.len(),
        supports: tasks().filter(|task| task.support.contains(id)).count(),
        supervises: tasks().filter(|task| task.supervise.contains(id)).count(),
    }
}
