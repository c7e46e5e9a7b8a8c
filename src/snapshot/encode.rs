//! From an edition to the text of a snapshot.

use serde::Serialize;

use super::SCHEMA;
use crate::domain::edition::EditionKind;
use crate::domain::record::{Department, Document, Domain, Notice, OrgUnit, Project, Site, Source, Township};
use crate::domain::{Day, Edition, Indicator, Month, Task};

/// A snapshot as it is written.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "Snapshot"))]
pub struct SnapshotFile<'a> {
    /// The version of the wire format.
    schema: u32,
    /// The edition's month.
    id: Month,
    /// The day up to which figures reach.
    as_of: Day,
    /// The day it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Day>,
    /// Official or demonstration.
    kind: EditionKind,
    /// The plan's first month.
    start: Month,
    /// The plan's last month.
    end: Month,
    /// The plan's domains, in its order.
    domains: &'a [Domain],
    /// Units and bodies.
    departments: &'a [Department],
    /// Projects.
    projects: &'a [Project],
    /// Goals with their figures.
    indicators: &'a [Indicator],
    /// Tasks, parents before their parts.
    tasks: &'a [Task],
    /// Named places.
    sites: &'a [Site],
    /// Townships.
    townships: &'a [Township],
    /// The organisation.
    organisation: &'a [OrgUnit],
    /// The plan and its basis documents.
    documents: &'a [Document],
    /// Sources of figures and events.
    sources: &'a [Source],
    /// Announcements.
    notices: &'a [Notice],
}

/// The text of a snapshot, one line of JSON; the same edition always gives the same bytes.
///
/// # Errors
/// Never for an edition that was read or checked; a figure that is not finite is written as `null`.
pub fn write_snapshot(edition: &Edition) -> Result<String, serde_json::Error> {
    serde_json::to_string(&SnapshotFile {
        schema: SCHEMA,
        id: edition.month,
        as_of: edition.as_of,
        published: edition.published,
        kind: edition.kind,
        start: edition.start,
        end: edition.end,
        domains: &edition.domains,
        departments: &edition.departments,
        projects: &edition.projects,
        indicators: &edition.indicators,
        tasks: &edition.tasks,
        sites: &edition.sites,
        townships: &edition.townships,
        organisation: &edition.organisation,
        documents: &edition.documents,
        sources: &edition.sources,
        notices: &edition.notices,
    })
}
