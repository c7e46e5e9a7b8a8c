//! What falls due next.

use super::scope::Scope;
use super::words;
use crate::domain::pace::How;
use crate::domain::{Indicator, Month, Standing, format, order};

/// How many due points are listed by name.
const LISTED: usize = 5;

/// Something that falls due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The month by whose end it is due.
    pub month: Month,
    /// That month, as written.
    pub when: String,
    /// The indicator's id; absent where it is about several.
    pub id: Option<String>,
    /// What is due.
    pub name: String,
    /// How far it is, and who answers for it.
    pub detail: String,
}

/// The due points ahead, the nearest first: declared points by name, targets that share a month together.
pub fn dues(scope: &Scope<'_>, items: &[(&Indicator, Standing)]) -> Vec<Due> {
    let mut dues: Vec<Due> = items
        .iter()
        .filter_map(|(indicator, standing)| {
            let point = standing.next?;
            let ahead = point.month < indicator.goal.due.month() || point.how == How::Declared;
            (ahead && !matches!(point.how, How::Line { .. }))
                .then(|| declared(scope, indicator, point.month, point.plan))
        })
        .collect();
    order::sort_by_key(&mut dues, |due| due.month);
    dues.truncate(LISTED);
    let mut months: Vec<Month> = items
        .iter()
        .map(|(indicator, _)| indicator.goal.due.month())
        .filter(|month| *month > scope.edition.month)
        .collect();
    order::sort_by_key(&mut months, |month| *month);
    months.dedup();
    let targets = months.into_iter().take(2).map(|month| targets(scope, items, month));
    let mut all: Vec<Due> = targets.chain(dues).collect();
    order::sort_by_key(&mut all, |due| due.month);
    all
}

fn declared(scope: &Scope<'_>, indicator: &Indicator, month: Month, plan: f64) -> Due {
    let lang = scope.lang;
    let unit = &indicator.unit;
    let name = indicator.short().get(lang);
    let due = format::round_quantity(plan, unit, lang);
    let now = indicator.series.last_number(scope.edition.month);
    let state = match now {
        Some((_, value)) if indicator.goal.reaches(value, plan) => {
            lang.pick("已达到".into(), "Reached already".into())
        }
        Some((_, value)) => {
            let (has, short) =
                (format::round_quantity(value, unit, lang), words::gap(plan - value, unit, lang));
            lang.pick(format!("现有{has}，还差{short}"), format!("{has} now, {short} to go"))
        }
        None => lang.pick("尚无数据".into(), "No figure yet".into()),
    };
    let lead = scope.department(indicator.lead.as_deref());
    let lead = lead.map(|lead| lang.pick(format!("。{lead}"), format!(". {lead}"))).unwrap_or_default();
    Due {
        month,
        when: format::short_month(month, lang),
        id: Some(indicator.id.clone()),
        name: lang.pick(format!("{name}　节点{due}"), format!("{name}: {due} due")),
        detail: format!("{state}{lead}"),
    }
}

fn targets(scope: &Scope<'_>, items: &[(&Indicator, Standing)], month: Month) -> Due {
    let lang = scope.lang;
    let due: Vec<&Indicator> = items
        .iter()
        .map(|(indicator, _)| *indicator)
        .filter(|indicator| indicator.goal.due.month() == month)
        .collect();
    let met = due
        .iter()
        .filter(|indicator| {
            let last = indicator.series.last_number(scope.edition.month);
            last.is_some_and(|(_, value)| indicator.goal.is_met(value))
        })
        .count();
    let count = due.len();
    Due {
        month,
        when: format::short_month(month, lang),
        id: None,
        name: lang.pick(
            format!("{count}项目标到期"),
            format!("{count} {} fall due", words::plural(count as i32, "goal")),
        ),
        detail: lang
            .pick(format!("其中{met}项已达目标值"), format!("{met} of them stand at their target already")),
    }
}
