//! ECharts as JavaScript knows it.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/src/browser/load.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = load)]
    async fn load_named(name: &str) -> Result<JsValue, JsValue>;
}

/// Fetches the module.
pub async fn load() -> Result<Module, JsValue> {
    Ok(load_named("echarts").await?.unchecked_into())
}

#[wasm_bindgen]
extern "C" {
    /// The module.
    #[derive(Clone)]
    pub type Module;

    /// Makes a chart in an element.
    #[wasm_bindgen(method, catch)]
    pub fn init(
        this: &Module,
        element: &HtmlElement,
        theme: &JsValue,
        options: &JsValue,
    ) -> Result<Instance, JsValue>;

    /// Makes a chart that is in no element, for its text alone.
    #[wasm_bindgen(method, catch, js_name = init)]
    pub fn init_unseen(
        this: &Module,
        element: &JsValue,
        theme: &JsValue,
        options: &JsValue,
    ) -> Result<Instance, JsValue>;

    /// Makes a map known by a name.
    #[wasm_bindgen(method, catch, js_name = registerMap)]
    pub fn register_map(this: &Module, name: &str, geo_json: &JsValue) -> Result<(), JsValue>;

    /// A chart.
    #[derive(Clone)]
    pub type Instance;

    /// Draws an option; `how` says what is kept of the one before.
    #[wasm_bindgen(method, catch, js_name = setOption)]
    pub fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;

    /// All that it was told, put together; undefined before the first option.
    #[wasm_bindgen(method, js_name = getOption)]
    pub fn option(this: &Instance) -> JsValue;

    /// Its picture as the text of an SVG file; only of a chart that is in no element.
    #[wasm_bindgen(method, catch, js_name = renderToSVGString)]
    pub fn to_svg(this: &Instance) -> Result<String, JsValue>;

    /// Fits the chart to its element.
    #[wasm_bindgen(method)]
    pub fn resize(this: &Instance);

    /// Does something as the reader would, such as zooming.
    #[wasm_bindgen(method, catch, js_name = dispatchAction)]
    pub fn dispatch_action(this: &Instance, action: &JsValue) -> Result<(), JsValue>;

    /// Calls back when something happens.
    #[wasm_bindgen(method)]
    pub fn on(this: &Instance, event: &str, callback: &js_sys::Function);

    /// Its width in pixels.
    #[wasm_bindgen(method, js_name = getWidth)]
    pub fn width(this: &Instance) -> f64;

    /// Its height in pixels.
    #[wasm_bindgen(method, js_name = getHeight)]
    pub fn height(this: &Instance) -> f64;

    /// The coordinates at a pixel, in the component that `finder` names.
    #[wasm_bindgen(method, js_name = convertFromPixel)]
    pub fn at_pixel(this: &Instance, finder: &str, pixel: &js_sys::Array) -> Option<js_sys::Array>;

    /// Lets the chart go.
    #[wasm_bindgen(method)]
    pub fn dispose(this: &Instance);

    /// What happened to which item.
    pub type ItemEvent;

    /// The item's name.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &ItemEvent) -> Option<String>;

    /// The drawing library's own event.
    #[wasm_bindgen(method, getter)]
    pub fn event(this: &ItemEvent) -> Option<DrawnEvent>;

    /// What the drawing library says of it.
    pub type DrawnEvent;

    /// The browser's own event.
    #[wasm_bindgen(method, getter, js_name = event)]
    pub fn native(this: &DrawnEvent) -> Option<web_sys::MouseEvent>;
}
