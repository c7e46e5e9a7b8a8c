//! Who answers for goals and tasks: departments with their roles counted, never one light for a department.

use super::super::scope::Scope;
use crate::domain::{Department, Domain, Indicator, Task, order};

/// A department's part in them.
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
    let goals = scope.edition.indicators.iter().filter(|goal| goal.domain == domain.id);
    let tasks = scope.edition.tasks.iter().filter(|task| task.domain == domain.id);
    roles(scope, &goals.collect::<Vec<_>>(), &tasks.collect::<Vec<_>>())
}

/// The departments that lead, support or supervise some of these goals and tasks, those that lead most first.
pub fn roles(scope: &Scope<'_>, goals: &[&Indicator], tasks: &[&Task]) -> Vec<Role> {
    let departments = scope.edition.departments.iter();
    let mut roles: Vec<Role> = departments
        .map(|department| role(scope, goals, tasks, department))
        .filter(|role| role.goals + role.leads + role.supports + role.supervises > 0)
        .collect();
    order::sort_by_key(&mut roles, |role| std::cmp::Reverse((role.leads + role.goals, role.supports)));
    roles
}

fn role(scope: &Scope<'_>, goals: &[&Indicator], tasks: &[&Task], department: &Department) -> Role {
    let id = &department.id;
    let led_goals: Vec<_> = goals.iter().filter(|goal| goal.lead.as_ref() == Some(id)).collect();
    let led: Vec<_> = tasks.iter().filter(|task| task.lead.as_ref() == Some(id)).collect();
    let bases = led_goals.iter().map(|goal| &goal.lead_basis).chain(led.iter().map(|task| &task.lead_basis));
    Role {
        id: id.clone(),
        name: department.name.get(scope.lang).into(),
        inferred: bases.filter(|basis| basis.inferred).count(),
        goals: led_goals.len(),
        leads: led.len(),
        supports: tasks.iter().filter(|task| task.support.contains(id)).count(),
        supervises: tasks.iter().filter(|task| task.supervise.contains(id)).count(),
    }
}
