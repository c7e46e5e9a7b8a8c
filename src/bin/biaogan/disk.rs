//! Folders and files on the disk.

use std::path::{Path, PathBuf};
use std::{fs, io};

use biaogan::publish::bundle::INDEX;
use biaogan::publish::{Bundle, Tables};

/// A file or folder that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    /// It cannot be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It cannot be written as JSON.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// It is something else than was asked for.
    #[error("{}: {what}", path.display())]
    Unfit {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
}

fn at<T>(path: &Path, done: io::Result<T>) -> Result<T, DiskError> {
    done.map_err(|source| DiskError::Io { path: path.to_owned(), source })
}

/// The bytes of a file.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    at(path, fs::read(path))
}

/// The files that lie directly in a folder.
///
/// # Errors
/// When one of them cannot be read.
pub fn read_tables(folder: &Path) -> Result<Tables, DiskError> {
    let mut tables = Tables::default();
    for entry in at(folder, fs::read_dir(folder))? {
        let path = at(folder, entry)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        if let Some(name) = name.filter(|_| path.is_file()) {
            tables.insert(name, read(&path)?);
        }
    }
    Ok(tables)
}

/// Writes a file, so that a reader finds the old one or the new one, never a part.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    if let Some(folder) = path.parent() {
        at(folder, fs::create_dir_all(folder))?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    at(&part, fs::write(&part, bytes))?;
    at(path, fs::rename(&part, path))
}

/// Writes a bundle, the manifest last; with `prune`, files of earlier publications go.
///
/// # Errors
/// When a file cannot be written or removed.
pub fn write_bundle(bundle: &Bundle, out: &Path, prune: bool) -> Result<Vec<(String, usize)>, DiskError> {
    for (file, bytes) in &bundle.files {
        write(&out.join(file), bytes)?;
    }
    if prune {
        for kept in ["snapshots/", "geo/", "readings."] {
            remove_unnamed(bundle, out, kept)?;
        }
    }
    Ok(bundle.files.iter().map(|(file, bytes)| (file.clone(), bytes.len())).collect())
}

/// Removes published files whose names begin with `beginning` and that the bundle does not hold.
fn remove_unnamed(bundle: &Bundle, out: &Path, beginning: &str) -> Result<(), DiskError> {
    let folder = beginning.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = out.join(folder);
    if !path.is_dir() {
        return Ok(());
    }
    let manifest = &bundle.manifest;
    let snapshots = manifest.snapshots.iter().map(|entry| &entry.file);
    let layers = manifest.layers.iter().map(|layer| &layer.file);
    let named: Vec<&String> =
        snapshots.chain(layers).chain(manifest.readings.iter().map(|entry| &entry.file)).collect();
    for entry in at(&path, fs::read_dir(&path))? {
        let entry = at(&path, entry)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        let published = name.ends_with(".json") || name.ends_with(".geojson");
        if published && name.starts_with(beginning) && !named.contains(&&name) {
            at(&entry.path(), fs::remove_file(entry.path()))?;
        }
    }
    Ok(())
}

/// The manifest's path in a published folder.
pub fn index(folder: &Path) -> PathBuf {
    folder.join(INDEX)
}
