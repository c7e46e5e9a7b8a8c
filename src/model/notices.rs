//! Announcements (信息发布): all of them by year, one of them, and those about a record.

use super::card::Provenance;
use super::overview;
use super::place::Place;
use super::record::record;
use super::scope::Scope;
use super::sheets;
use super::table::{Cell, Column, Sheet};
use super::words::{self, plural};
use crate::domain::record::Notice;
use crate::domain::{Day, fold, format, order};
use crate::route::ViewState;

/// An announcement in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeLine {
    /// Its id.
    pub id: String,
    /// Its day, for machines.
    pub day: Day,
    /// Its day in words.
    pub date: String,
    /// Its title.
    pub title: String,
}

/// A record that an announcement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its id.
    pub id: String,
    /// What it is, in a word.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// An announcement with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullNotice {
    /// What stands in a line of it.
    pub line: NoticeLine,
    /// Its text; empty where it has none.
    pub text: String,
    /// The records it is about.
    pub about: Vec<About>,
    /// The source that says so: its title, and where it can be read.
    pub source: Option<(String, Option<String>)>,
}

/// The announcements of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// The year in words.
    pub title: String,
    /// The announcements, the newest first.
    pub notices: Vec<FullNotice>,
}

/// The announcements that the address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeList {
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// `4条公告，最近一条：创建方案印发`.
    pub headline: String,
    /// By year, the newest first.
    pub years: Vec<Year>,
    /// How many are shown, of how many, in words.
    pub counted: String,
    /// Whether something is looked for.
    pub filtered: bool,
}

/// One announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticePage {
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// The announcement.
    pub notice: FullNotice,
    /// The one before it and the one after it in time.
    pub neighbours: [Option<(String, String)>; 2],
}

/// The announcements about the record with this id, the newest first.
pub fn notices_about(scope: &Scope<'_>, id: &str) -> Vec<NoticeLine> {
    let about = newest(scope).into_iter().filter(|notice| notice.about.iter().any(|known| known == id));
    about.map(|notice| line(scope, notice)).collect()
}

/// The announcements that the address asks for.
pub fn notices(scope: &Scope<'_>, state: &ViewState) -> NoticeList {
    let lang = scope.lang;
    let all = newest(scope);
    let total = all.len();
    let wanted = fold(state.q.trim());
    let mut years: Vec<Year> = Vec::new();
    let headline = headline(scope, &all);
    for notice in all {
        let full = full(scope, notice);
        if !contains(notice, &full, &wanted) {
            continue;
        }
        let year = notice.date.month().year();
        match years.last_mut().filter(|last| last.year == year) {
            Some(last) => last.notices.push(full),
            None => {
                let title = lang.pick(format!("{year}年"), year.to_string());
                years.push(Year { year, title, notices: vec![full] });
            }
        }
    }
    let count: usize = years.iter().map(|year| year.notices.len()).sum();
    NoticeList {
        as_of: overview::as_of(scope),
        headline,
        years,
        counted: lang.pick(format!("{count}条，共{total}条"), format!("{count} of {total}")),
        filtered: !wanted.is_empty(),
    }
}

/// The announcement with this id; `None` where the edition has none.
pub fn notice(scope: &Scope<'_>, id: &str) -> Option<NoticePage> {
    let all = newest(scope);
    let at = all.iter().position(|notice| notice.id == id)?;
    let neighbour = |at: Option<usize>| {
        let notice = all.get(at?)?;
        Some((notice.id.clone(), notice.title.get(scope.lang).to_owned()))
    };
    Some(NoticePage {
        as_of: overview::as_of(scope),
        notice: full(scope, all[at]),
        neighbours: [neighbour(Some(at + 1)), neighbour(at.checked_sub(1))],
    })
}

/// All announcements, the newest first.
pub fn newest<'a>(scope: &Scope<'a>) -> Vec<&'a Notice> {
    let mut notices: Vec<&Notice> = scope.edition.notices.iter().collect();
    order::sort_by_key(&mut notices, |notice| std::cmp::Reverse(notice.date));
    notices
}

fn headline(scope: &Scope<'_>, newest: &[&Notice]) -> String {
    let (lang, count) = (scope.lang, newest.len());
    let Some(last) = newest.first() else {
        return lang.pick("这一期没有公告".into(), "No notices in this edition".into());
    };
    let (title, day) = (last.title.get(lang), format::day(last.date, lang));
    let notices = plural(count as i32, "notice");
    lang.pick(
        format!("{count}条公告，最近一条是{day}的“{title}”"),
        format!("{count} {notices}; the latest, of {day}: {title}"),
    )
}

fn line(scope: &Scope<'_>, notice: &Notice) -> NoticeLine {
    NoticeLine {
        id: notice.id.clone(),
        day: notice.date,
        date: format::day(notice.date, scope.lang),
        title: notice.title.get(scope.lang).into(),
    }
}

fn full(scope: &Scope<'_>, notice: &Notice) -> FullNotice {
    let lang = scope.lang;
    let about = notice.about.iter().filter_map(|id| record(scope, id)).map(|record| About {
        kind: record.kind.word(lang),
        id: record.id,
        name: record.name,
        place: record.place,
    });
    let source = notice.source.as_deref().and_then(|id| scope.edition.source(id));
    FullNotice {
        line: line(scope, notice),
        text: notice.text.as_ref().map(|text| text.get(lang).to_owned()).unwrap_or_default(),
        about: about.collect(),
        source: source.map(|source| (source.title.get(lang).to_owned(), source.url.clone())),
    }
}

/// Whether a notice says what is looked for, in either language, or is about a record of that name.
fn contains(notice: &Notice, full: &FullNotice, wanted: &str) -> bool {
    let texts = [Some(&notice.title), notice.text.as_ref()];
    let mut said = texts.into_iter().flatten().flat_map(|text| [&text.zh, &text.en]);
    wanted.is_empty()
        || said.any(|text| fold(text).contains(wanted))
        || full.about.iter().any(|about| fold(&about.name).contains(wanted))
}

/// The announcements that the address asks for, as a table that leaves the page.
pub fn sheet(scope: &Scope<'_>, state: &ViewState) -> Sheet {
    let years = notices(scope, state).years.into_iter();
    table(scope, years.flat_map(|year| year.notices).collect())
}

/// The same of one announcement.
pub fn sheet_of(scope: &Scope<'_>, id: &str) -> Sheet {
    table(scope, notice(scope, id).map(|page| page.notice).into_iter().collect())
}

fn table(scope: &Scope<'_>, notices: Vec<FullNotice>) -> Sheet {
    let lang = scope.lang;
    let columns = [
        ("编号", "Id", 28),
        ("日期", "Date", 12),
        ("标题", "Title", 40),
        ("正文", "Text", 60),
        ("涉及", "About", 40),
        ("来源", "Source", 40),
    ];
    let columns = columns.map(|(zh, en, width)| Column::new(lang.pick(zh, en), width)).to_vec();
    let title = lang.pick("公告", "Notices").to_owned();
    let mut sheet = Sheet::new(title, scope.edition.as_of, columns, lang);
    let rows = notices.into_iter().map(|notice| {
        let about = words::listed(notice.about.into_iter().map(|about| about.name), lang);
        vec![
            Cell::Text(notice.line.id),
            Cell::Text(notice.line.day.to_string()),
            Cell::Text(notice.line.title),
            Cell::Text(notice.text),
            Cell::Text(about),
            Cell::Text(notice.source.map(|(title, _)| title).unwrap_or_default()),
        ]
    });
    sheet.rows = rows.collect();
    // What is announced are facts: none of it is generated.
    sheet.notes = sheets::notes(scope, Provenance::Plan);
    sheet
}
