//! Borders in every detail: what two regions shared they share still, none vanishes, and coarser ones use only points of
//! finer ones.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "support/country.rs"]
mod country;

use std::collections::HashMap;

use biaogan::domain::Names;
use biaogan::model::topology::{Topology, detail};
use biaogan::snapshot::boundary::{Properties, Ring, read_source};
use biaogan::snapshot::{Boundaries, Crs, Region};
use pretty_assertions::assert_eq;

/// From all points to hardly any: what a pixel is, in degrees.
const PIXELS: [f64; 9] = [0.0, 1e-5, 1e-4, 1e-3, 4e-3, 1e-2, 1e-1, 1.0, 1e6];

fn wards(count: usize) -> Boundaries {
    let tables = country::tables(count);
    let (_, text) = tables.iter().find(|(file, _)| *file == "wards.geojson").unwrap();
    read_source(text, Crs::Wgs84, &Properties::published(), None).unwrap().value
}

/// A ring of 24 corners around a place, against the clock.
fn around([lon, lat]: [f64; 2], radius: f64) -> Ring {
    let corner = |step: i32| {
        let (sin, cos) = (f64::from(step) * std::f64::consts::TAU / 24.0).sin_cos();
        [lon + radius * cos, lat + radius * sin]
    };
    (0..24).map(corner).collect()
}

fn region(code: &str, polygons: Vec<Vec<Ring>>) -> Region {
    Region { code: code.to_owned(), name: Names::default(), polygons }
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

/// The wards of a country, one of them around another, one with an islet, and two that only have each other.
fn regions() -> Vec<Region> {
    let mut regions = wards(240).regions;
    let middle = |region: &Region| {
        let ring = &region.polygons[0][0];
        let sum = ring.iter().fold([0.0; 2], |sum, point| [sum[0] + point[0], sum[1] + point[1]]);
        sum.map(|sum| sum / ring.len() as f64)
    };
    let enclave = around(middle(&regions[30]), 0.012);
    regions[30].polygons[0].push(enclave.iter().rev().copied().collect());
    regions.push(region("enclave", vec![vec![enclave]]));
    let main = regions[60].polygons[0].clone();
    regions[60].polygons = vec![vec![around([-135.0, -45.0], 1e-3)], main];
    // A coin cut in two: two arcs each, one of them shared.
    let coin = around([-140.0, -45.0], 0.05);
    regions.push(region("heads", vec![vec![coin[..13].to_vec()]]));
    let tails = coin[12..].iter().chain(&coin[..1]).copied().collect();
    regions.push(region("tails", vec![vec![tails]]));
    regions
}

#[test]
fn nothing_is_lost_at_full_detail() {
    let regions = regions();
    let topology = Topology::of(&regions);
    let sizes = |polygons: &[Vec<Ring>]| polygons.iter().flatten().map(Vec::len).collect::<Vec<_>>();
    for (index, region) in regions.iter().enumerate() {
        assert_eq!(sizes(&topology.region(index, 0.0)), sizes(&region.polygons));
    }
    let drawn: usize = topology.borders(0.0).map(|line| line.len() - 1).sum();
    assert_eq!(drawn, sides(&topology, 0.0).len(), "every side is in one border");
}

#[test]
fn simplified_borders_stay_shared_point_by_point() {
    let topology = Topology::of(&regions());
    let all = sides(&topology, 0.0);
    let mut before: Option<Vec<Vec<[u64; 2]>>> = None;
    for pixel in PIXELS {
        let sides = sides(&topology, pixel);
        assert!(sides.values().all(|count| *count <= 2), "no region lies on another's border at {pixel}");
        assert!(sides.len() <= all.len());
        // The only sides that one region alone draws are those at the sea, and these close.
        let mut ends: HashMap<[u64; 2], usize> = HashMap::new();
        for side in sides.iter().filter(|(_, count)| **count == 1).flat_map(|(side, _)| side) {
            *ends.entry(*side).or_default() += 1;
        }
        assert!(ends.values().all(|count| *count % 2 == 0), "the coast closes at {pixel}");
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
fn an_islet_below_a_pixel_goes_and_an_enclave_stays_in_its_hole() {
    let topology = Topology::of(&regions());
    let counts = |region: usize| {
        PIXELS.map(|pixel| topology.region(region, pixel).iter().map(Vec::len).sum::<usize>())
    };
    assert_eq!((counts(60)[0], counts(60)[5]), (2, 1));
    assert_eq!(counts(30), [2; 9]);
    assert_eq!(topology.len(), 243);
    assert!(topology.region(243, 0.0).is_empty());
}

/// Two combs whose teeth stand between each other's, with water between them.
fn combs() -> Vec<Region> {
    let comb = |code: &str, shift: f64, sense: f64| {
        let mut ring: Ring = vec![[shift - 0.5, -6.0 * sense], [shift + 39.5, -6.0 * sense]];
        for tooth in (0..10).rev() {
            let lon = shift + f64::from(tooth) * 4.0;
            let tip = sense * (3.0 + f64::from(tooth * 7 % 5) / 4.0);
            ring.extend([
                [lon + 0.5, -5.0 * sense],
                [lon + 0.25, tip],
                [lon, tip + sense * 0.25],
                [lon - 0.25, tip],
            ]);
            ring.push([lon - 0.5, -5.0 * sense]);
        }
        region(code, vec![vec![ring]])
    };
    vec![comb("up", 0.0, 1.0), comb("down", 2.0, -1.0)]
}

#[test]
fn borders_that_do_not_cross_never_do() {
    let combs = combs();
    for regions in [&combs[..], &regions()[..24]] {
        let topology = Topology::of(regions);
        for pixel in [0.0, 1e-3, 1e-2, 0.1, 0.5, 1.0, 2.0, 4.0, 8.0, 1e6] {
            let sides: Vec<[[f64; 2]; 2]> = topology
                .borders(pixel)
                .flat_map(|line| line.windows(2).map(|w| [w[0], w[1]]).collect::<Vec<_>>())
                .collect();
            for (index, one) in sides.iter().enumerate() {
                let crossed = sides[..index].iter().find(|other| cross(*one, **other));
                assert!(crossed.is_none(), "{one:?} crosses {crossed:?} at {pixel}");
            }
        }
        let coarse: usize = topology.borders(4.0).map(|line| line.len()).sum();
        assert!(coarse < topology.borders(0.0).map(|line| line.len()).sum());
    }
}

/// Whether two sides cross other than at their ends.
fn cross([a, b]: [[f64; 2]; 2], [c, d]: [[f64; 2]; 2]) -> bool {
    let turn = |a: [f64; 2], b: [f64; 2], c: [f64; 2]| {
        ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).signum()
    };
    let shared = [a, b].iter().any(|end| [c, d].contains(end));
    !shared && turn(a, b, c) != turn(a, b, d) && turn(c, d, a) != turn(c, d, b)
}

#[test]
fn a_whole_country_is_asked_for_every_detail() {
    let wards = wards(3_000);
    let topology = Topology::of(&wards.regions);
    let points = |pixel: f64| topology.borders(pixel).map(|line| line.len()).sum::<usize>();
    let [_, south, _, north] = wards.extent().unwrap();
    // On a picture 800 pixels high, and magnified up to 256 times.
    let pixel = (north - south) / 800.0;
    let counts = [1.0, 4.0, 16.0, 256.0].map(|zoom| points(detail(pixel / zoom)));
    assert!(counts.is_sorted() && counts[0] * 10 < counts[3] * 6, "{counts:?}");
    assert!(points(pixel * 8.0) < counts[3] / 8);
}

#[test]
fn details_are_powers_of_two() {
    assert_eq!([0.3, 0.25, 0.24, 5.0].map(detail), [0.25, 0.25, 0.125, 4.0]);
    assert_eq!([0.0, -1.0].map(detail), [0.0, 0.0]);
}
