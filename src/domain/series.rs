//! Monthly observations: each a number, or a reason why there is none.

use std::fmt;

use serde::de::{self, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::month::Month;
use super::names::Names;

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The unit in charge has not reported.
    NotReported,
    /// The figure is not collected for this month or place.
    NotCollected,
    /// The figure has no meaning here.
    NotApplicable,
    /// The figure exists and is withheld.
    Withheld,
    /// No published figure was found.
    NotPublished,
}

/// An absent figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Why.
    pub reason: Reason,
    /// More about it, such as the unit that owes the figure.
    pub note: Option<Names>,
}

/// A number or the reason for its absence.
pub type Figure = Result<f64, Missing>;

/// How final an observation is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Status {
    /// As it stays.
    #[default]
    Final,
    /// Preliminary, `p`.
    Provisional,
    /// Corrected after publication, `r`.
    Revised {
        /// The figure published before.
        was: f64,
        /// Why it was corrected.
        reason: Names,
    },
}

/// One month's observation.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The number, or why there is none.
    pub figure: Figure,
    /// How final it is.
    pub status: Status,
    /// The id of the source, where one is named.
    pub source: Option<String>,
}

impl Observation {
    /// A final number without a source of its own.
    pub fn number(value: f64) -> Self {
        Self { figure: Ok(value), status: Status::Final, source: None }
    }

    /// An absent number.
    pub fn missing(reason: Reason, note: Option<Names>) -> Self {
        Self { figure: Err(Missing { reason, note }), status: Status::Final, source: None }
    }
}

/// Observations month by month, without holes, from `from` on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Series {
    /// The first month.
    pub from: Month,
    /// One observation a month: a number, or an object that says more or says why there is none.
    pub values: Vec<Observation>,
}

impl Series {
    /// The observation of `month`, if the series reaches it.
    pub fn at(&self, month: Month) -> Option<&Observation> {
        usize::try_from(month.since(self.from)).ok().and_then(|index| self.values.get(index))
    }

    /// The number of `month`, if there is one.
    pub fn number(&self, month: Month) -> Option<f64> {
        self.at(month).and_then(|observation| observation.figure.as_ref().ok().copied())
    }

    /// The months with their observations.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Month, &Observation)> {
        self.values.iter().enumerate().map(|(index, observation)| (self.from.plus(index as i32), observation))
    }

    /// The numbers with their months; absent ones are left out.
    pub fn numbers(&self) -> impl DoubleEndedIterator<Item = (Month, f64)> {
        self.iter().filter_map(|(month, observation)| Some((month, *observation.figure.as_ref().ok()?)))
    }

    /// The last month with a number not after `month`, and the number.
    pub fn last_number(&self, month: Month) -> Option<(Month, f64)> {
        self.numbers().rev().find(|(at, _)| *at <= month)
    }
}

/// The object form of an observation on the wire.
#[derive(Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Record {
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<f64>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) missing: Option<Reason>,
    /// More about the absence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<Names>,
    /// `p` or `r`; final when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<Mark>,
    /// Of a revised figure, the one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) was: Option<f64>,
    /// Of a revised figure, the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<Names>,
    /// The id of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
}

/// How an observation that is not final is marked on the wire.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub(crate) enum Mark {
    /// Preliminary.
    #[serde(rename = "p")]
    Provisional,
    /// Corrected.
    #[serde(rename = "r")]
    Revised,
}

impl TryFrom<Record> for Observation {
    type Error = &'static str;

    fn try_from(record: Record) -> Result<Self, Self::Error> {
        let figure = match (record.value, record.missing) {
            (Some(value), None) => Ok(value),
            (None, Some(reason)) => Err(Missing { reason, note: record.note }),
            (None, None) => return Err("an observation needs `value` or `missing`"),
            (Some(_), Some(_)) => return Err("an observation has `value` or `missing`, not both"),
        };
        let status = match (record.status, record.was, record.why) {
            (None, None, None) => Status::Final,
            (Some(Mark::Provisional), None, None) => Status::Provisional,
            (Some(Mark::Revised), Some(was), Some(reason)) => Status::Revised { was, reason },
            (Some(Mark::Revised), ..) => return Err("a revised observation needs `was` and `why`"),
            _ => return Err("`was` and `why` belong to a revised observation"),
        };
        Ok(Self { figure, status, source: record.source })
    }
}

impl From<&Observation> for Record {
    fn from(observation: &Observation) -> Self {
        let mut record = Record { source: observation.source.clone(), ..Record::default() };
        match &observation.figure {
            Ok(value) => record.value = Some(*value),
            Err(missing) => {
                record.missing = Some(missing.reason);
                record.note.clone_from(&missing.note);
            }
        }
        match &observation.status {
            Status::Final => {}
            Status::Provisional => record.status = Some(Mark::Provisional),
            Status::Revised { was, reason } => {
                record.status = Some(Mark::Revised);
                record.was = Some(*was);
                record.why = Some(reason.clone());
            }
        }
        record
    }
}

impl Serialize for Observation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (&self.figure, &self.status, &self.source) {
            (Ok(value), Status::Final, None) => number(*value, serializer),
            _ => Record::from(self).serialize(serializer),
        }
    }
}

/// Whole numbers are written without a point.
fn number<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        serializer.serialize_i64(value as i64)
    } else {
        serializer.serialize_f64(value)
    }
}

impl<'de> Deserialize<'de> for Observation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrRecord;

        impl<'de> Visitor<'de> for NumberOrRecord {
            type Value = Observation;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or an object with `value` or `missing`")
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Observation, E> {
                Ok(Observation::number(value))
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Observation, E> {
                Ok(Observation::number(value as f64))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Observation, E> {
                Ok(Observation::number(value as f64))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Observation, A::Error> {
                let record = Record::deserialize(MapAccessDeserializer::new(map))?;
                Observation::try_from(record).map_err(de::Error::custom)
            }
        }

        deserializer.deserialize_any(NumberOrRecord)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Observation {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Observation".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let record = generator.subschema_for::<Record>();
        schemars::json_schema!({ "anyOf": [{ "type": "number" }, record] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Observation, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn observations_read_and_write_themselves() {
        for text in [
            "12",
            "-0.5",
            r#"{"value":3,"status":"p"}"#,
            r#"{"missing":"not-reported","note":{"zh":"未报","en":"not sent"}}"#,
            r#"{"value":1.5,"status":"r","was":1,"why":{"zh":"补报","en":"late return"},"source":"s"}"#,
        ] {
            let observation = read(text).unwrap();
            let again = serde_json::to_string(&observation).unwrap();
            assert_eq!(read(&again).unwrap(), observation, "{text}");
        }
    }

    #[test]
    fn observations_without_number_or_reason_are_refused() {
        for (text, cause) in [
            ("null", "null"),
            ("\"12\"", "string"),
            ("{}", "needs `value` or `missing`"),
            (r#"{"value":1,"missing":"withheld"}"#, "not both"),
            (r#"{"value":1,"status":"r"}"#, "`was` and `why`"),
            (r#"{"value":1,"was":2}"#, "belong to a revised"),
            (r#"{"missing":"because"}"#, "unknown variant"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(cause), "{text}: {error}");
        }
    }
}
