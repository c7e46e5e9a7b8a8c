//! How a big screen goes through its pages, as far as the address says it.

use std::fmt;

/// A page made for a wall.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WallPage {
    /// The cockpit: how the plan stands, on one page.
    Overview,
    /// The domains one after another, or one of them, by its id.
    Domain(Option<String>),
    /// The map alone.
    Map,
    /// Projects and deadlines.
    Projects,
    /// Departments.
    Departments,
    /// The meeting's agenda, an item at a time.
    Changes,
}

impl WallPage {
    /// Every page once, in the order of a wall that names none.
    pub const ALL: [WallPage; 6] = [
        WallPage::Overview,
        WallPage::Domain(None),
        WallPage::Map,
        WallPage::Projects,
        WallPage::Departments,
        WallPage::Changes,
    ];

    /// The page's name in the address.
    pub fn code(&self) -> String {
        match self {
            WallPage::Overview => "overview".into(),
            WallPage::Domain(None) => "domain".into(),
            WallPage::Domain(Some(id)) => format!("domain.{id}"),
            WallPage::Map => "map".into(),
            WallPage::Projects => "projects".into(),
            WallPage::Departments => "departments".into(),
            WallPage::Changes => "changes".into(),
        }
    }

    /// The page of this name, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        if let Some(id) = code.strip_prefix("domain.").filter(|id| !id.is_empty()) {
            return Some(WallPage::Domain(Some(id.to_owned())));
        }
        Self::ALL.into_iter().find(|page| page.code() == code)
    }
}

/// A page and how long it stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Turn {
    /// The page.
    pub page: WallPage,
    /// Seconds; as all pages when absent.
    pub seconds: Option<u32>,
}

/// How what was designed for one size is brought to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// As large as fits, whole, in the middle.
    #[default]
    Fit,
    /// As wide as the screen; what is higher is cut by the screen and can be scrolled to.
    Width,
    /// As high as the screen; what is wider can be scrolled to.
    Height,
    /// As wide and as high as the screen, distorted.
    Stretch,
    /// In its own size; what is larger than the screen can be scrolled to.
    Scroll,
}

impl Scale {
    /// Every way, the default first.
    pub const ALL: [Scale; 5] = [Scale::Fit, Scale::Width, Scale::Height, Scale::Stretch, Scale::Scroll];

    /// Its name in the address.
    pub fn code(self) -> &'static str {
        match self {
            Scale::Fit => "fit",
            Scale::Width => "width",
            Scale::Height => "height",
            Scale::Stretch => "stretch",
            Scale::Scroll => "scroll",
        }
    }
}

/// The hours of daylight: from the first, up to the second, of 0 to 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Daylight {
    /// The hour at which it begins.
    pub from: u8,
    /// The hour at which it has ended.
    pub to: u8,
}

impl Daylight {
    /// Whether an hour belongs to the day; a day may go over midnight.
    pub fn covers(self, hour: u8) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&hour)
        } else {
            hour >= self.from || hour < self.to
        }
    }
}

/// A width and a height that a design can have, in pixels.
pub const DESIGN: std::ops::RangeInclusive<u32> = 320..=16_384;
/// How long a page can stay, in seconds.
pub const ROTATE: std::ops::RangeInclusive<u32> = 5..=86_400;
/// How long data can stay unasked for, in seconds.
pub const REFRESH: std::ops::RangeInclusive<u32> = 10..=86_400;

/// What a big screen shows, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wall {
    /// The pages in order; every page there is when empty.
    pub pages: Vec<Turn>,
    /// Seconds that a page stays; 0 stays for ever; [`Wall::SECONDS`] when absent.
    pub rotate: Option<u32>,
    /// Seconds between two looks for newer data; 0 never looks; [`Wall::REFRESH`] when absent.
    pub refresh: Option<u32>,
    /// How the design is brought to the screen.
    pub scale: Scale,
    /// The width and height that pages are composed for; as suits the screen when absent.
    pub design: Option<[u32; 2]>,
    /// When pages are light; always in the address's colours when absent.
    pub daylight: Option<Daylight>,
}

impl Wall {
    /// Seconds that a page stays where the address does not say it.
    pub const SECONDS: u32 = 30;
    /// Seconds between two looks for newer data where the address does not say it.
    pub const REFRESH: u32 = 300;

    /// Takes what one pair of the query string says, if it is about the wall.
    pub(super) fn read(&mut self, name: &str, value: &str) {
        match name {
            "pages" => self.pages = value.split(',').filter_map(turn).collect(),
            "rotate" => self.rotate = seconds(value, &ROTATE),
            "refresh" => self.refresh = seconds(value, &REFRESH),
            "scale" => {
                self.scale = Scale::ALL.into_iter().find(|scale| scale.code() == value).unwrap_or_default();
            }
            "design" => self.design = design(value),
            "day" => self.daylight = daylight(value),
            _ => {}
        }
    }

    /// What the query string says of it; defaults are left out.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let pages: Vec<String> = self.pages.iter().map(Turn::to_string).collect();
        let pairs = [
            ("pages", (!pages.is_empty()).then(|| pages.join(","))),
            ("rotate", self.rotate.map(|seconds| seconds.to_string())),
            ("refresh", self.refresh.map(|seconds| seconds.to_string())),
            ("scale", (self.scale != Scale::default()).then(|| self.scale.code().to_owned())),
            ("design", self.design.map(|[width, height]| format!("{width}x{height}"))),
            ("day", self.daylight.map(|Daylight { from, to }| format!("{from}-{to}"))),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.page.code())?;
        self.seconds.map_or(Ok(()), |seconds| write!(f, ":{seconds}"))
    }
}

/// `map` or `map:30`.
fn turn(text: &str) -> Option<Turn> {
    let (code, dwell) = text.split_once(':').map_or((text, None), |(code, dwell)| (code, Some(dwell)));
    let page = WallPage::from_code(code.trim())?;
    Some(Turn {
        page,
        seconds: dwell.and_then(|dwell| seconds(dwell, &ROTATE)).filter(|seconds| *seconds > 0),
    })
}

/// A number of seconds, brought into what is possible; 0 is kept. `None` where the text is no number.
pub fn seconds(text: &str, possible: &std::ops::RangeInclusive<u32>) -> Option<u32> {
    let seconds: u32 = text.trim().parse().ok()?;
    Some(if seconds == 0 { 0 } else { seconds.clamp(*possible.start(), *possible.end()) })
}

/// `1920x1080`.
fn design(text: &str) -> Option<[u32; 2]> {
    let (width, height) = text.split_once(['x', 'X', '×'])?;
    let side = |text: &str| text.trim().parse().ok().filter(|side| DESIGN.contains(side));
    Some([side(width)?, side(height)?])
}

/// `7-19`.
fn daylight(text: &str) -> Option<Daylight> {
    let (from, to) = text.split_once('-')?;
    let hour = |text: &str| text.trim().parse().ok().filter(|hour| *hour <= 24);
    let (from, to) = (hour(from)?, hour(to)?);
    (from != to).then_some(Daylight { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::ViewState;

    #[test]
    fn a_wall_survives_the_way_there_and_back() {
        let query = "?kiosk=1&pages=overview:60,domain.health,map:30&rotate=45&refresh=120&scale=stretch&design=6656x1792&day=7-19";
        let state = ViewState::from_query(query);
        assert!(state.kiosk);
        assert_eq!(state.wall.pages.len(), 3);
        assert_eq!(state.wall.pages[0], Turn { page: WallPage::Overview, seconds: Some(60) });
        assert_eq!(state.wall.pages[1].page, WallPage::Domain(Some("health".into())));
        assert_eq!(state.wall.design, Some([6656, 1792]));
        assert_eq!(state.to_query(), query);
        for page in WallPage::ALL {
            assert_eq!(WallPage::from_code(&page.code()), Some(page));
        }
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        let wild =
            "?pages=,nothing,overview:0,map:x,domain.:5&rotate=-3&refresh=abc&scale=zoom&design=0x9&day=7-7";
        let wall = ViewState::from_query(wild).wall;
        let stays = |page| Turn { page, seconds: None };
        assert_eq!(wall.pages, [stays(WallPage::Overview), stays(WallPage::Map)]);
        assert_eq!(Wall { pages: Vec::new(), ..wall }, Wall::default());
    }

    #[test]
    fn times_are_brought_into_what_is_possible() {
        let wall = ViewState::from_query("?rotate=1&refresh=1&pages=map:999999999").wall;
        assert_eq!((wall.rotate, wall.refresh), (Some(5), Some(10)));
        assert_eq!(wall.pages[0].seconds, Some(86_400));
        let still = ViewState::from_query("?rotate=0&refresh=0").wall;
        assert_eq!((still.rotate, still.refresh), (Some(0), Some(0)));
    }

    #[test]
    fn a_day_may_go_over_midnight() {
        let day = Daylight { from: 7, to: 19 };
        assert_eq!([6, 7, 18, 19].map(|hour| day.covers(hour)), [false, true, true, false]);
        let night_shift = Daylight { from: 20, to: 4 };
        assert_eq!([19, 20, 0, 4].map(|hour| night_shift.covers(hour)), [false, true, true, false]);
    }
}
