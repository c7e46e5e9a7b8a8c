//! An area that a name belongs to, and boxes and lines on it.

use super::super::outline::{Shape, distance};
use super::Rect;
use crate::domain::plane::surround;

/// From and to.
pub(super) type Line = [[f64; 2]; 2];

/// How far a name keeps from the border of its area, and from other names.
pub(super) const MARGIN: f64 = 1.5;
/// Positions tried across an area in each direction.
const GRID: usize = 12;

pub(super) fn around([x, y]: [f64; 2], [width, height]: [f64; 2]) -> Rect {
    [x - width / 2.0, y - height / 2.0, x + width / 2.0, y + height / 2.0]
}

/// The distance of a line from a box; -1 where it runs through it.
pub(super) fn gap(line: Line, rect: Rect) -> f64 {
    if meets(line, rect) {
        return -1.0;
    }
    let [left, top, right, bottom] = rect;
    let corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
    let to_line = corners.iter().map(|corner| off_line(*corner, line));
    let to_box = line.iter().map(|end| distance(*end, nearest(rect, *end)));
    to_line.chain(to_box).fold(f64::INFINITY, f64::min)
}

/// Whether a line runs through a box (Liang and Barsky's clipping).
pub(super) fn meets([from, to]: Line, [left, top, right, bottom]: Rect) -> bool {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let (mut start, mut end) = (0.0f64, 1.0f64);
    for (step, room) in
        [(-dx, from[0] - left), (dx, right - from[0]), (-dy, from[1] - top), (dy, bottom - from[1])]
    {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            start = start.max(room / step);
        } else {
            end = end.min(room / step);
        }
    }
    start <= end
}

pub(super) fn off_line(point: [f64; 2], [from, to]: Line) -> f64 {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let length = dx * dx + dy * dy;
    let along = if length == 0.0 {
        0.0
    } else {
        (((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length).clamp(0.0, 1.0)
    };
    distance(point, [from[0] + along * dx, from[1] + along * dy])
}

/// The point of a box that is the nearest to a point.
pub(super) fn nearest([left, top, right, bottom]: Rect, [x, y]: [f64; 2]) -> [f64; 2] {
    [x.clamp(left, right), y.clamp(top, bottom)]
}

pub(super) fn overlaps(a: Rect, b: Rect) -> bool {
    a[0] - MARGIN < b[2] && b[0] - MARGIN < a[2] && a[1] - MARGIN < b[3] && b[1] - MARGIN < a[3]
}

pub(super) fn grown([left, top, right, bottom]: Rect) -> Rect {
    [left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN]
}

pub(super) fn crosses(a: Line, b: Line) -> bool {
    let side = |[from, to]: Line, at: [f64; 2]| {
        (to[0] - from[0]) * (at[1] - from[1]) - (to[1] - from[1]) * (at[0] - from[0])
    };
    side(a, b[0]) * side(a, b[1]) < 0.0 && side(b, a[0]) * side(b, a[1]) < 0.0
}

/// Whether two boxes touch.
pub(super) fn touches(a: Rect, b: Rect) -> bool {
    a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/// An area with its sides, and the box around it: most places are far from most areas.
pub(super) struct Land {
    pub(super) bounds: Rect,
    pub(super) sides: Vec<Line>,
}

impl Land {
    pub(super) fn of(shape: &Shape) -> Self {
        Self { bounds: shape.bounds().unwrap_or_default(), sides: shape.sides().collect() }
    }

    pub(super) fn contains(&self, at: [f64; 2]) -> bool {
        surround(self.sides.iter().copied(), at)
    }

    /// Whether a box with its middle at `at` lies on it.
    pub(super) fn carries(&self, rect: Rect, at: [f64; 2]) -> bool {
        touches(self.bounds, rect) && (self.contains(at) || self.sides.iter().any(|side| meets(*side, rect)))
    }

    /// How many of its borders a line passes.
    pub(super) fn passed(&self, line: Line) -> usize {
        let [[ax, ay], [bx, by]] = line;
        if !touches(self.bounds, [ax.min(bx), ay.min(by), ax.max(bx), ay.max(by)]) {
            return 0;
        }
        self.sides.iter().filter(|side| crosses(**side, line)).count()
    }

    /// How far a box is from the border; negative where the border runs through it.
    pub(super) fn clearance(&self, rect: Rect) -> f64 {
        let mut room = f64::INFINITY;
        for side in &self.sides {
            let gap = gap(*side, rect);
            if gap < 0.0 {
                return gap;
            }
            room = room.min(gap);
        }
        room
    }

    /// Positions tried for a name, those inside.
    pub(super) fn positions(&self) -> impl Iterator<Item = [f64; 2]> + '_ {
        grid(self.bounds).filter(|at| self.contains(*at))
    }

    /// The middle of a name inside the area, clear of what is taken, as far from the border as can be; `None` where
    /// it does not fit.
    pub(super) fn inside(&self, size: [f64; 2], taken: &[Rect]) -> Option<[f64; 2]> {
        let room = |at: [f64; 2]| {
            let rect = around(at, size);
            let covered = taken.iter().any(|other| overlaps(rect, *other));
            (!covered, self.clearance(rect))
        };
        let better = |a: &([f64; 2], (bool, f64)), b: &([f64; 2], (bool, f64))| {
            let fits = |room: (bool, f64)| (room.1 >= MARGIN, room.0, room.1);
            let ((a_fits, a_free, a_room), (b_fits, b_free, b_room)) = (fits(a.1), fits(b.1));
            a_fits.cmp(&b_fits).then(a_free.cmp(&b_free)).then(a_room.total_cmp(&b_room))
        };
        let mut best = self.positions().map(|at| (at, room(at))).max_by(better)?;
        let [left, top, right, bottom] = self.bounds;
        let mut step = [(right - left) / GRID as f64, (bottom - top) / GRID as f64];
        for _ in 0..3 {
            step = step.map(|step| step / 2.0);
            let around = [-1.0, 0.0, 1.0].map(|x| [-1.0, 0.0, 1.0].map(|y| [x * step[0], y * step[1]]));
            let near = around.as_flattened().iter().map(|[x, y]| [best.0[0] + x, best.0[1] + y]);
            let near = near.filter(|at| self.contains(*at)).map(|at| (at, room(at)));
            best = near.max_by(better).unwrap_or(best);
        }
        (best.1.0 && best.1.1 >= MARGIN).then_some(best.0)
    }

    /// The point of the area that is the farthest from its border; where it is too thin for that, a corner.
    pub(super) fn middle(&self) -> [f64; 2] {
        let all = self.positions().map(|at| (at, self.clearance(around(at, [0.0; 2]))));
        let best = all.max_by(|a, b| a.1.total_cmp(&b.1));
        let corner = self.sides.first().map(|[from, _]| *from);
        best.map_or_else(|| corner.unwrap_or_default(), |(at, _)| at)
    }
}

/// Positions tried in a box.
pub(super) fn grid([left, top, right, bottom]: Rect) -> impl Iterator<Item = [f64; 2]> {
    let along = |from: f64, to: f64, step: usize| from + (to - from) * (step as f64 + 0.5) / GRID as f64;
    (0..GRID * GRID).map(move |step| [along(left, right, step % GRID), along(top, bottom, step / GRID)])
}
