//! The meeting's agenda in print.

use super::super::agenda::{self, Need, Subject};
use super::super::leaf::{Element, classed, element};
use super::super::words;
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
            let lines =
                items.iter().map(|item| element("li").with(marks::light(item.light, None)).text(&item.line));
            let list = element("ol").set("start", start.to_string()).all(lines);
            let goals = items.iter().filter(|item| item.subject == Subject::Goal).count();
            let head = head(matter, need, goals, items.len() - goals);
            element("div").with(element("h3").text(head)).with(list)
        })
    });
    section(matter, "brief-agenda", heading)
        .with(classed("p", "brief-note").text(&agenda.headline))
        .all(groups)
}

/// A need with what it counts: `转灯8项：目标2项，任务6项；前面列过的不再列`.
fn head(matter: &Matter<'_>, need: Need, goals: usize, tasks: usize) -> String {
    let lang = matter.scope.lang;
    let kinds =
        [(goals, "目标", "goal"), (tasks, "任务", "task")].into_iter().filter(|(count, ..)| *count > 0);
    let kinds = kinds.map(|(count, zh, en)| {
        lang.pick(format!("{zh}{count}项"), format!("{count} {}", words::plural(count as i32, en)))
    });
    let kinds = kinds.collect::<Vec<_>>().join(matter.pick("，", ", "));
    let once = if need == Need::Turned {
        matter.pick("；前面列过的不再列", ", not counting those above")
    } else {
        ""
    };
    let (name, count) = (need.name(lang), goals + tasks);
    matter.pick(format!("{name}{count}项：{kinds}{once}"), format!("{name}, {count}: {kinds}{once}"))
}
