//! What is around a drawing that leaves the page: title, demo mark, source and address, written into an SVG file.

use super::palette::Palette;
use super::picture::{FOOT, MARGIN, SUBTITLE};
use crate::model::frame::Caption;
use crate::model::label::{self, broken};
use crate::model::leaf::{Element, element};

/// Letter and line of the title, in pixels: long, and therefore smaller than that of a chart.
const TITLE: [f64; 2] = [34.0, 46.0];
/// The letters of the demo mark, in pixels, and the room that it takes beside the title.
const MARK: [f64; 2] = [20.0, 180.0];
/// Between head, picture and foot.
const GAP: f64 = 24.0;

/// An SVG file of a drawing of some width and height, with the width and height of the file in pixels.
pub(super) fn framed(
    drawing: impl IntoIterator<Item = Element>,
    [wide, high]: [f64; 2],
    caption: &Caption,
    palette: &Palette,
) -> (String, [u32; 2]) {
    let mut page = Page { texts: Vec::new(), y: MARGIN, room: wide };
    if let Some(demo) = caption.demo {
        page.room -= MARK[1];
        page.texts.extend(mark(demo, MARGIN + wide, palette));
    }
    page.write(&caption.title, TITLE, &palette.serif, &palette.ink, "700");
    page.room = wide;
    page.write(&caption.subtitle, SUBTITLE, &palette.font, &palette.ink2, "400");
    let top = page.y + GAP;
    page.y = top + high + GAP;
    for line in &caption.foot {
        page.write(line, FOOT, &palette.font, &palette.ink2, "400");
    }
    let size = [wide + 2.0 * MARGIN, page.y + MARGIN - FOOT[1]].map(f64::ceil);
    let drawing = element("g").set("transform", format!("translate({MARGIN} {top})")).all(drawing);
    let svg = element("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set("width", size[0].to_string())
        .set("height", size[1].to_string())
        .set("viewBox", format!("0 0 {} {}", size[0], size[1]))
        .with(element("rect").set("width", "100%").set("height", "100%").set("fill", palette.ground()))
        .all(page.texts)
        .with(drawing);
    (svg.html(&|_| None), size.map(|pixels| pixels as u32))
}

/// The demo mark in its box, which ends at `right`.
fn mark(demo: &str, right: f64, palette: &Palette) -> [Element; 2] {
    let wide = label::width(demo) * MARK[0] + 24.0;
    let left = right - wide;
    let ground = element("rect")
        .set("x", left.to_string())
        .set("y", MARGIN.to_string())
        .set("width", wide.to_string())
        .set("height", "34")
        .set("fill", "none")
        .set("stroke", &palette.orange)
        .set("stroke-width", "2");
    [
        ground,
        text([left + 12.0, MARGIN + 24.0], MARK[0], &palette.font, &palette.orange, demo)
            .set("font-weight", "700"),
    ]
}

/// A text that begins at a point of its base line.
pub(super) fn text([x, y]: [f64; 2], letter: f64, font: &str, fill: &str, words: &str) -> Element {
    element("text")
        .set("x", x.to_string())
        .set("y", y.to_string())
        .set("font-family", font)
        .set("font-size", letter.to_string())
        .set("fill", fill)
        .text(words)
}

/// Lines of text from above.
struct Page {
    texts: Vec<Element>,
    y: f64,
    room: f64,
}

impl Page {
    fn write(&mut self, words: &str, [letter, line]: [f64; 2], font: &str, fill: &str, weight: &str) {
        for part in broken(words, self.room / letter) {
            let at = [MARGIN, self.y + letter * 0.85];
            self.texts.push(text(at, letter, font, fill, &part).set("font-weight", weight));
            self.y += line;
        }
    }
}
