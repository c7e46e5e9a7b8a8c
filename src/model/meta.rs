//! What a page says of itself to search engines, previews and the window's title.

use super::card::card;
use super::headline::headline;
use super::overview::as_of;
use super::scope::Scope;
use crate::domain::Tally;
use crate::route::{View, ViewState};

/// Title and description of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// `网络零售额 · 瓯海区数字生活新服务标杆区`.
    pub title: String,
    /// What stands on it, in a sentence or two.
    pub description: String,
}

/// The title and description of the page that the address asks for. `name` is what its view is called, `absent` what
/// a page about an unknown record is called, `district` the title of the whole.
pub fn meta(scope: &Scope<'_>, state: &ViewState, district: &str, name: &str, absent: &str) -> Meta {
    let (edition, lang) = (scope.edition, scope.lang);
    let stop = lang.pick("。", ". ");
    let (page, about) = match (state.view, state.id.as_deref()) {
        (View::Indicator, id) => match edition.indicator(id.unwrap_or_default()) {
            Some(indicator) => {
                let card = card(scope, indicator, &scope.standing(indicator));
                (card.name, card.summary)
            }
            None => (absent.to_owned(), String::new()),
        },
        (View::Domain, Some(id)) => match edition.domain(id) {
            Some(domain) => {
                (domain.name.get(lang).to_owned(), format!("{}{stop}", domain.position.get(lang)))
            }
            None => (absent.to_owned(), String::new()),
        },
        (View::Overview, _) => {
            let lights = edition.indicators.iter().map(|indicator| scope.standing(indicator).light);
            (name.to_owned(), format!("{}{stop}", headline(scope, &lights.collect::<Tally>())))
        }
        _ => (name.to_owned(), String::new()),
    };
    let description = format!("{about}{district}{stop}{}{stop}", as_of(scope));
    Meta { title: format!("{page} · {district}"), description: description.trim_end().to_owned() }
}
