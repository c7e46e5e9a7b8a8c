//! A goal's figures per township: bars, and the small map shaded by them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::Scene;
use crate::domain::Lang;
use crate::model::Provenance;
use crate::model::bars::Bars;
use crate::route::{View, ViewState};
use crate::ui::components::{Link, ProvenanceMark, TownshipMap};

/// The bars are a table: their numbers stand beside them.
#[component]
pub fn TownshipBars(
    /// The bars.
    bars: Bars,
    /// The indicator's id.
    layer: String,
    /// Where the figures come from.
    provenance: Provenance,
    /// What is shown.
    scene: Arc<Scene>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let compared = bars.since.is_some();
    let rows = bars.rows.into_iter().map(|bar| {
        let to = ViewState { town: Some(bar.code), layer: Some(layer.clone()), ..state.to_view(View::Map) };
        let picture = bar.share.map(|share| view! {
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><path d=format!("M0 0h{:.2}v10H0z", share * 100.0) /></svg>
        });
        view! {
            <tr>
                <th scope="row"><Link to=to>{bar.name}</Link></th>
                <td class="bar">{picture}</td>
                <td class="is-number">{bar.value}</td>
                {compared.then(|| view! { <td class="is-number">{bar.change}</td> })}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="by-township">
            <h2>{say!(lang, by_township)}</h2>
            <p class="caption">{bars.subtitle}" "<ProvenanceMark provenance lang /></p>
            <table class="bars">
                <thead class:unseen=!compared><tr><th scope="col">{say!(lang, township)}</th><td></td><th scope="col" class="is-number">{say!(lang, value)}</th>{bars.since.map(|since| view! { <th scope="col" class="is-number">{since}</th> })}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="caption">{bars.summary}</p>
            <TownshipMap scene layer headed=false lang />
        </section>
    }
}
