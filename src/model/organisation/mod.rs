//! The organisation that carries out the plan: bodies with their posts and members, units and titles, never persons.

mod picture;
mod sheet;
mod tree;

pub use picture::{OrgBox, OrgPicture};
pub use sheet::sheet;
pub use tree::{Body, Seat, tops};

use super::departments::{Duties, Duty, Role, remarks};
use super::overview;
use super::scope::Scope;
use super::words;
use crate::domain::OrgUnit;

/// A record of the organisation as a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrgRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Body, post or member, in a word.
    pub kind: String,
    /// The name of the body that it belongs to.
    pub within: String,
    /// Its role.
    pub role: String,
    /// Its duty.
    pub duty: String,
    /// The department that it is or that holds it: id and name.
    pub department: Option<(String, String)>,
    /// What that department leads or supports, in words; empty where it is nothing.
    pub work: String,
}

/// The page of the organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// `领导小组下设5个机构，有30个成员、5个职务`.
    pub headline: String,
    /// The chart in a sentence.
    pub summary: String,
    /// What the plan leaves open.
    pub remarks: Vec<String>,
    /// The bodies, each followed by those below it.
    pub bodies: Vec<Body>,
    /// Posts and members of no known body.
    pub loose: Vec<Seat>,
    /// All of it, record by record.
    pub rows: Vec<OrgRow>,
}

/// The organisation of an edition.
pub fn organisation(scope: &Scope<'_>) -> Organisation {
    let edition = scope.edition;
    let duties = Duties::new(scope);
    let work = |id: Option<&str>| {
        let at = id.and_then(|id| edition.departments.iter().position(|unit| unit.id == id));
        at.map(|at| work(scope, &duties.of[at])).unwrap_or_default()
    };
    let (bodies, loose) = tree::tree(scope, &work);
    Organisation {
        as_of: overview::as_of(scope),
        headline: headline(scope, &bodies),
        summary: summary(scope, &bodies),
        remarks: remarks(scope, &duties.of),
        bodies,
        loose,
        rows: edition.organisation.iter().map(|one| row(scope, one, &work)).collect(),
    }
}

fn row(scope: &Scope<'_>, one: &OrgUnit, work: &dyn Fn(Option<&str>) -> String) -> OrgRow {
    let lang = scope.lang;
    let above = one.parent.as_deref();
    let above = above.and_then(|id| scope.edition.organisation.iter().find(|body| body.id == id));
    let department = scope.department(one.department.as_deref()).zip(one.department.as_ref());
    OrgRow {
        id: one.id.clone(),
        name: one.name.get(lang).into(),
        kind: match one.kind.as_str() {
            "body" => lang.pick("机构", "body").into(),
            "post" => lang.pick("职务", "post").into(),
            "member" => lang.pick("成员", "member").into(),
            other => other.to_owned(),
        },
        within: above.map(|body| body.name.get(lang)).unwrap_or_default().into(),
        role: one.role.get(lang).into(),
        duty: one.duty.as_ref().map(|duty| duty.get(lang)).unwrap_or_default().into(),
        department: department.map(|(name, id)| (id.clone(), name.to_owned())),
        work: work(one.department.as_deref()),
    }
}

/// What a unit leads, or else supports: `牵头7项目标、10项任务`.
fn work(scope: &Scope<'_>, duty: &Duty) -> String {
    let lang = scope.lang;
    let count = |count: usize, zh: &str, en: &str| {
        let text =
            lang.pick(format!("{count}项{zh}"), format!("{count} {}", words::plural(count as i32, en)));
        (count > 0).then_some(text)
    };
    let of_tasks = |role: Role| count(duty.share(role).items.len(), "任务", "task");
    let led: Vec<String> =
        count(duty.goals.len(), "目标", "goal").into_iter().chain(of_tasks(Role::Lead)).collect();
    let led = led.join(lang.pick("、", " and "));
    match of_tasks(Role::Support) {
        _ if !led.is_empty() => lang.pick(format!("牵头{led}"), format!("Leads {led}")),
        Some(supported) => lang.pick(format!("配合{supported}"), format!("Supports {supported}")),
        None => String::new(),
    }
}

/// Bodies, members and posts below some bodies, counted.
fn counts(bodies: &[Body]) -> [usize; 3] {
    let sum = |count: fn(&Body) -> usize| bodies.iter().map(count).sum();
    [bodies.len(), sum(|body| body.members.len()), sum(|body| body.posts.len())]
}

fn headline(scope: &Scope<'_>, bodies: &[Body]) -> String {
    let lang = scope.lang;
    let many = |count: usize, noun: &str| format!("{count} {}", words::plural(count as i32, noun));
    match bodies {
        [] => lang.pick("这一期数据没有组织机构".into(), "No organisation in this edition".into()),
        [root, below @ ..] if below.iter().all(|body| body.depth > 0) => {
            let [_, members, posts] = counts(std::slice::from_ref(root));
            let name = if root.role.is_empty() { &root.name } else { &root.role };
            let bodies = below.len();
            lang.pick(
                format!("{name}下设{bodies}个机构，有{members}个成员、{posts}个职务"),
                format!(
                    "{name} with {} and {}; {} below it",
                    many(members, "member"),
                    many(posts, "post"),
                    if bodies == 1 { "1 body".to_owned() } else { format!("{bodies} bodies") }
                ),
            )
        }
        all => {
            let [bodies, members, posts] = counts(all);
            lang.pick(
                format!("{bodies}个机构，{members}个成员，{posts}个职务"),
                format!("{bodies} bodies, {}, {}", many(members, "member"), many(posts, "post")),
            )
        }
    }
}

fn summary(scope: &Scope<'_>, bodies: &[Body]) -> String {
    let lang = scope.lang;
    let below = bodies.iter().filter(|body| body.depth == 1);
    let below: Vec<String> = below
        .map(|body| {
            let count = body.members.len();
            if count == 0 {
                return body.name.clone();
            }
            lang.pick(format!("{}{count}个成员", body.name), format!("{} {count}", body.name))
        })
        .collect();
    let below = words::listed(below.into_iter(), lang);
    let [count, members, posts] = counts(bodies);
    let of_all = lang.pick(
        format!("{count}个机构共{members}个成员席位、{posts}个职务，一个单位可有几席。"),
        format!(
            "{count} bodies with {members} seats of members and {posts} posts; a unit may have several seats."
        ),
    );
    if below.is_empty() {
        return of_all;
    }
    lang.pick(format!("{of_all}下设：{below}。"), format!("{of_all} Members below: {below}."))
}
