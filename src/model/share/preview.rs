//! What a page says of itself where its address is posted: a small page of its own for every view and record, which a
//! static host can serve, and the picture beside it.

use super::picture::{self, Shape, Subject};
use crate::domain::{Lang, Light, Tally};
use crate::model::Scope;
use crate::model::departments::Register;
use crate::model::leaf::escape;
use crate::model::meta::{Meta, meta};
use crate::model::projects::ProjectLedger;
use crate::route::{View, ViewState};
use crate::snapshot::District;

/// The folder of previews beside the page.
pub const FOLDER: &str = "share";

/// Where the page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    page: String,
}

impl Home {
    /// The page at an address with or without its last `/` or `/index.html`.
    pub fn new(page: &str) -> Self {
        let folder = page.strip_suffix("/index.html").unwrap_or(page);
        Self { page: format!("{}/", folder.trim_end_matches('/')) }
    }

    /// The address of the page.
    pub fn page(&self) -> &str {
        &self.page
    }

    /// The address of a state of the page.
    pub fn address(&self, query: &str) -> String {
        format!("{}{query}", self.page)
    }

    /// The address of one of a preview's files.
    pub fn file(&self, name: &str) -> String {
        format!("{}{FOLDER}/{name}", self.page)
    }
}

/// A view or record as it is previewed.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The name of its files without their endings; that of the picture is the same in every language.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Where it leads.
    pub state: ViewState,
    /// Its title; that of made-up figures says so.
    pub title: String,
    /// What stands on it, in a sentence or two.
    pub description: String,
    /// What the picture shows, in words.
    pub alt: String,
    /// Its picture.
    pub picture: Vec<Shape>,
}

impl Preview {
    /// The name of a file of it: `indicator-ind-5g.en.html`; that of the first language does not name it.
    pub fn file(&self, ending: &str) -> String {
        format!("{}{}.{ending}", self.name, self.lang.pick("", ".en"))
    }

    /// The name of its picture.
    pub fn image(&self) -> String {
        format!("{}.png", self.name)
    }
}

/// The views that are previewed; one goal has its own, and what only contributors and a wall's keeper use has none.
pub fn views() -> impl Iterator<Item = View> {
    let without = [View::Indicator, View::Share, View::Styleguide];
    View::ALL.iter().copied().filter(move |view| !without.contains(view))
}

/// A preview for every view, goal, domain, department, project and announcement; `named` says what a view is called.
pub fn previews(scope: &Scope<'_>, district: &District, named: &dyn Fn(View) -> String) -> Vec<Preview> {
    let edition = scope.edition;
    let goals = edition.indicators.iter().map(|goal| (goal, scope.standing(goal).light));
    let goals: Vec<_> = goals.collect();
    let all: Tally = goals.iter().map(|(_, light)| *light).collect();
    let units = Register::new(scope).list(&ViewState::default()).rows;
    let projects = ProjectLedger::new(scope).entries;
    let one = |view, id: &str, subject| Draft { view, id: Some(id.to_owned()), subject };
    let mut drafts: Vec<Draft<'_>> =
        views().map(|view| Draft { view, id: None, subject: Subject::Many(all) }).collect();
    drafts.extend(goals.iter().map(|(goal, _)| one(View::Indicator, &goal.id, Subject::Goal(goal))));
    drafts.extend(edition.domains.iter().map(|domain| {
        let own = goals.iter().filter(|(goal, _)| goal.domain == domain.id).map(|(_, light)| *light);
        one(View::Domain, &domain.id, Subject::Many(own.collect()))
    }));
    drafts.extend(edition.departments.iter().map(|department| {
        let own = units.iter().find(|unit| unit.id == department.id).map(|unit| unit.tally);
        one(View::Departments, &department.id, Subject::Many(own.unwrap_or_default()))
    }));
    drafts.extend(edition.projects.iter().map(|project| {
        let own = projects.iter().find(|entry| entry.line.id == project.id);
        let lights = own.map(|entry| entry.line.stands.lights.iter().copied().collect());
        one(View::Projects, &project.id, Subject::Many(lights.unwrap_or_default()))
    }));
    drafts.extend(edition.notices.iter().map(|notice| one(View::Notices, &notice.id, Subject::Many(all))));
    drafts.into_iter().map(|draft| finished(scope, district, named, draft)).collect()
}

struct Draft<'a> {
    view: View,
    id: Option<String>,
    subject: Subject<'a>,
}

fn finished(
    scope: &Scope<'_>,
    district: &District,
    named: &dyn Fn(View) -> String,
    draft: Draft<'_>,
) -> Preview {
    let Draft { view, id, subject } = draft;
    let lang = scope.lang;
    let name = id.as_deref().map_or(view.code().to_owned(), |id| format!("{}-{}", view.code(), plain(id)));
    let state = ViewState { view, id, lang: Some(lang), ..ViewState::default() };
    let Meta { mut title, mut description } =
        meta(scope, &state, district.title.get(lang), &named(view), &named(view));
    title += mark(scope);
    if scope.is_demo() {
        description = lang.pick(
            format!("演示数据，不代表实际进展。{description}"),
            format!("Demo data, not real progress. {description}"),
        );
    }
    Preview {
        name,
        lang,
        state,
        title,
        description,
        alt: alt(scope, subject),
        picture: picture::picture(scope, subject),
    }
}

/// What a picture shows, in words.
fn alt(scope: &Scope<'_>, subject: Subject<'_>) -> String {
    let lang = scope.lang;
    let said = match subject {
        Subject::Goal(goal) => {
            let light = scope.rule.label(scope.standing(goal).light, lang);
            lang.pick(
                format!("{}：{light}", goal.short().get(lang)),
                format!("{}: {light}", goal.short().get(lang)),
            )
        }
        Subject::Many(tally) => {
            let counted = |light: &Light| {
                let (count, word) = (tally.of(*light), scope.rule.label(*light, lang));
                (count > 0).then(|| lang.pick(format!("{word}{count}项"), format!("{count} {word}")))
            };
            Light::ALL.iter().filter_map(counted).collect::<Vec<_>>().join(lang.pick("，", ", "))
        }
    };
    format!("{said}{}", mark(scope))
}

/// What is said behind a title of made-up figures.
fn mark(scope: &Scope<'_>) -> &'static str {
    if scope.is_demo() { scope.lang.pick("【演示数据】", " [demo data]") } else { "" }
}

/// An id as a part of a file's name: what not every disk and address takes is written as its number.
fn plain(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            name.push(char::from(byte));
        } else {
            name += &format!("~{byte:02x}");
        }
    }
    name
}

/// The page of a preview: it says what networks ask for and leads on to the real page. It needs no script and no style.
///
/// It names itself as its own address, not the real page: a network that went there would find what it says of all views.
pub fn page(preview: &Preview, home: &Home, district: &District) -> String {
    let lang = preview.lang;
    let target = home.address(&preview.state.to_query());
    let [width, height] = picture::SIZE.map(|side| side.to_string());
    let image = home.file(&preview.image());
    let mut html =
        format!("<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", lang.tag());
    let mut text = |before: &str, text: &str, after: &str| {
        html.push_str(before);
        escape(text, &mut html);
        html.push_str(after);
    };
    text("<title>", &preview.title, "</title>\n");
    let rich = home.file(&preview.file("json"));
    text("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"", &rich, "\" title=\"");
    text("", &preview.title, "\">\n");
    for (name, content) in [
        ("name=\"viewport\"", "width=device-width, initial-scale=1"),
        ("name=\"robots\"", "noindex"),
        ("name=\"description\"", &preview.description),
        ("property=\"og:type\"", "website"),
        ("property=\"og:locale\"", lang.pick("zh_CN", "en_GB")),
        ("property=\"og:site_name\"", district.title.get(lang)),
        ("property=\"og:url\"", &home.file(&preview.file("html"))),
        ("property=\"og:title\"", &preview.title),
        ("property=\"og:description\"", &preview.description),
        ("property=\"og:image\"", &image),
        ("property=\"og:image:type\"", "image/png"),
        ("property=\"og:image:width\"", &width),
        ("property=\"og:image:height\"", &height),
        ("property=\"og:image:alt\"", &preview.alt),
        ("name=\"twitter:card\"", "summary_large_image"),
        ("http-equiv=\"refresh\"", &format!("0; url={target}")),
    ] {
        text(&format!("<meta {name} content=\""), content, "\">\n");
    }
    text("</head>\n<body>\n<p><a href=\"", &target, "\">");
    text("", &preview.title, "</a></p>\n</body>\n</html>\n");
    html
}
