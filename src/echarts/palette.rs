//! The theme's colours, read from the page's styles for the charts.

use leptos::prelude::*;

use crate::option::Palette;

/// The usual size of letters, in pixels.
const USUAL: f64 = 16.0;

/// The colours in force.
#[derive(Clone, Copy)]
pub struct Colours(pub RwSignal<Palette>);

/// Follows what the styles depend on, which `looks` reads: a chart is drawn anew when the reader, or their system, changes
/// it.
pub fn provide_colours(looks: impl Fn() + 'static) {
    let colours = RwSignal::new(Palette { scale: 1.0, ..Palette::default() });
    provide_context(Colours(colours));
    Effect::new(move |_| {
        looks();
        // One frame later the styles are those of the new theme.
        request_animation_frame(move || {
            let _ = colours.try_set(read());
        });
    });
    if let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") {
        let changed = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || {
            let _ = colours.try_set(read());
        });
        query.set_onchange(Some(wasm_bindgen::JsCast::unchecked_ref(changed.as_ref())));
        // The root component lives as long as the page.
        changed.forget();
    }
}

/// The colours in force.
pub fn use_colours() -> RwSignal<Palette> {
    expect_context::<Colours>().0
}

fn read() -> Palette {
    let style =
        document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let value = |name: &str| {
        let value = style.as_ref().and_then(|style| style.get_property_value(name).ok());
        value.map(|value| value.trim().to_owned()).unwrap_or_default()
    };
    let numbered = |stem: &str, number: usize| value(&format!("{stem}-{number}"));
    Palette {
        paper: value("--paper"),
        surface: value("--surface"),
        ink: value("--ink"),
        ink2: value("--ink2"),
        ink3: value("--ink3"),
        line: value("--line"),
        rule: value("--rule"),
        celadon: value("--celadon"),
        celadon2: value("--celadon2"),
        halo: value("--halo"),
        orange: value("--orange"),
        umber: value("--div-2"),
        green: value("--green"),
        yellow: value("--yellow"),
        yellow_edge: value("--yellow-edge"),
        red: value("--red"),
        grey: value("--grey"),
        nodata_ground: value("--nodata-ground"),
        nodata_hatch: value("--nodata-hatch"),
        map_neighbour: value("--map-neighbour"),
        map_land: value("--map-land"),
        map_gap: value("--map-gap"),
        sequential: std::array::from_fn(|index| numbered("--seq", index + 1)),
        diverging: std::array::from_fn(|index| numbered("--div", index + 1)),
        on_sequential: std::array::from_fn(|index| numbered("--seq-label", index + 1)),
        domains: std::array::from_fn(|index| numbered("--domain", index + 1)),
        font: value("--font-sans"),
        serif: value("--font-serif"),
        scale: value("font-size").trim_end_matches("px").parse().map_or(1.0, |size: f64| size / USUAL),
    }
}
