//! The announcements as an Atom feed (RFC 4287).
//!
//! Ids are names, not addresses: they stay the same wherever the page is hosted, so that a reader does not show
//! everything anew after a move. Links may be relative: without a base they are resolved against the address from which
//! the feed was fetched (RFC 3986, 5.1.3), which is what a publication that does not know its host needs.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::notices::{FullNotice, NoticeList, notices};
use super::scope::Scope;
use crate::domain::Day;
use crate::route::{View, ViewState};
use crate::snapshot::District;

/// Where the feed and the page are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// What leads to the page: `https://example.org/dashboard/`, or `../` from the feed's own folder.
    pub page: String,
    /// The address of the feed itself.
    pub feed: String,
}

/// The feed of an edition's announcements in the reader's language, the newest first. The same edition always gives the
/// same bytes.
pub fn feed(scope: &Scope<'_>, district: &District, home: &Home) -> String {
    let lang = scope.lang;
    let NoticeList { years, .. } = notices(scope, &ViewState::default());
    let all: Vec<FullNotice> = years.into_iter().flat_map(|year| year.notices).collect();
    let updated = all.first().map_or(scope.edition.start.last_day(), |newest| newest.line.day);
    let title = lang.pick(
        format!("{}：信息发布", district.title.get(lang)),
        format!("{}: notices", district.title.get(lang)),
    );
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = writeln!(text, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", lang.tag());
    let mut line = |name: &str, content: &str| element(&mut text, 1, name, content);
    line("id", &name(&[&district.code, lang.tag()]));
    line("title", &title);
    line("updated", &instant(updated));
    let page = ViewState { view: View::Notices, lang: Some(lang), ..ViewState::default() };
    link(&mut text, 1, "alternate", "text/html", &address(home, &page));
    link(&mut text, 1, "self", "application/atom+xml", &home.feed);
    author(&mut text, district.publisher.get(lang));
    element(&mut text, 1, "generator", "biaogan");
    for notice in &all {
        entry(&mut text, scope, district, home, notice);
    }
    text.push_str("</feed>\n");
    text
}

fn entry(text: &mut String, scope: &Scope<'_>, district: &District, home: &Home, notice: &FullNotice) {
    let lang = scope.lang;
    let to = |view, id: &str| {
        address(home, &ViewState { lang: Some(lang), ..ViewState::default() }.to_record(view, id))
    };
    text.push_str("  <entry>\n");
    element(text, 2, "id", &name(&[&district.code, lang.tag(), &notice.line.id]));
    element(text, 2, "title", &notice.line.title);
    element(text, 2, "updated", &instant(notice.line.day));
    element(text, 2, "published", &instant(notice.line.day));
    link(text, 2, "alternate", "text/html", &to(View::Notices, &notice.line.id));
    let reader = ViewState { lang: Some(lang), ..ViewState::default() };
    for about in &notice.about {
        link(text, 2, "related", "text/html", &address(home, &about.place.address(&reader)));
    }
    if let Some((_, Some(url))) = &notice.source {
        link(text, 2, "via", "text/html", url);
    }
    let said = if notice.text.is_empty() { &notice.line.title } else { &notice.text };
    element(text, 2, "summary", said);
    text.push_str("  </entry>\n");
}

fn author(text: &mut String, publisher: &str) {
    text.push_str("  <author>\n");
    element(text, 2, "name", publisher);
    text.push_str("  </author>\n");
}

fn address(home: &Home, state: &ViewState) -> String {
    format!("{}{}", home.page, state.to_query())
}

/// Days have no hour: an announcement counts as made when its day begins in China.
fn instant(day: Day) -> String {
    format!("{day}T00:00:00+08:00")
}

/// A name that no other thing has: a UUID of version 8 (RFC 9562) made of what it is about.
fn name(of: &[&str]) -> String {
    let mut bytes =
        Sha256::digest(["biaogan", "notices"].iter().chain(of).fold(String::new(), |all, part| {
            // The length keeps parts apart.
            format!("{all}{}:{part};", part.len())
        }));
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let mut id = String::from("urn:uuid:");
    for (at, byte) in bytes.iter().take(16).enumerate() {
        if [4, 6, 8, 10].contains(&at) {
            id.push('-');
        }
        let _ = write!(id, "{byte:02x}");
    }
    id
}

fn element(text: &mut String, depth: usize, name: &str, content: &str) {
    let _ = writeln!(text, "{:1$}<{name}>{2}</{name}>", "", depth * 2, escaped(content));
}

fn link(text: &mut String, depth: usize, rel: &str, kind: &str, href: &str) {
    let href = escaped(href);
    let _ = writeln!(text, "{:1$}<link rel=\"{rel}\" type=\"{kind}\" href=\"{href}\"/>", "", depth * 2);
}

/// A text inside an element or an attribute; what XML 1.0 cannot hold at all is left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            '\t' | '\n' | '\r' => {
                let _ = write!(safe, "&#{};", letter as u32);
            }
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => safe.push(letter),
        }
    }
    safe
}
