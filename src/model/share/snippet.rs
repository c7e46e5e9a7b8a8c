//! The code by which another page takes one of these in. Whatever a title says, it stays text in it.

use super::piece;
use crate::model::leaf::escape;
use crate::route::{Embed, Selected, Theme, ViewState, decode, encode};

/// Where the page is, and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The address of the page without a query string: `https://example.org/dashboard/`.
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

/// A script and its element, which is as high as what it holds.
pub fn script(source: Source<'_>, state: &ViewState, embed: Embed) -> String {
    let page = source.page;
    let mut code = String::from("<script");
    attribute(&mut code, "src", &format!("{page}embed.js"));
    code.push_str(" async></script>\n<biaogan-embed");
    attribute(&mut code, "src", page);
    attribute(&mut code, "view", state.view.code());
    if let Some(id) = &state.id {
        attribute(&mut code, "id", id);
    }
    if let Embed::Piece(piece) = embed {
        attribute(&mut code, "piece", piece.code());
    }
    if let Selected::Month(month) = state.snapshot {
        attribute(&mut code, "snapshot", &month.to_string());
    }
    if let Some(lang) = state.lang {
        attribute(&mut code, "lang", lang.tag());
    }
    if state.looks.theme != Theme::Auto {
        attribute(&mut code, "theme", state.looks.theme.code());
    }
    let rest = rest(state);
    if !rest.is_empty() {
        attribute(&mut code, "query", &rest);
    }
    code.push_str("></biaogan-embed>\n<noscript><a");
    attribute(&mut code, "href", &format!("{page}{}", state.to_query()));
    code.push('>');
    escape(source.title, &mut code);
    code.push_str("</a></noscript>");
    code
}

/// What the address says beyond what the element has an attribute for: filters, an order and the like.
fn rest(state: &ViewState) -> String {
    const SAID: [&str; 7] = ["view", "id", "snapshot", "lang", "theme", "embed", "kiosk"];
    let query = state.to_query();
    let pairs = decode(&query);
    let others = pairs.iter().filter(|(name, _)| !SAID.contains(&name.as_str()));
    encode(others.map(|(name, value)| (name.as_str(), value.clone()))).trim_start_matches('?').to_owned()
}

fn attribute(code: &mut String, name: &str, value: &str) {
    code.push(' ');
    code.push_str(name);
    code.push_str("=\"");
    escape(value, code);
    code.push('"');
}
