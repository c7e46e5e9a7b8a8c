//! The cockpit: how the plan stands, on one page of a wall.

use super::super::agenda::{AgendaItem, Need, Subject};
use super::super::card::{Card, CardFigure};
use super::canvas::{Canvas, Layout};
use super::programme::Programme;
use crate::domain::{Lang, Light};

/// A goal that needs to be looked at, in three short lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The goal's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its light.
    pub light: Light,
    /// `71 / 100个`: the figure and the target.
    pub figure: String,
    /// `落后12个`.
    pub note: String,
    /// `区商务局　连续5个月`.
    pub who: String,
}

/// What stands beside the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Cockpit {
    /// `红灯3项`.
    pub reds_title: String,
    /// The red goals, the longest red first, as many as there is room for.
    pub reds: Vec<Line>,
    /// How many more there are, in words.
    pub more: Option<String>,
    /// `补上1项`.
    pub made_up_title: String,
    /// The goals that made up for what they had missed.
    pub made_up: Vec<Line>,
}

/// The heights of a line, in Chinese and in English, of a title and of the word of what there is no room for. Names of
/// departments are long in English: lines that have them are higher.
const LINE: [f64; 2] = [148.0, 190.0];
const LONG: f64 = 228.0;
const TITLE: f64 = 72.0;
const MORE: f64 = 46.0;
/// What stands above and below the page.
const FRAME: f64 = 240.0;
/// What stands above the lines where all stands in one column, in Chinese and in English: sentence, counts and map.
const ABOVE: [f64; 2] = [1130.0, 1300.0];

/// The cockpit of a programme.
pub fn cockpit(programme: &Programme, canvas: &Canvas, lang: Lang) -> Cockpit {
    let goals = |need| -> Vec<(&AgendaItem, &Card)> {
        let items = programme.agenda.items.iter();
        let goals = items.filter(|item| item.need == need && item.subject == Subject::Goal);
        goals.filter_map(|item| Some((item, programme.goal(&item.id)?))).collect()
    };
    let (mut reds, mut made_up) = (goals(Need::Red), goals(Need::MadeUp));
    let (red, up) = (reds.len(), made_up.len());
    let (across, above) =
        if canvas.layout == Layout::Portrait { (2, lang.pick(ABOVE[0], ABOVE[1])) } else { (1, 0.0) };
    let titles = TITLE * if up > 0 { 2.0 } else { 1.0 };
    let height = canvas.size[1] - FRAME - above - titles - MORE;
    let room = |line: f64| ((height / line).floor() as usize).max(1);
    let rows = room(lang.pick(LINE[0], LINE[1]));
    // Of what was made up one row is always shown, and more where the reds leave room.
    let up_rows = up.div_ceil(across).min(rows.saturating_sub(red.div_ceil(across)).max(1));
    reds.truncate((rows - up_rows).max(1) * across);
    made_up.truncate(up_rows * across);
    let hidden = red - reds.len();
    // Where there is room only without them, the agenda has the departments.
    let named = lang == Lang::Zh || red.div_ceil(across) + up.div_ceil(across) <= room(LONG);
    let lines = |goals: Vec<(&AgendaItem, &Card)>| -> Vec<Line> {
        goals.into_iter().map(|(item, card)| line(item, card, named, lang)).collect()
    };
    Cockpit {
        reds_title: lang.pick(format!("红灯{red}项"), format!("Red: {red}")),
        more: (hidden > 0).then(|| {
            lang.pick(format!("另有{hidden}项，见会议议程"), format!("{hidden} more: see the agenda"))
        }),
        reds: lines(reds),
        made_up_title: lang.pick(format!("补上{up}项"), format!("Made up: {up}")),
        made_up: lines(made_up),
    }
}

fn line(item: &AgendaItem, card: &Card, named: bool, lang: Lang) -> Line {
    let figure = match &card.figure {
        CardFigure::Number { figure, .. } => format!("{figure} / {}", card.target),
        CardFigure::State(state) => state.clone(),
        CardFigure::None => lang.pick("无数据", "No data").to_owned(),
    };
    let who = item.department.iter().filter(|_| named).map(|department| {
        let inferred = if department.inferred { lang.pick(" 推定", " (inferred)") } else { "" };
        format!("{}{inferred}", department.name)
    });
    let made_up = item.made_up.clone().filter(|_| item.need == Need::MadeUp);
    let who: Vec<String> = who.chain(item.length.clone()).collect();
    Line {
        id: card.id.clone(),
        name: card.name.clone(),
        light: card.light,
        figure,
        note: made_up.unwrap_or_else(|| card.note.clone()),
        who: who.join(lang.pick("　", ", ")),
    }
}
