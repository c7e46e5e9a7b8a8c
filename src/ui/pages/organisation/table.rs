//! The organisation, record by record.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::organisation::OrgRow;
use crate::route::{View, ViewState};
use crate::ui::components::Link;

/// The table of what the chart shows.
#[component]
pub fn OrgTable(
    /// The records.
    rows: Vec<OrgRow>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let rows = rows.into_iter().map(|row| {
        let (unit, work) = match row.department {
            Some((id, name)) => {
                let to = state.to_record(View::Departments, &id);
                let tasks = ViewState { dept: Some(id), ..state.to_view(View::Tasks) };
                let work = (!row.work.is_empty()).then(|| view! { <Link to=tasks>{row.work}</Link> });
                (Some(view! { <Link to=to>{name}</Link> }), work)
            }
            None => (None, None),
        };
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td>{row.kind}</td>
                <td>{row.within}</td>
                <td>{row.role}</td>
                <td>{unit}</td>
                <td>{work}</td>
                <td>{row.duty}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=say!(lang, organisation)>
            <table class="org-table">
                <thead>
                    <tr>
                        <th scope="col">{say!(lang, org_name)}</th>
                        <th scope="col">{say!(lang, project_kind)}</th>
                        <th scope="col">{say!(lang, org_within)}</th>
                        <th scope="col">{say!(lang, org_role)}</th>
                        <th scope="col">{say!(lang, department)}</th>
                        <th scope="col">{say!(lang, org_work)}</th>
                        <th scope="col">{say!(lang, org_duty)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
