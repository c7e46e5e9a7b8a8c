//! Turns `locales/*.json` into the keys that `ui::text` offers.

use std::error::Error;
use std::path::PathBuf;

use leptos_i18n_build::{Config, TranslationsInfos};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let words = TranslationsInfos::parse(Config::new("zh-CN")?.add_locale("en")?)?;
    words.emit_diagnostics();
    words.rerun_if_locales_changed();
    let to = PathBuf::from(std::env::var("OUT_DIR")?).join("i18n");
    Ok(words.generate_i18n_module(to)?)
}
