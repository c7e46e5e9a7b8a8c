//! What can be found: every record with its names, its place, and a word on where it belongs.

use std::collections::BTreeMap;

use super::name::Name;
use super::{Entry, Kind};
use crate::domain::{Edition, Lang, Names, format};
use crate::model::place::Place;
use crate::model::places;
use crate::model::record::DOCUMENTS;
use crate::model::words::plural;
use crate::route::View;

/// What a department has to do with.
#[derive(Default)]
struct Duties {
    goals: usize,
    tasks: usize,
}

/// Every record of an edition that can be found, by kind and in the plan's order.
pub fn entries(edition: &Edition, lang: Lang) -> Vec<Entry> {
    let records = Records { edition, lang };
    let mut entries = records.goals();
    entries.extend(records.domains());
    entries.extend(records.projects());
    entries.extend(records.tasks());
    entries.extend(records.departments());
    entries.extend(records.bodies());
    entries.extend(records.sites());
    entries.extend(records.townships());
    entries.extend(records.notices());
    entries.extend(records.documents());
    entries
}

/// The townships of an edition, and the sites that are on the map.
pub fn on_map(edition: &Edition, lang: Lang) -> Vec<Entry> {
    let records = Records { edition, lang };
    let mut entries = records.townships();
    entries.extend(records.sites().into_iter().filter(|site| site.place.view == View::Map));
    entries
}

struct Records<'a> {
    edition: &'a Edition,
    lang: Lang,
}

impl Records<'_> {
    fn entry(&self, kind: Kind, names: &[&Names], also: &[String], detail: String, place: Place) -> Entry {
        let (own, other) = (self.lang, self.lang.pick(Lang::En, Lang::Zh));
        let texts = names.iter().map(|name| name.get(own)).chain(names.iter().map(|name| name.get(other)));
        let mut known: Vec<&str> = Vec::new();
        for text in texts.chain(also.iter().map(String::as_str)) {
            if !known.contains(&text) {
                known.push(text);
            }
        }
        let names = known.into_iter().map(Name::new).collect();
        Entry { kind, names, detail, place }
    }

    fn domain_name(&self, id: &str) -> &str {
        self.edition.domain(id).map(|domain| domain.name.get(self.lang)).unwrap_or_default()
    }

    fn goals(&self) -> Vec<Entry> {
        let goals = self.edition.indicators.iter().map(|goal| {
            let detail = self.domain_name(&goal.domain).to_owned();
            let place = Place::record(View::Indicator, &goal.id);
            self.entry(Kind::Goal, &[goal.short(), &goal.name], &[], detail, place)
        });
        goals.collect()
    }

    fn domains(&self) -> Vec<Entry> {
        let domains = self.edition.domains.iter().map(|domain| {
            let detail = domain.position.get(self.lang).to_owned();
            let place = Place::record(View::Domain, &domain.id);
            self.entry(Kind::Domain, &[&domain.name], &[], detail, place)
        });
        domains.collect()
    }

    fn projects(&self) -> Vec<Entry> {
        let projects = self.edition.projects.iter().map(|project| {
            let detail = self.domain_name(&project.domain).to_owned();
            let place = Place::record(View::Projects, &project.id);
            self.entry(Kind::Project, &[&project.name], &[], detail, place)
        });
        projects.collect()
    }

    fn tasks(&self) -> Vec<Entry> {
        let tasks = self.edition.tasks.iter().map(|task| {
            let (section, domain) = (&task.section, self.domain_name(&task.domain));
            let detail =
                self.lang.pick(format!("{domain}，方案{section}"), format!("{domain}, section {section}"));
            let place = Place::item(View::Tasks, &task.id);
            self.entry(Kind::Task, &[&task.name], &[], detail, place)
        });
        tasks.collect()
    }

    fn departments(&self) -> Vec<Entry> {
        let duties = duties(self.edition);
        let none = Duties::default();
        let departments = self.edition.departments.iter().map(|department| {
            let id = department.id.as_str();
            let duties = duties.get(id).unwrap_or(&none);
            let counts = [(duties.goals, "项指标", "goal"), (duties.tasks, "项任务", "task")];
            let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
            let counts: Vec<String> = counts.map(|(count, zh, en)| self.count(count, zh, en)).collect();
            let detail = counts.join(self.lang.pick("，", ", "));
            self.entry(
                Kind::Department,
                &[&department.name],
                &department.also,
                detail,
                Place::record(View::Departments, id),
            )
        });
        departments.collect()
    }

    fn sites(&self) -> Vec<Entry> {
        let sites = self.edition.sites.iter().map(|site| {
            let detail = places::whereabouts(self.edition, site, self.lang).to_owned();
            self.entry(Kind::Site, &[&site.name], &[], detail, Place::site(self.edition, site))
        });
        sites.collect()
    }

    fn townships(&self) -> Vec<Entry> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for code in self.edition.sites.iter().filter_map(|site| site.township.as_deref()) {
            *counts.entry(code).or_default() += 1;
        }
        let townships = self.edition.townships.iter().map(|township| {
            let count = counts.get(township.code.as_str()).copied().filter(|count| *count > 0);
            let detail = count.map(|count| self.count(count, "处地点", "site")).unwrap_or_default();
            let place = Place::township(&township.code);
            self.entry(Kind::Township, &[&township.name, &township.short], &[], detail, place)
        });
        townships.collect()
    }

    /// The bodies of the organisation. A member is found as the department that it is.
    fn bodies(&self) -> Vec<Entry> {
        let own = self.edition.organisation.iter().filter(|unit| unit.kind == "body");
        let bodies = own.map(|unit| {
            let (detail, place) =
                (unit.role.get(self.lang).to_owned(), Place::item(View::Organisation, &unit.id));
            self.entry(Kind::Body, &[&unit.name], &[], detail, place)
        });
        bodies.collect()
    }

    fn notices(&self) -> Vec<Entry> {
        let notices = self.edition.notices.iter().map(|notice| {
            let (detail, place) =
                (format::day(notice.date, self.lang), Place::record(View::Notices, &notice.id));
            self.entry(Kind::Notice, &[&notice.title], &[], detail, place)
        });
        notices.collect()
    }

    fn documents(&self) -> Vec<Entry> {
        let documents = self.edition.documents.iter().map(|document| {
            let detail = document.number.clone().unwrap_or_default();
            self.entry(Kind::Document, &[&document.title], &[], detail, Place::item(View::About, DOCUMENTS))
        });
        documents.collect()
    }

    /// `3项任务`, `3 tasks`.
    fn count(&self, count: usize, zh: &str, en: &str) -> String {
        self.lang.pick(format!("{count}{zh}"), format!("{count} {}", plural(count as i32, en)))
    }
}

/// What each department has to do with, by its id.
fn duties(edition: &Edition) -> BTreeMap<&str, Duties> {
    let mut all: BTreeMap<&str, Duties> = BTreeMap::new();
    for lead in edition.indicators.iter().filter_map(|goal| goal.lead.as_deref()) {
        all.entry(lead).or_default().goals += 1;
    }
    for task in &edition.tasks {
        let mut seen: Vec<&str> = Vec::new();
        for id in task.departments() {
            if seen.contains(&id.as_str()) {
                continue;
            }
            seen.push(id);
            all.entry(id).or_default().tasks += 1;
        }
    }
    all
}
