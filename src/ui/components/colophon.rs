//! The small print of every page.

use std::sync::Arc;

use leptos::prelude::*;

use super::{DemoMark, LiveLink};
use crate::data::Scene;
use crate::domain::{EditionKind, Lang};
use crate::model::share::wall;
use crate::route::View;
use crate::snapshot::LayerRole;
use crate::ui::context::use_route;
use crate::ui::text::page_name;

/// The small print of every page: what the figures are, the rule, whose boundaries are drawn.
#[component]
pub fn Footer(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let about = Signal::derive(move || state.with(|state| state.to_view(View::About)));
    let wall = Signal::derive(move || state.with(wall::control));
    let notices = Signal::derive(move || state.with(|state| state.to_view(View::Notices)));
    let demo = scene.entry.kind == EditionKind::Demo;
    let note = if demo { say!(lang, demo_note) } else { say!(lang, official_note) };
    let plan = scene.edition.documents.iter().find(|document| document.kind == "plan").map(|document| {
        let title = document.title.get(lang).to_owned();
        let title = lang.pick(format!("《{title}》"), title);
        match document.url.clone() {
            Some(url) => view! { <a href=url rel="noopener noreferrer">{title}</a> }.into_any(),
            None => title.into_any(),
        }
    });
    let layers =
        [LayerRole::District, LayerRole::Townships].into_iter().filter_map(|role| scene.manifest.layer(role));
    let layers = layers.map(|layer| {
        let schematic = layer.schematic.then(|| view! { {say!(lang, schematic)}" " });
        let review = layer.review_number.clone().map(|number| {
            let pending = layer.review_pending.then(|| say!(lang, review_pending));
            view! { {say!(lang, review)}" "{number}{pending}" " }
        });
        view! { <p>{review}{schematic}{layer.attribution.get(lang).to_owned()}</p> }
    });
    let layers = layers.collect_view();
    view! {
        <footer class="colophon">
            <div>
                {demo.then(|| view! { <p><DemoMark lang /></p> })}
                <p>{note}</p>
                <p class="more"><LiveLink to=about>{page_name(View::About, lang)}</LiveLink>" "<LiveLink to=notices>{page_name(View::Notices, lang)}</LiveLink>" "<LiveLink to=wall>{page_name(View::Share, lang)}</LiveLink></p>
                <p>{say!(lang, plan_note)}{lang.pick("", " ")}{plan}{lang.pick("。", ".")}</p>
            </div>
            <div>
                <p><b>{say!(lang, rule)}{lang.pick("：", ": ")}{scene.rule.name.get(lang).to_owned()}</b></p>
                <p>{scene.rule.about.get(lang).to_owned()}</p>
                <p>{say!(lang, publisher)}{lang.pick("：", ": ")}{scene.manifest.district.publisher.get(lang).to_owned()}</p>
            </div>
            <div>{layers}</div>
        </footer>
    }
}
