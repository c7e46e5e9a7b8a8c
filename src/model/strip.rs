//! The strip of monthly lights.

use super::scope::Scope;
use super::words;
use crate::domain::standing::Standing;
use crate::domain::{Indicator, Light, Month, Tally, format};

/// One month of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct StripMonth {
    /// The month.
    pub month: Month,
    /// Its light; `None` where nothing was due, or the month is still to come.
    pub light: Option<Light>,
    /// What stands in the tooltip.
    pub title: String,
}

/// The months of the plan with their lights, and their count in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// Every month from the plan's first to its last.
    pub months: Vec<StripMonth>,
    /// `30个月：绿18 黄10 红2`.
    pub summary: String,
}

/// The strip of an indicator.
pub fn strip(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Strip {
    let lang = scope.lang;
    let past = standing.history.iter().map(|assessment| {
        let light = assessment.point.map(|_| assessment.light);
        let month = format::month(assessment.month, lang);
        let word = light.map_or(lang.pick("无节点", "nothing due"), |light| scope.rule.label(light, lang));
        let figure = match &assessment.figure {
            Some(Ok(value)) => format::quantity(*value, &indicator.unit, lang),
            Some(Err(missing)) => words::missing(missing, assessment.month, lang),
            None => format::NONE.to_owned(),
        };
        let title = lang.pick(format!("{month} {word} {figure}"), format!("{month}: {word}, {figure}"));
        StripMonth { month: assessment.month, light, title }
    });
    let ahead = scope.edition.month.plus(1).to(scope.edition.end).map(|month| StripMonth {
        month,
        light: None,
        title: format::month(month, lang),
    });
    let lights = standing.history.iter().filter(|assessment| assessment.point.is_some());
    let tally: Tally = lights.map(|assessment| assessment.light).collect();
    let words = Light::ALL.iter().filter(|light| tally.of(**light) > 0).map(|light| {
        lang.pick(
            format!("{}{}", scope.rule.label(*light, lang), tally.of(*light)),
            format!("{} {}", tally.of(*light), scope.rule.label(*light, lang)),
        )
    });
    let words: Vec<String> = words.collect();
    let count = tally.total();
    let summary = if count == 0 {
        lang.pick("还没有到期节点。".to_owned(), "Nothing has fallen due yet.".to_owned())
    } else {
        lang.pick(
            format!("{count}个到期点：{}。", words.join("，")),
            format!("{count} due {}: {}.", words::plural(count as i32, "point"), words.join(", ")),
        )
    };
    Strip { months: past.chain(ahead).collect(), summary }
}
