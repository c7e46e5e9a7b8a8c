//! Whether the records of an edition fit together. The page, the loader and the command line use this one check.

use std::collections::{HashMap, HashSet};

use super::Decoded;
use super::finding::{Code, Finding};
use crate::domain::{Comparator, DuePoint, Edition, Indicator, Month, Series, order};

/// Drops records that cannot be shown and references that lead nowhere, naming each.
///
/// # Errors
/// The findings, when no indicator is left to show.
pub fn check(mut edition: Edition, mut findings: Vec<Finding>) -> Result<Decoded<Edition>, Vec<Finding>> {
    if edition.as_of.month() != edition.month {
        let expected = format!("a day of {}", edition.month);
        findings.push(Finding::warning(Code::BadValue, "/as_of", &expected, &edition.as_of.to_string()));
    }
    if edition.start > edition.end {
        let expected = format!("a month not after {}", edition.end);
        findings.push(Finding::error(Code::BadValue, "/start", &expected, &edition.start.to_string()));
        return Err(findings);
    }
    let mut log = Log { findings };
    log.unique("domains", &mut edition.domains, |domain| &domain.id);
    log.unique("departments", &mut edition.departments, |department| &department.id);
    log.unique("projects", &mut edition.projects, |project| &project.id);
    log.unique("indicators", &mut edition.indicators, |indicator| &indicator.id);
    log.unique("tasks", &mut edition.tasks, |task| &task.id);
    log.unique("sites", &mut edition.sites, |site| &site.id);
    log.unique("townships", &mut edition.townships, |township| &township.code);
    log.unique("organisation", &mut edition.organisation, |unit| &unit.id);
    log.unique("documents", &mut edition.documents, |document| &document.id);
    log.unique("sources", &mut edition.sources, |source| &source.id);
    log.unique("notices", &mut edition.notices, |notice| &notice.id);

    let domains = ids(edition.domains.iter().map(|domain| &domain.id));
    // What has no domain is not shown, and nothing may refer to it.
    let known =
        |log: &mut Log, list: &str, id: &str, domain: &str| log.known(list, id, "domain", domain, &domains);
    edition.projects.retain(|project| known(&mut log, "projects", &project.id, &project.domain));
    edition.sites.retain(|site| known(&mut log, "sites", &site.id, &site.domain));
    let departments = ids(edition.departments.iter().map(|department| &department.id));
    let projects = ids(edition.projects.iter().map(|project| &project.id));
    // Sites may be many, and few of them are referred to.
    let asked = edition.projects.iter().filter_map(|project| project.site.as_ref());
    let asked = ids(asked.chain(edition.notices.iter().flat_map(|notice| &notice.about)));
    let sites = ids(edition.sites.iter().map(|site| &site.id).filter(|id| asked.contains(*id)));
    let townships = ids(edition.townships.iter().map(|township| &township.code));
    let sources = ids(edition.sources.iter().map(|source| &source.id));
    let (start, month) = (edition.start, edition.month);

    edition.indicators.retain_mut(|indicator| {
        let keep = known(&mut log, "indicators", &indicator.id, &indicator.domain)
            && log.sound(indicator, start, month);
        log.link("indicators", &indicator.id, "lead", &mut indicator.lead, &departments);
        log.link("indicators", &indicator.id, "project", &mut indicator.project, &projects);
        for event in &mut indicator.events {
            log.link("indicators", &indicator.id, "source", &mut event.source, &sources);
        }
        for series in std::iter::once(&mut indicator.series).chain(indicator.townships.values_mut()) {
            for observation in &mut series.values {
                log.link("indicators", &indicator.id, "source", &mut observation.source, &sources);
            }
        }
        indicator
            .townships
            .retain(|code, _| log.known("indicators", &indicator.id, "townships", code, &townships));
        keep
    });
    let indicators = ids(edition.indicators.iter().map(|indicator| &indicator.id));

    let mut seen: HashSet<String> = HashSet::new();
    edition.tasks.retain_mut(|task| {
        if !known(&mut log, "tasks", &task.id, &task.domain) || !log.level(&task.id, task.level) {
            return false;
        }
        if let Some(series) = &task.progress {
            log.series("tasks", &task.id, series, month);
        }
        log.schedule("tasks", &task.id, &mut task.schedule);
        log.link("tasks", &task.id, "parent", &mut task.parent, &seen);
        log.link("tasks", &task.id, "lead", &mut task.lead, &departments);
        log.link("tasks", &task.id, "project", &mut task.project, &projects);
        log.links("tasks", &task.id, "support", &mut task.support, &departments);
        log.links("tasks", &task.id, "supervise", &mut task.supervise, &departments);
        log.links("tasks", &task.id, "indicators", &mut task.indicators, &indicators);
        seen.insert(task.id.clone());
        true
    });
    for project in &mut edition.projects {
        log.link("projects", &project.id, "parent", &mut project.parent, &projects);
        log.link("projects", &project.id, "lead", &mut project.lead, &departments);
        log.link("projects", &project.id, "site", &mut project.site, &sites);
    }
    log.tree("projects", &mut edition.projects, |project| (&project.id, &mut project.parent));
    for site in &mut edition.sites {
        log.link("sites", &site.id, "project", &mut site.project, &projects);
        log.link("sites", &site.id, "township", &mut site.township, &townships);
        log.coordinate("sites", &site.id, &mut site.at);
    }
    for township in &mut edition.townships {
        log.coordinate("townships", &township.code, &mut township.at);
    }
    let bodies = ids(edition.organisation.iter().map(|unit| &unit.id));
    for unit in &mut edition.organisation {
        log.link("organisation", &unit.id, "parent", &mut unit.parent, &bodies);
        log.link("organisation", &unit.id, "department", &mut unit.department, &departments);
    }
    log.tree("organisation", &mut edition.organisation, |unit| (&unit.id, &mut unit.parent));
    for document in &mut edition.documents {
        log.web_address("documents", &document.id, &mut document.url);
    }
    for source in &mut edition.sources {
        log.web_address("sources", &source.id, &mut source.url);
    }
    let records = [&domains, &departments, &projects, &indicators, &seen, &sites, &townships, &bodies];
    let documents = ids(edition.documents.iter().map(|document| &document.id));
    let anything: HashSet<String> = records.into_iter().chain([&documents]).flatten().cloned().collect();
    for notice in &mut edition.notices {
        log.links("notices", &notice.id, "about", &mut notice.about, &anything);
        log.link("notices", &notice.id, "source", &mut notice.source, &sources);
    }
    if edition.indicators.is_empty() {
        log.findings.push(Finding::error(Code::Empty, "/indicators", "at least one indicator", ""));
        return Err(log.findings);
    }
    Ok(Decoded { value: edition, findings: log.findings })
}

fn ids<'a>(ids: impl Iterator<Item = &'a String>) -> HashSet<String> {
    ids.cloned().collect()
}

struct Log {
    findings: Vec<Finding>,
}

impl Log {
    fn push(&mut self, finding: Finding, record: &str) {
        self.findings.push(finding.of(super::finding::excerpt(record)));
    }

    /// Keeps the first of several records with one id.
    fn unique<T>(&mut self, list: &str, records: &mut Vec<T>, id: impl Fn(&T) -> &String) {
        let mut seen = HashSet::new();
        let good = records.iter().map(|record| {
            let id = id(record);
            let good = !id.is_empty() && id.len() <= 80 && id.bytes().all(|byte| byte.is_ascii_graphic());
            if !good {
                self.push(
                    Finding::error(Code::BadValue, format!("/{list}"), "an id of ASCII letters", id),
                    id,
                );
            } else if !seen.insert(id.as_str()) {
                self.push(Finding::error(Code::DuplicateId, format!("/{list}"), "", id), id);
                return false;
            }
            good
        });
        let good: Vec<bool> = good.collect();
        let mut good = good.into_iter();
        records.retain(|_| good.next().unwrap_or(false));
    }

    /// Whether a reference without which the record cannot be shown leads somewhere.
    fn known(&mut self, list: &str, record: &str, field: &str, id: &str, known: &HashSet<String>) -> bool {
        let found = known.contains(id);
        if !found {
            let finding =
                Finding::error(Code::UnknownReference, format!("/{list}"), &format!("`{field}`"), id);
            self.push(finding, record);
        }
        found
    }

    /// Drops a reference that leads nowhere.
    fn link(
        &mut self,
        list: &str,
        record: &str,
        field: &str,
        id: &mut Option<String>,
        known: &HashSet<String>,
    ) {
        if let Some(missing) = id.take_if(|id| !known.contains(id.as_str())) {
            self.dangling(list, record, field, &missing);
        }
    }

    /// Drops an address that is none of the web; a script, for one, is no link.
    fn web_address(&mut self, list: &str, record: &str, url: &mut Option<String>) {
        let on_the_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        if let Some(other) = url.take_if(|url| !on_the_web(url)) {
            self.push(
                Finding::warning(Code::BadValue, format!("/{list}"), "an address of the web", &other),
                record,
            );
        }
    }

    /// Drops the references that lead nowhere.
    fn links(
        &mut self,
        list: &str,
        record: &str,
        field: &str,
        ids: &mut Vec<String>,
        known: &HashSet<String>,
    ) {
        ids.retain(|id| {
            let found = known.contains(id.as_str());
            if !found {
                self.dangling(list, record, field, id);
            }
            found
        });
    }

    fn dangling(&mut self, list: &str, record: &str, field: &str, id: &str) {
        let finding = Finding::warning(Code::UnknownReference, format!("/{list}"), &format!("`{field}`"), id);
        self.push(finding, record);
    }

    /// Drops parents that lead back to the record itself.
    fn tree<T>(
        &mut self,
        list: &str,
        records: &mut [T],
        fields: impl Fn(&mut T) -> (&String, &mut Option<String>),
    ) {
        let mut parents: HashMap<String, String> = HashMap::new();
        for record in records {
            let (id, parent) = fields(record);
            let Some(above) = parent.clone() else { continue };
            let mut ancestor = Some(&above);
            while let Some(step) = ancestor.filter(|step| *step != id) {
                ancestor = parents.get(step);
            }
            if ancestor.is_some() {
                *parent = None;
                let finding =
                    Finding::warning(Code::BadValue, format!("/{list}"), "a parent above it", &above);
                self.push(finding, id);
            } else {
                parents.insert(id.clone(), above);
            }
        }
    }

    /// Drops a coordinate that is none.
    fn coordinate(&mut self, list: &str, record: &str, at: &mut Option<[f64; 2]>) {
        if let Some([lon, lat]) = at.take_if(|[lon, lat]| lon.abs() > 180.0 || lat.abs() > 90.0) {
            let found = format!("[{lon}, {lat}]");
            let finding = Finding::error(
                Code::BadValue,
                format!("/{list}"),
                "[longitude, latitude] in degrees",
                &found,
            );
            self.push(finding, record);
        }
    }

    /// Whether an indicator's goal and series can be assessed.
    fn sound(&mut self, indicator: &mut Indicator, start: Month, month: Month) -> bool {
        let (id, goal) = (indicator.id.clone(), &indicator.goal);
        let range_needed = goal.comparator == Comparator::Between;
        let range_good = goal.high.map_or(!range_needed, |high| high >= goal.target);
        if !range_good {
            let found = goal.high.map_or_else(|| "no `high`".to_owned(), |high| high.to_string());
            let expected = format!("`high` not under {}", goal.target);
            self.push(Finding::error(Code::BadValue, "/indicators", &expected, &found), &id);
        }
        let due_good = goal.due.month() >= start;
        if !due_good {
            let expected = format!("`due` not before {start}");
            self.push(Finding::error(Code::BadValue, "/indicators", &expected, &goal.due.to_string()), &id);
        }
        self.schedule("indicators", &id, &mut indicator.schedule);
        for series in std::iter::once(&indicator.series).chain(indicator.townships.values()) {
            self.series("indicators", &id, series, month);
        }
        range_good && due_good
    }

    /// Whether a task's depth is one of the four.
    fn level(&mut self, task: &str, level: u8) -> bool {
        let good = (1..=4).contains(&level);
        if !good {
            let finding = Finding::error(Code::BadValue, "/tasks", "a level, 1 to 4", &level.to_string());
            self.push(finding, task);
        }
        good
    }

    /// Puts due points in order and drops repeated ones.
    fn schedule(&mut self, list: &str, record: &str, points: &mut Vec<DuePoint>) {
        if points.is_sorted_by(|one, next| one.month < next.month) {
            return;
        }
        let found = points.iter().map(|point| point.month.to_string()).collect::<Vec<_>>().join(" ");
        let finding =
            Finding::warning(Code::BadValue, format!("/{list}"), "`schedule` ascending by month", &found);
        self.push(finding, record);
        order::sort_by_key(points, |point| point.month);
        points.dedup_by_key(|point| point.month);
    }

    /// Says when a series reaches past the edition's month; what lies after it is never used.
    fn series(&mut self, list: &str, record: &str, series: &Series, month: Month) {
        let last = series.from.plus(series.values.len() as i32 - 1);
        if last > month {
            let expected = format!("figures up to {month}");
            let finding = Finding::warning(Code::BadValue, format!("/{list}"), &expected, &last.to_string());
            self.push(finding, record);
        }
    }
}
