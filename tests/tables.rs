//! An office's tables: what is good becomes an edition, what is not is named with file, row and column.

mod common;

use biaogan::domain::{Lang, Reason, Status};
use biaogan::publish::{self, refuses};
use biaogan::snapshot::{Code, Decoded, Severity};
use pretty_assertions::assert_eq;

#[test]
fn good_tables_become_an_edition() {
    let Decoded { value: plan, findings } = publish::read(&common::tables("tests/fixtures/tables")).unwrap();
    assert_eq!(findings, []);
    let edition = plan.edition;
    let firms = edition.indicator("i-firms").unwrap();
    let figures: Vec<_> = firms.series.values.iter().map(|observation| observation.figure.clone()).collect();
    assert_eq!(figures[0], Ok(10.0));
    assert_eq!(figures[1].as_ref().unwrap_err().reason, Reason::NotReported);
    assert_eq!(firms.series.values[2].status, Status::Provisional);
    assert_eq!(firms.townships["330304001"].number(edition.month), Some(12.0));
    assert_eq!(firms.schedule.len(), 2);
    let share = edition.indicator("i-share").unwrap();
    assert!(matches!(share.series.values[1].status, Status::Revised { was: 40.8, .. }));
    assert_eq!(share.baseline.unwrap().value, 38.5);
    let done = edition.indicator("i-done").unwrap();
    let reasons =
        done.series.values.iter().map(|observation| observation.figure.as_ref().unwrap_err().reason);
    assert_eq!(reasons.collect::<Vec<_>>(), [Reason::NotPublished; 3]);
    let events: Vec<_> = done.events.iter().map(|event| event.date.to_string()).collect();
    assert_eq!(events, ["2021-03-30"], "the later one waits for its edition");
    assert_eq!(edition.tasks[1].progress.as_ref().unwrap().number(edition.month), Some(26.0));
    assert_eq!(edition.departments[0].also, ["商务局办公室", "商务"]);
    assert_eq!(edition.as_of.to_string(), "2021-03-31");
}

/// A change of one table, and the finding that it must make.
struct Case {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    severity: Severity,
    code: Code,
    row: Option<usize>,
    column: Option<&'static str>,
}

const fn error(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    code: Code,
    row: usize,
    column: &'static str,
) -> Case {
    Case { file, from, to, severity: Severity::Error, code, row: Some(row), column: Some(column) }
}

const fn whole(file: &'static str, from: &'static str, to: &'static str, code: Code) -> Case {
    Case { file, from, to, severity: Severity::Error, code, row: None, column: None }
}

#[test]
fn bad_cells_are_named_with_file_row_and_column() {
    use Code::*;
    let cases = [
        error("indicators.csv", ">=,120", "≥,120", BadValue, 2, "comparator"),
        error("indicators.csv", ">=,120", ">=,120家", BadValue, 2, "target"),
        error("indicators.csv", ">=,120", ">=,", MissingField, 2, "target"),
        error("indicators.csv", ">=,120", ">=,NaN", BadValue, 2, "target"),
        error("indicators.csv", ">=,120", ">=,1e400", BadValue, 2, "target"),
        error("indicators.csv", "120,,2021-12-31", "120,,2021-13-31", BadValue, 2, "due"),
        error("indicators.csv", "50,60", "50,", MissingField, 3, "high"),
        error("indicators.csv", "50,60", "50,40", BadValue, 3, "high"),
        error("indicators.csv", "2020-12,38.5", ",38.5", MissingField, 3, "baseline_month"),
        error("indicators.csv", "2021-02:20", "2021-02=20", BadValue, 2, "schedule"),
        error(
            "indicators.csv",
            "i-share,占比,Share,commerce",
            "i-share,占比,Share,sports",
            UnknownReference,
            3,
            "domain",
        ),
        error(
            "indicators.csv",
            "2021-12-31,d-commerce,2020-12",
            "2021-12-31,d-none,2020-12",
            UnknownReference,
            3,
            "lead",
        ),
        error("indicators.csv", "i-done,建成", "i-firms,建成", DuplicateId, 4, "id"),
        error("indicators.csv", "i-done,建成", ",建成", MissingField, 4, "id"),
        error("departments.csv", "商务,1", "商务,是", BadValue, 2, "member"),
        error("tasks.csv", "t-item,t-part,2", "t-item,t-part,7", BadValue, 3, "level"),
        error("tasks.csv", "i-firms;i-share", "i-firms;i-none", UnknownReference, 3, "indicators"),
        error("tasks.csv", "t-item,t-part", "t-item,t-none", UnknownReference, 3, "parent"),
        error("sites.csv", "120.6,28.0", "28.0,120.6", BadValue, 2, "lat"),
        error("sites.csv", "120.6,28.0", "120.6,", MissingField, 2, "lat"),
        error("sites.csv", "approx-2km", "about-2km", BadValue, 2, "precision"),
        error("sites.csv", "330304001", "330304009", UnknownReference, 2, "township"),
        error("figures.csv", "i-firms,,2021-01,10", "i-none,,2021-01,10", UnknownReference, 2, "indicator"),
        error("figures.csv", "330304001,2021-03", "丽岙镇,2021-03", UnknownReference, 10, "township"),
        error("figures.csv", "2021-01,10,", "2021-01,87.6%%,", BadValue, 2, "value"),
        error("figures.csv", "2021-01,10,", "2021-01,,", MissingField, 2, "value"),
        error("figures.csv", "2021-01,10,,", "2021-01,10,withheld,", BadValue, 2, "missing"),
        error("figures.csv", "2021-03,31", "2021-03,9", BadValue, 4, "value"),
        error("figures.csv", "i-firms,,2021-03", "i-firms,,2021-04", BadValue, 4, "month"),
        error("figures.csv", "i-firms,,2021-03", "i-firms,,2021-01", DuplicateId, 4, "month"),
        error("figures.csv", ",r,40.8,补报", ",r,,补报", MissingField, 6, "was"),
        error("figures.csv", ",p,", ",x,", BadValue, 4, "status"),
        error(
            "figures.csv",
            "Late returns,src-office",
            "Late returns,src-none",
            UnknownReference,
            6,
            "source",
        ),
        error("figures.csv", "not-reported", "forgotten", BadValue, 3, "missing"),
        error("figures.csv", "i-firms,330304001,2021-01,4", "i-done,,2021-01,4", BadValue, 8, "value"),
        error("progress.csv", "2021-03,26", "2021-03,126", BadValue, 4, "value"),
        error("progress.csv", "2021-03,26", "2021-03,11", BadValue, 4, "value"),
        error("progress.csv", "t-item,2021-03", "t-none,2021-03", UnknownReference, 4, "task"),
        error("observations.csv", "2021-03-30,event", "2021-03-30,party", BadValue, 2, "kind"),
        error("observations.csv", "direct,src-office", "direct,src-none", UnknownReference, 2, "source"),
        error("layers.csv", ",0,1", ",0,0", MissingField, 2, "review_number"),
        error("layers.csv", "CGCS2000", "BD-10", BadValue, 2, "crs"),
        Case {
            severity: Severity::Note,
            ..error("observations.csv", "direct,src-office", "context,src-office", NotOfficial, 2, "relation")
        },
        Case {
            severity: Severity::Note,
            ..error("observations.csv", "direct,src-office", "direct,src-blog", NotOfficial, 2, "source")
        },
        Case {
            severity: Severity::Warning,
            ..error("figures.csv", "i-share,,2021-01,40.5,,,,,,,,src-office\n", "", MissingField, 6, "month")
        },
        Case { row: None, ..error("tasks.csv", "id,parent", "id,under", MissingField, 0, "parent") },
        Case {
            row: None,
            severity: Severity::Warning,
            ..error(
                "domains.csv",
                "seal\ncommerce,商贸,Commerce,示范区,Demonstration area,商",
                "seal,colour\ncommerce,商贸,Commerce,示范区,Demonstration area,商,红",
                BadValue,
                0,
                "colour",
            )
        },
        Case {
            column: None, ..error("departments.csv", ",商务局办公室;商务,1", "", BadValue, 2, "")
        },
        whole("district.json", "\"rule\": \"three-colour\"", "\"rule\": \"two-colour\"", UnknownReference),
        whole("district.json", "\"2021-01\"", "\"2021-1\"", BadValue),
        whole("district.json", "\"sequence\": 3,", "", MissingField),
        whole("layers.csv", "townships.geojson", "none.geojson", Unavailable),
        whole("townships.geojson", "[120.62, 28.03]", "[28.03, 120.62]", BadGeometry),
    ];
    let good = common::tables("tests/fixtures/tables");
    for case in cases {
        let text = String::from_utf8(good.get(case.file).unwrap().to_vec()).unwrap();
        let label = format!("{}: {} -> {}", case.file, case.from, case.to);
        assert!(text.contains(case.from), "{label}: not in the good table");
        let mut tables = good.clone();
        tables.insert(case.file, text.replacen(case.from, case.to, 1).into_bytes());
        let findings = match publish::read(&tables) {
            Ok(decoded) => decoded.findings,
            Err(findings) => findings,
        };
        let found = findings.iter().find(|finding| {
            let place = finding.place.clone().unwrap_or_default();
            (finding.severity, finding.code) == (case.severity, case.code)
                && (place.row, place.column.as_deref()) == (case.row, case.column)
        });
        let finding = found.unwrap_or_else(|| panic!("{label}: {findings:#?}"));
        let file = finding.place.as_ref().map(|place| place.file.as_str());
        let expected = if case.to == "none.geojson" { case.to } else { case.file };
        assert_eq!(file, Some(expected), "{label}");
        assert_eq!(refuses(&findings), case.severity == Severity::Error, "{label}: {findings:#?}");
        let sentence = finding.sentence(Lang::Zh);
        assert!(!sentence.contains("expected"), "{label}: {sentence}");
    }
}

#[test]
fn tables_that_are_not_there_or_not_known_are_named() {
    let good = common::tables("tests/fixtures/tables");
    for (missing, refused) in
        [("indicators.csv", true), ("domains.csv", true), ("district.json", true), ("figures.csv", false)]
    {
        let mut tables = publish::Tables::default();
        for name in good.names().filter(|name| *name != missing) {
            tables.insert(name, good.get(name).unwrap().to_vec());
        }
        let findings = publish::read(&tables).map_or_else(|findings| findings, |decoded| decoded.findings);
        assert_eq!(refuses(&findings), refused, "{missing}: {findings:?}");
    }
    let mut tables = good.clone();
    tables.insert("indicator.csv", b"id\n".to_vec());
    let findings = publish::read(&tables).unwrap().findings;
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].place.as_ref().unwrap().file, "indicator.csv");
    assert_eq!(findings[0].severity, Severity::Warning);
}

#[test]
fn tables_from_a_spreadsheet_are_read() {
    let good = common::tables("tests/fixtures/tables");
    let mut tables = good.clone();
    for name in good.names().filter(|name| name.ends_with(".csv")) {
        let text = String::from_utf8(good.get(name).unwrap().to_vec()).unwrap();
        tables.insert(name, format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes());
    }
    let (one, other) = (publish::read(&good).unwrap(), publish::read(&tables).unwrap());
    assert_eq!(one.value.edition, other.value.edition);
    assert_eq!(other.findings, []);
}
