//! `biaogan diff`: two editions compared, as the page of changes does.

use std::path::Path;

use biaogan::domain::diff::diff;
use biaogan::domain::{Edition, Lang, RulePack};
use biaogan::model::Scope;
use biaogan::model::changes_page::{changes_page, text};
use biaogan::route::ViewState;
use biaogan::snapshot::read_snapshot;

use super::disk;
use super::published::{Published, Unread};

/// What came of the comparison.
pub struct Told {
    /// The differences as text.
    pub text: String,
    /// Whether there are any.
    pub differs: bool,
}

/// Compares two snapshot files; with `data`, a published folder, two of its editions by their ids.
///
/// # Errors
/// When an edition cannot be read, or the folder has none of that id.
pub fn run(old: &str, new: &str, data: Option<&Path>, lang: Lang) -> Result<Told, Unread> {
    let (old, new, rule) = match data {
        Some(folder) => {
            let mut published = Published::open(folder)?;
            let mut named = |id: &str| {
                let month =
                    id.parse().map_err(|_| published.lacks("editions are named by months: 2022-06"))?;
                let entry = published.entry(Some(month))?;
                published.edition(&entry)
            };
            (named(old)?, named(new)?, published.manifest.rule().cloned())
        }
        None => (file(Path::new(old))?, file(Path::new(new))?, None),
    };
    let rule = rule.unwrap_or_else(RulePack::three_colour);
    let differs = !diff(&old, &new, Some(&rule)).is_empty();
    let scope = Scope { edition: &new, compared: Some(&old), rule: &rule, lang };
    let text = text(&scope, &changes_page(&scope, &ViewState::default()));
    Ok(Told { text, differs })
}

fn file(path: &Path) -> Result<Edition, Unread> {
    let read = read_snapshot(&String::from_utf8_lossy(&disk::read(path)?));
    Ok(read.map_err(Unread::Data)?.value)
}
