//! What is tracked month by month, as a picture of it leaves the page.

use super::super::frame::Caption;
use super::super::scope::Scope;
use super::super::time_picture::{Sign, TimeLine, TimePicture, TimeRow, years};
use super::list::Progress;
use super::months::Mark;
use super::row::Row;
use crate::domain::{Lang, Light};
use crate::route::ViewState;

impl Progress {
    /// The items that the address asks for, in its order and divisions.
    pub fn picture(&self, scope: &Scope<'_>, state: &ViewState, address: &str) -> TimePicture {
        let lang = self.lang;
        let list = self.list(state);
        let mut lines = Vec::new();
        for group in &list.groups {
            lines.push(TimeLine::Title(group.title.clone()));
            lines.extend(group.rows.iter().map(|at| TimeLine::Row(time_row(self.row(*at), lang))));
        }
        let subtitle = lang
            .pick(format!("逐月的灯，{}", list.counted), format!("Lights month by month: {}", list.counted));
        let demo = list.groups.iter().flat_map(|group| &group.rows).any(|at| self.row(*at).demo);
        let lights = [Light::Red, Light::Yellow, Light::Green, Light::NoData];
        let lights = lights.map(|light| (Sign::Light(light), scope.rule.label(light, lang).to_owned()));
        let ahead = [
            (Sign::Ahead(true), lang.pick("以后的节点", "Point ahead").to_owned()),
            (Sign::Ahead(false), lang.pick("以后的月份", "Month ahead").to_owned()),
        ];
        let [first, last] = self.span;
        let gone = f64::from(self.as_of.month().since(first) + 1) / f64::from(last.since(first) + 1);
        let picture = TimePicture {
            caption: Caption::of_many(scope, &self.headline, subtitle, demo, address),
            legend: lights.into_iter().chain(ahead).collect(),
            years: years(first, last),
            now: gone.clamp(0.0, 1.0),
            lines,
        };
        picture.of_most(lang)
    }
}

fn time_row(row: &Row, lang: Lang) -> TimeRow {
    let count = row.months.len() as f64;
    let sign = |mark| match mark {
        Mark::Light(light) => Some(Sign::Light(light)),
        Mark::Ahead(due) => Some(Sign::Ahead(due)),
        Mark::Nothing => None,
    };
    let marks = row.months.iter().enumerate();
    TimeRow {
        name: row.name.clone(),
        note: said(row, lang),
        light: Some((row.light, row.word.clone())),
        marks: marks.filter_map(|(at, month)| Some(((at as f64 + 0.5) / count, sign(month.mark)?))).collect(),
        ..TimeRow::default()
    }
}

/// Actual, due and difference with their unit, or what the light rests on.
fn said(row: &Row, lang: Lang) -> String {
    let Some(figures) = &row.figures else { return row.basis.clone() };
    let (actual, due, difference) = (&figures.actual, &figures.due, &figures.difference);
    let said = lang.pick(
        format!("实际{actual}，应达{due}，差{difference}"),
        format!("Actual {actual}, due {due}, difference {difference}"),
    );
    figures
        .of
        .as_ref()
        .map_or(said.clone(), |of| lang.pick(format!("{said}（{of}）"), format!("{said} ({of})")))
}
