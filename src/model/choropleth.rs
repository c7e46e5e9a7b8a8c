//! Figures per township, as a map shows them: classes, words, and what they say.

use super::classing::{Classing, shown};
use super::scope::Scope;
use super::versus::since;
use super::words;
use crate::domain::{
    Edition, Figure, Indicator, Kind, Lang, Missing, Month, Reason, Unit, UnitKind, change, format,
};

/// One township with its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its name on the map.
    pub short: String,
    /// The figure as written, without its unit; the reason in words where there is none.
    pub value: String,
    /// The same in little room: the reason in a word.
    pub brief: String,
    /// The figure, if there is one.
    pub figure: Option<f64>,
    /// The tone of its class, 1 to 5, on a diverging ramp to 7; `None` without a figure.
    pub tone: Option<usize>,
    /// Its change against the edition that the reader compares with; empty where there is none.
    pub change: String,
}

/// The townships without any figure.
pub fn bare(scope: &Scope<'_>) -> Vec<Town> {
    let towns = scope.edition.townships.iter().map(|town| Town {
        code: town.code.clone(),
        name: town.name.get(scope.lang).into(),
        short: town.short.get(scope.lang).into(),
        value: String::new(),
        brief: String::new(),
        figure: None,
        tone: None,
        change: String::new(),
    });
    towns.collect()
}

/// A class in the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Its tone, 1 to 5.
    pub tone: usize,
    /// Its range: `<50`, `50–70`, `≥120`.
    pub range: String,
    /// How many townships are in it.
    pub count: usize,
}

/// What the tones mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// The classes, ascending.
    pub classes: Vec<Class>,
    /// What stands under the boundaries between them.
    pub breaks: Vec<String>,
    /// The unit.
    pub unit: String,
    /// How many townships have no figure.
    pub no_data: usize,
    /// Whether the tones lie on both sides of a middle.
    pub diverging: bool,
}

/// A layer of the map: an indicator's figures per township in the edition's month.
#[derive(Clone, Debug, PartialEq)]
pub struct Choropleth {
    /// The indicator's id.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// Every township, in the edition's order.
    pub towns: Vec<Town>,
    /// What the tones mean.
    pub legend: Legend,
    /// What the figures say, in a sentence without its full stop.
    pub finding: String,
    /// Against what the changes are, where the reader compares: `较2022年5月`.
    pub since: Option<String>,
}

impl Choropleth {
    /// The township with this code.
    pub fn town(&self, code: &str) -> Option<&Town> {
        self.towns.iter().find(|town| town.code == code)
    }
}

/// The indicators that have figures per township.
pub fn layers(edition: &Edition) -> impl Iterator<Item = &Indicator> {
    edition.indicators.iter().filter(|indicator| !indicator.townships.is_empty())
}

/// The layer that is asked for, else the first count, else the first there is.
pub fn layer<'a>(edition: &'a Edition, wanted: Option<&str>) -> Option<&'a Indicator> {
    let asked = layers(edition).find(|indicator| Some(indicator.id.as_str()) == wanted);
    let count = || layers(edition).find(|indicator| indicator.goal.kind == Kind::Count);
    asked.or_else(count).or_else(|| layers(edition).next())
}

/// The classes of a layer; `None` where no indicator has figures per township.
pub fn choropleth(scope: &Scope<'_>, wanted: Option<&str>) -> Option<Choropleth> {
    let edition = scope.edition;
    let indicator = layer(edition, wanted)?;
    let figures = edition
        .townships
        .iter()
        .filter_map(|town| observe(indicator, &town.code, edition.month)?.as_ref().ok());
    // In the data's own unit, so that a township has the same tone in every language.
    let classing = Classing::of(figures.copied(), indicator.unit.decimals);
    Some(shade(scope, indicator, edition.month, &classing))
}

/// What was observed in a township in a month; `None` where its series does not reach it.
pub(super) fn observe<'a>(indicator: &'a Indicator, code: &str, month: Month) -> Option<&'a Figure> {
    indicator.townships.get(code)?.at(month).map(|observation| &observation.figure)
}

/// An indicator's figures per township in a month, in the classes given.
pub(super) fn shade(
    scope: &Scope<'_>,
    indicator: &Indicator,
    month: Month,
    classing: &Classing,
) -> Choropleth {
    let (edition, lang, unit) = (scope.edition, scope.lang, &indicator.unit);
    // Only the edition's own month is compared with that of another one.
    let compares = month == edition.month;
    let town = |town: &crate::domain::Township| {
        let figure = observe(indicator, &town.code, month);
        let number = figure.and_then(|figure| figure.as_ref().ok().copied());
        let class = number.map(|number| classing.class(shown(number, unit.decimals)));
        let written = number.map(|number| format::figure(number, unit, lang));
        Town {
            code: town.code.clone(),
            name: town.name.get(lang).into(),
            short: town.short.get(lang).into(),
            value: written.clone().unwrap_or_else(|| why(figure, month, lang)),
            brief: written.unwrap_or_else(|| why_brief(figure, lang).into()),
            figure: number,
            tone: class.map(|class| classing.tone(class)),
            change: change(scope, indicator, &town.code).filter(|_| compares).unwrap_or_default(),
        }
    };
    let towns: Vec<Town> = edition.townships.iter().map(town).collect();
    Choropleth {
        id: indicator.id.clone(),
        name: indicator.short().get(lang).into(),
        legend: legend(classing, &towns, unit, lang),
        since: since(scope).filter(|_| compares),
        finding: finding(indicator, &towns, &absent(scope, indicator, month), lang),
        towns,
    }
}

/// Why a township has no figure.
pub(super) fn why(figure: Option<&Figure>, month: Month, lang: Lang) -> String {
    match figure {
        Some(Err(missing)) => words::missing(missing, month, lang),
        _ => lang.pick("无数据", "no data").into(),
    }
}

/// The same in a word.
pub(super) fn why_brief(figure: Option<&Figure>, lang: Lang) -> &'static str {
    match figure {
        Some(Err(missing)) => words::reason(missing.reason, lang),
        _ => lang.pick("无数据", "no data"),
    }
}

/// The townships without a figure, with what is known of the reason.
pub(super) fn absent<'a>(
    scope: &Scope<'a>,
    indicator: &'a Indicator,
    month: Month,
) -> Vec<(&'a str, Option<&'a Missing>)> {
    let absent =
        scope.edition.townships.iter().filter_map(|town| match observe(indicator, &town.code, month) {
            Some(Ok(_)) => None,
            Some(Err(missing)) => Some((town.short.get(scope.lang), Some(missing))),
            None => Some((town.short.get(scope.lang), None)),
        });
    absent.collect()
}

/// A township's change against the other edition, in words.
fn change(scope: &Scope<'_>, indicator: &Indicator, code: &str) -> Option<String> {
    let other = scope.compared?;
    let before = other.indicator(&indicator.id)?.townships.get(code)?;
    let now = indicator.townships.get(code)?;
    let change = change::between((before, other.month), (now, scope.edition.month));
    Some(words::change(change, &indicator.unit, scope.lang))
}

fn legend(classing: &Classing, towns: &[Town], unit: &Unit, lang: Lang) -> Legend {
    let breaks: Vec<String> = classing
        .breaks
        .iter()
        .map(|limit| format::trimmed(unit.scale(*limit, lang), unit.decimals(lang)))
        .collect();
    let figures: Vec<f64> = towns.iter().filter_map(|town| town.figure).collect();
    let classes = (0..=breaks.len()).filter(|_| !figures.is_empty()).map(|class| Class {
        tone: classing.tone(class),
        range: match (class.checked_sub(1).map(|below| &breaks[below]), breaks.get(class)) {
            (None, None) => {
                figures.first().map_or_else(String::new, |figure| format::figure(*figure, unit, lang))
            }
            (None, Some(end)) => format!("<{end}"),
            (Some(start), Some(end)) => format!("{start}–{end}"),
            (Some(start), None) => format!("≥{start}"),
        },
        count: figures
            .iter()
            .filter(|figure| classing.class(shown(**figure, unit.decimals)) == class)
            .count(),
    });
    Legend {
        classes: classes.collect(),
        breaks,
        unit: unit.label(lang).into(),
        no_data: towns.len() - figures.len(),
        diverging: false,
    }
}

/// `11个街镇累计服务小微企业共912家，娄桥最多；三垟、泽雅未报`.
fn finding(indicator: &Indicator, towns: &[Town], absent: &[(&str, Option<&Missing>)], lang: Lang) -> String {
    let (name, unit) = (indicator.short().get(lang), &indicator.unit);
    let mut known: Vec<(&Town, f64)> = towns.iter().filter_map(|town| Some((town, town.figure?))).collect();
    known.sort_by(|a, b| b.1.total_cmp(&a.1));
    let absent = absentees(absent, lang);
    let (Some((most, high)), Some((least, low))) = (known.first(), known.last()) else {
        return lang.pick(format!("{name}：{absent}"), format!("{name}: {absent}"));
    };
    let count = known.len();
    // Shares and levels in percent cannot be added up.
    let adds_up = indicator.goal.kind == Kind::Count || unit.kind != UnitKind::Percent;
    let said = if adds_up {
        let sum = format::quantity(known.iter().map(|(_, figure)| figure).sum(), unit, lang);
        lang.pick(
            format!("{count}个街镇{name}共{sum}，{}最多", most.short),
            format!("{name}: {sum} in {count} townships, most in {}", most.short),
        )
    } else {
        let (high, low) = (format::quantity(*high, unit, lang), format::quantity(*low, unit, lang));
        lang.pick(
            format!("{count}个街镇{name}，{}最高{high}，{}最低{low}", most.short, least.short),
            format!("{name} in {count} townships: {high} in {}, {low} in {}", most.short, least.short),
        )
    };
    if absent.is_empty() {
        said
    } else {
        lang.pick(format!("{said}；{absent}"), format!("{said}; {absent}"))
    }
}

/// `三垟、泽雅未报`: who has no figure, by reason.
pub(super) fn absentees(absent: &[(&str, Option<&Missing>)], lang: Lang) -> String {
    let mut groups: Vec<(Option<Reason>, Vec<&str>)> = Vec::new();
    for (name, missing) in absent {
        let reason = missing.map(|missing| missing.reason);
        match groups.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => groups.push((reason, vec![name])),
        }
    }
    let groups: Vec<String> = groups
        .into_iter()
        .map(|(reason, names)| {
            let why = reason.map_or(lang.pick("无数据", "no data"), |reason| words::reason(reason, lang));
            let who = if names.len() > 3 {
                let count = names.len();
                lang.pick(
                    format!("{}等{count}个街镇", names[0]),
                    format!("{} and {} others", names[0], count - 1),
                )
            } else {
                names.join(lang.pick("、", ", "))
            };
            lang.pick(format!("{who}{why}"), format!("{who} {why}"))
        })
        .collect();
    groups.join(lang.pick("，", "; "))
}
