//! How the Chinese characters in names are read. The table of all characters is large: it is here, with the
//! publisher, and the page gets those that occur.

use crate::domain::{Edition, Names, Readings};

/// The readings of every character in the names of the editions' records, beside those `known` already.
pub fn of(editions: &[Edition], known: Readings) -> Readings {
    let mut readings = known;
    let letters = editions.iter().flat_map(names).flat_map(str::chars).filter(|letter| !letter.is_ascii());
    for letter in letters.collect::<std::collections::BTreeSet<_>>() {
        if let Some(said) = said(letter) {
            readings.insert(letter, said);
        }
    }
    readings
}

/// Every Chinese name in an edition.
fn names(edition: &Edition) -> impl Iterator<Item = &str> {
    let names = (edition.domains.iter().map(|domain| &domain.name))
        .chain(edition.departments.iter().map(|department| &department.name))
        .chain(edition.projects.iter().map(|project| &project.name))
        .chain(edition.indicators.iter().flat_map(|indicator| [&indicator.name, indicator.short()]))
        .chain(edition.tasks.iter().map(|task| &task.name))
        .chain(edition.sites.iter().map(|site| &site.name))
        .chain(edition.townships.iter().flat_map(|township| [&township.name, &township.short]))
        .chain(edition.organisation.iter().map(|unit| &unit.name));
    let also = edition.departments.iter().flat_map(|department| &department.also);
    names.map(|name: &Names| name.zh.as_str()).chain(also.map(String::as_str))
}

/// Every reading of a character without its tone, once.
#[cfg(not(target_arch = "wasm32"))]
fn said(letter: char) -> Option<String> {
    use pinyin::ToPinyinMulti;
    let mut said: Vec<String> = Vec::new();
    for reading in letter.to_pinyin_multi()? {
        let plain = reading.plain().replace('ü', "v");
        if !said.contains(&plain) && plain.bytes().all(|byte| byte.is_ascii_lowercase()) {
            said.push(plain);
        }
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// The page has no such table; what is known stays.
#[cfg(target_arch = "wasm32")]
fn said(_: char) -> Option<String> {
    None
}
