//! Points by where they are, so that those near a place are found without asking all.

/// How many points a cell has on average.
const CROWD: f64 = 2.0;

/// Points in the cells of a grid.
pub struct Grid {
    origin: [f64; 2],
    /// Cells per unit of the plane.
    scale: f64,
    columns: usize,
    rows: usize,
    /// Where each cell's points begin among all; one more at the end.
    begins: Vec<u32>,
    points: Vec<u32>,
}

impl Grid {
    /// Sorts points into cells.
    pub fn of(points: &[[f64; 2]]) -> Self {
        let ends = |fold: fn(f64, f64) -> f64, start: f64| {
            points.iter().fold([start; 2], |ends, point| [fold(ends[0], point[0]), fold(ends[1], point[1])])
        };
        let (low, high) = (ends(f64::min, f64::INFINITY), ends(f64::max, f64::NEG_INFINITY));
        let span = [(high[0] - low[0]).max(1e-9), (high[1] - low[1]).max(1e-9)];
        // As many cells as suit the number of points, also where all of them lie along one line.
        let most = (points.len() as f64 / CROWD).max(1.0);
        let scale = (most / (span[0] * span[1])).sqrt().min(most / span[0].max(span[1]));
        let [columns, rows] = span.map(|span| (span * scale) as usize + 1);
        let mut grid = Self {
            origin: low,
            scale,
            columns,
            rows,
            begins: vec![0; columns * rows + 1],
            points: Vec::new(),
        };
        for point in points {
            let cell = grid.cell(*point);
            grid.begins[cell + 1] += 1;
        }
        for cell in 0..columns * rows {
            grid.begins[cell + 1] += grid.begins[cell];
        }
        let mut next = grid.begins.clone();
        grid.points = vec![0; points.len()];
        for (index, point) in points.iter().enumerate() {
            let cell = grid.cell(*point);
            grid.points[next[cell] as usize] = index as u32;
            next[cell] += 1;
        }
        grid
    }

    /// The points in all cells that a triangle may reach into.
    pub fn within(&self, corners: [[f64; 2]; 3]) -> impl Iterator<Item = usize> {
        let [xs, ys] = [0, 1].map(|axis| corners.map(|corner| corner[axis]));
        let ends = |values: [f64; 3]| {
            (
                values.into_iter().fold(f64::INFINITY, f64::min),
                values.into_iter().fold(f64::NEG_INFINITY, f64::max),
            )
        };
        let ((west, east), (south, north)) = (ends(xs), ends(ys));
        let ((left, bottom), (right, top)) = (self.place([west, south]), self.place([east, north]));
        (bottom..=top).flat_map(move |row| {
            // The cells of a row lie beside each other.
            let (begin, end) =
                (self.begins[row * self.columns + left], self.begins[row * self.columns + right + 1]);
            self.points[begin as usize..end as usize].iter().map(|index| *index as usize)
        })
    }

    fn place(&self, [x, y]: [f64; 2]) -> (usize, usize) {
        let along =
            |value: f64, origin: f64, count: usize| (((value - origin) * self.scale) as usize).min(count - 1);
        (along(x, self.origin[0], self.columns), along(y, self.origin[1], self.rows))
    }

    fn cell(&self, point: [f64; 2]) -> usize {
        let (column, row) = self.place(point);
        row * self.columns + column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_triangle_finds_what_lies_in_it() {
        let points: Vec<[f64; 2]> = (0..400).map(|n| [f64::from(n % 20), f64::from(n / 20)]).collect();
        let grid = Grid::of(&points);
        let found: Vec<usize> = grid.within([[4.5, 4.5], [7.5, 4.5], [4.5, 7.5]]).collect();
        assert!([105, 106, 125].iter().all(|index| found.contains(index)) && found.len() < 60);
        assert_eq!(Grid::of(&[[1.0, 1.0]; 3]).within([[1.0, 1.0]; 3]).count(), 3);
        assert_eq!(Grid::of(&[]).within([[0.0; 2]; 3]).count(), 0);
        let line: Vec<[f64; 2]> = (0..100).map(|n| [f64::from(n), 0.0]).collect();
        assert!(Grid::of(&line).within([[3.0, 0.0]; 3]).count() < 6);
    }
}
