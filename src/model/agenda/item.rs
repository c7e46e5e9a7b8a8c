//! An item of the agenda, finished in words.

use super::super::place::Place;
use super::super::scope::Scope;
use super::super::words;
use super::facts::{Fact, facts};
use super::matter::Matter;
use super::next::next;
use crate::domain::{Edition, Lang, Light, format};
use crate::route::{View, ViewState};

/// Why an item has to be talked about, the most needed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// It is red.
    Red,
    /// It is due and there is no figure.
    NoData,
    /// Its light turned otherwise.
    Turned,
    /// What was missed was made up.
    MadeUp,
    /// It falls due soon and is not reached yet.
    Due,
}

impl Need {
    /// Every need, the greatest first.
    pub const ALL: [Need; 5] = [Need::Red, Need::NoData, Need::Turned, Need::MadeUp, Need::Due];

    /// What the items of this need are called together.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Need::Red => lang.pick("红灯", "Red"),
            Need::NoData => lang.pick("无数据", "No data"),
            Need::Turned => lang.pick("转灯", "Turned"),
            Need::MadeUp => lang.pick("补上", "Made up"),
            Need::Due => lang.pick("将到期", "Due soon"),
        }
    }
}

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A goal.
    Goal,
    /// A task with due points of its own.
    Task,
}

/// Who answers for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The department's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the lead was inferred.
    pub inferred: bool,
}

impl Answers {
    /// The department that leads, where the edition has it.
    pub fn of(scope: &Scope<'_>, id: Option<&str>, inferred: bool) -> Option<Self> {
        let department = scope.edition.department(id?)?;
        let name = department.name.get(scope.lang).to_owned();
        Some(Self { id: department.id.clone(), name, inferred })
    }
}

/// Something to be talked about.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaItem {
    /// The record's id.
    pub id: String,
    /// What it is about.
    pub subject: Subject,
    /// Why it is on the agenda.
    pub need: Need,
    /// The id of its domain.
    pub domain: String,
    /// The domain's number in the plan's order from 1, and the character of its seal.
    pub seal: Option<(usize, String)>,
    /// Its light.
    pub light: Light,
    /// The light's word.
    pub word: String,
    /// For which months it made up, in words, where it did.
    pub made_up: Option<String>,
    /// The light before, where it was another.
    pub before: Option<Light>,
    /// How long it has been red: `连续5个月`.
    pub length: Option<String>,
    /// From which light it turned, where that is why it is on the agenda: `由黄转绿`.
    pub turned: Option<String>,
    /// Its name.
    pub title: String,
    /// Its name and how it stands: `数字化应用场景：落后12个`.
    pub headline: String,
    /// Actual, due, gap, target.
    pub facts: Vec<Fact>,
    /// How it came to stand so: `实际71个，应达83个，落后12个，连续5个月红灯`.
    pub cause: String,
    /// Who leads it.
    pub department: Option<Answers>,
    /// What would turn it, and what is due next.
    pub next: Option<String>,
    /// All of it in one sentence.
    pub line: String,
    /// Whether generated figures decide how it stands.
    pub demo: bool,
    departments: Vec<String>,
}

impl AgendaItem {
    /// Whether a department leads, supports or supervises it.
    pub fn concerns(&self, department: &str) -> bool {
        self.departments.iter().any(|id| id == department)
    }

    /// Where its record stands.
    pub fn target(&self, state: &ViewState) -> ViewState {
        match self.subject {
            Subject::Goal => state.to_record(View::Indicator, &self.id),
            Subject::Task => Place::item(View::Tasks, &self.id).address(state),
        }
    }
}

/// The item of a matter.
pub fn item(scope: &Scope<'_>, need: Need, matter: &Matter<'_>) -> AgendaItem {
    let (edition, lang) = (scope.edition, scope.lang);
    let goal = &*matter.goal;
    let title = goal.short().get(lang).to_owned();
    let light = matter.standing.light;
    let department = Answers::of(scope, goal.lead.as_deref(), goal.lead_basis.inferred);
    let phrase = match need {
        Need::Due => due(scope, matter),
        _ => words::standing(scope, goal, &matter.standing),
    };
    let (cause, next) = (cause(scope, need, matter, &phrase), next(scope, need, matter));
    let called = match matter.subject {
        Subject::Goal => title.clone(),
        Subject::Task => lang.pick(format!("{title}（任务）"), format!("{title} (task)")),
    };
    AgendaItem {
        id: goal.id.clone(),
        subject: matter.subject,
        need,
        domain: goal.domain.clone(),
        seal: seal(edition, &goal.domain),
        light,
        word: scope.rule.label(light, lang).to_owned(),
        made_up: made_up(scope, matter),
        before: matter.before.filter(|before| *before != light),
        length: length(scope, matter),
        turned: turned(scope, need, matter),
        headline: lang.pick(format!("{title}：{phrase}"), format!("{title}: {}", lower(&phrase))),
        facts: facts(scope, matter),
        line: line(&called, &cause, department.as_ref(), next.as_deref(), lang),
        demo: matter.demo,
        title,
        cause,
        department,
        next,
        departments: matter.departments(),
    }
}

/// A domain's number in the plan's order from 1, and the character of its seal.
pub fn seal(edition: &Edition, domain: &str) -> Option<(usize, String)> {
    let at = edition.domains.iter().position(|known| known.id == domain)?;
    Some((at + 1, edition.domains[at].seal.clone()))
}

/// One sentence of all: what, how, who, what next.
fn line(title: &str, cause: &str, department: Option<&Answers>, next: Option<&str>, lang: Lang) -> String {
    let lead = department.map(|department| {
        let inferred = if department.inferred { lang.pick("（推定）", " (inferred)") } else { "" };
        let name = &department.name;
        lang.pick(format!("；{name}牵头{inferred}"), format!("; lead: {name}{inferred}"))
    });
    let next = next.map(|next| lang.pick(format!("；{next}"), format!("; {}", lower(next))));
    let rest = [lead, next].into_iter().flatten().collect::<String>();
    lang.pick(format!("{title}：{cause}{rest}。"), format!("{title}: {}{rest}.", lower(cause)))
}

/// A phrase inside a sentence: its first letter small, unless it is a name or an abbreviation.
fn lower(phrase: &str) -> String {
    const OPENINGS: [&str; 12] = [
        "Any ", "Below ", "Done", "Due ", "Just ", "Met", "No ", "Not ", "Nothing ", "Once ", "Reached",
        "Target ",
    ];
    if OPENINGS.iter().any(|opening| phrase.starts_with(opening)) {
        let (first, rest) = phrase.split_at(1);
        return first.to_ascii_lowercase() + rest;
    }
    phrase.to_owned()
}

/// `连续5个月`; none of what is red for the first time.
fn length(scope: &Scope<'_>, matter: &Matter<'_>) -> Option<String> {
    let lang = scope.lang;
    (matter.standing.red_streak() > 1).then(|| {
        let streak = words::streak(&matter.standing, lang);
        lang.pick(format!("连续{streak}"), format!("for {streak}"))
    })
}

/// From which light it turned, where that is why it is on the agenda.
fn turned(scope: &Scope<'_>, need: Need, matter: &Matter<'_>) -> Option<String> {
    let lang = scope.lang;
    match need {
        Need::Red if matter.standing.red_streak() == 1 && matter.is_newly_red() => {
            Some(lang.pick("新亮红灯", "newly red").to_owned())
        }
        Need::Turned | Need::MadeUp => {
            let before = matter.before.filter(|before| *before != matter.standing.light)?;
            let [from, to] = [before, matter.standing.light].map(|light| words::colour(light, lang));
            Some(lang.pick(format!("由{from}转{to}"), format!("from {from} to {to}")))
        }
        _ => None,
    }
}

/// How it came to stand so, and from which light it turned.
fn cause(scope: &Scope<'_>, need: Need, matter: &Matter<'_>, phrase: &str) -> String {
    let account = account(scope, matter, phrase);
    let parts: Vec<String> = [account].into_iter().chain(turned(scope, need, matter)).collect();
    parts.join(scope.lang.pick("，", ", "))
}

/// How it came to stand so: `实际71个，应达83个，落后12个，连续5个月红灯`.
pub fn account(scope: &Scope<'_>, matter: &Matter<'_>, phrase: &str) -> String {
    let lang = scope.lang;
    let goal = &*matter.goal;
    let is_red = matter.standing.light == Light::Red;
    let mut parts: Vec<String> = Vec::new();
    if is_red
        && goal.goal.kind.is_measured()
        && let Some(it) = matter.standing.decided_by()
        && let (Some(actual), Some(point)) = (it.actual(), it.point)
    {
        let write = |value: f64| format::quantity(value, &goal.unit, lang);
        let (actual, plan) = (write(actual), write(point.plan));
        parts.push(lang.pick(format!("实际{actual}，应达{plan}"), format!("{actual} against {plan} due")));
    }
    parts.push(phrase.to_owned());
    if is_red && let Some(length) = length(scope, matter) {
        parts.push(lang.pick(format!("{length}红灯"), format!("red {length}")));
    }
    parts.extend(made_up(scope, matter));
    parts.join(lang.pick("，", ", "))
}

/// `补上4月、5月欠账`, where it made up for something.
fn made_up(scope: &Scope<'_>, matter: &Matter<'_>) -> Option<String> {
    (!matter.made_up.is_empty()).then(|| {
        let months = words::months(&matter.made_up, scope.edition.month.year(), scope.lang);
        scope.lang.pick(format!("补上{months}欠账"), format!("{months} made up"))
    })
}

/// What falls due and how far it is: `2022年9月30日到节点，应达92%，现有83%，还差9个百分点`.
fn due(scope: &Scope<'_>, matter: &Matter<'_>) -> String {
    let lang = scope.lang;
    let goal = &*matter.goal;
    let Some((day, point)) = matter.falls_due() else { return String::new() };
    let day = format::day(day, lang);
    if !goal.goal.kind.is_measured() {
        return lang.pick(format!("{day}到期，尚未完成"), format!("Due {day}, not done yet"));
    }
    let write = |value: f64| format::round_quantity(value, &goal.unit, lang);
    let plan = write(point.plan);
    match goal.series.last_number(scope.edition.month) {
        Some((_, value)) => {
            let (now, short) = (write(value), words::gap(point.plan - value, &goal.unit, lang));
            lang.pick(
                format!("{day}应达{plan}，现有{now}，还差{short}"),
                format!("Due {day}: {plan}, {now} now, {short} to go"),
            )
        }
        None => lang.pick(format!("{day}应达{plan}，尚无数据"), format!("Due {day}: {plan}, no figure yet")),
    }
}
