//! The deployment's own settings: `config.json` beside the page. Nothing in it can keep the page from standing.

use serde::{Deserialize, Serialize};

use super::Decoded;
use super::fields::Fields;
use super::finding::{Code, Finding};
use super::read::{Fault, Object, Read, records};
use serde_json::Value;

/// The version of the settings that this program knows.
pub const CONFIG_SCHEMA: u32 = 1;

/// From which editions units are scored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Scores {
    /// Whether also from editions made for demonstration; the scores then carry the demo mark.
    pub demo: bool,
}

/// What whoever serves the page has set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Config {
    /// The version of this file.
    pub schema: u32,
    /// From which editions units are scored.
    #[serde(default)]
    pub scores: Scores,
}

records! {
    Scores { demo }
}

impl Default for Config {
    fn default() -> Self {
        Self { schema: CONFIG_SCHEMA, scores: Scores::default() }
    }
}

/// Reads the settings, field by field; what cannot be read is as if it were not there.
pub fn read_config(text: &str) -> Decoded<Config> {
    let mut fields = match Fields::of(text.trim_start_matches('\u{feff}')) {
        Ok(fields) => fields,
        Err(finding) => return Decoded { value: Config::default(), findings: vec![finding] },
    };
    let mut config = Config::default();
    match fields.required::<u64>("schema") {
        Some(version) if version == u64::from(CONFIG_SCHEMA) => {
            config.scores = fields.optional("scores").unwrap_or_default();
        }
        Some(version) => {
            let (known, found) = (CONFIG_SCHEMA.to_string(), version.to_string());
            fields.findings.push(Finding::error(Code::UnknownVersion, "/schema", &known, &found));
        }
        None => {}
    }
    Decoded { value: config, findings: fields.findings }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_stands_as_if_it_were_not_there() {
        let codes = |text: &str| {
            let Decoded { value, findings } = read_config(text);
            (value.scores.demo, findings.iter().map(|finding| finding.code).collect::<Vec<_>>())
        };
        let cases: [(&str, bool, &[Code]); 10] = [
            (r#"{"schema":1,"scores":{"demo":true}}"#, true, &[]),
            (r#"{"schema":1,"scores":{"demo":false},"origins":["https://a.example"]}"#, false, &[]),
            (r#"{"schema":1}"#, false, &[]),
            (r#"{"schema":1,"scores":{}}"#, false, &[]),
            (r#"{"schema":1,"scores":{"demo":"yes"}}"#, false, &[Code::WrongType]),
            (r#"{"schema":1,"scores":[true]}"#, false, &[Code::WrongType]),
            (r#"{"schema":2,"scores":{"demo":true}}"#, false, &[Code::UnknownVersion]),
            (r#"{"scores":{"demo":true}}"#, false, &[Code::MissingField]),
            (r#"{"schema":1,"scores":"#, false, &[Code::NotJson]),
            ("<!doctype html>", false, &[Code::NotJson]),
        ];
        for (text, demo, findings) in cases {
            assert_eq!(codes(text), (demo, findings.to_vec()), "{text}");
        }
    }

    #[test]
    fn the_shipped_settings_are_the_defaults() {
        let shipped = include_str!("../../public/config.json");
        assert_eq!(read_config(shipped), Decoded { value: Config::default(), findings: Vec::new() });
    }
}
