//! Very many townships as one picture beneath the chart: moved as it is while the reader moves the map, and drawn anew, in the
//! detail that shows, when the map rests or leaves what was drawn.

use std::sync::Arc;
use std::time::Duration;

use leptos::html::Canvas;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, PointerEvent};

use super::map_canvas::land;
use crate::data::Atlas;
use crate::domain::Lang;
use crate::echarts::use_colours;
use crate::model::ground::{Ground, is_many};
use crate::model::map::MapModel;
use crate::model::picture::{tip, whole};
use crate::option::Palette;

/// How much more than is seen is drawn on each side, in widths and heights of the frame.
const MORE: f64 = 0.3;
/// After so long without a move the map rests.
const REST: Duration = Duration::from_millis(90);
/// Drawn larger or smaller than this a picture is no longer good enough to be shown until the map rests.
const STRETCH: f64 = 1.8;

/// The townships, where they are very many.
pub fn use_ground(atlas: &Atlas) -> Option<Arc<Ground>> {
    let townships = atlas.townships.as_deref().filter(|_| is_many(land(atlas)))?;
    Some(Arc::new(Ground::of(townships)))
}

/// A picture of a window (west, south, east, north).
struct Drawn {
    canvas: HtmlCanvasElement,
    window: [f64; 4],
    width: f64,
}

impl Drawn {
    fn covers(&self, [west, south, east, north]: [f64; 4]) -> bool {
        let window = self.window;
        window[0] <= west && window[1] <= south && window[2] >= east && window[3] >= north
    }

    /// By how much it is magnified when `view` fills the frame.
    fn stretch(&self, view: [f64; 4], width: f64) -> f64 {
        width / (view[2] - view[0]) * (self.window[2] - self.window[0]) / self.width
    }
}

/// The picture of the townships; the pointer's township goes to `pointed`.
#[component]
pub fn GroundCanvas(
    /// The townships.
    ground: Arc<Ground>,
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The boundaries.
    atlas: Arc<Atlas>,
    /// The size of the frame, in pixels.
    size: RwSignal<[f64; 2]>,
    /// What is seen of the map; `None` is all of it.
    seen: RwSignal<Option<[f64; 4]>>,
    /// The code of the township under the pointer.
    pointed: StoredValue<Option<String>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let colours = use_colours();
    let place = NodeRef::<Canvas>::new();
    let tones = Memo::new({
        let ground = ground.clone();
        move |_| model.with(|model| tones(model, &ground))
    });
    let view = Memo::new(move |_| seen.get().or_else(|| whole(land(&atlas), size.get())));
    let drawn = StoredValue::new_local(None::<Drawn>);
    let rested = RwSignal::new(0u32);
    let moves = StoredValue::new(0u32);
    // What is drawn has other colours, or another frame.
    Effect::new(move |before: Option<()>| {
        tones.track();
        colours.track();
        size.track();
        if before.is_some() {
            drawn.set_value(None);
            rested.update(|rested| *rested += 1);
        }
    });
    Effect::new({
        let ground = ground.clone();
        move |before: Option<u32>| {
            let (now, size) = (rested.get(), size.get());
            let (Some(canvas), Some(view)) = (place.get(), view.get()) else { return now };
            let ratio = window().device_pixel_ratio();
            let is_fit = drawn.with_value(|drawn| {
                drawn.as_ref().is_some_and(|drawn| {
                    let stretch = drawn.stretch(view, size[0]);
                    drawn.covers(view) && stretch < STRETCH && stretch > 1.0 / STRETCH
                })
            });
            let is_sharp = drawn.with_value(|drawn| {
                drawn.as_ref().is_some_and(|drawn| (drawn.stretch(view, size[0]) - 1.0).abs() < 0.001)
            });
            if !is_fit || (before != Some(now) && !is_sharp) {
                let picture = tones.with_untracked(|tones| {
                    colours.with_untracked(|palette| draw(&ground, tones, view, size, ratio, palette))
                });
                drawn.set_value(picture);
            } else if !is_sharp {
                moves.update_value(|moves| *moves += 1);
                let last = moves.get_value();
                set_timeout(
                    move || {
                        if moves.try_get_value() == Some(last) {
                            rested.update(|rested| *rested += 1);
                        }
                    },
                    REST,
                );
            }
            drawn.with_value(|drawn| {
                if let Some(drawn) = drawn {
                    show(&canvas, drawn, view, size, ratio);
                }
            });
            now
        }
    });
    let hint = RwSignal::new(None::<(String, [f64; 2])>);
    let look = {
        let ground = ground.clone();
        move |event: PointerEvent| {
            let (Some(canvas), Some(view)) = (place.get_untracked(), view.get_untracked()) else { return };
            let rect = canvas.get_bounding_client_rect();
            let at = [f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top()];
            let [west, south, east, north] = view;
            let [x, y] = [at[0] / rect.width(), at[1] / rect.height()];
            let found = ground.at([west + (east - west) * x, north - (north - south) * y]);
            let code = found.map(|index| ground.code(index).to_owned());
            hint.set(code.as_ref().filter(|_| event.buttons() == 0).and_then(|code| {
                model.with_untracked(|model| {
                    let town = model.towns.iter().find(|town| town.code == *code)?;
                    Some((tip(model, town, lang), at))
                })
            }));
            pointed.set_value(code);
        }
    };
    let (moved, pressed) = (look.clone(), look);
    // Events of the chart come up to the frame, not to what lies beneath.
    Effect::new(move |_| {
        let Some(frame) = place.get().and_then(|canvas| canvas.parent_element()) else { return };
        let frame: web_sys::HtmlElement = frame.unchecked_into();
        for (name, hear) in [
            ("pointermove", Box::new(moved.clone()) as Box<dyn Fn(PointerEvent)>),
            ("pointerdown", Box::new(pressed.clone())),
        ] {
            let heard = wasm_bindgen::closure::Closure::<dyn Fn(PointerEvent)>::new(hear);
            let _ =
                frame.add_event_listener_with_callback_and_bool(name, heard.as_ref().unchecked_ref(), true);
            let heard = StoredValue::new_local((frame.clone(), heard));
            on_cleanup(move || {
                let _ = heard.try_with_value(|(frame, heard)| {
                    frame.remove_event_listener_with_callback_and_bool(
                        name,
                        heard.as_ref().unchecked_ref(),
                        true,
                    )
                });
            });
        }
    });
    view! {
        <canvas class="map-ground" aria-hidden="true" node_ref=place></canvas>
        {move || hint.get().map(|(text, [x, y])| view! {
            <p class="map-hint" aria-hidden="true" style:left=format!("{}px", x + 14.0) style:top=format!("{}px", y + 14.0)>{text}</p>
        })}
    }
}

/// What each township is filled with: the tone of its class, and without a figure hatch where others have one.
fn tones(model: &MapModel, ground: &Ground) -> Vec<Tone> {
    let towns: std::collections::HashMap<&str, Option<usize>> =
        model.towns.iter().map(|town| (town.code.as_str(), town.tone)).collect();
    let tone = |code: &str| match towns.get(code) {
        Some(Some(tone)) => Tone::Class((*tone).clamp(1, 5)),
        Some(None) if model.layer.is_some() => Tone::Hatch,
        Some(None) => Tone::Land,
        None => Tone::Neighbour,
    };
    ground.codes().map(tone).collect()
}

/// What a township is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Class(usize),
    Hatch,
    Land,
    Neighbour,
}

const TONES: [Tone; 8] = [
    Tone::Neighbour,
    Tone::Land,
    Tone::Hatch,
    Tone::Class(1),
    Tone::Class(2),
    Tone::Class(3),
    Tone::Class(4),
    Tone::Class(5),
];

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Draws somewhat more than is seen.
fn draw(
    ground: &Ground,
    tones: &[Tone],
    [west, south, east, north]: [f64; 4],
    [width, height]: [f64; 2],
    ratio: f64,
    palette: &Palette,
) -> Option<Drawn> {
    let (across, up) = ((east - west) * MORE, (north - south) * MORE);
    let window = [west - across, south - up, east + across, north + up];
    let [width, height] = [width, height].map(|side| (side * (1.0 + 2.0 * MORE)).round());
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    canvas.set_width((width * ratio) as u32);
    canvas.set_height((height * ratio) as u32);
    let context = context(&canvas)?;
    let _ = context.scale(ratio, ratio);
    let pixel = (window[3] - window[1]) / height;
    let [x, y] = [width / (window[2] - window[0]), height / (window[3] - window[1])];
    let seen: Vec<usize> = ground.seen(window).collect();
    context.set_stroke_style_str(&palette.map_gap);
    context.set_line_join("round");
    for tone in TONES {
        context.begin_path();
        for index in seen.iter().filter(|index| tones.get(**index) == Some(&tone)) {
            for ring in ground.rings(*index, pixel) {
                let mut points =
                    ring.into_iter().map(|[lon, lat]| [(lon - window[0]) * x, (window[3] - lat) * y]);
                let Some([x, y]) = points.next() else { continue };
                context.move_to(x, y);
                points.for_each(|[x, y]| context.line_to(x, y));
                // To close a path takes the browser many times as long.
                context.line_to(x, y);
            }
        }
        context.set_fill_style_str(match tone {
            Tone::Class(tone) => &palette.sequential[tone - 1],
            Tone::Hatch => &palette.nodata_ground,
            Tone::Land => &palette.map_land,
            Tone::Neighbour => &palette.map_neighbour,
        });
        context.set_line_width(line(pixel, ground));
        context.fill_with_canvas_winding_rule(web_sys::CanvasWindingRule::Evenodd);
        context.stroke();
        if tone == Tone::Hatch {
            hatch(&context, [width, height], palette);
            context.set_stroke_style_str(&palette.map_gap);
        }
    }
    Some(Drawn { canvas, window, width })
}

/// How wide the gaps between townships are: so that the smallest do not drown in them.
fn line(pixel: f64, ground: &Ground) -> f64 {
    (ground.side() / pixel / 16.0).clamp(0.5, 2.0)
}

/// Lines at 45 degrees within the path: what has no data.
fn hatch(context: &CanvasRenderingContext2d, [width, height]: [f64; 2], palette: &Palette) {
    context.save();
    context.clip();
    context.begin_path();
    let mut x = -height;
    while x < width {
        context.move_to(x, height);
        context.line_to(x + height, 0.0);
        x += 8.5;
    }
    context.set_stroke_style_str(&palette.nodata_hatch);
    context.set_line_width(1.2);
    context.stroke();
    context.restore();
}

/// Lays what was drawn where it belongs.
fn show(canvas: &HtmlCanvasElement, drawn: &Drawn, view: [f64; 4], size: [f64; 2], ratio: f64) {
    let [width, height] = size.map(|side| (side * ratio) as u32);
    if [canvas.width(), canvas.height()] != [width, height] {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let Some(context) = context(canvas) else { return };
    let [x, y] = [f64::from(width) / (view[2] - view[0]), f64::from(height) / (view[3] - view[1])];
    let window = drawn.window;
    context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    let _ = context.draw_image_with_html_canvas_element_and_dw_and_dh(
        &drawn.canvas,
        (window[0] - view[0]) * x,
        (view[3] - window[3]) * y,
        (window[2] - window[0]) * x,
        (window[3] - window[1]) * y,
    );
}
