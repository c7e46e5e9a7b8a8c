//! What an edition tells of a generated figure: first provisional, then final, sometimes corrected.

use super::noise::Noise;
use super::profile::{Gap, Revision, Run};
use super::split::{self, Share};
use crate::domain::{Month, Observation, Series, Status};

/// An item's figures over the whole plan, as they turn out and as they were first published.
pub struct Told<'a> {
    run: &'a Run,
    start: Month,
    figures: Vec<f64>,
    first: Vec<f64>,
}

impl<'a> Told<'a> {
    /// Generates the figures of `run` from `start` to `end`.
    pub fn new(run: &'a Run, start: Month, end: Month, seed: u64) -> Self {
        let figures = run.curve.figures(start, end, &mut Noise::of(seed, &run.item));
        let mut first = figures.clone();
        for revision in &run.revisions {
            if let Some(slot) = split::index(start, revision.month).and_then(|at| first.get_mut(at)) {
                *slot = revision.was;
            }
        }
        Self { run, start, figures, first }
    }

    /// The series that the edition of `month` tells.
    pub fn series(&self, month: Month) -> Series {
        self.tell(month, None, &self.figures, &self.first)
    }

    /// The townships' series that the edition of `month` tells.
    pub fn townships(&self, month: Month) -> Vec<(String, Series)> {
        let Run { shares, curve, .. } = self.run;
        let cut = |figures: &[f64]| split::split(figures, shares, curve.decimals, curve.rising);
        let parts = cut(&self.figures).into_iter().zip(cut(&self.first));
        let told = |(share, (figures, first)): (&Share, (Vec<f64>, Vec<f64>))| {
            (share.township.clone(), self.tell(month, Some(&share.township), &figures, &first))
        };
        shares.iter().zip(parts).map(told).collect()
    }

    fn tell(&self, edition: Month, township: Option<&str>, figures: &[f64], first: &[f64]) -> Series {
        let months = self.start.to(edition).zip(figures.iter().zip(first));
        let values = months
            .map(|(month, (figure, first))| self.observation(edition, township, month, *figure, *first))
            .collect();
        Series { from: self.start, values }
    }

    fn observation(
        &self,
        edition: Month,
        township: Option<&str>,
        month: Month,
        figure: f64,
        first: f64,
    ) -> Observation {
        if let Some(gap) = self.gap(edition, township, month) {
            return Observation::missing(gap.missing.reason, gap.missing.note.clone());
        }
        let provisional = edition.since(month) < self.run.provisional;
        let early = if provisional { Status::Provisional } else { Status::Final };
        let (value, status) = match self.revision(month) {
            Some(revision) if edition < revision.from => (first, early),
            Some(revision) if figure != first => {
                (figure, Status::Revised { was: first, reason: revision.reason.clone() })
            }
            _ => (figure, early),
        };
        Observation { status, ..Observation::number(value) }
    }

    fn gap(&self, edition: Month, township: Option<&str>, month: Month) -> Option<&Gap> {
        self.run.gaps.iter().find(|gap| {
            let concerns = gap.township.is_none() || gap.township.as_deref() == township;
            concerns && gap.month == month && gap.until.is_none_or(|until| edition < until)
        })
    }

    fn revision(&self, month: Month) -> Option<&Revision> {
        self.run.revisions.iter().find(|revision| revision.month == month)
    }
}
