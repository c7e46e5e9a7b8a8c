//! What a reader has chosen, as far as the address says it.

use super::embed::{Embed, Hide, Piece};
use super::map_look::MapLook;
use super::values::{DueFilter, Face, Group, LightFilter, Rows, Sort, Theme, View};
use super::wall::Wall;
use super::{query, towns};
use crate::domain::{Lang, Month};

/// Which edition is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Selected {
    /// The newest there is.
    #[default]
    Latest,
    /// That of a month.
    Month(Month),
}

/// What suits a reader, whatever is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Looks {
    /// The colours.
    pub theme: Theme,
    /// Large type (长者模式).
    pub large: bool,
    /// Charts as tables, in their pictures' place.
    pub tables: bool,
    /// Without shortcuts of a single letter key (WCAG 2.2, 2.1.4).
    pub keyless: bool,
}

/// Everything the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The page.
    pub view: View,
    /// The record that the page is about.
    pub id: Option<String>,
    /// The edition.
    pub snapshot: Selected,
    /// The edition against which figures are compared.
    pub compare: Option<Month>,
    /// The record on the page that is pointed at.
    pub item: Option<String>,
    /// Shows one domain only.
    pub domain: Option<String>,
    /// Shows the items of one department only.
    pub dept: Option<String>,
    /// Shows what belongs to one project only.
    pub project: Option<String>,
    /// Shows some lights only.
    pub light: LightFilter,
    /// Shows what falls due within some time only.
    pub due: DueFilter,
    /// Shows what contains this text.
    pub q: String,
    /// The township chosen on the map, the first where there are several.
    pub town: Option<String>,
    /// Those that are chosen beside it, to be compared.
    pub beside: Vec<String>,
    /// The figure by which the map is shaded.
    pub layer: Option<String>,
    /// What else of the map is chosen.
    pub map: MapLook,
    /// The order of the list.
    pub sort: Sort,
    /// How the list is drawn.
    pub face: Face,
    /// By what the list is divided.
    pub group: Group,
    /// What the rows of a matrix are.
    pub rows: Rows,
    /// Every row of a tree is open.
    pub expand: bool,
    /// The language; the browser's when absent.
    pub lang: Option<Lang>,
    /// What suits this reader.
    pub looks: Looks,
    /// On a big screen.
    pub kiosk: bool,
    /// How a big screen goes through its pages.
    pub wall: Wall,
    /// What of the page stands inside another page.
    pub embed: Embed,
    /// What an embedding page hides.
    pub hide: Hide,
    /// Another manifest of the same origin.
    pub data: Option<String>,
}

impl ViewState {
    /// The state that a query string describes.
    pub fn from_query(text: &str) -> Self {
        Self::from_pairs(query::decode(text))
    }

    /// The state that names and values describe; of one name the last value counts.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        let mut state = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "view" => state.view = View::from_code(&value).unwrap_or_default(),
                "id" => state.id = filled(value),
                "snapshot" => state.snapshot = value.parse().map_or(Selected::Latest, Selected::Month),
                "compare" => state.compare = value.parse().ok(),
                "item" => state.item = filled(value),
                "domain" => state.domain = filled(value),
                "dept" => state.dept = filled(value),
                "project" => state.project = filled(value),
                "due" => state.due = DueFilter::from_code(&value).unwrap_or_default(),
                "expand" => state.expand = value == "all",
                "light" => state.light = LightFilter::from_code(&value).unwrap_or_default(),
                "q" => state.q = value,
                "town" => (state.town, state.beside) = towns::read(&value),
                "layer" => state.layer = filled(value),
                "sort" => state.sort = Sort::from_code(&value).unwrap_or_default(),
                "as" => state.face = Face::from_code(&value).unwrap_or_default(),
                "group" => state.group = Group::from_code(&value).unwrap_or_default(),
                "rows" => state.rows = Rows::from_code(&value).unwrap_or_default(),
                "lang" => state.lang = Lang::from_tag(&value),
                "theme" => state.looks.theme = Theme::from_code(&value).unwrap_or_default(),
                "figure" => state.looks.tables = value == "table",
                "type" => state.looks.large = value == "large",
                "keys" => state.looks.keyless = value == "off",
                "kiosk" => state.kiosk = matches!(value.as_str(), "" | "1"),
                "embed" => state.embed = Embed::from_code(&value),
                "hide" => state.hide = Hide::from_codes(&value),
                "data" => state.data = filled(value),
                name if state.map.read(name, &value) => {}
                name => state.wall.read(name, &value),
            }
        }
        state
    }

    /// The query string of this state; defaults are left out, so that equal states have equal addresses.
    pub fn to_query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let mut say = |name, value: Option<String>| pairs.extend(value.map(|value| (name, value)));
        say("view", chosen(self.view, View::code));
        say("id", self.id.clone());
        say(
            "snapshot",
            match self.snapshot {
                Selected::Latest => None,
                Selected::Month(month) => Some(month.to_string()),
            },
        );
        say("compare", self.compare.map(|month| month.to_string()));
        say("item", self.item.clone());
        say("domain", self.domain.clone());
        say("dept", self.dept.clone());
        say("project", self.project.clone());
        say("light", chosen(self.light, LightFilter::code));
        say("due", chosen(self.due, DueFilter::code));
        say("q", filled(self.q.clone()));
        say("town", filled(self.towns().collect::<Vec<_>>().join(",")));
        say("layer", self.layer.clone());
        say("sort", chosen(self.sort, Sort::code));
        say("as", chosen(self.face, Face::code));
        say("group", chosen(self.group, Group::code));
        say("rows", chosen(self.rows, Rows::code));
        for (name, value) in self.map.pairs() {
            say(name, Some(value));
        }
        say("expand", self.expand.then(|| "all".to_owned()));
        say("figure", self.looks.tables.then(|| "table".to_owned()));
        say("lang", self.lang.map(|lang| lang.tag().to_owned()));
        say("theme", chosen(self.looks.theme, Theme::code));
        say("type", self.looks.large.then(|| "large".to_owned()));
        say("keys", self.looks.keyless.then(|| "off".to_owned()));
        say("embed", self.embed.code().map(str::to_owned));
        say("kiosk", self.kiosk.then(|| "1".to_owned()));
        for (name, value) in self.wall.pairs() {
            say(name, Some(value));
        }
        say("hide", filled(self.hide.codes(",")));
        say("data", self.data.clone());
        query::encode(pairs)
    }

    /// The colours in the DOM at an hour of the day. A wall is dark, unless the address says otherwise.
    pub fn colours(&self, hour: u8) -> &'static str {
        let by_day = self.wall.daylight.is_some_and(|daylight| daylight.covers(hour));
        match self.looks.theme {
            Theme::Auto | Theme::Transparent if self.kiosk => {
                if by_day {
                    Theme::Light.code()
                } else {
                    "wall"
                }
            }
            Theme::Light if self.kiosk && self.wall.daylight.is_some() && !by_day => "wall",
            theme => theme.code(),
        }
    }

    /// Whether what is shown is about what differs from another edition, so that it needs one even where none was chosen.
    pub fn compares(&self) -> bool {
        self.kiosk || self.view.compares()
    }

    /// How much of the page an embedding page shows. A wall is always whole.
    pub fn embedded(&self) -> Embed {
        if self.kiosk { Embed::None } else { self.embed.on(self.view) }
    }

    /// The piece that stands alone; none where the page is shown whole, or has no such piece.
    pub fn piece(&self) -> Option<Piece> {
        match self.embedded() {
            Embed::Piece(piece) => Some(piece),
            Embed::None | Embed::Whole => None,
        }
    }

    /// What an embedding page hides; a page that stands by itself hides nothing.
    pub fn hidden(&self) -> Hide {
        if self.embedded() == Embed::None { Hide::default() } else { self.hide }
    }

    /// The same, as a page that stands by itself.
    #[must_use]
    pub fn alone(&self) -> Self {
        let mut state = Self { embed: Embed::None, hide: Hide::default(), ..self.clone() };
        if state.looks.theme == Theme::Transparent {
            state.looks.theme = Theme::Auto;
        }
        state
    }

    /// The address of another page: what the reader set for the whole visit stays, the rest starts anew. From a piece
    /// that stands alone one goes to pages that stand by themselves.
    #[must_use]
    pub fn to_view(&self, view: View) -> Self {
        let (embed, hide) = match self.embed.on(self.view) {
            Embed::Piece(_) => (Embed::None, Hide::default()),
            embed => (embed, self.hide),
        };
        Self {
            view,
            snapshot: self.snapshot,
            compare: self.compare,
            lang: self.lang,
            looks: self.looks,
            embed,
            hide,
            data: self.data.clone(),
            ..Self::default()
        }
    }

    /// The one address of what is shown, whatever its looks: for search engines.
    #[must_use]
    pub fn canonical(&self) -> Self {
        Self {
            view: self.view,
            id: self.id.clone(),
            snapshot: self.snapshot,
            lang: self.lang,
            data: self.data.clone(),
            ..Self::default()
        }
    }

    /// The address of the page of one record.
    #[must_use]
    pub fn to_record(&self, view: View, id: &str) -> Self {
        Self { id: Some(id.to_owned()), ..self.to_view(view) }
    }
}

fn filled(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}

fn chosen<T: Default + PartialEq + Copy>(value: T, code: fn(T) -> &'static str) -> Option<String> {
    (value != T::default()).then(|| code(value).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_survive_the_way_there_and_back() {
        let full = ViewState {
            view: View::Indicator,
            id: Some("ind-5g".into()),
            snapshot: Selected::Month("2022-06".parse().unwrap()),
            compare: Some("2022-05".parse().unwrap()),
            item: Some("t-1".into()),
            domain: Some("health".into()),
            dept: Some("d-commerce".into()),
            project: Some("work-brand".into()),
            due: DueFilter::Days90,
            expand: true,
            light: LightFilter::Red,
            q: "网络 零售&<b>".into(),
            town: Some("330304001".into()),
            beside: vec!["330304002".into()],
            layer: Some("ind-5g".into()),
            map: MapLook { outlined: true, ..MapLook::default() },
            sort: Sort::Gap,
            face: Face::Small,
            group: Group::Lead,
            rows: Rows::Projects,
            lang: Some(Lang::En),
            looks: Looks { theme: Theme::Dark, large: true, tables: true, keyless: true },
            kiosk: true,
            wall: Wall { rotate: Some(20), ..Wall::default() },
            embed: Embed::Piece(Piece::Table),
            hide: Hide { title: true, filters: false, source: true },
            data: Some("other/index.json".into()),
        };
        assert_eq!(ViewState::from_query(&full.to_query()), full);
        assert_eq!(ViewState::default().to_query(), "");
        for view in View::ALL {
            let state = ViewState { view: *view, ..ViewState::default() };
            assert_eq!(ViewState::from_query(&state.to_query()), state);
        }
    }

    #[test]
    fn unknown_values_fall_back_to_the_defaults() {
        let wild = "?view=nothing&snapshot=2022-13&light=blue&sort=x&lang=xx&theme=neon&type=huge&rows=sites&figure=pie&keys=on&hide=mark,review&kiosk=maybe&embed=whatever&zzz=1&id=";
        assert_eq!(ViewState::from_query(wild), ViewState::default());
        assert_eq!(ViewState::from_query("?lang=en-GB").lang, Some(Lang::En));
        assert_eq!(ViewState::from_query("?embed").embed, Embed::Whole);
        let kiosk = |query| ViewState::from_query(query).kiosk;
        assert_eq!(
            [kiosk("?kiosk"), kiosk("?kiosk=1"), kiosk("?kiosk=0"), kiosk("?kiosk=yes")],
            [true, true, false, false]
        );
    }

    #[test]
    fn looks_and_filters_are_not_part_of_the_canonical_address() {
        let state = ViewState::from_query(
            "?view=indicator&id=a&snapshot=2022-06&theme=dark&type=large&embed=1&compare=2022-05&lang=en",
        );
        assert_eq!(state.canonical().to_query(), "?view=indicator&id=a&snapshot=2022-06&lang=en");
    }

    #[test]
    fn a_wall_is_dark_except_by_day() {
        let at = |query: &str, hour| ViewState::from_query(query).colours(hour);
        assert_eq!(at("?kiosk=1", 12), "wall");
        assert_eq!((at("?kiosk=1&day=7-19", 12), at("?kiosk=1&day=7-19", 20)), ("light", "wall"));
        assert_eq!(
            (at("?kiosk=1&theme=light", 20), at("?theme=dark", 12), at("", 3)),
            ("light", "dark", "auto")
        );
        assert_eq!(at("?kiosk=1&theme=contrast&day=7-19", 12), "contrast");
    }

    #[test]
    fn another_page_keeps_the_visit_and_drops_the_filters() {
        let state = ViewState::from_query(
            "?view=indicators&light=red&q=x&lang=en&theme=dark&snapshot=2022-06&figure=table&keys=off",
        );
        let next = state.to_record(View::Indicator, "a");
        assert_eq!(
            next.to_query(),
            "?view=indicator&id=a&snapshot=2022-06&figure=table&lang=en&theme=dark&keys=off"
        );
    }

    #[test]
    fn from_a_piece_one_goes_to_pages_that_stand_by_themselves() {
        let to = |query: &str| ViewState::from_query(query).to_record(View::Indicator, "a").to_query();
        assert_eq!(to("?view=indicators&embed=table&hide=title&lang=en"), "?view=indicator&id=a&lang=en");
        assert_eq!(to("?view=indicators&embed=1&hide=title"), "?view=indicator&id=a&embed=1&hide=title");
        // A page that has no such piece is shown whole, and so is what comes after it.
        assert_eq!(to("?view=about&embed=chart"), "?view=indicator&id=a&embed=1");
        let alone = |query: &str| ViewState::from_query(query).alone().to_query();
        assert_eq!(
            alone("?view=tasks&q=x&snapshot=2022-06&embed=table&hide=title&theme=transparent"),
            "?view=tasks&snapshot=2022-06&q=x"
        );
        assert_eq!(alone("?view=tasks&theme=dark&embed=1"), "?view=tasks&theme=dark");
    }

    #[test]
    fn only_embedded_pages_hide_something() {
        let hidden = |query| ViewState::from_query(query).hidden().codes(" ");
        assert_eq!(hidden("?hide=title,source"), "");
        assert_eq!(hidden("?embed=1&hide=title,source,mark"), "title source");
        assert_eq!(hidden("?view=map&embed=map&hide=filters"), "filters");
    }
}
