//! The control page of a wall: what can be chosen, and the wall's address that comes of it.

use crate::domain::{Edition, Lang};
use crate::model::wall::order;
use crate::model::{Scope, choropleth};
use crate::route::{Daylight, Looks, Theme, Turn, View, ViewState, Wall, WallPage};

/// Sizes that walls often have, in pixels.
pub const SIZES: [[u32; 2]; 6] =
    [[1366, 768], [1920, 1080], [3840, 2160], [2560, 1080], [6656, 1792], [1080, 1920]];

/// The size at which a wall is previewed that is composed as its screen is.
pub const USUAL: [u32; 2] = [1920, 1080];

/// The hours between which a wall is light where nobody chose others.
pub const DAY: Daylight = Daylight { from: 7, to: 19 };

/// The whole day.
const ALWAYS: Daylight = Daylight { from: 0, to: 24 };

/// The colours of a wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Dark at all hours.
    Dark,
    /// Light by day, dark by night.
    ByHour,
    /// Light at all hours.
    Light,
    /// High contrast.
    Contrast,
}

impl Colours {
    /// Every choice, the default first.
    pub const ALL: [Colours; 4] = [Colours::Dark, Colours::ByHour, Colours::Light, Colours::Contrast];

    /// The colours that an address asks for.
    pub fn of(state: &ViewState) -> Self {
        match (state.looks.theme, state.wall.daylight) {
            (Theme::Contrast, _) => Colours::Contrast,
            (_, None) => Colours::Dark,
            (_, Some(ALWAYS)) => Colours::Light,
            (_, Some(_)) => Colours::ByHour,
        }
    }

    /// A name for the choice.
    pub fn code(self) -> &'static str {
        match self {
            Colours::Dark => "dark",
            Colours::ByHour => "hour",
            Colours::Light => "light",
            Colours::Contrast => "contrast",
        }
    }

    /// Writes the choice into an address. High contrast is the reader's own, too: it is on or off for both.
    pub fn write(self, state: &mut ViewState) {
        if self == Colours::Contrast {
            state.looks.theme = Theme::Contrast;
        } else if state.looks.theme == Theme::Contrast {
            state.looks.theme = Theme::Auto;
        }
        state.wall.daylight = match self {
            Colours::Dark | Colours::Contrast => None,
            Colours::ByHour => Some(state.wall.daylight.filter(|day| *day != ALWAYS).unwrap_or(DAY)),
            Colours::Light => Some(ALWAYS),
        };
    }
}

/// Whether an edition has anything for a page.
fn has(edition: &Edition, page: &WallPage) -> bool {
    match page {
        WallPage::Overview | WallPage::Changes => true,
        WallPage::Domain(id) => id.as_deref().is_some_and(|id| edition.domain(id).is_some()),
        WallPage::Map => choropleth::layer(edition, None).is_some(),
        WallPage::Projects => !edition.projects.is_empty(),
        WallPage::Departments => !edition.departments.is_empty(),
    }
}

/// The pages that a wall shows, in order: those it names and the edition has, else all.
pub fn order(edition: &Edition, wall: &Wall) -> Vec<Turn> {
    let domains: Vec<String> = edition.domains.iter().map(|domain| domain.id.clone()).collect();
    order::order(wall, &domains, |page| has(edition, page))
}

/// The pages that are not in an order.
pub fn spare(edition: &Edition, order: &[Turn]) -> Vec<WallPage> {
    let all = self::order(edition, &Wall::default()).into_iter().map(|turn| turn.page);
    all.filter(|page| order.iter().all(|turn| turn.page != *page)).collect()
}

/// What the address says of an order: nothing where all pages come in their own order.
pub fn written(edition: &Edition, order: Vec<Turn>) -> Vec<Turn> {
    let usual = self::order(edition, &Wall::default());
    if order == usual { Vec::new() } else { order }
}

/// An order in which the page at `at` stands `by` places further on; at the ends it stays.
pub fn moved(order: &[Turn], at: usize, by: isize) -> Vec<Turn> {
    let mut order = order.to_vec();
    if let Some(to) = at.checked_add_signed(by)
        && at.max(to) < order.len()
    {
        let turn = order.remove(at);
        order.insert(to, turn);
    }
    order
}

/// An order without the page at `at`; the last page stays, for a wall without pages shows all.
pub fn without(order: &[Turn], at: usize) -> Vec<Turn> {
    let mut order = order.to_vec();
    if order.len() > 1 && at < order.len() {
        order.remove(at);
    }
    order
}

/// What a page is called.
pub fn page_name(scope: &Scope<'_>, page: &WallPage) -> String {
    let lang = scope.lang;
    let name = match page {
        WallPage::Overview => lang.pick("总览", "Overview"),
        WallPage::Domain(None) => lang.pick("各领域", "Every domain"),
        WallPage::Domain(Some(id)) => {
            scope.edition.domain(id).map_or(id.as_str(), |domain| domain.name.get(lang))
        }
        WallPage::Map => lang.pick("地图", "Map"),
        WallPage::Projects => lang.pick("项目与节点", "Projects and due points"),
        WallPage::Departments => lang.pick("部门", "Departments"),
        WallPage::Changes => lang.pick("会议议程", "The meeting's agenda"),
    };
    name.to_owned()
}

/// How many pages the wall goes through, and how long each stays, in a sentence.
pub fn headline(order: &[Turn], wall: &Wall, lang: Lang) -> String {
    let count = order.len();
    let own = order.iter().any(|turn| turn.seconds.is_some());
    let pages = if count == 1 { "page" } else { "pages" };
    match wall.rotate.unwrap_or(Wall::SECONDS) {
        0 if !own => lang.pick(
            format!("大屏备有{count}页，由人翻页"),
            format!("The wall has {count} {pages}, turned by hand"),
        ),
        _ if own => lang.pick(
            format!("大屏依次放映{count}页，时长各有设定"),
            format!("The wall goes through {count} {pages}, each for a time of its own"),
        ),
        seconds => lang.pick(
            format!("大屏依次放映{count}页，每页{seconds}秒"),
            format!("The wall goes through {count} {pages}, {seconds} seconds each"),
        ),
    }
}

/// The wall that the control page at `state` has set up. It speaks the language that the page does, for nobody stands
/// at the wall whose browser could be asked.
pub fn wall(state: &ViewState, lang: Lang) -> ViewState {
    let theme = if state.looks.theme == Theme::Contrast { Theme::Contrast } else { Theme::Auto };
    ViewState {
        kiosk: true,
        wall: state.wall.clone(),
        snapshot: state.snapshot,
        compare: state.compare,
        lang: Some(lang),
        looks: Looks { theme, ..Looks::default() },
        data: state.data.clone(),
        ..ViewState::default()
    }
}

/// The control page of a wall at `state`, or of a wall with every page for a reader elsewhere.
pub fn control(state: &ViewState) -> ViewState {
    ViewState { wall: state.wall.clone(), ..state.to_view(View::Share) }
}
