//! Rule packs as they are declared: a scoring rule that makes no sense costs only itself.

use serde_json::Value;

use super::fields::Fields;
use super::finding::{Code, Finding};
use super::read::{Fault, Object, Read};
use crate::domain::rule::Labels;
use crate::domain::score::ScoreRule;
use crate::domain::{Names, RuleKind, RulePack};

/// A pack, and its scoring rule or why it has none.
struct Declared {
    pack: RulePack,
    score: Result<Option<ScoreRule>, Fault>,
}

impl Read for Declared {
    fn read(value: &Value) -> Result<Self, Fault> {
        let fields = Object::of(value, "RulePack")?;
        let id: String = fields.field("id")?;
        let [name, about]: [Names; 2] = [fields.field("name")?, fields.field("about")?];
        let (rule, labels): (RuleKind, Labels) = (fields.field("rule")?, fields.field("labels")?);
        let pack = RulePack { id, name, about, rule, labels, score: None };
        Ok(Self { pack, score: fields.field("score") })
    }
}

/// The declared rule packs. A scoring rule that cannot be read or whose weights make no sense is left out of its pack.
pub fn read_rules(fields: &mut Fields<'_>) -> Vec<RulePack> {
    let declared: Vec<Declared> = fields.list("rules");
    let findings = &mut fields.findings;
    let settle = |Declared { mut pack, score }: Declared| {
        let mut tell = |below: &str, code: Code, expected: &str, found: &str| {
            let finding = Finding::error(code, format!("/rules{below}"), expected, found);
            findings.push(finding.of(&*pack.id));
        };
        match score {
            Err(fault) => tell(&fault.pointer, fault.code, &fault.expected, &fault.found),
            Ok(Some(score)) => {
                let faults = score.faults();
                for (place, expected, found) in &faults {
                    tell(&format!("/score/{place}"), Code::BadValue, expected, found);
                }
                pack.score = Some(score).filter(|_| faults.is_empty());
            }
            Ok(None) => {}
        }
        pack
    };
    declared.into_iter().map(settle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(score: Option<&str>) -> (Vec<RulePack>, Vec<Finding>) {
        let pack = serde_json::to_string(&RulePack { score: None, ..RulePack::pace_gap() }).unwrap();
        let pack = match score {
            Some(score) => format!(r#"{},"score":{score}}}"#, pack.strip_suffix('}').unwrap()),
            None => pack,
        };
        let text = format!(r#"{{"rules":[{pack}]}}"#);
        let mut fields = Fields::of(&text).unwrap();
        (read_rules(&mut fields), fields.findings)
    }

    #[test]
    fn packs_are_read_as_serde_reads_them() {
        let shipped = [RulePack::three_colour(), RulePack::pace_gap()];
        let text = format!(r#"{{"rules":{}}}"#, serde_json::to_string(&shipped).unwrap());
        let mut fields = Fields::of(&text).unwrap();
        assert_eq!(read_rules(&mut fields), shipped);
        assert!(fields.findings.is_empty());
        let (packs, findings) = read(None);
        assert!(packs[0].score.is_none() && findings.is_empty());
    }

    #[test]
    fn a_bad_scoring_rule_costs_only_itself() {
        let good = serde_json::to_value(RulePack::pace_gap().score.unwrap()).unwrap();
        let with = |pointer: &str, value: Value| {
            let mut score = good.clone();
            *score.pointer_mut(pointer).unwrap() = value;
            score.to_string()
        };
        let cases = [
            ("7".to_owned(), "/rules/score"),
            (with("/roles/lead", (-1).into()), "/rules/score/roles/lead"),
            (with("/points/green", Value::Null), "/rules/score/points/green"),
            (with("/points/red", "0".into()), "/rules/score/points/red"),
            (with("/kinds", serde_json::json!({ "goal": 0, "task": 0 })), "/rules/score/kinds"),
            (with("/roles", serde_json::json!({ "lead": 1 })), "/rules/score/roles"),
        ];
        for (score, pointer) in cases {
            let (packs, findings) = read(Some(&score));
            assert_eq!(packs, [RulePack { score: None, ..RulePack::pace_gap() }], "{score}");
            let places: Vec<&str> = findings.iter().map(|finding| finding.pointer.as_str()).collect();
            assert_eq!(places, [pointer], "{score}");
            assert_eq!(findings[0].record.as_deref(), Some("pace-gap"));
        }
        let (packs, findings) = read(Some(&good.to_string()));
        assert!(packs[0].score.is_some() && findings.is_empty());
    }
}
