//! What every view model is made from: an edition, the rule in force and the reader's language.

use crate::domain::standing::{self, Standing};
use crate::domain::{Edition, EditionKind, Indicator, Lang, Light, Month, RulePack};

/// An edition seen by a rule, in a language.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The edition shown.
    pub edition: &'a Edition,
    /// The edition against which it is compared, where the reader chose one.
    pub compared: Option<&'a Edition>,
    /// The rule pack in force.
    pub rule: &'a RulePack,
    /// The reader's language.
    pub lang: Lang,
}

impl<'a> Scope<'a> {
    /// The standing of an indicator in the edition's month.
    pub fn standing(&self, indicator: &Indicator) -> Standing {
        standing::of_indicator(indicator, self.edition, self.rule)
    }

    /// The light of an indicator at the end of an earlier month.
    pub fn light_at(&self, indicator: &Indicator, month: Month) -> Light {
        standing::of_indicator_until(indicator, self.edition, month, self.rule).light
    }

    /// The name of a department, or of none.
    pub fn department(&self, id: Option<&str>) -> Option<&'a str> {
        Some(self.edition.department(id?)?.name.get(self.lang))
    }

    /// Whether the edition is made for demonstration.
    pub fn is_demo(&self) -> bool {
        self.edition.kind == EditionKind::Demo
    }
}
