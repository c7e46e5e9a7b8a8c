//! The agenda of the meeting (会议议程): what has to be talked about, in order of need, each item in one line.

mod facts;
mod item;
mod matter;
mod next;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::overview;
use super::scope::Scope;
use super::spark::{Spark, spark};
use super::versus;
use super::words;
use crate::domain::{Indicator, Lang, Task, order};
pub(super) use item::{account, seal};
pub(super) use matter::Matter;

pub use facts::Fact;
pub use item::{AgendaItem, Answers, Need, Subject};

/// Within how many days what falls due is on the agenda.
pub const DAYS: i32 = 90;

/// What has to be talked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// The items, the most needed first.
    pub items: Vec<AgendaItem>,
    /// `14项要议：红灯10项，无数据2项`.
    pub headline: String,
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// `较2022年5月`.
    pub since: Option<String>,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// The language.
    pub lang: Lang,
}

/// The agenda of an edition: against the one compared, else against the month before as the figures show it now.
///
/// On it are goals and tasks that are measured. A task without a goal and without due points of its own is without data
/// once its day has come; at the plan's end that may be most of them, and nothing could be said of any: the task table
/// and the departments' pages count them.
pub fn agenda(scope: &Scope<'_>) -> Agenda {
    within(scope, DAYS)
}

/// The agenda with what falls due within some days.
pub fn within(scope: &Scope<'_>, days: i32) -> Agenda {
    let edition = scope.edition;
    let goals = edition.indicators.iter().map(|goal| Matter::of_goal(scope, goal));
    let others = scope.compared.iter().flat_map(|other| &other.tasks);
    let others: BTreeMap<&str, &Task> = others.map(|task| (task.id.as_str(), task)).collect();
    let tasks = edition.tasks.iter();
    let tasks = tasks.filter_map(|task| Matter::of_task(scope, task, others.get(task.id.as_str()).copied()));
    let mut matters: Vec<(Need, Matter<'_>)> =
        goals.chain(tasks).filter_map(|matter| Some((matter.need(scope, days)?, matter))).collect();
    order::sort(&mut matters, |one, other| one.0.cmp(&other.0).then_with(|| urgency(one, other)));
    let items: Vec<AgendaItem> =
        matters.into_iter().map(|(need, matter)| item::item(scope, need, &matter)).collect();
    Agenda {
        headline: headline(&items, scope.lang),
        as_of: overview::as_of(scope),
        since: versus::since(scope),
        demo: scope.is_demo(),
        lang: scope.lang,
        items,
    }
}

/// Among those of one need: of what falls due the nearest first, else the longest red; then the furthest behind.
fn urgency((need, one): &(Need, Matter<'_>), (_, other): &(Need, Matter<'_>)) -> Ordering {
    let first = match need {
        Need::Due => one.falls_due().map(|(day, _)| day).cmp(&other.falls_due().map(|(day, _)| day)),
        _ => other.red_months.cmp(&one.red_months),
    };
    first.then_with(|| other.behind.total_cmp(&one.behind))
}

impl Agenda {
    /// The agenda of one domain or one department, as the address asks.
    #[must_use]
    pub fn only(mut self, domain: Option<&str>, department: Option<&str>) -> Self {
        self.items.retain(|item| {
            domain.is_none_or(|id| item.domain == id) && department.is_none_or(|id| item.concerns(id))
        });
        self.headline = headline(&self.items, self.lang);
        self
    }
}

/// The small picture of an item; none of what was never measured.
pub fn picture(scope: &Scope<'_>, item: &AgendaItem) -> Option<Spark> {
    let goal = measure(scope, item)?;
    Some(spark(scope, &goal, &scope.standing(&goal)))
}

/// What measures an item: the goal itself, or the task's own measure.
pub fn measure(scope: &Scope<'_>, item: &AgendaItem) -> Option<Indicator> {
    match item.subject {
        Subject::Goal => scope.edition.indicator(&item.id).cloned(),
        Subject::Task => scope.edition.tasks.iter().find(|task| task.id == item.id)?.measure(),
    }
}

/// How many items there are, and of which need: `14项要议：红灯10项，无数据2项`.
fn headline(items: &[AgendaItem], lang: Lang) -> String {
    if items.is_empty() {
        return lang.pick("没有要议的事项".into(), "Nothing to be discussed".into());
    }
    let count = items.len();
    let counted = Need::ALL.into_iter().filter_map(|need| {
        let count = items.iter().filter(|item| item.need == need).count();
        let name = need.name(lang);
        (count > 0).then(|| lang.pick(format!("{name}{count}项"), format!("{count} {}", name.to_lowercase())))
    });
    let counted: Vec<String> = counted.collect();
    lang.pick(
        format!("{count}项要议：{}", counted.join("，")),
        format!("{count} {} to discuss: {}", words::plural(count as i32, "item"), counted.join(", ")),
    )
}

/// The agenda as lines of plain text, under the name of the plan, with the address where it can be seen.
pub fn text(agenda: &Agenda, plan: &str, address: &str) -> String {
    let lang = agenda.lang;
    let mut lines = vec![lang.pick(format!("{plan}　会议议程"), format!("{plan}: meeting agenda"))];
    let mut dateline = agenda.as_of.clone();
    if let Some(since) = &agenda.since {
        dateline += &lang.pick(format!("，{since}"), format!("; {}", since.replacen('A', "a", 1)));
    }
    if agenda.demo {
        dateline += lang.pick("【演示数据，不代表实际进展】", " [Demo data, not real progress]");
    }
    lines.extend([dateline, agenda.headline.clone()]);
    let mut need = None;
    for (index, item) in agenda.items.iter().enumerate() {
        if need != Some(item.need) {
            need = Some(item.need);
            lines.extend([String::new(), item.need.name(lang).to_owned()]);
        }
        lines.push(format!("{}. {}", index + 1, item.line));
    }
    lines.extend([String::new(), address.to_owned()]);
    lines.join("\n")
}
