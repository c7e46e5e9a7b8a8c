//! JSON text whose numbers are written by the standard library: serde_json's own writer of floating point
//! numbers brings tables of ten thousand bytes, which do not compress, into the page's program.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

struct Compact;

impl Formatter for Compact {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}

/// A value as compact JSON text; a number that is not finite becomes `null`.
///
/// # Errors
/// What the value's own serialisation refuses.
pub fn text(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, Compact))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_as_they_were() {
        for number in [0.0, -0.5, 0.1 + 0.2, 120.653_412, 1e-7, 1e21, f64::MAX, f64::MIN_POSITIVE] {
            let text = text(&[number]).unwrap();
            assert_eq!(serde_json::from_str::<Vec<f64>>(&text).unwrap(), [number], "{text}");
        }
        assert_eq!(text(&[f64::NAN]).unwrap(), "[null]");
        assert_eq!(
            text(&serde_json::json!({ "名": ["<\"\n", 1.5, 3] })).unwrap(),
            r#"{"名":["<\"\n",1.5,3]}"#
        );
    }
}
