//! What was found wrong while reading tables, and where each record stands.

use std::collections::HashMap;

use super::head;
use crate::snapshot::{Code, Finding, Place, Severity};

/// Findings so far, and the rows of the records read so far.
#[derive(Debug, Default)]
pub struct Log {
    /// What was found.
    pub findings: Vec<Finding>,
    rows: HashMap<(String, String), Vec<usize>>,
}

impl Log {
    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Remembers that the record `id` stands in `row` of `file`.
    pub fn stands(&mut self, file: &str, id: &str, row: usize) {
        self.rows.entry((file.to_owned(), id.to_owned())).or_default().push(row);
    }

    /// Gives findings of the snapshot's validator their place in the tables.
    ///
    /// A reference that leads nowhere is only dropped when a snapshot is read; in a table that
    /// somebody can correct it is an error.
    pub fn adopt(&mut self, findings: Vec<Finding>) {
        for mut finding in findings {
            if finding.place.is_none() {
                finding.place = self.place_of(&finding);
            }
            if finding.place.is_some() && finding.code == Code::UnknownReference {
                finding.severity = Severity::Error;
            }
            self.findings.push(finding);
        }
    }

    fn place_of(&self, finding: &Finding) -> Option<Place> {
        let list = finding.pointer.strip_prefix('/')?.split('/').next()?;
        let file =
            if ["start", "as_of"].contains(&list) { head::FILE.to_owned() } else { format!("{list}.csv") };
        let whole = Place { file: file.clone(), ..Place::default() };
        let Some(record) = &finding.record else { return Some(whole) };
        let key = (file.clone(), record.clone());
        // Of two records with one id the later one is at fault.
        let row = *self.rows.get(&key)?.last()?;
        let id = if list == "townships" { "code" } else { "id" };
        let about_id = finding.found == *record;
        let column = finding.expected.split('`').nth(1).or(about_id.then_some(id)).map(str::to_owned);
        Some(Place { file, row: Some(row), column })
    }

    /// The findings in the order of files and rows.
    pub fn into_findings(mut self) -> Vec<Finding> {
        let key = |finding: &Finding| {
            let place = finding.place.clone().unwrap_or_default();
            (place.file, place.row)
        };
        self.findings.sort_by_key(key);
        self.findings
    }
}

/// Whether findings forbid to publish: any error does.
pub fn refuses(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
