//! Units of measure and how figures in them are scaled in each language.

use serde::{Deserialize, Serialize};

use super::names::Lang;

/// What a unit measures, which decides how differences are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// Things counted: bases, platforms, enterprises.
    #[default]
    Count,
    /// An amount of money or another measured size.
    Amount,
    /// A percentage; its differences are percentage points.
    Percent,
}

/// A unit of measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Unit {
    /// Written after a figure in Chinese, without a space: `亿元`.
    pub zh: String,
    /// Written in English; a leading currency code stands before the figure: `CNY bn`.
    pub en: String,
    /// What is measured.
    #[serde(default)]
    pub kind: UnitKind,
    /// Digits after the point in Chinese.
    #[serde(default)]
    pub decimals: u8,
    /// A figure in the data times this is the figure written in English (亿元 → CNY bn: 0.1).
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub en_factor: f64,
    /// Digits after the point in English; as in Chinese when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en_decimals: Option<u8>,
}

fn one() -> f64 {
    1.0
}

fn is_one(factor: &f64) -> bool {
    *factor == 1.0
}

impl Unit {
    /// The figure as written in `lang`.
    pub fn scale(&self, value: f64, lang: Lang) -> f64 {
        value * lang.pick(1.0, self.en_factor)
    }

    /// Digits after the point in `lang`.
    pub fn decimals(&self, lang: Lang) -> u8 {
        lang.pick(self.decimals, self.en_decimals.unwrap_or(self.decimals))
    }

    /// The unit's text in `lang`.
    pub fn label(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}
