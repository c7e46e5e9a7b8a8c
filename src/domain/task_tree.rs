//! An edition's tasks as a tree with their lights, made once: of many thousand tasks none asks all others.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::Edition;
use super::light::Light;
use super::rule::RulePack;
use super::standing;
use super::task::{Task, TaskLight};

/// The tasks of an edition, by their position in it.
pub struct TaskTree<'a> {
    tasks: &'a [Task],
    parents: Vec<Option<usize>>,
    parts: Vec<Vec<usize>>,
    goals: Vec<BTreeSet<usize>>,
    lights: Vec<TaskLight>,
}

impl<'a> TaskTree<'a> {
    /// Makes the tree. A task whose parent is unknown, or does not stand before it, has none.
    pub fn new(edition: &'a Edition, rule: &RulePack) -> Self {
        let tasks = edition.tasks.as_slice();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut parents = Vec::with_capacity(tasks.len());
        let mut parts = vec![Vec::new(); tasks.len()];
        for (at, task) in tasks.iter().enumerate() {
            let parent = task.parent.as_deref().and_then(|id| places.get(id).copied());
            if let Some(parent) = parent {
                parts[parent].push(at);
            }
            parents.push(parent);
            places.insert(&task.id, at);
        }
        let indicators: BTreeMap<&str, usize> =
            edition.indicators.iter().enumerate().map(|(at, goal)| (goal.id.as_str(), at)).collect();
        let linked = |task: &Task| {
            task.indicators.iter().filter_map(|id| indicators.get(id.as_str()).copied()).collect()
        };
        let mut goals: Vec<BTreeSet<usize>> = tasks.iter().map(linked).collect();
        // Parts stand after what they are parts of.
        for at in (0..tasks.len()).rev() {
            if let Some(parent) = parents[at] {
                let own = goals[at].clone();
                goals[parent].extend(own);
            }
        }
        let of_goal: Vec<Light> = edition
            .indicators
            .iter()
            .map(|indicator| standing::of_indicator(indicator, edition, rule).light)
            .collect();
        let light = |(task, goals): (&Task, &BTreeSet<usize>)| {
            let own = standing::of_task(task, edition, rule).map(|standing| standing.light);
            TaskLight::of(own, goals.iter().map(|goal| of_goal[*goal]).collect(), task.unmeasured(edition))
        };
        let lights = tasks.iter().zip(&goals).map(light).collect();
        Self { tasks, parents, parts, goals, lights }
    }

    /// The task at a position.
    pub fn task(&self, at: usize) -> &'a Task {
        &self.tasks[at]
    }

    /// The position of the task that one is a part of.
    pub fn parent(&self, at: usize) -> Option<usize> {
        self.parents[at]
    }

    /// The positions of a task's parts, in the plan's order.
    pub fn parts(&self, at: usize) -> &[usize] {
        &self.parts[at]
    }

    /// A task's light, as [`Task::light`] finds it.
    pub fn light(&self, at: usize) -> &TaskLight {
        &self.lights[at]
    }

    /// The positions of the indicators that measure a task or anything below it.
    pub fn goals(&self, at: usize) -> &BTreeSet<usize> {
        &self.goals[at]
    }

    /// The positions of the tasks that are no parts.
    pub fn roots(&self) -> impl Iterator<Item = usize> {
        (0..self.tasks.len()).filter(|at| self.parents[*at].is_none())
    }

    /// How many tasks there are.
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }
}
