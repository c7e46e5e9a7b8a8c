//! Reading Rust source just closely enough to know which modules and crates it names.

use std::iter::Peekable;
use std::str::Chars;

/// A piece of source; comments and blanks are dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A word: a name or a keyword.
    Word(String),
    /// The inside of a string literal, escapes as they stand.
    Text(String),
    /// Any other character.
    Sign(char),
}

/// Splits source into tokens.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut rest = source.chars().peekable();
    let mut tokens = Vec::new();
    while let Some(letter) = rest.next() {
        match letter {
            '/' if rest.peek() == Some(&'/') => while rest.next_if(|letter| *letter != '\n').is_some() {},
            '/' if rest.peek() == Some(&'*') => block_comment(&mut rest),
            '"' => tokens.push(Token::Text(text(&mut rest, None))),
            '\'' => character_or_lifetime(&mut rest),
            _ if letter.is_alphabetic() || letter == '_' => {
                let mut word = letter.to_string();
                while let Some(more) = rest.next_if(|letter| letter.is_alphanumeric() || *letter == '_') {
                    word.push(more);
                }
                tokens.push(prefixed_text(&word, &mut rest).unwrap_or(Token::Word(word)));
            }
            _ if letter.is_whitespace() => {}
            _ => tokens.push(Token::Sign(letter)),
        }
    }
    tokens
}

/// Block comments nest.
fn block_comment(rest: &mut Peekable<Chars<'_>>) {
    let mut depth = 0;
    let mut before = '/';
    for letter in rest.by_ref() {
        match (before, letter) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                before = letter;
                continue;
            }
        }
        if depth == 0 {
            return;
        }
        before = ' ';
    }
}

/// The literal that `r`, `b`, `br`, `c` or `cr` begins, if it begins one.
fn prefixed_text(word: &str, rest: &mut Peekable<Chars<'_>>) -> Option<Token> {
    if !matches!(word, "r" | "b" | "br" | "c" | "cr") {
        return None;
    }
    let mut hashes = 0;
    let mut ahead = rest.clone();
    while word.contains('r') && ahead.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    ahead.next_if_eq(&'"')?;
    *rest = ahead;
    Some(Token::Text(text(rest, word.contains('r').then_some(hashes))))
}

/// The inside of a literal; a raw one ends with a quote and as many `#` as it began with.
fn text(rest: &mut Peekable<Chars<'_>>, raw: Option<usize>) -> String {
    let mut text = String::new();
    while let Some(letter) = rest.next() {
        match (letter, raw) {
            ('\\', None) => {
                text.push(letter);
                text.extend(rest.next());
            }
            ('"', None) => break,
            ('"', Some(hashes))
                if rest.clone().take(hashes).filter(|sign| *sign == '#').count() == hashes =>
            {
                rest.by_ref().take(hashes).for_each(drop);
                break;
            }
            _ => text.push(letter),
        }
    }
    text
}

/// Drops `'x'` or `'\n'` whole; of a lifetime only the tick.
fn character_or_lifetime(rest: &mut Peekable<Chars<'_>>) {
    let mut ahead = rest.clone();
    match (ahead.next(), ahead.next()) {
        (Some('\\'), _) => {
            rest.by_ref().take(2).for_each(drop);
            while rest.next().is_some_and(|letter| letter != '\'') {}
        }
        (Some(_), Some('\'')) => rest.by_ref().take(2).for_each(drop),
        _ => {}
    }
}

/// The paths from the crate's root that `tokens` name, groups taken apart: `crate::a::{b, c::d}` is
/// `a::b` and `a::c::d`. In a module `depth` below the root as many `super` lead there too.
pub fn paths(tokens: &[Token], depth: usize) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let root = match &tokens[at] {
            Token::Word(word) if word == "crate" => after_colons(tokens, at + 1),
            Token::Word(word) if word == "super" => {
                let mut supers = 1;
                let mut next = after_colons(tokens, at + 1);
                while let Some(step) = next.filter(|step| tokens.get(*step) == Some(&word_of("super"))) {
                    supers += 1;
                    at = step;
                    next = after_colons(tokens, step + 1);
                }
                next.filter(|_| supers == depth)
            }
            _ => None,
        };
        at += 1;
        if let Some(start) = root {
            tree(tokens, start, &[], &mut found);
        }
    }
    found
}

fn word_of(word: &str) -> Token {
    Token::Word(word.to_owned())
}

fn after_colons(tokens: &[Token], at: usize) -> Option<usize> {
    let colons = [Token::Sign(':'), Token::Sign(':')];
    tokens.get(at..at + 2).filter(|two| **two == colons).map(|_| at + 2)
}

/// Reads one branch of a use tree from `at` on; gives where it ends.
fn tree(tokens: &[Token], mut at: usize, prefix: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = prefix.to_vec();
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) => {
                path.push(word.clone());
                at += 1;
                match after_colons(tokens, at) {
                    Some(next) => at = next,
                    None => break,
                }
            }
            Some(Token::Sign('{')) => {
                at += 1;
                while at < tokens.len() && tokens[at] != Token::Sign('}') {
                    at = tree(tokens, at, &path, found).max(at + 1);
                    // What may follow a branch, such as `as name`, belongs to it.
                    while at < tokens.len() && !matches!(tokens[at], Token::Sign(',' | '}')) {
                        at += 1;
                    }
                    at += usize::from(tokens.get(at) == Some(&Token::Sign(',')));
                }
                return at + 1;
            }
            _ => break,
        }
    }
    found.push(path);
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(source: &str, depth: usize) -> Vec<String> {
        paths(&tokens(source), depth).iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn comments_texts_and_characters_are_no_words() {
        let source = r####"
            // leptos
            /* leptos /* leptos */ leptos */
            let a = "leptos \" leptos"; let b = r#"leptos " leptos"#; let c = b"leptos";
            let d = 'l'; let e = '\''; let f = '"'; let g: &'static str = "x"; let h = '\u{1F600}';
            r#type
        "####;
        let words: Vec<_> = tokens(source)
            .into_iter()
            .filter_map(|token| if let Token::Word(word) = token { Some(word) } else { None })
            .collect();
        assert!(!words.contains(&"leptos".to_owned()), "{words:?}");
        assert!(words.contains(&"static".to_owned()) && words.contains(&"type".to_owned()));
        assert_eq!(words.iter().filter(|word| *word == "let").count(), 8);
    }

    #[test]
    fn texts_are_kept() {
        let texts = [Token::Text("a\\\"b".into()), Token::Text("c\"d".into())];
        assert_eq!(tokens(r##""a\"b" r#"c"d"#"##), texts);
    }

    #[test]
    fn paths_are_taken_apart() {
        let cases = [
            ("use crate::domain::Light;", 2, "domain::Light"),
            ("use crate::domain;", 2, "domain"),
            ("crate::ui::text::say(crate::data::load())", 2, "ui::text::say data::load"),
            ("use crate::{domain::{self, Lang as L}, ui};", 2, "domain::self domain::Lang ui"),
            ("use crate::{\n    a::{b::{c, d}, e},\n};", 1, "a::b::c a::b::d a::e"),
            ("use super::Light;", 2, ""),
            ("use super::super::ui::App;", 2, "ui::App"),
            ("use super::ui::App;", 1, "ui::App"),
            ("pub(crate) fn f() {} use crate::model;", 2, "model"),
            ("// use crate::ui;\nlet s = \"crate::ui\";", 2, ""),
        ];
        for (source, depth, expected) in cases {
            assert_eq!(said(source, depth).join(" "), expected, "{source}");
        }
    }
}
