//! A chart as a picture that leaves the page: with its title, its source and its mark written into it.

use charming::component::Grid;

use super::palette::Palette;
use super::trend::option;
use super::wire::{GridOption, Words, WordsStyle};
use crate::domain::json;
use crate::model::frame::Caption;
use crate::model::label;
use crate::model::trend::Trend;

/// Width and height of a picture, in pixels.
pub const SIZE: [u32; 2] = [1200, 675];

/// Room around everything, in pixels.
pub(super) const MARGIN: f64 = 56.0;
/// The letters of the chart are larger than on a page: a picture is often shown small.
const LETTERS: f64 = 1.25;
/// The letters of title, subtitle and foot, in pixels, and the step from line to line.
const TITLE: [f64; 2] = [36.0, 48.0];
pub(super) const SUBTITLE: [f64; 2] = [18.0, 27.0];
pub(super) const FOOT: [f64; 2] = [15.0, 23.0];
/// The room that the demo mark takes beside the title.
const MARK: f64 = 180.0;

/// The option of a trend as a picture, as JSON text.
///
/// # Errors
/// Only when a figure is not finite.
pub fn trend_picture(
    trend: &Trend,
    palette: &Palette,
    caption: &Caption,
) -> Result<String, serde_json::Error> {
    let palette = of_picture(palette);
    let head = head(caption, &palette);
    let feet = feet(caption, &palette);
    let [left, right, above, below] = [48.0, 24.0, 40.0, 40.0].map(|pixels| palette.sized(pixels));
    let mut graphic = head.words;
    graphic.extend(feet.words);
    json::text(&GridOption {
        grid: Grid::new()
            .left(MARGIN + left)
            .right(MARGIN + right)
            .top(head.height + above)
            .bottom(feet.height + below),
        background_color: Some(palette.paper.clone()),
        graphic,
        ..option(trend, &palette, true)
    })
}

/// A picture stands by itself: it has a ground, and larger letters. ECharts writes names of fonts into an SVG file as
/// they are, inside double quotes.
pub(super) fn of_picture(palette: &Palette) -> Palette {
    Palette {
        paper: palette.ground().to_owned(),
        font: palette.font.replace('"', "'"),
        serif: palette.serif.replace('"', "'"),
        scale: LETTERS,
        ..palette.clone()
    }
}

/// Words along an edge, and how far into the picture they reach.
pub(super) struct Edge {
    pub(super) words: Vec<Words>,
    pub(super) height: f64,
}

pub(super) fn head(caption: &Caption, palette: &Palette) -> Edge {
    let room = f64::from(SIZE[0]) - 2.0 * MARGIN;
    let of_title = room - if caption.demo.is_some() { MARK } else { 0.0 };
    let top = MARGIN - 12.0;
    let below = top + lines(&caption.title, TITLE[0], of_title) * TITLE[1] + 4.0;
    let title = written(&caption.title, "bold", TITLE, of_title, &palette.ink, &palette.serif);
    let subtitle = written(&caption.subtitle, "400", SUBTITLE, room, &palette.ink2, &palette.font);
    let mut words = vec![
        Words { left: Some(MARGIN), top: Some(top), style: title, ..words() },
        Words { left: Some(MARGIN), top: Some(below), style: subtitle, ..words() },
    ];
    words.extend(caption.demo.map(|demo| {
        let style = WordsStyle {
            border_color: Some(palette.orange.clone()),
            border_width: Some(2.0),
            padding: Some([6, 12]),
            width: None,
            overflow: None,
            line_height: None,
            ..written(demo, "bold", [20.0, 20.0], MARK, &palette.orange, &palette.font)
        };
        Words { right: Some(MARGIN), top: Some(top + 4.0), style, ..self::words() }
    }));
    Edge { words, height: below + lines(&caption.subtitle, SUBTITLE[0], room) * SUBTITLE[1] }
}

pub(super) fn feet(caption: &Caption, palette: &Palette) -> Edge {
    let room = f64::from(SIZE[0]) - 2.0 * MARGIN;
    let mut words = Vec::new();
    let mut height = MARGIN - 20.0;
    for line in caption.foot.iter().rev() {
        let style = written(line, "400", FOOT, room, &palette.ink2, &palette.font);
        words.push(Words { left: Some(MARGIN), bottom: Some(height), style, ..self::words() });
        height += lines(line, FOOT[0], room) * FOOT[1];
    }
    Edge { words, height }
}

fn words() -> Words {
    Words { r#type: "text", silent: true, z: 100, ..Words::default() }
}

pub(super) fn written(
    text: &str,
    weight: &str,
    [letter, line]: [f64; 2],
    room: f64,
    fill: &str,
    font: &str,
) -> WordsStyle {
    WordsStyle {
        text: text.to_owned(),
        fill: fill.to_owned(),
        font: format!("{weight} {letter}px {font}"),
        line_height: Some(line),
        width: Some(room),
        // An address has no blanks to break at.
        overflow: Some(if text.contains(' ') || !text.is_ascii() { "break" } else { "breakAll" }),
        ..WordsStyle::default()
    }
}

/// How many lines a text takes, with a little room to spare.
fn lines(text: &str, letter: f64, room: f64) -> f64 {
    (label::width(text) * letter * 1.04 / room).ceil().max(1.0)
}
