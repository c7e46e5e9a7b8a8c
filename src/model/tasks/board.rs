//! The tasks that pass the filters, in a column for each light.

use super::ledger::Ledger;
use super::list::TaskList;
use crate::domain::Light;

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The light.
    pub light: Light,
    /// Its word.
    pub word: String,
    /// The entries of its tasks, in the order of the list.
    pub entries: Vec<usize>,
}

impl Ledger {
    /// The columns of a list, the gravest light first. What has no light, as a principle, or only holds what passes is
    /// in none.
    pub fn board(&self, list: &TaskList) -> Vec<Lane> {
        let order = [Light::Red, Light::NoData, Light::Yellow, Light::NotDue, Light::Green];
        let shown: Vec<usize> = list
            .divisions
            .iter()
            .flat_map(|division| &division.rows)
            .filter(|shown| !shown.context)
            .map(|shown| shown.at)
            .collect();
        order
            .into_iter()
            .map(|light| Lane {
                light,
                word: self
                    .lights
                    .iter()
                    .find(|(known, _)| *known == light)
                    .map(|(_, word)| word.clone())
                    .unwrap_or_default(),
                entries: shown
                    .iter()
                    .copied()
                    .filter(|at| self.entries[*at].light() == Some(light))
                    .collect(),
            })
            .collect()
    }
}
