//! The tasks on the plan's time, as a picture of them leaves the page.

use super::super::frame::Caption;
use super::super::scope::Scope;
use super::super::time_picture::{MOST, Sign, TimeLine, TimePicture, TimeRow, years};
use super::ledger::Ledger;
use super::list::Shown;
use super::timeline::{Axis, State, bar};
use crate::domain::Month;
use crate::route::ViewState;

impl Ledger {
    /// The tasks that the address asks for, in its order and divisions: all of them where it opens the tree or looks for
    /// something, else those at the top.
    pub fn picture(&self, scope: &Scope<'_>, state: &ViewState, address: &str) -> TimePicture {
        let lang = self.lang;
        let list = self.list(state);
        let axis = Axis::of(scope.edition);
        let is_seen = |shown: &&Shown| state.expand || list.filtered || shown.parent.is_none();
        let mut drawn = 0;
        let mut lines = Vec::new();
        for division in &list.divisions {
            lines.push(TimeLine::Title(division.title.clone()));
            for shown in division.rows.iter().filter(is_seen) {
                drawn += 1;
                // What is only counted needs no bar.
                let row = if drawn > MOST { TimeRow::default() } else { self.time_row(scope, axis, shown) };
                lines.push(TimeLine::Row(row));
            }
        }
        let subtitle = lang
            .pick(format!("任务时间轴，{}", list.counted), format!("Tasks on a timeline: {}", list.counted));
        let caption = Caption::of_many(scope, &self.headline, subtitle, self.demo, address);
        let legend = [
            (State::Met, lang.pick("节点按期", "Point met on time")),
            (State::Late(axis.now), lang.pick("晚到", "Met late")),
            (State::Missed, lang.pick("未达", "Missed")),
            (State::NoData, lang.pick("无数据", "No data")),
            (State::Ahead, lang.pick("未到期", "Not due yet")),
        ];
        let legend = legend.map(|(state, word)| (Sign::Point(state), word.to_owned())).to_vec();
        let now = part(axis, axis.now, 0.0);
        TimePicture { caption, legend, years: years(axis.from, axis.to), now, lines }.of_most(lang)
    }

    fn time_row(&self, scope: &Scope<'_>, axis: Axis, shown: &Shown) -> TimeRow {
        let entry = &self.entries[shown.at];
        let goals = entry.row.goals.iter().filter_map(|goal| scope.edition.indicator(&goal.id));
        let bar = bar(scope, &scope.edition.tasks[entry.task], goals);
        let marks = bar.milestones.iter().map(|one| (part(axis, one.month, 0.5), Sign::Point(one.state)));
        TimeRow {
            name: entry.row.name.clone(),
            depth: shown.depth,
            note: bar.said,
            light: entry.row.light.clone(),
            span: bar.due.map(|due| (part(axis, due, 0.0), bar.done.unwrap_or_default())),
            marks: marks.collect(),
        }
    }
}

/// The end of a month as a part of the axis, or so many months before.
fn part(axis: Axis, month: Month, before: f64) -> f64 {
    (f64::from(axis.end_of(month)) - before).max(0.0) / f64::from(axis.months())
}
