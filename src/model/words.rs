//! Sentences computed from the data, in both languages. Short, plain, no praise.

use super::reckoning;
use super::scope::Scope;
use crate::domain::change::Change;
use crate::domain::forecast::{Forecast, NoForecast, WINDOW};
use crate::domain::format;
use crate::domain::pace::How;
use crate::domain::standing::Assessment;
use crate::domain::{Indicator, Lang, Light, Missing, Month, Reason, Standing, Tally, Unit};

/// Why there is no figure: the note where there is one, else the reason, with its month.
pub fn missing(missing: &Missing, month: Month, lang: Lang) -> String {
    if let Some(note) = &missing.note {
        return note.get(lang).to_owned();
    }
    let name = format::month_name(month, lang);
    match (missing.reason, lang) {
        (Reason::NotReported, Lang::Zh) => format!("{name}未报"),
        (Reason::NotReported, Lang::En) => format!("{name} not reported"),
        (Reason::NotCollected, Lang::Zh) => format!("{name}不采集"),
        (Reason::NotCollected, Lang::En) => format!("Not collected in {name}"),
        (Reason::NotApplicable, Lang::Zh) => "不适用".into(),
        (Reason::NotApplicable, Lang::En) => "Not applicable".into(),
        (Reason::Withheld, Lang::Zh) => "不公开".into(),
        (Reason::Withheld, Lang::En) => "Withheld".into(),
        (Reason::NotPublished, Lang::Zh) => "未见公布数据".into(),
        (Reason::NotPublished, Lang::En) => "No published figure".into(),
    }
}

/// The reason in a word, for tables.
pub fn reason(reason: Reason, lang: Lang) -> &'static str {
    match reason {
        Reason::NotReported => lang.pick("未报", "not reported"),
        Reason::NotCollected => lang.pick("不采集", "not collected"),
        Reason::NotApplicable => lang.pick("不适用", "not applicable"),
        Reason::Withheld => lang.pick("不公开", "withheld"),
        Reason::NotPublished => lang.pick("未公布", "not published"),
    }
}

/// The size of a difference; one smaller than the unit's last digit gets one digit more.
pub fn gap(difference: f64, unit: &Unit, lang: Lang) -> String {
    let last_digit = 10f64.powi(-i32::from(unit.decimals(lang)));
    let size = unit.scale(difference.abs(), lang);
    if size > 0.0 && size < last_digit * (1.0 - 1e-9) {
        let fine = Unit {
            decimals: unit.decimals + 1,
            en_decimals: unit.en_decimals.map(|decimals| decimals + 1),
            ..unit.clone()
        };
        return format::difference(difference, &fine, lang);
    }
    format::difference(difference, unit, lang)
}

/// How long an item has been red: in months where every month is due, else in due points.
pub fn streak(standing: &Standing, lang: Lang) -> String {
    let count = standing.red_streak() as i32;
    let monthly = standing.decided_by().and_then(|assessment| assessment.point);
    if monthly.is_some_and(|point| matches!(point.how, How::Line { .. })) {
        lang.pick(format!("{count}个月"), format!("{count} {}", plural(count, "month")))
    } else {
        lang.pick(format!("{count}个节点"), format!("{count} due {}", plural(count, "point")))
    }
}

/// In one short phrase, how an indicator stands against what was due: `落后4.4亿元`.
pub fn standing(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> String {
    let lang = scope.lang;
    let Some(assessment) = standing.decided_by() else {
        return not_due(scope, standing);
    };
    let (Some(point), Some(difference)) =
        (assessment.point, reckoning::gap(assessment, &indicator.unit, lang))
    else {
        return no_data(assessment, lang);
    };
    let month = format::short_month(point.month, lang);
    if let Some(made_up) = assessment.made_up {
        let late = made_up.since(point.month);
        return lang.pick(
            format!("{month}节点，晚{late}个月"),
            format!("{month} point, {late} {} late", plural(late, "month")),
        );
    }
    let unit = &indicator.unit;
    let ahead = difference * indicator.goal.direction.sign();
    let is_reached = assessment.light == Light::Green && ahead >= 0.0;
    let size = gap(difference, unit, lang);
    match point.how {
        _ if !indicator.goal.kind.is_measured() => {
            if is_reached {
                lang.pick("已完成".into(), "Done".into())
            } else {
                lang.pick("到期未完成".into(), "Due and not done".into())
            }
        }
        How::Target if is_reached => lang.pick("达到目标".into(), "Target met".into()),
        _ if is_reached
            && point.plan == indicator.goal.target
            && point.month >= indicator.goal.due.month() =>
        {
            lang.pick("达到目标".into(), "Target met".into())
        }
        How::Target => lang.pick(format!("距目标差{size}"), format!("{size} short of target")),
        How::Declared if is_reached => lang.pick(format!("达到{month}节点"), format!("{month} point met")),
        How::Declared => {
            lang.pick(format!("比{month}节点差{size}"), format!("{size} short of {month} point"))
        }
        How::Line { .. } if difference == 0.0 => lang.pick("与序时持平".into(), "Just on pace".into()),
        How::Line { .. } if ahead > 0.0 => lang.pick(format!("领先{size}"), format!("{size} ahead of pace")),
        How::Line { .. } => lang.pick(format!("落后{size}"), format!("{size} below pace")),
    }
}

/// When the next point falls due: `2022年12月到期`.
pub fn not_due(scope: &Scope<'_>, standing: &Standing) -> String {
    let lang = scope.lang;
    match standing.next {
        Some(point) => {
            let month = format::month(point.month, lang);
            lang.pick(format!("{month}到期"), format!("Due {month}"))
        }
        None => lang.pick("未设节点".into(), "Nothing scheduled".into()),
    }
}

fn no_data(assessment: &Assessment, lang: Lang) -> String {
    match &assessment.figure {
        Some(Err(absent)) => missing(absent, assessment.month, lang),
        _ => {
            let name = format::month_name(assessment.month, lang);
            lang.pick(format!("{name}无数据"), format!("No figure for {name}"))
        }
    }
}

/// `month`, or `months` of other than one.
pub fn plural(count: i32, noun: &str) -> String {
    if count == 1 { noun.to_owned() } else { format!("{noun}s") }
}

/// A light's colour in a sentence; of grey ones which of the two.
pub fn colour(light: Light, lang: Lang) -> &'static str {
    let (zh, en) = match light {
        Light::Red => ("红", "red"),
        Light::Yellow => ("黄", "yellow"),
        Light::Green => ("绿", "green"),
        Light::NotDue => ("未到期", "not due"),
        Light::NoData => ("无数据", "no data"),
    };
    lang.pick(zh, en)
}

/// How many leads of goals, tasks and parts of tasks were inferred: `其中推定6项（连同分项）`.
pub fn inferred_leads(count: usize, lang: Lang) -> String {
    let leads = plural(count as i32, "lead");
    lang.pick(format!("其中推定{count}项（连同分项）"), format!("{count} {leads} inferred, parts included"))
}

/// The lights that occur, counted: `红2 黄1`, `2 red, 1 yellow`.
pub fn lights(tally: &Tally, lang: Lang) -> String {
    let parts = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0).map(|light| {
        let (count, name) = (tally.of(light), colour(light, lang));
        lang.pick(format!("{name}{count}"), format!("{count} {name}"))
    });
    parts.collect::<Vec<_>>().join(lang.pick(" ", ", "))
}

/// The colour's name.
pub fn colour_name(light: Light, lang: Lang) -> &'static str {
    match light {
        Light::Green => lang.pick("绿", "Green"),
        Light::Yellow => lang.pick("黄", "Yellow"),
        Light::Red => lang.pick("红", "Red"),
        Light::NotDue | Light::NoData => lang.pick("灰", "Grey"),
    }
}

/// Names in a row: `甲、乙`, `A, B`.
pub fn listed(names: impl Iterator<Item = impl Into<String>>, lang: Lang) -> String {
    let names: Vec<String> = names.map(Into::into).collect();
    names.join(lang.pick("、", ", "))
}

/// The names of records, given with their ids, in a row.
pub fn named(records: &[(String, String)], lang: Lang) -> String {
    listed(records.iter().map(|(_, name)| name.as_str()), lang)
}

/// Months listed: `4月、5月`, `April and May`.
pub fn months(months: &[Month], year: i32, lang: Lang) -> String {
    let name = |month: &Month| match month.year() == year {
        true => format::month_name(*month, lang),
        false => format::short_month(*month, lang),
    };
    let names: Vec<String> = months.iter().map(name).collect();
    match (lang, names.split_last()) {
        (Lang::Zh, _) => names.join("、"),
        (Lang::En, Some((last, rest))) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        (Lang::En, _) => names.concat(),
    }
}

/// The forecast in a sentence, never a certainty.
pub fn forecast(indicator: &Indicator, forecast: Result<&Forecast, NoForecast>, lang: Lang) -> String {
    let (unit, goal) = (&indicator.unit, &indicator.goal);
    let forecast = match forecast {
        Ok(forecast) => forecast,
        Err(NoForecast::NotMeasured) => {
            return lang.pick("里程碑不作推算。".into(), "No run-rate is drawn for a milestone.".into());
        }
        Err(NoForecast::Met) => {
            return lang
                .pick("已达目标，不作推算。".into(), "The target is met; no forecast is drawn.".into());
        }
        Err(NoForecast::PastDue) => {
            return lang
                .pick("已到期，不作推算。".into(), "The due date has come; no forecast is drawn.".into());
        }
        Err(NoForecast::TooFewFigures) => {
            return lang.pick(
                "连续有数不足7个月，不作推算。".into(),
                "Fewer than seven months in a row have figures; no forecast is drawn.".into(),
            );
        }
    };
    let (_, middle, _) = forecast.at(forecast.due);
    let due = format::month(forecast.due, lang);
    let at_due = format::quantity(middle, unit, lang);
    let rate = fine(forecast.rate, unit, lang);
    let needed = fine(forecast.needed, unit, lang);
    let target = format::target(goal, unit, lang);
    let spread = fine(forecast.spread, unit, lang);
    if forecast.would_meet(goal) {
        lang.pick(
            format!("近{WINDOW}个月平均每月{rate}，照此推算{due}约{at_due}，可达目标{target}；达标每月需{needed}。推算不是预测，月度波动±{spread}。"),
            format!("The last {WINDOW} months averaged {rate} a month; carried on, about {at_due} in {due}, which would meet {target}; {needed} a month is needed. An extrapolation, not a prediction; monthly spread ±{spread}."),
        )
    } else {
        lang.pick(
            format!("近{WINDOW}个月平均每月{rate}，照此推算{due}约{at_due}，达不到目标{target}；要达标，以后每月需{needed}。推算不是预测，月度波动±{spread}。"),
            format!("The last {WINDOW} months averaged {rate} a month; carried on, about {at_due} in {due}, short of {target}; {needed} a month would be needed. An extrapolation, not a prediction; monthly spread ±{spread}."),
        )
    }
}

/// A monthly rate with its unit, one digit finer than the unit's.
fn fine(rate: f64, unit: &Unit, lang: Lang) -> String {
    let fine =
        Unit { decimals: unit.decimals + 1, en_decimals: Some(unit.decimals(Lang::En) + 1), ..unit.clone() };
    let size = format::difference(rate, &fine, lang);
    if rate < 0.0 { format!("−{size}") } else { size }
}

/// A change in words: `+1.7亿元（+0.6%）`.
pub fn change(change: Result<Change, Reason>, unit: &Unit, lang: Lang) -> String {
    let change = match change {
        Ok(change) => change,
        Err(why) => {
            return format!("{}（{}）", format::NONE, reason(why, lang))
                .replace('（', lang.pick("（", " ("))
                .replace('）', lang.pick("）", ")"));
        }
    };
    let difference = change.difference();
    if difference == 0.0 {
        return lang.pick("持平", "no change").into();
    }
    let sign = if difference > 0.0 {
        "+"
    } else if difference < 0.0 {
        "−"
    } else {
        ""
    };
    let size = format!("{sign}{}", format::difference(difference, unit, lang));
    match change.percent() {
        Some(percent) if unit.kind != crate::domain::UnitKind::Percent => {
            let percent = format::signed(percent, 1);
            lang.pick(format!("{size}（{percent}%）"), format!("{size} ({percent}%)"))
        }
        _ => size,
    }
}
