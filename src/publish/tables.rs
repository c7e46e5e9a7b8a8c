//! A folder of files in memory, as an office hands it in.

use std::collections::BTreeMap;

/// Named files. Reading them needs no disk, so that the page and the command line share it.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    files: BTreeMap<String, Vec<u8>>,
}

impl Tables {
    /// The content of a file.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// The names of all files, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Adds a file, or puts it in the place of one with the same name.
    pub fn insert(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(name.into(), bytes);
    }
}

impl FromIterator<(String, Vec<u8>)> for Tables {
    fn from_iter<I: IntoIterator<Item = (String, Vec<u8>)>>(files: I) -> Self {
        Self { files: files.into_iter().collect() }
    }
}
