//! The site that the reader chose on the map, and what there is to read on about it.

use super::notices::{NoticeLine, notices_about};
use super::places::MapSite;
use super::projects::is_site_of;
use super::scope::Scope;

/// The site.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenSite {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its township and domain, and how exact its place is.
    pub detail: String,
    /// The editor's remark, such as how it was placed.
    pub note: Option<String>,
    /// Its project: id and name.
    pub project: Option<(String, String)>,
    /// How many tasks that project and its parts have.
    pub tasks: usize,
    /// The domain: id and name.
    pub domain: Option<(String, String)>,
    /// The announcements about it.
    pub notices: Vec<NoticeLine>,
}

/// What there is to read on about a site of the map.
pub fn chosen_site(scope: &Scope<'_>, site: &MapSite) -> Option<ChosenSite> {
    let (edition, lang) = (scope.edition, scope.lang);
    let record = edition.sites.iter().find(|known| known.id == site.id)?;
    let project = edition.projects.iter().find(|project| is_site_of(record, project));
    let tasks = edition.tasks.iter().filter_map(|task| edition.project(task.project.as_deref()?));
    let own = tasks.filter(|of_task| {
        project.is_some_and(|project| edition.line_of(of_task).iter().any(|above| above.id == project.id))
    });
    let domain = edition.domain(&record.domain);
    Some(ChosenSite {
        id: record.id.clone(),
        name: record.name.get(lang).into(),
        detail: site.detail.clone(),
        note: record.note.as_ref().map(|note| note.get(lang).into()),
        tasks: own.count(),
        project: project.map(|project| (project.id.clone(), project.name.get(lang).into())),
        domain: domain.map(|domain| (domain.id.clone(), domain.name.get(lang).into())),
        notices: notices_about(scope, &record.id),
    })
}
