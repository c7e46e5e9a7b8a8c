//! The pages of a wall in their order, each broken into as many leaves as its records need.

use super::super::agenda::{self, Agenda};
use super::super::card::Card;
use super::super::choropleth;
use super::super::departments::{Register, UnitRow};
use super::super::dues::Due;
use super::super::overview::{self, DomainGroup, Overview};
use super::super::projects::{self, ProjectLedger, ProjectLine};
use super::super::scope::Scope;
use super::canvas::{Canvas, Layout};
use super::order::order;
use crate::domain::{Lang, Light};
use crate::route::{Sort, Turn, ViewState, Wall, WallPage};

/// What stands around a page's records, in units: head, title and foot.
const FRAME: f64 = 320.0;
/// The same around the rows of an upright wall: its head and foot have more lines, and so has the title.
const UPRIGHT: f64 = 530.0;
/// What stands above what falls due, where that is below the rows.
const DUES: f64 = 76.0;
/// The height of a goal's card, in Chinese and in English.
const CARD: [f64; 2] = [330.0, 440.0];
/// The height of a project's or department's row, in Chinese and in English.
const ROW: [f64; 2] = [136.0, 248.0];
/// The same where nothing is next due: of projects, and of departments, whose English names take up to four lines.
const DONE: [[f64; 2]; 2] = [[100.0, 176.0], [100.0, 248.0]];
/// The height of something that falls due, in Chinese and in English.
const DUE: [f64; 2] = [158.0, 230.0];

/// A page, or as much of it as stands on the wall at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The page; a domain's is that of one domain.
    pub page: WallPage,
    /// Which page of the order it belongs to.
    pub turn: usize,
    /// Which part of the page it is.
    pub part: usize,
    /// How many parts the page has.
    pub parts: usize,
    /// Milliseconds that it stays; without end where there is none.
    pub stay: Option<f64>,
}

/// Everything that a wall shows of an edition.
#[derive(Clone, Debug)]
pub struct Programme {
    /// What is shown, in order; never empty.
    pub leaves: Vec<Leaf>,
    /// How many pages they make.
    pub turns: usize,
    /// How the plan stands.
    pub overview: Overview,
    /// What has to be talked about.
    pub agenda: Agenda,
    /// The indicators by which the map can be shaded.
    pub layers: Vec<String>,
    /// The projects that belong to no other.
    pub projects: Vec<ProjectLine>,
    /// How the projects stand, in a sentence.
    pub projects_headline: String,
    /// The departments that lead something.
    pub units: Vec<UnitRow>,
    /// How the departments stand, in a sentence.
    pub units_headline: String,
    /// How many records of a page stand on one leaf of it.
    room: Room,
}

/// How many records stand on one leaf.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Room {
    /// Goals beside each other, and in all.
    across: usize,
    goals: usize,
    /// Goals below each other in one column, where a wall is upright; elsewhere none.
    column: usize,
    projects: usize,
    units: usize,
    dues: usize,
    /// How high a project's row and a department's row are.
    rows: [f64; 2],
}

impl Room {
    /// The room on a canvas for so many things that fall due; whether a project, and a department, has something ahead.
    fn of(canvas: &Canvas, dues: usize, ahead: [bool; 2], lang: Lang) -> Self {
        // Where all stands in one column, what falls due stands below the projects.
        let stacked = canvas.layout == Layout::Portrait;
        let fit = |room: f64, row: f64| ((room / row).floor() as usize).max(1);
        let high = |row: f64| fit(canvas.size[1] - FRAME, row);
        let across = match canvas.layout {
            Layout::Portrait => 2,
            Layout::Landscape => 3,
            Layout::Wide => 4,
            Layout::Panorama => 6,
        };
        let columns = canvas.layout.columns();
        // Of the projects' columns one is for what falls due, where anything does.
        let lists = if dues > 0 { (columns - 1).max(1) } else { columns };
        let rows = [0, 1].map(|list| if ahead[list] { ROW } else { DONE[list] });
        let rows = rows.map(|[zh, en]| lang.pick(zh, en));
        let card = lang.pick(CARD[0], CARD[1]);
        let dues = dues.min(if stacked { 3 } else { high(lang.pick(DUE[0], DUE[1])) });
        let below = if stacked && dues > 0 { DUES + dues as f64 * lang.pick(DUE[0], DUE[1]) } else { 0.0 };
        let room = canvas.size[1] - if stacked { UPRIGHT } else { FRAME };
        Self {
            across,
            goals: across * high(card),
            column: if stacked { high(card) } else { 0 },
            projects: lists * fit(room - below, rows[0]),
            units: columns * fit(room, rows[1]),
            dues,
            rows,
        }
    }
}

impl Programme {
    /// The programme of a wall for an edition.
    pub fn new(scope: &Scope<'_>, wall: &Wall, canvas: &Canvas) -> Self {
        let ledger = ProjectLedger::new(scope);
        let register = Register::new(scope);
        let by_light = ViewState { sort: Sort::Light, ..ViewState::default() };
        let units = register.list(&by_light).rows.into_iter();
        let units = units.filter(|unit| unit.tally.total() > 0 || unit.items[0].0 > 0);
        let units: Vec<UnitRow> = units.collect();
        // The programme is the plan itself: the cockpit says how that stands.
        let heads = ledger.entries.iter().filter(|entry| entry.parent.is_none());
        let projects: Vec<_> = heads.filter(|entry| entry.kind != "programme").collect();
        let projects_headline = projects::headline(&projects, scope.lang);
        let mut projects: Vec<ProjectLine> = projects.iter().map(|entry| entry.line.clone()).collect();
        // What the headline is about comes first.
        projects.sort_by_key(|line| std::cmp::Reverse(line.stands.goal_lights.of(Light::Red)));
        let overview = overview::overview(scope);
        let ahead =
            [projects.iter().any(|line| line.next.is_some()), units.iter().any(|unit| unit.next.is_some())];
        let room = Room::of(canvas, overview.dues.len(), ahead, scope.lang);
        let mut programme = Self {
            leaves: Vec::new(),
            turns: 0,
            overview,
            agenda: agenda::agenda(scope),
            layers: choropleth::layers(scope.edition).map(|goal| goal.id.clone()).collect(),
            projects,
            projects_headline,
            units,
            units_headline: register.headline.clone(),
            room,
        };
        let domains: Vec<String> = programme.overview.groups.iter().map(|group| group.id.clone()).collect();
        for Turn { page, seconds } in order(wall, &domains, |page| programme.parts(page) > 0) {
            let seconds = seconds.or(wall.rotate).unwrap_or(Wall::SECONDS);
            let stay = (seconds > 0).then(|| f64::from(seconds) * 1000.0);
            let (parts, turn) = (programme.parts(&page), programme.turns);
            let leaf = |part| Leaf { page: page.clone(), turn, part, parts, stay };
            programme.leaves.extend((0..parts).map(leaf));
            programme.turns += 1;
        }
        programme
    }

    /// How many leaves a page has; none where the edition has nothing for it.
    fn parts(&self, page: &WallPage) -> usize {
        match page {
            WallPage::Overview => 1,
            WallPage::Domain(id) => {
                let group = id.as_ref().and_then(|id| self.group(id));
                group.map_or(0, |group| goals(group).div_ceil(self.room.goals).max(1))
            }
            WallPage::Map => self.layers.len(),
            WallPage::Projects => self.projects.len().div_ceil(self.room.projects),
            WallPage::Departments => self.units.len().div_ceil(self.room.units),
            WallPage::Changes => self.agenda.items.len().max(1),
        }
    }

    /// A domain with its goals.
    pub fn group(&self, id: &str) -> Option<&DomainGroup> {
        self.overview.groups.iter().find(|group| group.id == id)
    }

    /// A goal.
    pub fn goal(&self, id: &str) -> Option<&Card> {
        self.overview
            .groups
            .iter()
            .flat_map(|group| group.segments.iter().flatten())
            .find(|card| card.id == id)
    }

    /// Which goals of a domain, projects or departments stand on a leaf: the same number on each as far as can be.
    pub fn span(&self, leaf: &Leaf) -> std::ops::Range<usize> {
        let count = match &leaf.page {
            WallPage::Domain(Some(id)) => self.group(id).map_or(0, goals),
            WallPage::Projects => self.projects.len(),
            WallPage::Departments => self.units.len(),
            _ => 0,
        };
        let each = count.div_ceil(leaf.parts.max(1));
        (leaf.part * each).min(count)..((leaf.part + 1) * each).min(count)
    }

    /// In how many columns so many goals stand, so that their rows are as full as can be.
    pub fn columns(&self, goals: usize) -> usize {
        if goals <= self.room.column {
            return 1;
        }
        let rows = goals.div_ceil(self.room.across).max(1);
        goals.div_ceil(rows).max(1)
    }

    /// How high the rows of the projects, and of the departments, are, in units.
    pub fn rows(&self) -> [f64; 2] {
        self.room.rows
    }

    /// What falls due, as much as stands beside the projects.
    pub fn dues(&self) -> &[Due] {
        &self.overview.dues[..self.overview.dues.len().min(self.room.dues)]
    }

    /// The first leaf of a page of the order.
    pub fn first_of(&self, turn: usize) -> Option<usize> {
        self.leaves.iter().position(|leaf| leaf.turn == turn)
    }

    /// The leaf that stands for one shown before, where the programme has changed meanwhile.
    pub fn like(&self, before: &Leaf) -> usize {
        let same = |leaf: &&Leaf| leaf.page == before.page;
        let at = |wanted: &Leaf| self.leaves.iter().position(|leaf| leaf == wanted);
        let nearest = self.leaves.iter().filter(same).min_by_key(|leaf| leaf.part.abs_diff(before.part));
        nearest.and_then(at).unwrap_or(0)
    }
}

fn goals(group: &DomainGroup) -> usize {
    group.segments.iter().map(Vec::len).sum()
}
