//! Hostile and broken boundaries: each is put right or refused with a finding that names the feature, and the rest is
//! still drawn.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use biaogan::domain::Lang;
use biaogan::snapshot::boundary::{Properties, Ring, read_source, write_boundaries};
use biaogan::snapshot::{Boundaries, Code, Crs, Decoded, Finding, Severity};
use pretty_assertions::assert_eq;

use Code::*;

/// A square with its south-west corner at a place, against the clock.
fn square(lon: f64, lat: f64, side: f64) -> String {
    let (east, north) = (lon + side, lat + side);
    format!("[[{lon},{lat}],[{east},{lat}],[{east},{north}],[{lon},{north}],[{lon},{lat}]]")
}

fn feature(code: &str, kind: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{"code":"{code}"}},"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#
    )
}

/// A collection of the features under test and three good ones: `n1`, `n2`, `n3`.
fn collection(tested: &[String]) -> String {
    let good = [(120.5, "n1"), (120.625, "n2"), (120.75, "n3")];
    let good = good.map(|(lon, code)| feature(code, "Polygon", &format!("[{}]", square(lon, 27.75, 0.125))));
    let all: Vec<String> = tested.iter().chain(&good).cloned().collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, all.join(","))
}

fn read(text: &str) -> Result<Decoded<Boundaries>, Vec<Finding>> {
    read_source(text, Crs::Wgs84, &Properties::published(), None)
}

/// What becomes of the feature under test.
enum Becomes {
    /// Left out; the findings say where.
    Refused(Code, &'static str),
    /// Drawn as polygons of so many points in each ring, after something was put right with a warning.
    Repaired(&'static [&'static [usize]]),
    /// The same without a word.
    Drawn(&'static [&'static [usize]]),
}
use Becomes::{Drawn, Refused, Repaired};

#[test]
fn broken_features_cost_only_themselves() {
    let s = |lon: f64, lat: f64, side: f64| square(lon, lat, side);
    let polygon = |rings: &[String]| feature("x", "Polygon", &format!("[{}]", rings.join(",")));
    let multi = |polygons: &[String]| {
        let polygons: Vec<String> = polygons.iter().map(|rings| format!("[{rings}]")).collect();
        feature("x", "MultiPolygon", &format!("[{}]", polygons.join(",")))
    };
    let with = |from: &str, to: &str| polygon(&[s(120.5, 28.0, 0.25)]).replacen(from, to, 1);
    let clockwise = "[[120.5,28],[120.5,28.2],[120.7,28.2],[120.7,28],[120.5,28]]".to_owned();
    let backwards = s(120.55, 28.05, 0.125);
    let cases: Vec<(&str, String, Becomes)> = vec![
        ("a good one", polygon(&[s(120.5, 28.0, 0.25)]), Drawn(&[&[4]])),
        // Winding and order.
        ("an outer ring wound with the clock", polygon(&[clockwise]), Drawn(&[&[4]])),
        ("a hole wound against the clock", polygon(&[s(120.5, 28.0, 0.25), backwards]), Drawn(&[&[4, 4]])),
        (
            "a hole before its outer ring",
            polygon(&[s(120.55, 28.05, 0.0625), s(120.5, 28.0, 0.25)]),
            Repaired(&[&[4, 4]]),
        ),
        (
            "a hole outside its outer ring",
            polygon(&[s(120.5, 28.0, 0.25), s(121.0, 28.0, 0.125)]),
            Repaired(&[&[4], &[4]]),
        ),
        (
            "a hole as a polygon of its own",
            multi(&[s(120.5, 28.0, 0.25), s(120.55, 28.05, 0.0625)]),
            Repaired(&[&[4, 4]]),
        ),
        (
            "an island in a lake",
            multi(&[
                format!("{},{}", s(120.5, 28.0, 0.5), s(120.55, 28.05, 0.25)),
                s(120.625, 28.125, 0.0625),
            ]),
            Drawn(&[&[4, 4], &[4]]),
        ),
        ("islands", multi(&[s(120.5, 28.0, 0.25), s(121.0, 28.0, 0.125)]), Drawn(&[&[4], &[4]])),
        ("an island twice", multi(&[s(120.5, 28.0, 0.25), s(120.5, 28.0, 0.25)]), Repaired(&[&[4]])),
        // Points of a ring.
        ("an open ring", polygon(&["[[120.5,28],[120.7,28],[120.7,28.2]]".into()]), Repaired(&[&[3]])),
        (
            "points twice",
            polygon(&["[[120.5,28],[120.5,28],[120.7,28],[120.7,28.2],[120.7,28.2],[120.5,28],[120.5,28]]".into()]),
            Drawn(&[&[3]]),
        ),
        (
            "a spike",
            polygon(&["[[120.5,28],[120.7,28],[120.9,28],[120.7,28],[120.7,28.2],[120.5,28]]".into()]),
            Drawn(&[&[3]]),
        ),
        (
            "two wings that touch in a point",
            polygon(&["[[120.5,28],[120.6,28.1],[120.5,28.2],[120.7,28.2],[120.6,28.1],[120.7,28],[120.5,28]]".into()]),
            Drawn(&[&[3], &[3]]),
        ),
        (
            "a hole that touches the outer ring, in one ring with it",
            polygon(&["[[120.5,28],[120.9,28],[120.9,28.4],[120.5,28.4],[120.5,28],[120.6,28.2],[120.7,28.1],[120.5,28]]".into()]),
            Drawn(&[&[4, 3]]),
        ),
        ("heights", polygon(&["[[120.5,28,5],[120.7,28,6.5],[120.7,28.2,7],[120.5,28,5]]".into()]), Drawn(&[&[3]])),
        ("a ring of two points", polygon(&["[[120.5,28],[120.7,28],[120.5,28]]".into()]), Refused(BadGeometry, "")),
        ("a ring without an area", polygon(&["[[120.5,28],[120.6,28],[120.7,28],[120.5,28]]".into()]), Refused(BadGeometry, "")),
        ("no points", polygon(&["[]".into()]), Refused(BadGeometry, "")),
        ("no rings", polygon(&[]), Refused(BadGeometry, "")),
        ("no polygons", multi(&[]), Refused(BadGeometry, "")),
        (
            "an islet without an area beside the land",
            multi(&[s(120.5, 28.0, 0.25), "[[121,28],[121,28],[121,28]]".into()]),
            Repaired(&[&[4]]),
        ),
        // Coordinates.
        ("latitude first", polygon(&["[[28,120.5],[28,120.7],[28.2,120.7],[28,120.5]]".into()]), Repaired(&[&[3]])),
        ("one position the wrong way around", with("[120.75,28]", "[28,120.75]"), Refused(BadGeometry, "")),
        ("out of range", with("120.75", "220.75"), Refused(BadGeometry, "")),
        ("metres", polygon(&["[[476000,3097000],[477000,3097000],[477000,3098000],[476000,3097000]]".into()]), Refused(BadGeometry, "")),
        ("a huge number", with("120.75", "1e999"), Refused(BadValue, "/geometry/coordinates/0/1/0")),
        ("no number", with("120.75", "NaN"), Refused(WrongType, "/geometry/coordinates/0/1/0")),
        ("infinity", with("120.75", "-Infinity"), Refused(WrongType, "/geometry/coordinates/0/1/0")),
        ("null in a position", with("120.75", "null"), Refused(WrongType, "/geometry/coordinates/0/1/0")),
        ("a text in a position", with("120.75", "\"120.75\""), Refused(WrongType, "/geometry/coordinates/0/1/0")),
        ("a position of one number", with("[120.75,28]", "[120.75]"), Refused(BadValue, "/geometry/coordinates/0/1")),
        ("a ring of numbers", with("[[[", "[[120,28],[["), Refused(WrongType, "/geometry/coordinates/0")),
        // Geometries.
        ("no geometry", with("\"geometry\"", "\"shape\""), Refused(MissingField, "")),
        ("a null geometry", r#"{"type":"Feature","properties":{"code":"x"},"geometry":null}"#.into(), Refused(WrongType, "/geometry")),
        ("no coordinates", with("\"coordinates\"", "\"points\""), Refused(MissingField, "/geometry")),
        ("a point", with("\"Polygon\"", "\"Point\""), Refused(BadValue, "/geometry/type")),
        ("a line", with("\"Polygon\"", "\"LineString\""), Refused(BadValue, "/geometry/type")),
        ("an unknown type", with("\"Polygon\"", "\"Circle\""), Refused(BadValue, "/geometry/type")),
        ("a type that is no word", with("\"Polygon\"", "7"), Refused(WrongType, "/geometry/type")),
        (
            "a collection of areas",
            format!(
                r#"{{"type":"Feature","properties":{{"code":"x"}},"geometry":{{"type":"GeometryCollection","geometries":[{{"type":"Polygon","coordinates":[{}]}},{{"type":"MultiPolygon","coordinates":[[{}]]}}]}}}}"#,
                s(120.5, 28.0, 0.25),
                s(121.0, 28.0, 0.125)
            ),
            Drawn(&[&[4], &[4]]),
        ),
        (
            "a collection with a point in it",
            r#"{"type":"Feature","properties":{"code":"x"},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[120.5,28]}]}}"#.into(),
            Refused(BadValue, "/geometry/geometries/0/type"),
        ),
        ("nested deeply", with("[[[", &"[".repeat(400)).replacen("]]]", &"]".repeat(400), 1), Refused(BadValue, "/geometry")),
        // Codes.
        ("a code twice", polygon(&[s(120.5, 28.0, 0.25)]).replace("\"x\"", "\"n0\"") + "," + &polygon(&[s(120.5, 28.0, 0.25)]).replace("\"x\"", "\"n0\""), Refused(DuplicateId, "")),
        ("a code that is a number", with("\"x\"", "330304001"), Drawn(&[&[4]])),
        ("an empty code", with("\"x\"", "\" \""), Refused(MissingField, "/properties")),
        ("a name and no code", with("\"code\":\"x\"", "\"name\":\"x\""), Refused(MissingField, "/properties")),
        ("properties that are none", with("{\"code\":\"x\"}", "null"), Refused(MissingField, "/properties")),
        ("no feature", "7".into(), Refused(WrongType, "")),
    ];
    assert!(cases.len() > 40);
    let mut wrong = String::new();
    for (name, tested, becomes) in cases {
        let Decoded { value, findings } = read(&collection(std::slice::from_ref(&tested))).unwrap();
        let mine: Vec<&_> = value
            .regions
            .iter()
            .filter(|region| !["n1", "n2", "n3"].contains(&region.code.as_str()))
            .collect();
        let shape = mine.first().map(|region| {
            region
                .polygons
                .iter()
                .map(|rings| rings.iter().map(Vec::len).collect())
                .collect::<Vec<Vec<usize>>>()
        });
        let said: Vec<(Severity, Code, &str)> = findings
            .iter()
            .map(|finding| (finding.severity, finding.code, finding.pointer.as_str()))
            .collect();
        let good = value.regions.len() - mine.len() == 3
            && match becomes {
                Refused(DuplicateId, _) => said == [(Severity::Error, DuplicateId, "/features/1")],
                Refused(code, below) => {
                    let [(severity, found, pointer)] = said[..] else { panic!("{name}: {said:?}") };
                    let nearby = pointer.starts_with(&format!("/features/0{below}"));
                    shape.is_none() && severity == Severity::Error && found == code && nearby
                }
                Repaired(rings) => {
                    said == [(Severity::Warning, Code::Repaired, "/features/0")]
                        && shape.as_ref().is_some_and(|shape| shape == rings)
                }
                Drawn(rings) => said.is_empty() && shape.as_ref().is_some_and(|shape| shape == rings),
            };
        let named = findings.iter().all(|finding| {
            let nameless = ["an empty code", "properties that are none", "no feature"].contains(&name);
            nameless || finding.record.as_deref().is_some_and(|record| ["x", "n0"].contains(&record))
        });
        if !good || !named {
            wrong += &format!(
                "{name}: {said:?} {shape:?} {:?}\n",
                findings.iter().map(|f| &f.record).collect::<Vec<_>>()
            );
        }
        for finding in &findings {
            let zh = finding.sentence(Lang::Zh);
            let parts = zh.split(['：', '，']).collect::<Vec<_>>();
            let english = parts.iter().any(|part| part.contains(" ring") || part.contains("a "));
            assert!(!english, "{name}: no Chinese for {finding:?}: {zh}");
        }
        for ring in value
            .regions
            .iter()
            .flat_map(|region| &region.polygons)
            .flat_map(|rings| rings.iter().enumerate())
        {
            let (index, ring) = ring;
            assert_eq!(
                area(ring) > 0.0,
                index == 0,
                "{name}: outer rings run against the clock, holes with it"
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn area(ring: &Ring) -> f64 {
    let sides = ring.iter().zip(ring.iter().cycle().skip(1));
    sides.map(|(a, b)| (a[0] - 120.0) * (b[1] - 28.0) - (b[0] - 120.0) * (a[1] - 28.0)).sum()
}

#[test]
fn files_that_are_no_boundaries_are_refused() {
    let cases = [
        ("", NotJson, ""),
        ("<html>404</html>", NotJson, ""),
        (&collection(&[])[..300], NotJson, ""),
        ("[]", WrongType, ""),
        ("{}", MissingField, ""),
        (r#"{"type":"FeatureCollection"}"#, Empty, "/features"),
        (r#"{"type":"FeatureCollection","features":{}}"#, WrongType, "/features"),
        (r#"{"type":"FeatureCollection","features":[]}"#, Empty, "/features"),
        (r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#, WrongType, "/type"),
        (r#"{"type":"Topology","arcs":[]}"#, MissingField, ""),
        (r#"{"type":"Topology","objects":{}}"#, MissingField, ""),
        (r#"{"type":"Topology","objects":{"a":{},"b":{}},"arcs":[]}"#, UnknownReference, "/objects"),
    ];
    for (text, code, pointer) in cases {
        let findings = read(text).unwrap_err();
        assert_eq!((findings[0].code, findings[0].pointer.as_str()), (code, pointer), "{text}");
    }
}

#[test]
fn whoever_swapped_where_both_are_in_range_is_known_by_the_others() {
    // Around Munich: 11 east, 48 north, either of which could be the other.
    let at =
        |code: &str, lon: f64, lat: f64| feature(code, "Polygon", &format!("[{}]", square(lon, lat, 0.125)));
    let three = [at("a", 11.0, 48.0), at("b", 11.25, 48.25), at("c", 11.5, 48.0)];
    let text =
        |odd: String| format!(r#"{{"type":"FeatureCollection","features":[{},{odd}]}}"#, three.join(","));
    let Decoded { value, findings } = read(&text(at("odd", 48.125, 11.25))).unwrap();
    assert_eq!(
        (findings.len(), findings[0].code, findings[0].record.as_deref()),
        (1, Code::Repaired, Some("odd"))
    );
    assert_eq!(value.extent(), Some([11.0, 48.0, 11.625, 48.375]));
    // Far away either way: nobody can tell, and it stays where it is.
    let Decoded { value, findings } = read(&text(at("far", 30.0, 10.0))).unwrap();
    assert_eq!((findings.len(), value.regions.len()), (0, 4));
}

#[test]
fn a_region_across_the_antimeridian_is_whole() {
    // Taveuni as RFC 7946 wants it, in two parts; the same uncut; and a neighbour on the far side alone.
    let cut = feature(
        "cut",
        "MultiPolygon",
        "[[[[179.5,-17],[180,-17],[180,-16.5],[179.5,-16.5],[179.5,-17]]],[[[-180,-17],[-179.75,-17],[-179.75,-16.5],[-180,-16.5],[-180,-17]]]]",
    );
    let uncut = feature(
        "uncut",
        "Polygon",
        "[[[179.5,-16.5],[-179.75,-16.5],[-179.75,-16],[179.5,-16],[179.5,-16.5]]]",
    );
    let east = feature("east", "Polygon", &format!("[{}]", square(-179.75, -17.0, 0.5)));
    let text = format!(r#"{{"type":"FeatureCollection","features":[{cut},{uncut},{east}]}}"#);
    let Decoded { value, findings } = read(&text).unwrap();
    assert_eq!(findings, []);
    assert_eq!(value.extent(), Some([179.5, -17.0, 180.75, -16.0]));
    let shapes: Vec<(usize, usize)> =
        value.regions.iter().map(|region| (region.polygons.len(), region.polygons[0][0].len())).collect();
    assert_eq!(shapes, [(1, 6), (1, 4), (1, 4)], "one ring each, no seam");
    // Published and read again it is the same.
    let again = read(&write_boundaries(&value).unwrap()).unwrap();
    assert_eq!((again.findings, again.value.extent()), (Vec::new(), value.extent()));
    // A layer of the far side alone is counted from where the others are.
    let far = read(&collection(&[]).replace("120.", "-179.")).unwrap().value;
    assert_eq!(
        far.clone().beside(180.0).extent().map(|[west, ..]| west),
        far.extent().map(|[west, ..]| west + 360.0)
    );
    assert_eq!(far.clone().beside(-170.0), far);
    // A ring around a pole has no inside on this map.
    let polar = feature("x", "Polygon", "[[[0,80],[120,80],[-120,80],[0,80]]]");
    let Decoded { value, findings } = read(&collection(&[polar])).unwrap();
    assert_eq!((value.regions.len(), findings[0].code), (3, BadGeometry));
}

#[test]
fn what_is_published_is_read_as_it_was() {
    let holed =
        feature("h", "Polygon", &format!("[{},{}]", square(120.0, 28.0, 0.5), square(120.125, 28.125, 0.25)));
    let named = holed
        .replace(r#""code":"h""#, r#""code":"h","name_zh":"<img src=x onerror=alert(1)>","name_en":"\"H\"""#);
    let Decoded { value, findings } = read(&collection(&[named])).unwrap();
    assert_eq!(findings, []);
    assert_eq!(value.regions[0].name.zh, "<img src=x onerror=alert(1)>", "text stays text");
    let text = write_boundaries(&value).unwrap();
    assert_eq!(read(&text).unwrap(), Decoded { value, findings: Vec::new() });
    assert_eq!(write_boundaries(&read(&text).unwrap().value).unwrap(), text, "the same bytes");
}

#[test]
fn shifted_coordinates_are_shifted_back() {
    let ring = feature("x", "Polygon", &format!("[{}]", square(120.65, 27.98, 0.01)));
    let corner = |crs| {
        read_source(&collection(std::slice::from_ref(&ring)), crs, &Properties::published(), None)
            .unwrap()
            .value
            .regions[0]
            .polygons[0][0][0]
    };
    let (gcj, bd) = (corner(Crs::Gcj02), corner(Crs::Bd09));
    assert_eq!(corner(Crs::Cgcs2000), [120.65, 27.98]);
    let metres = |a: [f64; 2], b: [f64; 2]| ((a[0] - b[0]) * 98_000.0).hypot((a[1] - b[1]) * 111_000.0);
    assert!((300.0..800.0).contains(&metres(gcj, [120.65, 27.98])));
    assert!((600.0..1500.0).contains(&metres(bd, [120.65, 27.98])));
}

/// Two squares that share a side, on a grid of a millionth of a degree; the shared side goes backwards in the second.
const TOPOLOGY: &str = r#"{
  "type": "Topology",
  "transform": {"scale": [0.000001, 0.000001], "translate": [120.5, 27.9]},
  "objects": {"towns": {"type": "GeometryCollection", "geometries": [
    {"type": "Polygon", "id": 1, "properties": {"name": "甲镇"}, "arcs": [[0, 1]]},
    {"type": "MultiPolygon", "properties": {"adcode": "2", "name": "乙镇"}, "arcs": [[[-1, 2]]]},
    {"type": "GeometryCollection", "geometries": [
      {"type": "Polygon", "properties": {"adcode": "3", "name": "丙镇"}, "arcs": [[9]]},
      {"type": "Point", "properties": {"adcode": "4", "name": "丁镇"}, "coordinates": [0, 0]},
      {"type": "Polygon", "properties": {"adcode": "5", "name": "戊镇"}, "arcs": [[3]]},
      {"type": null, "properties": {"adcode": "6"}},
      {"type": "Polygon", "properties": {"name": "己镇"}, "arcs": [[0, 1]]}
    ]}
  ]}},
  "arcs": [[[100000, 0], [0, 100000]], [[100000, 100000], [-100000, 0], [0, -100000], [100000, 0]], [[100000, 0], [100000, 0], [0, 100000], [-100000, 0]], [[0, 0], ["x", 0]]]
}"#;

#[test]
fn topologies_are_taken_apart() {
    let properties = Properties { code: Some("adcode".into()), name: Some("name".into()) };
    let text = TOPOLOGY.replace("\"id\": 1, \"properties\": {", "\"properties\": {\"adcode\": 1, ");
    let Decoded { value, findings } = read_source(&text, Crs::Wgs84, &properties, None).unwrap();
    let named: Vec<(&str, &str)> =
        value.regions.iter().map(|region| (region.code.as_str(), region.name.zh.as_str())).collect();
    assert_eq!(named, [("1", "甲镇"), ("2", "乙镇")]);
    let near = |ring: &Ring, corners: [[f64; 2]; 4]| {
        corners
            .iter()
            .all(|corner| ring.iter().any(|point| (point[0] - corner[0]).hypot(point[1] - corner[1]) < 1e-9))
    };
    assert!(near(
        &value.regions[0].polygons[0][0],
        [[120.5, 27.9], [120.6, 27.9], [120.6, 28.0], [120.5, 28.0]]
    ));
    assert!(near(
        &value.regions[1].polygons[0][0],
        [[120.6, 27.9], [120.7, 27.9], [120.7, 28.0], [120.6, 28.0]]
    ));
    let said: Vec<(Code, &str, Option<&str>)> = findings
        .iter()
        .map(|finding| (finding.code, finding.pointer.as_str(), finding.record.as_deref()))
        .collect();
    assert_eq!(
        said,
        [
            (MissingField, "/objects/towns/geometries/2/geometries/4/properties", Some("己镇")),
            (BadValue, "/objects/towns/geometries/2/geometries/0/arcs", Some("3")),
            (BadValue, "/objects/towns/geometries/2/geometries/1/type", Some("4")),
            (WrongType, "/objects/towns/geometries/2/geometries/2/arcs", Some("5")),
            (WrongType, "/objects/towns/geometries/2/geometries/3/type", Some("6")),
        ]
    );
    // The feature's own id, where that is declared.
    let by_id = Properties { code: Some("id".into()), name: None };
    let read = read_source(TOPOLOGY, Crs::Wgs84, &by_id, Some("towns")).unwrap();
    assert_eq!(read.value.regions[0].code, "1");
    let none = read_source(TOPOLOGY, Crs::Wgs84, &by_id, Some("cities")).unwrap_err();
    assert_eq!((none[0].code, none[0].found.as_str()), (UnknownReference, "cities"));
}

#[test]
fn a_lone_feature_is_a_layer_of_one() {
    let lone = feature("x", "Polygon", &format!("[{}]", square(120.5, 28.0, 0.25)));
    assert_eq!(read(&format!("\u{feff}{lone}")).unwrap().value.regions.len(), 1);
    assert_eq!(read(&lone.replace("\"x\"", "\"\"")).unwrap_err()[0].code, MissingField);
}
