//! An office puts its own boundaries in the place of the schematic ones: by codes or by names, whatever its file calls
//! them, in whatever coordinates.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;

use biaogan::publish::{self, BoundaryFile, Tables, refuses};
use biaogan::snapshot::boundary::read_boundaries;
use biaogan::snapshot::integrity::verify;
use biaogan::snapshot::{Boundaries, Code, Crs, Finding, Severity};
use pretty_assertions::assert_eq;

const HEAD: &str =
    "id,role,file,crs,attribution_zh,attribution_en,review_number,code_property,name_property,object\n";

/// Two townships side by side, by names alone, as a portal exports them.
const NAMES: &str = r#"{"type":"FeatureCollection","features":[
  {"type":"Feature","properties":{"MC":"梧田"},"geometry":{"type":"Polygon","coordinates":[[[120.64,28],[120.64,28.03],[120.68,28.03],[120.68,28],[120.64,28]]]}},
  {"type":"Feature","properties":{"MC":"景山街道"},"geometry":{"type":"Polygon","coordinates":[[[120.6,28],[120.64,28],[120.64,28.03],[120.6,28.03],[120.6,28]]]}}
]}"#;

/// The good tables with another row of layers and its file.
fn tables(row: &str, file: &str, text: &str) -> Tables {
    let mut tables: Tables = common::tables("tests/fixtures/tables");
    tables.insert("layers.csv", format!("{HEAD}{row}\n").into_bytes());
    tables.insert(file, text.as_bytes().to_vec());
    tables
}

fn publish(row: &str, file: &str, text: &str) -> (Vec<BoundaryFile>, Vec<Finding>) {
    let decoded = publish::read(&tables(row, file, text)).unwrap();
    // The schematic file is still there and belongs to no layer.
    let findings = decoded.findings.into_iter().filter(|finding| finding.found != "townships.geojson");
    (decoded.value.layers, findings.collect())
}

/// The published boundaries, which the page must be able to read without a finding.
fn published(file: &BoundaryFile) -> Boundaries {
    assert_eq!(verify(&file.bytes, file.layer.bytes, &file.layer.sha256), Ok(()));
    let read = read_boundaries(std::str::from_utf8(&file.bytes).unwrap(), &file.layer).unwrap();
    assert_eq!(read.findings, []);
    read.value
}

fn codes(boundaries: &Boundaries) -> Vec<(&str, &str)> {
    boundaries.regions.iter().map(|region| (region.code.as_str(), region.name.zh.as_str())).collect()
}

#[test]
fn names_stand_for_codes_where_they_are_declared() {
    let row = "towns,townships,towns.json,CGCS2000,区自然资源局,Land office,浙S(2024)1号,,MC,";
    let (layers, findings) = publish(row, "towns.json", NAMES);
    assert_eq!(findings, []);
    let boundaries = published(&layers[0]);
    assert_eq!(codes(&boundaries), [("330304002", "梧田街道"), ("330304001", "景山街道")]);
    assert_eq!(
        (layers[0].layer.crs, layers[0].layer.review_number.as_deref()),
        (Crs::Cgcs2000, Some("浙S(2024)1号"))
    );
}

#[test]
fn what_does_not_match_is_reported_by_name() {
    let row = "towns,townships,towns.json,CGCS2000,局,Office,1,,MC,";
    let (layers, findings) = publish(row, "towns.json", &NAMES.replace("梧田", "梧埏镇"));
    let said: Vec<(Severity, Code, &str)> =
        findings.iter().map(|finding| (finding.severity, finding.code, finding.found.as_str())).collect();
    assert_eq!(
        said,
        [
            (Severity::Warning, Code::UnknownReference, "330304002 梧田街道"),
            (Severity::Warning, Code::UnknownReference, "梧埏镇"),
        ]
    );
    assert_eq!(published(&layers[0]).regions.len(), 2, "and is drawn all the same");
    assert!(!refuses(&findings));
    let (_, findings) = publish(row, "towns.json", &NAMES.replace("梧田", "景山"));
    assert!(findings.iter().any(|finding| finding.code == Code::DuplicateId && finding.found == "景山街道"));
    assert!(refuses(&findings), "two regions for one township");
}

#[test]
fn a_name_of_two_townships_is_nobodys() {
    let row = "towns,townships,towns.json,CGCS2000,局,Office,1,,MC,";
    let mut tables = tables(row, "towns.json", NAMES);
    let towns = String::from_utf8(tables.get("townships.csv").unwrap().to_vec()).unwrap();
    tables.insert(
        "townships.csv",
        format!("{towns}330304003,梧田镇,Wutian Town,梧田,Wutian,town,,,\n").into_bytes(),
    );
    let findings = publish::read(&tables).unwrap().findings;
    let doubt =
        findings.iter().find(|finding| finding.code == Code::BadValue && finding.found == "梧田").unwrap();
    assert_eq!((doubt.severity, doubt.expected.as_str()), (Severity::Warning, "a name of one township only"));
}

#[test]
fn topojson_is_published_as_geojson_in_order() {
    // Shared arc, quantised, wound with the clock, in the coordinates of a web map.
    let text = r#"{"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[120.6,28]},
      "objects":{"areas":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","properties":{"adcode":330304001,"name":"景山"},"arcs":[[0,1]]},
        {"type":"Polygon","properties":{"adcode":330304002,"name":"梧田"},"arcs":[[2,-1]]}]},
        "lines":{"type":"GeometryCollection","geometries":[]}},
      "arcs":[[[4,3],[0,-3]],[[4,0],[-4,0],[0,3],[4,0]],[[4,3],[4,0],[0,-3],[-4,0]]]}"#;
    let row = "towns,townships,towns.topojson,BD-09,局,Office,1,adcode,name,areas";
    let (layers, findings) = publish(row, "towns.topojson", text);
    assert_eq!(findings, []);
    assert_eq!(layers[0].layer.crs, Crs::Wgs84, "published as it was converted");
    assert!(layers[0].layer.file.ends_with(".geojson"));
    let boundaries = published(&layers[0]);
    assert_eq!(codes(&boundaries), [("330304001", "景山"), ("330304002", "梧田")]);
    let [one, other] = [0, 1].map(|index| &boundaries.regions[index].polygons[0][0]);
    assert_eq!(one.iter().filter(|point| other.contains(point)).count(), 2, "the border is still shared");
    // Without saying which object it is nobody can know.
    let findings = publish(&row.replace(",areas", ","), "towns.topojson", text).1;
    assert_eq!(
        (findings[0].code, findings[0].expected.as_str()),
        (Code::UnknownReference, "`object`, one of areas, lines")
    );
}

#[test]
fn a_file_in_another_encoding_says_so() {
    let row = "towns,townships,towns.json,CGCS2000,局,Office,1,,MC,";
    let mut tables = tables(row, "towns.json", NAMES);
    tables.insert("towns.json", b"{\"type\":\"\xbe\xb0\xc9\xbd\"}".to_vec());
    let findings = publish::read(&tables).unwrap().findings;
    assert!(findings.iter().any(|finding| finding.found == "another encoding"));
}

#[test]
fn sites_may_be_copied_from_a_web_map() {
    let mut tables = common::tables("tests/fixtures/tables");
    let sites = String::from_utf8(tables.get("sites.csv").unwrap().to_vec()).unwrap();
    let sites = sites
        .replace(",precision,", ",crs,precision,")
        .replace(",120.6,28.0,approx", ",120.6,28.0,BD-09,approx");
    tables.insert("sites.csv", sites.replace(",,,,,0", ",,,,,,0").into_bytes());
    let decoded = publish::read(&tables).unwrap();
    assert_eq!(decoded.findings, []);
    let [lon, lat] = decoded.value.edition.sites[0].at.unwrap();
    let metres = ((lon - 120.6) * 98_000.0).hypot((lat - 28.0) * 111_000.0);
    assert!((600.0..1500.0).contains(&metres), "{metres}");
}
