//! The page about the data: what it says is in the data, and its examples are worked out.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Light, RuleKind, RulePack};
use biaogan::model::about::{About, Block, LightEntry, Section, Table, Target, about};
use biaogan::publish::{Bundle, demo};
use biaogan::snapshot::Manifest;
use pretty_assertions::assert_eq;

static PUBLISHED: LazyLock<(Vec<Edition>, Manifest)> = LazyLock::new(|| {
    let plan = common::plan().value;
    let mut editions = demo::editions(&plan, &common::tables("data/demo"), None).unwrap().value;
    editions.retain(|edition| edition.month.to_string() == "2022-06");
    editions.insert(0, plan.edition.clone());
    let manifest = Bundle::new(&plan.head, &plan.layers, &editions, None).unwrap().manifest;
    (editions, manifest)
});

fn document(edition: &Edition, lang: Lang) -> About {
    let rule = PUBLISHED.1.rule().unwrap();
    about(&support::scope(edition, rule, lang), &PUBLISHED.1)
}

fn section<'a>(about: &'a About, id: &str) -> &'a Section {
    about.sections.iter().find(|section| section.id == id).unwrap()
}

fn tables(section: &Section) -> Vec<&Table> {
    let blocks = section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    blocks.collect()
}

fn lights(section: &Section) -> Vec<&Vec<LightEntry>> {
    let blocks = section.blocks.iter().filter_map(|block| match block {
        Block::Lights(lights) => Some(lights),
        _ => None,
    });
    blocks.collect()
}

#[test]
fn both_languages_have_the_same_sections_and_no_empty_text() {
    for edition in &PUBLISHED.0 {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| document(edition, lang));
        let shape = |about: &About| -> Vec<(&'static str, usize)> {
            about.sections.iter().map(|section| (section.id, section.blocks.len())).collect()
        };
        assert_eq!(shape(&zh), shape(&en));
        assert_eq!(zh.sections.len(), 11);
        for section in zh.sections.iter().chain(&en.sections) {
            assert!(!section.title.is_empty() && !section.blocks.is_empty(), "{}", section.id);
            for block in &section.blocks {
                match block {
                    Block::Text(text) | Block::Heading(text) => assert!(!text.is_empty(), "{}", section.id),
                    Block::List(items) => assert!(items.iter().all(|(text, _)| !text.is_empty())),
                    Block::Table(table) => {
                        assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{}", section.id);
                    }
                    Block::Lights(entries) => assert_eq!(entries.len(), 5),
                }
            }
        }
    }
}

#[test]
fn the_headline_counts_what_is_what() {
    let [official, june] = PUBLISHED.0.as_slice() else { panic!() };
    assert_eq!(document(official, Lang::Zh).headline, "本期18项目标，2项有出处，16项只有计划事实");
    let june = document(june, Lang::Zh);
    assert!(june.demo && june.headline.contains("项是演示数据"), "{}", june.headline);
}

#[test]
fn every_light_of_both_packs_is_worked_out() {
    let june = document(&PUBLISHED.0[1], Lang::Zh);
    let packs = lights(section(&june, "rules"));
    assert_eq!(packs.len(), 2);
    for entries in &packs {
        for entry in *entries {
            let example = entry.example.as_ref().unwrap();
            assert!(!example.rows.is_empty() && !entry.meaning.is_empty(), "{:?}", entry.light);
        }
    }
    let real =
        |light: Light| packs[0].iter().find(|entry| entry.light == light).unwrap().example.clone().unwrap();
    assert_eq!(real(Light::Red).id.as_deref(), Some("ind-online-retail-sales"));
    assert!(real(Light::Red).rows.iter().any(|row| row.detail.contains('×')));
    let gap = packs[1].iter().find(|entry| entry.light == Light::Red).unwrap().example.clone().unwrap();
    assert!(gap.rows.iter().any(|row| row.label == "落后全程"), "{gap:?}");
}

#[test]
fn where_no_goal_has_a_light_one_is_made_up_and_has_it() {
    let bare = Edition { indicators: Vec::new(), ..PUBLISHED.0[0].clone() };
    let custom =
        RulePack { rule: RuleKind::PaceGap { yellow_from: 5.0, red_over: 15.0 }, ..RulePack::pace_gap() };
    let manifest = Manifest { rules: vec![RulePack::three_colour(), custom], ..PUBLISHED.1.clone() };
    let rule = manifest.rule().unwrap();
    let about = about(&support::scope(&bare, rule, Lang::En), &manifest);
    for entries in lights(section(&about, "rules")) {
        for entry in entries {
            let example = entry.example.as_ref().unwrap();
            assert_eq!(
                (example.id.as_deref(), example.name.as_str()),
                (None, "A made-up goal"),
                "{:?}",
                entry.light
            );
        }
    }
    let points = |entries: &Vec<LightEntry>, light: Light| {
        let entry = entries.iter().find(|entry| entry.light == light).unwrap();
        entry.example.as_ref().unwrap().rows.last().unwrap().value.clone()
    };
    let packs = lights(section(&about, "rules"));
    assert_eq!(
        (points(packs[1], Light::Yellow), points(packs[1], Light::Red)),
        ("10 points".into(), "20 points".into())
    );
    assert_eq!(about.headline, "This edition has no goals");
}

#[test]
fn revisions_sources_and_editions_are_those_of_the_data() {
    let june = document(&PUBLISHED.0[1], Lang::Zh);
    let changes = section(&june, "changes");
    let rows: Vec<Vec<&str>> = tables(changes)[0]
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
        .collect();
    assert!(
        rows.iter().any(|row| row[..3] == ["网络零售额", "2022年3月", "266.2亿元"] && row[4] == "补报"),
        "{rows:?}"
    );
    let revised = PUBLISHED.0[1]
        .indicators
        .iter()
        .flat_map(|goal| std::iter::once(&goal.series).chain(goal.townships.values()));
    let revised = revised
        .flat_map(|series| &series.values)
        .filter(|one| matches!(one.status, biaogan::domain::Status::Revised { .. }));
    assert_eq!(rows.len(), revised.count());
    assert_eq!(tables(changes)[1].rows.len(), PUBLISHED.1.snapshots.len());
    let sources = tables(section(&june, "sources"))[0];
    assert_eq!(sources.rows.len(), 7);
    assert!(sources.rows.iter().any(|row| row[1].text.contains("龙舟")));
    let official = document(&PUBLISHED.0[0], Lang::En);
    assert_eq!(
        section(&official, "changes").blocks[0],
        Block::Text("No figure of this edition was revised.".into())
    );
    assert_eq!(tables(section(&official, "data"))[0].rows.len(), 18);
    assert_eq!(tables(section(&official, "plan"))[0].rows.len(), 3);
}

#[test]
fn files_are_those_of_the_manifest() {
    let june = document(&PUBLISHED.0[1], Lang::En);
    let mut published = Vec::new();
    for section in &june.sections {
        for block in &section.blocks {
            let mut note = |target: &Option<Target>| {
                if let Some(Target::Published(file)) = target {
                    published.push(file.clone());
                }
            };
            match block {
                Block::List(items) => items.iter().for_each(|(_, target)| note(target)),
                Block::Table(table) => table.rows.iter().flatten().for_each(|cell| note(&cell.target)),
                _ => {}
            }
        }
    }
    let manifest = &PUBLISHED.1;
    let known: Vec<&String> = manifest
        .snapshots
        .iter()
        .map(|entry| &entry.file)
        .chain(manifest.layers.iter().map(|layer| &layer.file))
        .collect();
    assert!(published.iter().all(|file| known.contains(&file)));
    assert_eq!(published.len(), known.len() + 1, "the edition shown is named twice");
}

#[test]
fn an_edition_with_nothing_in_it_stands() {
    let mut bare = support::edition();
    bare.indicators.clear();
    bare.sites.clear();
    bare.sources.clear();
    let manifest = Manifest { layers: Vec::new(), ..support::manifest() };
    let rule = RulePack::three_colour();
    for lang in [Lang::Zh, Lang::En] {
        let about = about(&support::scope(&bare, &rule, lang), &manifest);
        assert_eq!(about.sections.len(), 11);
        assert!(about.sections.iter().all(|section| !section.blocks.is_empty()));
    }
}
