//! `biaogan feed`: the announcements of the newest edition as an Atom feed.

use std::path::Path;

use biaogan::domain::Lang;
use biaogan::model::Scope;
use biaogan::model::feed::{Home, feed};
use biaogan::snapshot::Finding;

use super::disk::{self, DiskError};
use super::published::{Published, Unread, is_web};
use super::report::Report;

/// Writes the feed of the publication in `data`. Without a `base` its links are relative to the feed, which then has to
/// lie in a folder beside the page, as the published one does.
///
/// # Errors
/// When a file cannot be read or written, or the base is no address of the web.
pub fn run(data: &Path, base: Option<&str>, out: Option<&Path>, lang: Lang) -> Result<Report, DiskError> {
    let file = lang.pick("notices.xml", "notices.en.xml");
    let out = out.map_or_else(|| data.join(file), Path::to_owned);
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let home = match base {
        None => Home { page: "../".into(), feed: name.clone() },
        Some(base) if is_web(base) => {
            let base = base.trim_end_matches('/');
            Home { page: format!("{base}/"), feed: format!("{base}/data/{name}") }
        }
        Some(base) => {
            return Err(DiskError::Unfit {
                path: base.into(),
                what: "is no address that begins with https://",
            });
        }
    };
    match written(data, &home, lang) {
        Ok((text, findings)) => {
            disk::write(&out, text.as_bytes())?;
            Ok(Report { findings, written: vec![(name, text.len())] })
        }
        Err(Unread::Data(findings)) => Ok(Report { findings, ..Report::default() }),
        Err(Unread::Disk(error)) => Err(error),
    }
}

/// The feed, and what was found on the way.
fn written(data: &Path, home: &Home, lang: Lang) -> Result<(String, Vec<Finding>), Unread> {
    let mut published = Published::open(data)?;
    let (entry, rule) = (published.entry(None)?, published.rule()?);
    let edition = published.edition(&entry)?;
    let scope = Scope { edition: &edition, compared: None, rule: &rule, lang };
    Ok((feed(&scope, &published.manifest.district, home), published.findings))
}
