//! How units stand by the scoring rule of the pack in force: the weights, every score with its arithmetic, and ranks
//! where the pack declares them. Without such a rule there is no score, and none of demonstration data unless the
//! deployment says so.

use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::{Cell, Column, Sheet};
use super::duty::{Duties, Duty, Role};
use crate::domain::score::{Score, ScoreItem, ScoreRule, ranks};
use crate::domain::{Light, format, order};

/// Whether and how units are scored.
#[derive(Clone, Debug, PartialEq)]
pub enum Scoring {
    /// They are not, and why.
    Not(String),
    /// By a declared rule.
    By(Board),
}

/// The rule in words and what comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// What the score is called.
    pub title: String,
    /// The rule in a sentence.
    pub about: String,
    /// What weighs how much: `绿灯`, `100`.
    pub weights: Vec<(String, String)>,
    /// Whether units are ranked.
    pub ranked: bool,
    /// Whether generated figures decide.
    pub demo: bool,
    /// The units with items that count, the highest score first.
    pub lines: Vec<ScoreLine>,
    /// Of how many units nothing counts, in a sentence.
    pub rest: String,
}

/// A unit's score.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreLine {
    /// The rank; units with equal scores share one.
    pub rank: Option<usize>,
    /// The unit's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many items count.
    pub counted: usize,
    /// The division: `1350 ÷ 21.5`.
    pub division: String,
    /// The score.
    pub value: f64,
    /// As written.
    pub shown: String,
}

/// An item in the arithmetic of a unit's score.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// Whether it is a goal.
    pub goal: bool,
    /// Its name.
    pub name: String,
    /// What the unit is in it and what it is: `牵头目标`.
    pub role: String,
    /// Its light with the light's word.
    pub light: (Light, String),
    /// `1 × 2 = 2`.
    pub weight: String,
    /// Its points.
    pub points: String,
    /// What it adds.
    pub product: String,
}

/// The whole arithmetic of a unit's score.
#[derive(Clone, Debug, PartialEq)]
pub struct Arithmetic {
    /// What the score is called.
    pub title: String,
    /// The rule in a sentence.
    pub about: String,
    /// The score and the rank in a sentence.
    pub verdict: String,
    /// The items that count.
    pub terms: Vec<Term>,
    /// The sum of the weights.
    pub weight: String,
    /// The sum of the products.
    pub sum: String,
    /// How many items do not count, in a sentence; empty where all do.
    pub rest: String,
    /// Whether generated figures decide.
    pub demo: bool,
}

/// The scoring rule, or why there is none to be used; `demo_allowed` is what the deployment says.
fn rule<'a>(scope: &Scope<'a>, demo_allowed: bool) -> Result<&'a ScoreRule, String> {
    let lang = scope.lang;
    let name = scope.rule.name.get(lang);
    match &scope.rule.score {
        None => Err(lang.pick(
            format!("亮灯规则“{name}”没有声明评分办法，各单位不评分、不排名。"),
            format!("The rule “{name}” declares no scoring; units are neither scored nor ranked."),
        )),
        Some(_) if scope.is_demo() && !demo_allowed => Err(lang.pick(
            "本期是演示数据，按本站设置不据此给各单位评分。".into(),
            "These are demonstration data; by the settings of this site units are not scored from them."
                .into(),
        )),
        Some(rule) => Ok(rule),
    }
}

/// The goals and items of a unit that may count.
fn items<'a>(
    scope: &'a Scope<'_>,
    duties: &'a Duties<'_>,
    duty: &'a Duty,
) -> impl Iterator<Item = ScoreItem> + 'a {
    let goals = duty.goals.iter().map(|at| ScoreItem {
        id: scope.edition.indicators[*at].id.clone(),
        goal: true,
        leads: true,
        light: duties.standings[*at].light,
    });
    let tasks = [Role::Lead, Role::Support].into_iter().flat_map(move |role| {
        let lit = duty.share(role).items.iter().filter(|at| !duties.tree.task(**at).principle);
        lit.map(move |at| ScoreItem {
            id: duties.tree.task(*at).id.clone(),
            goal: false,
            leads: role == Role::Lead,
            light: match duties.tree.light(*at) {
                light if light.is_measured() => light.light,
                // Nothing measures it, so that nobody owes a figure: whatever the rule gives for those, it has no part.
                _ => Light::NotDue,
            },
        })
    });
    goals.chain(tasks)
}

fn scores(scope: &Scope<'_>, rule: &ScoreRule, duties: &Duties<'_>) -> (Vec<Score>, Vec<Option<usize>>) {
    let scores: Vec<Score> = duties.of.iter().map(|duty| rule.score(items(scope, duties, duty))).collect();
    let ranks = if rule.ranked {
        ranks(&scores.iter().map(|score| score.value).collect::<Vec<_>>())
    } else {
        vec![None; scores.len()]
    };
    (scores, ranks)
}

/// How all units stand.
pub fn scoring(scope: &Scope<'_>, demo_allowed: bool) -> Scoring {
    let rule = match rule(scope, demo_allowed) {
        Ok(rule) => rule,
        Err(why) => return Scoring::Not(why),
    };
    let lang = scope.lang;
    let (scores, ranks) = scores(scope, rule, &Duties::new(scope));
    let units = scope.edition.departments.iter().zip(scores).zip(ranks);
    let mut lines: Vec<ScoreLine> = units
        .filter_map(|((unit, score), rank)| {
            let value = score.value?;
            Some(ScoreLine {
                rank,
                id: unit.id.clone(),
                name: unit.name.get(lang).into(),
                counted: score.counted.len(),
                division: format!("{} ÷ {}", figure(score.sum), figure(score.weight)),
                value,
                shown: format::number(value, 2),
            })
        })
        .collect();
    order::sort(&mut lines, |one, other| other.value.total_cmp(&one.value));
    let rest = scope.edition.departments.len() - lines.len();
    Scoring::By(Board {
        title: rule.name.get(lang).into(),
        about: rule.about.get(lang).into(),
        weights: weights(scope, rule),
        ranked: rule.ranked,
        demo: scope.is_demo(),
        lines,
        rest: match rest {
            0 => String::new(),
            _ => lang.pick(
                format!("另有{rest}个单位没有计入的事项，没有得分。"),
                format!(
                    "{rest} more {} nothing that counts, and no score.",
                    if rest == 1 { "has" } else { "have" }
                ),
            ),
        },
    })
}

/// What weighs how much, in words.
fn weights(scope: &Scope<'_>, rule: &ScoreRule) -> Vec<(String, String)> {
    let lang = scope.lang;
    let light = |light| scope.rule.label(light, lang).to_owned();
    let word = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    let not = || word("不计", "does not count");
    vec![
        (light(Light::Green), figure(rule.points.green)),
        (light(Light::Yellow), figure(rule.points.yellow)),
        (light(Light::Red), figure(rule.points.red)),
        (light(Light::NoData), rule.points.no_data.map_or_else(not, figure)),
        (light(Light::NotDue), not()),
        (word("牵头", "Lead"), format!("× {}", figure(rule.roles.lead))),
        (word("配合", "Support"), format!("× {}", figure(rule.roles.support))),
        (word("目标", "Goal"), format!("× {}", figure(rule.kinds.goal))),
        (word("任务", "Task"), format!("× {}", figure(rule.kinds.task))),
    ]
}

/// The arithmetic of one unit's score; `None` where units are not scored.
pub fn arithmetic(scope: &Scope<'_>, id: &str, demo_allowed: bool) -> Option<Arithmetic> {
    let rule = rule(scope, demo_allowed).ok()?;
    let lang = scope.lang;
    let at = scope.edition.departments.iter().position(|unit| unit.id == id)?;
    let (mut scores, ranks) = scores(scope, rule, &Duties::new(scope));
    let scored = scores.iter().filter(|score| score.value.is_some()).count();
    let score = scores.swap_remove(at);
    let (title, unit) = (rule.name.get(lang), rule.unit.get(lang));
    let verdict = match (score.value, ranks[at]) {
        (None, _) => lang.pick(
            "没有计入的事项，没有得分，也不排名。".to_owned(),
            "Nothing counts: no score, and no rank.".to_owned(),
        ),
        (Some(value), rank) => {
            let (sum, weight, value) = (figure(score.sum), figure(score.weight), format::number(value, 2));
            let place = rank.map(|rank| {
                lang.pick(format!("，{scored}个单位中列第{rank}"), format!(", rank {rank} of {scored} units"))
            });
            let place = place.unwrap_or_default();
            lang.pick(
                format!("{title}：{sum} ÷ {weight} = {value}{unit}{place}。"),
                format!("{title}: {sum} ÷ {weight} = {value} {unit}{place}."),
            )
        }
    };
    let rest = score.uncounted;
    Some(Arithmetic {
        title: title.into(),
        about: rule.about.get(lang).into(),
        verdict,
        weight: figure(score.weight),
        sum: figure(score.sum),
        rest: match rest {
            0 => String::new(),
            _ => lang.pick(
                format!("另有{rest}项未到期、无数据或权重为零，不计入。"),
                format!("Not counted: {rest} not due, without data, or without weight."),
            ),
        },
        terms: score.counted.iter().map(|counted| term(scope, counted)).collect(),
        demo: scope.is_demo(),
    })
}

fn term(scope: &Scope<'_>, counted: &crate::domain::score::Counted) -> Term {
    let (edition, lang) = (scope.edition, scope.lang);
    let item = &counted.item;
    let name = if item.goal {
        edition.indicator(&item.id).map(|goal| goal.short().get(lang))
    } else {
        edition.tasks.iter().find(|task| task.id == item.id).map(|task| task.name.get(lang))
    };
    let role = match (item.leads, item.goal) {
        (true, true) => lang.pick("牵头目标", "Leads goal"),
        (true, false) => lang.pick("牵头任务", "Leads task"),
        (false, true) => lang.pick("配合目标", "Supports goal"),
        (false, false) => lang.pick("配合任务", "Supports task"),
    };
    let (role_weight, kind_weight) = (figure(counted.role), figure(counted.kind));
    Term {
        id: item.id.clone(),
        goal: item.goal,
        name: name.unwrap_or_default().into(),
        role: role.into(),
        light: (item.light, scope.rule.label(item.light, lang).to_owned()),
        weight: format!("{role_weight} × {kind_weight} = {}", figure(counted.weight())),
        points: figure(counted.points),
        product: figure(counted.product()),
    }
}

/// The scores as a table that leaves the page.
pub fn score_sheet(scope: &Scope<'_>, board: &Board) -> Sheet {
    let lang = scope.lang;
    let columns = [
        ("名次", "Rank", 8),
        ("编号", "Id", 24),
        ("单位", "Unit", 36),
        ("计入项数", "Items that count", 12),
        ("加权和÷权重", "Weighted sum ÷ weights", 20),
        ("得分", "Score", 10),
        ("数据性质", "Data", 12),
    ];
    let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
    let nature = sheets::nature(board.demo);
    let mut sheet = Sheet::new(board.title.clone(), scope.edition.as_of, columns, lang);
    sheet.rows = board
        .lines
        .iter()
        .map(|line| {
            vec![
                line.rank.map_or(Cell::Empty(String::new()), |rank| Cell::Number(rank as f64, 0)),
                Cell::text(&line.id),
                Cell::text(&line.name),
                Cell::Number(line.counted as f64, 0),
                Cell::text(&line.division),
                Cell::number(line.value, 2),
                Cell::text(sheets::nature_word(nature, lang)),
            ]
        })
        .collect();
    sheet.notes = vec![(lang.pick("评分办法", "Scoring").into(), board.about.clone())];
    sheet.notes.extend(sheets::notes(scope, nature));
    sheet
}

fn figure(value: f64) -> String {
    format::trimmed(value, 2)
}
