//! The one place that speaks to MapLibre GL JS, which draws the street map beneath the large map. It is a file of its own, fetched
//! where a basemap is declared and shown. What the page takes of it is in `tools/maplibre-entry.mjs`.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::model::basemap::Camera;

/// The licences of MapLibre GL JS and of what comes with it, beside the page.
pub const NOTICE: &str = "vendor/maplibre.NOTICE.txt";

#[wasm_bindgen(module = "/src/browser/load.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn load(name: &str) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Module;

    #[wasm_bindgen(method, catch)]
    async fn header(this: &Module, url: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn show(
        this: &Module,
        element: &HtmlElement,
        style: &str,
        hear: &js_sys::Function,
    ) -> Result<Instance, JsValue>;

    type Header;

    #[wasm_bindgen(method, getter)]
    fn min(this: &Header) -> u8;

    #[wasm_bindgen(method, getter)]
    fn max(this: &Header) -> u8;

    #[wasm_bindgen(method, getter, js_name = isVector)]
    fn is_vector(this: &Header) -> bool;

    type Instance;

    #[wasm_bindgen(method, js_name = jumpTo)]
    fn jump_to(this: &Instance, camera: &JsValue);

    #[wasm_bindgen(method, js_name = setStyle)]
    fn set_style(this: &Instance, style: &JsValue);

    #[wasm_bindgen(method, js_name = getZoom)]
    fn zoom(this: &Instance) -> f64;

    #[wasm_bindgen(method, js_name = getCenter)]
    fn center(this: &Instance) -> Place;

    #[wasm_bindgen(method)]
    fn remove(this: &Instance);

    type Place;

    #[wasm_bindgen(method, getter)]
    fn lng(this: &Place) -> f64;

    #[wasm_bindgen(method, getter)]
    fn lat(this: &Place) -> f64;
}

/// What a PMTiles file says of itself: the least and greatest zoom, and whether its tiles are vectors; `None` where it cannot be read.
pub async fn header(url: &str) -> Option<(u8, u8, bool)> {
    let module: Module = load("maplibre").await.ok()?.unchecked_into();
    let header: Header = module.header(url).await.ok()?.unchecked_into();
    Some((header.min(), header.max(), header.is_vector()))
}

/// A street map in an element; it is let go when this is dropped.
pub struct Streets {
    instance: Instance,
    // JavaScript calls it for as long as the map lives.
    _hear: Closure<dyn FnMut(bool)>,
}

impl Streets {
    /// Draws a style, given as JSON text, in `element`; `hear` is told when the first tile is there, and when none is to be had.
    /// `None` where MapLibre cannot be fetched or the browser has no WebGL.
    pub async fn new(element: &HtmlElement, style: &str, hear: impl FnMut(bool) + 'static) -> Option<Self> {
        let module: Module = load("maplibre").await.ok()?.unchecked_into();
        let hear = Closure::new(hear);
        let instance = module.show(element, style, hear.as_ref().unchecked_ref()).ok()?;
        Some(Self { instance, _hear: hear })
    }

    /// Moves the map, at once.
    pub fn look(&self, camera: &Camera) {
        let [lon, lat] = camera.centre;
        let text = format!(r#"{{"center":[{lon},{lat}],"zoom":{}}}"#, camera.zoom);
        if let Ok(camera) = js_sys::JSON::parse(&text) {
            self.instance.jump_to(&camera);
        }
    }

    /// Draws another style.
    pub fn restyle(&self, style: &str) {
        if let Ok(style) = js_sys::JSON::parse(style) {
            self.instance.set_style(&style);
        }
    }

    /// Where it stands: longitude, latitude and zoom.
    pub fn stands(&self) -> [f64; 3] {
        let centre = self.instance.center();
        [centre.lng(), centre.lat(), self.instance.zoom()]
    }
}

impl Drop for Streets {
    fn drop(&mut self) {
        self.instance.remove();
    }
}
