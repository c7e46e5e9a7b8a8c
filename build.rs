//! Makes the words of `locales/` into statics that `ui::text` offers, one for each key.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

type Words = BTreeMap<String, String>;

fn read(language: &str) -> Result<Words, Box<dyn Error>> {
    let file = format!("locales/{language}.json");
    println!("cargo:rerun-if-changed={file}");
    serde_json::from_str(&std::fs::read_to_string(&file)?).map_err(|error| format!("{file}: {error}").into())
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let (zh, en) = (read("zh-CN")?, read("en")?);
    if let Some(key) =
        zh.keys().chain(en.keys()).find(|key| !(zh.contains_key(*key) && en.contains_key(*key)))
    {
        return Err(format!("locales: only one language has the key {key}").into());
    }
    let mut code = String::new();
    for ((key, zh), en) in zh.iter().zip(en.values()) {
        writeln!(code, "pub static {key}: Word = Word {{ zh: {zh:?}, en: {en:?} }};")?;
    }
    let to = Path::new(&std::env::var("OUT_DIR")?).join("words.rs");
    Ok(std::fs::write(to, code)?)
}
