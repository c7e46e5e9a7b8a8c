//! How tasks are counted: wherever the program says how many a unit leads, supports or shares, it counts by this rule.

/// Whether what is said of a task counts by itself: it is said of the task, and not of the one it is a part of, where
/// that counts too. So parts count with their item, unless others answer for them.
pub fn counts<T: Copy>(task: T, above: Option<T>, says: impl Fn(T) -> bool) -> bool {
    says(task) && !above.is_some_and(says)
}
