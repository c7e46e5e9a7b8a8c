//! Rows on a common time, as a picture of them leaves the page: their names in words, their months as marks.

use super::frame::Caption;
use super::tasks::State;
use crate::domain::{Lang, Light, Month};

/// So many rows are drawn; of the others the picture says how many they are.
pub const MOST: usize = 200;

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A light.
    Light(Light),
    /// A due point.
    Point(State),
    /// Something that happened.
    Event,
    /// A month to come; whether something falls due in it.
    Ahead(bool),
}

/// A row. Places on the time are parts of it, from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeRow {
    /// Its name.
    pub name: String,
    /// How far it is set in.
    pub depth: usize,
    /// What it says of itself in words; may be empty.
    pub note: String,
    /// Its light with the light's word.
    pub light: Option<(Light, String)>,
    /// Where it is due, and how much of the way to there is done.
    pub span: Option<(f64, f64)>,
    /// Its marks.
    pub marks: Vec<(f64, Sign)>,
}

/// A title, or a row below it.
#[derive(Clone, Debug, PartialEq)]
pub enum TimeLine {
    /// The title of a division.
    Title(String),
    /// A row.
    Row(TimeRow),
}

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub struct TimePicture {
    /// What is written around it.
    pub caption: Caption,
    /// What the marks mean.
    pub legend: Vec<(Sign, String)>,
    /// Where the years begin, and what they are called.
    pub years: Vec<(f64, String)>,
    /// Where the month is up to which figures reach.
    pub now: f64,
    /// Titles and rows.
    pub lines: Vec<TimeLine>,
}

impl TimePicture {
    /// Keeps as many rows as are drawn, and says beside the legend how many more there are.
    #[must_use]
    pub fn of_most(mut self, lang: Lang) -> Self {
        let is_row = |line: &TimeLine| matches!(line, TimeLine::Row(_));
        let places: Vec<usize> = (0..self.lines.len()).filter(|at| is_row(&self.lines[*at])).collect();
        if let Some(first) = places.get(MOST) {
            let more = places.len() - MOST;
            self.lines.truncate(*first);
            while self.lines.last().is_some_and(|line| !is_row(line)) {
                self.lines.pop();
            }
            self.lines.push(TimeLine::Title(lang.pick(
                format!("还有{more}项没有画出，见同一页导出的表格。"),
                format!("{more} more are not drawn; the page's tables have them all."),
            )));
        }
        self
    }
}

/// Where the years of a time begin, from its first month to its last.
pub fn years(first: Month, last: Month) -> Vec<(f64, String)> {
    let count = f64::from(last.since(first) + 1);
    let begins = first.to(last).filter(|month| *month == first || month.month() == 1);
    begins.map(|month| (f64::from(month.since(first)) / count, month.year().to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_that_are_too_many_are_counted() {
        let row = || TimeLine::Row(TimeRow::default());
        let title = || TimeLine::Title(String::new());
        let picture = |lines| TimePicture {
            caption: Caption { title: String::new(), subtitle: String::new(), foot: Vec::new(), demo: None },
            legend: Vec::new(),
            years: Vec::new(),
            now: 0.0,
            lines,
        };
        let few: Vec<TimeLine> = [title()].into_iter().chain((0..MOST).map(|_| row())).collect();
        assert_eq!(picture(few.clone()).of_most(Lang::Zh).lines, few);
        let many = few.iter().cloned().chain([title(), row(), row()]).collect();
        let lines = picture(many).of_most(Lang::Zh).lines;
        assert_eq!(lines.len(), few.len() + 1);
        assert_eq!(lines.last(), Some(&TimeLine::Title("还有2项没有画出，见同一页导出的表格。".into())));
    }

    #[test]
    fn years_begin_with_the_time_and_in_january() {
        let [from, to] =
            [(2019, 12), (2020, 11)].map(|(year, month)| Month::new(year, month).expect("a month"));
        assert_eq!(years(from, to), [(0.0, "2019".to_owned()), (1.0 / 12.0, "2020".to_owned())]);
    }
}
