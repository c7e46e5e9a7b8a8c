//! What a map shows and how, as far as the address says it.

use super::values::{Classes, Every};
use crate::domain::Month;

/// How a map is looked at. The layer, the township, the site and the domain are choices of other pages, too, and stand
/// in the [`ViewState`](super::ViewState) itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapLook {
    /// The month whose figures are shown; that of the edition when absent.
    pub month: Option<Month>,
    /// How figures are put into classes.
    pub classes: Classes,
    /// From one small map to the next.
    pub every: Every,
    /// Whether townships are outlined in the light of what is carried out in them.
    pub outlined: bool,
    /// Whether the street map beneath is left out where there is one.
    pub plain: bool,
    /// Shows sites of one category only.
    pub category: Option<String>,
}

impl MapLook {
    /// Takes what one pair of the query string says, and says whether it is about the map.
    pub(super) fn read(&mut self, name: &str, value: &str) -> bool {
        match name {
            "month" => self.month = value.parse().ok(),
            "classes" => self.classes = Classes::from_code(value).unwrap_or_default(),
            "every" => self.every = Every::from_code(value).unwrap_or_default(),
            "outline" => self.outlined = value == "light",
            "base" => self.plain = value == "off",
            "category" => self.category = (!value.is_empty()).then(|| value.to_owned()),
            _ => return false,
        }
        true
    }

    /// What the query string says of it; defaults are left out.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'static str, String)> + use<> {
        let pairs = [
            ("month", self.month.map(|month| month.to_string())),
            ("classes", (self.classes != Classes::default()).then(|| self.classes.code().to_owned())),
            ("every", (self.every != Every::default()).then(|| self.every.code().to_owned())),
            ("outline", self.outlined.then(|| "light".to_owned())),
            ("base", self.plain.then(|| "off".to_owned())),
            ("category", self.category.clone()),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::ViewState;

    #[test]
    fn a_map_survives_the_way_there_and_back() {
        let query = "?view=map&as=small&month=2021-06&classes=quantile&every=month&outline=light&base=off&category=logistics";
        let state = ViewState::from_query(query);
        assert_eq!(state.map.month.unwrap().to_string(), "2021-06");
        assert_eq!((state.map.classes, state.map.every), (Classes::Quantile, Every::Month));
        assert_eq!(state.to_query(), query);
        for classes in Classes::ALL {
            let state = ViewState {
                map: MapLook { classes: *classes, ..MapLook::default() },
                ..ViewState::default()
            };
            assert_eq!(ViewState::from_query(&state.to_query()), state);
        }
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        let wild = "?month=2021-13&classes=jenks&every=week&outline=red&base=on&category=";
        assert_eq!(ViewState::from_query(wild), ViewState::default());
    }
}
