//! Query strings: `name=value` pairs, percent-encoded in UTF-8.

use std::fmt::Write;

/// The pairs of a query string, with or without its `?`. Broken escapes are kept as they stand.
pub fn decode(query: &str) -> Vec<(String, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (unescape(name), unescape(value))
        })
        .collect()
}

/// The query string of `pairs`, with its `?`; empty of none.
pub fn encode<'a>(pairs: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(name);
        query.push('=');
        escape(&value, &mut query);
    }
    query
}

fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while index < bytes.len() {
        let hex = (bytes[index] == b'%').then(|| bytes.get(index + 1..index + 3)).flatten();
        let byte = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match byte {
            Some(byte) => {
                plain.push(byte);
                index += 3;
            }
            None => {
                plain.push(if bytes[index] == b'+' { b' ' } else { bytes[index] });
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

fn escape(text: &str, query: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~:,".contains(&byte) {
            query.push(char::from(byte));
        } else {
            let _ = write!(query, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_survive_the_way_there_and_back() {
        for value in ["", "a b", "瓯海", "a&b=c", "100%", "<img onerror>", "x+y", "a:1,b:2"] {
            let query = encode([("q", value.to_owned())]);
            assert!(query.is_ascii());
            assert_eq!(decode(&query), [("q".to_owned(), value.to_owned())], "{value}");
        }
    }

    #[test]
    fn broken_queries_are_read_as_far_as_they_go() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            decode("?kiosk&&x=%zz&y=%e4%bd&z=%"),
            [pair("kiosk", ""), pair("x", "%zz"), pair("y", "\u{fffd}"), pair("z", "%"),]
        );
        assert!(decode("?").is_empty());
    }
}
