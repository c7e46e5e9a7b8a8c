//! Small marks: lights, the demo mark, inferred leads.

use super::super::leaf::{Element, classed, element};
use super::super::light_shape::light_element;
use super::super::scope::Scope;
use super::super::words;
use crate::domain::{Lang, Light};

/// Behind the name of a lead that was inferred.
pub const INFERRED: &str = "*";

/// The mark of generated data.
pub fn demo(lang: Lang) -> Element {
    classed("span", "demo-mark").set("data-demo", "").text(lang.pick("演示数据", "Demo data"))
}

/// The shape of a light; silent, for its word stands beside it, unless it is named.
pub fn light(light: Light, name: Option<&str>) -> Element {
    let mark = light_element(light);
    match name {
        Some(name) => mark.set("role", "img").set("aria-label", name),
        None => mark.set("aria-hidden", "true"),
    }
}

/// A light with the name of its colour and its word in the rule pack.
pub fn labelled(scope: &Scope<'_>, of: Light) -> Element {
    classed("span", &format!("light-label is-{}", of.code()))
        .with(light(of, None))
        .with(element("b").text(words::colour_name(of, scope.lang)))
        .with(element("span").text(scope.rule.label(of, scope.lang)))
}

/// The name of a department, with the mark of a lead that was inferred.
pub fn lead(name: &str, inferred: bool) -> String {
    if inferred { format!("{name}{INFERRED}") } else { name.to_owned() }
}
