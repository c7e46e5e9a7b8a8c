//! Draws a tree of plain elements.

use leptos::prelude::document;

use crate::model::leaf::{Element, Leaf};
use crate::route::ViewState;

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Puts the tree in the place of what `place` holds. Text becomes text nodes, whatever it says.
pub fn draw(place: &web_sys::Element, tree: &Element, address: &dyn Fn(&ViewState) -> String) {
    place.set_text_content(None);
    grow(place, tree, HTML, address);
}

fn grow(
    parent: &web_sys::Element,
    tree: &Element,
    space: &'static str,
    address: &dyn Fn(&ViewState) -> String,
) {
    let space = if tree.tag == "svg" { SVG } else { space };
    let Ok(element) = document().create_element_ns(Some(space), tree.tag) else { return };
    for (name, value) in &tree.attributes {
        let _ = element.set_attribute(name, value);
    }
    if let Some(to) = &tree.to {
        let _ = element.set_attribute("href", &address(to));
    }
    for child in &tree.children {
        match child {
            Leaf::Text(text) => {
                let _ = element.append_with_str_1(text);
            }
            Leaf::Element(child) => grow(&element, child, space, address),
        }
    }
    let _ = parent.append_child(&element);
}
