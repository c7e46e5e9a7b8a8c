//! From the text of a snapshot to an edition.

use std::future::ready;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::fields::Fields;
use super::finding::Finding;
use super::{Decoded, check, migrate};
use crate::domain::Edition;

/// Reads a snapshot. Records that cannot be read are left out and named.
///
/// # Errors
/// Findings when the text is no snapshot or its version is unknown.
pub fn read_snapshot(text: &str) -> Result<Decoded<Edition>, Vec<Finding>> {
    let reading = pin!(read_snapshot_resting(text, || ready(())));
    match reading.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(read) => read,
        Poll::Pending => unreachable!("nothing is waited for but the rests, which are over at once"),
    }
}

/// The same in steps, for a page that must not stand still over a large one: between them `rest` is awaited.
///
/// # Errors
/// As [`read_snapshot`].
pub async fn read_snapshot_resting<R: Future<Output = ()>>(
    text: &str,
    rest: impl Fn() -> R,
) -> Result<Decoded<Edition>, Vec<Finding>> {
    let text = migrate::to_current(text, migrate::snapshot).map_err(|finding| vec![finding])?;
    rest().await;
    let mut fields = Fields::of(&text).map_err(|finding| vec![finding])?;
    rest().await;
    let head = (
        fields.required("id"),
        fields.required("as_of"),
        fields.required("kind"),
        fields.required("start"),
        fields.required("end"),
    );
    let (Some(month), Some(as_of), Some(kind), Some(start), Some(end)) = head else {
        return Err(fields.findings);
    };
    let edition = Edition {
        month,
        as_of,
        published: fields.optional("published"),
        kind,
        start,
        end,
        domains: fields.list("domains"),
        departments: fields.list("departments"),
        projects: fields.list("projects"),
        indicators: fields.list("indicators"),
        tasks: fields.list_resting("tasks", &rest).await,
        sites: fields.list_resting("sites", &rest).await,
        townships: fields.list("townships"),
        organisation: fields.list("organisation"),
        documents: fields.list("documents"),
        sources: fields.list("sources"),
        notices: fields.list("notices"),
    };
    rest().await;
    check::check(edition, fields.findings)
}
