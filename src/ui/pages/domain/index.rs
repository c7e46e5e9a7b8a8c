//! All domains, side by side.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::domain_page::{DomainIndex, DomainRow, Extent};
use crate::route::{View, ViewState};
use crate::ui::components::{CountCell, DemoMark, LightCells, LightHeads, LightMark, Link, Seal};

/// The index of domains.
#[component]
pub fn Index(
    /// The domains.
    index: DomainIndex,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let rows = index.rows.into_iter().map(|row| view! { <Row row state=state.clone() lang /> });
    let rows = rows.collect_view();
    view! {
        <article class="page domain-index">
            <p class="dateline"><span>{index.as_of}</span>{index.demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{index.headline}</h1>
            <p class="lead">{index.summary}</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say!(lang, domain)}</th>
                        <th scope="col">{say!(lang, one_mark)}</th>
                        <LightHeads lang />
                        <th scope="col" class="count is-first">{say!(lang, indicators)}</th>
                        <th scope="col" class="count">{say!(lang, tasks)}</th>
                        <th scope="col" class="count">{say!(lang, projects)}</th>
                        <th scope="col" class="count">{say!(lang, sites)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{say!(lang, all)}</th>
                        <td></td>
                        <LightCells tally=index.tally lang />
                        {extents(index.extent, lang)}
                    </tr>
                </tfoot>
            </table>
        </article>
    }
}

#[component]
fn Row(row: DomainRow, state: ViewState, lang: Lang) -> impl IntoView {
    let to = state.to_record(View::Domain, &row.id);
    let marks = row.lights.into_iter().map(|light| view! { <LightMark light /> }).collect_view();
    view! {
        <tr class=format!("domain-{}", row.number) data-domain=row.id>
            <th scope="row">
                <div class="domain-name">
                    <Seal number=row.number seal=row.seal />
                    <span><Link to=to>{row.name}</Link><small>{row.position}</small></span>
                </div>
            </th>
            <td class="marks">{marks}</td>
            <LightCells tally=row.tally lang />
            {extents(row.extent, lang)}
        </tr>
    }
}

fn extents(extent: Extent, lang: Lang) -> impl IntoView {
    view! {
        <CountCell count=extent.goals label=say!(lang, indicators) first=true />
        <CountCell count=extent.tasks label=say!(lang, tasks) />
        <CountCell count=extent.projects label=say!(lang, projects) />
        <CountCell count=extent.sites label=say!(lang, sites) />
    }
}
