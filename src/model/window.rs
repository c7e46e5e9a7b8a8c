//! The window on a long list: which of its lines are near the screen and therefore drawn, and how high is what stands for
//! the others.

use std::ops::Range;

/// How high each line of a list is, in pixels: as it was measured, or until then as it is guessed.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    lines: Vec<f64>,
}

impl Heights {
    /// Begins with guesses.
    pub fn guessed(lines: Vec<f64>) -> Self {
        Self { lines }
    }

    /// Notes how high a line was drawn.
    pub fn measured(&mut self, line: usize, height: f64) {
        if let Some(known) = self.lines.get_mut(line) {
            *known = height;
        }
    }

    /// How high some lines are together.
    pub fn sum(&self, lines: Range<usize>) -> f64 {
        self.lines.get(lines).map(|heights| heights.iter().sum()).unwrap_or_default()
    }

    /// The lines that lie between two heights, where the list begins at height 0. Where the list lies wholly above,
    /// its last line; where it lies wholly below, its first: a list never goes without a line.
    pub fn between(&self, from: f64, to: f64) -> Range<usize> {
        let (mut first, mut end, mut top) = (None, 0, 0.0);
        for (line, height) in self.lines.iter().enumerate() {
            let bottom = top + height;
            if bottom > from && first.is_none() {
                first = Some(line);
            }
            if top < to {
                end = line + 1;
            }
            top = bottom;
        }
        let count = self.lines.len();
        let first = first.unwrap_or(count.saturating_sub(1));
        first..end.max(first + 1).min(count)
    }
}

/// What is drawn next of a list, of which `drawn` was: all that is seen, of what is near what was there already, and so
/// many lines `more` of it on either side: a few at a time, so that no frame has much to do.
pub fn next(drawn: &Range<usize>, seen: &Range<usize>, near: &Range<usize>, more: usize) -> Range<usize> {
    let kept = drawn.start.max(near.start)..drawn.end.min(near.end);
    let touches = kept.start <= seen.end && seen.start <= kept.end;
    let base = if touches && !kept.is_empty() {
        kept.start.min(seen.start)..kept.end.max(seen.end)
    } else {
        seen.clone()
    };
    let start = base.start.saturating_sub(more).max(near.start.min(base.start));
    start..(base.end + more).min(near.end.max(base.end))
}

/// What a list consists of while only a part of it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// A line that is drawn.
    Line(usize),
    /// Lines that are not.
    Gap(Range<usize>),
}

/// The pieces of a list of `count` lines of which the range `drawn` is drawn, and single others that must be there.
pub fn pieces(count: usize, drawn: &Range<usize>, others: &[usize]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(drawn.len() + 3);
    for line in 0..count {
        if drawn.contains(&line) || others.contains(&line) {
            pieces.push(Piece::Line(line));
        } else if let Some(Piece::Gap(gap)) = pieces.last_mut() {
            gap.end = line + 1;
        } else {
            pieces.push(Piece::Gap(line..line + 1));
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::Piece::{Gap, Line};
    use super::*;

    #[test]
    fn lines_are_found_by_height() {
        let mut heights = Heights::guessed(vec![100.0; 10]);
        heights.measured(0, 250.0);
        heights.measured(99, 1.0);
        assert_eq!(heights.sum(0..2), 350.0);
        assert_eq!(heights.sum(8..12), 0.0);
        for (from, to, found) in [
            (0.0, 200.0, 0..1),
            (0.0, 251.0, 0..2),
            (250.0, 350.0, 1..2),
            (249.0, 351.0, 0..3),
            (-900.0, -100.0, 0..1),
            (5000.0, 6000.0, 9..10),
        ] {
            assert_eq!(heights.between(from, to), found, "{from} to {to}");
        }
        assert_eq!(Heights::default().between(0.0, 1.0), 0..0);
    }

    #[test]
    fn what_is_seen_comes_at_once_and_the_rest_bit_by_bit() {
        let cases = [
            // At the start, towards what is near below.
            (0..0, 0..3, 0..6, 0..4),
            (0..4, 0..3, 0..6, 0..5),
            (0..6, 0..3, 0..6, 0..6),
            // A little down: what is no longer near goes.
            (0..6, 4..7, 2..10, 2..8),
            // Far away: only what is seen, and its neighbours.
            (2..8, 50..53, 47..57, 49..54),
            (49..54, 50..53, 47..57, 48..55),
            // Up again.
            (48..55, 40..43, 37..47, 39..44),
        ];
        for (drawn, seen, near, expected) in cases {
            assert_eq!(next(&drawn, &seen, &near, 1), expected, "{drawn:?} {seen:?} {near:?}");
        }
        assert_eq!(next(&(0..4), &(0..3), &(0..6), 0), 0..4);
        assert_eq!(next(&(2..8), &(50..53), &(47..57), 0), 50..53);
    }

    #[test]
    fn growing_ends_at_what_is_near() {
        let (seen, near) = (20..24, 15..30);
        let mut drawn = 0..3;
        for _ in 0..20 {
            drawn = next(&drawn, &seen, &near, 1);
            assert!(drawn.start <= seen.start && drawn.end >= seen.end, "{drawn:?}");
        }
        assert_eq!(drawn, near);
    }

    #[test]
    fn gaps_stand_for_what_is_not_drawn() {
        assert_eq!(pieces(6, &(2..4), &[]), [Gap(0..2), Line(2), Line(3), Gap(4..6)]);
        assert_eq!(pieces(6, &(0..1), &[4]), [Line(0), Gap(1..4), Line(4), Gap(5..6)]);
        assert_eq!(pieces(2, &(0..9), &[0]), [Line(0), Line(1)]);
        assert_eq!(pieces(0, &(0..1), &[]), []);
    }
}
