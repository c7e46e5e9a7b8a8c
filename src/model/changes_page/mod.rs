//! What differs from another edition, record by record, in order of need, and what falls due next.

mod dues;
mod figures;
mod lights;
mod line;
mod records;
mod sheet;
mod text;

use super::overview;
use super::scope::Scope;
use super::versus;
use super::words;
use crate::domain::diff::{Changed, Difference, diff};
use crate::domain::{Lang, RuleKind, order};
use crate::route::{DueFilter, ViewState};

pub use line::Line;
pub use sheet::sheet;
pub use text::text;

/// What the lines of a section have in common, the most needed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Turned red.
    Red,
    /// Fell due without data, or lost it.
    NoData,
    /// Red before and now, with earlier due points made up.
    StillRed,
    /// Turned yellow: under the rule of three colours missed and made up.
    Yellow,
    /// Turned green.
    Green,
    /// Not due any more.
    NotDue,
    /// Figures that were corrected or came late.
    Figures,
    /// Targets, due dates, baselines, due points and units that moved.
    Set,
    /// Other departments answer.
    People,
    /// Records that were not there.
    Added,
    /// Records that are not there any more.
    Removed,
    /// Names, links and what else records say of themselves.
    Other,
    /// What happened on the way.
    Events,
    /// What falls due.
    Due,
}

impl Topic {
    /// Every topic, the most needed first.
    pub const ALL: [Topic; 14] = [
        Topic::Red,
        Topic::NoData,
        Topic::StillRed,
        Topic::Yellow,
        Topic::Green,
        Topic::NotDue,
        Topic::Figures,
        Topic::Set,
        Topic::People,
        Topic::Added,
        Topic::Removed,
        Topic::Other,
        Topic::Events,
        Topic::Due,
    ];

    /// The heading of the section, under a rule of lights.
    pub fn name(self, rule: RuleKind, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Topic::Red => ("转红", "Turned red"),
            Topic::NoData => ("没有数据", "Without data"),
            Topic::StillRed => ("往月欠账补上，现仍红灯", "Earlier months made up, still red"),
            Topic::Yellow if rule == RuleKind::ThreeColour => ("补上转黄", "Made up, now yellow"),
            Topic::Yellow => ("转黄", "Turned yellow"),
            Topic::Green => ("转绿", "Turned green"),
            Topic::NotDue => ("转为未到期", "Not due any more"),
            Topic::Figures => ("数字修订", "Figures revised"),
            Topic::Set => ("目标、期限、单位调整", "Targets, due dates and units moved"),
            Topic::People => ("责任单位调整", "Other departments answer"),
            Topic::Added => ("新增记录", "Added"),
            Topic::Removed => ("撤下记录", "Removed"),
            Topic::Other => ("名称和关联改动", "Names and links"),
            Topic::Events => ("新记大事", "What happened"),
            Topic::Due => ("将到期", "Due soon"),
        };
        lang.pick(zh, en)
    }

    /// The name in the document, and in the file.
    pub fn code(self) -> &'static str {
        match self {
            Topic::Red => "red",
            Topic::NoData => "no-data",
            Topic::StillRed => "still-red",
            Topic::Yellow => "yellow",
            Topic::Green => "green",
            Topic::NotDue => "not-due",
            Topic::Figures => "figures",
            Topic::Set => "set",
            Topic::People => "people",
            Topic::Added => "added",
            Topic::Removed => "removed",
            Topic::Other => "other",
            Topic::Events => "events",
            Topic::Due => "due",
        }
    }
}

/// Lines of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What they have in common.
    pub topic: Topic,
    /// A line for each record.
    pub lines: Vec<Line>,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesPage {
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// `较2022年5月`; none where nothing is compared.
    pub since: Option<String>,
    /// `8项转红，2项没有数据`.
    pub headline: String,
    /// What else differs, in a sentence.
    pub lead: String,
    /// How many tasks only follow the goals linked to them, in words.
    pub followers: Option<String>,
    /// The sections that have lines, in order of need; what falls due always.
    pub sections: Vec<Section>,
    /// The departments that answer for a line: id and name.
    pub departments: Vec<(String, String)>,
    /// Where nothing falls due in these days, what does next: `90天内没有到期；下一批在2022年9月30日，30项`.
    pub next_due: Option<String>,
    /// Whether a filter narrows it.
    pub filtered: bool,
    /// Whether generated figures are shown.
    pub demo: bool,
}

/// Within how many days something falls due that the page lists.
pub fn days(due: DueFilter) -> i32 {
    match due {
        DueFilter::Days30 => 30,
        DueFilter::Days60 => 60,
        DueFilter::Any | DueFilter::Past | DueFilter::Days90 => 90,
        DueFilter::Days180 => 180,
    }
}

/// The page as the address asks for it.
pub fn changes_page(scope: &Scope<'_>, state: &ViewState) -> ChangesPage {
    let lang = scope.lang;
    let changed = match scope.compared {
        Some(old) => diff(old, scope.edition, Some(scope.rule)),
        None => Vec::new(),
    };
    let mut lines = differences(scope, &changed);
    let all_dues = dues::lines(scope, i32::MAX);
    // Those that answer for what falls due later can be chosen, too: a choice of days does not change the list.
    let answering = |id: &String| {
        let differences = lines.iter().map(|(_, line)| line);
        let dues = all_dues.iter().filter(|(ahead, _)| *ahead <= days(DueFilter::Days180));
        differences.chain(dues.map(|(_, line)| line)).any(|line| line.concerns(id))
    };
    let departments = scope.edition.departments.iter().filter(|department| answering(&department.id));
    let departments =
        departments.map(|department| (department.id.clone(), department.name.get(lang).to_owned())).collect();
    let admitted = |line: &Line| {
        state.domain.as_ref().is_none_or(|id| line.domain.as_ref() == Some(id))
            && state.dept.as_deref().is_none_or(|id| line.concerns(id))
    };
    let all_dues: Vec<(i32, Line)> = all_dues.into_iter().filter(|(_, line)| admitted(line)).collect();
    let next_due = dues::next(&all_dues, days(state.due), lang);
    let dues = all_dues.into_iter().filter(|(ahead, _)| *ahead <= days(state.due));
    lines.extend(dues.map(|(_, line)| (Topic::Due, line)));
    lines.retain(|(_, line)| admitted(line));
    let follows = |difference: &Difference| matches!(difference, Difference::Light { own: false, .. });
    let followers = changed.iter().filter(|record| record.differences.iter().any(follows));
    let followers =
        followers.filter(|record| admitted(&Line::of(scope, scope.edition, record.kind, &record.id))).count();
    let (headline, lead) = summary(scope, &lines);
    let mut sections: Vec<Section> = Vec::new();
    for topic in Topic::ALL {
        let of_topic = lines.iter().filter(|(own, _)| *own == topic);
        let lines: Vec<Line> = of_topic.map(|(_, line)| line.clone()).collect();
        if !lines.is_empty() || topic == Topic::Due {
            sections.push(Section { topic, lines });
        }
    }
    ChangesPage {
        as_of: overview::as_of(scope),
        since: versus::since(scope),
        headline,
        lead,
        followers: (followers > 0).then(|| {
            let tasks = words::plural(followers as i32, "task");
            lang.pick(
                format!("另有{followers}项任务没有自己的节点，灯随所挂指标改变，不再逐项列出。"),
                format!("Another {followers} {tasks} without due points of their own changed with the goals linked to them; they are not listed."),
            )
        }),
        sections,
        departments,
        next_due,
        filtered: state.domain.is_some() || state.dept.is_some(),
        demo: scope.is_demo(),
    }
}

/// What differs from the edition compared, each with its topic; nothing where none is.
fn differences(scope: &Scope<'_>, changed: &[Changed]) -> Vec<(Topic, Line)> {
    let Some(old) = scope.compared else { return Vec::new() };
    let mut lines: Vec<(Topic, Line)> = Vec::new();
    for record in changed {
        lights::add(scope, record, &mut lines);
        figures::add(scope, old, record, &mut lines);
        records::add(scope, old, record, &mut lines);
    }
    order::sort_by_key(&mut lines, |(topic, _)| *topic);
    lines
}

/// The headline about the lights, and a sentence about the rest.
fn summary(scope: &Scope<'_>, lines: &[(Topic, Line)]) -> (String, String) {
    let lang = scope.lang;
    if scope.compared.is_none() {
        return (lang.pick("没有可以对比的一期", "No edition to compare with").into(), String::new());
    }
    let count = |topic: Topic| lines.iter().filter(|(own, _)| *own == topic).count();
    let lights = [
        (Topic::Red, "项转红", "turned red"),
        (Topic::NoData, "项没有数据", "without data"),
        (Topic::StillRed, "项补上往月欠账、现仍红灯", "still red with earlier months made up"),
        match scope.rule.rule {
            RuleKind::ThreeColour => (Topic::Yellow, "项补上转黄", "made up, now yellow"),
            RuleKind::PaceGap { .. } => (Topic::Yellow, "项转黄", "turned yellow"),
        },
        (Topic::Green, "项转绿", "turned green"),
        (Topic::NotDue, "项转为未到期", "not due any more"),
    ];
    let lights = lights.into_iter().map(|(topic, zh, en)| (count(topic), zh, en));
    let lights: Vec<String> = lights
        .filter(|(count, ..)| *count > 0)
        .map(|(count, zh, en)| lang.pick(format!("{count}{zh}"), format!("{count} {en}")))
        .collect();
    let rest = [
        (Topic::Figures, "处数字修订", "revised figure"),
        (Topic::Set, "处目标、期限或单位调整", "change of targets, due dates or units"),
        (Topic::People, "处责任单位调整", "change of departments"),
        (Topic::Added, "条新增", "added record"),
        (Topic::Removed, "条撤下", "removed record"),
        (Topic::Other, "处名称或关联改动", "change of names or links"),
        (Topic::Events, "件新记大事", "event"),
    ];
    let rest =
        rest.into_iter().map(|(topic, zh, en)| (count(topic), zh, en)).filter(|(count, ..)| *count > 0);
    let rest: Vec<String> = rest
        .map(|(count, zh, en)| {
            let en = match en.split_once(" of ") {
                Some((noun, of)) => format!("{} of {of}", words::plural(count as i32, noun)),
                None => words::plural(count as i32, en),
            };
            lang.pick(format!("{count}{zh}"), format!("{count} {en}"))
        })
        .collect();
    let headline = if lights.is_empty() {
        lang.pick("没有一盏灯变化", "No light has changed").to_owned()
    } else {
        lights.join(lang.pick("，", ", "))
    };
    let lead = if rest.is_empty() {
        lang.pick(
            "数字、目标、责任单位和记录都没有改动。",
            "Figures, targets, departments and records are as they were.",
        )
        .to_owned()
    } else {
        let rest = words::listed(rest.into_iter(), lang);
        lang.pick(format!("另有{rest}。"), format!("Besides: {rest}."))
    };
    (headline, lead)
}
