//! Points and rings on a plane: how far they reach, and what they enclose.

/// The least and the greatest of both coordinates, `[x, y, x, y]`; `None` of no points.
pub fn extent(mut points: impl Iterator<Item = [f64; 2]>) -> Option<[f64; 4]> {
    let [x, y] = points.next()?;
    Some(points.fold([x, y, x, y], |[left, low, right, high], [x, y]| {
        [left.min(x), low.min(y), right.max(x), high.max(y)]
    }))
}

/// Whether sides lie all around a point: whether a line from it to the right passes an odd number of them.
pub fn surround(sides: impl Iterator<Item = [[f64; 2]; 2]>, [x, y]: [f64; 2]) -> bool {
    let mut odd = false;
    for [from, to] in sides {
        if (from[1] > y) != (to[1] > y) && x < from[0] + (y - from[1]) / (to[1] - from[1]) * (to[0] - from[0])
        {
            odd = !odd;
        }
    }
    odd
}

/// The area that a ring runs around, positive against the clock; its first point need not be repeated.
pub fn area(ring: impl Iterator<Item = [f64; 2]>) -> f64 {
    let mut ring = ring.peekable();
    // Seen from a corner of its own, so that a small ring far from the origin is exact.
    let Some(origin) = ring.peek().copied() else { return 0.0 };
    let mut last = [0.0; 2];
    let mut doubled = 0.0;
    for point in ring {
        let here = [point[0] - origin[0], point[1] - origin[1]];
        doubled += last[0] * here[1] - here[0] * last[1];
        last = here;
    }
    doubled / 2.0
}
