//! All units, filtered and ordered as the address says.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::super::kinds;
use super::super::scope::Scope;
use super::super::search::{Hearing, Name, Query, Searched, fits};
use super::super::words;
use super::dated;
use super::duty::{Duties, Duty, Role};
use crate::domain::{Day, Department, Lang, Light, Tally, order};
use crate::route::{LightFilter, Sort, ViewState};

/// What a unit has to have done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The id of the goal or task.
    pub id: String,
    /// Whether it is a goal.
    pub goal: bool,
    /// Its name.
    pub name: String,
    /// When.
    pub when: String,
}

/// A unit in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What sort of body it is.
    pub kind: String,
    /// Whether it is a member of the leading group.
    pub member: bool,
    /// How many goals it leads.
    pub goals: usize,
    /// How many items it leads, supports and supervises, and how many tasks with all parts of these.
    pub items: [(usize, usize); 3],
    /// Of the leads how many were inferred.
    pub inferred: usize,
    /// The lights of what it leads.
    pub tally: Tally,
    /// How much of what it leads was missed at a due point or at its last day and has not been made up.
    pub overdue: usize,
    /// What is due next.
    pub next: Option<Next>,
    /// Whether the plan gives it nothing to do.
    pub idle: bool,
}

struct Entry {
    row: UnitRow,
    names: Vec<Name>,
    /// The domains in which it has something to do.
    domains: BTreeSet<String>,
    next: Option<Day>,
}

/// All units of an edition: made once, filtered many times.
pub struct Register {
    entries: Vec<Entry>,
    /// `42个单位和机构，17个有牵头事项，4个有红灯，区商务局最多，4项`.
    pub headline: String,
    /// What the plan leaves open: members without a task, and units with tasks that are no members.
    pub remarks: Vec<String>,
    /// Whether any unit supervises something.
    pub supervised: bool,
    lang: Lang,
    hearing: Hearing,
}

/// The units that pass the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitList {
    /// The units.
    pub rows: Vec<UnitRow>,
    /// The lights of what they lead.
    pub tally: Tally,
    /// How many pass, of how many, in words.
    pub counted: String,
    /// Whether anything is filtered.
    pub filtered: bool,
}

impl Searched for Register {
    fn hearing(&self) -> &Hearing {
        &self.hearing
    }
}

impl Register {
    /// Makes the register.
    pub fn new(scope: &Scope<'_>) -> Self {
        let duties = Duties::new(scope);
        let entries: Vec<Entry> = scope
            .edition
            .departments
            .iter()
            .zip(&duties.of)
            .map(|(unit, duty)| entry(scope, &duties, unit, duty))
            .collect();
        Self {
            headline: headline(scope, &entries),
            remarks: remarks(scope, &duties.of),
            supervised: entries.iter().any(|entry| entry.row.items[Role::Supervise as usize].1 > 0),
            entries,
            lang: scope.lang,
            hearing: Hearing::default(),
        }
    }

    /// The units that the address asks for.
    pub fn list(&self, state: &ViewState) -> UnitList {
        let query = Query::read(&state.q);
        let admits = |entry: &&Entry| {
            let tally = &entry.row.tally;
            let lit = state.light == LightFilter::Any
                || Light::ALL.into_iter().any(|light| state.light.admits(light) && tally.of(light) > 0);
            lit && state.domain.as_ref().is_none_or(|id| entry.domains.contains(id))
                && query.as_ref().is_none_or(|query| fits(&entry.names, query, self.hearing.readings()))
        };
        let mut found: Vec<&Entry> = self.entries.iter().filter(admits).collect();
        match state.sort {
            Sort::Plan | Sort::Gap => {}
            Sort::Most => order::sort_by_key(&mut found, |entry| Reverse(weight(&entry.row))),
            Sort::Light => order::sort_by_key(&mut found, |entry| {
                let tally = entry.row.tally;
                let light = |light| tally.of(light);
                Reverse((light(Light::Red), light(Light::NoData), light(Light::Yellow)))
            }),
            Sort::Name => order::sort(&mut found, |one, other| one.row.name.cmp(&other.row.name)),
            Sort::Due => order::sort_by_key(&mut found, |entry| (entry.next.is_none(), entry.next)),
        }
        let (count, total) = (found.len(), self.entries.len());
        let mut lights = Vec::new();
        for entry in &found {
            for light in Light::ALL {
                lights.extend(std::iter::repeat_n(light, entry.row.tally.of(light)));
            }
        }
        UnitList {
            tally: lights.into_iter().collect(),
            counted: self.lang.pick(format!("{count}个，共{total}个"), format!("{count} of {total}")),
            filtered: state.domain.is_some() || state.light != LightFilter::Any || query.is_some(),
            rows: found.into_iter().map(|entry| entry.row.clone()).collect(),
        }
    }
}

/// How much a unit leads and supports, for sorting.
fn weight(row: &UnitRow) -> (usize, usize, usize) {
    let [lead, support, _] = row.items;
    (row.goals + lead.0, lead.1, support.0)
}

fn entry(scope: &Scope<'_>, duties: &Duties<'_>, unit: &Department, duty: &Duty) -> Entry {
    let (edition, lang) = (scope.edition, scope.lang);
    let led = dated::led(scope, duties, duty);
    let next = led.iter().filter_map(|one| Some((dated::next_day(scope, duties, *one)?, *one)));
    let next = next.min_by_key(|(day, _)| *day);
    let tasks = duty.shares.iter().flat_map(|share| &share.all).map(|at| &duties.tree.task(*at).domain);
    let goals = duty.goals.iter().map(|at| &edition.indicators[*at].domain);
    let texts = [lang, lang.pick(Lang::En, Lang::Zh)].map(|lang| unit.name.get(lang));
    let names = texts.into_iter().chain(unit.also.iter().map(String::as_str));
    Entry {
        names: names.map(Name::new).collect(),
        domains: tasks.chain(goals).cloned().collect(),
        next: next.map(|(day, _)| day),
        row: UnitRow {
            id: unit.id.clone(),
            name: unit.name.get(lang).into(),
            kind: kinds::department(&unit.kind, lang),
            member: unit.member,
            goals: duty.goals.len(),
            items: Role::ALL.map(|role| (duty.share(role).items.len(), duty.share(role).all.len())),
            inferred: duty.inferred,
            tally: duties.tally(duty),
            overdue: led.iter().filter(|one| dated::missed(scope, duties, **one).is_some()).count(),
            next: next.map(|(day, one)| next_of(scope, duties, day, one)),
            idle: duty.is_idle(),
        },
    }
}

fn next_of(scope: &Scope<'_>, duties: &Duties<'_>, day: Day, one: dated::Led) -> Next {
    let lang = scope.lang;
    let (id, goal, name) = match one {
        dated::Led::Goal(at) => {
            let goal = &scope.edition.indicators[at];
            (&goal.id, true, goal.short().get(lang))
        }
        dated::Led::Task(at) => {
            let task = duties.tree.task(at);
            (&task.id, false, task.name.get(lang))
        }
    };
    Next { id: id.clone(), goal, name: name.into(), when: crate::domain::format::day(day, lang) }
}

fn headline(scope: &Scope<'_>, entries: &[Entry]) -> String {
    let lang = scope.lang;
    let (count, leading) = (entries.len(), entries.iter().filter(|entry| weight(&entry.row).0 > 0).count());
    let start = lang.pick(
        format!("{count}个单位和机构，{leading}个有牵头事项"),
        format!("{count} {}, {leading} of them lead something", words::plural(count as i32, "unit")),
    );
    let judged = |entry: &Entry| entry.row.tally.total() > entry.row.tally.grey();
    if !entries.iter().any(judged) {
        return lang
            .pick(format!("{start}，尚无可评的公布数据"), format!("{start}; no figures published yet"));
    }
    let reds = |entry: &&Entry| entry.row.tally.of(Light::Red);
    let red: Vec<&Entry> = entries.iter().filter(|entry| reds(entry) > 0).collect();
    let most = red.iter().map(reds).max().unwrap_or(0);
    let worst: Vec<&&Entry> = red.iter().filter(|entry| reds(entry) == most).collect();
    match (red.len(), worst.as_slice()) {
        (0, _) => lang.pick(format!("{start}，都没有红灯"), format!("{start}; no red light at any")),
        (1, [one]) => lang.pick(
            format!("{start}，只有{}有红灯，{most}项", one.row.name),
            format!("{start}; only {} has red lights: {most}", one.row.name),
        ),
        (some, [one]) => lang.pick(
            format!("{start}，{some}个有红灯，{}最多，{most}项", one.row.name),
            format!("{start}; {some} have red lights, {} the most: {most}", one.row.name),
        ),
        (some, _) => lang.pick(
            format!("{start}，{some}个有红灯，最多的各{most}项"),
            format!("{start}; {some} have red lights, at most {most} each"),
        ),
    }
}

/// Members that the plan gives no task, and units with tasks that are no members; bodies of the organisation are not
/// expected to be.
pub(in crate::model) fn remarks(scope: &Scope<'_>, duties: &[Duty]) -> Vec<String> {
    let (edition, lang) = (scope.edition, scope.lang);
    let is_body = |unit: &Department| {
        edition
            .organisation
            .iter()
            .any(|body| body.kind == "body" && body.department.as_ref() == Some(&unit.id))
    };
    let named = |keep: &dyn Fn(&Department, &Duty) -> bool| {
        let units = edition.departments.iter().zip(duties).filter(|(unit, duty)| keep(unit, duty));
        let names: Vec<&str> = units.map(|(unit, _)| unit.name.get(lang)).collect();
        (names.len(), words::listed(names.into_iter(), lang))
    };
    if !edition.departments.iter().any(|unit| unit.member) {
        return Vec::new();
    }
    let mut remarks = Vec::new();
    let (count, names) = named(&|unit, duty| !unit.member && !duty.is_idle() && !is_body(unit));
    if count > 0 {
        remarks.push(lang.pick(
            format!("{count}个单位在方案中有任务，但不是领导小组成员：{names}。"),
            format!(
                "{count} {} tasks in the plan and are no members of the leading group: {names}.",
                have(count)
            ),
        ));
    }
    let (count, names) = named(&|unit, duty| unit.member && duty.is_idle());
    if count > 0 {
        remarks.push(lang.pick(
            format!("{count}个单位是领导小组成员，但方案没有给任务：{names}。"),
            format!(
                "{count} {} no task in the plan and are members of the leading group: {names}.",
                have(count)
            ),
        ));
    }
    remarks
}

fn have(count: usize) -> &'static str {
    if count == 1 { "unit has" } else { "units have" }
}
