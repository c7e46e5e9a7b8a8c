//! A goal over time: the chart, the lights on the same time, and every number of it.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::Lang;
use crate::echarts::{ChartHost, use_colours};
use crate::model::frame::Frame;
use crate::model::page::MonthRow;
use crate::model::strip::Strip;
use crate::model::table::Sheet;
use crate::model::trend::{Trend, TrendMonth};
use crate::option::{self, Cursor, Palette};
use crate::ui::components::{ChartCursor, ChartFrame, Drawing, Face, LightLabel, StripView};
use crate::ui::context::RecordFile;

/// How many months the table shows at first.
const MONTHS_SHOWN: usize = 8;

/// The goal over time: the picture, the lights on the same time, and every number of it in a table.
#[component]
pub fn TrendFigure(
    trend: Trend,
    frame: Frame,
    sheet: Sheet,
    strip: Strip,
    rows: Vec<MonthRow>,
    unit: String,
    forecast: String,
    #[prop(optional_no_strip)] json: Option<Callback<String, RecordFile>>,
    lang: Lang,
) -> impl IntoView {
    let colours = use_colours();
    let label = format!("{}{}{}", frame.title, lang.pick("。", ". "), frame.summary);
    let name = frame.title.clone();
    let flat = !trend.measured;
    let action = RwSignal::new(String::new());
    let cursor = cursor(&trend, lang);
    let trend = StoredValue::new(trend);
    let drawn = Memo::new(move |_| {
        let option = |palette: &Palette| {
            trend.with_value(|trend| option::trend(trend, palette, document::is_still())).ok()
        };
        colours.with(option).unwrap_or_default()
    });
    let words = StoredValue::new(frame.clone());
    let picture = move |address: String| {
        let caption = words.with_value(|frame| frame.caption(&address, lang));
        let option =
            |palette: &Palette| trend.with_value(|trend| option::trend_picture(trend, palette, &caption));
        colours.with_untracked(option).ok().map(Drawing::Chart)
    };
    let rows = StoredValue::new(rows);
    let table = move |face: Face| {
        let (rows, unit) = (rows.get_value(), unit.clone());
        view! { <FigureTable rows unit whole=face == Face::Table lang /> }.into_any()
    };
    view! {
        <ChartFrame name="trend" frame sheet picture=Callback::new(picture) table=Callback::new(table) json flat lang>
            <ChartCursor cursor action name="trend" label=name lang>
                <ChartHost option=drawn action=action label=Signal::stored(label) />
            </ChartCursor>
            <StripView strip lang />
            <p class="forecast"><b>{say!(lang, forecast)}{lang.pick("：", ": ")}</b>{forecast}</p>
        </ChartFrame>
    }
}

/// The months, each with what is said of it; it begins where the figures end.
fn cursor(trend: &Trend, lang: Lang) -> Cursor {
    let said = |month: &TrendMonth| month.tip.replace('\n', lang.pick("；", "; "));
    let known = trend.months.iter().rposition(|month| month.actual.is_some() || month.event.is_some());
    Cursor { points: trend.months.iter().map(said).collect(), start: known.unwrap_or(0) }
}

/// Every month's figure; the newest first, the older ones on demand.
#[component]
pub fn FigureTable(
    /// The months, the newest first.
    rows: Vec<MonthRow>,
    /// The figures' unit.
    unit: String,
    /// Whether all of them are shown at first.
    whole: bool,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let all = RwSignal::new(whole);
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
        <button type="button" class="button is-plain" on:click=move |_| all.set(true)>{say!(lang, show_all)}{lang.pick(format!("（{count}）"), format!(" ({count})"))}</button>
    })
    };
    view! {
        <section class="figures">
            <h2>{say!(lang, monthly_figures)}</h2>
            <div class="scroller" tabindex="0" role="region" aria-label=say!(lang, monthly_figures)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{say!(lang, month)}</th>
                            <th scope="col" class="is-number">{say!(lang, actual)}" "{unit}</th>
                            <th scope="col" class="is-number">{say!(lang, due)}</th>
                            <th scope="col" class="is-number">{say!(lang, difference)}</th>
                            <th scope="col">{say!(lang, light)}</th>
                            <th scope="col">{say!(lang, status)}</th>
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            {more}
        </section>
    }
}
