//! What of a page another page can take in.

use crate::domain::Lang;
use crate::route::{View, ViewState, decode, encode};

/// The whole page, or one thing of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Piece {
    /// The page without its frame.
    #[default]
    Whole,
    /// A goal's card.
    Card,
    /// A chart.
    Chart,
    /// A map.
    Map,
    /// A table.
    Table,
}

impl Piece {
    /// Every piece, the whole first.
    pub const ALL: [Piece; 5] = [Piece::Whole, Piece::Card, Piece::Chart, Piece::Map, Piece::Table];

    /// What the address says of it: `embed=card`; the whole is `embed=1`.
    pub fn code(self) -> &'static str {
        match self {
            Piece::Whole => "1",
            Piece::Card => "card",
            Piece::Chart => "chart",
            Piece::Map => "map",
            Piece::Table => "table",
        }
    }

    /// The word for it.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Piece::Whole => lang.pick("整页", "Whole page"),
            Piece::Card => lang.pick("卡片", "Card"),
            Piece::Chart => lang.pick("图表", "Chart"),
            Piece::Map => lang.pick("地图", "Map"),
            Piece::Table => lang.pick("表格", "Table"),
        }
    }

    /// The pixels that it wants: width and height.
    pub fn size(self) -> [u32; 2] {
        match self {
            Piece::Whole => [960, 640],
            Piece::Card => [360, 320],
            Piece::Chart | Piece::Map | Piece::Table => [720, 520],
        }
    }
}

/// The pieces that there are of a page; the whole always.
pub fn pieces(view: View) -> &'static [Piece] {
    match view {
        View::Indicator => &[Piece::Whole, Piece::Card, Piece::Chart, Piece::Table],
        View::Indicators | View::Tasks | View::Progress => &[Piece::Whole, Piece::Table],
        View::Overview | View::Map => &[Piece::Whole, Piece::Map],
        _ => &[Piece::Whole],
    }
}

/// The address of a piece of a page, without what else stands on it.
pub fn embedded(state: &ViewState, piece: Piece) -> String {
    let query = state.to_query();
    let pairs = decode(&query).into_iter().filter(|(name, _)| !["embed", "kiosk"].contains(&name.as_str()));
    let pairs: Vec<(String, String)> = pairs.chain([("embed".to_owned(), piece.code().to_owned())]).collect();
    encode(pairs.iter().map(|(name, value)| (name.as_str(), value.clone())))
}
