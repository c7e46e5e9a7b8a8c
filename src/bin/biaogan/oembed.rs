//! `biaogan oembed`: what the page says of itself elsewhere, as files that a static host can serve.

use std::path::Path;

use biaogan::domain::Lang;
use biaogan::model::Scope;
use biaogan::model::share::oembed::oembed;
use biaogan::model::share::picture::Shape;
use biaogan::model::share::preview::{Home, Preview, page, previews};
use biaogan::route::View;
use biaogan::snapshot::{District, Finding};

use super::disk::{self, DiskError};
use super::paint;
use super::published::{Published, Unread, is_web};
use super::report::Report;

/// The fixed words of the page itself.
const WORDS: [(&str, &str); 2] = [
    ("locales/zh-CN.json", include_str!("../../../locales/zh-CN.json")),
    ("locales/en.json", include_str!("../../../locales/en.json")),
];

/// Writes a page, an answer of oEmbed and a picture for every view and record of the newest edition into `out`, which
/// is served as the folder `share` beside the page at `base`.
///
/// # Errors
/// When a file cannot be read or written, or the base is no address of the web.
pub fn run(data: &Path, base: &str, out: &Path, lang: Lang) -> Result<Report, DiskError> {
    if !is_web(base) {
        return Err(DiskError::Unfit { path: base.into(), what: "is no address that begins with https://" });
    }
    let (previews, district, findings) = match made(data, lang) {
        Ok(made) => made,
        Err(Unread::Data(findings)) => return Ok(Report { findings, ..Report::default() }),
        Err(Unread::Disk(error)) => return Err(error),
    };
    let home = Home::new(base);
    let mut written = Vec::new();
    // Views that are about the same goals come one after another and have one picture.
    let mut painted: Option<(&[Shape], Vec<u8>)> = None;
    for preview in &previews {
        let image = match painted.take() {
            Some((shapes, image)) if shapes == preview.picture => image,
            _ => paint::png(&preview.picture).ok_or_else(|| DiskError::Unfit {
                path: out.join(preview.image()),
                what: "cannot be drawn",
            })?,
        };
        painted = Some((&preview.picture, image.clone()));
        let files = [
            (preview.file("html"), page(preview, &home, &district).into_bytes()),
            (preview.file("json"), oembed(preview, &home, &district)?.into_bytes()),
            (preview.image(), image),
        ];
        for (name, bytes) in files {
            disk::write(&out.join(&name), &bytes)?;
            written.push((name, bytes.len()));
        }
    }
    Ok(Report { findings, written })
}

/// The previews, whose they are, and what was found on the way.
fn made(data: &Path, lang: Lang) -> Result<(Vec<Preview>, District, Vec<Finding>), Unread> {
    let mut published = Published::open(data)?;
    let (entry, rule) = (published.entry(None)?, published.rule()?);
    let edition = published.edition(&entry)?;
    let scope = Scope { edition: &edition, compared: None, rule: &rule, lang };
    let (file, words) = lang.pick(WORDS[0], WORDS[1]);
    let words: serde_json::Value = serde_json::from_str(words).map_err(DiskError::from)?;
    if View::ALL.iter().any(|view| !words[word(*view)].is_string()) {
        let what = "does not say what every view is called";
        return Err(Unread::Disk(DiskError::Unfit { path: file.into(), what }));
    }
    let named = |view| words[word(view)].as_str().unwrap_or_default().to_owned();
    let previews = previews(&scope, &published.manifest.district, &named);
    Ok((previews, published.manifest.district, published.findings))
}

/// The key of what a view is called.
fn word(view: View) -> &'static str {
    match view {
        View::Domain => "domains",
        View::Indicator => "indicators",
        view => view.code(),
    }
}
