//! `biaogan brief`: the printed bulletin of an edition as one file of HTML that needs nothing else.

use std::path::Path;

use biaogan::domain::{Lang, Month};
use biaogan::model::Scope;
use biaogan::model::brief::{self, Matter};
use biaogan::model::leaf::escape;
use biaogan::model::picture::Land;
use biaogan::route::{Selected, ViewState};
use biaogan::snapshot::boundary::read_boundaries;
use biaogan::snapshot::{Boundaries, Finding, LayerRole, Manifest};

use super::disk::{self, DiskError};
use super::published::{Published, Unread, is_web};
use super::report::Report;

/// The page's own styles, as far as a brief needs them.
const STYLES: [&str; 6] = [
    include_str!("../../ui/style/tokens.css"),
    include_str!("../../ui/style/base.css"),
    include_str!("../../ui/style/pieces.css"),
    include_str!("../../ui/style/townships.css"),
    include_str!("../../ui/style/brief.css"),
    include_str!("../../ui/style/brief-print.css"),
];

/// The fill of areas without a figure.
const HATCH: &str = r##"<svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="no-data-ground" d="M0 0h6v6H0z"/><path class="no-data-line" d="M0 0v6"/></pattern></defs></svg>"##;

/// What is asked for.
pub struct Asked<'a> {
    /// The published folder with its index.json.
    pub data: &'a Path,
    /// The edition's month; the newest when absent.
    pub snapshot: Option<Month>,
    /// Where the dashboard is, so that names are links to it.
    pub base: Option<&'a str>,
    /// The file to write.
    pub out: &'a Path,
    /// The language.
    pub lang: Lang,
}

/// Writes the brief of an edition.
///
/// # Errors
/// When a file cannot be read or written.
pub fn run(asked: &Asked<'_>) -> Result<Report, DiskError> {
    // A relative address names no scheme.
    if let Some(base) = asked.base.filter(|base| base.contains(':') && !is_web(base)) {
        return Err(DiskError::Unfit {
            path: base.into(),
            what: "is neither relative nor begins with https://",
        });
    }
    match make(asked) {
        Ok((html, findings)) => {
            disk::write(asked.out, html.as_bytes())?;
            Ok(Report { findings, written: vec![(asked.out.display().to_string(), html.len())] })
        }
        Err(Unread::Data(findings)) => Ok(Report { findings, ..Report::default() }),
        Err(Unread::Disk(error)) => Err(error),
    }
}

/// The brief as HTML, and what was found on the way. Like the page, it tells what changed since the edition before.
fn make(asked: &Asked<'_>) -> Result<(String, Vec<Finding>), Unread> {
    let mut published = Published::open(asked.data)?;
    let (entry, rule) = (published.entry(asked.snapshot)?, published.rule()?);
    let shown = published.edition(&entry)?;
    let before = published.manifest.before(&entry).cloned();
    let before = before.map(|entry| published.edition(&entry)).transpose()?;
    let Published { manifest, mut findings, .. } = published;
    let townships = land(asked.data, &manifest, LayerRole::Townships, &mut findings)?;
    let district = land(asked.data, &manifest, LayerRole::District, &mut findings)?;
    let scope = Scope { edition: &shown, compared: before.as_ref(), rule: &rule, lang: asked.lang };
    let state =
        ViewState { snapshot: Selected::Month(entry.id), lang: Some(asked.lang), ..ViewState::default() };
    let land = Land {
        townships: townships.as_ref(),
        district: district.as_ref(),
        neighbours: None,
        ..Land::default()
    };
    let matter = Matter { scope, manifest: &manifest, land, state: &state };
    Ok((document(&matter, asked.base), findings))
}

/// The boundaries of a role, where there are any; what is wrong in them costs the map alone.
fn land(
    data: &Path,
    manifest: &Manifest,
    role: LayerRole,
    findings: &mut Vec<Finding>,
) -> Result<Option<Boundaries>, Unread> {
    let Some(layer) = manifest.layer(role) else { return Ok(None) };
    let bytes = disk::read(&data.join(&layer.file)).map_err(Unread::Disk)?;
    Ok(match read_boundaries(&String::from_utf8_lossy(&bytes), layer) {
        Ok(read) => {
            findings.extend(read.findings);
            Some(read.value)
        }
        Err(more) => {
            findings.extend(more);
            None
        }
    })
}

fn document(matter: &Matter<'_>, base: Option<&str>) -> String {
    let address = |to: &ViewState| base.map(|base| format!("{base}{}", to.to_query()));
    let mut title = String::new();
    escape(&brief::title(&matter.scope, matter.manifest), &mut title);
    let (lang, styles) = (matter.scope.lang.tag(), STYLES.concat());
    let body = brief::brief(matter).html(&address);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" data-theme=\"light\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{styles}</style>\n</head>\n<body>{HATCH}<main>{body}</main></body>\n</html>\n"
    )
}
