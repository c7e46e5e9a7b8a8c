//! What is tracked: made once for an edition, narrowed many times.

use std::cmp::Reverse;

use super::super::scope::Scope;
use super::super::search::{Hearing, Name, Query, Searched, fits};
use super::super::words;
use super::row::{Kind, Row, of_goal, of_task};
use crate::domain::{Day, Lang, Light, Month, Names, Standing, Tally, TaskTree, order};
use crate::route::{self, LightFilter, Sort, ViewState};

/// An item and what it is found by.
struct Entry {
    row: Row,
    names: Vec<Name>,
    departments: Vec<String>,
    due: Option<Day>,
}

/// Everything that is tracked, in the plan's order: goals, then tasks.
pub struct Progress {
    entries: Vec<Entry>,
    /// The day up to which figures reach.
    pub as_of: Day,
    /// The plan's first and last month.
    pub span: [Month; 2],
    /// `截至2022年6月30日`.
    pub dateline: String,
    /// `全部18项指标、23项任务中9项亮红灯`: of the whole edition, whatever is filtered.
    pub headline: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// The domains: id, name and the character of the seal.
    pub domains: Vec<[String; 3]>,
    /// The departments that answer for something tracked: id and name.
    pub departments: Vec<(String, String)>,
    /// The words of the lights.
    lights: Vec<(Light, String)>,
    pub(super) lang: Lang,
    hearing: Hearing,
}

/// A division of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What its items have in common.
    pub title: String,
    /// The number of the domain from 1 and the character of its seal.
    pub domain: Option<(usize, String)>,
    /// Its light, where the table is divided by light.
    pub light: Option<Light>,
    /// The lights of its items.
    pub tally: Tally,
    /// The positions of its items, for [`Progress::row`].
    pub rows: Vec<usize>,
}

/// The items that pass the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracks {
    /// The divisions that have items.
    pub groups: Vec<Group>,
    /// The lights of all items that pass.
    pub tally: Tally,
    /// How many pass and are counted in the tally, of how many, in words: `筛出2项指标、3项任务，共41项`.
    pub counted: String,
    /// Whether anything is filtered.
    pub filtered: bool,
}

impl Searched for Progress {
    fn hearing(&self) -> &Hearing {
        &self.hearing
    }
}

impl Progress {
    /// Makes the table.
    pub fn new(scope: &Scope<'_>) -> Self {
        let (edition, lang) = (scope.edition, scope.lang);
        let standings: Vec<Standing> = edition.indicators.iter().map(|goal| scope.standing(goal)).collect();
        let names = |names: &[&Names]| {
            let texts = names.iter().flat_map(|names| [&names.zh, &names.en]);
            texts.map(|text| Name::new(text)).collect::<Vec<_>>()
        };
        let mut entries: Vec<Entry> = Vec::new();
        for (goal, standing) in edition.indicators.iter().zip(&standings) {
            entries.push(Entry {
                row: of_goal(scope, goal, standing),
                names: names(&[goal.short(), &goal.name]),
                departments: goal.lead.iter().cloned().collect(),
                due: Some(goal.goal.due),
            });
        }
        let tree = TaskTree::new(edition, scope.rule);
        for at in 0..tree.len() {
            let task = tree.task(at);
            if let Some(row) = of_task(scope, &tree, at, &standings) {
                let due = task.due.or_else(|| task.schedule.last().map(|point| point.month.last_day()));
                let departments = task.departments().cloned().collect();
                entries.push(Entry { row, names: names(&[&task.name]), departments, due });
            }
        }
        let departments = edition
            .departments
            .iter()
            .filter(|one| entries.iter().any(|it| it.departments.contains(&one.id)));
        Self {
            as_of: edition.as_of,
            span: [edition.start, edition.end],
            dateline: super::super::overview::as_of(scope),
            headline: headline(scope, &standings, &entries),
            demo: scope.is_demo(),
            domains: edition
                .domains
                .iter()
                .map(|one| [one.id.clone(), one.name.get(lang).to_owned(), one.seal.clone()])
                .collect(),
            departments: departments.map(|one| (one.id.clone(), one.name.get(lang).to_owned())).collect(),
            lights: Light::ALL
                .into_iter()
                .map(|light| (light, scope.rule.label(light, lang).to_owned()))
                .collect(),
            entries,
            lang,
            hearing: Hearing::default(),
        }
    }

    /// The item at a position.
    pub fn row(&self, at: usize) -> &Row {
        &self.entries[at].row
    }

    /// The items for a state of the address; divided by domain, unless that says otherwise.
    pub fn list(&self, state: &ViewState) -> Tracks {
        let filtered = state.domain.is_some()
            || state.dept.is_some()
            || state.light != LightFilter::Any
            || !state.q.trim().is_empty();
        let query = Query::read(&state.q);
        let domain = state.domain.as_ref().map(|id| {
            self.domains.iter().position(|[known, ..]| known == id).map_or(usize::MAX, |at| at + 1)
        });
        let passes = |entry: &Entry| {
            domain.is_none_or(|domain| entry.row.domain == domain)
                && state.dept.as_ref().is_none_or(|id| entry.departments.contains(id))
                && state.light.admits(entry.row.light)
                && query.as_ref().is_none_or(|query| fits(&entry.names, query, self.hearing.readings()))
        };
        let mut found: Vec<usize> = (0..self.entries.len()).filter(|at| passes(&self.entries[*at])).collect();
        self.sort(&mut found, state.sort);
        let (count, total) = (found.len(), self.entries.len());
        let tally = found.iter().map(|at| self.row(*at).light).collect();
        let kinds = kinds(found.iter().map(|at| self.row(*at).kind), self.lang);
        let counted = match (count, filtered) {
            (0, _) => self.lang.pick(format!("筛出0项，共{total}项"), format!("Shown: 0 of {total}")),
            (_, true) => self
                .lang
                .pick(format!("筛出{kinds}，共{total}项"), format!("Shown: {kinds}, of {total} in all")),
            (_, false) => self.lang.pick(format!("全部{kinds}"), format!("All {kinds}")),
        };
        Tracks { groups: self.groups(state.group, &found), tally, counted, filtered }
    }

    fn sort(&self, found: &mut Vec<usize>, sort: Sort) {
        let entry = |at: &usize| &self.entries[*at];
        match sort {
            Sort::Plan | Sort::Most => {}
            Sort::Light => order::sort_by_key(found, |at| Reverse(entry(at).row.light.gravity())),
            Sort::Gap => {
                order::sort(found, |one, other| entry(other).row.behind.total_cmp(&entry(one).row.behind))
            }
            Sort::Due => order::sort_by_key(found, |at| (entry(at).due.is_none(), entry(at).due)),
            Sort::Name => order::sort(found, |one, other| entry(one).row.name.cmp(&entry(other).row.name)),
        }
    }

    /// Divides the items; each division keeps their order.
    fn groups(&self, group: route::Group, found: &[usize]) -> Vec<Group> {
        let plain = |title: &str| Group {
            title: title.to_owned(),
            domain: None,
            light: None,
            tally: Tally::default(),
            rows: Vec::new(),
        };
        let mut groups: Vec<Group> = match group {
            route::Group::None | route::Group::Domain | route::Group::Kind => {
                let domains = self.domains.iter().enumerate();
                domains
                    .map(|(at, [_, name, seal])| Group {
                        domain: Some((at + 1, seal.clone())),
                        ..plain(name)
                    })
                    .collect()
            }
            route::Group::Light => {
                self.lights.iter().map(|(light, word)| Group { light: Some(*light), ..plain(word) }).collect()
            }
            route::Group::Lead => self.departments.iter().map(|(_, name)| plain(name)).collect(),
        };
        groups.push(plain(self.lang.pick("未注明", "Not stated")));
        let rest = groups.len() - 1;
        for at in found {
            let row = self.row(*at);
            let of = match group {
                route::Group::None | route::Group::Domain | route::Group::Kind => row.domain.checked_sub(1),
                route::Group::Light => self.lights.iter().position(|(light, _)| *light == row.light),
                route::Group::Lead => row
                    .lead
                    .as_ref()
                    .and_then(|lead| self.departments.iter().position(|(known, _)| *known == lead.id)),
            };
            groups[of.unwrap_or(rest)].rows.push(*at);
        }
        groups.retain(|group| !group.rows.is_empty());
        for group in &mut groups {
            group.tally = group.rows.iter().map(|at| self.row(*at).light).collect();
        }
        groups
    }
}

/// Items by their kinds: `18项指标、23项任务`. What is of no kind is left out.
fn kinds(items: impl Iterator<Item = Kind> + Clone, lang: Lang) -> String {
    let named = [(Kind::Goal, "指标", "goal"), (Kind::Task, "任务", "task")];
    let counted = named.into_iter().filter_map(|(kind, zh, en)| {
        let count = items.clone().filter(|one| *one == kind).count();
        let text =
            || lang.pick(format!("{count}项{zh}"), format!("{count} {}", words::plural(count as i32, en)));
        (count > 0).then(text)
    });
    counted.collect::<Vec<_>>().join(lang.pick("、", " and "))
}

/// How many are tracked, how many are red, and which goal the longest.
fn headline(scope: &Scope<'_>, standings: &[Standing], entries: &[Entry]) -> String {
    let lang = scope.lang;
    let red = entries.iter().filter(|entry| entry.row.light == Light::Red).count();
    let kinds = kinds(entries.iter().map(|entry| entry.row.kind), lang);
    let head = lang.pick(format!("全部{kinds}中"), format!("All {kinds}: "));
    if red == 0 {
        return lang.pick(format!("{head}没有红灯"), format!("{head}none red"));
    }
    let longest = scope.edition.indicators.iter().zip(standings).rev();
    let longest = longest.filter(|(_, it)| it.light == Light::Red).max_by_key(|(_, it)| it.red_streak());
    let longest = longest.filter(|(_, it)| it.red_streak() > 1).map(|(goal, it)| {
        let (name, streak) = (goal.short().get(lang), words::streak(it, lang));
        lang.pick(format!("；红灯最久的是{name}，{streak}"), format!("; red longest: {name}, {streak}"))
    });
    let longest = longest.unwrap_or_default();
    lang.pick(format!("{head}{red}项亮红灯{longest}"), format!("{head}{red} red{longest}"))
}
