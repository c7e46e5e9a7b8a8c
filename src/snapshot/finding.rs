//! What is wrong with a file: where, what was expected, what was found, how grave it is.

use std::borrow::Cow;

use serde::Serialize;

use super::phrase::in_chinese;
use crate::domain::Lang;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something was left out or refused.
    Error,
    /// Something was used, with doubt.
    Warning,
    /// Something to know.
    Note,
}

/// What sort of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The file is no JSON text, or ends too early.
    NotJson,
    /// A version of the format that this program does not know.
    UnknownVersion,
    /// A value of another type than expected.
    WrongType,
    /// A required field is absent.
    MissingField,
    /// A value of the right type that is not allowed.
    BadValue,
    /// An id used twice.
    DuplicateId,
    /// An id that no record has.
    UnknownReference,
    /// The file is not the one that the manifest names.
    Integrity,
    /// The file is too large to be read.
    TooLarge,
    /// A shape that cannot be drawn.
    BadGeometry,
    /// A shape that was put right.
    Repaired,
    /// The manifest is older than one seen before.
    RolledBack,
    /// The file could not be fetched or opened.
    Unavailable,
    /// Nothing where something was expected.
    Empty,
    /// A published figure or event that does not count as official.
    NotOfficial,
}

/// Where in a table of an office a finding belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file or sheet.
    pub file: String,
    /// The row, the header being row 1; absent for the whole file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The column's heading; absent for the whole row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// What sort of thing it is.
    pub code: Code,
    /// The JSON pointer (RFC 6901) in the file; empty for the whole file.
    pub pointer: String,
    /// The id of the record, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// Where in an office's table it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// The longest excerpt of foreign data in a finding, in characters.
const EXCERPT: usize = 80;

/// The beginning of a foreign text.
pub fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl Finding {
    /// An error at `pointer`.
    pub fn error(code: Code, pointer: impl Into<String>, expected: &str, found: &str) -> Self {
        Self {
            severity: Severity::Error,
            code,
            pointer: pointer.into(),
            record: None,
            expected: excerpt(expected),
            found: excerpt(found),
            place: None,
        }
    }

    /// A warning at `pointer`.
    pub fn warning(code: Code, pointer: impl Into<String>, expected: &str, found: &str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, pointer, expected, found) }
    }

    /// The same finding, about a record.
    #[must_use]
    pub fn of(mut self, record: impl Into<String>) -> Self {
        self.record = Some(record.into());
        self
    }

    /// The same finding, with its place in a table.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// What a JSON reader says, put into expected and found.
    pub fn from_json(pointer: impl Into<String>, error: &serde_json::Error) -> Self {
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message);
        let (code, expected, found) = if error.is_data() {
            parse_data_error(message)
        } else {
            (Code::NotJson, "JSON".to_owned(), format!("{message} ({}:{})", error.line(), error.column()))
        };
        Self::error(code, pointer, &expected, &found)
    }

    /// The finding in one sentence, without its place.
    pub fn sentence(&self, lang: Lang) -> String {
        let (expected, found) = match lang {
            Lang::Zh => (in_chinese(&self.expected), in_chinese(&self.found)),
            Lang::En => (Cow::Borrowed(&*self.expected), Cow::Borrowed(&*self.found)),
        };
        match lang {
            Lang::Zh => match self.code {
                Code::NotJson => format!("文件不完整或不是JSON：{found}"),
                Code::UnknownVersion => format!("数据格式版本{found}无法识别，本程序支持到版本{expected}"),
                Code::WrongType => format!("类型不对：应为{expected}，实为{found}"),
                Code::MissingField => format!("缺少字段{expected}"),
                Code::BadValue => format!("值不合规：应为{expected}，实为{found}"),
                Code::DuplicateId => format!("编号重复：{found}"),
                Code::UnknownReference => format!("所指记录不存在：{found}（{expected}）"),
                Code::Integrity => format!("文件与清单不符：应为{expected}，实为{found}"),
                Code::TooLarge => format!("文件过大：上限{expected}，实为{found}"),
                Code::BadGeometry => format!("图形无法绘制：应为{expected}，实为{found}"),
                Code::Repaired => format!("图形已修正：应为{expected}，原为{found}"),
                Code::RolledBack => format!("清单版本倒退：曾见第{expected}次发布，现为第{found}次"),
                Code::Unavailable => format!("取不到文件：{found}"),
                Code::Empty => format!("内容为空：应有{expected}"),
                Code::NotOfficial => format!("不作为官方数据：须为{expected}，实为{found}"),
            },
            Lang::En => match self.code {
                Code::NotJson => format!("The file is incomplete or no JSON: {found}"),
                Code::UnknownVersion => {
                    format!(
                        "Version {found} of the data format is unknown; this program reads up to {expected}"
                    )
                }
                Code::WrongType => format!("Wrong type: expected {expected}, found {found}"),
                Code::MissingField => format!("Field {expected} is missing"),
                Code::BadValue => format!("Value not allowed: expected {expected}, found {found}"),
                Code::DuplicateId => format!("Id used twice: {found}"),
                Code::UnknownReference => format!("No such record: {found} ({expected})"),
                Code::Integrity => {
                    format!("Not the file in the manifest: expected {expected}, found {found}")
                }
                Code::TooLarge => format!("File too large: at most {expected}, found {found}"),
                Code::BadGeometry => format!("Shape cannot be drawn: expected {expected}, found {found}"),
                Code::Repaired => format!("Shape put right: expected {expected}, found {found}"),
                Code::RolledBack => {
                    format!("The manifest went back: publication {expected} was seen, this is {found}")
                }
                Code::Unavailable => format!("The file could not be fetched: {found}"),
                Code::Empty => format!("Nothing there: expected {expected}"),
                Code::NotOfficial => format!("Not taken as official: {expected} is needed, found {found}"),
            },
        }
    }
}

/// Takes a data error of serde apart: `invalid type: string "x", expected f64`.
fn parse_data_error(message: &str) -> (Code, String, String) {
    if let Some(field) = message.strip_prefix("missing field ") {
        return (Code::MissingField, field.to_owned(), String::new());
    }
    if let Some((found, expected)) = message.split_once(", expected ") {
        for (prefix, code) in [
            ("invalid type: ", Code::WrongType),
            ("invalid value: ", Code::BadValue),
            ("invalid length ", Code::BadValue),
            ("unknown variant ", Code::BadValue),
            ("unknown field ", Code::BadValue),
        ] {
            if let Some(found) = found.strip_prefix(prefix) {
                return (code, expected.to_owned(), found.to_owned());
            }
        }
    }
    (Code::BadValue, message.to_owned(), String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reader_messages_are_taken_apart() {
        let cases = [
            ("[1, \"x\"]", Code::WrongType, "f64", "string \"x\""),
            ("[1, 2", Code::NotJson, "JSON", "EOF while parsing a list (1:5)"),
        ];
        for (text, code, expected, found) in cases {
            let error = serde_json::from_str::<Vec<f64>>(text).unwrap_err();
            let finding = Finding::from_json("/x", &error);
            assert_eq!((finding.code, &*finding.expected, &*finding.found), (code, expected, found));
        }
    }

    #[test]
    fn foreign_text_is_cut() {
        let finding = Finding::error(Code::BadValue, "", "a number", &"很".repeat(500));
        assert_eq!(finding.found.chars().count(), EXCERPT + 1);
    }
}
