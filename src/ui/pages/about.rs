//! What the data are, by which rules they are shown, and what may be done with them.

mod blocks;

use std::sync::Arc;

use leptos::prelude::*;

use self::blocks::BlockView;
use super::pointed::{Jump, follow_item, mark_of};
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::about::{self, About, Section};
use crate::route::{View, ViewState};
use crate::ui::components::DemoMark;
use crate::ui::context::use_route;

/// The page.
#[component]
pub fn AboutView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state.get_untracked();
    let About { as_of, demo, headline, sections } = about::about(&scope(&scene, lang), &scene.manifest);
    let item = follow_item(|_| ());
    let contents = sections.iter().map(|section| {
        let to = ViewState { item: Some(section.id.to_owned()), ..state.to_view(View::About) };
        let (id, title) = (section.id, section.title.clone());
        view! { <li><Jump to record=id>{title}</Jump></li> }
    });
    let contents = contents.collect_view();
    let sections =
        sections.into_iter().map(|section| view! { <SectionView section item state=state.clone() lang /> });
    let sections = sections.collect_view();
    view! {
        <article class="page about">
            <p class="dateline"><span>{as_of}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{say!(lang, about)}{lang.pick("：", ": ")}{headline}</h1>
            <div class="about-body">
                <nav class="contents" aria-label=say!(lang, contents)><ol>{contents}</ol></nav>
                <div>{sections}</div>
            </div>
        </article>
    }
}

#[component]
fn SectionView(section: Section, item: Memo<Option<String>>, state: ViewState, lang: Lang) -> impl IntoView {
    let Section { id, title, blocks } = section;
    let current = move || item.with(|item| item.as_deref() == Some(id)).then_some("true");
    let blocks = blocks.into_iter().map(|block| view! { <BlockView block state=state.clone() lang /> });
    let blocks = blocks.collect_view();
    view! {
        <section data-section=id aria-labelledby=mark_of(id)>
            <h2 id=mark_of(id) tabindex="-1" aria-current=current>{title}</h2>
            {blocks}
        </section>
    }
}
