//! The pieces of the document.

use leptos::prelude::*;

use crate::browser::address;
use crate::data::MANIFEST;
use crate::domain::Lang;
use crate::echarts;
use crate::maplibre;
use crate::model::about::{Block, Cell, Example, LightEntry, Table, Target};
use crate::route::{View, ViewState};
use crate::ui::components::{LightLabel, Link, ProvenanceMark};

/// A piece.
#[component]
pub fn BlockView(
    /// The piece.
    block: Block,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    match block {
        Block::Text(text) => view! { <p>{text}</p> }.into_any(),
        Block::Heading(text) => view! { <h3>{text}</h3> }.into_any(),
        Block::List(items) => {
            let items = items.into_iter().map(|(text, target)| {
                view! { <li>{leading(text, target, &state)}</li> }
            });
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
        Block::Table(table) => view! { <TableView table state lang /> }.into_any(),
        Block::Lights(entries) => {
            let entries = entries.into_iter().map(|entry| view! { <Entry entry state=state.clone() lang /> });
            view! { <ul class="light-entries">{entries.collect_view()}</ul> }.into_any()
        }
    }
}

/// A text, with a link where it leads somewhere.
fn leading(text: String, target: Option<Target>, state: &ViewState) -> AnyView {
    let href = match target {
        None => return text.into_any(),
        Some(Target::Goal(id)) => {
            let to = state.to_record(View::Indicator, &id);
            return view! { <Link to=to>{text}</Link> }.into_any();
        }
        Some(Target::Web(url)) => {
            return view! { <a href=url rel="noopener noreferrer">{text}</a> }.into_any();
        }
        Some(Target::Beside(file)) => file,
        Some(Target::ChartLicence) => echarts::NOTICE.to_owned(),
        Some(Target::StreetLicence) => maplibre::NOTICE.to_owned(),
        Some(Target::Manifest) => manifest(state),
        Some(Target::Published(file)) => match manifest(state).rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{file}"),
            None => file,
        },
    };
    view! { <a href=href>{text}</a> }.into_any()
}

/// Where the manifest lies that is shown; what is no address of this origin is none.
fn manifest(state: &ViewState) -> String {
    let asked = state.data.clone().filter(|path| address::same_origin(path).is_some());
    asked.unwrap_or_else(|| MANIFEST.to_owned())
}

#[component]
fn TableView(table: Table, state: ViewState, lang: Lang) -> impl IntoView {
    let Table { caption, head, rows, folded } = table;
    let label = caption.clone();
    let heads: Vec<(String, bool)> = head;
    let head = heads.iter().map(|(name, number)| {
        view! { <th scope="col" class:is-number=*number>{name.clone()}</th> }
    });
    let head = head.collect_view();
    let count = rows.len();
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().enumerate().map(|(column, cell)| {
            let number = heads.get(column).is_some_and(|(_, number)| *number);
            let label = heads.get(column).map(|(name, _)| name.clone());
            let inner = content(cell, &state, lang);
            if column == 0 {
                view! { <th scope="row">{inner}</th> }.into_any()
            } else {
                view! { <td class:is-number=number data-label=label>{inner}</td> }.into_any()
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    let table = view! {
        <table>
            <caption>{caption}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    if folded {
        view! {
            <details class="folded">
                <summary>{label}{lang.pick(format!("（{count}）"), format!(" ({count})"))}</summary>
                {table}
            </details>
        }
        .into_any()
    } else {
        table.into_any()
    }
}

fn content(cell: Cell, state: &ViewState, lang: Lang) -> AnyView {
    let Cell { text, detail, target, provenance } = cell;
    let detail = (!detail.is_empty()).then(|| view! { <small>{detail}</small> });
    let mark = provenance.map(|provenance| view! { <ProvenanceMark provenance lang /> });
    let text = leading(text, target, state);
    view! { {text}{detail}{mark} }.into_any()
}

/// A light with its meaning and an example.
#[component]
fn Entry(entry: LightEntry, state: ViewState, lang: Lang) -> impl IntoView {
    let LightEntry { light, word, meaning, example } = entry;
    let example = example.map(|example| view! { <Worked example state lang /> });
    view! {
        <li>
            <p class="light-word"><LightLabel light word lang /></p>
            <p>{meaning}</p>
            {example}
        </li>
    }
}

#[component]
fn Worked(example: Example, state: ViewState, lang: Lang) -> impl IntoView {
    let Example { name, id, provenance, rows, verdict } = example;
    let mark = match &id {
        Some(_) => view! { <ProvenanceMark provenance lang /> }.into_any(),
        None => view! { <span class="made-up">{say!(lang, made_up)}</span> }.into_any(),
    };
    let name = leading(name, id.map(Target::Goal), &state);
    let rows = rows.into_iter().map(|row| {
        view! { <div><dt>{row.label}<small>{row.detail}</small></dt><dd>{row.value}</dd></div> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="worked">
            <p class="worked-name"><span>{say!(lang, example)}{lang.pick("：", ": ")}{name}</span>{mark}</p>
            <dl>{rows}</dl>
            <p class="caption">{verdict}</p>
        </div>
    }
}
