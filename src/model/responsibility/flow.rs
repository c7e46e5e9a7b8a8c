//! Who works with whom: every pair of a leading and a supporting department, with how often they work together.

use std::collections::BTreeMap;

use super::super::counting::counts;
use super::super::frame::Caption;
use super::super::words::plural;
use super::duties::Role;
use super::list::passing;
use super::matrix::{Matrix, Row};
use super::ribbons::{Picture, lay};
use crate::route::{Face, ViewState};

/// Two departments that work together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The number of the one that leads.
    pub lead: usize,
    /// The number of the one that supports.
    pub support: usize,
    /// How often (合作次数): in how many tasks.
    pub count: usize,
}

/// Who works with whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// The pairs: by who leads most, and of these by who supports most.
    pub pairs: Vec<Pair>,
    /// The same as ribbons.
    pub picture: Picture,
    /// What is seen, in a sentence.
    pub title: String,
    /// What is counted.
    pub subtitle: String,
    /// All of it in one sentence, or what a chosen department does.
    pub summary: String,
}

impl Matrix {
    /// Who works with whom in the tasks that the address asks for. A part counts where its pair is not that of the
    /// task above.
    pub fn flow(&self, state: &ViewState) -> Flow {
        let list = self.list(&ViewState { face: Face::Flow, ..state.clone() });
        let mut found: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let mut inferred = false;
        for (shown, above) in list.divisions.iter().flat_map(passing) {
            let (row, above) = (&self.rows[shown.at], above.map(|above| &self.rows[above]));
            let Some((lead, how)) = row.cells.iter().find(|(_, role)| role.leads()) else { continue };
            for (support, _) in row.cells.iter().filter(|(_, role)| *role == Role::Support) {
                let is_pair = |row: &Row| row.has(*lead, Role::Lead) && row.has(*support, Role::Support);
                if counts(row, above, is_pair) {
                    *found.entry((*lead, *support)).or_default() += 1;
                    inferred |= *how == Role::Inferred;
                }
            }
        }
        let found: Vec<Pair> =
            found.into_iter().map(|((lead, support), count)| Pair { lead, support, count }).collect();
        let (pairs, picture) = lay(found);
        let chosen = state.dept.as_deref().and_then(|id| self.unit(id));
        Flow {
            title: self.closest(&pairs),
            subtitle: self.subtitle(inferred),
            summary: self.summary(&pairs, chosen),
            pairs,
            picture,
        }
    }

    fn subtitle(&self, inferred: bool) -> String {
        let counted = self.lang.pick(
            "左边牵头，右边配合；带宽和数字是合作次数：一个单位配合一项任务记一次。分项与所属任务分工相同的不另计。",
            "Left leads, right supports; widths and numbers are joint items: one for each unit that supports a task. A part counts where its roles are not its task’s.",
        );
        let inferred = if inferred {
            self.lang.pick("含推定的牵头。", " Inferred leads are included.")
        } else {
            ""
        };
        format!("{counted}{inferred}")
    }

    /// What is written into a picture of it that stands at an address; `from` says where the duties come from.
    pub fn caption(&self, flow: &Flow, from: &str, address: &str) -> Caption {
        Caption {
            title: flow.title.clone(),
            subtitle: [flow.subtitle.as_str(), &flow.summary].join(self.lang.pick("", " ")),
            foot: vec![
                [self.ledger.dateline.as_str(), from].join(self.lang.pick("。", ". ")),
                address.to_owned(),
            ],
            demo: None,
        }
    }

    /// The two that work together most.
    fn closest(&self, pairs: &[Pair]) -> String {
        let lang = self.lang;
        let Some(most) = pairs.iter().rev().max_by_key(|pair| pair.count) else {
            return lang.pick("没有两个单位合作的任务".into(), "No task has two units".into());
        };
        let [lead, support] = [most.lead, most.support].map(|unit| &self.units[unit].short);
        let (count, items) = (most.count, plural(most.count as i32, "joint item"));
        lang.pick(
            format!("合作最多：{lead}牵头、{support}配合，合作{count}次"),
            format!("Closest: {lead} leads, {support} supports, {count} {items}"),
        )
    }

    fn summary(&self, pairs: &[Pair], chosen: Option<usize>) -> String {
        let lang = self.lang;
        let sum = |pairs: &[&Pair]| pairs.iter().map(|pair| pair.count).sum::<usize>();
        if let Some(unit) = chosen {
            let led: Vec<&Pair> = pairs.iter().filter(|pair| pair.lead == unit).collect();
            let supported: Vec<&Pair> = pairs.iter().filter(|pair| pair.support == unit).collect();
            let name = &self.units[unit].name;
            let (with, times) = (led.len(), sum(&led));
            let (to, helps) = (supported.len(), sum(&supported));
            return lang.pick(
                format!("{name}牵头时，{with}个单位配合，合作{times}次；它配合{to}个单位，合作{helps}次。"),
                format!(
                    "{name} is supported by {with} in {times} joint items, and supports {to} in {helps}."
                ),
            );
        }
        let different = |unit: fn(&Pair) -> usize| {
            pairs.iter().map(unit).collect::<std::collections::BTreeSet<_>>().len()
        };
        let (leads, supports) = (different(|pair| pair.lead), different(|pair| pair.support));
        let times = sum(&pairs.iter().collect::<Vec<_>>());
        lang.pick(
            format!("{leads}个单位牵头，{supports}个单位配合，合作{times}次。"),
            format!("{leads} units lead, {supports} support, {times} joint items."),
        )
    }
}
