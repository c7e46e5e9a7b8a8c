//! What size the pages of a wall are composed for, and how that comes to the screen.
//!
//! A page is composed in units in which its letters always have the same size; how many units a wall has, its shape
//! decides. A unit is then scaled to as many pixels as the screen has for it.

use crate::route::{Scale, Wall};

/// A width and a height.
pub type Size = [f64; 2];

/// How the parts of a page stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Higher than wide: one below the other.
    Portrait,
    /// About 16:9: three columns at most.
    Landscape,
    /// Like two monitors side by side, or a cinema's screen: four columns.
    Wide,
    /// A video wall three times as wide as high, or more: six columns.
    Panorama,
}

impl Layout {
    /// The layout for a shape, by its width over its height.
    pub fn of(aspect: f64) -> Self {
        match aspect {
            _ if aspect < 1.0 => Layout::Portrait,
            _ if aspect < 2.05 => Layout::Landscape,
            _ if aspect < 2.9 => Layout::Wide,
            _ => Layout::Panorama,
        }
    }

    /// Its name in the DOM.
    pub fn code(self) -> &'static str {
        match self {
            Layout::Portrait => "portrait",
            Layout::Landscape => "landscape",
            Layout::Wide => "wide",
            Layout::Panorama => "panorama",
        }
    }

    /// How many columns of records a page has.
    pub fn columns(self) -> usize {
        match self {
            Layout::Portrait => 1,
            Layout::Landscape => 2,
            Layout::Wide => 3,
            Layout::Panorama => 4,
        }
    }
}

/// The narrowest landscape that still has room for three columns, in units.
const NARROWEST: f64 = 1600.0;

/// A surface to compose a page for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// Its width and height in units: a line of body text is 30 high.
    pub size: Size,
    /// How its parts stand to each other.
    pub layout: Layout,
    /// Pixels of the screen per unit, across and down. They differ only where the picture is stretched.
    pub scale: Size,
    /// Whether it is larger than the screen, so that it has to be scrolled.
    pub overflows: bool,
}

impl Canvas {
    /// The canvas of a wall on a screen of so many pixels.
    ///
    /// Where the screen has another shape than the design, and is not stretched, the canvas grows to the screen's: more
    /// columns and not larger emptiness.
    pub fn of(screen: Size, wall: &Wall) -> Self {
        let screen = screen.map(|side| side.max(1.0));
        let design = wall.design.map(|design| design.map(f64::from));
        let units = units(design.unwrap_or(screen));
        let ratio = [screen[0] / units[0], screen[1] / units[1]];
        let own = design.map_or(ratio[0].min(ratio[1]), |[width, _]| width / units[0]);
        let scale = match wall.scale {
            Scale::Fit => [ratio[0].min(ratio[1]); 2],
            Scale::Width => [ratio[0]; 2],
            Scale::Height => [ratio[1]; 2],
            Scale::Stretch => ratio,
            Scale::Scroll => [own; 2],
        };
        // A thousandth of a pixel too much is none.
        let grown = |at: usize| (screen[at] / scale[at]).max(units[at]);
        let size = [grown(0), grown(1)];
        let drawn = [size[0] * scale[0], size[1] * scale[1]];
        Self {
            size,
            layout: Layout::of(size[0] / size[1]),
            scale,
            overflows: (0..2).any(|at| drawn[at] > screen[at] + 0.5),
        }
    }
}

/// The units of a surface of this shape.
fn units([width, height]: Size) -> Size {
    let aspect = width / height;
    match Layout::of(aspect) {
        Layout::Portrait => [1080.0, 1080.0 / aspect],
        Layout::Landscape if aspect * 1080.0 < NARROWEST => [NARROWEST, NARROWEST / aspect],
        Layout::Landscape | Layout::Wide => [1080.0 * aspect, 1080.0],
        Layout::Panorama => [896.0 * aspect, 896.0],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canvas(screen: Size, query: &str) -> Canvas {
        Canvas::of(screen, &crate::route::ViewState::from_query(query).wall)
    }

    fn near(one: Size, other: Size) -> bool {
        (0..2).all(|at| (one[at] - other[at]).abs() < 0.01)
    }

    #[test]
    fn every_wall_is_filled() {
        let cases = [
            ([1366.0, 768.0], [1920.94, 1080.0], Layout::Landscape),
            ([1920.0, 1080.0], [1920.0, 1080.0], Layout::Landscape),
            ([3840.0, 2160.0], [1920.0, 1080.0], Layout::Landscape),
            ([1280.0, 1024.0], [1600.0, 1280.0], Layout::Landscape),
            ([2560.0, 1080.0], [2560.0, 1080.0], Layout::Wide),
            ([6656.0, 1792.0], [3328.0, 896.0], Layout::Panorama),
            ([1080.0, 1920.0], [1080.0, 1920.0], Layout::Portrait),
        ];
        for (screen, size, layout) in cases {
            let canvas = canvas(screen, "");
            assert!(near(canvas.size, size), "{screen:?}: {canvas:?}");
            assert_eq!(canvas.layout, layout);
            assert!(!canvas.overflows);
            assert_eq!(canvas.scale[0], canvas.scale[1]);
        }
    }

    #[test]
    fn a_screen_wider_than_the_design_gets_more_room_and_not_larger_letters() {
        let fit = canvas([2560.0, 1080.0], "?design=1920x1080");
        assert!(near(fit.size, [2560.0, 1080.0]) && near(fit.scale, [1.0, 1.0]), "{fit:?}");
        assert_eq!(fit.layout, Layout::Wide);
    }

    #[test]
    fn each_way_of_scaling_does_what_it_says() {
        let screen = [1280.0, 1024.0];
        let of = |scale: &str| canvas(screen, &format!("?design=1920x1080&scale={scale}"));
        let stretched = of("stretch");
        assert!(
            near(stretched.size, [1920.0, 1080.0])
                && near(stretched.scale, [1280.0 / 1920.0, 1024.0 / 1080.0])
        );
        let wide = of("width");
        assert!(near(wide.scale, [2.0 / 3.0; 2]) && near(wide.size, [1920.0, 1536.0]) && !wide.overflows);
        let high = of("height");
        assert!(near(high.size, [1920.0, 1080.0]) && high.overflows, "{high:?}");
        let own = of("scroll");
        assert!(near(own.scale, [1.0, 1.0]) && near(own.size, [1920.0, 1080.0]) && own.overflows);
        let small = canvas([3840.0, 2160.0], "?design=1920x1080&scale=scroll");
        assert!(near(small.size, [3840.0, 2160.0]) && !small.overflows);
    }

    #[test]
    fn a_design_of_more_pixels_is_the_same_page_larger() {
        let twice = canvas([3840.0, 2160.0], "?design=3840x2160&scale=scroll");
        assert!(near(twice.size, [1920.0, 1080.0]) && near(twice.scale, [2.0, 2.0]), "{twice:?}");
    }

    #[test]
    fn a_screen_without_room_is_no_trouble() {
        let none = canvas([0.0, 0.0], "?scale=stretch");
        assert!(none.size.iter().chain(&none.scale).all(|side| side.is_finite() && *side > 0.0), "{none:?}");
    }
}
