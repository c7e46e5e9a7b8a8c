//! Files of what is shown: a table as CSV and as a workbook, a chart as a picture, a record as JSON,
//! a map's layer as GeoJSON.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, save};
use crate::domain::Lang;
use crate::echarts;
use crate::model::csv;
use crate::model::table::{Sheet, file_name};
use crate::option::{Palette, SIZE};
use crate::ui::context::{RecordFile, Workbooks, use_workbooks};

/// A PNG picture has so many pixels to one of the chart's, so that it is sharp on any screen.
const SHARP: u32 = 2;

/// The longest side of a picture that every browser draws, in pixels.
const LONGEST: u32 = 16_000;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Csv,
    Xlsx,
    Png,
    Svg,
    Json,
    GeoJson,
}

impl Kind {
    fn ending(self) -> &'static str {
        match self {
            Kind::Csv => "csv",
            Kind::Xlsx => "xlsx",
            Kind::Png => "png",
            Kind::Svg => "svg",
            Kind::Json => "json",
            Kind::GeoJson => "geojson",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Kind::Csv => "CSV",
            Kind::Xlsx => "XLSX",
            Kind::Png => "PNG",
            Kind::Svg => "SVG",
            Kind::Json => "JSON",
            Kind::GeoJson => "GeoJSON",
        }
    }
}

/// A picture that leaves the page.
pub enum Drawing {
    /// The option of a chart of the size of pictures.
    Chart(String),
    /// The option of a map, its width and height in pixels, and its boundaries as GeoJSON text, which the option calls [`Drawing::LAND`].
    Map(String, [u32; 2], String),
    /// The text of an SVG file, and its width and height in pixels.
    Svg(String, [u32; 2]),
}

impl Drawing {
    /// The name under which the boundaries of a picture are known to ECharts.
    pub const LAND: &str = "picture";

    /// What a writer of SVG files makes in the page's colours of now.
    pub fn coloured(
        colours: RwSignal<Palette>,
        write: impl FnOnce(&Palette) -> (String, [u32; 2]),
    ) -> Option<Self> {
        let (svg, size) = colours.with_untracked(write);
        Some(Self::Svg(svg, size))
    }
}

/// What became of the last export.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Export {
    /// There was none.
    None,
    /// It is under way.
    Running,
    /// It was saved under this name.
    Saved(String),
    /// There is no file.
    Failed,
}

/// A button for every kind of file, and what became of it.
#[component]
pub fn ExportTools(
    /// What is shown and of which month, for the files' names.
    file: [String; 2],
    /// Makes the table as it is shown now.
    #[prop(into)]
    sheet: Callback<(), Sheet>,
    /// Makes the picture, for an address; absent where there is none.
    #[prop(optional_no_strip, into)]
    picture: Option<Callback<String, Option<Drawing>>>,
    /// Makes the record that the page is about as JSON, for an address; absent where it is about many.
    #[prop(optional_no_strip, into)]
    json: Option<Callback<String, RecordFile>>,
    /// Makes what a map shows as GeoJSON; absent where there is no map.
    #[prop(optional_no_strip, into)]
    geo_json: Option<Callback<(), Option<String>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let export = RwSignal::new(Export::None);
    let workbooks = use_workbooks();
    let [what, month] = file;
    let begin = move |kind: Kind| {
        if export.get_untracked() == Export::Running {
            return;
        }
        export.set(Export::Running);
        let here = address::here();
        if kind == Kind::Json {
            let name = file_name(&what, &month, kind.ending());
            let file = json.map(|json| json.run(here));
            spawn_local(async move {
                let made = save_record(&name, file).await;
                export.try_set(made.map_or(Export::Failed, |()| Export::Saved(name)));
            });
            return;
        }
        if kind == Kind::GeoJson {
            let name = file_name(&what, &month, kind.ending());
            let file = geo_json.and_then(|geo_json| geo_json.run(()));
            let saved = file.and_then(|file| save::save(&name, "application/geo+json", file.as_bytes()).ok());
            export.set(saved.map_or(Export::Failed, |()| Export::Saved(name)));
            return;
        }
        let mut sheet = sheet.run(());
        sheet.notes.push((say!(lang, page_address).to_owned(), here.clone()));
        let drawing = picture.and_then(|picture| picture.run(here));
        let name = file_name(&what, &month, kind.ending());
        spawn_local(async move {
            let made = match kind {
                Kind::Csv => save::save(&name, "text/csv;charset=utf-8", &csv::csv(&sheet)).ok(),
                Kind::Xlsx => save_workbook(&name, sheet, workbooks).await,
                _ => save_picture(&name, kind, drawing).await,
            };
            export.try_set(made.map_or(Export::Failed, |()| Export::Saved(name)));
        });
    };
    let kinds = [
        (Kind::Csv, true),
        (Kind::Xlsx, true),
        (Kind::Png, picture.is_some()),
        (Kind::Svg, picture.is_some()),
        (Kind::Json, json.is_some()),
        (Kind::GeoJson, geo_json.is_some()),
    ];
    let buttons = kinds.into_iter().filter(|(_, is_offered)| *is_offered).map(|(kind, _)| {
        let begin = begin.clone();
        let label = format!("{} {}", say!(lang, export), kind.word());
        view! { <button type="button" class="text-button" aria-label=label on:click=move |_| begin(kind)>{kind.word()}</button> }
    });
    let said = move || match export.get() {
        Export::None => String::new(),
        Export::Running => say!(lang, exporting).to_owned(),
        Export::Saved(name) => format!("{}{}{name}", say!(lang, exported), lang.pick("", " ")),
        Export::Failed => say!(lang, not_exported).to_owned(),
    };
    view! {
        <div class="exports" role="group" aria-label=say!(lang, export)>
            <span aria-hidden="true">{say!(lang, export)}</span>
            {buttons.collect_view()}
        </div>
        <p class="export-said" role="status">{said}</p>
    }
}

async fn save_record(name: &str, file: Option<RecordFile>) -> Option<()> {
    save::save(name, "application/json", file?.await?.as_bytes()).ok()
}

async fn save_workbook(name: &str, sheet: Sheet, Workbooks(write): Workbooks) -> Option<()> {
    let bytes = write(sheet).await?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    save::save(name, kind, &bytes).ok()
}

async fn save_picture(name: &str, kind: Kind, drawing: Option<Drawing>) -> Option<()> {
    let (svg, size) = match drawing? {
        Drawing::Map(option, size, land) => {
            echarts::register_map(Drawing::LAND, &land).await.ok()?;
            (echarts::svg(&option, size).await.ok()?, size)
        }
        Drawing::Chart(option) => (echarts::svg(&option, SIZE).await.ok()?, SIZE),
        Drawing::Svg(svg, size) => (svg, size),
    };
    let times = if size.iter().any(|side| side * SHARP > LONGEST) { 1 } else { SHARP };
    match kind {
        Kind::Png => save::save_png(name, &svg, size, times).await.ok(),
        _ => save::save(name, "image/svg+xml", svg.as_bytes()).ok(),
    }
}
