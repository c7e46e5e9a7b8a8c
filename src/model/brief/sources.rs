//! Sources, the rule of the lights, and what the marks mean.

use super::super::leaf::{Element, classed, element};
use super::super::small_map;
use super::{Matter, map, marks};
use crate::domain::{Indicator, Light};
use crate::snapshot::LayerRole;

/// What stands at the end, in small print.
pub fn sources(matter: &Matter<'_>) -> Element {
    let scope = &matter.scope;
    let (edition, lang) = (scope.edition, scope.lang);
    let colon = matter.pick("：", ": ");
    let rule = format!("{}{colon}{}", scope.rule.name.get(lang), scope.rule.about.get(lang));
    let legend = Light::ALL.map(|light| marks::labelled(scope, light));
    let mut notes = vec![element("p").text(rule), classed("p", "brief-legend").all(legend)];
    if edition.indicators.iter().any(|goal| goal.lead_basis.inferred)
        || edition.tasks.iter().any(|task| task.lead_basis.inferred)
    {
        let inferred = matter
            .pick("牵头单位为推定，方案没有写明。", "The lead was inferred; the plan does not name one.");
        notes.push(element("p").text(format!("{} {inferred}", marks::INFERRED)));
    }
    if scope.is_demo() {
        notes.push(element("p").text(matter.pick(
            "演示数据：除注明来源者外，本简报数字均为生成，不代表实际进展。",
            "Demo data: figures in this brief are generated unless a source is named; they do not show real progress.",
        )));
    }
    let beside = small_map::notes(scope, matter.manifest, &[LayerRole::Townships, LayerRole::District]);
    let stop = matter.pick("。", ". ");
    let whose = beside.attribution.iter().map(|one| format!("{one}{stop}")).collect::<String>();
    notes.push(element("p").text(format!(
        "{}{}{}",
        map::notes(matter, &beside),
        matter.pick("", " "),
        whose.trim_end()
    )));
    let documents = edition.documents.iter().map(|document| {
        let number = document
            .number
            .as_ref()
            .map(|number| format!("{}{number}", matter.pick("，", ", ")))
            .unwrap_or_default();
        element("li").text(format!("{}{number}", document.title.get(lang)))
    });
    let named =
        edition.sources.iter().filter(|source| edition.indicators.iter().any(|goal| cites(goal, &source.id)));
    let named = named.map(|source| element("li").text(source.title.get(lang)));
    classed("section", "brief-sources")
        .with(element("h2").text(matter.pick("依据与说明", "Sources and notes")))
        .with(element("ul").all(documents.chain(named)))
        .all(notes)
}

/// Whether a figure or an event of a goal rests on a source.
fn cites(goal: &Indicator, source: &str) -> bool {
    let figures =
        std::iter::once(&goal.series).chain(goal.townships.values()).flat_map(|series| &series.values);
    let figures = figures.filter_map(|observation| observation.source.as_deref());
    figures.chain(goal.events.iter().filter_map(|event| event.source.as_deref())).any(|id| id == source)
}
