//! What stands around a chart: what is seen, the same as a table, from where it is, and files of it.

use leptos::prelude::*;

use super::{Drawing, ExportTools, ProvenanceMark, Segments};
use crate::domain::Lang;
use crate::model::frame::Frame;
use crate::model::table::Sheet;
use crate::ui::context::{RecordFile, use_route};

/// Whether a chart is seen as a picture or as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The picture; the table stands below it.
    Chart,
    /// The table in the picture's place.
    Table,
}

/// A chart with its title, a switch from the picture to the table, its sentence, its source, and its exports.
#[component]
pub fn ChartFrame(
    /// What the chart is called, in `data-chart`.
    name: &'static str,
    /// The words.
    frame: Frame,
    /// The same numbers, for files.
    sheet: Sheet,
    /// The chart as a picture that stands by itself, made for an address; `None` when there is none.
    #[prop(into)]
    picture: Callback<String, Option<Drawing>>,
    /// The same numbers, on the page: below the picture, or in its place.
    #[prop(into)]
    table: Callback<Face, AnyView>,
    /// The record that the chart is about as JSON, made for an address.
    #[prop(optional_no_strip, into)]
    json: Option<Callback<String, RecordFile>>,
    /// Whether there is little to see, so that the picture needs little room.
    #[prop(optional)]
    flat: bool,
    /// The language.
    lang: Lang,
    /// The picture.
    children: Children,
) -> impl IntoView {
    let route = use_route();
    let face = Memo::new(move |_| if route.looks.get().tables { Face::Table } else { Face::Chart });
    // What stands around a piece on another page says source and date itself; files come from the whole page.
    let alone = route.state.with_untracked(|state| state.piece().is_some());
    let sheet = StoredValue::new(sheet);
    let Frame { title, subtitle, summary, source, as_of, provenance, file, .. } = frame;
    let shown = move |one: Face| move || (face.get() == one).then(|| table.run(one));
    let foot = (!alone).then(|| {
        view! {
            <div class="frame-foot">
                <p>
                    <ProvenanceMark provenance lang />
                    <span class="source">{source}</span>
                    <span>{as_of}</span>
                </p>
                <ExportTools file sheet=move |()| sheet.get_value() picture=Some(picture) json lang />
            </div>
            {shown(Face::Chart)}
        }
    });
    view! {
        <figure class="frame" data-chart=name class:is-flat=flat>
            <figcaption>
                <h2>{title}</h2>
                <Segments
                    label=say!(lang, figure_or_table)
                    options=vec![("chart", say!(lang, figure)), ("table", say!(lang, table))]
                    chosen=Signal::derive(move || if face.get() == Face::Chart { "chart" } else { "table" })
                    choose=Callback::new(move |code| route.change(|state| state.looks.tables = code == "table"))
                />
                <p class="caption">{subtitle}</p>
            </figcaption>
            <div class="frame-picture" hidden=move || face.get() == Face::Table>{children()}</div>
            {shown(Face::Table)}
            <p class="frame-summary">{summary}</p>
            {foot}
        </figure>
    }
}
