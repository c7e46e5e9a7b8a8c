//! Fetching files of the same origin.

use std::cell::Cell;

use gloo_net::http::{Request, Response};
use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use super::clock;

/// Why a file could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The network failed, or the request was given up.
    #[error("network: {0}")]
    Network(String),
    /// The server answered with an error.
    #[error("HTTP {0}")]
    Status(u16),
}

/// Whether the browser's cache may answer by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// The server is asked whether the file changed.
    Revalidate,
    /// The file never changes under its name.
    Immutable,
    /// The file that the cache has is bad.
    Anew,
}

/// What was fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct Fetched {
    /// The file.
    pub bytes: Vec<u8>,
    /// When the server sent it, in milliseconds since 1970, where it could not be reached and the copy came from this
    /// machine's disk; `None` where the server answered.
    pub stored: Option<f64>,
}

/// The header by which `public/sw.js` says when it stored what it answers with.
const STORED: &str = "x-biaogan-cached";

/// Milliseconds after which a file that has not come whole is given up, so that a server that drips cannot hold a page
/// for ever.
const PATIENCE: u32 = 60_000;

/// Fetches a file. Dropping the future gives the request up, and so does time.
///
/// # Errors
/// When the network fails or the server does not answer with success.
pub async fn file(url: &str, freshness: Freshness) -> Result<Fetched, FetchError> {
    let abort = Abort::new();
    let cache = match freshness {
        Freshness::Revalidate => RequestCache::NoCache,
        Freshness::Immutable => RequestCache::Default,
        Freshness::Anew => RequestCache::Reload,
    };
    let network = |error: gloo_net::Error| FetchError::Network(error.to_string());
    let response = match early(url).await {
        Some(response) => response,
        None => {
            let request = Request::get(url).cache(cache).abort_signal(abort.signal().as_ref());
            request.send().await.map_err(network)?
        }
    };
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let stored = response.headers().get(STORED).map(|date| clock::moment(&date));
    let bytes = bytes(&response.into()).await.map_err(|error| FetchError::Network(format!("{error:?}")))?;
    Ok(Fetched { bytes, stored })
}

/// A file larger than this has no room kept for the next.
const LARGEST: usize = 2_000_000;

thread_local! {
    /// The room of a file that has been read. A wall reads one after the other for weeks: were each given room of its own,
    /// what is allocated meanwhile would leave the memory in pieces, and it would grow.
    static ROOM: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Takes the room of a file that has been read, for the next.
pub fn give_back(bytes: Vec<u8>) {
    let room = ROOM.take();
    let larger = bytes.capacity() > room.capacity() && bytes.capacity() <= LARGEST;
    ROOM.set(if larger { bytes } else { room });
}

/// Room for a file of so many bytes; a small one leaves what is kept to a large one.
fn room(length: usize) -> Vec<u8> {
    let room = ROOM.take();
    if (room.capacity() / 2..=room.capacity()).contains(&length) {
        return room;
    }
    ROOM.set(room);
    // The next may be somewhat longer.
    Vec::with_capacity(length + length / 8)
}

async fn bytes(response: &web_sys::Response) -> Result<Vec<u8>, JsValue> {
    let body = Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?);
    let length = body.length() as usize;
    let mut bytes = room(length);
    bytes.resize(length, 0);
    body.copy_to(&mut bytes);
    Ok(bytes)
}

/// The answer that `boot.js` asked for before the program ran, once; `None` also where that failed.
async fn early(url: &str) -> Option<Response> {
    let answers = js_sys::Reflect::get(&js_sys::global(), &"biaoganEarly".into()).ok()?;
    let answers = answers.dyn_into::<js_sys::Map>().ok()?;
    let answer = answers.get(&url.into()).dyn_into::<js_sys::Promise>().ok()?;
    answers.delete(&url.into());
    let response = JsFuture::from(answer).await.ok()?;
    Some(response.dyn_into::<web_sys::Response>().ok()?.into())
}

/// Gives a request up when dropped, or when it takes too long.
struct Abort(Option<web_sys::AbortController>, Option<Timeout>);

impl Abort {
    fn new() -> Self {
        let controller = web_sys::AbortController::new().ok();
        let late = controller.clone().map(|controller| Timeout::new(PATIENCE, move || controller.abort()));
        Self(controller, late)
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.0.as_ref().map(web_sys::AbortController::signal)
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.1.take();
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}
