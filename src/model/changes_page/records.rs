//! Records that came and went, who answers for them, and what else they say.

use super::super::agenda::Answers;
use super::super::scope::Scope;
use super::super::words;
use super::{Line, Topic};
use crate::domain::diff::{Changed, Difference, Link, Role, Said};
use crate::domain::{Edition, Event, Lang, Names, format};

/// Adds the lines about a record itself.
pub fn add(scope: &Scope<'_>, old: &Edition, record: &Changed, lines: &mut Vec<(Topic, Line)>) {
    let lang = scope.lang;
    let here = || Line::of(scope, scope.edition, record.kind, &record.id);
    let mut others: Vec<String> = Vec::new();
    for difference in &record.differences {
        match difference {
            Difference::Added => lines.push((Topic::Added, here())),
            Difference::Removed => {
                lines.push((Topic::Removed, Line::of(scope, old, record.kind, &record.id)));
            }
            Difference::People { role, gone, come } => {
                let names = |ids: &[String]| names(scope, old, ids);
                let mut line = here();
                line.when = Some(role_name(*role, lang).to_owned());
                line.change = Some((names(gone), names(come)));
                line.departments.extend(gone.iter().cloned());
                lines.push((Topic::People, line));
            }
            Difference::Basis(inferred) => {
                let (stated, guessed) =
                    (lang.pick("方案写明", "named in the plan"), lang.pick("推定", "inferred"));
                let (from, to) = if *inferred { (stated, guessed) } else { (guessed, stated) };
                let mut line = here();
                line.when = Some(lang.pick("牵头依据", "Lead is").to_owned());
                line.change = Some((from.to_owned(), to.to_owned()));
                lines.push((Topic::People, line));
            }
            Difference::Events { gone, come } => {
                let line = |cause: String, event: &Event| Line {
                    when: Some(format::day(event.date, lang)),
                    demo: scope.is_demo() && event.source.is_none(),
                    cause,
                    ..here()
                };
                for event in come {
                    lines.push((Topic::Events, line(event.name.get(lang).to_owned(), event)));
                }
                for event in gone {
                    let name = event.name.get(lang);
                    let cause = lang.pick(format!("撤下：{name}"), format!("withdrawn: {name}"));
                    lines.push((Topic::Events, line(cause, event)));
                }
            }
            Difference::Renamed { from, to } => {
                let mut line = here();
                line.when = Some(lang.pick("改名", "Renamed").to_owned());
                line.change = Some(renamed(from, to, lang));
                lines.push((Topic::Other, line));
            }
            Difference::Links { what, gone, come } => {
                let names = |ids: &[String]| {
                    let names = ids.iter().map(|id| {
                        linked(scope.edition, *what, id)
                            .or_else(|| linked(old, *what, id))
                            .map_or(id.as_str(), |name| name.get(lang))
                    });
                    some(words::listed(names, lang), lang)
                };
                let (name, from, to) = (link_name(*what, lang), names(gone), names(come));
                others.push(lang.pick(format!("{name}：{from}→{to}"), format!("{name}: {from} → {to}")));
            }
            Difference::Said(what) => others.push(said(*what, lang).to_owned()),
            _ => {}
        }
    }
    if !others.is_empty() {
        let cause = others.join(lang.pick("；", "; "));
        lines.push((Topic::Other, Line { cause, ..here() }));
    }
}

/// The names in the reader's language, or in the other one where that alone changed.
fn renamed(from: &Names, to: &Names, lang: Lang) -> (String, String) {
    let other = lang.pick(Lang::En, Lang::Zh);
    let lang = if from.get(lang) == to.get(lang) { other } else { lang };
    (from.get(lang).to_owned(), to.get(lang).to_owned())
}

/// The names of departments, or that there is none.
fn names(scope: &Scope<'_>, old: &Edition, ids: &[String]) -> String {
    let lang = scope.lang;
    let name = |id: &String| match Answers::of(scope, Some(id), false) {
        Some(known) => known.name,
        None => old.department(id).map_or_else(|| id.clone(), |known| known.name.get(lang).to_owned()),
    };
    some(words::listed(ids.iter().map(name), lang), lang)
}

fn some(text: String, lang: Lang) -> String {
    if text.is_empty() { lang.pick("无", "none").to_owned() } else { text }
}

fn role_name(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Lead => lang.pick("牵头", "Lead"),
        Role::Support => lang.pick("配合", "Support"),
        Role::Supervise => lang.pick("督查", "Supervision"),
    }
}

/// The name of a record that another one belongs to.
fn linked<'a>(edition: &'a Edition, what: Link, id: &str) -> Option<&'a Names> {
    match what {
        Link::Domain => edition.domain(id).map(|one| &one.name),
        Link::Project => edition.project(id).map(|one| &one.name),
        Link::Township => edition.township(id).map(|one| &one.name),
        Link::Department => edition.department(id).map(|one| &one.name),
        Link::Site => edition.sites.iter().find(|one| one.id == id).map(|one| &one.name),
        Link::Parent | Link::Indicators | Link::About => {
            let goal = edition.indicator(id).map(|one| one.short());
            let task = || edition.tasks.iter().find(|one| one.id == id).map(|one| &one.name);
            let project = || edition.project(id).map(|one| &one.name);
            let body = || edition.organisation.iter().find(|one| one.id == id).map(|one| &one.name);
            let document = || edition.documents.iter().find(|one| one.id == id).map(|one| &one.title);
            let others = [Link::Domain, Link::Department, Link::Site, Link::Township];
            let other = || others.into_iter().find_map(|what| linked(edition, what, id));
            goal.or_else(task).or_else(project).or_else(body).or_else(document).or_else(other)
        }
    }
}

fn link_name(what: Link, lang: Lang) -> &'static str {
    let (zh, en) = match what {
        Link::Domain => ("领域", "Domain"),
        Link::Project => ("所属项目", "Project"),
        Link::Parent => ("上级", "Part of"),
        Link::Site => ("地点", "Site"),
        Link::Township => ("街镇", "Township"),
        Link::Department => ("单位", "Department"),
        Link::Indicators => ("所挂指标", "Goals"),
        Link::About => ("所涉记录", "About"),
    };
    lang.pick(zh, en)
}

fn said(what: Said, lang: Lang) -> &'static str {
    let (zh, en) = match what {
        Said::Spelling => ("简称有改动", "short name or spelling changed"),
        Said::Sort => ("类别或层级有改动", "sort or level changed"),
        Said::Section => ("条款有改动", "section changed"),
        Said::Text => ("文字有改动", "text changed"),
        Said::Place => ("位置有改动", "place changed"),
        Said::Duty => ("职责有改动", "duty changed"),
        Said::Date => ("日期有改动", "date changed"),
        Said::Source => ("来源有改动", "source changed"),
        Said::Member => ("成员身份有改动", "membership changed"),
    };
    lang.pick(zh, en)
}
