//! From the text of a snapshot to an edition.

use super::fields::Fields;
use super::finding::Finding;
use super::{Decoded, check, migrate};
use crate::domain::Edition;

/// Reads a snapshot. Records that cannot be read are left out and named.
///
/// # Errors
/// Findings when the text is no snapshot or its version is unknown.
pub fn read_snapshot(text: &str) -> Result<Decoded<Edition>, Vec<Finding>> {
    let text = migrate::to_current(text, migrate::snapshot).map_err(|finding| vec![finding])?;
    let mut fields = Fields::of(&text).map_err(|finding| vec![finding])?;
    let head = (
        fields.required("id"),
        fields.required("as_of"),
        fields.required("kind"),
        fields.required("start"),
        fields.required("end"),
    );
    let (Some(month), Some(as_of), Some(kind), Some(start), Some(end)) = head else {
        return Err(fields.findings);
    };
    let edition = Edition {
        month,
        as_of,
        published: fields.optional("published"),
        kind,
        start,
        end,
        domains: fields.list("domains"),
        departments: fields.list("departments"),
        projects: fields.list("projects"),
        indicators: fields.list("indicators"),
        tasks: fields.list("tasks"),
        sites: fields.list("sites"),
        townships: fields.list("townships"),
        organisation: fields.list("organisation"),
        documents: fields.list("documents"),
        sources: fields.list("sources"),
        notices: fields.list("notices"),
    };
    check::check(edition, fields.findings)
}
