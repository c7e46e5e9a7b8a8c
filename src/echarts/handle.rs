//! A chart and what keeps it alive.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::bindings::{self, Instance, ItemEvent, Module};

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
    instance: Instance,
    // JavaScript calls it for as long as the chart lives.
    _on_click: Option<Closure<dyn FnMut(ItemEvent)>>,
}

impl Handle {
    /// Makes a chart in `element`; `on_select` hears the name of an item that is clicked.
    ///
    /// # Errors
    /// When ECharts cannot be fetched or refuses the element.
    pub async fn new(
        element: &HtmlElement,
        on_select: Option<Box<dyn FnMut(String)>>,
    ) -> Result<Self, ChartError> {
        let module: Module = bindings::load().await?.unchecked_into();
        let instance = module.init(element, &JsValue::NULL, &JsValue::UNDEFINED)?;
        let on_click = on_select.map(|mut select| {
            let closure = Closure::new(move |event: ItemEvent| {
                if let Some(name) = event.name() {
                    select(name);
                }
            });
            instance.on("click", closure.as_ref().unchecked_ref());
            closure
        });
        Ok(Self { instance, _on_click: on_click })
    }

    /// Draws an option, given as JSON text.
    ///
    /// # Errors
    /// When the text is no option.
    pub fn set_option(&self, option: &str) -> Result<(), ChartError> {
        Ok(self.instance.set_option(&js_sys::JSON::parse(option)?, true)?)
    }

    /// Fits the chart to its element.
    pub fn resize(&self) {
        self.instance.resize();
    }

    /// Does something as the reader would, given as JSON text, such as `{"type":"geoRoam","zoom":1.5}`.
    ///
    /// # Errors
    /// When the text is no action.
    pub fn dispatch(&self, action: &str) -> Result<(), ChartError> {
        Ok(self.instance.dispatch_action(&js_sys::JSON::parse(action)?)?)
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.instance.dispose();
    }
}

/// Makes boundaries known to ECharts by a name, given as GeoJSON text.
///
/// # Errors
/// When ECharts cannot be fetched or the text is no GeoJSON.
pub async fn register_map(name: &str, geo_json: &str) -> Result<(), ChartError> {
    let module: Module = bindings::load().await?.unchecked_into();
    Ok(module.register_map(name, &js_sys::JSON::parse(geo_json)?)?)
}
