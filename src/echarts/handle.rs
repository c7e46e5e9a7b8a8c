//! A chart and what keeps it alive.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::bindings::{self, Instance, ItemEvent, Module};

/// What hears of the reader's doings.
#[derive(Default)]
pub struct Listeners {
    /// Hears the name of an item that is clicked, and whether it is to be added to what is chosen: Ctrl, Cmd or Shift is held.
    pub select: Option<Box<dyn FnMut(String, bool)>>,
    /// Hears the name of the item that the pointer is on, and `None` when it leaves.
    pub point: Option<Box<dyn FnMut(Option<String>)>>,
    /// Hears what part of a map is seen, once it was moved: west, south, east and north ends in degrees.
    pub view: Option<Box<dyn FnMut([f64; 4])>>,
}

/// What is kept of an option when the next one is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Nothing.
    Nothing,
    /// Where the reader moved the map.
    View,
    /// All that the next one does not say.
    Rest,
}

/// Why a chart could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("chart: {0}")]
pub struct ChartError(String);

impl From<JsValue> for ChartError {
    fn from(error: JsValue) -> Self {
        let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Self(message.unwrap_or_else(|| format!("{error:?}")))
    }
}

/// A chart in an element; it is let go when this is dropped.
pub struct Handle {
    module: Module,
    element: HtmlElement,
    instance: Rc<RefCell<Instance>>,
    ratio: Cell<f64>,
    // JavaScript calls them for as long as the chart lives.
    on_click: Option<Closure<dyn FnMut(ItemEvent)>>,
    on_roam: Option<Closure<dyn FnMut()>>,
    on_over: Option<Closure<dyn FnMut(ItemEvent)>>,
    on_out: Option<Closure<dyn FnMut()>>,
}

impl Handle {
    /// Makes a chart in `element`.
    ///
    /// # Errors
    /// When ECharts cannot be fetched or refuses the element.
    pub async fn new(element: &HtmlElement, listeners: Listeners) -> Result<Self, ChartError> {
        let module = bindings::load().await?;
        let instance = Rc::new(RefCell::new(init(&module, element)?));
        let on_click = listeners.select.map(|mut select| {
            Closure::new(move |event: ItemEvent| {
                if let Some(name) = event.name() {
                    let native = event.event().and_then(|event| event.native());
                    let adds =
                        native.is_some_and(|held| held.ctrl_key() || held.meta_key() || held.shift_key());
                    select(name, adds);
                }
            })
        });
        let point = listeners.point.map(|point| Rc::new(RefCell::new(point)));
        let on_over = point
            .clone()
            .map(|point| Closure::new(move |event: ItemEvent| (point.borrow_mut())(event.name())));
        let on_out = point.map(|point| Closure::new(move || (point.borrow_mut())(None)));
        let on_roam = listeners.view.map(|mut view| {
            let chart = instance.clone();
            Closure::new(move || view_of(&chart.borrow()).map(&mut view).unwrap_or_default())
        });
        let ratio = Cell::new(window().device_pixel_ratio());
        let element = element.clone();
        let handle = Self { module, element, instance, ratio, on_click, on_roam, on_over, on_out };
        handle.listen();
        Ok(handle)
    }

    fn listen(&self) {
        let instance = self.instance.borrow();
        if let Some(heard) = &self.on_click {
            instance.on("click", heard.as_ref().unchecked_ref());
        }
        if let Some(heard) = &self.on_roam {
            instance.on("georoam", heard.as_ref().unchecked_ref());
        }
        if let Some(heard) = &self.on_over {
            instance.on("mouseover", heard.as_ref().unchecked_ref());
        }
        if let Some(heard) = &self.on_out {
            instance.on("mouseout", heard.as_ref().unchecked_ref());
        }
    }

    /// Fits the chart to its element, and to the pixels of the screen.
    pub fn fit(&self) {
        let ratio = window().device_pixel_ratio();
        if self.ratio.replace(ratio) == ratio {
            self.instance.borrow().resize();
        } else if let Err(error) = self.renew() {
            leptos::logging::warn!("{}", ChartError::from(error));
        }
    }

    /// Makes the chart anew as it stands: a canvas keeps the pixels of the screen that it was made for.
    fn renew(&self) -> Result<(), JsValue> {
        let option = self.instance.borrow().option();
        self.instance.borrow().dispose();
        let instance = init(&self.module, &self.element)?;
        self.instance.replace(instance);
        self.listen();
        if option.is_object() {
            self.instance.borrow().set_option(&option, &JsValue::UNDEFINED)?;
        }
        Ok(())
    }

    /// Draws an option, given as JSON text.
    ///
    /// # Errors
    /// When the text is no option.
    pub fn set_option(&self, option: &str, keep: Keep) -> Result<(), ChartError> {
        let how = match keep {
            Keep::Nothing => r#"{"notMerge":true}"#,
            // Series and words are told in full each time; the rest of the map stays as the reader moved it.
            Keep::View => r#"{"replaceMerge":["series","graphic"]}"#,
            Keep::Rest => "{}",
        };
        let (option, how) = (js_sys::JSON::parse(option)?, js_sys::JSON::parse(how)?);
        Ok(self.instance.borrow().set_option(&option, &how)?)
    }

    /// Points at an item in the place of another, each given as JSON text, such as `{"geoIndex":0,"name":"a"}`; empty for none.
    ///
    /// # Errors
    /// When a text is no item.
    pub fn point(&self, before: &str, now: &str) -> Result<(), ChartError> {
        for (action, item) in [("downplay", before), ("highlight", now)] {
            if let Some(item) = item.strip_prefix('{') {
                self.dispatch(&format!(r#"{{"type":"{action}",{item}"#))?;
            }
        }
        Ok(())
    }

    /// Does something as the reader would, given as JSON text, such as `{"type":"geoRoam","zoom":1.5}`.
    ///
    /// # Errors
    /// When the text is no action.
    pub fn dispatch(&self, action: &str) -> Result<(), ChartError> {
        Ok(self.instance.borrow().dispatch_action(&js_sys::JSON::parse(action)?)?)
    }
}

/// Makes a chart as sharp as the screen is now; of its own accord it would be as sharp as when ECharts was fetched.
fn init(module: &Module, element: &HtmlElement) -> Result<Instance, JsValue> {
    let how = format!(r#"{{"devicePixelRatio":{}}}"#, window().device_pixel_ratio());
    module.init(element, &JsValue::NULL, &js_sys::JSON::parse(&how)?)
}

/// The part of a map that is seen, in degrees.
fn view_of(chart: &Instance) -> Option<[f64; 4]> {
    let corner = |x: f64, y: f64| {
        let place = chart.at_pixel("geo", &js_sys::Array::of2(&x.into(), &y.into()))?;
        Some([place.get(0).as_f64()?, place.get(1).as_f64()?])
    };
    let [west, north] = corner(0.0, 0.0)?;
    let [east, south] = corner(chart.width(), chart.height())?;
    Some([west, south, east, north])
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.instance.borrow().dispose();
    }
}

/// Makes boundaries known to ECharts by a name, given as GeoJSON text.
///
/// # Errors
/// When ECharts cannot be fetched or the text is no GeoJSON.
pub async fn register_map(name: &str, geo_json: &str) -> Result<(), ChartError> {
    let module = bindings::load().await?;
    Ok(module.register_map(name, &js_sys::JSON::parse(geo_json)?)?)
}

/// The picture that an option describes, given as JSON text, as the text of an SVG file of a size in pixels.
///
/// # Errors
/// When ECharts cannot be fetched or the text is no option.
pub async fn svg(option: &str, [width, height]: [u32; 2]) -> Result<String, ChartError> {
    let module = bindings::load().await?;
    let how = format!(r#"{{"renderer":"svg","ssr":true,"width":{width},"height":{height}}}"#);
    let how = js_sys::JSON::parse(&how)?;
    let instance = module.init_unseen(&JsValue::NULL, &JsValue::NULL, &how)?;
    let option = js_sys::JSON::parse(option)?;
    let drawn = instance.set_option(&option, &JsValue::UNDEFINED).and_then(|()| instance.to_svg());
    instance.dispose();
    Ok(drawn?)
}
