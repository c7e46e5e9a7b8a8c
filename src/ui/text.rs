//! The page's fixed words, from `locales/`. A key that a language lacks, or that is not there, does not compile.

use crate::domain::Lang;
use crate::route::View;

/// A word in the languages of the pages.
pub struct Word {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Word {
    /// The word in a language; a call, as it is said in hundreds of places.
    #[inline(never)]
    pub fn said(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

/// The words of `locales/`, each by its key.
#[allow(missing_docs, non_upper_case_globals)]
pub mod words {
    use super::Word;

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// A fixed text in a language: `say!(lang, skip)`.
macro_rules! say {
    ($lang:expr, $key:ident) => {
        $crate::ui::text::words::$key.said($lang)
    };
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
