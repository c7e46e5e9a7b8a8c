//! A goal over time: what was measured, what was due, where it would lead.

use super::scope::Scope;
use super::words;
use crate::domain::forecast::Forecast;
use crate::domain::standing::{Assessment, Standing};
use crate::domain::{Indicator, Kind, Light, Month, Pace, Status, format};

/// One month on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendMonth {
    /// What stands under the axis; empty for most months.
    pub label: String,
    /// What stands in the tooltip, line by line.
    pub tip: String,
    /// The figure measured.
    pub actual: Option<f64>,
    /// The figure due.
    pub pace: Option<f64>,
    /// Low end, middle and high end of the forecast.
    pub forecast: Option<[f64; 3]>,
    /// How the figure is marked, where it is not final.
    pub mark: Option<Mark>,
    /// What happened in this month.
    pub event: Option<String>,
}

/// A figure that is not final.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Preliminary.
    Provisional,
    /// Corrected.
    Revised,
}

/// The name of the line of what was due, written where what was measured is furthest from it.
#[derive(Clone, Debug, PartialEq)]
pub struct PaceName {
    /// The month's index.
    pub at: usize,
    /// The figure there.
    pub value: f64,
    /// The name.
    pub text: &'static str,
    /// Whether it stands above its line.
    pub above: bool,
}

/// The scale of the value axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Where it starts.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// From one line to the next.
    pub step: f64,
}

/// A trend, ready to be drawn. Figures are scaled to the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// What is seen, in a sentence.
    pub title: String,
    /// Measure, unit, period, and where the axis starts.
    pub subtitle: String,
    /// The months, from the one before the first to the due date or the plan's end.
    pub months: Vec<TrendMonth>,
    /// Whether what is due moves in steps.
    pub stepped_pace: bool,
    /// Whether what was measured moves in steps.
    pub stepped: bool,
    /// Whether it is a measure; else a line with what happened on it.
    pub measured: bool,
    /// The target, on its due month's index.
    pub target: (usize, f64),
    /// The target in words.
    pub target_label: String,
    /// The index of the last figure with its light and its text.
    pub last: Option<(usize, Light, String)>,
    /// Where the line of what was due is named.
    pub pace_name: Option<PaceName>,
    /// What the forecast comes to, in words.
    pub forecast_label: Option<String>,
    /// The value axis.
    pub axis: Axis,
}

/// The trend of an indicator.
pub fn trend(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Trend {
    let (edition, lang, unit) = (scope.edition, scope.lang, &indicator.unit);
    let measured = indicator.goal.kind.is_measured();
    let pace = Pace::of(indicator, edition.start);
    let due = indicator.goal.due.month();
    let from = edition.start.plus(-1).min(indicator.series.from);
    let forecast = Forecast::of(&indicator.goal, &indicator.series, edition.month).ok();
    let scale = |value: f64| unit.scale(value, lang);
    let months: Vec<TrendMonth> = from
        .to(due.max(edition.end))
        .map(|month| {
            let past = standing.history.iter().find(|assessment| assessment.month == month);
            let observation = indicator.series.at(month).filter(|_| month <= edition.month);
            TrendMonth {
                label: label(scope, month),
                tip: tip(scope, indicator, month, past, forecast.as_ref()),
                actual: observation.and_then(|one| one.figure.as_ref().ok()).map(|value| scale(*value)),
                pace: pace
                    .plan_at(month)
                    .filter(|_| measured && !matches!(pace, Pace::DueOnly { .. }))
                    .map(scale),
                forecast: forecast.as_ref().filter(|forecast| month >= forecast.month && month <= due).map(
                    |forecast| {
                        let (low, middle, high) = forecast.at(month);
                        [scale(low), scale(middle), scale(high)]
                    },
                ),
                mark: observation.and_then(|one| match one.status {
                    Status::Final => None,
                    Status::Provisional => Some(Mark::Provisional),
                    Status::Revised { .. } => Some(Mark::Revised),
                }),
                event: event(scope, indicator, month),
            }
        })
        .collect();
    let target = scale(indicator.goal.target);
    let axis = axis(&months, target, measured);
    let last = indicator.series.last_number(edition.month);
    let last = last.filter(|_| measured).map(|(month, value)| {
        let text = format!("{} {}", lang.pick("实际", "Actual"), format::quantity(value, unit, lang));
        (month.since(from).max(0) as usize, standing.light, text)
    });
    Trend {
        title: title(scope, standing, indicator),
        subtitle: subtitle(scope, indicator, from, &axis, measured),
        stepped_pace: matches!(pace, Pace::Steps { .. }),
        stepped: indicator.goal.kind == Kind::Count && indicator.goal.target <= 20.0,
        measured,
        target: (due.since(from).max(0) as usize, target),
        target_label: if measured {
            format!("{}{}", lang.pick("目标 ", "Target "), format::target(&indicator.goal, unit, lang))
        } else {
            lang.pick("目标：完成", "Target: done").into()
        },
        forecast_label: forecast.map(|forecast| {
            let at_due = format::quantity(forecast.at(forecast.due).1, unit, lang);
            lang.pick(format!("照此约{at_due}"), format!("about {at_due}"))
        }),
        last,
        pace_name: pace_name(&months, lang.pick("序时", "Pace")),
        axis,
        months,
    }
}

fn pace_name(months: &[TrendMonth], text: &'static str) -> Option<PaceName> {
    let margin = months.len() / 8;
    let middle = months.iter().enumerate().skip(margin).take(months.len().saturating_sub(2 * margin));
    let places = middle.filter_map(|(at, month)| Some((at, month.pace?, month.actual)));
    let apart = |actual: Option<f64>, pace: f64| actual.map_or(0.0, |actual| (pace - actual).abs());
    let (at, value, actual) =
        places.max_by(|one, other| apart(one.2, one.1).total_cmp(&apart(other.2, other.1)))?;
    Some(PaceName { at, value, text, above: actual.is_some_and(|actual| actual <= value) })
}

fn label(scope: &Scope<'_>, month: Month) -> String {
    match month.month() {
        1 => scope.lang.pick(format!("{}年", month.year()), month.year().to_string()),
        7 => scope.lang.pick("7月", "Jul").into(),
        _ => String::new(),
    }
}

fn event(scope: &Scope<'_>, indicator: &Indicator, month: Month) -> Option<String> {
    let mut happened =
        indicator.events.iter().filter(|event| event.date.month() == month && month <= scope.edition.month);
    happened.next().map(|event| event.name.get(scope.lang).to_owned())
}

/// Everything about a month, line by line.
fn tip(
    scope: &Scope<'_>,
    indicator: &Indicator,
    month: Month,
    past: Option<&Assessment>,
    forecast: Option<&Forecast>,
) -> String {
    let (lang, unit) = (scope.lang, &indicator.unit);
    let colon = lang.pick("：", ": ");
    let mut lines = vec![format::month(month, lang)];
    if let Some(observation) = indicator.series.at(month).filter(|_| month <= scope.edition.month) {
        let actual = lang.pick("实际", "Actual");
        match &observation.figure {
            Ok(value) if indicator.goal.kind.is_measured() => {
                lines.push(format!("{actual}{colon}{}", format::quantity(*value, unit, lang)));
            }
            Ok(value) => lines.push(
                if indicator.goal.is_met(*value) {
                    lang.pick("已完成", "Done")
                } else {
                    lang.pick("推进中", "Under way")
                }
                .into(),
            ),
            Err(absent) => lines.push(words::missing(absent, month, lang)),
        }
        match &observation.status {
            Status::Final => {}
            Status::Provisional => lines.push(lang.pick("p 初步数", "p provisional").into()),
            Status::Revised { was, reason } => {
                let (was, reason) = (format::quantity(*was, unit, lang), reason.get(lang));
                lines.push(
                    lang.pick(
                        format!("r 修订，原{was}：{reason}"),
                        format!("r revised, was {was}: {reason}"),
                    ),
                );
            }
        }
    }
    if let Some(assessment) = past
        && let Some(point) = assessment.point
    {
        if indicator.goal.kind.is_measured() {
            let due = lang.pick("序时", "Due");
            lines.push(format!("{due}{colon}{}", format::fine_figure(point.plan, unit, lang)));
        }
        lines.push(scope.rule.label(assessment.light, lang).to_owned());
    }
    if let Some(forecast) = forecast.filter(|forecast| month > forecast.month && month <= forecast.due) {
        let (low, middle, high) = forecast.at(month);
        let [low, middle, high] = [low, middle, high].map(|value| format::figure(value, unit, lang));
        lines.push(lang.pick(
            format!("照此推算：{middle}（{low}～{high}）"),
            format!("Carried on: {middle} ({low} to {high})"),
        ));
    }
    lines.extend(event(scope, indicator, month));
    lines.join("\n")
}

/// What is seen: since when it has been ahead or behind.
fn title(scope: &Scope<'_>, standing: &Standing, indicator: &Indicator) -> String {
    let lang = scope.lang;
    let due: Vec<&Assessment> = standing.history.iter().filter(|month| month.point.is_some()).collect();
    let Some(last) = due.last() else {
        return lang.pick("到期前不评灯，只列实际", "Not judged before it is due: figures alone").into();
    };
    let since = due
        .iter()
        .rev()
        .take_while(|month| (month.light == Light::Green) == (last.light == Light::Green))
        .last();
    let since = since.map(|first| format::month(first.month, lang)).unwrap_or_default();
    let declared = !matches!(Pace::of(indicator, scope.edition.start), Pace::Line { .. });
    match (last.light, declared) {
        (Light::NoData, _) => lang.pick("到期，没有数据".into(), "Due, and no figure".into()),
        (Light::Green, false) => {
            lang.pick(format!("{since}起不低于序时"), format!("On pace or ahead since {since}"))
        }
        (Light::Green, true) => lang.pick("到期节点均已达到".into(), "The latest due point is met".into()),
        (Light::Yellow, _) => {
            lang.pick("错过节点，后来补上".into(), "A due point was missed and made up".into())
        }
        (_, false) => lang.pick(format!("{since}起低于序时"), format!("Below pace since {since}")),
        (_, true) => lang.pick(format!("{since}的节点未达"), format!("The point of {since} is missed")),
    }
}

fn subtitle(scope: &Scope<'_>, indicator: &Indicator, from: Month, axis: &Axis, measured: bool) -> String {
    let lang = scope.lang;
    let name = indicator.name.get(lang);
    let label = indicator.unit.label(lang);
    let unit = if label.is_empty() || !measured {
        String::new()
    } else {
        lang.pick(format!("，{label}"), format!(", {label}"))
    };
    let (first, last) = (format::month(from.plus(1), lang), format::month(scope.edition.month, lang));
    let period = lang.pick(format!("{first}—{last}"), format!("{first} to {last}"));
    let floor = if measured && axis.low != 0.0 {
        let low = format::trimmed(axis.low, 2);
        lang.pick(format!("。纵轴自{low}起"), format!(". The axis starts at {low}"))
    } else {
        String::new()
    };
    lang.pick(format!("{name}{unit}。{period}{floor}。"), format!("{name}{unit}. {period}{floor}."))
}

/// An axis of three or four lines at round figures; from 0 unless that would flatten the line.
fn axis(months: &[TrendMonth], target: f64, measured: bool) -> Axis {
    if !measured {
        return Axis { low: -1.0, high: 1.0, step: 1.0 };
    }
    let values = months.iter().flat_map(|month| {
        month.actual.into_iter().chain(month.pace).chain(month.forecast.into_iter().flatten())
    });
    let (low, high) = values
        .chain([target])
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let low = if low > 0.0 && low < high * 0.4 || low == high { 0.0 } else { low };
    let rough = ((high - low) / 3.0).max(f64::MIN_POSITIVE);
    let power = 10f64.powi(rough.log10().floor() as i32);
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(rough);
    Axis { low: (low / step).floor() * step, high: (high / step * 0.999_999).ceil() * step, step }
}
