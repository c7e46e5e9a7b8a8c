//! What search says of what it knows and found.

use super::{Found, Group, Index, Kind};
use crate::domain::Lang;
use crate::model::words::plural;

/// How much of a long text is said again, in characters.
const QUOTED: usize = 40;

impl Kind {
    /// `18项指标`, `18 goals`.
    fn count(self, count: usize, lang: Lang) -> String {
        let noun = self.word(lang);
        let measure = match self {
            Kind::Goal | Kind::Task => "项",
            Kind::Domain | Kind::Project | Kind::Department | Kind::Body | Kind::Township => "个",
            Kind::Site => "处",
            Kind::Notice => "条",
            Kind::Document => "份",
        };
        lang.pick(format!("{count}{measure}{noun}"), format!("{count} {}", plural(count as i32, noun)))
    }
}

impl Index {
    /// What can be found, counted.
    pub fn extent(&self, lang: Lang) -> String {
        let counts: Vec<String> =
            self.counts().into_iter().map(|(kind, count)| kind.count(count, lang)).collect();
        let all = counts.join(lang.pick("、", ", "));
        lang.pick(format!("可查{all}。"), format!("{all}."))
    }

    /// What can be typed, with an example where pinyin is known.
    pub fn hint(&self, lang: Lang) -> String {
        match self.example() {
            Some((name, initials)) => lang.pick(
                format!("可输入中文、英文、拼音或首字母，例如用 {initials} 找“{name}”。"),
                format!(
                    "Type a name in Chinese or English, its pinyin or initials: {initials} finds {name}."
                ),
            ),
            None => lang.pick("可输入中文或英文名称。", "Type a name in Chinese or English.").to_owned(),
        }
    }
}

impl Found {
    /// How many were found, or that there is nothing of what was `typed`.
    pub fn summary(&self, typed: &str, lang: Lang) -> String {
        if self.total > 0 {
            return lang.pick(format!("找到{}条", self.total), format!("{} found", self.total));
        }
        let typed = typed.trim();
        let mut quoted: String = typed.chars().take(QUOTED).collect();
        if quoted.len() < typed.len() {
            quoted.push('…');
        }
        lang.pick(format!("没有找到“{quoted}”"), format!("Nothing found for “{quoted}”"))
    }
}

impl Group {
    /// The offer to show more of a kind than a few; `None` where all are shown that can be.
    pub fn more(&self, lang: Lang) -> Option<String> {
        let (total, shown) = (self.total, self.hits.len());
        (shown < total.min(super::MANY)).then(|| {
            lang.pick(
                format!("全部{}", self.kind.count(total, Lang::Zh)),
                format!("All {}", self.kind.count(total, Lang::En)),
            )
        })
    }

    /// That there are more than can be shown; `None` where there are not.
    pub fn rest(&self, lang: Lang) -> Option<String> {
        (self.total > super::MANY && self.hits.len() == super::MANY).then(|| {
            let rest = self.total - super::MANY;
            lang.pick(
                format!("另有{rest}条，请输入得更具体些"),
                format!("{rest} more; please type more of the name"),
            )
        })
    }
}
