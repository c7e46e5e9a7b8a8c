//! Rows on a common time as a picture that leaves the page: names and words on the left, marks under the years.

use super::framed::{framed, text};
use super::palette::Palette;
use crate::domain::Light;
use crate::model::label;
use crate::model::label::broken;
use crate::model::leaf::{Element, element};
use crate::model::light_shape::light_shape;
use crate::model::tasks::State;
use crate::model::time_picture::{Sign, TimeLine, TimePicture, TimeRow};

/// The width of the names, of lights with their words, and of the time, in pixels.
const NAMES: f64 = 440.0;
const LIGHT: f64 = 130.0;
const TIME: f64 = 650.0;
/// Letter and line of names and of what stands below them.
const NAME: [f64; 2] = [15.0, 21.0];
const NOTE: [f64; 2] = [12.0, 17.0];
/// Around a row, above and below together.
const AROUND: f64 = 12.0;
/// How far a part is set in.
const STEP: f64 = 18.0;
/// From one meaning of a mark to the next.
const SPACE: f64 = 44.0;

/// An SVG file of the rows, with its width and height in pixels.
pub fn time_picture(picture: &TimePicture, palette: &Palette) -> (String, [u32; 2]) {
    let mut sheet = Sheet { drawn: Vec::new(), y: 0.0, palette };
    sheet.legend(&picture.legend);
    let from = sheet.y;
    for (at, year) in &picture.years {
        sheet.words([place(*at) + 4.0, from + NAME[0]], NAME[0], &palette.ink2, year);
    }
    sheet.y += NAME[1];
    let top = sheet.y;
    for line in &picture.lines {
        match line {
            TimeLine::Title(title) => sheet.title(title),
            TimeLine::Row(row) => sheet.row(row),
        }
    }
    let foot = sheet.y;
    let mut down = |x: f64, from: f64, colour: &str| {
        let line = format!("M{x:.1} {from:.1}V{foot:.1}");
        sheet.drawn.insert(0, path(line, "none", colour));
    };
    down(place(picture.now), top, &palette.ink);
    for (at, _) in &picture.years {
        down(place(*at), from, &palette.line);
    }
    framed(sheet.drawn, [NAMES + LIGHT + TIME, foot], &picture.caption, palette)
}

/// Where a part of the time is across the drawing.
fn place(part: f64) -> f64 {
    NAMES + LIGHT + TIME * part
}

/// A drawing that grows downwards.
struct Sheet<'a> {
    drawn: Vec<Element>,
    y: f64,
    palette: &'a Palette,
}

impl Sheet<'_> {
    fn words(&mut self, at: [f64; 2], letter: f64, fill: &str, words: &str) {
        self.drawn.push(text(at, letter, &self.palette.font, fill, words));
    }

    /// What the marks mean, in as many lines as it takes.
    fn legend(&mut self, legend: &[(Sign, String)]) {
        let mut x = 0.0;
        for (sign, word) in legend {
            let wide = label::width(word) * NOTE[0] + SPACE;
            if x + wide > NAMES + LIGHT + TIME {
                (x, self.y) = (0.0, self.y + NAME[1]);
            }
            self.drawn.push(mark(*sign, [x + 8.0, self.y + 10.0], self.palette));
            self.words([x + 22.0, self.y + 14.0], NOTE[0], &self.palette.ink2, word);
            x += wide;
        }
        self.y += NAME[1] + AROUND;
    }

    fn title(&mut self, title: &str) {
        self.y += AROUND;
        for line in broken(title, (NAMES + LIGHT) / NAME[0]) {
            let words = text([0.0, self.y + NAME[0]], NAME[0], &self.palette.serif, &self.palette.ink, &line);
            self.drawn.push(words.set("font-weight", "700"));
            self.y += NAME[1];
        }
    }

    fn row(&mut self, row: &TimeRow) {
        let palette = self.palette;
        let top = self.y;
        self.drawn.push(path(format!("M0 {top:.1}H{}", place(1.0)), "none", &palette.line));
        self.y += AROUND / 2.0;
        let left = STEP * row.depth.min(6) as f64;
        for (words, [letter, line], ink) in
            [(&row.name, NAME, &palette.ink), (&row.note, NOTE, &palette.ink2)]
        {
            for part in broken(words, (NAMES - left - STEP) / letter) {
                self.words([left, self.y + letter], letter, ink, &part);
                self.y += line;
            }
        }
        self.y += AROUND / 2.0;
        let middle = (top + self.y) / 2.0;
        if let Some((light, word)) = &row.light {
            self.drawn.push(mark(Sign::Light(*light), [NAMES + 8.0, middle], palette));
            self.words([NAMES + 22.0, middle + 4.0], NOTE[0], &palette.ink, word);
        }
        if let Some((due, done)) = row.span {
            for (end, colour) in [(due, &palette.celadon2), (due * done, &palette.celadon)] {
                let span = format!("M{} {middle:.1}H{:.1}", place(0.0), place(end));
                self.drawn.push(path(span, "none", colour).set("stroke-width", "6"));
            }
        }
        for (at, sign) in &row.marks {
            self.drawn.push(mark(*sign, [place(*at), middle], palette));
        }
    }
}

fn path(d: impl Into<String>, fill: &str, stroke: &str) -> Element {
    element("path").set("d", d).set("fill", fill).set("stroke", stroke)
}

/// A mark around a point: its shape alone tells what it says.
fn mark(sign: Sign, [x, y]: [f64; 2], palette: &Palette) -> Element {
    const DIAMOND: &str = "M0-6l6 6-6 6-6-6z";
    let ground = palette.ground();
    let at = |rest: &str| element("g").set("transform", format!("translate({x:.1} {y:.1}){rest}"));
    let (fill, edge) = match sign {
        Sign::Light(light) => return at("scale(.8)translate(-8-8)").all(shape(light, palette)),
        Sign::Ahead(due) => {
            let radius = if due { "2.6" } else { "1.2" };
            return at("").with(element("circle").set("r", radius).set("fill", &palette.ink3));
        }
        Sign::Event => (palette.ink.as_str(), &palette.ink),
        Sign::Point(State::Met) => (palette.green.as_str(), &palette.green),
        Sign::Point(State::Late(_)) => (ground, &palette.yellow_edge),
        Sign::Point(State::Missed) => (ground, &palette.red),
        Sign::Point(State::NoData) => (ground, &palette.grey),
        Sign::Point(State::Ahead) => (ground, &palette.ink2),
    };
    let whole = path(DIAMOND, fill, edge);
    match sign {
        Sign::Point(State::Late(_)) => at("").with(whole).with(path("M0-6v12l-6-6z", &palette.yellow, edge)),
        Sign::Point(State::Missed) => at("").with(whole).with(path("M-2.5-2.5l5 5m0-5l-5 5", "none", edge)),
        Sign::Point(State::NoData) => at("").with(whole.set("stroke-dasharray", "2 2")),
        _ => at("").with(whole),
    }
}

/// The shape of a light in a square of 16 by 16.
fn shape<'a>(light: Light, palette: &'a Palette) -> impl Iterator<Item = Element> + use<'a> {
    let (fill, edge) = palette.light(light);
    light_shape(light).iter().map(move |(class, d)| match *class {
        "cut" => path(*d, "none", palette.ground()).set("stroke-width", "2"),
        "ring" | "dashes" => path(*d, "none", edge).set("stroke-width", "2"),
        _ => path(*d, fill, edge),
    })
}
