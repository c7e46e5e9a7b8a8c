//! From boundaries in degrees to shapes on a plane.
//!
//! The projection is equirectangular, with lengths true along the middle latitude: over a district its error is
//! far below the width of a line.

use std::fmt::Write;

use crate::domain::crs::near;
use crate::domain::plane::{self, surround};
use crate::snapshot::{Boundaries, Region};

/// Points nearer than this to the one before are left out of a drawn line, in the picture's units.
const NEAREST: f64 = 0.4;

/// From longitude and latitude to a plane whose y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// The plane's origin in degrees: the west and north ends.
    origin: [f64; 2],
    /// Where the origin lies on the plane.
    offset: [f64; 2],
    /// Units of the plane per degree.
    scale: [f64; 2],
    /// The meridian in the middle: a longitude may be counted from either side of the antimeridian.
    middle: f64,
}

impl Projection {
    /// Fits an extent (west, south, east, north) into a box, centred, with room left at its sides
    /// (top, right, bottom, left).
    pub fn fit(extent: [f64; 4], size: [f64; 2], room: [f64; 4]) -> Self {
        let [west, south, east, north] = extent;
        let [top, right, bottom, left] = room;
        let narrowing = narrowing(extent);
        let inner = [(size[0] - left - right).max(1.0), (size[1] - top - bottom).max(1.0)];
        let span = [((east - west) * narrowing).max(1e-9), (north - south).max(1e-9)];
        let scale = (inner[0] / span[0]).min(inner[1] / span[1]);
        let offset = [left + (inner[0] - span[0] * scale) / 2.0, top + (inner[1] - span[1] * scale) / 2.0];
        Self { origin: [west, north], offset, scale: [scale * narrowing, scale], middle: (west + east) / 2.0 }
    }

    /// A point in degrees on the plane.
    pub fn point(&self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        [
            self.offset[0] + (near(lon, self.middle) - self.origin[0]) * self.scale[0],
            self.offset[1] + (self.origin[1] - lat) * self.scale[1],
        ]
    }

    /// How many degrees of latitude a unit of the plane is.
    pub fn unit(&self) -> f64 {
        1.0 / self.scale[1]
    }

    /// A point on the plane in degrees, to a tenth of a metre.
    pub fn degrees(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [
            micro(self.origin[0] + (x - self.offset[0]) / self.scale[0]),
            micro(self.origin[1] - (y - self.offset[1]) / self.scale[1]),
        ]
    }
}

/// By how much a degree of longitude is shorter than one of latitude, in the middle of an extent.
pub fn narrowing([_, south, _, north]: [f64; 4]) -> f64 {
    ((south + north) / 2.0).to_radians().cos().max(0.01)
}

/// A region on the plane: its rings, outer ones and holes alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// Closed rings; the first point is not repeated.
    pub rings: Vec<Vec<[f64; 2]>>,
}

impl Shape {
    /// Projects a region.
    pub fn of(region: &Region, projection: &Projection) -> Self {
        let ring = |ring: &Vec<[f64; 2]>| {
            let mut points: Vec<[f64; 2]> = Vec::with_capacity(ring.len());
            for point in ring {
                let point = projection.point(*point);
                let near = points.last().is_some_and(|last| distance(*last, point) < NEAREST);
                if !near {
                    points.push(point);
                }
            }
            points
        };
        let rings = region.polygons.iter().flatten().map(ring);
        Self { rings: rings.filter(|ring| ring.len() > 2).collect() }
    }

    /// The sides of all rings.
    pub fn sides(&self) -> impl Iterator<Item = [[f64; 2]; 2]> + '_ {
        self.rings.iter().flat_map(|ring| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).map(|(from, to)| [*from, *to])
        })
    }

    /// Whether a point lies inside, holes left out.
    pub fn contains(&self, at: [f64; 2]) -> bool {
        surround(self.sides(), at)
    }

    /// Left, top, right and bottom ends; `None` of nothing.
    pub fn bounds(&self) -> Option<[f64; 4]> {
        plane::extent(self.rings.iter().flatten().copied())
    }

    /// SVG path data.
    pub fn path(&self) -> String {
        let mut data = String::new();
        for ring in &self.rings {
            for (index, [x, y]) in ring.iter().enumerate() {
                let letter = if index == 0 { 'M' } else { 'L' };
                let _ = write!(data, "{letter}{} {}", tenth(*x), tenth(*y));
            }
            data.push('Z');
        }
        data
    }
}

/// Every region of a layer as one path.
pub fn path_of(boundaries: &Boundaries, projection: &Projection) -> String {
    boundaries.regions.iter().map(|region| Shape::of(region, projection).path()).collect()
}

/// The distance between two points.
pub fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (x, y) = (a[0] - b[0], a[1] - b[1]);
    (x * x + y * y).sqrt()
}

/// Rounded to a millionth.
pub fn micro(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// Rounded to a tenth, which is finer than any screen shows.
pub fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Names;

    fn square() -> Region {
        let ring = vec![[120.0, 28.0], [121.0, 28.0], [121.0, 29.0], [120.0, 29.0]];
        let hole = vec![[120.4, 28.4], [120.6, 28.4], [120.6, 28.6], [120.4, 28.6]];
        Region { code: "1".into(), name: Names::default(), polygons: vec![vec![ring, hole]] }
    }

    #[test]
    fn a_projection_keeps_shapes_and_goes_back() {
        let extent = [120.0, 28.0, 121.0, 29.0];
        let projection = Projection::fit(extent, [300.0, 220.0], [10.0; 4]);
        let [left, top] = projection.point([120.0, 29.0]);
        let [right, bottom] = projection.point([121.0, 28.0]);
        assert!((top - 10.0).abs() < 1e-9 && (bottom - 210.0).abs() < 1e-9);
        assert!((left + right - 300.0).abs() < 1e-9);
        let ratio = (right - left) / (bottom - top);
        assert!((ratio - 28.5f64.to_radians().cos()).abs() < 1e-9);
        let there = projection.point([120.3, 28.7]);
        let back = projection.degrees(there);
        assert!((back[0] - 120.3).abs() < 1e-6 && (back[1] - 28.7).abs() < 1e-6);
    }

    #[test]
    fn what_lies_across_the_antimeridian_stands_beside() {
        let projection = Projection::fit([178.0, -18.0, 182.0, -14.0], [400.0, 400.0], [0.0; 4]);
        let [one, other] = [181.0, -179.0].map(|lon| projection.point([lon, -16.0]));
        assert_eq!(one, other);
        assert!((projection.unit() - 0.01).abs() < 1e-9);
    }

    #[test]
    fn shapes_know_their_inside_and_write_paths() {
        let projection = Projection::fit([120.0, 28.0, 121.0, 29.0], [88.0, 100.0], [0.0; 4]);
        let shape = Shape::of(&square(), &projection);
        let at = |lon, lat| shape.contains(projection.point([lon, lat]));
        assert!(at(120.2, 28.2) && !at(120.5, 28.5) && !at(119.9, 28.5));
        assert_eq!(shape.sides().count(), 8);
        let path = shape.path();
        assert_eq!(path.matches('M').count(), 2);
        assert_eq!(path.matches('Z').count(), 2);
    }
}
