//! The lights of supervision.

use serde::{Deserialize, Serialize};

/// The light of an item at a due point. Never shown as colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// The figure due was reached.
    Green,
    /// It was missed, and mended or slight, as the rule pack says.
    Yellow,
    /// It was missed.
    Red,
    /// Nothing is due yet.
    NotDue,
    /// Something was due and there is no figure.
    NoData,
}

impl Light {
    /// Every light, in the order in which they are counted and listed.
    pub const ALL: [Light; 5] = [Light::Red, Light::Yellow, Light::Green, Light::NotDue, Light::NoData];

    /// The value of `data-light` and of the address parameter `light`.
    pub fn code(self) -> &'static str {
        match self {
            Light::Green => "green",
            Light::Yellow => "yellow",
            Light::Red => "red",
            Light::NotDue | Light::NoData => "none",
        }
    }

    /// How grave it is; of several the gravest speaks for the whole. No data is graver than yellow.
    pub fn gravity(self) -> u8 {
        match self {
            Light::Red => 4,
            Light::NoData => 3,
            Light::Yellow => 2,
            Light::NotDue => 1,
            Light::Green => 0,
        }
    }

    /// The gravest of several lights, `None` of none.
    pub fn gravest(lights: impl IntoIterator<Item = Light>) -> Option<Light> {
        lights.into_iter().max_by_key(|light| light.gravity())
    }
}
