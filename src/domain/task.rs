//! Tasks of the plan: a tree of parts, items, commitments and their named parts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::edition::Edition;
use super::goal::{Comparator, Direction, Goal, Kind};
use super::indicator::{DuePoint, Indicator, LeadBasis};
use super::light::Light;
use super::month::Day;
use super::names::Names;
use super::rule::RulePack;
use super::series::Series;
use super::standing;
use super::tally::Tally;
use super::unit::{Unit, UnitKind};

/// A task. Level 1 is a part of the plan, 2 an item, 3 a commitment, 4 a named part of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Task {
    /// The stable ASCII id.
    pub id: String,
    /// The id of the task it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Its depth in the tree, 1 to 4.
    pub level: u8,
    /// The id of its domain.
    pub domain: String,
    /// The id of its project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The section of the plan that states it.
    pub section: String,
    /// A short title.
    pub name: Names,
    /// Whether it is a principle rather than tracked work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub principle: bool,
    /// The id of the leading department (牵头).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// Whether the lead is stated.
    #[serde(default)]
    pub lead_basis: LeadBasis,
    /// The ids of the supporting departments (配合).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<String>,
    /// The ids of the supervising departments (督查), where data name one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supervise: Vec<String>,
    /// The day by which it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The ids of the indicators that measure it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<String>,
    /// Declared due points in percent done, ascending by month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<DuePoint>,
    /// Progress in percent done, up to the edition's month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Series>,
}

/// The light of a task and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskLight {
    /// The light shown.
    pub light: Light,
    /// The lights of the linked indicators.
    pub indicators: Tally,
    /// Whether the task's own due points decided.
    pub own: bool,
}

impl Task {
    /// The ids of the departments that lead, support and supervise it.
    pub fn departments(&self) -> impl Iterator<Item = &String> {
        self.lead.iter().chain(&self.support).chain(&self.supervise)
    }

    /// The task as a goal in percent done, where it has due points of its own: it stands as the task does.
    pub fn measure(&self) -> Option<Indicator> {
        let (last, series) = (self.schedule.last()?, self.progress.clone()?);
        let fine = series.numbers().any(|(_, value)| value.fract() != 0.0);
        Some(Indicator {
            id: self.id.clone(),
            name: self.name.clone(),
            short: None,
            domain: self.domain.clone(),
            project: self.project.clone(),
            section: Some(self.section.clone()),
            unit: Unit {
                zh: "%".into(),
                en: "%".into(),
                kind: UnitKind::Percent,
                decimals: u8::from(fine),
                en_factor: 1.0,
                en_decimals: None,
            },
            goal: Goal {
                kind: Kind::Ratio,
                comparator: Comparator::Bare,
                target: last.plan,
                high: None,
                direction: Direction::Up,
                due: last.month.last_day(),
            },
            lead: self.lead.clone(),
            lead_basis: self.lead_basis.clone(),
            note: None,
            baseline: None,
            schedule: self.schedule.clone(),
            series,
            events: Vec::new(),
            townships: BTreeMap::new(),
        })
    }

    /// The day from which something of it is due: the first of its due points, else its date, else the plan's last day.
    fn comes_due(&self, edition: &Edition) -> Day {
        let point = self.schedule.first().map(|point| point.month.last_day());
        point.or(self.due).unwrap_or_else(|| edition.end.last_day())
    }

    /// The grey of a task that nothing measures: not due before its day, and without data once that has come.
    pub(super) fn unmeasured(&self, edition: &Edition) -> Light {
        if edition.as_of < self.comes_due(edition) { Light::NotDue } else { Light::NoData }
    }

    /// The task's light: that of its own due points, else the gravest of its linked indicators,
    /// else grey by its day. An item with parts takes the gravest of its own indicators and its parts'.
    pub fn light(&self, edition: &Edition, rule: &RulePack) -> TaskLight {
        let indicators: Tally = edition
            .parts_of(self)
            .flat_map(|task| &task.indicators)
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .filter_map(|id| edition.indicator(id))
            .map(|indicator| standing::of_indicator(indicator, edition, rule).light)
            .collect();
        let own = standing::of_task(self, edition, rule).map(|standing| standing.light);
        TaskLight::of(own, indicators, self.unmeasured(edition))
    }
}

impl TaskLight {
    /// The light by a task's `own` due points where it has some, else by those of its indicators, else `unmeasured`.
    pub fn of(own: Option<Light>, indicators: Tally, unmeasured: Light) -> Self {
        let gravest = || Light::gravest(Light::ALL.into_iter().filter(|light| indicators.of(*light) > 0));
        let light = own.or_else(gravest).unwrap_or(unmeasured);
        Self { light, indicators, own: own.is_some() }
    }

    /// Whether figures or due points decide it. The grey of any other task says that nothing is known of it, and is no
    /// finding: it is counted, but neither scored, nor a change, nor on the agenda.
    pub fn is_measured(&self) -> bool {
        self.own || self.indicators.total() > 0
    }
}
