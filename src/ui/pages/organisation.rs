//! The organisation that carries out the plan: who belongs to what.

mod chart;
mod table;

use std::sync::Arc;

use leptos::prelude::*;

use self::chart::Chart;
use self::table::OrgTable;
use super::pointed::follow_item;
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::echarts::use_colours;
use crate::model::organisation::{self, Organisation};
use crate::option;
use crate::ui::components::{DemoMark, Drawing, ExportTools, Segments};
use crate::ui::context::use_route;

/// The organisation.
#[component]
pub fn OrganisationView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let state = route.state.get_untracked();
    let here = scope(&scene, lang);
    let demo = here.is_demo();
    let page = organisation::organisation(&here);
    let sheet = organisation::sheet(&here, &page);
    let file = ["organisation".to_owned(), scene.edition.month.to_string()];
    let colours = use_colours();
    let whole = page.clone();
    let picture = move |address: String| {
        let picture = whole.picture(&scope(&scene, lang), &address);
        Drawing::coloured(colours, |palette| option::org_picture(&picture, palette))
    };
    let picture = Callback::new(picture);
    let Organisation { as_of, headline, summary, remarks, bodies, loose, rows } = page;
    let tables = Memo::new(move |_| route.looks.get().tables);
    let item = follow_item(|_| ());
    let remarks = remarks.into_iter().map(|remark| view! { <p>{remark}</p> }).collect_view();
    view! {
        <section class="page organisation">
            <p class="dateline"><span>{as_of}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{headline}</h1>
            <figure class="org" data-chart="organisation">
                <figcaption>
                    <p>{summary}</p>
                    <Segments
                        label=say!(lang, figure_or_table)
                        options=vec![("chart", say!(lang, figure)), ("table", say!(lang, table))]
                        chosen=Signal::derive(move || if tables.get() { "table" } else { "chart" })
                        choose=Callback::new(move |code| route.change(|state| state.looks.tables = code == "table"))
                    />
                </figcaption>
                <div hidden=move || tables.get()><Chart bodies loose item state=state.clone() lang /></div>
                <details class="org-rows" open=move || tables.get()>
                    <summary>{say!(lang, org_rows)}</summary>
                    <OrgTable rows state lang />
                </details>
            </figure>
            <div class="unit-notes caption"><p>{say!(lang, org_note)}</p>{remarks}</div>
            <div class="list-foot"><ExportTools file sheet=move |()| sheet.clone() picture=Some(picture) lang /></div>
        </section>
    }
}
