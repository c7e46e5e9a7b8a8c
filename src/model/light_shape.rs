//! The shapes of lights: never colour alone.

use super::leaf::{Element, classed};
use crate::domain::Light;

/// The paths of a light's shape in a square of 16 by 16, each with its class.
pub fn light_shape(light: Light) -> &'static [(&'static str, &'static str)] {
    match light {
        Light::Green => {
            &[("fill-green", "M1 8a7 7 0 1 1 14 0a7 7 0 1 1-14 0"), ("cut", "M4.6 8.2 7 10.6l4.4-5")]
        }
        Light::Yellow => &[("fill-yellow", "M8 1.8 15 14.4H1z")],
        Light::Red => &[("fill-red", "M1 1h14v14H1z"), ("cut", "m5 5 6 6m0-6-6 6")],
        Light::NotDue => &[("ring", "M2.4 8a5.6 5.6 0 1 1 11.2 0a5.6 5.6 0 1 1-11.2 0")],
        Light::NoData => &[("dashes", "M1 8h5.4M9.6 8H15")],
    }
}

/// The shape of a light as a plain element.
pub fn light_element(light: Light) -> Element {
    let shape = light_shape(light).iter().map(|(class, path)| classed("path", class).set("d", *path));
    classed("svg", "light").set("viewBox", "0 0 16 16").all(shape)
}
