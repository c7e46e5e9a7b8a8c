//! The meeting's agenda in print.

use super::super::agenda::{self, Need};
use super::super::leaf::{Element, classed, element};
use super::{Matter, marks, section};

/// Every item in one line, by need.
pub fn agenda(matter: &Matter<'_>) -> Element {
    let agenda = agenda::agenda(&matter.scope);
    let heading = matter.pick("会议议程", "Meeting agenda");
    let mut number = 0;
    let groups = Need::ALL.into_iter().filter_map(|need| {
        let items: Vec<_> = agenda.items.iter().filter(|item| item.need == need).collect();
        let start = number + 1;
        number += items.len();
        (!items.is_empty()).then(|| {
            let items =
                items.iter().map(|item| element("li").with(marks::light(item.light, None)).text(&item.line));
            let list = element("ol").set("start", start.to_string()).all(items);
            element("div").with(element("h3").text(need.name(matter.scope.lang))).with(list)
        })
    });
    section(matter, "brief-agenda", heading)
        .with(classed("p", "brief-note").text(&agenda.headline))
        .all(groups)
}
