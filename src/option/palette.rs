//! The colours of the page's theme, as the charts need them.

use crate::domain::Light;

/// Colours as CSS writes them, and the letters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// The page's ground.
    pub paper: String,
    /// The ground of what lies on the page.
    pub surface: String,
    /// What was measured; text.
    pub ink: String,
    /// Lesser text.
    pub ink2: String,
    /// Least text.
    pub ink3: String,
    /// Hairlines.
    pub line: String,
    /// Axes.
    pub rule: String,
    /// Pace and target.
    pub celadon: String,
    /// Pale celadon.
    pub celadon2: String,
    /// Around marks.
    pub halo: String,
    /// The demo mark.
    pub orange: String,
    /// Behind pace.
    pub umber: String,
    /// The green light.
    pub green: String,
    /// The yellow light.
    pub yellow: String,
    /// The yellow light's edge.
    pub yellow_edge: String,
    /// The red light.
    pub red: String,
    /// The grey light.
    pub grey: String,
    /// The ground of what has no data.
    pub nodata_ground: String,
    /// The hatch on it.
    pub nodata_hatch: String,
    /// Land around the district.
    pub map_neighbour: String,
    /// Land without a figure.
    pub map_land: String,
    /// Between townships.
    pub map_gap: String,
    /// Classes of a map, pale to dark.
    pub sequential: [String; 5],
    /// Classes of a map on both sides of a middle, umber to blue.
    pub diverging: [String; 7],
    /// Text on each class.
    pub on_sequential: [String; 5],
    /// Domains by their number.
    pub domains: [String; 4],
    /// The font family.
    pub font: String,
    /// The font family of titles.
    pub serif: String,
    /// How large the reader's letters are: 1 is the usual size.
    pub scale: f64,
}

impl Palette {
    /// A length in pixels that grows with the reader's letters.
    pub fn sized(&self, pixels: f64) -> f64 {
        pixels * self.scale
    }

    /// The ground of a picture that stands by itself: it cannot show through to a page.
    pub fn ground(&self) -> &str {
        if self.paper == "transparent" { &self.surface } else { &self.paper }
    }

    /// Whether the page is dark, as far as its ground is written `#rrggbb`.
    pub fn is_dark(&self) -> bool {
        let shade =
            |at: usize| self.ground().get(at..at + 2).and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let shades: Option<Vec<u16>> = [1, 3, 5].into_iter().map(shade).collect();
        shades.is_some_and(|shades| shades.iter().sum::<u16>() < 3 * 128)
    }

    /// The fill and the edge of a light.
    pub fn light(&self, light: Light) -> (&str, &str) {
        match light {
            Light::Green => (&self.green, &self.halo),
            Light::Yellow => (&self.yellow, &self.yellow_edge),
            Light::Red => (&self.red, &self.halo),
            Light::NotDue | Light::NoData => (&self.halo, &self.grey),
        }
    }
}
