//! The tables of plain records: domains, departments, projects, sites, townships, bodies, documents, sources, notices.

use super::cells::{Cells, records};
use super::log::Log;
use super::sheet::{Columns, Sheet};
use super::tables::Tables;
use crate::domain::record::Notice;
use crate::domain::{Department, Document, Domain, OrgUnit, Precision, Project, Site, Township};
use crate::snapshot::{Code, Crs, Finding, Place};

/// What a cell with a day must look like.
pub const A_DAY: &str = "a day such as 2021-06-30";
/// What a cell with a month must look like.
pub const A_MONTH: &str = "a month such as 2021-06";

/// Opens a table; without `needed` it may be absent.
pub fn open(tables: &Tables, file: &str, columns: &Columns, needed: bool, log: &mut Log) -> Option<Sheet> {
    let Some(bytes) = tables.get(file) else {
        if needed {
            let place = Place { file: file.to_owned(), ..Place::default() };
            log.push(Finding::error(Code::Unavailable, "", "a table", file).at(place));
        }
        return None;
    };
    Sheet::read_csv(file, bytes, columns, log)
}

/// `domains.csv`.
pub fn domains(tables: &Tables, log: &mut Log) -> Vec<Domain> {
    const COLUMNS: Columns = Columns {
        required: &["id", "name_zh", "name_en", "seal"],
        optional: &["position_zh", "position_en"],
    };
    let Some(sheet) = open(tables, "domains.csv", &COLUMNS, true, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        Some(Domain {
            id: cells.text("id"),
            name: cells.names("name"),
            position: cells.maybe_names("position").unwrap_or_default(),
            seal: cells.text("seal"),
        })
    };
    records(&sheet, log, read, |domain| &domain.id)
}

/// `departments.csv`.
pub fn departments(tables: &Tables, log: &mut Log) -> Vec<Department> {
    const COLUMNS: Columns =
        Columns { required: &["id", "name_zh", "name_en", "kind"], optional: &["also", "member"] };
    let Some(sheet) = open(tables, "departments.csv", &COLUMNS, true, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        Some(Department {
            id: cells.text("id"),
            name: cells.names("name"),
            kind: cells.text("kind"),
            also: cells.list("also"),
            member: cells.flag("member"),
        })
    };
    records(&sheet, log, read, |department| &department.id)
}

/// `projects.csv`.
pub fn projects(tables: &Tables, log: &mut Log) -> Vec<Project> {
    const COLUMNS: Columns = Columns {
        required: &["id", "kind", "name_zh", "name_en", "domain"],
        optional: &["parent", "lead", "site", "note_zh", "note_en"],
    };
    let Some(sheet) = open(tables, "projects.csv", &COLUMNS, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        Some(Project {
            id: cells.text("id"),
            kind: cells.text("kind"),
            parent: cells.maybe("parent"),
            name: cells.names("name"),
            domain: cells.text("domain"),
            lead: cells.maybe("lead"),
            site: cells.maybe("site"),
            note: cells.maybe_names("note"),
        })
    };
    records(&sheet, log, read, |project| &project.id)
}

/// `sites.csv`.
pub fn sites(tables: &Tables, log: &mut Log) -> Vec<Site> {
    const COLUMNS: Columns = Columns {
        required: &["id", "name_zh", "name_en", "category", "domain"],
        optional: &["project", "township", "lon", "lat", "crs", "precision", "outside", "note_zh", "note_en"],
    };
    let Some(sheet) = open(tables, "sites.csv", &COLUMNS, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        let (at, precision) = point(cells);
        Some(Site {
            id: cells.text("id"),
            name: cells.names("name"),
            category: cells.text("category"),
            domain: cells.text("domain"),
            project: cells.maybe("project"),
            township: cells.maybe("township"),
            at,
            precision,
            outside: cells.flag("outside"),
            note: cells.maybe_names("note"),
        })
    };
    records(&sheet, log, read, |site| &site.id)
}

/// `townships.csv`.
pub fn townships(tables: &Tables, log: &mut Log) -> Vec<Township> {
    const COLUMNS: Columns = Columns {
        required: &["code", "name_zh", "name_en", "short_zh", "short_en", "kind"],
        optional: &["lon", "lat", "crs", "precision"],
    };
    let Some(sheet) = open(tables, "townships.csv", &COLUMNS, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        let (at, precision) = point(cells);
        Some(Township {
            code: cells.text("code"),
            name: cells.names("name"),
            short: cells.names("short"),
            kind: cells.text("kind"),
            at,
            precision,
        })
    };
    records(&sheet, log, read, |township| &township.code)
}

/// A coordinate in the columns `lon`, `lat` and `precision`; all of them or none are there. Copied from a web map it
/// has the map's `crs`; without one it is WGS-84 already.
fn point(cells: &mut Cells<'_, '_>) -> (Option<[f64; 2]>, Option<Precision>) {
    let (lon, lat) = (cells.maybe_number("lon"), cells.maybe_number("lat"));
    let precision = cells.maybe_word("precision");
    let crs: Option<Crs> = cells.maybe_word("crs");
    if !cells.good() {
        return (None, None);
    }
    for (column, present) in
        [("lat", lat.is_some()), ("lon", lon.is_some()), ("precision", precision.is_some())]
    {
        if !present && (lon.is_some() || lat.is_some()) {
            cells.fail(Code::MissingField, column, &format!("`{column}`"));
        }
    }
    let at = lon.zip(lat).map(|(lon, lat)| [lon, lat]);
    if at.is_some_and(|[lon, lat]| lon.abs() > 180.0 || lat.abs() > 90.0) {
        cells.fail(Code::BadValue, "lat", "[longitude, latitude] in degrees");
    }
    (at.map(|at| converted(at, crs.unwrap_or_default())), precision)
}

/// A point in WGS-84; what was shifted is rounded to a tenth of a metre after it was shifted back.
fn converted(at: [f64; 2], crs: Crs) -> [f64; 2] {
    let point = crs.to_wgs84(at);
    if point == at { at } else { point.map(|degrees| (degrees * 1e6).round() / 1e6) }
}

/// `organisation.csv`.
pub fn organisation(tables: &Tables, log: &mut Log) -> Vec<OrgUnit> {
    const COLUMNS: Columns = Columns {
        required: &["id", "kind", "name_zh", "name_en", "role_zh", "role_en"],
        optional: &["parent", "department", "duty_zh", "duty_en"],
    };
    let Some(sheet) = open(tables, "organisation.csv", &COLUMNS, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        Some(OrgUnit {
            id: cells.text("id"),
            parent: cells.maybe("parent"),
            kind: cells.text("kind"),
            name: cells.names("name"),
            department: cells.maybe("department"),
            role: cells.names("role"),
            duty: cells.maybe_names("duty"),
        })
    };
    records(&sheet, log, read, |unit| &unit.id)
}

/// `documents.csv`.
pub fn documents(tables: &Tables, log: &mut Log) -> Vec<Document> {
    const COLUMNS: Columns = Columns {
        required: &["id", "kind", "title_zh", "title_en"],
        optional: &["number", "date", "issuer_zh", "issuer_en", "url"],
    };
    let Some(sheet) = open(tables, "documents.csv", &COLUMNS, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        Some(Document {
            id: cells.text("id"),
            kind: cells.text("kind"),
            title: cells.names("title"),
            number: cells.maybe("number"),
            date: cells.maybe_parsed("date", A_DAY),
            issuer: cells.maybe_names("issuer"),
            url: cells.maybe("url"),
        })
    };
    records(&sheet, log, read, |document| &document.id)
}

/// `notices.csv`.
pub fn notices(tables: &Tables, log: &mut Log) -> Vec<Notice> {
    const COLUMNS: Columns = Columns {
        required: &["id", "date", "title_zh", "title_en"],
        optional: &["text_zh", "text_en", "about", "source"],
    };
    let Some(sheet) = open(tables, "notices.csv", &COLUMNS, false, log) else { return Vec::new() };
    let read = |cells: &mut Cells<'_, '_>| {
        let date = cells.parsed("date", A_DAY);
        Some(Notice {
            id: cells.text("id"),
            title: cells.names("title"),
            text: cells.maybe_names("text"),
            about: cells.list("about"),
            source: cells.maybe("source"),
            date: date?,
        })
    };
    records(&sheet, log, read, |notice| &notice.id)
}
