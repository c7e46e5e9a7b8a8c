//! The brief (简报): what a printed bulletin says, as a tree that the browser draws and the command line writes.

mod agenda;
mod chart;
mod cover;
mod departments;
mod goals;
mod map;
mod marks;
mod sources;
mod tasks;

use super::leaf::{Element, classed, element};
use super::overview::{Overview, overview};
use super::picture::Land;
use super::scope::Scope;
use crate::domain::Lang;
use crate::route::ViewState;
use crate::snapshot::Manifest;

/// What a brief is made from.
#[derive(Clone, Copy)]
pub struct Matter<'a> {
    /// The edition, its rule and the language.
    pub scope: Scope<'a>,
    /// Names the district and says what has to stand beside maps.
    pub manifest: &'a Manifest,
    /// The boundaries, as far as they could be read.
    pub land: Land<'a>,
    /// Where links start from.
    pub state: &'a ViewState,
}

impl Matter<'_> {
    fn pick<T>(&self, zh: T, en: T) -> T {
        self.scope.lang.pick(zh, en)
    }
}

/// The title of the document: `瓯海区数字生活新服务标杆区创建　进度简报`.
pub fn title(scope: &Scope<'_>, manifest: &Manifest) -> String {
    let district = manifest.district.title.get(scope.lang);
    scope.lang.pick(format!("{district}　进度简报"), format!("{district}: progress brief"))
}

/// The whole brief. Its class names the page it is printed on, by language and nature of its data.
pub fn brief(matter: &Matter<'_>) -> Element {
    let scope = &matter.scope;
    let overview = overview(scope);
    let demo = if overview.demo { " is-demo" } else { "" };
    let page = match scope.lang {
        Lang::Zh => "brief is-zh",
        Lang::En => "brief is-en",
    };
    let body = classed("article", &format!("{page}{demo}")).set("lang", scope.lang.tag());
    body.all(cover::cover(matter, &overview))
        .with(goals::table(matter))
        .with(columns(matter, &overview))
        .with(cover::signatures(matter))
        .all(chart::reds(matter))
        .with(agenda::agenda(matter))
        .with(tasks::tasks(matter))
        .with(departments::departments(matter))
        .all(map::figures(matter))
        .with(sources::sources(matter))
}

/// Reds with their arithmetic, what changed and falls due, and the townships: three columns.
fn columns(matter: &Matter<'_>, overview: &Overview) -> Element {
    classed("div", "brief-columns")
        .with(goals::reds(matter))
        .with(cover::news(matter, overview))
        .all(map::picture(matter))
}

/// A section under a heading, with the demo mark where it shows generated figures.
fn section(matter: &Matter<'_>, class: &str, heading: &str) -> Element {
    let heading = element("h2").text(heading);
    let heading = if matter.scope.is_demo() { heading.with(marks::demo(matter.scope.lang)) } else { heading };
    classed("section", class).with(heading)
}

/// A table that may be wider than a narrow screen, under the heads of its columns.
fn table(
    class: &str,
    caption: &str,
    heads: &[(&str, bool)],
    bodies: impl IntoIterator<Item = Element>,
) -> Element {
    let head = heads.iter().map(|(head, is_figure)| cell("th", head, *is_figure).set("scope", "col"));
    let head = element("thead").with(element("tr").all(head));
    let unseen = classed("caption", "unseen").text(caption);
    let table = classed("table", class).with(unseen).with(head).all(bodies);
    classed("div", "scroller")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", caption)
        .with(table)
}

/// A cell with text; figures stand at its right.
fn cell(tag: &'static str, text: &str, is_figure: bool) -> Element {
    let cell = if is_figure { classed(tag, "brief-number") } else { element(tag) };
    cell.text(text)
}

/// A body of rows under the name of what they have in common.
fn group(name: &str, columns: usize, rows: impl IntoIterator<Item = Element>) -> Element {
    let head = element("th").set("colspan", columns.to_string()).set("scope", "rowgroup").text(name);
    element("tbody").with(classed("tr", "brief-group").with(head)).all(rows)
}
