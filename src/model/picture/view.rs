//! How a map lies in its frame, what of it is seen, and which marks that needs.

use super::super::clusters::{Building, Clusters};
use super::super::map::MapModel;
use super::super::outline::Projection;
use super::super::places::Places;
use super::super::spots::{self, Sight, Spot};
use crate::domain::Lang;
use crate::snapshot::Boundaries;

/// The boundaries that a map is drawn from.
#[derive(Clone, Copy, Default)]
pub struct Land<'a> {
    /// Townships.
    pub townships: Option<&'a Boundaries>,
    /// The district.
    pub district: Option<&'a Boundaries>,
    /// What lies around it.
    pub neighbours: Option<&'a Boundaries>,
    /// Whether all townships are drawn at once, however many they are: in a picture that leaves the page.
    pub whole: bool,
}

impl Land<'_> {
    /// West, south, east and north ends of what is to be seen.
    pub fn extent(&self) -> Option<[f64; 4]> {
        self.district.and_then(Boundaries::extent).or_else(|| self.townships.and_then(Boundaries::extent))
    }
}

/// Below this width there is little room, in pixels.
pub const NARROW: f64 = 560.0;

pub(super) fn fit(extent: [f64; 4], size: [f64; 2]) -> Projection {
    magnified(extent, size, 1.0)
}

pub(super) fn magnified(extent: [f64; 4], size: [f64; 2], zoom: f64) -> Projection {
    let room = if size[0] < NARROW { [36.0, 12.0, 132.0, 12.0] } else { [36.0, 44.0, 88.0, 36.0] };
    Projection::fit(extent, size.map(|side| side * zoom), room.map(|side| side * zoom))
}

/// What is seen of a map of `size` pixels at first, in degrees: west, south, east, north.
pub fn whole(land: Land<'_>, size: [f64; 2]) -> Option<[f64; 4]> {
    let projection = fit(land.extent()?, size);
    let ([west, north], [east, south]) = (projection.degrees([0.0; 2]), projection.degrees(size));
    Some([west, south, east, north])
}

/// How the reader looks at a map of `size` pixels when `seen` (west, south, east, north) is what the frame shows.
///
/// Marks need be put together anew only now and then: the answer is the one `before` for as long as that still
/// holds, and shows somewhat more than is seen.
pub fn sight(land: Land<'_>, size: [f64; 2], seen: Option<[f64; 4]>, before: Option<Sight>) -> Sight {
    let (Some(extent), Some([west, south, east, north])) = (land.extent(), seen) else { return Sight::WHOLE };
    let projection = fit(extent, size);
    let whole = projection.degrees(size)[0] - projection.degrees([0.0; 2])[0];
    let zoom = (whole / (east - west)).log2().round().exp2();
    if zoom <= 1.0 {
        return Sight::WHOLE;
    }
    let holds = |sight: &Sight| {
        sight.zoom == zoom
            && sight.window.is_none_or(|window| {
                window[0] <= west && window[1] <= south && window[2] >= east && window[3] >= north
            })
    };
    let (across, up) = ((east - west) / 4.0, (north - south) / 4.0);
    let window = Some([west - across, south - up, east + across, north + up]);
    before.filter(holds).unwrap_or(Sight { zoom, window })
}

/// Begins to put the sites of a map in a frame of `size` pixels together; `None` without boundaries.
pub fn building(places: &Places, land: Land<'_>, size: [f64; 2]) -> Option<Building> {
    Some(Building::of(places, &fit(land.extent()?, size)))
}

/// The marks of a map in a frame of `size` pixels, as far as they are in sight.
pub fn marks(
    model: &MapModel,
    clusters: &Clusters,
    land: Land<'_>,
    size: [f64; 2],
    sight: Sight,
    lang: Lang,
) -> Vec<Spot> {
    let Some(extent) = land.extent() else { return Vec::new() };
    spots::spots(clusters, &model.places, model.site.as_deref(), &fit(extent, size), sight, lang)
}

/// The marks of the whole map, put together at once.
pub fn all_marks(model: &MapModel, land: Land<'_>, size: [f64; 2], lang: Lang) -> Vec<Spot> {
    let Some(extent) = land.extent() else { return Vec::new() };
    let clusters = Clusters::of(&model.places, &fit(extent, size));
    marks(model, &clusters, land, size, Sight::WHOLE, lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Names;
    use crate::snapshot::Region;

    #[test]
    fn sight_follows_the_reader_in_steps() {
        let ring = vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
        let region = Region { code: String::new(), name: Names::default(), polygons: vec![vec![ring]] };
        let district = Boundaries { regions: vec![region] };
        let land = Land { district: Some(&district), ..Land::default() };
        let look = |seen, before| sight(land, [1000.0, 1000.0], seen, before);
        assert_eq!(look(None, None), Sight::WHOLE);
        assert_eq!(look(Some([-0.02, -0.02, 1.02, 1.02]), None), Sight::WHOLE);
        let near = look(Some([0.2, 0.2, 0.45, 0.45]), None);
        assert_eq!(near.zoom, 4.0);
        assert_eq!(look(Some([0.25, 0.25, 0.5, 0.5]), Some(near)), near, "a small step changes nothing");
        assert_ne!(look(Some([0.5, 0.3, 0.75, 0.55]), Some(near)), near);
        assert_ne!(look(Some([0.2, 0.2, 0.3, 0.3]), Some(near)).zoom, near.zoom);
        assert_eq!(look(None, Some(near)), Sight::WHOLE);
    }
}
