//! The meeting's agenda, an item at a time.

use leptos::prelude::*;

use super::Shown;
use crate::domain::Lang;
use crate::model::agenda::{AgendaItem, Need, measure};
use crate::model::trend::{Trend, trend};
use crate::model::trend_picture::{Frame, trend_picture};
use crate::model::wall::Leaf;
use crate::ui::components::{LightLabel, Seal, draw};
use crate::ui::pages::scope;

/// The page: what the meeting goes through, and the item at hand.
pub fn agenda(shown: &Shown, leaf: &Leaf) -> impl IntoView + use<> {
    let Shown { programme, lang, .. } = shown.clone();
    let agenda = &programme.agenda;
    let item = agenda.items.get(leaf.part);
    let large = item.map(|item| large(shown, item));
    view! {
        <div class="wall-agenda">
            <nav aria-label=say!(lang, wall_agenda)>
                <h2>{say!(lang, wall_agenda)}</h2>
                <ol>{needs(&agenda.items, leaf.part, lang)}</ol>
            </nav>
            {large}
            {item.is_none().then(|| view! { <h1>{agenda.headline.clone()}</h1> })}
        </div>
    }
}

/// What has to be talked about, by need, and where the meeting is in it.
fn needs(items: &[AgendaItem], at: usize, lang: Lang) -> impl IntoView + use<> {
    let here = items.get(at).map(|item| item.need);
    let rows = Need::ALL.into_iter().filter_map(|need| {
        let of: Vec<usize> = (0..items.len()).filter(|index| items[*index].need == need).collect();
        let (first, last) = (*of.first()?, *of.last()?);
        let count = of.len();
        let on = here == Some(need);
        let place = if on { format!("{}/{count}", at - first + 1) } else { count.to_string() };
        let past = (last < at).then(|| lang.pick("已过", "passed"));
        Some(view! {
            <li class:is-on=on aria-current=on.then_some("step")>
                <span>{need.name(lang)}</span><b>{place}</b>
                {past.map(|past| view! { <small>{past}</small> })}
            </li>
        })
    });
    rows.collect_view()
}

fn large(shown: &Shown, item: &AgendaItem) -> impl IntoView + use<> {
    let lang = shown.lang;
    let facts = item.facts.iter().cloned().map(|fact| {
        view! { <div class:is-gap=fact.is_gap><dt>{fact.label}</dt><dd>{fact.figure}<small>{fact.unit}</small></dd></div> }
    });
    let facts = facts.collect_view();
    let department = item.department.clone().map(|department| {
        let inferred = department.inferred.then(|| say!(lang, inferred));
        view! { <span>{say!(lang, lead_role)}" "<b>{department.name}</b>" "{inferred}</span> }
    });
    // Where there are figures they have said it.
    let cause = item
        .facts
        .is_empty()
        .then(|| view! { <p class="wall-cause">{item.cause.clone()}{lang.pick("。", ".")}</p> });
    let next = item.next.clone().map(|next| view! { <p class="wall-turns">{next}{lang.pick("。", ".")}</p> });
    view! {
        <article data-at=item.id.clone()>
            <p class="wall-item-light">
                <LightLabel light=item.light word=item.word.clone() lang />
                {item.length.clone()}
                {item.turned.clone()}
                {item.demo.then(|| view! { <span class="demo">{say!(lang, demo)}</span> })}
            </p>
            <h1>{item.headline.clone()}</h1>
            <p class="wall-item-who">
                {item.seal.clone().map(|(number, seal)| view! { <Seal number seal /> })}
                {department}
            </p>
            <dl class="wall-facts">{facts}</dl>
            {way(shown, item).map(|trend| view! { <Picture trend lang /> })}
            {next}
            {cause}
        </article>
    }
}

/// The way of a goal that is measured.
fn way(shown: &Shown, item: &AgendaItem) -> Option<Trend> {
    let scope = scope(&shown.scene, shown.lang);
    let goal = measure(&scope, item)?;
    let trend = trend(&scope, &goal, &scope.standing(&goal));
    trend.measured.then_some(trend)
}

/// The picture of a way, as large as what the words leave.
#[component]
fn Picture(trend: Trend, lang: Lang) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            let [width, height] = [place.client_width(), place.client_height()].map(f64::from);
            let frame = Frame {
                class: "trend-picture",
                size: [width, height],
                plot: [90.0, 56.0, width - 60.0, height - 48.0],
                letter: 28.0,
            };
            draw(&place, &trend_picture(&trend, &frame, lang), &|_| String::new());
        }
    });
    view! { <div class="wall-trend" node_ref=place></div> }
}
