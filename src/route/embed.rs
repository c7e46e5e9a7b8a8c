//! How much of a page an embedding page shows.

use super::values::View;

/// What of the page stands inside another page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Embed {
    /// The page stands by itself.
    #[default]
    None,
    /// All of it but the frame: head, navigation, search.
    Whole,
    /// One piece alone. A page without such a piece is shown whole, see [`Embed::on`].
    Piece(Piece),
}

/// What can stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// A goal's card.
    Card,
    /// A goal over time.
    Chart,
    /// The townships, shaded by a figure.
    Map,
    /// What the page lists, or a goal's figures month by month.
    Table,
}

impl Embed {
    /// All that can be embedded, the whole first, with the names in the address.
    const CODES: [(Embed, &'static str); 5] = [
        (Embed::Whole, "1"),
        (Embed::Piece(Piece::Card), "card"),
        (Embed::Piece(Piece::Chart), "chart"),
        (Embed::Piece(Piece::Map), "map"),
        (Embed::Piece(Piece::Table), "table"),
    ];

    /// What can be embedded of a page; the whole always, and first.
    pub fn offered(view: View) -> impl Iterator<Item = Self> {
        Self::CODES.into_iter().map(|(embed, _)| embed).filter(move |embed| embed.on(view) == *embed)
    }

    /// The value's name in the address; `None` where it is not said.
    pub fn code(self) -> Option<&'static str> {
        Self::CODES.iter().find(|(embed, _)| *embed == self).map(|(_, code)| *code)
    }

    /// The value of this name; a bare parameter is the whole, an unknown name is nothing.
    pub fn from_code(code: &str) -> Self {
        if code.is_empty() {
            return Embed::Whole;
        }
        Self::CODES.iter().find(|(_, known)| *known == code).map_or(Embed::None, |(embed, _)| *embed)
    }

    /// What is shown of a page: a piece only of those that have it.
    #[must_use]
    pub fn on(self, view: View) -> Self {
        match self {
            Embed::Piece(piece) if !piece.is_of(view) => Embed::Whole,
            embed => embed,
        }
    }
}

impl Piece {
    /// Whether a page has such a piece.
    pub fn is_of(self, view: View) -> bool {
        match self {
            Piece::Card | Piece::Chart => view == View::Indicator,
            Piece::Map => matches!(view, View::Map | View::Overview),
            Piece::Table => {
                matches!(view, View::Tasks | View::Indicators | View::Progress | View::Indicator)
            }
        }
    }

    /// The piece's name in the address.
    pub fn code(self) -> &'static str {
        Embed::Piece(self).code().unwrap_or_default()
    }
}

/// Parts that an embedding page may hide. The demo mark and the review number cannot be hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hide {
    /// The title.
    pub title: bool,
    /// The filters.
    pub filters: bool,
    /// The source line.
    pub source: bool,
}

impl Hide {
    /// The parts named in a list with commas; unknown names are nothing.
    pub fn from_codes(codes: &str) -> Self {
        let has = |part| codes.split(',').any(|hidden| hidden == part);
        Self { title: has("title"), filters: has("filters"), source: has("source") }
    }

    /// The parts' names, with `between` them.
    pub fn codes(self, between: &str) -> String {
        let parts = [(self.title, "title"), (self.filters, "filters"), (self.source, "source")];
        let hidden: Vec<&str> = parts.iter().filter(|(hidden, _)| *hidden).map(|(_, part)| *part).collect();
        hidden.join(between)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_name_and_others_are_nothing() {
        for (embed, code) in Embed::CODES {
            assert_eq!((Embed::from_code(code), embed.code()), (embed, Some(code)));
        }
        assert_eq!((Embed::None.code(), Embed::from_code("")), (None, Embed::Whole));
        for unknown in ["0", "true", "whatever", "Card", "card,map", "2"] {
            assert_eq!(Embed::from_code(unknown), Embed::None, "{unknown}");
        }
    }

    #[test]
    fn a_page_without_the_piece_is_shown_whole() {
        let pieces = |view: &View| {
            let pieces = [Piece::Card, Piece::Chart, Piece::Map, Piece::Table];
            pieces.into_iter().filter(|piece| piece.is_of(*view)).map(Piece::code).collect::<Vec<_>>()
        };
        let having: Vec<_> = View::ALL.iter().map(|view| (view.code(), pieces(view))).collect();
        let having: Vec<_> = having.into_iter().filter(|(_, pieces)| !pieces.is_empty()).collect();
        let expected = [
            ("overview", vec!["map"]),
            ("indicators", vec!["table"]),
            ("indicator", vec!["card", "chart", "table"]),
            ("tasks", vec!["table"]),
            ("progress", vec!["table"]),
            ("map", vec!["map"]),
        ];
        assert_eq!(having, expected);
        assert_eq!(Embed::Piece(Piece::Card).on(View::About), Embed::Whole);
        assert_eq!(Embed::Piece(Piece::Card).on(View::Indicator), Embed::Piece(Piece::Card));
        assert_eq!(Embed::None.on(View::About), Embed::None);
    }
}
