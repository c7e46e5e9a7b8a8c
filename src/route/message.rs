//! What an embedded page and the page around it say to each other; `docs/EMBEDDING.md` is the other half of this.

use serde_json::{Map, Value, json};

use super::embed::Embed;
use super::query;
use super::view_state::ViewState;

/// The version of the messages, in each of them.
pub const VERSION: u32 = 1;

/// The type of the one message that is heard.
pub const SET: &str = "biaogan:set";

/// What the page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// What the address asks for has settled for the first time.
    Ready {
        /// `ready`, `stale` or `error`, as the page's root element says.
        condition: &'static str,
        /// The page's title.
        title: String,
        /// The tag of its language.
        lang: &'static str,
        /// What is shown, as a query string.
        query: String,
        /// How high the content is, in CSS pixels.
        height: u32,
    },
    /// The content is of another height.
    Height(
        /// In CSS pixels, whatever the height of the frame.
        u32,
    ),
    /// The reader opened or chose a record.
    Select {
        /// What sort of record.
        kind: &'static str,
        /// Its id in the data.
        id: String,
    },
    /// Something else is shown, or what was asked for is shown already.
    State {
        /// As a query string.
        query: String,
        /// The page's title.
        title: String,
    },
}

impl Told {
    /// The message as JSON text.
    pub fn to_json(&self) -> String {
        let (name, mut fields) = match self {
            Told::Ready { condition, title, lang, query, height } => (
                "ready",
                json!({ "condition": condition, "title": title, "lang": lang, "query": query, "height": height }),
            ),
            Told::Height(height) => ("height", json!({ "height": height })),
            Told::Select { kind, id } => ("select", json!({ "kind": kind, "id": id })),
            Told::State { query, title } => ("state", json!({ "query": query, "title": title })),
        };
        fields["type"] = Value::from(format!("biaogan:{name}"));
        fields["version"] = Value::from(VERSION);
        fields.to_string()
    }
}

/// What the page around asks for: another address, or some of its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    query: Option<String>,
    /// Parameters by name; `None` for one that is to go.
    state: Vec<(String, Option<String>)>,
}

impl Request {
    /// Reads a message from its JSON text; `None` for what is no request of this version.
    pub fn read(text: &str) -> Option<Self> {
        let message: Map<String, Value> = serde_json::from_str(text).ok()?;
        let known = message.get("version").is_none_or(|version| *version == VERSION);
        if !known || message.get("type").and_then(Value::as_str) != Some(SET) {
            return None;
        }
        let query = message.get("query").and_then(Value::as_str).map(str::to_owned);
        let state = match message.get("state") {
            Some(Value::Object(fields)) => {
                fields.iter().filter_map(|(name, value)| Some((name.clone(), parameter(value)?))).collect()
            }
            _ => Vec::new(),
        };
        (query.is_some() || !state.is_empty()).then_some(Self { query, state })
    }

    /// What is shown when a page at `state` does as it is asked. Unknown names and values fall back, as in an address;
    /// what is embedded stays embedded.
    pub fn applied(&self, state: &ViewState) -> ViewState {
        let mut pairs = query::decode(self.query.as_deref().unwrap_or(&state.to_query()));
        for (name, value) in &self.state {
            pairs.retain(|(known, _)| known != name);
            pairs.extend(value.clone().map(|value| (name.clone(), value)));
        }
        let asked = ViewState::from_pairs(pairs);
        match asked.embed {
            Embed::None => ViewState { embed: state.embed, hide: state.hide, ..asked },
            _ => asked,
        }
    }
}

/// A value as it stands in an address; `None` for what cannot.
fn parameter(value: &Value) -> Option<Option<String>> {
    match value {
        Value::Null => Some(None),
        Value::String(text) => Some(Some(text.clone())),
        Value::Number(number) => Some(Some(number.to_string())),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(told: &Told) -> Value {
        serde_json::from_str(&told.to_json()).unwrap()
    }

    #[test]
    fn every_message_has_its_type_and_version() {
        let ready = Told::Ready {
            condition: "ready",
            title: "网络零售额".into(),
            lang: "zh-CN",
            query: "?view=map".into(),
            height: 640,
        };
        assert_eq!(
            told(&ready),
            json!({ "type": "biaogan:ready", "version": 1, "condition": "ready", "title": "网络零售额",
                "lang": "zh-CN", "query": "?view=map", "height": 640 })
        );
        assert_eq!(told(&Told::Height(12)), json!({ "type": "biaogan:height", "version": 1, "height": 12 }));
        assert_eq!(
            told(&Told::Select { kind: "task", id: "t-1".into() }),
            json!({ "type": "biaogan:select", "version": 1, "kind": "task", "id": "t-1" })
        );
        assert_eq!(
            told(&Told::State { query: String::new(), title: "a \"b\"".into() }),
            json!({ "type": "biaogan:state", "version": 1, "query": "", "title": "a \"b\"" })
        );
    }

    fn asked(message: Value, from: &str) -> Option<String> {
        let request = Request::read(&message.to_string())?;
        Some(request.applied(&ViewState::from_query(from)).to_query())
    }

    #[test]
    fn parameters_change_what_is_shown_and_leave_the_rest() {
        let here = "?view=indicators&light=red&theme=dark&embed=1";
        let set = |state: Value| asked(json!({ "type": SET, "version": 1, "state": state }), here).unwrap();
        assert_eq!(set(json!({ "theme": "light" })), "?view=indicators&light=red&theme=light&embed=1");
        assert_eq!(
            set(json!({ "type": "large", "light": null })),
            "?view=indicators&theme=dark&type=large&embed=1"
        );
        assert_eq!(
            set(json!({ "view": "indicator", "id": "a&b", "snapshot": "2022-06" })),
            "?view=indicator&id=a%26b&snapshot=2022-06&light=red&theme=dark&embed=1"
        );
        assert_eq!(set(json!({ "theme": "neon", "zzz": 1 })), "?view=indicators&light=red&embed=1");
        assert_eq!(
            set(json!({ "embed": 1, "theme": true })),
            here,
            "what cannot stand in an address is as if unsaid"
        );
    }

    #[test]
    fn a_query_is_a_whole_address() {
        let set = |message: Value| asked(message, "?view=indicators&light=red&embed=1");
        assert_eq!(
            set(json!({ "type": SET, "query": "?view=map&embed=map" })).as_deref(),
            Some("?view=map&embed=map")
        );
        assert_eq!(
            set(json!({ "type": SET, "query": "view=map&lang=en", "state": { "lang": "zh-CN" } })).as_deref(),
            Some("?view=map&lang=zh-CN&embed=1")
        );
        assert_eq!(set(json!({ "type": SET, "query": "" })).as_deref(), Some("?embed=1"));
    }

    #[test]
    fn what_is_no_request_is_not_heard() {
        let others = [
            json!(null),
            json!("biaogan:set"),
            json!([{ "type": SET, "query": "" }]),
            json!({ "type": "biaogan:ready", "query": "?view=map" }),
            json!({ "query": "?view=map" }),
            json!({ "type": SET, "version": 2, "query": "?view=map" }),
            json!({ "type": SET, "version": "1", "query": "?view=map" }),
            json!({ "type": SET }),
            json!({ "type": SET, "query": 3, "state": ["view"] }),
            json!({ "type": SET, "state": {} }),
        ];
        for message in others {
            assert_eq!(Request::read(&message.to_string()), None, "{message}");
        }
        assert_eq!(Request::read("{\"type\":\"biaogan:set\","), None);
    }
}
