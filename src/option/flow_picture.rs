//! Who works with whom as a picture that leaves the page: an SVG file with its title and its source written into it.

use super::palette::Palette;
use super::picture::{FOOT, MARGIN, SUBTITLE};
use crate::model::frame::Caption;
use crate::model::label;
use crate::model::leaf::{Element, element};
use crate::model::responsibility::{Node, Picture};

/// Letter and line of the title, in pixels: long, and therefore smaller than that of a chart.
const TITLE: [f64; 2] = [34.0, 46.0];
/// The letters of names, in pixels.
const NAME: f64 = 14.0;
/// Between head, picture and foot.
const GAP: f64 = 24.0;

/// An SVG file of the ribbons, with its width and height in pixels. `names` are the departments' names by number.
pub fn flow_picture(
    picture: &Picture,
    names: &[String],
    caption: &Caption,
    palette: &Palette,
) -> (String, [u32; 2]) {
    let width = Picture::WIDTH as f64 + 2.0 * MARGIN;
    let mut page = Page { texts: Vec::new(), y: MARGIN, room: width - 2.0 * MARGIN };
    page.write(&caption.title, TITLE, &palette.serif, &palette.ink, "700");
    page.write(&caption.subtitle, SUBTITLE, &palette.font, &palette.ink2, "400");
    let top = page.y + GAP;
    page.y = top + picture.height as f64 + GAP;
    for line in &caption.foot {
        page.write(line, FOOT, &palette.font, &palette.ink2, "400");
    }
    let size = [width, page.y + MARGIN - FOOT[1]].map(f64::ceil);
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
    let drawing = element("g")
        .set("transform", format!("translate({MARGIN} {top})"))
        .all(ribbons)
        .all(leads)
        .all(supports);
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

fn node_of(node: &Node, x: f64, at: f64, anchor: &str, name: String, palette: &Palette) -> [Element; 2] {
    let (y, height) = (node.y as f64, node.height as f64);
    let bar = element("rect")
        .set("x", x.to_string())
        .set("y", y.to_string())
        .set("width", Picture::BAR.to_string())
        .set("height", height.to_string())
        .set("fill", &palette.ink);
    let name = element("text")
        .set("x", at.to_string())
        .set("y", (y + height / 2.0 + NAME * 0.35).to_string())
        .set("text-anchor", anchor)
        .set("font-family", &palette.font)
        .set("font-size", NAME.to_string())
        .set("fill", &palette.ink)
        .text(name);
    [bar, name]
}

/// Lines of text from above.
struct Page {
    texts: Vec<Element>,
    y: f64,
    room: f64,
}

impl Page {
    fn write(&mut self, text: &str, [letter, line]: [f64; 2], font: &str, fill: &str, weight: &str) {
        for part in broken(text, self.room / letter) {
            let written = element("text")
                .set("x", MARGIN.to_string())
                .set("y", (self.y + letter * 0.85).to_string())
                .set("font-family", font)
                .set("font-size", letter.to_string())
                .set("font-weight", weight)
                .set("fill", fill)
                .text(part);
            self.texts.push(written);
            self.y += line;
        }
    }
}

/// A text as lines of at most so many ems: broken at blanks, and where there are none anywhere.
fn broken(text: &str, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for letter in text.chars() {
        line.push(letter);
        if label::width(line.trim_end()) > room && line.chars().count() > 1 {
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

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn lines_break_at_blanks_and_lose_no_letter() {
        assert_eq!(broken("one two three four", 5.0), ["one two", "three four"]);
        assert_eq!(broken("左边牵头右边配合", 3.0), ["左边牵", "头右边", "配合"]);
        assert_eq!(broken("", 3.0), Vec::<String>::new());
    }
}
