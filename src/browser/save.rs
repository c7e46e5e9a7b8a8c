//! Files that the reader takes away: made in the page, saved by the browser.

use std::time::Duration;

use gloo_timers::future::sleep;
use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::document;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement,
    Url,
};

/// How long a browser may take to fetch what it saves.
const FETCHED: Duration = Duration::from_secs(60);

/// Why a file could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser made no file")]
pub struct SaveError;

impl From<JsValue> for SaveError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Saves `content`, of the media type `kind`, under a name.
///
/// # Errors
/// When the browser refuses it.
pub fn save(name: &str, kind: &str, content: &[u8]) -> Result<(), SaveError> {
    save_blob(name, &blob(kind, content)?)
}

/// Saves an SVG text, `width` by `height` pixels, as a PNG picture `times` as large.
///
/// # Errors
/// When the browser cannot draw it.
pub async fn save_png(name: &str, svg: &str, [width, height]: [u32; 2], times: u32) -> Result<(), SaveError> {
    let address = Url::create_object_url_with_blob(&blob("image/svg+xml", svg.as_bytes())?)?;
    let drawn = async {
        let image = HtmlImageElement::new()?;
        image.set_src(&address);
        JsFuture::from(image.decode()).await?;
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
        let [width, height] = [width * times, height * times];
        canvas.set_width(width);
        canvas.set_height(height);
        let context = canvas.get_context("2d")?.ok_or(SaveError)?;
        let context: CanvasRenderingContext2d = context.unchecked_into();
        context.draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        )?;
        let made = Promise::new(&mut |done, _| {
            // What cannot be written calls back with nothing.
            let _ = canvas.to_blob(&done);
        });
        JsFuture::from(made).await?.dyn_into::<Blob>().map_err(SaveError::from)
    };
    let drawn = drawn.await;
    let _ = Url::revoke_object_url(&address);
    save_blob(name, &drawn?)
}

fn blob(kind: &str, content: &[u8]) -> Result<Blob, SaveError> {
    let parts = Array::of1(&Uint8Array::from(content));
    let about = BlobPropertyBag::new();
    about.set_type(kind);
    Ok(Blob::new_with_u8_array_sequence_and_options(&parts, &about)?)
}

fn save_blob(name: &str, blob: &Blob) -> Result<(), SaveError> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    spawn_local(async move {
        sleep(FETCHED).await;
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}
