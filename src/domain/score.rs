//! Scores of units by a rule that a pack declares: a weighted mean of the points of lights, with its whole arithmetic.

use serde::{Deserialize, Serialize};

use super::light::Light;
use super::names::Names;
use super::order;

/// How many points an item has by its light. An item that is not due does not count.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LightPoints {
    /// On green.
    pub green: f64,
    /// On yellow.
    pub yellow: f64,
    /// On red.
    pub red: f64,
    /// Due and without a figure; such an item does not count where this is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_data: Option<f64>,
}

/// How much an item weighs by what the unit is in it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RoleWeights {
    /// It leads (牵头).
    pub lead: f64,
    /// It supports (配合).
    pub support: f64,
}

/// How much an item weighs by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct KindWeights {
    /// A goal.
    pub goal: f64,
    /// A task.
    pub task: f64,
}

/// A declared scoring rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ScoreRule {
    /// What the score is called.
    pub name: Names,
    /// The unit behind a score.
    pub unit: Names,
    /// The rule in a sentence, and where it is from.
    pub about: Names,
    /// Points by light.
    pub points: LightPoints,
    /// Weights by role; an item weighs its role's weight times its kind's.
    pub roles: RoleWeights,
    /// Weights by kind.
    pub kinds: KindWeights,
    /// Whether units are ranked by it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ranked: bool,
}

/// An item of a unit that may count.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreItem {
    /// The id of the goal or task.
    pub id: String,
    /// Whether it is a goal; else a task.
    pub goal: bool,
    /// Whether the unit leads it; else it supports it.
    pub leads: bool,
    /// Its light.
    pub light: Light,
}

/// An item that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The item.
    pub item: ScoreItem,
    /// The weight of its role.
    pub role: f64,
    /// The weight of its kind.
    pub kind: f64,
    /// Its points.
    pub points: f64,
}

impl Counted {
    /// How much it weighs.
    pub fn weight(&self) -> f64 {
        self.role * self.kind
    }

    /// What it adds to the sum.
    pub fn product(&self) -> f64 {
        self.weight() * self.points
    }
}

/// A unit's score with everything that went into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The items that count.
    pub counted: Vec<Counted>,
    /// How many items do not count: not due, without data, or without weight.
    pub uncounted: usize,
    /// The sum of weights times points.
    pub sum: f64,
    /// The sum of weights.
    pub weight: f64,
    /// The sum divided by the weights, to the hundredth; `None` where nothing counts.
    pub value: Option<f64>,
}

impl ScoreRule {
    /// The score of a unit with these items.
    pub fn score(&self, items: impl IntoIterator<Item = ScoreItem>) -> Score {
        let (mut counted, mut uncounted) = (Vec::new(), 0);
        for item in items {
            let points = self.points(item.light);
            let role = if item.leads { self.roles.lead } else { self.roles.support };
            let kind = if item.goal { self.kinds.goal } else { self.kinds.task };
            match points.filter(|_| role * kind > 0.0) {
                Some(points) => counted.push(Counted { item, role, kind, points }),
                None => uncounted += 1,
            }
        }
        let sum: f64 = counted.iter().map(Counted::product).sum();
        let weight: f64 = counted.iter().map(Counted::weight).sum();
        // What is shown is what is ranked.
        let value = (weight > 0.0).then(|| (sum / weight * 100.0).round() / 100.0);
        Score { counted, uncounted, sum, weight, value }
    }

    fn points(&self, light: Light) -> Option<f64> {
        match light {
            Light::Green => Some(self.points.green),
            Light::Yellow => Some(self.points.yellow),
            Light::Red => Some(self.points.red),
            Light::NoData => self.points.no_data,
            Light::NotDue => None,
        }
    }

    /// What is wrong with the numbers of this rule: where, what was expected, and what was found.
    pub fn faults(&self) -> Vec<(&'static str, &'static str, String)> {
        let Self { points, roles, kinds, .. } = self;
        let mut faults = Vec::new();
        let declared = [
            ("points/green", Some(points.green)),
            ("points/yellow", Some(points.yellow)),
            ("points/red", Some(points.red)),
            ("points/no_data", points.no_data),
        ];
        for (place, value) in declared.into_iter().filter_map(|(place, value)| Some((place, value?))) {
            if !value.is_finite() {
                faults.push((place, "a number", value.to_string()));
            }
        }
        let weights = [
            ("roles/lead", roles.lead),
            ("roles/support", roles.support),
            ("kinds/goal", kinds.goal),
            ("kinds/task", kinds.task),
        ];
        for (place, value) in weights {
            if !value.is_finite() || value < 0.0 {
                faults.push((place, "a weight of 0 or more", value.to_string()));
            }
        }
        for (place, all) in [("roles", [roles.lead, roles.support]), ("kinds", [kinds.goal, kinds.task])] {
            if all == [0.0, 0.0] {
                faults.push((place, "a weight above 0", "0".to_owned()));
            }
        }
        faults
    }
}

/// The ranks of scores, the highest first: equal scores share a rank, and what has none is not ranked.
pub fn ranks(scores: &[Option<f64>]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..scores.len()).filter(|at| scores[*at].is_some()).collect();
    let value = |at: usize| scores[at].unwrap_or(f64::NEG_INFINITY);
    order::sort(&mut order, |one, other| value(*other).total_cmp(&value(*one)));
    let mut ranks = vec![None; scores.len()];
    let mut rank = 0;
    for (place, at) in order.iter().enumerate() {
        if place == 0 || value(order[place - 1]) != value(*at) {
            rank = place + 1;
        }
        ranks[*at] = Some(rank);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule() -> ScoreRule {
        ScoreRule {
            name: Names::default(),
            unit: Names::default(),
            about: Names::default(),
            points: LightPoints { green: 100.0, yellow: 60.0, red: 0.0, no_data: None },
            roles: RoleWeights { lead: 1.0, support: 0.5 },
            kinds: KindWeights { goal: 2.0, task: 1.0 },
            ranked: true,
        }
    }

    fn item(goal: bool, leads: bool, light: Light) -> ScoreItem {
        ScoreItem { id: "x".into(), goal, leads, light }
    }

    #[test]
    fn a_score_is_the_weighted_mean_of_what_counts() {
        use Light::{Green, NoData, NotDue, Red, Yellow};
        // (what is scored, the sum, the weights, the score)
        let cases: [(&[ScoreItem], f64, f64, Option<f64>); 7] = [
            (&[item(true, true, Green)], 200.0, 2.0, Some(100.0)),
            (&[item(true, true, Green), item(false, true, Red)], 200.0, 3.0, Some(66.67)),
            (&[item(false, true, Yellow), item(false, false, Green)], 110.0, 1.5, Some(73.33)),
            (&[item(false, true, Green), item(true, true, NotDue)], 100.0, 1.0, Some(100.0)),
            (&[item(true, true, NoData), item(true, true, Red)], 0.0, 2.0, Some(0.0)),
            (&[item(true, true, NoData), item(false, false, NotDue)], 0.0, 0.0, None),
            (&[], 0.0, 0.0, None),
        ];
        for (items, sum, weight, value) in cases {
            let score = rule().score(items.iter().cloned());
            assert_eq!((score.sum, score.weight, score.value), (sum, weight, value), "{items:?}");
            assert_eq!(score.counted.len() + score.uncounted, items.len());
        }
    }

    #[test]
    fn no_data_counts_as_the_rule_says_and_what_weighs_nothing_does_not() {
        let strict = ScoreRule { points: LightPoints { no_data: Some(0.0), ..rule().points }, ..rule() };
        let items = [item(true, true, Light::NoData), item(true, true, Light::Green)];
        assert_eq!(rule().score(items.clone()).value, Some(100.0));
        assert_eq!(strict.score(items).value, Some(50.0));
        let leads_only = ScoreRule { roles: RoleWeights { lead: 1.0, support: 0.0 }, ..rule() };
        let score = leads_only.score([item(false, false, Light::Red), item(false, true, Light::Green)]);
        assert_eq!((score.counted.len(), score.uncounted, score.value), (1, 1, Some(100.0)));
    }

    #[test]
    fn equal_scores_share_a_rank_and_none_has_none() {
        let scores = [Some(80.0), None, Some(95.5), Some(80.0), Some(0.0), None];
        assert_eq!(ranks(&scores), [Some(2), None, Some(1), Some(2), Some(4), None]);
        assert_eq!(ranks(&[None, None]), [None, None]);
        assert_eq!(ranks(&[]), Vec::<Option<usize>>::new());
    }

    #[test]
    fn nonsense_is_found() {
        assert!(rule().faults().is_empty());
        let places = |rule: ScoreRule| rule.faults().into_iter().map(|(place, ..)| place).collect::<Vec<_>>();
        let weights = |lead, support| ScoreRule { roles: RoleWeights { lead, support }, ..rule() };
        assert_eq!(places(weights(-1.0, f64::NAN)), ["roles/lead", "roles/support"]);
        assert_eq!(places(weights(0.0, 0.0)), ["roles"]);
        assert_eq!(places(weights(0.0, 1.0)), [""; 0]);
        let kinds = KindWeights { goal: 0.0, task: 0.0 };
        assert_eq!(places(ScoreRule { kinds, ..rule() }), ["kinds"]);
        let points = LightPoints { no_data: Some(f64::INFINITY), ..rule().points };
        assert_eq!(places(ScoreRule { points, ..rule() }), ["points/no_data"]);
    }
}
