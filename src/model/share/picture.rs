//! The picture of a page for previews in other places: what its lights are, or how its goal went, and the demo mark.
//!
//! It says nothing in words but that mark, so that it is the same on any machine, whatever fonts that has: the words
//! stand beside it in every preview.

use super::lettering::{self, GAP, HEIGHT};
use crate::domain::{Indicator, Kind, Light, Month, Pace, Tally};
use crate::model::Scope;

/// The width and height that social networks ask for, in pixels.
pub const SIZE: [u32; 2] = [1200, 630];

/// A point in pixels from the upper left corner.
pub type Point = [f64; 2];

/// The colours of paper, as the page's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The ground.
    Paper,
    /// What was measured.
    Ink,
    /// Pace and target.
    Celadon,
    /// The demo mark and a dot in the logo.
    Orange,
    /// The green light.
    Green,
    /// The yellow light.
    Yellow,
    /// The edge of the yellow light.
    YellowEdge,
    /// The red light.
    Red,
    /// Grey lights.
    Grey,
}

impl Colour {
    /// Red, green and blue, 0 to 255.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Colour::Paper => [0xf8, 0xf5, 0xec],
            Colour::Ink => [0x1a, 0x22, 0x22],
            Colour::Celadon => [0x2b, 0x64, 0x70],
            Colour::Orange => [0xad, 0x4e, 0x0b],
            Colour::Green => [0x33, 0x95, 0x5b],
            Colour::Yellow => [0xf0, 0xb8, 0x1a],
            Colour::YellowEdge => [0x7a, 0x58, 0x00],
            Colour::Red => [0xb3, 0x21, 0x1a],
            Colour::Grey => [0x6c, 0x73, 0x6f],
        }
    }
}

/// Something drawn; what comes later lies above.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An area within points.
    Area(Colour, Vec<Point>),
    /// A disc: its middle and radius.
    Disc(Colour, Point, f64),
    /// A ring: its middle, radius and width.
    Ring(Colour, Point, f64, f64),
    /// A line through points, of a width.
    Line(Colour, Vec<Point>, f64),
}

/// What a picture is about.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// Many things: how many have which light.
    Many(Tally),
    /// One goal.
    Goal(&'a Indicator),
}

/// The picture of a subject.
pub fn picture(scope: &Scope<'_>, subject: Subject<'_>) -> Vec<Shape> {
    let [width, height] = SIZE.map(f64::from);
    let mut shapes = vec![Shape::Area(Colour::Paper, rectangle([0.0, 0.0], [width, height]))];
    staff(&mut shapes);
    if scope.is_demo() {
        mark(&mut shapes);
    }
    match subject {
        Subject::Many(tally) => counts(&mut shapes, &tally),
        Subject::Goal(goal) => {
            light(&mut shapes, scope.standing(goal).light, [190.0, 385.0], 100.0);
            course(&mut shapes, scope, goal);
        }
    }
    shapes
}

fn rectangle([left, top]: Point, [width, height]: [f64; 2]) -> Vec<Point> {
    vec![[left, top], [left + width, top], [left + width, top + height], [left, top + height]]
}

/// The logo: a levelling staff.
fn staff(shapes: &mut Vec<Shape>) {
    let (at, unit) = ([80.0, 64.0], 4.0);
    let parts = [
        (Colour::Ink, [3.0, 1.0], [10.0, 26.0]),
        (Colour::Ink, [0.0, 29.0], [16.0, 3.0]),
        (Colour::Paper, [5.5, 6.0], [5.0, 3.0]),
        (Colour::Paper, [5.5, 18.0], [5.0, 3.0]),
        (Colour::Paper, [8.0, 22.5], [2.5, 3.0]),
    ];
    let placed = |[x, y]: Point| [at[0] + x * unit, at[1] + y * unit];
    shapes.extend(parts.map(|(colour, corner, size)| {
        Shape::Area(colour, rectangle(placed(corner), size.map(|side| side * unit)))
    }));
    shapes.push(Shape::Disc(Colour::Orange, placed([8.0, 13.5]), 2.4 * unit));
}

/// The mark of made-up figures, in both languages.
fn mark(shapes: &mut Vec<Shape>) {
    let (unit, [right, top]) = (7.6, [1120.0, 64.0]);
    let words = ["演示", "DEMO"];
    let wide =
        words.map(|word| word.chars().map(|letter| lettering::width(letter) + GAP).sum::<f64>() * unit);
    let width = wide.iter().sum::<f64>() + 3.0 * unit + 48.0;
    let corner = [right - width, top];
    let mut frame = rectangle(corner, [width, HEIGHT * unit + 56.0]);
    frame.push(corner);
    shapes.push(Shape::Line(Colour::Orange, frame, 4.0));
    let mut left = corner[0] + 34.0;
    for (word, wide) in words.iter().zip(wide) {
        write(shapes, Colour::Orange, word, [left, top + 28.0], unit, 6.0);
        left += wide + 2.0 * unit;
    }
}

/// Letters as lines of a width, `unit` pixels to a unit of their boxes.
fn write(shapes: &mut Vec<Shape>, colour: Colour, text: &str, [mut left, top]: Point, unit: f64, width: f64) {
    for letter in text.chars() {
        shapes.extend(lettering::lines(letter).iter().map(|line| {
            let points = line.iter().map(|[x, y]| [left + x * unit, top + y * unit]);
            Shape::Line(colour, points.collect(), width)
        }));
        left += (lettering::width(letter) + GAP) * unit;
    }
}

/// The shape of a light around a middle, never colour alone.
fn light(shapes: &mut Vec<Shape>, light: Light, [x, y]: Point, radius: f64) {
    let thin = radius * 0.2;
    match light {
        Light::Green => {
            shapes.push(Shape::Disc(Colour::Green, [x, y], radius));
            let tick = [[-0.48, 0.03], [-0.14, 0.37], [0.49, -0.34]];
            let tick = tick.map(|[across, down]| [x + across * radius, y + down * radius]);
            shapes.push(Shape::Line(Colour::Paper, tick.to_vec(), thin));
        }
        Light::Yellow => {
            let corners = [[0.0, -0.9], [1.0, 0.9], [-1.0, 0.9]];
            let mut corners: Vec<Point> =
                corners.iter().map(|[across, down]| [x + across * radius, y + down * radius]).collect();
            shapes.push(Shape::Area(Colour::Yellow, corners.clone()));
            corners.push(corners[0]);
            shapes.push(Shape::Line(Colour::YellowEdge, corners, radius * 0.1));
        }
        Light::Red => {
            let (corner, side, arm) = ([x - radius * 0.9, y - radius * 0.9], radius * 1.8, radius * 0.4);
            shapes.push(Shape::Area(Colour::Red, rectangle(corner, [side, side])));
            for down in [arm, -arm] {
                shapes.push(Shape::Line(Colour::Paper, vec![[x - arm, y - down], [x + arm, y + down]], thin));
            }
        }
        Light::NotDue => shapes.push(Shape::Ring(Colour::Grey, [x, y], radius * 0.8, thin)),
        Light::NoData => {
            for side in [-1.0, 1.0] {
                let dash = vec![[x + side * radius * 0.25, y], [x + side * radius * 0.9, y]];
                shapes.push(Shape::Line(Colour::Grey, dash, thin));
            }
        }
    }
}

/// How many have which light, beside each other, and a mark for each below while they can be told apart.
fn counts(shapes: &mut Vec<Shape>, tally: &Tally) {
    const UNIT: f64 = 9.6;
    let lights: Vec<Light> = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0).collect();
    let figures = lights.iter().map(|each| tally.of(*each).to_string());
    let wide = |figure: &String| 94.0 + figure.len() as f64 * (lettering::WIDTH + GAP) * UNIT + 52.0;
    let figures: Vec<(f64, String)> = figures.map(|figure| (wide(&figure), figure)).collect();
    let scale = (1092.0 / figures.iter().map(|(wide, _)| wide).sum::<f64>()).min(1.0);
    let mut left = 80.0;
    for (each, (wide, figure)) in lights.iter().zip(figures) {
        light(shapes, *each, [left + 36.0 * scale, 340.0], 36.0 * scale);
        let corner = [left + 94.0 * scale, 340.0 - HEIGHT / 2.0 * UNIT * scale];
        write(shapes, Colour::Ink, &figure, corner, UNIT * scale, 9.0 * scale);
        left += wide * scale;
    }
    let all: Vec<Light> =
        lights.iter().flat_map(|each| std::iter::repeat_n(*each, tally.of(*each))).collect();
    let room = (1040.0 / all.len().max(1) as f64).min(57.0);
    if room >= 16.0 {
        let radius = (room * 0.36).min(22.0);
        for (at, each) in all.into_iter().enumerate() {
            light(shapes, each, [80.0 + radius + at as f64 * room, 500.0], radius);
        }
    }
}

/// How a goal went: what was measured, what was due, and the target; of one that is reached or not, a single line.
fn course(shapes: &mut Vec<Shape>, scope: &Scope<'_>, goal: &Indicator) {
    let [left, right, top, bottom] = [360.0, 1090.0, 250.0, 520.0];
    let edition = scope.edition;
    let due = goal.goal.due.month();
    let from = edition.start.plus(-1).min(goal.series.from);
    let months = f64::from(due.max(edition.end).since(from).max(1));
    let x = |month: Month| left + f64::from(month.since(from)) / months * (right - left);
    shapes.push(Shape::Line(Colour::Grey, vec![[left, bottom], [right, bottom]], 2.0));
    if goal.goal.kind == Kind::Milestone || goal.goal.kind == Kind::Qualitative {
        shapes.push(Shape::Line(Colour::Celadon, vec![[x(due), top], [x(due), bottom]], 6.0));
        shapes.push(Shape::Line(Colour::Ink, vec![[left, bottom], [x(edition.month), bottom]], 9.0));
        return;
    }
    let pace = Pace::of(goal, edition.start);
    let planned: Vec<_> = from.to(due).filter_map(|month| Some((month, pace.plan_at(month)?))).collect();
    let observed: Vec<_> = goal.series.numbers().filter(|(month, _)| *month <= edition.month).collect();
    let values = planned.iter().chain(&observed).map(|(_, value)| *value).chain([goal.goal.target]);
    let (low, high) = values
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let span = if high > low { high - low } else { 1.0 };
    let y = |value: f64| bottom - 16.0 - (value - low) / span * (bottom - top - 32.0);
    let line = |points: &[(Month, f64)]| points.iter().map(|(month, value)| [x(*month), y(*value)]).collect();
    if planned.len() > 1 {
        shapes.push(Shape::Line(Colour::Celadon, line(&planned), 4.0));
    }
    shapes.push(Shape::Line(Colour::Celadon, vec![[x(due), y(goal.goal.target)], [x(due), bottom]], 6.0));
    shapes.push(Shape::Disc(Colour::Celadon, [x(due), y(goal.goal.target)], 9.0));
    // A gap stays one.
    let mut run: Vec<(Month, f64)> = Vec::new();
    for next in observed.iter().map(Some).chain([None]) {
        let follows =
            next.is_some_and(|(month, _)| run.last().is_none_or(|(last, _)| month.since(*last) == 1));
        if !follows {
            shapes.push(Shape::Line(Colour::Ink, line(&run), 7.0));
            run.clear();
        }
        run.extend(next);
    }
    if let Some((month, value)) = observed.last() {
        shapes.push(Shape::Disc(Colour::Ink, [x(*month), y(*value)], 11.0));
    }
}
