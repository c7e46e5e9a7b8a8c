//! Problems of the data, in words, in the page.

use leptos::prelude::*;

use crate::data::Trouble;
use crate::domain::{Day, Lang, format, order};
use crate::snapshot::{Finding, Severity};
use crate::ui::context::use_loader;

/// How many problems are listed before the rest is counted.
const LISTED: usize = 12;

/// Why the data asked for are not shown, and how old those are that are shown instead.
#[component]
pub fn TroubleNotice(
    /// What failed.
    trouble: Trouble,
    /// The day up to which the data reach that are shown instead.
    stale: Option<Day>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let loader = use_loader();
    let heading = match stale {
        Some(_) => view! { <h2>{say!(lang, failed)}</h2> }.into_any(),
        None => view! { <h1>{say!(lang, failed)}</h1> }.into_any(),
    };
    let instead = stale.map(|day| {
        let day = format::day(day, lang);
        view! { <p>{say!(lang, stale)}{lang.pick("，", "; ")}{say!(lang, stale_as_of)}{lang.pick("", " ")}{day}{lang.pick("。", ".")}</p> }
    });
    view! {
        <section class="notice" role="alert">
            {heading}
            {instead}
            <p class="caption"><code>{trouble.file}</code></p>
            <FindingList findings=trouble.findings lang />
            <button type="button" class="button" on:click=move |_| loader.retry()>{say!(lang, retry)}</button>
        </section>
    }
}

/// Records that were left out or doubted.
#[component]
pub fn FindingsNotice(
    /// The problems.
    findings: Vec<Finding>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    (!findings.is_empty()).then(|| {
        let count = findings.len();
        view! {
            <details class="notice" open=count <= 3>
                <summary>{say!(lang, left_out)}{lang.pick("：", ": ")}{count}</summary>
                <p>{say!(lang, left_out_note)}</p>
                <FindingList findings lang />
            </details>
        }
    })
}

#[component]
fn FindingList(mut findings: Vec<Finding>, lang: Lang) -> impl IntoView {
    order::sort_by_key(&mut findings, |finding| finding.severity);
    let rest = findings.len().saturating_sub(LISTED);
    let items = findings.into_iter().take(LISTED).map(|finding| {
        let sentence = finding.sentence(lang);
        let severity = match finding.severity {
            Severity::Error => lang.pick("错误", "Error"),
            Severity::Warning => lang.pick("提醒", "Warning"),
            Severity::Note => lang.pick("说明", "Note"),
        };
        let class = match finding.severity {
            Severity::Error => "severity is-error",
            Severity::Warning => "severity is-warning",
            Severity::Note => "severity",
        };
        let record = finding.record.map(|record| view! { <code>{record}</code>" " });
        let pointer = (!finding.pointer.is_empty()).then(|| view! { " "<code>{finding.pointer}</code> });
        view! {
            <li data-finding=format!("{:?}", finding.code)>
                <span class=class>{severity}</span>" "{record}{sentence}{pointer}
            </li>
        }
    });
    view! {
        <ul class="findings">{items.collect_view()}</ul>
        {(rest > 0).then(|| lang.pick(format!("另有{rest}条。"), format!("And {rest} more.")))}
    }
}
