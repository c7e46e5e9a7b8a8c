//! What a command has to say.

use biaogan::domain::Lang;
use biaogan::publish::refuses;
use biaogan::snapshot::{Finding, Severity};
use serde::Serialize;

/// The findings of a command and the files it wrote.
#[derive(Default, Serialize)]
pub struct Report {
    /// What was found, in the order of files and rows.
    pub findings: Vec<Finding>,
    /// Paths and lengths in bytes of the files written.
    pub written: Vec<(String, usize)>,
}

impl Report {
    /// Whether the findings refuse what was asked.
    pub fn refused(&self) -> bool {
        refuses(&self.findings)
    }

    /// Prints the report: one line a finding, `file:row:column: error|warning|note: sentence`.
    pub fn print(&self, lang: Lang, json: bool) {
        if json {
            match serde_json::to_string_pretty(self) {
                Ok(text) => println!("{text}"),
                Err(error) => eprintln!("biaogan: {error}"),
            }
            return;
        }
        for finding in &self.findings {
            println!("{}: {}: {}", place(finding), severity(finding.severity), finding.sentence(lang));
        }
        let count = |severity| self.findings.iter().filter(|finding| finding.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let (files, bytes) = (self.written.len(), self.written.iter().map(|(_, bytes)| bytes).sum::<usize>());
        eprintln!(
            "{}",
            lang.pick(
                format!("{errors}个错误，{warnings}个提醒；写出{files}个文件，{bytes}字节"),
                format!("{errors} errors, {warnings} warnings; {files} files written, {bytes} bytes"),
            )
        );
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// `file:row:column`, or `file:pointer:record` where there is no table.
fn place(finding: &Finding) -> String {
    let place = finding.place.clone().unwrap_or_default();
    let row = place.row.map(|row| row.to_string());
    let pointer = (!finding.pointer.is_empty() && row.is_none()).then(|| finding.pointer.clone());
    let record = finding.record.clone().filter(|_| row.is_none());
    let parts = [Some(place.file), row, place.column, pointer, record];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(":")
}
