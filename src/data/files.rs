//! Fetching, checking and reading the published files.

use std::cell::Cell;
use std::sync::Arc;

use gloo_timers::future::TimeoutFuture;

use super::scene::Trouble;
use crate::browser::fetch::{self, Fetched, Freshness};
use crate::browser::{address, clock, digest};
use crate::domain::{Edition, Readings};
use crate::route::ViewState;
use crate::snapshot::boundary::read_boundaries;
use crate::snapshot::{
    Boundaries, Code, Config, Decoded, Finding, Layer, Manifest, ReadingsFile, SnapshotEntry, integrity,
    read_config, read_manifest, read_readings, read_snapshot_resting, renewal,
};

/// Where the manifest lies, relative to the page.
pub const MANIFEST: &str = "data/index.json";

/// A file of more bytes is long.
const LONG: usize = 1_000_000;

/// Milliseconds of work after which the page may draw a frame.
const FRAME: f64 = 12.0;

/// Where the deployment's settings lie: always beside the page, whatever data it shows.
const CONFIG: &str = "config.json";

/// Where the manifest lies that the address asks for.
pub fn manifest_path(state: &ViewState) -> String {
    state.data.clone().unwrap_or_else(|| MANIFEST.to_owned())
}

/// A file's text and what was read from it.
pub struct Read<T> {
    /// The text, to be kept as the last good one.
    pub text: String,
    /// What was read.
    pub decoded: Decoded<T>,
}

/// Fetches and reads the manifest at `path`, relative to the page; beside it, as [`Fetched::stored`], whether it is a copy.
pub async fn manifest(path: &str) -> Result<(Read<Arc<Manifest>>, Option<f64>), Trouble> {
    let Fetched { bytes, stored } = fetch(path, Freshness::Revalidate).await?;
    let text = text(path, bytes)?;
    let Decoded { value, findings } = read_manifest(&text).map_err(|findings| trouble(path, findings))?;
    Ok((Read { text, decoded: Decoded { value: Arc::new(value), findings } }, stored))
}

/// Fetches an edition, checks that it is the one in the manifest, and reads it.
pub async fn edition(manifest: &str, entry: &SnapshotEntry) -> Result<Read<Arc<Edition>>, Trouble> {
    let text = checked(manifest, &entry.file, entry.bytes, &entry.sha256).await?;
    let began = Cell::new(clock::now());
    // A short text is read at once.
    let is_long = text.len() > LONG;
    let rest = || async {
        if is_long && clock::now() - began.get() > FRAME {
            TimeoutFuture::new(0).await;
            began.set(clock::now());
        }
    };
    let Decoded { value, findings } =
        read_snapshot_resting(&text, rest).await.map_err(|findings| trouble(&entry.file, findings))?;
    if value.month != entry.id || value.kind != entry.kind {
        let expected = format!("{} {:?}", entry.id, entry.kind);
        let found = format!("{} {:?}", value.month, value.kind);
        let finding = Finding::error(Code::Integrity, "/id", &expected, &found);
        return Err(trouble(&entry.file, vec![finding]));
    }
    Ok(Read { text, decoded: Decoded { value: Arc::new(value), findings } })
}

/// Fetches and reads the boundaries of a layer.
pub async fn boundaries(manifest: &str, layer: &Layer) -> Result<Decoded<Boundaries>, Trouble> {
    let text = checked(manifest, &layer.file, layer.bytes, &layer.sha256).await?;
    read_boundaries(&text, layer).map_err(|findings| trouble(&layer.file, findings))
}

/// Fetches and reads how characters are read.
///
/// # Errors
/// Why the file could not be read.
pub async fn readings(manifest: &str, entry: &ReadingsFile) -> Result<Readings, Trouble> {
    let text = checked(manifest, &entry.file, entry.bytes, &entry.sha256).await?;
    Ok(read_readings(&text).map_err(|findings| trouble(&entry.file, findings))?.value)
}

/// Fetches and reads the deployment's settings; without them the defaults stand.
pub async fn config() -> Decoded<Config> {
    match fetch(CONFIG, Freshness::Revalidate).await.and_then(|file| text(CONFIG, file.bytes)) {
        Ok(text) => read_config(&text),
        Err(trouble) => Decoded { value: Config::default(), findings: trouble.findings },
    }
}

/// The files of the program that the server has now, as its page names them; `None` where it could not be asked.
pub async fn program(page: &str) -> Option<String> {
    let bytes = fetch(page, Freshness::Revalidate).await.ok()?.bytes;
    renewal::program(&String::from_utf8(bytes).ok()?)
}

async fn checked(manifest: &str, file: &str, length: u64, digest: &str) -> Result<String, Trouble> {
    let folder = manifest.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
    let mut bytes = fetch(&path, Freshness::Immutable).await?.bytes;
    let mut verdict = verified(&bytes, length, digest).await;
    // It may be a cache that has a bad one.
    if verdict.is_err()
        && let Ok(anew) = fetch(&path, Freshness::Anew).await
    {
        bytes = anew.bytes;
        verdict = verified(&bytes, length, digest).await;
    }
    verdict.map_err(|finding| trouble(file, vec![finding]))?;
    text(file, bytes)
}

/// Checks a file; of a long one the browser computes the digest, where it does that.
async fn verified(bytes: &[u8], length: u64, expected: &str) -> Result<(), Finding> {
    let found = if bytes.len() > LONG { digest::sha256(bytes).await } else { None };
    integrity::compare(
        [bytes.len() as u64, length],
        || found.map_or_else(|| integrity::sha256(bytes), |digest| integrity::hexadecimal(&digest)),
        expected,
    )
}

async fn fetch(path: &str, freshness: Freshness) -> Result<Fetched, Trouble> {
    let unavailable = |found: &str| trouble(path, vec![Finding::error(Code::Unavailable, "", "", found)]);
    let Some(url) = address::same_origin(path) else {
        return Err(unavailable("another origin"));
    };
    fetch::file(&url, freshness).await.map_err(|error| unavailable(&error.to_string()))
}

fn text(file: &str, bytes: Vec<u8>) -> Result<String, Trouble> {
    String::from_utf8(bytes)
        .map_err(|error| trouble(file, vec![Finding::error(Code::NotJson, "", "UTF-8", &error.to_string())]))
}

fn trouble(file: &str, findings: Vec<Finding>) -> Trouble {
    Trouble { file: file.to_owned(), findings }
}
