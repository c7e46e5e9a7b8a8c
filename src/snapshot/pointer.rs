//! Where in a JSON text a reader stopped, as a JSON pointer. Finding it afterwards keeps the readers small.

/// The pointer (RFC 6901) of the value at or before the byte `offset` of a JSON text.
///
/// The text need not be valid after that place; what stands before it is taken as it is.
pub fn at(text: &str, offset: usize) -> String {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0, end: offset.min(text.len()) };
    let mut path: Vec<Step> = Vec::new();
    while let Some(byte) = scan.next() {
        match byte {
            b'{' => path.push(Step::Key(None)),
            b'[' => path.push(Step::Index(0)),
            b'}' | b']' => {
                path.pop();
            }
            b',' => match path.last_mut() {
                Some(Step::Index(index)) => *index += 1,
                Some(Step::Key(key)) => *key = None,
                None => {}
            },
            b'"' => {
                let string = scan.string();
                if let Some(Step::Key(key @ None)) = path.last_mut() {
                    *key = Some(string);
                }
            }
            _ => {}
        }
    }
    let mut pointer = String::new();
    for step in path {
        match step {
            Step::Index(index) => pointer += &format!("/{index}"),
            Step::Key(Some(key)) => {
                pointer.push('/');
                pointer += &key.replace('~', "~0").replace('/', "~1");
            }
            Step::Key(None) => {}
        }
    }
    pointer
}

/// The byte offset of a line and a column, both counted from 1, as JSON errors give them.
pub fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    before + column
}

enum Step {
    Key(Option<String>),
    Index(usize),
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl Scan<'_> {
    fn next(&mut self) -> Option<u8> {
        let byte = (self.at < self.end).then(|| self.bytes[self.at])?;
        self.at += 1;
        Some(byte)
    }

    /// The string that has just begun, up to its end or that of the scan.
    fn string(&mut self) -> String {
        let from = self.at;
        while let Some(byte) = self.next() {
            match byte {
                b'\\' => self.at += 1,
                b'"' => return String::from_utf8_lossy(&self.bytes[from..self.at - 1]).into_owned(),
                _ => {}
            }
        }
        String::from_utf8_lossy(&self.bytes[from.min(self.end)..self.end]).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_pointers() {
        let text = r#"{"a": 1, "b": [10, {"c/d": "x\"]", "e": true}], "f": {}}"#;
        let cases = [("1", "/a"), ("10", "/b/0"), ("\\\"]", "/b/1/c~1d"), ("true", "/b/1/e"), ("{}", "/f")];
        for (place, pointer) in cases {
            let offset = text.find(place).unwrap() + 1;
            assert_eq!(at(text, offset), pointer, "{place}");
        }
        assert_eq!(at(text, text.len()), "");
        assert_eq!(at("[1, 2", 99), "/1");
        assert_eq!(at("", 0), "");
    }
}
