//! A domain's tasks as a tree: parts of the plan, items, commitments and their named parts.

use super::super::scope::Scope;
use super::super::tasks::{Above, Rows, TaskRow};
use super::super::words;
use super::concerns;
use crate::domain::{Domain, Task};

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
    tasks_of(scope, &Rows::new(scope), |task| {
        task.domain == domain.id && dept.is_none_or(|dept| concerns(task, dept))
    })
}

/// The tasks that are wanted, each below the one that it is a part of where that is wanted, too.
pub fn tasks_of(scope: &Scope<'_>, maker: &Rows<'_>, is_wanted: impl Fn(&Task) -> bool) -> Tasks {
    let own: Vec<bool> = (0..maker.tree.len()).map(|at| is_wanted(maker.tree.task(at))).collect();
    let mut rows = Vec::new();
    for at in
        (0..own.len()).filter(|at| own[*at] && !maker.tree.parent(*at).is_some_and(|parent| own[parent]))
    {
        grow(maker, &own, at, None, &mut rows);
    }
    let counted = counted(scope, &rows);
    Tasks { rows, counted }
}

/// Adds a task and, below it, its parts.
fn grow(maker: &Rows<'_>, own: &[bool], at: usize, above: Option<Above>, rows: &mut Vec<TaskRow>) {
    let (row, depth) = (rows.len(), above.map_or(0, |above| above.depth + 1));
    rows.push(maker.row(at, above));
    for part in maker.tree.parts(at).iter().filter(|part| own[**part]) {
        rows[row].parts += 1;
        grow(maker, own, *part, Some(Above { row, depth, at }), rows);
    }
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
