//! Where the names on a map stand: inside their area where they fit, else on a leader to a free place.
//!
//! No name is dropped, and no two overlap as long as there is room for all of them.

mod land;

use super::outline::{Shape, distance, tenth};
use land::{Land, Line, MARGIN, around, crosses, grid, grown, meets, nearest, overlaps};

/// Left, top, right, bottom.
pub type Rect = [f64; 4];

/// The place of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Whether it stands inside its area.
    pub inside: bool,
    /// Which of the forms offered was taken.
    pub form: usize,
    /// The line from the name to a point of the area, where it stands outside.
    pub leader: Option<[[f64; 2]; 2]>,
}

/// What is to be placed: an area, and the sizes (width, height) of the forms its text may take, the best first.
/// On a leader the last form is used.
pub struct Wanted<'a> {
    /// The area.
    pub shape: &'a Shape,
    /// The sizes.
    pub forms: Vec<[f64; 2]>,
}

/// How much names in each other's way count, round after round in which all are placed anew: little at first,
/// so that each finds the place that suits it, and then more, so that those give way that lose least.
const ROUNDS: [f64; 8] = [0.0, 0.02, 0.05, 0.15, 0.5, 1.0, 1.0, 1.0];
/// Directions tried around an area.
const DIRECTIONS: usize = 32;

/// Places the names of a map of `size`, in order. `taken` are things that a name should not cover.
pub fn place(wanted: &[Wanted<'_>], size: [f64; 2], taken: &[Rect]) -> Vec<Label> {
    let lands = wanted.iter().map(|one| Land::of(one.shape)).collect();
    let mut room = Room {
        size,
        wanted,
        taken,
        lands,
        names: vec![None; wanted.len()],
        leaders: vec![None; wanted.len()],
    };
    let mut forms = vec![0; wanted.len()];
    let mut outside = Vec::new();
    for (index, one) in wanted.iter().enumerate() {
        let fits = |(form, size): (usize, &[f64; 2])| {
            Some((form, around(room.lands[index].inside(*size, taken)?, *size)))
        };
        match one.forms.iter().enumerate().find_map(fits) {
            Some((form, rect)) => {
                forms[index] = form;
                room.names[index] = Some(rect);
            }
            None => {
                forms[index] = one.forms.len().saturating_sub(1);
                outside.push(index);
            }
        }
    }
    room.settle(outside);
    let leaders =
        room.leaders.iter().map(|leader| leader.map(|ends| ends.map(|[x, y]| [tenth(x), tenth(y)])));
    let labels = room.names.iter().zip(leaders).zip(forms).map(|((name, leader), form)| {
        let [left, top, right, bottom] = name.unwrap_or_default();
        let (x, y) = (tenth((left + right) / 2.0), tenth((top + bottom) / 2.0));
        Label { x, y, inside: leader.is_none(), form, leader }
    });
    labels.collect()
}

/// Names as they were placed last, and for what. Figures change more often than the room they take: then the names
/// stand where they stood.
#[derive(Default)]
pub struct Lettering {
    size: [f64; 2],
    asked: Vec<(Shape, Vec<[f64; 2]>)>,
    labels: Vec<Label>,
}

impl Lettering {
    /// What [`place`] says where nothing is taken.
    pub fn place(&mut self, wanted: &[Wanted<'_>], size: [f64; 2]) -> Vec<Label> {
        let again = self.size == size
            && self.asked.len() == wanted.len()
            && self
                .asked
                .iter()
                .zip(wanted)
                .all(|((shape, forms), one)| *forms == one.forms && shape == one.shape);
        if !again {
            self.labels = place(wanted, size, &[]);
            self.asked = wanted.iter().map(|one| (one.shape.clone(), one.forms.clone())).collect();
            self.size = size;
        }
        self.labels.clone()
    }
}

/// Which of some sizes, the best first, fits into an area, and where its middle is then.
pub fn within(shape: &Shape, forms: &[[f64; 2]]) -> Option<(usize, [f64; 2])> {
    let land = Land::of(shape);
    forms.iter().enumerate().find_map(|(form, size)| Some((form, land.inside(*size, &[])?)))
}

/// The middle of a free place for a word on a part of an area that is seen in `frame`, away from what is taken.
pub fn somewhere(shape: &Shape, size: [f64; 2], frame: Rect, taken: &[Rect]) -> Option<[f64; 2]> {
    let [left, top, right, bottom] = frame;
    let land = Land::of(shape);
    let seen = grid(frame).filter(|at| land.contains(*at)).filter_map(|at| {
        let rect = around(at, size);
        let [x0, y0, x1, y1] = rect;
        let edge = (x0 - left).min(y0 - top).min(right - x1).min(bottom - y1);
        let free = !taken.iter().any(|other| overlaps(rect, *other));
        let room = land.clearance(rect).min(edge);
        (free && room >= MARGIN).then_some((at, room))
    });
    seen.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
}

/// About how wide a text is, in ems: Chinese characters are square, letters and figures about half as wide.
pub fn width(text: &str) -> f64 {
    text.chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | '\'' | '(' | ')' | '-' => 0.34,
            'm' | 'w' | 'M' | 'W' | '%' => 0.88,
            'A'..='Z' => 0.68,
            letter if letter.is_ascii() => 0.57,
            _ => 1.0,
        })
        .sum()
}

/// A text as lines of at most so many ems: broken at blanks, and where there are none anywhere.
pub fn broken(text: &str, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for letter in text.chars() {
        line.push(letter);
        if width(line.trim_end()) > room && line.chars().count() > 1 {
            let cut = match line.trim_end().rfind(' ') {
                Some(blank) => blank + 1,
                None => line.len() - letter.len_utf8(),
            };
            let rest = line.split_off(cut);
            lines.push(std::mem::replace(&mut line, rest).trim_end().to_owned());
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A map while its names are being placed.
struct Room<'a> {
    size: [f64; 2],
    wanted: &'a [Wanted<'a>],
    taken: &'a [Rect],
    lands: Vec<Land>,
    names: Vec<Option<Rect>>,
    leaders: Vec<Option<Line>>,
}

/// A name on its way to a place beside its area.
struct Seeker {
    index: usize,
    /// The point that its leader ends in.
    anchor: [f64; 2],
    /// Places with what they cost even if no other name were on a leader; the best first.
    places: Vec<(Rect, f64)>,
}

impl Room<'_> {
    /// Places names beside their areas: off the land, clear of each other, their leaders crossing nothing.
    ///
    /// What is placed first takes the best places, so that several orders are tried; in each, every name is
    /// placed anew with all others in place. The best state met is kept.
    fn settle(&mut self, outside: Vec<usize>) {
        let mut seekers: Vec<Seeker> = outside.into_iter().map(|index| self.seeker(index)).collect();
        let (names, leaders) = (self.names.clone(), self.leaders.clone());
        let mut best = (names.clone(), leaders.clone(), f64::INFINITY);
        let orders: [fn([f64; 2]) -> f64; 6] =
            [|[_, y]| y, |[x, _]| x, |[x, _]| -x, |[_, y]| -y, |[x, y]| x + y, |[x, y]| x - y];
        for order in orders {
            seekers.sort_by(|a, b| order(a.anchor).total_cmp(&order(b.anchor)));
            (self.names, self.leaders) = (names.clone(), leaders.clone());
            for strictness in ROUNDS {
                let mut total = 0.0;
                for seeker in &seekers {
                    let (rect, cost) = self.choose(seeker, strictness);
                    self.names[seeker.index] = Some(rect);
                    self.leaders[seeker.index] = Some([nearest(rect, seeker.anchor), seeker.anchor]);
                    total += cost;
                }
                if strictness == 1.0 && total < best.2 {
                    best = (self.names.clone(), self.leaders.clone(), total);
                }
            }
        }
        (self.names, self.leaders, _) = best;
    }

    fn seeker(&self, index: usize) -> Seeker {
        let one = &self.wanted[index];
        let anchor = self.lands[index].middle();
        let extent = one.forms.last().copied().unwrap_or_default();
        let mut places = Vec::new();
        let mut radius = extent[1];
        while radius < self.size[0].max(self.size[1]) {
            for direction in 0..DIRECTIONS {
                let angle = direction as f64 / DIRECTIONS as f64 * std::f64::consts::TAU;
                let rect =
                    around([anchor[0] + radius * angle.cos(), anchor[1] + radius * angle.sin()], extent);
                let [left, top, right, bottom] = rect;
                if left >= 0.0 && top >= 0.0 && right <= self.size[0] && bottom <= self.size[1] {
                    places.push((rect, self.cost(index, rect, anchor)));
                }
            }
            radius = (radius * 1.08).max(radius + 3.0);
        }
        if places.is_empty() {
            places.push((around(anchor, extent), 0.0));
        }
        places.sort_by(|a, b| a.1.total_cmp(&b.1));
        Seeker { index, anchor, places }
    }

    /// How bad a place is, other names on leaders left out of account.
    fn cost(&self, index: usize, rect: Rect, anchor: [f64; 2]) -> f64 {
        let leader = [nearest(rect, anchor), anchor];
        let [left, top, right, bottom] = rect;
        let length = distance(leader[0], leader[1]);
        let mut cost = length + length * length / 60.0;
        let mut add = |hits: usize, each: f64| cost += hits as f64 * each;
        add(self.taken.iter().filter(|other| overlaps(rect, **other)).count(), 1e3);
        add(self.taken.iter().filter(|other| meets(leader, **other)).count(), 60.0);
        let names = || self.names.iter().flatten();
        add(names().filter(|name| overlaps(rect, **name)).count(), 1e4);
        add(names().filter(|name| meets(leader, **name)).count(), 2e3);
        let middle = [(left + right) / 2.0, (top + bottom) / 2.0];
        add(usize::from(self.lands.iter().any(|land| land.carries(grown(rect), middle))), 500.0);
        // On another's land it would be taken for that one's name.
        let elsewhere = |(other, land): (usize, &Land)| other != index && land.contains(middle);
        add(usize::from(self.lands.iter().enumerate().any(elsewhere)), 300.0);
        // Every border that a leader passes makes it harder to follow.
        add(self.lands.iter().map(|land| land.passed(leader)).sum(), 6.0);
        cost
    }

    /// The best place among the other names on leaders, and what it costs.
    fn choose(&self, seeker: &Seeker, strictness: f64) -> (Rect, f64) {
        let mut best = (seeker.places[0].0, f64::INFINITY);
        for (rect, cost) in &seeker.places {
            if *cost >= best.1 {
                break;
            }
            let leader = [nearest(*rect, seeker.anchor), seeker.anchor];
            let others = (0..self.wanted.len()).filter(|other| *other != seeker.index);
            let others = others.filter_map(|other| Some((self.names[other]?, self.leaders[other]?)));
            let in_the_way = others.map(|(name, other)| {
                let touches = if overlaps(*rect, name) { 1e4 } else { 0.0 };
                let crossed = meets(leader, name) || meets(other, *rect) || crosses(leader, other);
                touches + if crossed { 2e3 } else { 0.0 }
            });
            let cost = cost + strictness * in_the_way.sum::<f64>();
            if cost < best.1 {
                best = (*rect, cost);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle([left, top, right, bottom]: Rect) -> Shape {
        Shape { rings: vec![vec![[left, top], [right, top], [right, bottom], [left, bottom]]] }
    }

    #[test]
    fn a_name_stands_inside_where_it_fits() {
        let shape = rectangle([0.0, 0.0, 100.0, 40.0]);
        let wanted = [Wanted { shape: &shape, forms: vec![[30.0, 14.0]] }];
        let label = &place(&wanted, [200.0, 100.0], &[])[0];
        assert!(label.inside && label.leader.is_none());
        assert!((label.y - 20.0).abs() < 3.0);
        // Something in the middle makes it step aside, but not go out.
        let taken = [[40.0, 10.0, 60.0, 30.0]];
        let label = &place(&wanted, [200.0, 100.0], &taken)[0];
        assert!(label.inside);
        assert!(!overlaps(around([label.x, label.y], [30.0, 14.0]), taken[0]));
    }

    #[test]
    fn names_stand_where_they_stood_until_they_need_another_room() {
        let shape = rectangle([0.0, 0.0, 100.0, 40.0]);
        let mut lettering = Lettering::default();
        let mut both = |width: f64, size: [f64; 2]| {
            let wanted = [Wanted { shape: &shape, forms: vec![[width, 14.0]] }];
            (lettering.place(&wanted, size), place(&wanted, size, &[]))
        };
        for (width, size) in
            [(30.0, [200.0, 100.0]), (30.0, [200.0, 100.0]), (120.0, [200.0, 100.0]), (120.0, [300.0, 200.0])]
        {
            let (remembered, anew) = both(width, size);
            assert_eq!(remembered, anew, "{width} {size:?}");
        }
    }

    #[test]
    fn a_smaller_form_is_taken_before_a_leader() {
        let shape = rectangle([0.0, 0.0, 60.0, 20.0]);
        let wanted = [Wanted { shape: &shape, forms: vec![[30.0, 28.0], [50.0, 14.0]] }];
        let label = &place(&wanted, [200.0, 100.0], &[])[0];
        assert!(label.inside);
        assert_eq!(label.form, 1);
    }

    #[test]
    fn names_that_do_not_fit_stand_on_leaders_and_never_overlap() {
        // A row of narrow strips: no name fits into any.
        let shapes: Vec<Shape> = (0..12)
            .map(|index| {
                rectangle([80.0 + 8.0 * f64::from(index), 60.0, 88.0 + 8.0 * f64::from(index), 100.0])
            })
            .collect();
        let wanted: Vec<Wanted<'_>> =
            shapes.iter().map(|shape| Wanted { shape, forms: vec![[40.0, 12.0]] }).collect();
        let labels = place(&wanted, [260.0, 200.0], &[]);
        assert_eq!(labels.len(), 12);
        for (index, label) in labels.iter().enumerate() {
            assert!(!label.inside);
            let [_, end] = label.leader.unwrap();
            assert!(shapes[index].contains(end), "the leader ends in its area");
            let rect = around([label.x, label.y], [40.0, 12.0]);
            assert!(rect[0] >= 0.0 && rect[1] >= 0.0 && rect[2] <= 260.0 && rect[3] <= 200.0);
            for other in &labels[index + 1..] {
                assert!(!overlaps(rect, around([other.x, other.y], [38.0, 10.0])), "{label:?} {other:?}");
            }
        }
    }

    #[test]
    fn lines_break_at_blanks_and_lose_no_letter() {
        assert_eq!(broken("one two three four", 5.0), ["one two", "three four"]);
        assert_eq!(broken("左边牵头右边配合", 3.0), ["左边牵", "头右边", "配合"]);
        assert_eq!(broken("", 3.0), Vec::<String>::new());
    }
}
