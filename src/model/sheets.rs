//! Which tables leave the page: a goal month by month, and the goals of a list.

use super::card::{self, Card, Provenance, provenance};
use super::list::list;
use super::page::remarks;
use super::reckoning::Reckoning;
use super::scope::Scope;
use super::table::{Cell, Column, Sheet};
use super::words;
use crate::domain::{Assessment, Indicator, Lang, Light, Standing, UnitKind, format};
use crate::route::ViewState;

/// The months of the goal with this id, the newest first; `None` where the edition has no such goal.
pub fn goal(scope: &Scope<'_>, id: &str) -> Option<Sheet> {
    let (edition, lang) = (scope.edition, scope.lang);
    let indicator = edition.indicator(id)?;
    let standing = scope.standing(indicator);
    let unit = indicator.unit.label(lang);
    let points = match indicator.unit.kind {
        UnitKind::Percent => lang.pick("个百分点", "points"),
        UnitKind::Amount | UnitKind::Count => unit,
    };
    let measured = indicator.goal.kind.is_measured();
    let of = |name: &str, unit: &str| {
        let name = if unit.is_empty() || !measured {
            name.to_owned()
        } else {
            lang.pick(format!("{name}（{unit}）"), format!("{name} ({unit})"))
        };
        Column::new(name, 16)
    };
    let columns = vec![
        Column::new(lang.pick("月份", "Month"), 10),
        of(lang.pick("实际", "Actual"), unit),
        of(lang.pick("序时", "Due"), unit),
        of(lang.pick("差", "Difference"), points),
        Column::new(lang.pick("灯", "Light"), 16),
        Column::new(lang.pick("状态", "Status"), 32),
        Column::new(lang.pick("来源", "Source"), 32),
        Column::new(lang.pick("数据性质", "Data"), 12),
    ];
    let mut sheet = Sheet::new(indicator.name.get(lang).to_owned(), edition.as_of, columns, lang);
    let nature = provenance(scope, indicator);
    sheet.notes = vec![
        (lang.pick("单位", "Unit").into(), unit.to_owned()),
        (lang.pick("目标", "Target").into(), card::target(indicator, lang)),
        (lang.pick("到期", "Due date").into(), format::day(indicator.goal.due, lang)),
    ];
    sheet.notes.extend(notes(scope, nature));
    let rows = standing.history.iter().rev();
    sheet.rows = rows.map(|assessment| month(scope, indicator, assessment, nature)).collect();
    Some(sheet)
}

fn month(scope: &Scope<'_>, indicator: &Indicator, assessment: &Assessment, nature: Provenance) -> Vec<Cell> {
    let lang = scope.lang;
    let observation = indicator.series.at(assessment.month);
    let remarks =
        observation.map(|observation| remarks(observation, &indicator.unit, lang)).unwrap_or_default();
    let source = observation.and_then(|one| scope.edition.source(one.source.as_deref()?));
    let [actual, plan, difference] = figures(indicator, assessment, lang);
    vec![
        Cell::text(assessment.month.to_string()),
        actual,
        plan,
        difference,
        match assessment.point {
            Some(_) => light(scope, assessment.light),
            None => Cell::Empty(String::new()),
        },
        Cell::Text(remarks.join(lang.pick("；", "; "))),
        Cell::text(source.map_or("", |source| source.title.get(lang))),
        Cell::text(nature_word(nature, lang)),
    ]
}

/// What was measured, what was due, and by how much they differ.
fn figures(indicator: &Indicator, assessment: &Assessment, lang: Lang) -> [Cell; 3] {
    let unit = &indicator.unit;
    let measured = indicator.goal.kind.is_measured();
    let decimals = unit.decimals(lang);
    let figure = |value: f64, decimals: u8| Cell::number(unit.scale(value, lang), decimals);
    let actual = match &assessment.figure {
        Some(Ok(value)) if measured => figure(*value, decimals),
        Some(Ok(value)) if indicator.goal.is_met(*value) => Cell::text(lang.pick("完成", "done")),
        Some(Ok(_)) => Cell::text(lang.pick("未完成", "not done")),
        Some(Err(missing)) => Cell::Empty(words::reason(missing.reason, lang).into()),
        None => Cell::Empty(String::new()),
    };
    // What falls between whole ones has at least one digit.
    let fine = |value: Option<f64>| match value {
        Some(value) if measured => figure(value, decimals.max(1)),
        _ => Cell::Empty(String::new()),
    };
    [actual, fine(assessment.point.map(|point| point.plan)), fine(assessment.difference())]
}

/// The month that a row about an indicator reckons with, and what was measured, due and different in it.
pub(super) fn reckoned(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> [Cell; 4] {
    let Some(reckoning) = Reckoning::of(scope, standing) else {
        return std::array::from_fn(|_| Cell::Empty(String::new()));
    };
    let [actual, plan, difference] = figures(indicator, reckoning.at, scope.lang);
    [Cell::text(reckoning.at.month.to_string()), actual, plan, difference]
}

/// The goals that the address asks for, in its order.
pub fn goals(scope: &Scope<'_>, state: &ViewState) -> Sheet {
    let (edition, lang) = (scope.edition, scope.lang);
    let columns = [
        ("编号", "Id", 28),
        ("指标", "Goal", 36),
        ("领域", "Domain", 14),
        ("月份", "Month", 10),
        ("实际", "Actual", 12),
        ("序时", "Due", 12),
        ("差", "Difference", 12),
        ("单位", "Unit", 12),
        ("灯", "Light", 16),
        ("状况", "Standing", 32),
        ("目标", "Target", 20),
        ("到期", "Due date", 12),
        ("牵头单位", "Lead", 24),
        ("牵头依据", "Lead is", 12),
        ("数据性质", "Data", 12),
    ];
    let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
    let title = lang.pick("各项目标", "Goals").to_owned();
    let mut sheet = Sheet::new(title, edition.as_of, columns, lang);
    let mut demo = false;
    let sections = list(scope, state).sections;
    for card in sections.into_iter().flat_map(|section| section.items).map(|item| item.card) {
        let Some(indicator) = edition.indicator(&card.id) else { continue };
        demo |= card.provenance == Provenance::Demo;
        sheet.rows.push(row(scope, indicator, &scope.standing(indicator), card));
    }
    sheet.notes = notes(scope, nature(demo));
    sheet
}

fn row(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing, card: Card) -> Vec<Cell> {
    let (edition, lang) = (scope.edition, scope.lang);
    let [month, actual, plan, difference] = reckoned(scope, indicator, standing);
    let inferred = card.lead.as_ref().map(|_| indicator.lead_basis.inferred);
    vec![
        Cell::Text(card.id),
        Cell::text(indicator.name.get(lang)),
        Cell::text(edition.domain(&card.domain).map_or("", |domain| domain.name.get(lang))),
        month,
        actual,
        plan,
        difference,
        Cell::text(indicator.unit.label(lang)),
        light(scope, standing.light),
        Cell::Text(card.note),
        Cell::Text(card.target),
        Cell::text(indicator.goal.due.to_string()),
        Cell::Text(card.lead.unwrap_or_default()),
        Cell::text(lead_is(inferred, lang)),
        Cell::text(nature_word(card.provenance, lang)),
    ]
}

/// `红 未达`.
pub(super) fn light(scope: &Scope<'_>, light: Light) -> Cell {
    let lang = scope.lang;
    let colour = words::colour_name(light, lang);
    Cell::Text(format!("{colour} {}", scope.rule.label(light, lang)))
}

/// Whether a lead was inferred or is named; empty where there is none.
pub(super) fn lead_is(inferred: Option<bool>, lang: Lang) -> &'static str {
    match inferred {
        None => "",
        Some(true) => lang.pick("推定", "inferred"),
        Some(false) => lang.pick("方案写明", "named in the plan"),
    }
}

/// Whether figures are generated, or only the plan's own facts are shown.
pub(super) fn nature(demo: bool) -> Provenance {
    if demo { Provenance::Demo } else { Provenance::Plan }
}

/// The word for where figures come from.
pub(super) fn nature_word(nature: Provenance, lang: Lang) -> &'static str {
    match nature {
        Provenance::Demo => lang.pick("演示数据", "Demo data"),
        Provenance::Sourced => lang.pick("有出处", "Sourced"),
        Provenance::Plan => lang.pick("计划", "Plan"),
    }
}

/// As of when, whether generated, and from which plan.
pub(super) fn notes(scope: &Scope<'_>, nature: Provenance) -> Vec<(String, String)> {
    let (edition, lang) = (scope.edition, scope.lang);
    let mut data = nature_word(nature, lang).to_owned();
    if nature == Provenance::Demo {
        data += lang.pick(
            "：除注明来源者外，数字均为生成的演示数据，不代表实际进展。",
            ": figures are generated unless a source is named; they do not show real progress.",
        );
    }
    let plan = edition.documents.iter().find(|document| document.kind == "plan");
    let note = |zh: &str, en: &str, text: String| (lang.pick(zh, en).to_owned(), text);
    let mut notes = vec![
        note("数据截至", "Data as of", format::day(edition.as_of, lang)),
        note("数据性质", "Data", data),
        note("亮灯规则", "Rule", scope.rule.about.get(lang).to_owned()),
    ];
    notes.extend(plan.map(|plan| note("来源", "Source", plan.title.get(lang).to_owned())));
    notes
}
