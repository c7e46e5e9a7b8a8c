//! The organisation as a picture that leaves the page: a body at the top, and below it the others in columns.

use super::framed::{framed, text};
use super::palette::Palette;
use crate::model::label::broken;
use crate::model::leaf::{Element, element};
use crate::model::organisation::{OrgBox, OrgPicture};

/// So many columns stand side by side.
const COLUMNS: usize = 4;
/// The width of a column, and the room between two, in pixels.
const COLUMN: f64 = 290.0;
const GAP: f64 = 20.0;
/// The width of all.
const WIDTH: f64 = COLUMN * COLUMNS as f64 + GAP * (COLUMNS - 1) as f64;
/// From the edge of a box to its words.
const PAD: f64 = 12.0;
/// How far a body stands in from the one above it.
const STEP: f64 = 14.0;
/// Letter and line of names and of all else.
const NAME: [f64; 2] = [16.0, 23.0];
const WORDS: [f64; 2] = [13.0, 19.0];

/// An SVG file of the bodies with their posts and members, with its width and height in pixels.
pub fn org_picture(picture: &OrgPicture, palette: &Palette) -> (String, [u32; 2]) {
    let mut drawn = Vec::new();
    let mut y = 0.0;
    for (top, groups) in &picture.tops {
        y = boxed(&mut drawn, top, [0.0, y], WIDTH, palette) + GAP;
        for row in groups.chunks(COLUMNS) {
            let mut foot = y;
            for (column, group) in row.iter().enumerate() {
                let left = (COLUMN + GAP) * column as f64;
                let mut down = y;
                for body in group {
                    let inner = STEP * body.depth.saturating_sub(1).min(6) as f64;
                    down = boxed(&mut drawn, body, [left + inner, down], COLUMN - inner, palette) + GAP / 2.0;
                }
                foot = foot.max(down);
            }
            y = foot + GAP / 2.0;
        }
    }
    framed(drawn, [WIDTH, y], &picture.caption, palette)
}

/// Draws a body in its box and gives where that ends.
fn boxed(drawn: &mut Vec<Element>, body: &OrgBox, [x, top]: [f64; 2], wide: f64, palette: &Palette) -> f64 {
    let mut y = top + PAD;
    let mut texts = Vec::new();
    let lines = body.lines.iter().map(|line| (line, WORDS, &palette.ink2, "400"));
    for (words, [letter, line], ink, weight) in
        [(&body.name, NAME, &palette.ink, "700")].into_iter().chain(lines)
    {
        for part in broken(words, (wide - 2.0 * PAD) / letter) {
            let at = [x + PAD, y + letter];
            texts.push(text(at, letter, &palette.font, ink, &part).set("font-weight", weight));
            y += line;
        }
    }
    let ground = element("rect")
        .set("x", x.to_string())
        .set("y", top.to_string())
        .set("width", wide.to_string())
        .set("height", (y + PAD - top).to_string())
        .set("fill", &palette.surface)
        .set("stroke", &palette.rule);
    drawn.push(ground);
    drawn.extend(texts);
    y + PAD
}
