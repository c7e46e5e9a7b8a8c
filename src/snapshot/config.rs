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

/// How pages of other origins may embed this one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Embedding {
    /// The origins whose messages are obeyed, as browsers write them: `https://portal.example`, with a port where it is
    /// not the scheme's own, and without a path.
    pub origins: Vec<String>,
}

/// What the server of a basemap's tiles asks of whoever uses it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct BasemapAccess {
    /// The key that stands for `{key}` in addresses of tiles. Every reader's browser sends it, so that it is no secret.
    pub key: Option<String>,
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
    /// How pages of other origins may embed this one.
    #[serde(default)]
    pub embed: Embedding,
    /// What the server of a basemap's tiles asks for.
    #[serde(default)]
    pub basemap: BasemapAccess,
}

records! {
    Scores { demo }
    Embedding { origins }
    BasemapAccess { key }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            schema: CONFIG_SCHEMA,
            scores: Scores::default(),
            embed: Embedding::default(),
            basemap: BasemapAccess::default(),
        }
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
            config.embed = fields.optional("embed").unwrap_or_default();
            config.embed.origins = origins(config.embed.origins, &mut fields.findings);
            config.basemap = fields.optional("basemap").unwrap_or_default();
            config.basemap.key = config.basemap.key.filter(|key| is_key(key, &mut fields.findings));
        }
        Some(version) => {
            let (known, found) = (CONFIG_SCHEMA.to_string(), version.to_string());
            fields.findings.push(Finding::error(Code::UnknownVersion, "/schema", &known, &found));
        }
        None => {}
    }
    Decoded { value: config, findings: fields.findings }
}

/// Whether a key can stand in an address as it is.
fn is_key(key: &str, findings: &mut Vec<Finding>) -> bool {
    let plain =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-~".contains(&byte));
    if !plain {
        findings.push(Finding::error(Code::BadValue, "/basemap/key", "a key of letters and digits", key));
    }
    plain
}

/// The origins that are written as such; each other one is a finding.
fn origins(listed: Vec<String>, findings: &mut Vec<Finding>) -> Vec<String> {
    let mut known = Vec::new();
    for (at, origin) in listed.into_iter().enumerate() {
        if is_origin(&origin) {
            known.push(origin);
        } else {
            let expected = "an origin such as `https://portal.example`";
            findings.push(Finding::error(Code::BadValue, format!("/embed/origins/{at}"), expected, &origin));
        }
    }
    known
}

/// Whether a text is an origin as browsers write it, so that it can be compared letter by letter: a scheme of the web, a
/// host in small letters, a port where it is not the scheme's own, nothing behind it.
fn is_origin(text: &str) -> bool {
    let (host, own) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(host), _) => (host, "443"),
        (_, Some(host)) => (host, "80"),
        _ => return false,
    };
    // The colons of an IPv6 address stand in brackets.
    let (host, port) = match host.rfind(':').filter(|at| !host[*at..].contains(']')) {
        Some(at) => (&host[..at], Some(&host[at + 1..])),
        None => (host, None),
    };
    let is_port = |port: &str| {
        port != own && !port.starts_with('0') && port.parse::<u16>().is_ok_and(|number| number > 0)
    };
    let is_name = |host: &str| {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
        host.split('.').all(|label| !label.is_empty() && label.bytes().all(letter))
    };
    let is_address = |host: &str| {
        let inside = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        inside.is_some_and(|address| {
            address.contains(':') && address.bytes().all(|byte| b"0123456789abcdef:.".contains(&byte))
        })
    };
    port.is_none_or(is_port) && (is_name(host) || is_address(host))
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
    fn a_bad_origin_costs_only_itself() {
        let Decoded { value, findings } = read_config(
            r#"{"schema":1,"scores":{"demo":true},"embed":{"origins":["https://a.example","*","http://b.example:8080"]}}"#,
        );
        assert_eq!(value.embed.origins, ["https://a.example", "http://b.example:8080"]);
        assert!(value.scores.demo);
        let said: Vec<_> = findings
            .iter()
            .map(|finding| (finding.code, finding.pointer.as_str(), finding.found.as_str()))
            .collect();
        assert_eq!(said, [(Code::BadValue, "/embed/origins/1", "*")]);
        let wrong = read_config(r#"{"schema":1,"embed":{"origins":"https://a.example"}}"#);
        assert_eq!((wrong.value, wrong.findings[0].code), (Config::default(), Code::WrongType));
    }

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        let good = [
            "https://portal.example",
            "http://localhost",
            "http://localhost:8080",
            "https://10.1.2.3:8443",
            "https://xn--fiqs8s.example",
            "http://[::1]:3000",
            "https://[2001:db8::1]",
            "https://a.example:80",
        ];
        let bad = [
            "",
            "*",
            "null",
            "portal.example",
            "https://",
            "https://*.example",
            "https://Portal.example",
            "https://portal.example/",
            "https://portal.example/path",
            "https://portal.example:443",
            "http://a:80",
            "https://a:",
            "https://a:0",
            "https://a:080",
            "https://a:99999",
            "https://a..b",
            "https://u@a",
            "file://",
            "https://浙江.example",
            "https://[::1",
            "https://[]",
            " https://a.example",
        ];
        for origin in good {
            assert!(is_origin(origin), "{origin}");
        }
        for origin in bad {
            assert!(!is_origin(origin), "{origin}");
        }
    }

    #[test]
    fn a_key_that_is_none_is_as_if_it_were_not_there() {
        let key = |text: &str| {
            let Decoded { value, findings } =
                read_config(&format!(r#"{{"schema":1,"basemap":{{"key":{text}}}}}"#));
            (value.basemap.key, findings.iter().map(|finding| finding.pointer.clone()).collect::<Vec<_>>())
        };
        assert_eq!(key(r#""0123abcd""#), (Some("0123abcd".to_owned()), Vec::new()));
        assert_eq!(key("null"), (None, Vec::new()));
        for bad in [r#""""#, r#""a&b""#, r#""{z}""#, "7"] {
            let (read, pointers) = key(bad);
            assert_eq!((read, pointers.as_slice()), (None, ["/basemap/key".to_owned()].as_slice()), "{bad}");
        }
    }

    #[test]
    fn the_shipped_settings_are_the_defaults() {
        let shipped = include_str!("../../public/config.json");
        assert_eq!(read_config(shipped), Decoded { value: Config::default(), findings: Vec::new() });
    }
}
