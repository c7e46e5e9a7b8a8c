//! The comparison as lines of plain text.

use super::super::scope::Scope;
use super::super::words;
use super::{ChangesPage, Line, Topic};
use crate::domain::{Lang, Light, format};

/// What differs, without what falls due; nothing where nothing does.
pub fn text(scope: &Scope<'_>, page: &ChangesPage) -> String {
    let lang = scope.lang;
    let month = format::month(scope.edition.month, lang);
    let since = page.since.as_deref().unwrap_or_default();
    let mut head = lang.pick(format!("{month}{since}"), format!("{month} {}", since.replacen('A', "a", 1)));
    if page.demo {
        head += lang.pick("【演示数据，不代表实际进展】", " [Demo data, not real progress]");
    }
    let mut lines = vec![head, format!("{}{}{}", page.headline, lang.pick("。", ". "), page.lead)];
    for section in page.sections.iter().filter(|section| section.topic != Topic::Due) {
        lines.extend([String::new(), section.topic.name(scope.rule.rule, lang).to_owned()]);
        lines.extend(section.lines.iter().map(|line| format!("- {}", sentence(line, lang))));
    }
    lines.join("\n")
}

/// A line in a sentence: what, from what to what, why, who.
fn sentence(line: &Line, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(line.today.map(|light| {
        let colour = words::colour(light, lang);
        let lamp = if matches!(light, Light::NotDue | Light::NoData) { "" } else { "灯" };
        lang.pick(format!("现{colour}{lamp}"), format!("{colour} now"))
    }));
    parts.extend(line.when.clone());
    parts.extend(line.turn.map(|(from, to)| {
        let [from, to] = [from, to].map(|light| words::colour(light, lang));
        lang.pick(format!("{from}→{to}"), format!("{from} → {to}"))
    }));
    parts.extend(
        line.change.as_ref().map(|(from, to)| lang.pick(format!("{from}→{to}"), format!("{from} → {to}"))),
    );
    parts.extend((!line.cause.is_empty()).then(|| line.cause.clone()));
    parts.extend(line.department.as_ref().map(|department| {
        let inferred = if department.inferred { lang.pick("（推定）", " (inferred)") } else { "" };
        let name = &department.name;
        lang.pick(format!("{name}牵头{inferred}"), format!("lead: {name}{inferred}"))
    }));
    let (sort, name) = (line.sort, &line.name);
    let rest = parts.join(lang.pick("，", ", "));
    if rest.is_empty() {
        return lang.pick(format!("{sort}　{name}"), format!("{sort} {name}"));
    }
    lang.pick(format!("{sort}　{name}：{rest}"), format!("{sort} {name}: {rest}"))
}
