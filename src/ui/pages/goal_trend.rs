//! A goal over time: the chart, the lights on the same time, and every number of it.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::echarts::{self, ChartHost, use_colours};
use crate::model::page::MonthRow;
use crate::model::strip::Strip;
use crate::model::trend::Trend;
use crate::option;
use crate::ui::components::{LightLabel, StripView};
use crate::ui::text;

/// How many months the table shows at first.
const MONTHS_SHOWN: usize = 8;

/// The goal over time: the picture, the lights on the same time, and every number of it in a table.
#[component]
pub fn TrendFigure(
    trend: Trend,
    strip: Strip,
    rows: Vec<MonthRow>,
    unit: String,
    forecast: String,
    lang: Lang,
) -> impl IntoView {
    let colours = use_colours();
    let (title, subtitle) = (trend.title.clone(), trend.subtitle.clone());
    let label = format!("{title}{}{forecast}", lang.pick("。", ". "));
    let flat = !trend.measured;
    let drawn = Memo::new(move |_| {
        colours.with(|palette| option::trend(&trend, palette, echarts::is_still())).unwrap_or_default()
    });
    view! {
        <figure data-chart="trend" class:is-flat=flat>
            <figcaption>
                <h2>{title}</h2>
                <p class="caption">{subtitle}</p>
            </figcaption>
            <ChartHost option=drawn label=Signal::stored(label) />
            <StripView strip lang />
            <p class="forecast"><b>{text::FORECAST.get(lang)}{lang.pick("：", ": ")}</b>{forecast}</p>
            <FigureTable rows unit lang />
        </figure>
    }
}

/// Every month's figure; the newest first, the older ones on demand.
#[component]
fn FigureTable(rows: Vec<MonthRow>, unit: String, lang: Lang) -> impl IntoView {
    let all = RwSignal::new(false);
    let count = rows.len();
    let body = move || {
        let shown = if all.get() { count } else { MONTHS_SHOWN };
        let rows = rows.iter().take(shown).cloned().map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.month}</th>
                    <td class="is-number">{row.actual}</td>
                    <td class="is-number">{row.plan}</td>
                    <td class="is-number">{row.difference}</td>
                    <td>{row.light.map(|(light, word)| view! { <LightLabel light word lang /> })}</td>
                    <td>{row.status}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
    let more = move || {
        (!all.get() && count > MONTHS_SHOWN).then(|| view! {
        <button type="button" class="button is-plain" on:click=move |_| all.set(true)>{text::SHOW_ALL.get(lang)}{lang.pick(format!("（{count}）"), format!(" ({count})"))}</button>
    })
    };
    view! {
        <section class="figures">
            <h2>{text::MONTHLY_FIGURES.get(lang)}</h2>
            <div class="scroller" tabindex="0" role="region" aria-label=text::MONTHLY_FIGURES.get(lang)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{text::MONTH.get(lang)}</th>
                            <th scope="col" class="is-number">{text::ACTUAL.get(lang)}" "{unit}</th>
                            <th scope="col" class="is-number">{text::DUE.get(lang)}</th>
                            <th scope="col" class="is-number">{text::DIFFERENCE.get(lang)}</th>
                            <th scope="col">{text::LIGHT.get(lang)}</th>
                            <th scope="col">{text::STATUS.get(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            {more}
        </section>
    }
}
