//! What changed since the month before, or since the edition that the reader compares with.

use super::scope::Scope;
use super::versus::{Versus, versus};
use super::words;
use crate::domain::{Indicator, Light, Month, Standing, format, order};

/// A light that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct LightChange {
    /// The indicator's id.
    pub id: String,
    /// Its name; with the month where an earlier month changed.
    pub name: String,
    /// The light before.
    pub from: Light,
    /// The light now.
    pub to: Light,
    /// The cause and who answers for it.
    pub cause: String,
}

/// The changes of all indicators, the gravest first.
pub fn changes(scope: &Scope<'_>, items: &[(&Indicator, Standing)]) -> Vec<LightChange> {
    let before = scope.edition.month.plus(-1);
    let mut changes: Vec<LightChange> = match scope.compared {
        Some(_) => {
            items.iter().filter_map(|(indicator, standing)| turned(scope, indicator, standing)).collect()
        }
        None if before < scope.edition.start => Vec::new(),
        None => items
            .iter()
            .filter_map(|(indicator, standing)| {
                let was = scope.light_at(indicator, before);
                if was == standing.light {
                    repaired(scope, indicator, standing)
                } else {
                    Some(change(scope, indicator, standing, was))
                }
            })
            .collect(),
    };
    order::sort_by_key(&mut changes, |change| {
        (std::cmp::Reverse(change.to.gravity()), change.from.gravity())
    });
    changes
}

/// A light that differs from the other edition's.
fn turned(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Option<LightChange> {
    let Versus { since, change: by, turn, .. } = versus(scope, indicator, standing)?;
    let mut change = change(scope, indicator, standing, turn?.0);
    if indicator.goal.kind.is_measured() {
        change.cause = format!("{since} {by}{}{}", scope.lang.pick("；", "; "), change.cause);
    }
    Some(change)
}

fn change(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing, from: Light) -> LightChange {
    let lang = scope.lang;
    let mut cause = words::standing(scope, indicator, standing);
    let repaired = repaired_months(scope, standing);
    if !repaired.is_empty() {
        let months = words::months(&repaired, scope.edition.month.year(), lang);
        cause += &lang
            .pick(format!("；{months}随之由红转黄"), format!("; this turns {months} from red to yellow"));
    }
    if standing.light != Light::Green
        && let Some(lead) = scope.department(indicator.lead.as_deref())
    {
        cause += &lang.pick(format!("。牵头：{lead}"), format!(". Lead: {lead}"));
    }
    LightChange {
        id: indicator.id.clone(),
        name: indicator.short().get(lang).into(),
        from,
        to: standing.light,
        cause,
    }
}

/// An earlier month that was made up while the light itself stayed as it was.
fn repaired(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Option<LightChange> {
    let lang = scope.lang;
    let months = repaired_months(scope, standing);
    let first = *months.first()?;
    let name = indicator.short().get(lang);
    let listed = words::months(&months, scope.edition.month.year(), lang);
    let now = format::month_name(scope.edition.month, lang);
    let still = match standing.light {
        Light::Red => lang.pick("，现仍红灯", "; still red"),
        _ => "",
    };
    Some(LightChange {
        id: indicator.id.clone(),
        name: lang.pick(
            format!("{name}（{}）", format::month_name(first, lang)),
            format!("{name}, {}", format::month_name(first, lang)),
        ),
        from: Light::Red,
        to: Light::Yellow,
        cause: lang
            .pick(format!("{now}补上{listed}欠账{still}"), format!("{listed} made up in {now}{still}")),
    })
}

fn repaired_months(scope: &Scope<'_>, standing: &Standing) -> Vec<Month> {
    let now = scope.edition.month;
    standing.history.iter().filter(|month| month.made_up == Some(now)).map(|month| month.month).collect()
}
