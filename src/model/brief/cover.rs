//! The head of the first page, what is new on it, and the lines for those who sign.

use super::super::leaf::{Element, classed, element};
use super::super::overview::Overview;
use super::{Matter, marks, title};
use crate::domain::{Light, format};
use crate::model::leaf::link;
use crate::model::words;
use crate::route::View;

/// Name, issue and date; the headline; the sentences under it.
pub fn cover(matter: &Matter<'_>, overview: &Overview) -> Vec<Element> {
    let scope = &matter.scope;
    let issue = classed("p", "brief-issue").text(format!(
        "{}{}{}",
        overview.issue,
        matter.pick("　", " · "),
        overview.as_of
    ));
    let mut dateline = element("div");
    if overview.demo {
        dateline = dateline.with(marks::demo(scope.lang));
    }
    let head = classed("header", "brief-head")
        .with(staff())
        .with(classed("p", "brief-title").text(title(scope, matter.manifest)))
        .with(dateline.with(issue));
    let lead = overview.lead.iter().map(|run| element(if run.strong { "b" } else { "span" }).text(&run.text));
    let time = format!("{}{}{}", matter.pick("", " "), overview.timeline.text, matter.pick("。", "."));
    let lead = classed("p", "brief-lead").all(lead).with(element("span").text(time));
    vec![head, element("h1").text(&overview.headline), lead]
}

/// A levelling staff, the mark of the whole.
fn staff() -> Element {
    let path = |class: &str, path: &str| classed("path", class).set("d", path);
    classed("svg", "logo")
        .set("viewBox", "0 0 16 32")
        .set("aria-hidden", "true")
        .with(path("fill-ink", "M3 1h10v26H3zM0 29h16v3H0z"))
        .with(path("fill-paper", "M5.5 6h5v3h-5zM5.5 18h5v3h-5zM8 22.5h2.5v3H8z"))
        .with(path("fill-orange", "M5.6 13.5a2.4 2.4 0 1 1 4.8 0a2.4 2.4 0 1 1-4.8 0"))
}

/// What changed since the month before, or since the edition compared, and what falls due.
pub fn news(matter: &Matter<'_>, overview: &Overview) -> Element {
    let lang = matter.scope.lang;
    // The agenda counts tasks, too, and names what is red under another head.
    let count = overview.changes.len();
    let turned = words::plural(count as i32, "goal");
    let heading = match (&overview.since, count) {
        (Some(since), 0) => matter.pick(format!("变化（{since}）与将到期"), format!("{since}; what is due")),
        (None, 0) => matter.pick("本月变化与将到期", "This month’s changes, and what is due").to_owned(),
        (Some(since), _) => matter.pick(
            format!("目标变灯{count}项（{since}）与将到期"),
            format!("{count} {turned} changed, {}; what is due", since.replacen('A', "a", 1)),
        ),
        (None, _) => matter.pick(
            format!("本月目标变灯{count}项与将到期"),
            format!("{count} {turned} changed this month; what is due"),
        ),
    };
    let turn = |light: Light| words::colour(light, lang);
    let changes = overview.changes.iter().map(|change| {
        let turned = matter.pick(
            format!("{}转{}　", turn(change.from), turn(change.to)),
            format!("{} to {}: ", turn(change.from), turn(change.to)),
        );
        let goal = link(matter.state.to_record(View::Indicator, &change.id), &change.name);
        element("li").with(marks::light(change.to, None)).text(turned).with(goal)
    });
    let dues = overview.dues.iter().map(|due| {
        let text = format!("{}{}", matter.pick("　", ": "), due.name);
        element("li").with(element("b").text(format::month(due.month, lang))).text(text)
    });
    let none = (overview.changes.is_empty() && overview.dues.is_empty()).then(|| {
        element("li")
            .text(matter.pick("没有变化，也没有将到期的节点。", "Nothing changed and nothing falls due."))
    });
    classed("section", "brief-news")
        .with(element("h2").text(heading))
        .with(element("ul").all(changes.chain(dues).chain(none)))
}

/// Who filled it in, who checked it, who issued it.
pub fn signatures(matter: &Matter<'_>) -> Element {
    let roles = matter.pick(["填报", "核对", "签发"], ["Compiled by", "Checked by", "Issued by"]);
    classed("div", "brief-sign").all(roles.map(|role| element("p").text(role)))
}
