//! What would turn an item's light, and what is due next.

use super::super::scope::Scope;
use super::super::why;
use super::item::Need;
use super::matter::Matter;
use crate::domain::pace::How;
use crate::domain::{RuleKind, format};

/// What would turn it, and what is due next.
pub fn next(scope: &Scope<'_>, need: Need, matter: &Matter<'_>) -> Option<String> {
    let lang = scope.lang;
    let turns = match need {
        Need::Red => turns(scope, matter),
        Need::NoData => Some(lang.pick("补报后评灯", "No light until a figure is sent").to_owned()),
        _ => None,
    };
    let ahead = if need == Need::Due { None } else { ahead(scope, matter) };
    let parts: Vec<String> = [turns, ahead].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(lang.pick("，", ", ")))
}

/// What turns a red light yellow.
fn turns(scope: &Scope<'_>, matter: &Matter<'_>) -> Option<String> {
    let lang = scope.lang;
    let goal = &*matter.goal;
    if matches!(scope.rule.rule, RuleKind::PaceGap { .. }) {
        return None;
    }
    if !goal.goal.kind.is_measured() {
        return Some(lang.pick("完成后转黄", "Once done it turns yellow").to_owned());
    }
    let point = matter.standing.decided_by()?.point?;
    let needed = why::needed(point.plan, &goal.unit, goal.goal.direction.sign());
    let needed = format::quantity(needed, &goal.unit, lang);
    Some(lang.pick(
        format!("任一月达到{needed}即转黄"),
        format!("Any month that reaches {needed} turns it yellow"),
    ))
}

/// The next declared point, or the target.
fn ahead(scope: &Scope<'_>, matter: &Matter<'_>) -> Option<String> {
    let lang = scope.lang;
    let goal = &*matter.goal;
    let point = matter.standing.next?;
    if !goal.goal.kind.is_measured() {
        let month = format::month(point.month, lang);
        return Some(lang.pick(format!("{month}到期"), format!("due {month}")));
    }
    if matches!(point.how, How::Declared) && point.month < goal.goal.due.month() {
        let month = format::month(point.month, lang);
        let plan = format::round_quantity(point.plan, &goal.unit, lang);
        return Some(lang.pick(format!("{month}节点{plan}"), format!("next point {plan} in {month}")));
    }
    let month = format::month(goal.goal.due.month(), lang);
    let target = format::target(&goal.goal, &goal.unit, lang);
    Some(lang.pick(format!("{month}目标{target}"), format!("target {target} in {month}")))
}
