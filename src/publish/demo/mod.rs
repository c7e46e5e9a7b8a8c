//! Demonstration editions: generated figures for every month of a plan, told month by month.
//!
//! Nothing here knows a district: what runs how is declared in a profile's tables. The same seed
//! always gives the same editions.

pub mod curve;
pub mod noise;
pub mod profile;
pub mod split;
pub mod told;

use self::profile::Profile;
use self::told::Told;
use super::log::Log;
use super::plan::Plan;
use super::sources;
use super::tables::Tables;
use crate::domain::{Day, Edition, EditionKind, Month};
use crate::snapshot::{Decoded, Finding, check};

/// One edition for every month of the plan, except a month that has an official edition.
///
/// `seed` takes the place of the profile's own.
///
/// # Errors
/// The findings, when the profile cannot be used.
pub fn editions(
    plan: &Plan,
    tables: &Tables,
    seed: Option<u64>,
) -> Result<Decoded<Vec<Edition>>, Vec<Finding>> {
    let mut log = Log::default();
    let Some(mut profile) = profile::read(tables, &plan.edition, &mut log) else {
        return Err(log.into_findings());
    };
    profile.seed = seed.unwrap_or(profile.seed);
    let (start, end) = (plan.edition.start, plan.edition.end);
    let told = |run| Told::new(run, start, end, profile.seed);
    let told: (Vec<Told<'_>>, Vec<Told<'_>>) =
        (profile.indicators.iter().map(told).collect(), profile.tasks.iter().map(told).collect());
    let official = |month: Month| plan.edition.kind == EditionKind::Official && plan.edition.month == month;
    let mut editions = Vec::new();
    for month in start.to(end).filter(|month| !official(*month)) {
        let edition = edition(plan, &profile, &told, month);
        match check::check(edition, Vec::new()) {
            Ok(Decoded { value, findings }) => {
                editions.push(value);
                log.findings.extend(findings);
            }
            Err(findings) => log.findings.extend(findings),
        }
    }
    Ok(Decoded { value: editions, findings: log.into_findings() })
}

fn edition(
    plan: &Plan,
    profile: &Profile,
    (indicators, tasks): &(Vec<Told<'_>>, Vec<Told<'_>>),
    month: Month,
) -> Edition {
    let as_of = month.last_day();
    let mut edition = Edition {
        month,
        as_of,
        published: Day::new(month.plus(1), profile.publication_day),
        kind: EditionKind::Demo,
        ..plan.edition.clone()
    };
    edition.notices.retain(|notice| notice.date <= as_of);
    for indicator in &mut edition.indicators {
        indicator.events.clear();
    }
    for (run, told) in profile.indicators.iter().zip(indicators) {
        let found = edition.indicators.iter_mut().find(|indicator| indicator.id == run.item);
        let Some(indicator) = found else { continue };
        indicator.baseline = run.baseline;
        indicator.schedule.clone_from(&run.schedule);
        indicator.series = told.series(month);
        indicator.townships = told.townships(month).into_iter().collect();
        indicator.events = run.events.iter().filter(|event| event.date <= as_of).cloned().collect();
    }
    for (run, told) in profile.tasks.iter().zip(tasks) {
        let Some(task) = edition.tasks.iter_mut().find(|task| task.id == run.item) else { continue };
        task.schedule.clone_from(&run.schedule);
        task.progress = Some(told.series(month));
    }
    sources::apply(&plan.official, &mut edition.indicators, as_of);
    edition
}
