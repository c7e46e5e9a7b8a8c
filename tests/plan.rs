//! The facts of the plan arrive in the official edition: every row of `data/plan`, and no figure.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;

use std::collections::BTreeSet;

use biaogan::domain::{EditionKind, Precision};
use biaogan::snapshot::{Code, LayerRole, Severity};
use pretty_assertions::assert_eq;

/// The ids in the first column of a table.
fn ids(table: &str) -> Vec<String> {
    let tables = common::tables("data/plan");
    let mut reader = csv::Reader::from_reader(tables.get(table).unwrap());
    reader.records().map(|record| record.unwrap()[0].to_owned()).collect()
}

#[test]
fn every_row_arrives() {
    let edition = common::plan().value.edition;
    let arrived: [(&str, usize, Vec<&String>); 11] = [
        ("domains.csv", 4, edition.domains.iter().map(|record| &record.id).collect()),
        ("departments.csv", 42, edition.departments.iter().map(|record| &record.id).collect()),
        ("indicators.csv", 18, edition.indicators.iter().map(|record| &record.id).collect()),
        ("tasks.csv", 221, edition.tasks.iter().map(|record| &record.id).collect()),
        ("projects.csv", 83, edition.projects.iter().map(|record| &record.id).collect()),
        ("organisation.csv", 71, edition.organisation.iter().map(|record| &record.id).collect()),
        ("sites.csv", 40, edition.sites.iter().map(|record| &record.id).collect()),
        ("townships.csv", 13, edition.townships.iter().map(|record| &record.code).collect()),
        ("documents.csv", 3, edition.documents.iter().map(|record| &record.id).collect()),
        ("sources.csv", 7, edition.sources.iter().map(|record| &record.id).collect()),
        ("notices.csv", 2, edition.notices.iter().map(|record| &record.id).collect()),
    ];
    for (table, count, arrived) in arrived {
        let rows = ids(table);
        assert_eq!(rows.iter().collect::<Vec<_>>(), arrived, "{table}");
        assert_eq!(arrived.len(), count, "{table}");
    }
}

#[test]
fn only_what_is_not_official_is_left_out_and_named() {
    let plan = common::plan();
    let findings: Vec<_> = plan
        .findings
        .iter()
        .map(|finding| (finding.severity, finding.code, finding.place.clone().unwrap_or_default()))
        .map(|(severity, code, place)| (severity, code, place.file, place.row.unwrap_or_default()))
        .collect();
    let kept_out =
        [3, 4, 6, 7, 8].map(|row| (Severity::Note, Code::NotOfficial, "observations.csv".to_owned(), row));
    assert_eq!(findings, kept_out);
}

#[test]
fn the_official_edition_has_no_figure_without_a_source() {
    let edition = common::plan().value.edition;
    assert_eq!((edition.kind, edition.month.to_string()), (EditionKind::Official, "2021-03".to_owned()));
    for indicator in &edition.indicators {
        assert_eq!(indicator.series.values.len(), 15, "{}", indicator.id);
        for series in std::iter::once(&indicator.series).chain(indicator.townships.values()) {
            let unsourced = |observation: &&biaogan::domain::Observation| {
                observation.figure.is_ok() && observation.source.is_none()
            };
            assert_eq!(series.values.iter().find(unsourced), None, "{}", indicator.id);
        }
        assert!(indicator.baseline.is_none() && indicator.schedule.is_empty(), "{}", indicator.id);
        assert!(indicator.events.iter().all(|event| event.source.is_some()), "{}", indicator.id);
    }
    assert!(edition.tasks.iter().all(|task| task.progress.is_none() && task.schedule.is_empty()));
    let events: Vec<_> = edition
        .indicators
        .iter()
        .flat_map(|indicator| {
            indicator.events.iter().map(|event| (indicator.id.as_str(), event.date.to_string()))
        })
        .collect();
    assert_eq!(
        events,
        [
            ("ind-benchmark-district", "2021-03-16".to_owned()),
            ("ind-dragon-boat-base", "2021-03-30".to_owned())
        ]
    );
}

#[test]
fn sixteen_sites_are_placed_and_two_lie_outside() {
    let edition = common::plan().value.edition;
    let placed = edition.sites.iter().filter(|site| site.at.is_some()).count();
    assert_eq!((placed, edition.sites.len() - placed), (16, 24));
    assert_eq!(edition.sites.iter().filter(|site| site.outside).count(), 2);
    assert!(edition.sites.iter().all(|site| site.precision != Some(Precision::Exact)));
}

#[test]
fn every_township_has_its_cell_and_every_map_its_number() {
    let plan = common::plan().value;
    let roles: BTreeSet<String> = plan.layers.iter().map(|file| format!("{:?}", file.layer.role)).collect();
    assert_eq!(roles.len(), 3);
    for file in &plan.layers {
        let layer = &file.layer;
        let schematic = layer.role == LayerRole::Townships;
        assert_eq!((layer.schematic, layer.review_number.is_none()), (schematic, schematic), "{}", layer.id);
        assert_eq!(layer.review_pending, !schematic, "{}", layer.id);
    }
}

#[test]
fn leads_say_how_they_came_about() {
    let plan = common::plan().value;
    let inferred = plan.edition.indicators.iter().filter(|indicator| indicator.lead_basis.inferred).count();
    assert_eq!(inferred, 11);
    for indicator in plan.edition.indicators.iter().filter(|indicator| indicator.lead_basis.inferred) {
        assert!(indicator.lead_basis.note.is_some(), "{}", indicator.id);
    }
    let principles: Vec<_> = plan.edition.tasks.iter().filter(|task| task.principle).collect();
    assert_eq!(principles.len(), 11);
    assert!(principles.iter().all(|task| task.lead.is_none()));
}
