//! Every record of the wire format, field by field.

use serde_json::Value;

use super::manifest::{Crs, District, Layer, LayerRole, ReadingsFile, SnapshotEntry};
use super::read::{Fault, Object, Read, records, word, words};
use crate::domain::record::Notice;
use crate::domain::rule::Labels;
use crate::domain::score::{KindWeights, LightPoints, RoleWeights, ScoreRule};
use crate::domain::series::{Mark, Record};
use crate::domain::{
    Baseline, Comparator, Department, Direction, Document, Domain, DuePoint, EditionKind, Event, Goal,
    Indicator, Kind, LeadBasis, Names, Observation, OrgUnit, Precision, Project, Reason, RuleKind, Series,
    Site, Source, Task, Township, Unit, UnitKind,
};

words! {
    EditionKind { "official" => Official, "demo" => Demo }
    UnitKind { "count" => Count, "amount" => Amount, "percent" => Percent }
    Kind {
        "threshold" => Threshold,
        "ratio" => Ratio,
        "count" => Count,
        "milestone" => Milestone,
        "qualitative" => Qualitative,
    }
    Comparator {
        ">" => Above,
        ">=" => AtLeast,
        "=" => Bare,
        "<" => Below,
        "<=" => AtMost,
        "between" => Between,
    }
    Direction { "up" => Up, "down" => Down }
    Precision { "exact" => Exact, "approx-2km" => Approx2km, "township-centroid" => TownshipCentroid }
    Reason {
        "not-reported" => NotReported,
        "not-collected" => NotCollected,
        "not-applicable" => NotApplicable,
        "withheld" => Withheld,
        "not-published" => NotPublished,
    }
    Mark { "p" => Provisional, "r" => Revised }
    Crs { "WGS-84" => Wgs84, "CGCS2000" => Cgcs2000, "GCJ-02" => Gcj02, "BD-09" => Bd09 }
    LayerRole { "townships" => Townships, "district" => District, "neighbours" => Neighbours }
}

records! {
    Names { zh, en }
    Unit { zh, en, kind = UnitKind::default(), decimals = 0, en_factor = 1.0, en_decimals }
    Goal { kind, comparator, target, high, direction = Direction::default(), due }
    LeadBasis { inferred, note }
    Baseline { month, value }
    DuePoint { month, plan }
    Event { date, name, source }
    Record { value, missing, note, status, was, why, source }
    Series { from, values }
    Indicator {
        id, name, short, domain, project, section, unit, goal, lead, lead_basis = LeadBasis::default(), note,
        baseline, schedule, series, events, townships,
    }
    Task {
        id, parent, level, domain, project, section, name, principle, lead, lead_basis = LeadBasis::default(),
        support, supervise, due, indicators, schedule, progress,
    }
    Domain { id, name, position, seal }
    Department { id, name, kind, also, member }
    Project { id, kind, parent, name, domain, lead, site, note }
    Site { id, name, category, domain, project, township, at, precision, outside, note }
    Township { code, name, short, kind, at, precision }
    OrgUnit { id, parent, kind, name, department, role, duty }
    Document { id, kind, title, number, date, issuer, url }
    Source { id, title, url }
    Notice { id, date, title, text, about, source }
    Labels { green, yellow, red, not_due, no_data }
    LightPoints { green, yellow, red, no_data }
    RoleWeights { lead, support }
    KindWeights { goal, task }
    ScoreRule { name, unit, about, points, roles, kinds, ranked }
    District { code, name, title, publisher }
    Layer {
        id, role, file, bytes, sha256, crs = Crs::default(), attribution, review_number, review_pending, schematic,
    }
    SnapshotEntry { id, as_of, kind, file, bytes, sha256 }
    ReadingsFile { file, bytes, sha256 }
}

impl Read for RuleKind {
    fn read(value: &Value) -> Result<Self, Fault> {
        let fields = Object::of(value, "RuleKind")?;
        let gap = match fields.0.get("kind") {
            Some(kind) => word(kind, "RuleKind", &[("three-colour", false), ("pace-gap", true)])
                .map_err(|fault| fault.below("kind"))?,
            None => fields.field::<String>("kind").map(|_| false)?,
        };
        if !gap {
            return Ok(RuleKind::ThreeColour);
        }
        Ok(RuleKind::PaceGap {
            yellow_from: fields.field("yellow_from")?,
            red_over: fields.field("red_over")?,
        })
    }
}

/// The names that an observation's object may use.
const OBSERVATION: [&str; 7] = ["value", "missing", "note", "status", "was", "why", "source"];

impl Read for Observation {
    fn read(value: &Value) -> Result<Self, Fault> {
        if let Some(number) = value.as_f64() {
            return Ok(Observation::number(number));
        }
        if !value.is_object() {
            return Err(Fault::wrong_type("a number or an object with `value` or `missing`", value));
        }
        let fields = Object::of(value, "Observation")?;
        if let Some(name) = fields.0.keys().find(|name| !OBSERVATION.contains(&name.as_str())) {
            let known: Vec<String> = OBSERVATION.iter().map(|name| format!("`{name}`")).collect();
            return Err(
                Fault::bad_value(format!("one of {}", known.join(", ")), format!("`{name}`")).below(name)
            );
        }
        Observation::try_from(Record::read(value)?).map_err(|why| Fault::bad_value(why, ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn observations_read_as_serde_reads_them() {
        for text in [
            "12",
            "-0.5",
            r#"{"value":3,"status":"p"}"#,
            r#"{"missing":"not-reported","note":{"zh":"未报","en":"not sent"}}"#,
            r#"{"value":1.5,"status":"r","was":1,"why":{"zh":"补报","en":"late return"},"source":"s"}"#,
            "null",
            "\"12\"",
            "{}",
            r#"{"value":1,"missing":"withheld"}"#,
            r#"{"value":1,"status":"r"}"#,
            r#"{"value":1,"was":2}"#,
            r#"{"value":1,"wat":2}"#,
            r#"{"missing":"because"}"#,
        ] {
            let value = serde_json::from_str(text).unwrap();
            let derived = serde_json::from_str::<Observation>(text).ok();
            assert_eq!(Observation::read(&value).ok(), derived, "{text}");
        }
    }
}
