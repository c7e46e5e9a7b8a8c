//! Who works with whom as a picture that leaves the page: an SVG file with its title and its source written into it.

use super::framed::{framed, text};
use super::palette::Palette;
use crate::model::frame::Caption;
use crate::model::leaf::{Element, element};
use crate::model::responsibility::{Node, Picture};

/// The letters of names, in pixels.
const NAME: f64 = 14.0;

/// An SVG file of the ribbons, with its width and height in pixels. `names` are the departments' names by number.
pub fn flow_picture(
    picture: &Picture,
    names: &[String],
    caption: &Caption,
    palette: &Palette,
) -> (String, [u32; 2]) {
    let ribbons = picture.ribbons.iter().map(|ribbon| {
        element("path").set("d", &ribbon.path).set("fill", &palette.ink).set("fill-opacity", "0.2")
    });
    let [start, end] = Picture::ENDS.map(|x| x as f64);
    let bar = Picture::BAR as f64;
    let leads = picture.leads.iter().flat_map(|node| {
        let text = format!("{} {}", names[node.unit], node.count);
        node_of(node, start - bar, start - bar - 8.0, "end", text, palette)
    });
    let supports = picture.supports.iter().flat_map(|node| {
        let text = format!("{} {}", node.count, names[node.unit]);
        node_of(node, end, end + bar + 8.0, "start", text, palette)
    });
    let drawing = ribbons.chain(leads).chain(supports);
    framed(drawing, [Picture::WIDTH as f64, picture.height as f64], caption, palette)
}

fn node_of(node: &Node, x: f64, at: f64, anchor: &str, name: String, palette: &Palette) -> [Element; 2] {
    let (y, height) = (node.y as f64, node.height as f64);
    let bar = element("rect")
        .set("x", x.to_string())
        .set("y", y.to_string())
        .set("width", Picture::BAR.to_string())
        .set("height", height.to_string())
        .set("fill", &palette.ink);
    let name = text([at, y + height / 2.0 + NAME * 0.35], NAME, &palette.font, &palette.ink, &name)
        .set("text-anchor", anchor);
    [bar, name]
}
