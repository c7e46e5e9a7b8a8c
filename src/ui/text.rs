//! The page's fixed words, from `locales/`. A key that a language lacks, or that is not there, does not compile.

use crate::domain::Lang;
use crate::route::View;

/// What the build makes of `locales/`.
#[allow(missing_docs, unused_imports, dead_code, clippy::all, clippy::expect_used)]
pub mod keys {
    include!(concat!(env!("OUT_DIR"), "/i18n/mod.rs"));
}

pub use keys::i18n::Locale;

/// A fixed text in a language: `say!(lang, skip)`.
macro_rules! say {
    ($lang:expr, $key:ident) => {
        leptos_i18n::td_string!($crate::ui::text::locale($lang), $key)
    };
}

/// The locale of a language.
pub fn locale(lang: Lang) -> Locale {
    lang.pick(Locale::zh_CN, Locale::en)
}

/// What a page is called; a page about one record is called by the record.
pub fn page_name(view: View, lang: Lang) -> &'static str {
    match view {
        View::Overview => say!(lang, overview),
        View::Domain => say!(lang, domains),
        View::Indicators | View::Indicator => say!(lang, indicators),
        View::Tasks => say!(lang, tasks),
        View::Responsibility => say!(lang, responsibility),
        View::Progress => say!(lang, progress),
        View::Departments => say!(lang, departments),
        View::Projects => say!(lang, projects),
        View::Organisation => say!(lang, organisation),
        View::Changes => say!(lang, changes),
        View::Brief => say!(lang, brief),
        View::Notices => say!(lang, notices),
        View::Map => say!(lang, map),
        View::Share => say!(lang, wall_setup),
        View::About => say!(lang, about),
        View::Styleguide => say!(lang, styleguide),
    }
}
