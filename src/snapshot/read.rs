//! From JSON values to records, with the exact place of what does not fit.
//!
//! serde's derived readers would do the same, but each brings some kilobytes of its own into the page's program;
//! these share theirs. A test holds that both read alike.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::finding::Code;
use crate::domain::{Day, Month};

/// What does not fit, and where in the value.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What sort of thing is wrong.
    pub code: Code,
    /// The JSON pointer below the value read.
    pub pointer: String,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
}

impl Fault {
    /// A value of another type.
    pub fn wrong_type(expected: &str, found: &Value) -> Self {
        Self {
            code: Code::WrongType,
            pointer: String::new(),
            expected: expected.to_owned(),
            found: kind(found),
        }
    }

    /// A value of the right type that is not allowed.
    pub fn bad_value(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self { code: Code::BadValue, pointer: String::new(), expected: expected.into(), found: found.into() }
    }

    /// A field that is not there.
    pub fn missing(name: &str) -> Self {
        let expected = format!("`{name}`");
        Self { code: Code::MissingField, pointer: String::new(), expected, found: String::new() }
    }

    /// The same fault, one step further out.
    pub fn below(mut self, step: &str) -> Self {
        self.pointer = format!("/{}{}", step.replace('~', "~0").replace('/', "~1"), self.pointer);
        self
    }
}

/// A value's type and content, in words.
fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("boolean `{value}`"),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => format!("integer `{whole}`"),
            None => format!("floating point `{}`", number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => format!("string {text:?}"),
        Value::Array(_) => "sequence".to_owned(),
        Value::Object(_) => "map".to_owned(),
    }
}

/// What can be read from a JSON value.
pub trait Read: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// What does not fit.
    fn read(value: &Value) -> Result<Self, Fault>;

    /// What an absent field stands for, if it may be absent.
    fn absent() -> Option<Self> {
        None
    }
}

/// The fields of an object.
pub struct Object<'a>(pub &'a Map<String, Value>);

impl<'a> Object<'a> {
    /// The fields of a value that should be an object called `name`.
    ///
    /// # Errors
    /// When it is none.
    pub fn of(value: &'a Value, name: &str) -> Result<Self, Fault> {
        value.as_object().map(Self).ok_or_else(|| Fault::wrong_type(&format!("struct {name}"), value))
    }

    /// Reads a field.
    ///
    /// # Errors
    /// When it does not fit, or is absent and must not be.
    #[inline(never)]
    pub fn field<T: Read>(&self, name: &str) -> Result<T, Fault> {
        match self.0.get(name) {
            Some(value) => T::read(value).map_err(|fault| fault.below(name)),
            None => T::absent().ok_or_else(|| Fault::missing(name)),
        }
    }

    /// Reads a field that stands for `default` when it is absent.
    ///
    /// # Errors
    /// When it does not fit.
    #[inline(never)]
    pub fn field_or<T: Read>(&self, name: &str, default: T) -> Result<T, Fault> {
        match self.0.get(name) {
            Some(value) => T::read(value).map_err(|fault| fault.below(name)),
            None => Ok(default),
        }
    }
}

impl Read for String {
    fn read(value: &Value) -> Result<Self, Fault> {
        value.as_str().map(str::to_owned).ok_or_else(|| Fault::wrong_type("a string", value))
    }
}

impl Read for f64 {
    fn read(value: &Value) -> Result<Self, Fault> {
        value.as_f64().ok_or_else(|| Fault::wrong_type("f64", value))
    }
}

impl Read for bool {
    fn read(value: &Value) -> Result<Self, Fault> {
        value.as_bool().ok_or_else(|| Fault::wrong_type("a boolean", value))
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl Read for u64 {
    fn read(value: &Value) -> Result<Self, Fault> {
        value.as_u64().ok_or_else(|| match value {
            Value::Number(number) if !number.is_f64() => Fault::bad_value("u64", kind(value)),
            _ => Fault::wrong_type("u64", value),
        })
    }
}

impl Read for u8 {
    fn read(value: &Value) -> Result<Self, Fault> {
        let number = value.as_u64().and_then(|number| u8::try_from(number).ok());
        number.ok_or_else(|| match value {
            Value::Number(number) if !number.is_f64() => Fault::bad_value("u8", kind(value)),
            _ => Fault::wrong_type("u8", value),
        })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        let items = value.as_array().ok_or_else(|| Fault::wrong_type("a sequence", value))?;
        let read = |(index, item): (usize, &Value)| {
            T::read(item).map_err(|fault: Fault| fault.below(&index.to_string()))
        };
        items.iter().enumerate().map(read).collect()
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        let fields = value.as_object().ok_or_else(|| Fault::wrong_type("a map", value))?;
        let read = |(name, item): (&String, &Value)| {
            Ok((name.clone(), T::read(item).map_err(|fault| fault.below(name))?))
        };
        fields.iter().map(read).collect()
    }

    fn absent() -> Option<Self> {
        Some(BTreeMap::new())
    }
}

impl Read for [f64; 2] {
    fn read(value: &Value) -> Result<Self, Fault> {
        let items: Vec<f64> = Vec::read(value)?;
        let found = items.len();
        items.try_into().map_err(|_| Fault::bad_value("an array of length 2", found.to_string()))
    }
}

impl Read for Month {
    fn read(value: &Value) -> Result<Self, Fault> {
        String::read(value)?.parse().map_err(|error| Fault::bad_value(format!("{error}"), ""))
    }
}

impl Read for Day {
    fn read(value: &Value) -> Result<Self, Fault> {
        String::read(value)?.parse().map_err(|error| Fault::bad_value(format!("{error}"), ""))
    }
}

/// Reads one of several words.
///
/// # Errors
/// When it is none of them.
pub fn word<T: Copy>(value: &Value, name: &str, words: &[(&str, T)]) -> Result<T, Fault> {
    let text = match value {
        Value::String(text) => text,
        // An enum of serde's is named where a word is expected.
        _ => return Err(Fault::wrong_type(&format!("enum {name}"), value)),
    };
    let found = words.iter().find(|(word, _)| word == text).map(|(_, meaning)| *meaning);
    found.ok_or_else(|| {
        let known: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        let expected =
            if known.len() == 2 { known.join(" or ") } else { format!("one of {}", known.join(", ")) };
        Fault::bad_value(expected, format!("`{text}`"))
    })
}

/// A record whose fields are read by their names; `= default` for one that may be absent and has no natural default.
macro_rules! records {
    ($($name:ident { $($field:ident $(= $default:expr)?),* $(,)? })*) => { $(
        impl Read for $name {
            #[inline(never)]
            fn read(value: &Value) -> Result<Self, Fault> {
                let fields = Object::of(value, stringify!($name))?;
                Ok(Self { $($field: records!(@field fields $field $($default)?)),* })
            }
        }
    )* };
    (@field $fields:ident $field:ident) => { $fields.field(stringify!($field))? };
    (@field $fields:ident $field:ident $default:expr) => { $fields.field_or(stringify!($field), $default)? };
}

/// An enum whose variants are words.
macro_rules! words {
    ($($name:ident { $($word:literal => $variant:ident),* $(,)? })*) => { $(
        impl Read for $name {
            fn read(value: &Value) -> Result<Self, Fault> {
                word(value, stringify!($name), &[$(($word, $name::$variant)),*])
            }
        }
    )* };
}

pub(crate) use {records, words};
