//! The project's own tables, read as the command line reads them.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fs;
use std::path::Path;

use biaogan::publish::{self, Plan, Tables};
use biaogan::snapshot::Decoded;

/// The files that lie directly in a folder below the project's root.
pub fn tables(folder: &str) -> Tables {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    files
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

/// The plan in `data/plan`.
pub fn plan() -> Decoded<Plan> {
    publish::read(&tables("data/plan")).unwrap()
}
