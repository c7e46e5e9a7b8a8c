//! The file of readings: a JSON object from each Chinese character to its readings, separated by spaces.

use serde_json::Value;

use super::Decoded;
use super::finding::{Code, Finding};
use crate::domain::{Readings, json};

/// Reads the file, leaving out what is no reading of one character.
///
/// # Errors
/// Findings when the text is no JSON object.
pub fn read_readings(text: &str) -> Result<Decoded<Readings>, Vec<Finding>> {
    let value: Value = serde_json::from_str(text).map_err(|error| vec![Finding::from_json("", &error)])?;
    let Value::Object(fields) = value else {
        return Err(vec![Finding::error(Code::WrongType, "", "an object", "")]);
    };
    let mut decoded = Decoded { value: Readings::default(), findings: Vec::new() };
    for (letter, readings) in &fields {
        let mut letters = letter.chars();
        match (letters.next(), letters.next(), readings.as_str().filter(|readings| is_plain(readings))) {
            (Some(letter), None, Some(readings)) => decoded.value.insert(letter, readings),
            _ => {
                let expected = "a character and its readings in small letters";
                decoded.findings.push(Finding::warning(Code::BadValue, "", expected, letter));
            }
        }
    }
    Ok(decoded)
}

fn is_plain(readings: &str) -> bool {
    readings.split(' ').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Writes the file.
///
/// # Errors
/// Only when it cannot be written as JSON.
pub fn write_readings(readings: &Readings) -> Result<String, serde_json::Error> {
    let fields = readings.iter().map(|(letter, readings)| (letter.to_string(), Value::from(readings)));
    json::text(&fields.collect::<serde_json::Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut readings = Readings::default();
        readings.insert('瓯', "ou");
        readings.insert('重', "zhong chong");
        let text = write_readings(&readings).unwrap();
        assert_eq!(text, r#"{"瓯":"ou","重":"zhong chong"}"#);
        assert_eq!(read_readings(&text).unwrap(), Decoded { value: readings, findings: Vec::new() });
    }

    #[test]
    fn a_bad_reading_costs_only_itself() {
        let read =
            read_readings(r#"{"瓯":"ou","重":7,"":"x","两字":"liang","长":"Zhǎng","行":"xing  hang"}"#);
        let Decoded { value, findings } = read.unwrap();
        assert_eq!(value.iter().collect::<Vec<_>>(), [('瓯', "ou")]);
        assert_eq!(findings.len(), 5);
        assert!(read_readings("[]").is_err() && read_readings("<html>").is_err());
    }
}
