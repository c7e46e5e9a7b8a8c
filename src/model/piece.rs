//! What stands around a piece of the dashboard on another page, and what an embedded page says of its age.

use super::choropleth;
use super::frame::{plan, source};
use super::overview::as_of;
use super::scope::Scope;
use crate::domain::{Indicator, Month, format};
use crate::route::{Piece, Selected, View, ViewState};
use crate::snapshot::Manifest;

/// The words that travel with a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceFrame {
    /// What it shows; `None` of a record that the edition does not have.
    pub title: Option<String>,
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// Where it comes from; empty where nothing says so.
    pub source: String,
    /// Whether it shows generated figures.
    pub demo: bool,
}

/// What stands around the piece that the address asks for. `name` is what its view is called.
pub fn frame(scope: &Scope<'_>, state: &ViewState, name: &str) -> PieceFrame {
    let (edition, lang) = (scope.edition, scope.lang);
    let short = |indicator: &Indicator| indicator.short().get(lang).to_owned();
    let goal = edition.indicator(state.id.as_deref().unwrap_or_default());
    let (title, from) = match (state.view, state.piece()) {
        (View::Indicator, _) => (goal.map(short), goal.map(|goal| source(edition, goal, lang))),
        (_, Some(Piece::Map)) => match choropleth::layer(edition, state.layer.as_deref()) {
            Some(layer) => {
                let layer_name = short(layer);
                let mut title = lang.pick(format!("各街镇{layer_name}"), format!("{layer_name} by township"));
                // The large map may show an earlier month than the edition's.
                let earlier =
                    state.map.month.filter(|month| *month < edition.month && state.view == View::Map);
                if let Some(month) = earlier {
                    let month = format::month(month.max(edition.start), lang);
                    title += &lang.pick(format!("，{month}"), format!(", {month}"));
                }
                (Some(title), Some(source(edition, layer, lang)))
            }
            None => (Some(name.to_owned()), None),
        },
        _ => (Some(name.to_owned()), None),
    };
    PieceFrame {
        title,
        as_of: as_of(scope),
        source: from.unwrap_or_else(|| plan(edition, lang)),
        demo: scope.is_demo(),
    }
}

/// That there are newer data than those to which the address is pinned; `None` where there are none, or it is not pinned.
pub fn newer(scope: &Scope<'_>, manifest: &Manifest, state: &ViewState) -> Option<String> {
    let Selected::Month(pinned) = state.snapshot else { return None };
    let newest: Month = manifest.latest()?.id;
    let shown = scope.edition.month;
    if pinned != shown || newest <= shown {
        return None;
    }
    let [shown, newest] = [shown, newest].map(|month| format::month(month, scope.lang));
    Some(scope.lang.pick(
        format!("这里固定显示{shown}的数据，已有{newest}的数据。"),
        format!("Pinned to {shown}; there are data of {newest}."),
    ))
}
