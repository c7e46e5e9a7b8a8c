//! The map as a picture that leaves the page: with its title, legend, source and mark written into it.

use super::map::{map_option, words as legal};
use super::palette::Palette;
use super::picture::{MARGIN, feet, head, of_picture, written};
use super::wire::{Words, WordsStyle};
use crate::domain::json;
use crate::model::choropleth::Legend;
use crate::model::frame::Caption;
use crate::model::label;
use crate::model::picture::Picture;
use crate::model::spots::Spot;

/// Width and height of the map in the picture, in pixels.
pub const MAP_SIZE: [f64; 2] = [1088.0, 680.0];
/// The letters of the legend, in pixels, and the room that it takes below the map.
const LEGEND: [f64; 2] = [17.0, 44.0];

/// The option of a map as a picture, as JSON text, and the picture's width and height in pixels. The map was laid out in a
/// frame of [`MAP_SIZE`], and `map` is the name under which its boundaries are registered.
///
/// # Errors
/// Only when a coordinate is not finite.
pub fn map_picture(
    picture: &Picture,
    spots: &[Spot],
    legend: Option<(&Legend, &str)>,
    palette: &Palette,
    caption: &Caption,
    map: &str,
) -> Result<(String, [u32; 2]), serde_json::Error> {
    let palette = of_picture(palette);
    // The demo mark stands at the head.
    let picture = Picture { demo: None, ..picture.clone() };
    let (head, feet) = (head(caption, &palette), feet(caption, &palette));
    let below = feet.height + LEGEND[1];
    let high = head.height + MAP_SIZE[1] + below;
    let mut option = map_option(&picture, spots, &palette, map, false);
    option.geo.left += MARGIN;
    option.geo.top += head.height;
    option.background_color = Some(palette.paper.clone());
    option.graphic = head.words;
    option.graphic.extend(legal(&picture, &palette).into_iter().map(|words| Words {
        left: words.left.map(|left| left + MARGIN),
        bottom: words.bottom.map(|bottom| bottom + below),
        ..words
    }));
    option
        .graphic
        .extend(legend.map(|(legend, none)| rows(legend, none, feet.height, &palette)).unwrap_or_default());
    option.graphic.extend(feet.words);
    Ok((json::text(&option)?, [(MAP_SIZE[0] + 2.0 * MARGIN) as u32, high.ceil() as u32]))
}

/// The legend in a row: a square of each tone with its range and count.
fn rows(legend: &Legend, none: &str, foot: f64, palette: &Palette) -> Vec<Words> {
    let mut words = Vec::new();
    let mut left = MARGIN;
    let mut entry = |mark: &str, fill: &str, text: String| {
        for (text, fill) in [(mark.to_owned(), fill), (text, palette.ink.as_str())] {
            let wide = label::width(&text) * LEGEND[0];
            let style = WordsStyle {
                width: None,
                overflow: None,
                ..written(&text, "400", [LEGEND[0]; 2], 0.0, fill, &palette.font)
            };
            words.push(Words {
                r#type: "text",
                silent: true,
                z: 100,
                left: Some(left),
                bottom: Some(foot + 14.0),
                style,
                ..Words::default()
            });
            left += wide + 8.0;
        }
        left += 20.0;
    };
    for class in &legend.classes {
        let fill = &palette.sequential[class.tone.clamp(1, 5) - 1];
        entry("■", fill, format!("{} · {}", class.range, class.count));
    }
    if legend.no_data > 0 {
        entry("▨", &palette.nodata_hatch, format!("{none} · {}", legend.no_data));
    }
    if !legend.unit.is_empty() {
        entry("", &palette.ink, legend.unit.clone());
    }
    words
}
