//! A project's time, as a picture of it leaves the page.

use super::super::frame::Caption;
use super::super::scope::Scope;
use super::super::tasks::State;
use super::super::time_picture::{Sign, TimeLine, TimePicture, TimeRow};
use super::timeline::{Lane, Mark, MarkKind, Timeline};
use crate::domain::Light;

impl Timeline {
    /// The same lanes, each with its marks in words; `title` says of which project.
    pub fn picture(&self, scope: &Scope<'_>, title: &str, demo: bool, address: &str) -> TimePicture {
        let lang = scope.lang;
        let [from, to] = self.ends;
        let part = |x: f64| ((x - from) / (to - from)).clamp(0.0, 1.0);
        let said = |mark: &Mark| format!("{} {} {}", mark.when, mark.what, mark.state);
        let row = |lane: &Lane| TimeRow {
            name: format!("{} {}", lane.number, lane.name),
            note: lane.marks.iter().map(said).collect::<Vec<_>>().join(lang.pick("；", "; ")),
            marks: lane.marks.iter().map(|mark| (part(mark.x), sign(mark.kind))).collect(),
            ..TimeRow::default()
        };
        let lights = [Light::Green, Light::Yellow, Light::Red, Light::NoData];
        let lights = lights.map(|light| (Sign::Light(light), scope.rule.label(light, lang).to_owned()));
        let others = [
            (Sign::Event, lang.pick("已发生", "Happened").to_owned()),
            (Sign::Point(State::Ahead), lang.pick("未到期", "Not due yet").to_owned()),
        ];
        let picture = TimePicture {
            caption: Caption::of_many(scope, title, self.summary.clone(), demo, address),
            legend: lights.into_iter().chain(others).collect(),
            years: self.years.iter().map(|(x, year)| (part(*x), year.clone())).collect(),
            now: part(self.today),
            lines: self.lanes.iter().map(|lane| TimeLine::Row(row(lane))).collect(),
        };
        picture.of_most(lang)
    }
}

fn sign(kind: MarkKind) -> Sign {
    match kind {
        MarkKind::Event => Sign::Event,
        MarkKind::Past(light) => Sign::Light(light),
        MarkKind::Ahead => Sign::Point(State::Ahead),
    }
}
