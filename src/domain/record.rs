//! The plan's plain records: domains, departments, projects, sites, townships, bodies, documents.

use serde::{Deserialize, Serialize};

use super::month::Day;
use super::names::Names;

/// A domain of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Domain {
    /// The stable ASCII id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// What the district wants to be in it.
    pub position: Names,
    /// One Chinese character that stands for it.
    pub seal: String,
}

/// A unit or body with duties under the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Department {
    /// The stable ASCII id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// What sort of body it is.
    pub kind: String,
    /// Other spellings of its name in the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Whether it is a member of the leading group.
    #[serde(default)]
    pub member: bool,
}

/// A programme, work, system, platform, park or event named in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Project {
    /// The stable ASCII id.
    pub id: String,
    /// What sort of project it is.
    pub kind: String,
    /// The id of the project it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Its name.
    pub name: Names,
    /// The id of its domain.
    pub domain: String,
    /// The id of the leading department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The id of its site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// An editor's remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Names>,
}

/// How exact a coordinate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// Surveyed or geocoded to an address.
    Exact,
    /// Estimated, within about 2 km.
    #[serde(rename = "approx-2km")]
    Approx2km,
    /// The township's own point stands for it.
    TownshipCentroid,
}

/// A place named in the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Site {
    /// The stable ASCII id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// What sort of place it is.
    pub category: String,
    /// The id of its domain.
    pub domain: String,
    /// The id of its project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The code of its township, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub township: Option<String>,
    /// Longitude and latitude in degrees, WGS-84; absent where no location could be justified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<[f64; 2]>,
    /// How exact the coordinate is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
    /// Whether the place lies outside the district and is never mapped.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outside: bool,
    /// An editor's remark, such as how the place was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Names>,
}

/// A township or subdistrict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Township {
    /// The official code; boundaries are matched by it.
    pub code: String,
    /// Its name.
    pub name: Names,
    /// A name for labels on the map.
    pub short: Names,
    /// `subdistrict` or `town`.
    pub kind: String,
    /// Longitude and latitude in degrees, WGS-84, of its point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<[f64; 2]>,
    /// How exact that point is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
}

/// A body, post or membership of the organisation that carries out the plan. Units and posts, never persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OrgUnit {
    /// The stable ASCII id.
    pub id: String,
    /// The id of the body it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// `body`, `post` or `member`.
    pub kind: String,
    /// Its name.
    pub name: Names,
    /// The id of the department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Its role.
    pub role: Names,
    /// Its duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<Names>,
}

/// The plan and the documents it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Document {
    /// The stable ASCII id.
    pub id: String,
    /// `plan` or `basis`.
    pub kind: String,
    /// Its title.
    pub title: Names,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// When it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Names>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A published source of figures or events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Source {
    /// The stable ASCII id.
    pub id: String,
    /// Its title and publisher.
    pub title: Names,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A dated announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Notice {
    /// The stable ASCII id.
    pub id: String,
    /// Its day.
    pub date: Day,
    /// Its title.
    pub title: Names,
    /// Its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Names>,
    /// The ids of the records it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// The id of the source that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
