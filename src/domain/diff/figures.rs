//! Lights and figures of one record in two editions.

use super::{Difference, Revision};
use crate::domain::change;
use crate::domain::light::Light;
use crate::domain::month::Month;
use crate::domain::series::{Series, Status};
use crate::domain::standing::Standing;

/// Adds the turn of a light, and the earlier due points that turned between red and yellow.
pub fn standings(old: &Standing, new: &Standing, differences: &mut Vec<Difference>) {
    let of_old = |month: Month| old.history.iter().find(|then| then.month == month).map(|then| then.light);
    let turned = |from: Light, to: Light| -> Vec<Month> {
        let months = new.history.iter().filter(|now| now.point.is_some() && now.light == to);
        months.map(|now| now.month).filter(|month| of_old(*month) == Some(from)).collect()
    };
    for (months, difference) in [
        (turned(Light::Red, Light::Yellow), Difference::MadeUp as fn(_) -> _),
        (turned(Light::Yellow, Light::Red), Difference::Undone),
    ] {
        if !months.is_empty() {
            differences.push(difference(months));
        }
    }
}

/// Adds the turn of a light.
pub fn light(from: Light, to: Light, own: bool, differences: &mut Vec<Difference>) {
    if from != to {
        differences.push(Difference::Light { from, to, own });
    }
}

/// The figures of months up to `until` that differ, or that only one of the editions marks as corrected.
pub fn revisions(township: Option<&String>, old: &Series, new: &Series, until: Month) -> Vec<Revision> {
    let months = old.from.min(new.from).to(until);
    let revision = |month: Month| {
        let (from, to) = (change::figure(old, month), change::figure(new, month));
        let [was, is] = [old, new].map(|series| series.at(month).map(|observation| &observation.status));
        let corrected = |status: Option<&Status>| match status {
            Some(Status::Revised { was, reason }) => Some((*was, reason.clone())),
            _ => None,
        };
        let (before, after) = (corrected(was), corrected(is));
        let reason = || after.clone().or_else(|| before.clone()).map(|(_, reason)| reason);
        let [from, to] = match (&before, &after) {
            _ if from != to => [from, to],
            // The figure was corrected before the other edition could tell.
            (None, Some((published, _))) => [Ok(*published), to],
            (Some((published, _)), None) => [from, Ok(*published)],
            _ => return None,
        };
        Some(Revision { township: township.cloned(), month, from, to, reason: reason() })
    };
    months.filter_map(revision).collect()
}
