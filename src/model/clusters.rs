//! Sites that would cover each other on a map, put together for every step of its zoom.
//!
//! From the finest step to the coarsest marks that are too near to each other become one, so that what a mark holds is
//! what those of the next step hold that it falls apart into. Of a hundred thousand sites that is done in slices, so that
//! a page need not stand still.

use std::ops::Range;

use super::outline::Projection;
use super::places::{MapSite, Places};
use super::spots::Sight;
use crate::domain::Precision;

/// Sites nearer than this to each other, in pixels, share a mark.
const NEAR: f64 = 14.0;
/// The same where there are more than [`MANY`] sites: most marks are discs then, and discs need room.
const NEAR_OF_MANY: f64 = 34.0;
/// How many sites are many.
pub const MANY: usize = 400;
/// Steps of the zoom, each twice as large as the one before; the last is finer than a map is ever shown.
const STEPS: usize = 6;
/// Cells along a side of the grid by which neighbours are found.
const CELLS: usize = 512;
/// How many marks a slice of the work takes up; in a browser that is some milliseconds.
const SLICE: usize = 32_768;
/// No mark.
const NONE: u32 = u32::MAX;

/// A mark of one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    at: [f32; 2],
    start: u32,
    count: u32,
    /// Whether of all of its sites only the township is known.
    pub vague: bool,
    /// Whether the place of one of them at least is exact.
    pub exact: bool,
}

impl Mark {
    /// How many sites it stands for.
    pub fn count(&self) -> usize {
        self.count as usize
    }

    /// Where its sites stand in the order of [`Clusters::sites`].
    pub fn range(&self) -> Range<usize> {
        self.start as usize..(self.start + self.count) as usize
    }
}

/// The marks of every step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clusters {
    /// The steps, the coarsest first.
    steps: Vec<Vec<Mark>>,
    /// The sites' places in [`Places`], those of a mark beside each other.
    order: Vec<u32>,
}

impl Clusters {
    /// Puts sites together all at once.
    pub fn of(places: &Places, projection: &Projection) -> Self {
        let mut building = Building::of(places, projection);
        loop {
            if let Some(clusters) = building.go_on() {
                return clusters;
            }
        }
    }

    /// The marks that are in sight.
    pub fn seen(&self, projection: &Projection, sight: Sight) -> impl Iterator<Item = &Mark> {
        let step = (sight.zoom.max(1.0).log2().round() as usize).min(STEPS - 1);
        let window = sight.window.map(|[west, south, east, north]| {
            let [[left, top], [right, bottom]] =
                [[west, north], [east, south]].map(|corner| projection.point(corner).map(|side| side as f32));
            [left, top, right, bottom]
        });
        let marks = self.steps.get(step).map(Vec::as_slice).unwrap_or_default();
        marks.iter().filter(move |mark| {
            window.is_none_or(|[left, top, right, bottom]| {
                (left..=right).contains(&mark.at[0]) && (top..=bottom).contains(&mark.at[1])
            })
        })
    }

    /// The places in [`Places`] of a mark's sites, that one first on which it stands.
    pub fn sites(&self, range: Range<usize>) -> &[u32] {
        self.order.get(range).unwrap_or_default()
    }

    /// Where a site stands in the order of [`Clusters::sites`].
    pub fn position(&self, site: usize) -> Option<usize> {
        self.order.iter().position(|other| *other as usize == site)
    }
}

/// Clusters that are being made.
pub struct Building {
    /// Marks of the steps that are done, and of the one that is being made, the finest first.
    steps: Vec<Vec<Mark>>,
    /// For each mark of a step the one that takes it up in the next, coarser one.
    parents: Vec<Vec<u32>>,
    near: f64,
    grid: Grid,
    sites: usize,
}

impl Building {
    /// Begins with sites as they lie on the plane of a map.
    pub fn of(places: &Places, projection: &Projection) -> Self {
        let mark = |site: &MapSite| Mark {
            at: projection.point(site.at).map(|side| side as f32),
            start: 0,
            count: 1,
            vague: site.precision == Precision::TownshipCentroid,
            exact: site.precision == Precision::Exact,
        };
        let sites: Vec<Mark> = places.sites().map(mark).collect();
        let near = if sites.len() > MANY { NEAR_OF_MANY } else { NEAR };
        let (count, first) = (sites.len(), Grid::over(&sites, reach(near, STEPS - 1)));
        Self {
            steps: vec![sites, Vec::new()],
            parents: vec![Vec::with_capacity(count)],
            near,
            grid: first,
            sites: count,
        }
    }

    /// Does a slice of the work; answers with the clusters when it was the last.
    pub fn go_on(&mut self) -> Option<Clusters> {
        let at = self.steps.len() - 1;
        let (finer, coarser) = self.steps.split_at_mut(at);
        let (finer, coarser, parents) = (&finer[at - 1], &mut coarser[0], &mut self.parents[at - 1]);
        let end = (parents.len() + SLICE).min(finer.len());
        for mark in &finer[parents.len()..end] {
            let parent = match self.grid.find(mark.at, coarser) {
                Some(parent) => {
                    let one = &mut coarser[parent as usize];
                    one.count += mark.count;
                    one.vague &= mark.vague;
                    one.exact |= mark.exact;
                    parent
                }
                None => {
                    let parent = coarser.len() as u32;
                    coarser.push(*mark);
                    self.grid.add(mark.at, parent);
                    parent
                }
            };
            parents.push(parent);
        }
        if end < finer.len() {
            return None;
        }
        coarser.shrink_to_fit();
        if self.steps.len() > STEPS {
            return Some(self.finish());
        }
        let coarser = &self.steps[at];
        self.grid = Grid::over(coarser, reach(self.near, STEPS - 1 - at));
        self.parents.push(Vec::with_capacity(coarser.len()));
        self.steps.push(Vec::new());
        None
    }

    /// Lays the sites of each mark beside each other, from the coarsest step to the finest.
    fn finish(&mut self) -> Clusters {
        let mut next: Vec<u32> = Vec::new();
        let coarsest = self.steps.last_mut().map(Vec::as_mut_slice).unwrap_or_default();
        let mut start = 0;
        for mark in coarsest {
            mark.start = start;
            next.push(start);
            start += mark.count;
        }
        let mut order = vec![0; self.sites];
        for (step, parents) in self.parents.iter().enumerate().rev() {
            let mut starts = Vec::with_capacity(parents.len());
            for (at, (mark, parent)) in self.steps[step].iter_mut().zip(parents).enumerate() {
                let cursor = &mut next[*parent as usize];
                mark.start = *cursor;
                if step == 0 {
                    order[*cursor as usize] = at as u32;
                }
                starts.push(*cursor);
                *cursor += mark.count;
            }
            next = starts;
        }
        let mut steps = std::mem::take(&mut self.steps);
        steps.remove(0);
        steps.reverse();
        Clusters { steps, order }
    }
}

/// How near marks of a step may be to each other, in pixels of the whole map; 0 is the coarsest step.
fn reach(near: f64, step: usize) -> f32 {
    // The finest step shows single sites wherever there is room for a dot.
    let near = if step == STEPS - 1 { NEAR } else { near };
    (near / f64::from(1u32 << step)) as f32
}

/// The marks of a step by where they are.
struct Grid {
    origin: [f32; 2],
    cell: [f32; 2],
    near: f32,
    /// The last mark of each cell, and for every mark the one before it in its cell.
    heads: Vec<u32>,
    before: Vec<u32>,
}

impl Grid {
    fn over(marks: &[Mark], near: f32) -> Self {
        let ends = marks.iter().fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], |ends, mark| {
            let [x, y] = mark.at;
            [ends[0].min(x), ends[1].min(y), ends[2].max(x), ends[3].max(y)]
        });
        let side = |from: f32, to: f32| ((to - from) / (CELLS - 1) as f32).max(near);
        Self {
            origin: [ends[0], ends[1]],
            cell: [side(ends[0], ends[2]), side(ends[1], ends[3])],
            near,
            heads: vec![NONE; CELLS * CELLS],
            before: Vec::new(),
        }
    }

    fn cell(&self, at: [f32; 2]) -> [usize; 2] {
        [0, 1]
            .map(|axis| (((at[axis] - self.origin[axis]) / self.cell[axis]).max(0.0) as usize).min(CELLS - 1))
    }

    fn add(&mut self, at: [f32; 2], mark: u32) {
        let [column, row] = self.cell(at);
        let head = &mut self.heads[row * CELLS + column];
        self.before.push(*head);
        *head = mark;
    }

    /// The nearest of the marks that are too near; of equals the first.
    fn find(&self, at: [f32; 2], marks: &[Mark]) -> Option<u32> {
        let [column, row] = self.cell(at);
        let around = |cell: usize| cell.saturating_sub(1)..=(cell + 1).min(CELLS - 1);
        let mut best: Option<(f32, u32)> = None;
        for row in around(row) {
            for column in around(column) {
                let mut mark = self.heads[row * CELLS + column];
                while mark != NONE {
                    let other = marks[mark as usize].at;
                    let away = (other[0] - at[0]).hypot(other[1] - at[1]);
                    if away < self.near && best.is_none_or(|best| (away, mark) < best) {
                        best = Some((away, mark));
                    }
                    mark = self.before[mark as usize];
                }
            }
        }
        best.map(|(_, mark)| mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::places::SiteGroup;

    const EXTENT: [f64; 4] = [120.0, 28.0, 121.0, 29.0];

    fn places(points: impl IntoIterator<Item = [f64; 2]>) -> Places {
        let site = |(index, at): (usize, [f64; 2])| MapSite {
            number: index + 1,
            id: format!("s{index}"),
            name: String::new(),
            domain: 1,
            at,
            precision: Precision::Approx2km,
            detail: "".into(),
        };
        let sites: Vec<MapSite> = points.into_iter().enumerate().map(site).collect();
        let placed = sites.len();
        let group = SiteGroup { code: None, name: String::new(), sites };
        Places { groups: vec![group], placed, ..Places::default() }
    }

    /// Numbers from 0 to 1 that never change.
    fn numbers(mut seed: u32) -> impl FnMut() -> f64 {
        move || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed) / 4_294_967_296.0
        }
    }

    fn projection() -> Projection {
        Projection::fit(EXTENT, [920.0, 640.0], [0.0; 4])
    }

    #[test]
    fn counts_sum_to_the_total_at_every_zoom() {
        for (round, count) in [0, 1, 2, 7, 60, 399, 401, 1_000, 5_000, 20_000].into_iter().enumerate() {
            let mut number = numbers(round as u32);
            // Some in heaps, some on one point, some far outside.
            let points = (0..count).map(|index| match index % 5 {
                0 => [120.5, 28.5],
                1 => [120.2 + number() * 0.01, 28.7 + number() * 0.01],
                2 if index % 50 == 2 => [100.0 + number() * 40.0, 10.0 + number() * 30.0],
                _ => [120.0 + number(), 28.0 + number()],
            });
            let places = places(points.collect::<Vec<_>>());
            let clusters = Clusters::of(&places, &projection());
            for step in 0..STEPS {
                let sight = Sight { zoom: f64::from(1u32 << step), window: None };
                let marks: Vec<&Mark> = clusters.seen(&projection(), sight).collect();
                assert_eq!(marks.iter().map(|mark| mark.count()).sum::<usize>(), count, "{count} at {step}");
                let mut sites: Vec<u32> =
                    marks.iter().flat_map(|mark| clusters.sites(mark.range())).copied().collect();
                sites.sort_unstable();
                assert!(sites.iter().enumerate().all(|(at, site)| at == *site as usize), "each exactly once");
                for mark in &marks {
                    let first = clusters.sites(mark.range())[0] as usize;
                    let at = projection().point(places.site(first).unwrap().at).map(|side| side as f32);
                    assert_eq!(mark.at, at, "a mark stands on its first site");
                }
            }
        }
    }

    #[test]
    fn a_mark_falls_apart_into_whole_marks_of_the_next_step() {
        let mut number = numbers(9);
        let places = places((0..3_000).map(|_| [120.0 + number(), 28.0 + number()]).collect::<Vec<_>>());
        let clusters = Clusters::of(&places, &projection());
        for pair in clusters.steps.windows(2) {
            for mark in &pair[1] {
                let inside = |one: &Mark| {
                    one.range().start <= mark.range().start && mark.range().end <= one.range().end
                };
                assert_eq!(pair[0].iter().filter(|one| inside(one)).count(), 1);
            }
        }
    }

    #[test]
    fn marks_of_a_step_keep_their_distance() {
        let mut number = numbers(4);
        let places = places((0..3_000).map(|_| [120.0 + number(), 28.0 + number()]).collect::<Vec<_>>());
        let clusters = Clusters::of(&places, &projection());
        for (step, marks) in clusters.steps.iter().enumerate() {
            let near = reach(NEAR_OF_MANY, step);
            for (at, mark) in marks.iter().enumerate() {
                let close = |other: &Mark| (mark.at[0] - other.at[0]).hypot(mark.at[1] - other.at[1]) < near;
                assert!(!marks[at + 1..].iter().any(close), "step {step}");
            }
        }
    }

    #[test]
    fn only_what_is_in_sight_is_seen() {
        let points =
            (0..141 * 137).map(|n| [120.0 + f64::from(n % 141) / 141.0, 28.0 + f64::from(n % 137) / 137.0]);
        let places = places(points.collect::<Vec<_>>());
        let clusters = Clusters::of(&places, &projection());
        let corner = Sight { zoom: 8.0, window: Some([120.0, 28.0, 120.25, 28.25]) };
        let seen: usize = clusters.seen(&projection(), corner).map(Mark::count).sum();
        assert!((800..2_000).contains(&seen), "{seen}");
        let all = clusters.seen(&projection(), Sight::WHOLE).count();
        assert!(all < 600, "{all}");
    }

    #[test]
    fn work_comes_in_slices() {
        let mut number = numbers(7);
        let places = places((0..100_000).map(|_| [120.0 + number(), 28.0 + number()]).collect::<Vec<_>>());
        let mut building = Building::of(&places, &projection());
        let mut slices = 1;
        while building.go_on().is_none() {
            slices += 1;
        }
        assert!(slices > 8, "{slices}");
    }
}
