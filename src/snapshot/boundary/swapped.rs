//! Latitude where longitude should be: turned around only where nothing else can be meant.

use super::Feature;
use super::geometry::Polygons;
use crate::domain::{order, plane};

/// How many times the usual distance from the middle of a layer is far away.
const FAR: f64 = 10.0;
/// How many times it is among the others.
const AMONG: f64 = 2.0;
/// So many features at least say where their layer is.
const QUORUM: usize = 3;

/// Turns the positions of features around that are certainly swapped; which, in the order of the features.
///
/// They are where no position can be meant otherwise, or where a feature lies far away from all others and would lie
/// among them.
pub fn turn(features: &mut [Feature]) -> Vec<bool> {
    let by_range: Vec<bool> =
        features.iter().map(|feature| feature.shape.as_ref().is_ok_and(beyond_the_poles)).collect();
    let centres: Vec<Option<[f64; 2]>> = (features.iter().zip(&by_range))
        .map(|(feature, swapped)| {
            let points = feature.shape.as_ref().ok()?.iter().flatten().flatten();
            let [west, south, east, north] = plane::extent(points.copied()).filter(|_| !swapped)?;
            Some([(west + east) / 2.0, (south + north) / 2.0])
        })
        .collect();
    let stray = strays(&centres);
    let swapped: Vec<bool> = by_range.into_iter().zip(stray).map(|(one, other)| one || other).collect();
    for (feature, _) in features.iter_mut().zip(&swapped).filter(|(_, swapped)| **swapped) {
        if let Ok(shape) = &mut feature.shape {
            shape.iter_mut().flatten().flatten().for_each(|point| point.reverse());
        }
    }
    swapped
}

/// Whether every position has a latitude that is none, and would be a position the other way around.
fn beyond_the_poles(shape: &Polygons) -> bool {
    let mut points = shape.iter().flatten().flatten().peekable();
    let swapped = |[lon, lat]: &[f64; 2]| lat.abs() > 90.0 && lat.abs() <= 180.0 && lon.abs() <= 90.0;
    points.peek().is_some() && points.all(swapped)
}

/// Which features lie far from the middle of all, and would lie among them the other way around.
fn strays(centres: &[Option<[f64; 2]>]) -> Vec<bool> {
    let known: Vec<[f64; 2]> = centres.iter().flatten().copied().collect();
    if known.len() < QUORUM {
        return vec![false; centres.len()];
    }
    let middle = [0, 1].map(|axis| median(known.iter().map(|centre| centre[axis]).collect()));
    let away = |[lon, lat]: [f64; 2]| (lon - middle[0]).hypot(lat - middle[1]);
    let usual = median(known.iter().map(|centre| away(*centre)).collect());
    let stray = |[lon, lat]: [f64; 2]| away([lon, lat]) > FAR * usual && away([lat, lon]) <= AMONG * usual;
    centres.iter().map(|centre| centre.is_some_and(stray)).collect()
}

/// The value in the middle of some.
fn median(mut values: Vec<f64>) -> f64 {
    order::sort(&mut values, f64::total_cmp);
    values[values.len() / 2]
}
