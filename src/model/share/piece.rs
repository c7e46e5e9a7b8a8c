//! What of a page another page can take in.

use crate::domain::Lang;
use crate::route::{Embed, Piece, ViewState};

/// The word for it.
pub fn word(embed: Embed, lang: Lang) -> &'static str {
    match embed {
        Embed::None | Embed::Whole => lang.pick("整页", "Whole page"),
        Embed::Piece(Piece::Card) => lang.pick("卡片", "Card"),
        Embed::Piece(Piece::Chart) => lang.pick("图表", "Chart"),
        Embed::Piece(Piece::Map) => lang.pick("地图", "Map"),
        Embed::Piece(Piece::Table) => lang.pick("表格", "Table"),
    }
}

/// The pixels that it wants: width and height.
pub fn size(embed: Embed) -> [u32; 2] {
    match embed {
        Embed::None | Embed::Whole => [960, 640],
        Embed::Piece(Piece::Card) => [360, 320],
        Embed::Piece(Piece::Chart | Piece::Map | Piece::Table) => [720, 520],
    }
}

/// The address of it, without what else stands on the page.
pub fn embedded(state: &ViewState, embed: Embed) -> String {
    ViewState { embed, kiosk: false, ..state.clone() }.to_query()
}
