//! `district.json`: the district, the plan's months, the rule in force, the edition to be made.

use serde_json::Value;

use super::log::Log;
use super::tables::Tables;
use crate::domain::{Day, EditionKind, Month, Names, RulePack};
use crate::snapshot::fields::Fields;
use crate::snapshot::read::{Fault, Object, Read, records};
use crate::snapshot::{Basemap, Code, District, Finding, Place, read_rules};

/// The file's name.
pub const FILE: &str = "district.json";

/// What is the same for every record of a publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The district.
    pub district: District,
    /// The plan's first month.
    pub start: Month,
    /// The plan's last month.
    pub end: Month,
    /// The id of the rule pack in force.
    pub rule: String,
    /// The declared rule packs.
    pub rules: Vec<RulePack>,
    /// The number of this publication.
    pub sequence: u64,
    /// The street map beneath the large map.
    pub basemap: Vec<Basemap>,
    /// The edition to be made.
    pub edition: EditionHead,
}

/// The edition to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionHead {
    /// Its month.
    pub month: Month,
    /// The day up to which its figures reach; the month's last when absent.
    pub as_of: Option<Day>,
    /// The day on which it is published.
    pub published: Option<Day>,
    /// Official or demonstration.
    pub kind: EditionKind,
}

records! {
    EditionHead { month, as_of, published, kind }
}

impl EditionHead {
    /// The day up to which figures reach.
    pub fn as_of(&self) -> Day {
        self.as_of.unwrap_or(self.month.last_day())
    }
}

/// Reads the head; `None`, with findings, when it cannot be read.
pub fn read(tables: &Tables, log: &mut Log) -> Option<Head> {
    let place = Place { file: FILE.to_owned(), ..Place::default() };
    let Some(bytes) = tables.get(FILE) else {
        log.push(Finding::error(Code::Unavailable, "", FILE, FILE).at(place));
        return None;
    };
    let text = String::from_utf8_lossy(bytes);
    let mut fields = match Fields::of(text.trim_start_matches('\u{feff}')) {
        Ok(fields) => fields,
        Err(finding) => {
            log.push(finding.at(place));
            return None;
        }
    };
    let head = read_fields(&mut fields);
    for finding in fields.findings {
        log.push(finding.at(place.clone()));
    }
    head
}

fn read_fields(fields: &mut Fields<'_>) -> Option<Head> {
    let code: Option<String> = fields.required("code");
    let [name, title, publisher] =
        ["name", "title", "publisher"].map(|field| fields.required::<Names>(field));
    let (start, end) = (fields.required("start"), fields.required("end"));
    let (rule, sequence) = (fields.required("rule"), fields.required("sequence"));
    let edition = fields.required("edition");
    let basemap = fields.list("basemap");
    let declared = read_rules(fields);
    let shipped = [RulePack::three_colour(), RulePack::pace_gap()];
    let rules = if declared.is_empty() { shipped.to_vec() } else { declared };
    let head = Head {
        district: District { code: code?, name: name?, title: title?, publisher: publisher? },
        start: start?,
        end: end?,
        rule: rule?,
        rules,
        sequence: sequence?,
        basemap,
        edition: edition?,
    };
    if !head.rules.iter().any(|pack| pack.id == head.rule) {
        let known = head.rules.iter().map(|pack| pack.id.as_str()).collect::<Vec<_>>().join(", ");
        fields.findings.push(Finding::error(Code::UnknownReference, "/rule", &known, &head.rule));
    }
    Some(head)
}
