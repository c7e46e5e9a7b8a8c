//! One goal as a card.

use super::scope::Scope;
use super::spark::{Spark, spark};
use super::versus::{Versus, versus};
use super::words;
use crate::domain::standing::Standing;
use crate::domain::{Indicator, Lang, Light, Status, format};

/// Where a shown figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Generated for demonstration.
    Demo,
    /// Published, with a named source.
    Sourced,
    /// Only the plan's own facts are shown.
    Plan,
}

/// The large figure of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardFigure {
    /// A figure and its unit.
    Number {
        /// As written.
        figure: String,
        /// The unit behind it.
        unit: String,
    },
    /// The state of a milestone.
    State(String),
    /// No figure.
    None,
}

/// A goal, ready to be drawn as a card or a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The indicator's id.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// The id of its domain.
    pub domain: String,
    /// The latest figure.
    pub figure: CardFigure,
    /// `p` or `r` with its meaning, where the figure is not final.
    pub mark: Option<(&'static str, String)>,
    /// Its light.
    pub light: Light,
    /// The light's word.
    pub word: String,
    /// How it stands, in a phrase.
    pub note: String,
    /// The target.
    pub target: String,
    /// Where the figure comes from.
    pub provenance: Provenance,
    /// The small picture.
    pub spark: Spark,
    /// The picture in a sentence, for those who do not see it.
    pub summary: String,
    /// By how much of the way it is behind, for sorting; larger is further behind.
    pub behind: f64,
    /// Against the edition that the reader compares with.
    pub versus: Option<Versus>,
    /// The leading department.
    pub lead: Option<String>,
}

/// The card of an indicator that stands so.
pub fn card(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Card {
    let (lang, edition) = (scope.lang, scope.edition);
    let name = indicator.short().get(lang).to_owned();
    let word = scope.rule.label(standing.light, lang).to_owned();
    let note = words::standing(scope, indicator, standing);
    let target = target(indicator, lang);
    let figure = figure(scope, indicator);
    let shown = match &figure {
        CardFigure::Number { figure, unit } => format!("{figure} {unit}"),
        CardFigure::State(state) => state.clone(),
        CardFigure::None => format::NONE.to_owned(),
    };
    let month = format::month(edition.month, lang);
    let summary = lang.pick(
        format!("{name}，{month}：{shown}；{word}，{note}；目标{target}。"),
        format!("{name}, {month}: {shown}; {word}, {note}; target {target}."),
    );
    Card {
        id: indicator.id.clone(),
        domain: indicator.domain.clone(),
        mark: mark(scope, indicator),
        light: standing.light,
        provenance: provenance(scope, indicator),
        spark: spark(scope, indicator, standing),
        behind: behind(indicator, standing),
        versus: versus(scope, indicator, standing),
        lead: scope.department(indicator.lead.as_deref()).map(str::to_owned),
        name,
        figure,
        word,
        note,
        target,
        summary,
    }
}

/// The target in words; that of a milestone is that it is done.
pub fn target(indicator: &Indicator, lang: Lang) -> String {
    if indicator.goal.kind.is_measured() {
        format::target(&indicator.goal, &indicator.unit, lang)
    } else {
        lang.pick("完成", "done").to_owned()
    }
}

/// The latest figure of an indicator, as shown large.
pub fn figure(scope: &Scope<'_>, indicator: &Indicator) -> CardFigure {
    let lang = scope.lang;
    let Some(value) = indicator.series.number(scope.edition.month) else {
        let started = !indicator.goal.kind.is_measured() && !indicator.events.is_empty();
        return if started {
            CardFigure::State(lang.pick("推进中", "Under way").to_owned())
        } else {
            CardFigure::None
        };
    };
    if indicator.goal.kind.is_measured() {
        CardFigure::Number {
            figure: format::figure(value, &indicator.unit, lang),
            unit: indicator.unit.label(lang).to_owned(),
        }
    } else {
        let state = if indicator.goal.is_met(value) {
            lang.pick("已完成", "Done")
        } else {
            lang.pick("推进中", "Under way")
        };
        CardFigure::State(state.to_owned())
    }
}

fn mark(scope: &Scope<'_>, indicator: &Indicator) -> Option<(&'static str, String)> {
    let observation = indicator.series.at(scope.edition.month)?;
    observation.figure.as_ref().ok()?;
    match &observation.status {
        Status::Final => None,
        Status::Provisional => Some(("p", scope.lang.pick("初步", "provisional").to_owned())),
        Status::Revised { was, reason } => {
            let was = format::figure(*was, &indicator.unit, scope.lang);
            let reason = reason.get(scope.lang);
            Some(("r", scope.lang.pick(format!("原{was}，{reason}"), format!("was {was}: {reason}"))))
        }
    }
}

/// Where what is shown of an indicator comes from.
pub fn provenance(scope: &Scope<'_>, indicator: &Indicator) -> Provenance {
    let has_figures = indicator.series.iter().any(|(_, observation)| observation.figure.is_ok());
    let unsourced = indicator.series.iter().any(|(_, one)| one.figure.is_ok() && one.source.is_none())
        || indicator.events.iter().any(|event| event.source.is_none())
        || !indicator.schedule.is_empty()
        || indicator.baseline.is_some();
    if scope.is_demo() && (unsourced || indicator.events.is_empty()) {
        Provenance::Demo
    } else if has_figures || !indicator.events.is_empty() {
        Provenance::Sourced
    } else {
        Provenance::Plan
    }
}

/// How far behind what was due, as a share of the target; positive is behind.
pub(super) fn behind(indicator: &Indicator, standing: &Standing) -> f64 {
    let difference = standing.decided_by().and_then(|assessment| assessment.difference());
    let size = indicator.goal.target.abs().max(f64::MIN_POSITIVE);
    difference.map_or(f64::NEG_INFINITY, |difference| -difference * indicator.goal.direction.sign() / size)
}
