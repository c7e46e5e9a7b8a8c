//! The code by which another page takes one of these in. Whatever a title says, it stays text in it.

use super::piece;
use crate::model::leaf::escape;
use crate::route::{Embed, ViewState, decode, encode};

/// Where the page is, and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The address of the page without a query string: `https://example.org/dashboard/`, or of the file in it.
    pub page: &'a str,
    /// The title of what is embedded.
    pub title: &'a str,
}

/// A frame, which needs no script and is as high as it says.
pub fn frame(source: Source<'_>, state: &ViewState, embed: Embed) -> String {
    let [width, height] = piece::size(embed);
    let width = if embed == Embed::Whole { "100%".to_owned() } else { width.to_string() };
    let mut code = String::from("<iframe");
    attribute(&mut code, "src", &format!("{}{}", source.page, piece::embedded(state, embed)));
    attribute(&mut code, "title", source.title);
    attribute(&mut code, "width", &width);
    attribute(&mut code, "height", &height.to_string());
    code.push_str(" loading=\"lazy\"></iframe>");
    code
}

/// The parameters of the address that are attributes of the element; the rest is in its `query`.
const ATTRIBUTES: [&str; 8] = ["view", "id", "snapshot", "compare", "layer", "lang", "theme", "type"];

/// A script and its element, which is as high as what it holds. The link in it is read where scripts are off.
pub fn script(source: Source<'_>, state: &ViewState, embed: Embed) -> String {
    let page = source.page;
    let folder = page.rfind('/').map_or(page, |at| &page[..=at]);
    let query = state.to_query();
    let pairs = decode(&query).into_iter().filter(|(name, _)| !["embed", "kiosk"].contains(&name.as_str()));
    let (said, rest): (Vec<_>, Vec<_>) = pairs.partition(|(name, _)| ATTRIBUTES.contains(&name.as_str()));
    let mut code = String::from("<script");
    attribute(&mut code, "src", &format!("{folder}embed.js"));
    code.push_str(" async></script>\n<biaogan-embed");
    attribute(&mut code, "src", page);
    for (name, value) in &said {
        // An `id` may stand on a page only once.
        let name = if name == "id" { "record" } else { name.as_str() };
        attribute(&mut code, name, value);
    }
    if let Embed::Piece(piece) = embed {
        attribute(&mut code, "piece", piece.code());
    }
    if !rest.is_empty() {
        let rest = encode(rest.iter().map(|(name, value)| (name.as_str(), value.clone())));
        attribute(&mut code, "query", rest.trim_start_matches('?'));
    }
    attribute(&mut code, "title", source.title);
    code.push_str("><a");
    attribute(&mut code, "href", &format!("{page}{query}"));
    code.push('>');
    escape(source.title, &mut code);
    code.push_str("</a></biaogan-embed>");
    code
}

fn attribute(code: &mut String, name: &str, value: &str) {
    code.push(' ');
    code.push_str(name);
    code.push_str("=\"");
    escape(value, code);
    code.push('"');
}
