//! A second district entirely from data: another country, other names, another rule, three thousand wards.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "support/country.rs"]
mod country;

use std::collections::HashMap;
use std::sync::Arc;

use biaogan::domain::Lang;
use biaogan::model::map::map;
use biaogan::model::places::places;
use biaogan::model::topology::{Topology, detail};
use biaogan::model::{Scope, outline};
use biaogan::publish::{self, Bundle, Plan, inspect};
use biaogan::route::ViewState;
use biaogan::snapshot::boundary::read_boundaries;
use biaogan::snapshot::{Boundaries, Decoded, LayerRole, read_manifest, read_snapshot};
use pretty_assertions::assert_eq;

fn plan(wards: usize) -> Plan {
    let files = country::tables(wards).into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let Decoded { value, findings } = publish::read(&files.collect()).unwrap();
    assert_eq!(findings, []);
    value
}

fn boundaries(bundle: &HashMap<String, Vec<u8>>, plan: &Plan, role: LayerRole) -> Boundaries {
    let layer = &plan.layers.iter().find(|file| file.layer.role == role).unwrap().layer;
    let read = read_boundaries(std::str::from_utf8(&bundle[&layer.file]).unwrap(), layer).unwrap();
    assert_eq!(read.findings, []);
    read.value
}

fn published(plan: &Plan) -> HashMap<String, Vec<u8>> {
    let bundle = Bundle::new(&plan.head, &plan.layers, std::slice::from_ref(&plan.edition), None).unwrap();
    bundle.files.into_iter().collect()
}

#[test]
fn a_country_of_three_thousand_wards_is_shown_without_a_finding() {
    let plan = plan(3_000);
    let files = published(&plan);
    assert_eq!(inspect::check_bundle(|file| files.get(file).cloned()), []);
    let text = |file: &str| std::str::from_utf8(&files[file]).unwrap();
    let manifest = read_manifest(text("index.json")).unwrap().value;
    let edition = read_snapshot(text(&manifest.snapshots[0].file)).unwrap().value;
    let wards = boundaries(&files, &plan, LayerRole::Townships);
    let vertices: usize = wards.regions.iter().flat_map(|ward| &ward.polygons[0]).map(Vec::len).sum();
    assert_eq!((wards.regions.len(), vertices), (3_000, 204_000));
    for lang in [Lang::Zh, Lang::En] {
        let scope = Scope { edition: &edition, compared: None, rule: manifest.rule().unwrap(), lang };
        let state = ViewState { town: Some(country::code(7)), ..ViewState::default() };
        let sites = Arc::new(places(&scope, None));
        let model = map(&scope, &manifest, &state, sites);
        assert_eq!(model.towns.len(), 3_000);
        assert!(model.towns.iter().all(|town| wards.region(&town.code).is_some() && town.figure.is_some()));
        assert_eq!(model.places.placed, 300);
        let said = format!("{} {} {:?}", model.headline, model.summary, model.chosen);
        for foreign in ["瓯海", "Ouhai", "330304", "街镇示意"] {
            assert!(!said.contains(foreign), "{said}");
        }
    }
    let outline = boundaries(&files, &plan, LayerRole::District);
    assert_eq!(outline.extent(), wards.extent());
}

/// A point as it is compared: by its bits.
fn bits(point: [f64; 2]) -> [u64; 2] {
    point.map(f64::to_bits)
}

/// How often each side is drawn by a region, whichever way.
fn sides(topology: &Topology, pixel: f64) -> HashMap<[[u64; 2]; 2], usize> {
    let mut sides = HashMap::new();
    for ring in (0..topology.len()).flat_map(|region| topology.region(region, pixel)).flatten() {
        for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let mut side = [bits(*from), bits(*to)];
            side.sort_unstable();
            *sides.entry(side).or_default() += 1;
        }
    }
    sides
}

#[test]
fn simplified_borders_stay_shared_point_by_point() {
    let wards = boundaries(&published(&plan(240)), &plan(240), LayerRole::Townships);
    let topology = Topology::of(&wards.regions);
    let points =
        |polygons: &[Vec<Vec<[f64; 2]>>]| polygons.iter().flatten().map(Vec::len).collect::<Vec<_>>();
    for (index, ward) in wards.regions.iter().enumerate() {
        assert_eq!(
            points(&topology.region(index, 0.0)),
            points(&ward.polygons),
            "nothing is lost at full detail"
        );
    }
    let outline = |sides: &HashMap<_, usize>| sides.values().filter(|count| **count == 1).count();
    let all = sides(&topology, 0.0);
    let mut before: Option<Vec<Vec<[u64; 2]>>> = None;
    for pixel in [0.0, 1e-5, 1e-4, 1e-3, 4e-3, 1e-2, 1e-1, 1.0, 1e6] {
        let sides = sides(&topology, pixel);
        assert!(sides.values().all(|count| *count <= 2), "no region lies on another's border at {pixel}");
        assert!(sides.len() <= all.len());
        // The only sides that one region alone draws are those at the sea, and these close into one line.
        let mut ends: HashMap<[u64; 2], usize> = HashMap::new();
        for side in sides.iter().filter(|(_, count)| **count == 1).flat_map(|(side, _)| side) {
            *ends.entry(*side).or_default() += 1;
        }
        assert!(outline(&sides) >= 4 && ends.values().all(|count| *count == 2), "{pixel}");
        let points: Vec<Vec<[u64; 2]>> = (0..topology.len())
            .map(|region| {
                let polygons = topology.region(region, pixel);
                assert!(!polygons.is_empty() && polygons[0][0].len() >= 3, "{region} vanished at {pixel}");
                polygons.iter().flatten().flatten().map(|point| bits(*point)).collect()
            })
            .collect();
        if let Some(finer) = &before {
            let nested =
                points.iter().zip(finer).all(|(now, finer)| now.iter().all(|point| finer.contains(point)));
            assert!(nested, "{pixel}");
        }
        before = Some(points);
    }
}

#[test]
fn a_whole_country_is_cut_and_asked_for_every_detail() {
    let wards = boundaries(&published(&plan(3_000)), &plan(3_000), LayerRole::Townships);
    let topology = Topology::of(&wards.regions);
    let points = |pixel: f64| topology.borders(pixel).map(|line| line.len()).sum::<usize>();
    let [west, south, east, north] = wards.extent().unwrap();
    assert!(outline::narrowing([west, south, east, north]) < 0.8);
    // On a picture 800 pixels high hardly more is left than the corners; magnified 64 times, nearly all.
    let pixel = (north - south) / 800.0;
    let counts: Vec<usize> = [1.0, 4.0, 16.0, 64.0, 256.0].map(|zoom| points(detail(pixel / zoom))).to_vec();
    assert!(counts.is_sorted() && counts[0] < counts[4] / 4, "{counts:?}");
}
