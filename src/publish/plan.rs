//! A folder of tables as a plan: one edition of it, and the boundaries that go with it.

use super::goals;
use super::head::{self, Head};
use super::layers::{self, BoundaryFile};
use super::log::Log;
use super::sources::{self, Official};
use super::tables::Tables;
use super::{figures, records};
use crate::domain::Edition;
use crate::snapshot::{Code, Decoded, Finding, Place, check};

/// The tables that a folder may hold.
const TABLES: [&str; 16] = [
    head::FILE,
    "departments.csv",
    "documents.csv",
    "domains.csv",
    "figures.csv",
    "indicators.csv",
    "layers.csv",
    "notices.csv",
    "observations.csv",
    "organisation.csv",
    "progress.csv",
    "projects.csv",
    "sites.csv",
    "sources.csv",
    "tasks.csv",
    "townships.csv",
];

/// What a folder of tables says.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The district and the publication.
    pub head: Head,
    /// The edition.
    pub edition: Edition,
    /// The boundary files.
    pub layers: Vec<BoundaryFile>,
    /// Every published figure and event that counts as official, also those after the edition.
    pub official: Vec<Official>,
}

/// Reads a folder of tables. Whatever is lost on the way is named with its file, row and column.
///
/// # Errors
/// The findings, when there is no head or no indicator.
pub fn read(tables: &Tables) -> Result<Decoded<Plan>, Vec<Finding>> {
    let mut log = Log::default();
    let Some(head) = head::read(tables, &mut log) else { return Err(log.into_findings()) };
    let mut indicators = goals::indicators(tables, head.start, &mut log);
    let mut tasks = goals::tasks(tables, &mut log);
    let townships = records::townships(tables, &mut log);
    let rated = sources::sources(tables, &mut log);
    let official = sources::official(tables, &indicators, &rated, &mut log);
    figures::figures(tables, &head, &mut indicators, &townships, &rated, &mut log);
    figures::progress(tables, &head, &mut tasks, &rated, &mut log);
    sources::apply(&official, &mut indicators, head.edition.as_of());
    let layers = layers::read(tables, &townships, &mut log);
    unread(tables, &layers, &mut log);
    let edition = Edition {
        month: head.edition.month,
        as_of: head.edition.as_of(),
        published: head.edition.published,
        kind: head.edition.kind,
        start: head.start,
        end: head.end,
        domains: records::domains(tables, &mut log),
        departments: records::departments(tables, &mut log),
        projects: records::projects(tables, &mut log),
        indicators,
        tasks,
        sites: records::sites(tables, &mut log),
        townships,
        organisation: records::organisation(tables, &mut log),
        documents: records::documents(tables, &mut log),
        sources: rated.into_iter().map(|rated| rated.source).collect(),
        notices: records::notices(tables, &mut log),
    };
    match check::check(edition, Vec::new()) {
        Ok(Decoded { value: edition, findings }) => {
            log.adopt(findings);
            let value = Plan { head, edition, layers, official };
            Ok(Decoded { value, findings: log.into_findings() })
        }
        Err(findings) => {
            log.adopt(findings);
            Err(log.into_findings())
        }
    }
}

/// Warns of files that look like data and are none of the tables, such as a misspelt one.
fn unread(tables: &Tables, layers: &[BoundaryFile], log: &mut Log) {
    for name in tables.names() {
        let data = [".csv", ".json", ".geojson", ".topojson"].iter().any(|ending| name.ends_with(ending));
        let known = TABLES.contains(&name) || layers.iter().any(|layer| layer.name == name);
        if data && !known {
            let place = Place { file: name.to_owned(), ..Place::default() };
            log.push(Finding::warning(Code::BadValue, "", "a known table", name).at(place));
        }
    }
}
