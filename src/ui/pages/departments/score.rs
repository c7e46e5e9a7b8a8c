//! How units stand by the declared scoring rule, with its arithmetic.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::scope;
use crate::data::{self, Scene};
use crate::domain::Lang;
use crate::model::departments::{self, Arithmetic, Board, Scoring};
use crate::model::place::Place;
use crate::route::{View, ViewState};
use crate::snapshot::{Config, Decoded};
use crate::ui::components::{DemoMark, ExportTools, FindingsNotice, LightLabel, Link};
use crate::ui::context::use_route;

/// What the deployment says, once it is known.
pub type Settings = Signal<Option<Decoded<Config>>>;

/// The deployment's settings; they are asked for only where they decide something.
pub fn settings(scene: &Scene, lang: Lang) -> Settings {
    let decides = scene.rule.score.is_some() && scope(scene, lang).is_demo();
    if !decides {
        let none = Decoded { value: Config::default(), findings: Vec::new() };
        return Signal::stored(Some(none));
    }
    let fetched = LocalResource::new(data::config);
    Signal::derive(move || fetched.get())
}

/// The scores of all units, or why there are none.
#[component]
pub fn ScoreBoard(
    /// What is shown.
    scene: Arc<Scene>,
    /// What the deployment says.
    settings: Settings,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    move || {
        let Decoded { value, findings } = settings.get()?;
        let shown = match departments::scoring(&scope(&scene, lang), value.scores.demo) {
            Scoring::Not(why) => view! { <p class="caption" data-scores="none">{why}</p> }.into_any(),
            Scoring::By(board) => view! { <Scores board scene=scene.clone() lang /> }.into_any(),
        };
        Some(view! { <section class="unit-scores"><FindingsNotice findings lang />{shown}</section> })
    }
}

#[component]
fn Scores(board: Board, scene: Arc<Scene>, lang: Lang) -> impl IntoView {
    let state = use_route().state.get_untracked();
    let file = ["unit-scores".to_owned(), scene.edition.month.to_string()];
    let sheet = departments::score_sheet(&scope(&scene, lang), &board);
    let Board { title, about, weights, ranked, demo, lines, rest } = board;
    let any = !lines.is_empty();
    let weights =
        weights.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    let rows = lines.into_iter().map(|line| {
        let to = state.to_record(View::Departments, &line.id);
        view! {
            <tr data-score=line.id>
                {ranked.then(|| view! { <td class="count">{line.rank}</td> })}
                <th scope="row"><Link to=to>{line.name}</Link></th>
                <td class="is-number">{line.counted}</td>
                <td class="is-number">{line.division}</td>
                <td class="is-number"><b>{line.shown}</b></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = view! {
        <div class="scroller" tabindex="0" role="region" aria-label=say!(lang, score_value)>
            <table data-scores="board">
                <thead>
                    <tr>
                        {ranked.then(|| view! { <th scope="col" class="count">{say!(lang, score_rank)}</th> })}
                        <th scope="col">{say!(lang, department)}</th>
                        <th scope="col" class="is-number">{say!(lang, score_items)}</th>
                        <th scope="col" class="is-number">{say!(lang, score_division)}</th>
                        <th scope="col" class="is-number">{say!(lang, score_value)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    view! {
        <h2>{title}{demo.then(|| view! { " "<DemoMark lang /> })}</h2>
        <p>{about}</p>
        <h3 class="unseen">{say!(lang, score_weights)}</h3>
        <dl class="score-weights">{weights.collect_view()}</dl>
        {any.then_some(table)}
        <p class="caption">{rest}{lang.pick("", " ")}{say!(lang, score_see)}</p>
        <div class="list-foot"><ExportTools file sheet=move |()| sheet.clone() lang /></div>
    }
}

/// The arithmetic of one unit's score; nothing where units are not scored.
#[component]
pub fn UnitScore(
    /// The unit's id.
    unit: String,
    /// What is shown.
    scene: Arc<Scene>,
    /// What the deployment says.
    settings: Settings,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    move || {
        let Decoded { value, findings } = settings.get()?;
        let arithmetic = departments::arithmetic(&scope(&scene, lang), &unit, value.scores.demo);
        let terms = arithmetic.map(|arithmetic| view! { <Terms arithmetic state=state.clone() lang /> });
        Some(view! { <FindingsNotice findings lang />{terms} })
    }
}

#[component]
fn Terms(arithmetic: Arithmetic, state: ViewState, lang: Lang) -> impl IntoView {
    let Arithmetic { title, about, verdict, terms, weight, sum, rest, demo } = arithmetic;
    let any = !terms.is_empty();
    let rows = terms.into_iter().map(|term| {
        let to = if term.goal {
            state.to_record(View::Indicator, &term.id)
        } else {
            Place::item(View::Tasks, &term.id).address(&state)
        };
        let (light, word) = term.light;
        view! {
            <tr>
                <th scope="row"><Link to=to>{term.name}</Link></th>
                <td>{term.role}</td>
                <td><LightLabel light word lang /></td>
                <td class="is-number">{term.weight}</td>
                <td class="is-number">{term.points}</td>
                <td class="is-number">{term.product}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = view! {
        <div class="scroller" tabindex="0" role="region" aria-label=title.clone()>
            <table data-scores="terms">
                <thead>
                    <tr>
                        <th scope="col">{say!(lang, score_term)}</th>
                        <th scope="col">{say!(lang, score_role)}</th>
                        <th scope="col">{say!(lang, light)}</th>
                        <th scope="col" class="is-number">{say!(lang, score_weight)}</th>
                        <th scope="col" class="is-number">{say!(lang, score_points)}</th>
                        <th scope="col" class="is-number">{say!(lang, score_product)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="3">{say!(lang, score_sum)}</th>
                        <td class="is-number">{weight}</td>
                        <td></td>
                        <td class="is-number">{sum}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    };
    view! {
        <section class="unit-scores">
            <h2>{title}{demo.then(|| view! { " "<DemoMark lang /> })}</h2>
            <p>{about}</p>
            {any.then_some(table)}
            <p class="score-verdict"><b>{verdict}</b>{lang.pick("", " ")}{rest}</p>
        </section>
    }
}
