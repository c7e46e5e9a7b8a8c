//! The announcements as an Atom feed: well-formed whatever the data hold, complete, and always the same.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use biaogan::domain::record::Notice;
use biaogan::domain::{Edition, Lang, Names, RulePack};
use biaogan::model::feed::{Home, feed};
use pretty_assertions::assert_eq;
use quick_xml::encoding::Decoder;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// An element: its path from the root, its attributes, and the text directly in it.
#[derive(Debug)]
struct Element {
    path: String,
    attributes: Vec<(String, String)>,
    text: String,
}

/// The elements of a document in their order; it panics where the text is not well-formed.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let element = element(&tag, reader.decoder(), &open, &found);
                open.push(found.len());
                found.push(element);
            }
            Event::Empty(tag) => {
                let element = element(&tag, reader.decoder(), &open, &found);
                found.push(element);
            }
            Event::Text(text) => {
                if let Some(at) = open.last() {
                    found[*at].text += &text.unescape().unwrap();
                }
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Eof => break,
            Event::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(open, Vec::<usize>::new(), "every element is closed");
    found
}

fn element(tag: &BytesStart<'_>, decoder: Decoder, open: &[usize], found: &[Element]) -> Element {
    let name = String::from_utf8(tag.name().as_ref().to_vec()).unwrap();
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let key = String::from_utf8(attribute.key.as_ref().to_vec()).unwrap();
        (key, attribute.decode_and_unescape_value(decoder).unwrap().into_owned())
    });
    let above = open.last().map_or(String::new(), |at| format!("{}/", found[*at].path));
    Element { path: above + &name, attributes: attributes.collect(), text: String::new() }
}

fn texts(found: &[Element], path: &str) -> Vec<String> {
    found.iter().filter(|one| one.path == path).map(|one| one.text.clone()).collect()
}

fn links(found: &[Element], path: &str, rel: &str) -> Vec<String> {
    let said = |one: &Element, name: &str| {
        one.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap()
    };
    let links = found.iter().filter(|one| one.path == path && said(one, "rel") == rel);
    links.map(|one| said(one, "href")).collect()
}

fn made(edition: &Edition, lang: Lang, page: &str) -> String {
    let rule = RulePack::three_colour();
    let home = Home { page: page.into(), feed: format!("{page}data/notices.xml") };
    feed(&support::scope(edition, &rule, lang), &common::plan().value.head.district, &home)
}

const BASE: &str = "https://example.org/dashboard/";

#[test]
fn every_notice_is_an_entry_the_newest_first() {
    let edition = common::plan().value.edition;
    for lang in [Lang::Zh, Lang::En] {
        let found = elements(&made(&edition, lang, BASE));
        assert_eq!(
            texts(&found, "feed/entry/updated"),
            ["2021-03-30", "2021-03-16"].map(|day| format!("{day}T00:00:00+08:00"))
        );
        assert_eq!(texts(&found, "feed/updated"), ["2021-03-30T00:00:00+08:00"]);
        assert_eq!(texts(&found, "feed/author/name").len(), 1);
        let titles = texts(&found, "feed/entry/title");
        assert_eq!(titles[1], lang.pick("创建方案印发", "The plan is issued"));
        for needed in ["id", "title", "updated", "summary"] {
            let said = texts(&found, &format!("feed/entry/{needed}"));
            assert_eq!(said.len(), 2, "{needed}");
            assert!(said.iter().all(|text| !text.is_empty()), "{needed}");
        }
        let first = &links(&found, "feed/entry/link", "alternate")[0];
        let tag = lang.tag();
        assert_eq!(*first, format!("{BASE}?view=notices&id=notice-dragon-boat-accepted&lang={tag}"));
        assert!(
            links(&found, "feed/entry/link", "related")
                .contains(&format!("{BASE}?view=projects&id=fac-dragon-boat-base&lang={tag}"))
        );
        assert_eq!(links(&found, "feed/link", "self"), [format!("{BASE}data/notices.xml")]);
    }
}

#[test]
fn ids_are_names_that_do_not_change_with_the_address_and_never_meet() {
    let edition = common::plan().value.edition;
    let ids = |lang, page| {
        let found = elements(&made(&edition, lang, page));
        [texts(&found, "feed/id"), texts(&found, "feed/entry/id")].concat()
    };
    assert_eq!(ids(Lang::Zh, BASE), ids(Lang::Zh, "../"));
    let all: BTreeSet<String> = [ids(Lang::Zh, BASE), ids(Lang::En, BASE)].concat().into_iter().collect();
    assert_eq!(all.len(), 6);
    for id in &all {
        let uuid = id.strip_prefix("urn:uuid:").unwrap();
        let parts: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert_eq!((&uuid[14..15], "89ab".contains(&uuid[19..20])), ("8", true), "{id}");
    }
    assert_eq!(made(&edition, Lang::En, BASE), made(&edition, Lang::En, BASE));
}

#[test]
fn hostile_text_stays_text() {
    let mut edition = common::plan().value.edition;
    let evil =
        "]]></title><script>alert(1)</script>&amp;&#0;\u{0}\u{b}\u{ffff}\"' <!-- --> \u{202e}🙂\r\n\t.";
    edition.notices = vec![Notice {
        id: "\"><x&y".into(),
        date: "2022-01-31".parse().unwrap(),
        title: Names::new(evil, evil),
        text: Some(Names::new(evil, evil)),
        about: Vec::new(),
        source: None,
    }];
    let found = elements(&made(&edition, Lang::Zh, "https://example.org/a\"b<c>/"));
    let kept = evil.replace(['\0', '\u{b}', '\u{ffff}'], "");
    assert_eq!(texts(&found, "feed/entry/title")[0], kept);
    assert_eq!(texts(&found, "feed/entry/summary"), [kept]);
    assert!(found.iter().all(|one| !one.path.contains("script") && !one.path.contains("/x")));
}

#[test]
fn a_plan_without_notices_has_a_feed_without_entries() {
    let mut edition = common::plan().value.edition;
    edition.notices.clear();
    let found = elements(&made(&edition, Lang::En, BASE));
    assert_eq!(texts(&found, "feed/entry/id").len(), 0);
    assert_eq!(texts(&found, "feed/updated"), ["2020-01-31T00:00:00+08:00"]);
    assert_eq!(texts(&found, "feed/title").len(), 1);
}

#[test]
fn the_command_writes_it_beside_the_manifest_or_where_it_is_told() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("feed");
    let _ = std::fs::remove_dir_all(&folder);
    let data = folder.to_str().unwrap().to_owned();
    let run = |arguments: &[&str]| {
        let root = env!("CARGO_MANIFEST_DIR");
        let mut command = Command::new(env!("CARGO_BIN_EXE_biaogan"));
        command.current_dir(root).args(arguments).output().unwrap().status.code()
    };
    assert_eq!(run(&["build", "data/plan", "--out", &data]), Some(0));
    assert_eq!(run(&["feed", "--data", &data]), Some(0));
    let zh = std::fs::read_to_string(folder.join("notices.xml")).unwrap();
    let found = elements(&zh);
    assert_eq!(links(&found, "feed/link", "self"), ["notices.xml"]);
    assert!(links(&found, "feed/link", "alternate")[0].starts_with("../?view=notices"));
    let out = folder.join("else/feed.xml");
    let told = ["feed", "--data", &data, "--lang", "en", "--base", BASE, "--out", out.to_str().unwrap()];
    assert_eq!(run(&told), Some(0));
    let en = elements(&std::fs::read_to_string(out).unwrap());
    assert_eq!(links(&en, "feed/link", "self"), [format!("{BASE}data/feed.xml")]);
    assert_eq!(run(&["feed", "--data", &data, "--base", "javascript:alert(1)"]), Some(2));
    assert_eq!(run(&["feed", "--data", "no-such-folder"]), Some(2));
}
