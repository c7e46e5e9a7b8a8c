//! Writes the tables of a country that does not exist, for `biaogan build`: `country <wards> <folder>`.
#![allow(clippy::unwrap_used, reason = "what cannot be written ends it")]

#[path = "../tests/support/country.rs"]
mod country;

use std::fs;
use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let wards = arguments.next().and_then(|wards| wards.parse().ok()).unwrap_or(3_000);
    let folder: PathBuf = arguments.next().unwrap_or_else(|| "target/country".to_owned()).into();
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in country::tables(wards) {
        fs::write(folder.join(file), text).unwrap();
    }
}
