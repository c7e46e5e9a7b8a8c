//! What a page says of itself to those who turn an address into the thing itself (oEmbed 1.0, <https://oembed.com>).

use serde::Serialize;

use super::picture;
use super::piece;
use super::preview::{Home, Preview};
use super::snippet::{Source, frame};
use crate::route::Embed;
use crate::snapshot::District;

/// A rich answer. The order of its fields is that of the specification.
#[derive(Debug, Serialize)]
struct Rich<'a> {
    version: &'static str,
    r#type: &'static str,
    title: &'a str,
    author_name: &'a str,
    provider_name: &'a str,
    provider_url: &'a str,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
    html: String,
    width: u32,
    height: u32,
}

/// The answer for a preview, as JSON.
///
/// # Errors
/// Never with what is in it: names and numbers.
pub fn oembed(preview: &Preview, home: &Home, district: &District) -> serde_json::Result<String> {
    let lang = preview.lang;
    let [thumbnail_width, thumbnail_height] = picture::SIZE;
    let [width, height] = piece::size(Embed::Whole);
    let source = Source { page: home.page(), title: &preview.title };
    let rich = Rich {
        version: "1.0",
        r#type: "rich",
        title: &preview.title,
        author_name: district.publisher.get(lang),
        provider_name: district.title.get(lang),
        provider_url: home.page(),
        thumbnail_url: home.file(&preview.image()),
        thumbnail_width,
        thumbnail_height,
        html: frame(source, &preview.state, Embed::Whole),
        width,
        height,
    };
    Ok(serde_json::to_string_pretty(&rich)? + "\n")
}
