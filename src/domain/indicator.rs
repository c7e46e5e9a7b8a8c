//! Indicators: goals with the figures observed on the way to them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::goal::Goal;
use super::month::{Day, Month};
use super::names::Names;
use super::series::Series;
use super::unit::Unit;

/// Whether the plan names a unit for an item or an editor inferred it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LeadBasis {
    /// Whether the lead was inferred (推定).
    pub inferred: bool,
    /// From what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Names>,
}

/// The figure from which progress is counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Baseline {
    /// Its month.
    pub month: Month,
    /// The figure, in the indicator's unit.
    pub value: f64,
}

/// A declared point of a schedule: the cumulative figure due by the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct DuePoint {
    /// The month by whose end it is due.
    pub month: Month,
    /// The figure due, in the item's unit.
    pub plan: f64,
}

/// Something that happened on the way, such as an acceptance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Event {
    /// When.
    pub date: Day,
    /// What.
    pub name: Names,
    /// The id of the source; without one the event is demonstration data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A goal of the plan and its observations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Indicator {
    /// The stable ASCII id.
    pub id: String,
    /// The full name.
    pub name: Names,
    /// A name for cards; the full one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Names>,
    /// The id of its domain.
    pub domain: String,
    /// The id of the project it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The section of the plan that sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The unit of every figure in it.
    pub unit: Unit,
    /// What is to be reached.
    pub goal: Goal,
    /// The id of the leading department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// Whether the lead is stated.
    #[serde(default)]
    pub lead_basis: LeadBasis,
    /// A remark for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Names>,
    /// Where progress is counted from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Declared due points, ascending by month; a straight line when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<DuePoint>,
    /// The observations, up to the edition's month.
    pub series: Series,
    /// What happened on the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Observations per township, by township code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub townships: BTreeMap<String, Series>,
}

impl Indicator {
    /// The name for cards.
    pub fn short(&self) -> &Names {
        self.short.as_ref().unwrap_or(&self.name)
    }
}
