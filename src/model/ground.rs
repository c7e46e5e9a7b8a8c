//! Very many townships: which of them are in sight, in no more detail than shows, and which lies at a point.

use super::picture::Land;
use super::topology::{Topology, detail};
use crate::snapshot::boundary::Ring;
use crate::snapshot::{Boundaries, Region};

/// How many townships are very many.
const MANY: usize = 400;

/// Whether the townships are so many that they are drawn by themselves, and named only where the reader looks.
pub fn is_many(land: Land<'_>) -> bool {
    !land.whole && has_many(land)
}

/// Whether the townships are so many that their names have no room in one picture.
pub fn has_many(land: Land<'_>) -> bool {
    land.townships.is_some_and(|townships| townships.regions.len() > MANY)
}

/// Townships with their extents, and their borders weighed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    codes: Vec<String>,
    extents: Vec<[f64; 4]>,
    topology: Topology,
}

impl Ground {
    /// Weighs the borders of townships.
    pub fn of(townships: &Boundaries) -> Self {
        Self {
            codes: townships.regions.iter().map(|region| region.code.clone()).collect(),
            extents: townships.regions.iter().map(extent).collect(),
            topology: Topology::of(&townships.regions),
        }
    }

    /// The code of a township.
    pub fn code(&self, index: usize) -> &str {
        self.codes.get(index).map(String::as_str).unwrap_or_default()
    }

    /// The codes of all townships.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().map(String::as_str)
    }

    /// About how high a township is, in degrees.
    pub fn side(&self) -> f64 {
        let sides = self.extents.iter().map(|[_, south, _, north]| north - south);
        sides.sum::<f64>() / self.extents.len().max(1) as f64
    }

    /// West, south, east and north ends of a township.
    pub fn extent(&self, index: usize) -> [f64; 4] {
        self.extents.get(index).copied().unwrap_or_default()
    }

    /// The townships that reach into a window: west, south, east, north.
    pub fn seen(&self, [west, south, east, north]: [f64; 4]) -> impl Iterator<Item = usize> {
        let reaches = move |extent: &[f64; 4]| {
            extent[0] <= east && extent[2] >= west && extent[1] <= north && extent[3] >= south
        };
        self.extents.iter().enumerate().filter(move |(_, extent)| reaches(extent)).map(|(index, _)| index)
    }

    /// The rings of a township where a pixel is so many degrees of latitude.
    pub fn rings(&self, index: usize, pixel: f64) -> impl Iterator<Item = Ring> {
        self.topology.region(index, detail(pixel / 2.0)).into_iter().flatten()
    }

    /// The township at a point.
    pub fn at(&self, [lon, lat]: [f64; 2]) -> Option<usize> {
        self.seen([lon, lat, lon, lat]).find(|index| {
            // Of a hole's ring and the one around it a point inside the hole crosses both.
            let sides = self.rings(*index, 0.0).map(|ring| crossings(&ring, [lon, lat]));
            sides.sum::<usize>() % 2 == 1
        })
    }
}

fn extent(region: &Region) -> [f64; 4] {
    let points = region.polygons.iter().flatten().flatten();
    let nowhere = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points.fold(nowhere, |[west, south, east, north], [lon, lat]| {
        [west.min(*lon), south.min(*lat), east.max(*lon), north.max(*lat)]
    })
}

/// How often a ray to the east crosses a ring.
fn crossings(ring: &Ring, [x, y]: [f64; 2]) -> usize {
    let next = ring.iter().cycle().skip(1);
    let crosses = |(from, to): &(&[f64; 2], &[f64; 2])| {
        (from[1] > y) != (to[1] > y) && x < from[0] + (y - from[1]) / (to[1] - from[1]) * (to[0] - from[0])
    };
    ring.iter().zip(next).filter(crosses).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Names;

    #[test]
    fn what_is_at_a_point_and_in_sight() {
        let square = |code: &str, west: f64| {
            let ring = |from: f64, to: f64| {
                vec![[west + from, from], [west + to, from], [west + to, to], [west + from, to]]
            };
            Region {
                code: code.into(),
                name: Names::default(),
                polygons: vec![vec![ring(0.0, 1.0), ring(0.4, 0.6)]],
            }
        };
        let ground = Ground::of(&Boundaries { regions: vec![square("a", 0.0), square("b", 1.0)] });
        assert_eq!(ground.at([0.2, 0.2]), Some(0));
        assert_eq!(ground.at([1.9, 0.2]), Some(1));
        assert_eq!(ground.at([0.5, 0.5]), None, "a hole");
        assert_eq!(ground.at([5.0, 0.5]), None);
        assert_eq!(ground.seen([1.2, 0.0, 3.0, 1.0]).collect::<Vec<_>>(), [1]);
        assert_eq!(ground.extent(1), [1.0, 0.0, 2.0, 1.0]);
        assert_eq!(ground.code(1), "b");
    }
}
