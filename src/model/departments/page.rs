//! One unit: what it leads, supports and supervises, with whom, and what is due.

use std::collections::BTreeMap;

use super::super::card;
use super::super::counting::counts;
use super::super::kinds;
use super::super::notices::notices_about;
use super::super::overview;
use super::super::place::Place;
use super::super::relations::{self, Related};
use super::super::scope::Scope;
use super::super::tasks::{Above, Rows, TaskRow};
use super::super::words;
use super::dated::{self, Calendar};
use super::duty::{Duties, Duty, Role, above};
use crate::domain::{Department, Light, Project, Tally, format, order};
use crate::route::View;

/// A goal that the unit leads.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its light with the light's word.
    pub light: (Light, String),
    /// The arithmetic of the light in a phrase.
    pub note: String,
    /// The target.
    pub target: String,
    /// When it is due.
    pub due: String,
    /// From what the lead was inferred, where it was; may be empty.
    pub inferred: Option<String>,
    /// Whether generated figures are shown.
    pub demo: bool,
}

/// The unit's tasks in one role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleTasks {
    /// The role.
    pub role: Role,
    /// How many, in words.
    pub counted: String,
    /// The tasks, each followed by its parts; the rows are counted on from role to role.
    pub rows: Vec<TaskRow>,
}

/// Another unit that shares tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In how many tasks, and who leads how many of them.
    pub detail: String,
    /// In how many tasks.
    pub tasks: usize,
}

/// The page of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitPage {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What sort of body it is, whether it is a member, and its other names.
    pub about: String,
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// `区商务局：牵头7项目标、10项任务，4项亮红灯`.
    pub headline: String,
    /// Of the leads how many were inferred, in a sentence.
    pub inferred: Option<String>,
    /// The lights of what it leads.
    pub tally: Tally,
    /// What is red, overdue, made up and due.
    pub calendar: Calendar,
    /// The goals that it leads.
    pub goals: Vec<GoalLine>,
    /// Its tasks, role by role.
    pub tasks: Vec<RoleTasks>,
    /// The projects that it leads or that its tasks belong to.
    pub projects: Vec<Related>,
    /// The sites of those.
    pub sites: Vec<Related>,
    /// Where it sits in the organisation: the ids of the bodies, their names, and its role there.
    pub seats: Vec<Related>,
    /// Announcements about it.
    pub notices: Vec<Related>,
    /// With whom it works, those with most tasks first.
    pub partners: Vec<Partner>,
    /// The units before and after it in the plan.
    pub neighbours: [Option<(String, String)>; 2],
}

/// The page of the unit with this id, `None` where the edition has none.
pub fn page(scope: &Scope<'_>, id: &str) -> Option<UnitPage> {
    let (edition, lang) = (scope.edition, scope.lang);
    let index = edition.departments.iter().position(|unit| unit.id == id)?;
    let unit = &edition.departments[index];
    let duties = Duties::new(scope);
    let duty = &duties.of[index];
    let rows = Rows::new(scope);
    let projects = projects(scope, &duties, duty, id);
    let neighbour = |at: Option<usize>| {
        let unit = edition.departments.get(at?)?;
        Some((unit.id.clone(), unit.name.get(lang).to_owned()))
    };
    let tally = duties.tally(duty);
    Some(UnitPage {
        id: id.to_owned(),
        name: unit.name.get(lang).into(),
        about: about(scope, unit),
        as_of: overview::as_of(scope),
        demo: scope.is_demo(),
        headline: headline(scope, unit, duty, &tally),
        inferred: (duty.inferred > 0).then(|| inferred(scope, duty)),
        tally,
        calendar: dated::calendar(scope, &duties, &rows, duty),
        goals: duty.goals.iter().map(|at| goal(scope, &duties, *at)).collect(),
        tasks: tasks(scope, &rows, duty),
        sites: relations::sites(scope, &projects.iter().map(|(project, _)| *project).collect::<Vec<_>>()),
        projects: projects.iter().map(|(project, leads)| related_project(scope, project, *leads)).collect(),
        seats: seats(scope, id),
        notices: notices(scope, id),
        partners: partners(scope, &duties, duty, id),
        neighbours: [neighbour(index.checked_sub(1)), neighbour(Some(index + 1))],
    })
}

fn about(scope: &Scope<'_>, unit: &Department) -> String {
    let lang = scope.lang;
    let mut kind = kinds::department(&unit.kind, lang);
    if let Some(first) = kind.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let mut parts = vec![kind];
    if unit.member {
        parts.push(lang.pick("领导小组成员", "member of the leading group").into());
    }
    if !unit.also.is_empty() {
        let also = words::listed(unit.also.iter().map(String::as_str), lang);
        parts.push(lang.pick(format!("方案中也写作{also}"), format!("also written {also} in the plan")));
    }
    parts.join(lang.pick("；", "; "))
}

/// `区商务局：牵头7项目标、10项任务，4项亮红灯`.
fn headline(scope: &Scope<'_>, unit: &Department, duty: &Duty, tally: &Tally) -> String {
    let (lang, name) = (scope.lang, unit.name.get(scope.lang));
    let count = |count: usize, zh: &str, en: &str| {
        lang.pick(format!("{count}项{zh}"), format!("{count} {}", words::plural(count as i32, en)))
    };
    let of_tasks = |role: Role| duty.share(role).items.len();
    if duty.led() == 0 {
        let roles = [
            (Role::Support, lang.pick("配合", "supports ")),
            (Role::Supervise, lang.pick("督查", "supervises ")),
        ];
        let parts = roles.into_iter().filter(|(role, _)| of_tasks(*role) > 0);
        let parts: Vec<String> =
            parts.map(|(role, verb)| format!("{verb}{}", count(of_tasks(role), "任务", "task"))).collect();
        if parts.is_empty() {
            return lang.pick(format!("{name}：方案没有给任务"), format!("{name}: no task in the plan"));
        }
        let parts = parts.join(lang.pick("，", ", "));
        return lang
            .pick(format!("{name}：{parts}，没有牵头事项"), format!("{name} {parts} and leads nothing"));
    }
    let led = [(duty.goals.len(), "目标", "goal"), (of_tasks(Role::Lead), "任务", "task")];
    let led = led.into_iter().filter(|(many, ..)| *many > 0).map(|(many, zh, en)| count(many, zh, en));
    let led = led.collect::<Vec<_>>().join(lang.pick("、", " and "));
    let lights = match (tally.total() - tally.grey(), tally.of(Light::Red)) {
        (0, _) => lang.pick("尚无可评的数据".to_owned(), "nothing to be judged yet".to_owned()),
        (_, 0) => lang.pick("没有红灯".to_owned(), "none red".to_owned()),
        (_, red) => lang.pick(format!("{red}项亮红灯"), format!("{red} red")),
    };
    lang.pick(format!("{name}：牵头{led}，{lights}"), format!("{name} leads {led}, {lights}"))
}

fn inferred(scope: &Scope<'_>, duty: &Duty) -> String {
    let (inferred, all) = (duty.inferred, duty.goals.len() + duty.share(Role::Lead).all.len());
    scope.lang.pick(
        format!("牵头的目标和任务连同分项共{all}项，其中{inferred}项的牵头为推定。"),
        format!("Of {all} goals and tasks that it leads, parts included, {inferred} leads are inferred."),
    )
}

fn goal(scope: &Scope<'_>, duties: &Duties<'_>, at: usize) -> GoalLine {
    let lang = scope.lang;
    let (goal, standing) = (&scope.edition.indicators[at], &duties.standings[at]);
    let note = goal.lead_basis.note.as_ref().map(|note| note.get(lang).to_owned());
    GoalLine {
        id: goal.id.clone(),
        name: goal.name.get(lang).into(),
        light: (standing.light, scope.rule.label(standing.light, lang).to_owned()),
        note: words::standing(scope, goal, standing),
        target: card::target(goal, lang),
        due: format::day(goal.goal.due, lang),
        inferred: goal.lead_basis.inferred.then(|| note.unwrap_or_default()),
        demo: card::provenance(scope, goal) == card::Provenance::Demo,
    }
}

fn tasks(scope: &Scope<'_>, rows: &Rows<'_>, duty: &Duty) -> Vec<RoleTasks> {
    let lang = scope.lang;
    let mut offset = 0;
    let mut seen = vec![false; rows.tree.len()];
    let mut all = Vec::new();
    for role in Role::ALL {
        let share = duty.share(role);
        let mut own = vec![false; rows.tree.len()];
        for at in share.all.iter().filter(|at| !seen[**at]) {
            own[*at] = true;
        }
        let mut found = Vec::new();
        let is_top = |at: &usize| own[*at] && !rows.tree.parent(*at).is_some_and(|above| own[above]);
        for at in (0..own.len()).filter(is_top) {
            grow(rows, &own, at, None, offset, &mut found);
        }
        if found.is_empty() {
            continue;
        }
        let (items, parts) = (share.items.len(), share.all.len());
        offset += found.len();
        all.push(RoleTasks {
            role,
            counted: lang
                .pick(format!("{items}项，连同分项{parts}项"), format!("{items}, with their parts {parts}")),
            rows: found,
        });
        for (at, own) in own.into_iter().enumerate() {
            seen[at] |= own;
        }
    }
    all
}

/// Adds a task and, below it, its parts; `offset` rows stand before `found`.
fn grow(
    rows: &Rows<'_>,
    own: &[bool],
    at: usize,
    above: Option<Above>,
    offset: usize,
    found: &mut Vec<TaskRow>,
) {
    let (row, depth) = (offset + found.len(), above.map_or(0, |above| above.depth + 1));
    found.push(rows.row(at, above));
    for part in rows.tree.parts(at).iter().filter(|part| own[**part]) {
        found[row - offset].parts += 1;
        grow(rows, own, *part, Some(Above { row, depth, at }), offset, found);
    }
}

/// The projects that a unit leads, and with `false` those that only tasks it leads belong to.
fn projects<'a>(scope: &Scope<'a>, duties: &Duties<'_>, duty: &Duty, id: &str) -> Vec<(&'a Project, bool)> {
    let of_tasks: std::collections::BTreeSet<&str> =
        duty.share(Role::Lead).all.iter().filter_map(|at| duties.tree.task(*at).project.as_deref()).collect();
    let leads = |project: &Project| project.lead.as_deref() == Some(id);
    let projects = scope.edition.projects.iter().map(|project| (project, leads(project)));
    let mut projects: Vec<(&Project, bool)> =
        projects.filter(|(project, leads)| *leads || of_tasks.contains(project.id.as_str())).collect();
    order::sort_by_key(&mut projects, |(_, leads)| !leads);
    projects
}

fn related_project(scope: &Scope<'_>, project: &Project, leads: bool) -> Related {
    let lang = scope.lang;
    let kind = kinds::project(&project.kind, lang);
    let through = lang.pick("经任务", "through tasks");
    Related {
        detail: if leads { kind } else { [kind.as_str(), through].join(lang.pick("，", ", ")) },
        ..relations::related_project(scope, project)
    }
}

fn plain(id: &str, name: &str, detail: String, place: Place) -> Related {
    Related { id: id.into(), name: name.into(), detail, light: None, place }
}

/// The bodies in which a unit sits or which it is, with its role there.
fn seats(scope: &Scope<'_>, id: &str) -> Vec<Related> {
    let (edition, lang) = (scope.edition, scope.lang);
    let own = edition.organisation.iter().filter(|one| one.department.as_deref() == Some(id));
    let seats = own.map(|one| {
        let above = one.parent.as_deref().filter(|_| one.kind != "body");
        let body = above.and_then(|above| edition.organisation.iter().find(|body| body.id == above));
        plain(
            &one.id,
            body.unwrap_or(one).name.get(lang),
            one.role.get(lang).to_owned(),
            Place::item(View::Organisation, &one.id),
        )
    });
    seats.collect()
}

fn notices(scope: &Scope<'_>, id: &str) -> Vec<Related> {
    let about = notices_about(scope, id).into_iter();
    about
        .map(|notice| plain(&notice.id, &notice.title, notice.date, Place::record(View::Notices, &notice.id)))
        .collect()
}

/// With whom a unit shares tasks. A part in which both have the same roles as in the task above is not counted again.
fn partners(scope: &Scope<'_>, duties: &Duties<'_>, duty: &Duty, id: &str) -> Vec<Partner> {
    let lang = scope.lang;
    let mut shares: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut shared: Vec<usize> = duty.shares.iter().flat_map(|share| &share.all).copied().collect();
    order::sort_by_key(&mut shared, |at| *at);
    shared.dedup();
    for at in shared {
        let task = duties.tree.task(at);
        let above = above(&duties.tree, at);
        let mut met: Vec<&str> = Vec::new();
        for other in task.departments().map(String::as_str).filter(|other| *other != id) {
            let roles = |one| (Role::of(one, id), Role::of(one, other));
            if !met.contains(&other) && counts(task, above, |one| roles(one) == roles(task)) {
                met.push(other);
                let count = shares.entry(other).or_default();
                count[0] += 1;
                count[1] += usize::from(Role::Lead.is_in(task, id));
                count[2] += usize::from(Role::Lead.is_in(task, other));
            }
        }
    }
    let mut partners: Vec<Partner> = shares
        .into_iter()
        .filter_map(|(other, [tasks, own, theirs])| {
            let name = scope.department(Some(other))?;
            let who =
                [(own, lang.pick("本单位牵头", "led here")), (theirs, lang.pick("对方牵头", "led there"))];
            let who: Vec<String> = who
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, word)| lang.pick(format!("{word}{count}"), format!("{count} {word}")))
                .collect();
            let who = who.join(lang.pick("，", ", "));
            let counted =
                lang.pick(format!("{tasks}项"), format!("{tasks} {}", words::plural(tasks as i32, "task")));
            let detail = if who.is_empty() {
                counted
            } else {
                lang.pick(format!("{counted}：{who}"), format!("{counted}: {who}"))
            };
            Some(Partner { id: other.to_owned(), name: name.to_owned(), detail, tasks })
        })
        .collect();
    order::sort_by_key(&mut partners, |partner| std::cmp::Reverse(partner.tasks));
    partners
}
