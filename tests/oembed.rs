//! What the page says of itself elsewhere: complete, true, and harmless whatever the data hold.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use biaogan::domain::{Edition, EditionKind, Lang, Names, RulePack};
use biaogan::model::share::oembed::oembed;
use biaogan::model::share::picture::{Colour, SIZE, Shape};
use biaogan::model::share::preview::{Home, Preview, page, previews, views};
use biaogan::route::View;
use pretty_assertions::assert_eq;

const BASE: &str = "https://example.org/dashboard";

fn made(edition: &Edition, lang: Lang) -> Vec<Preview> {
    let rule = RulePack::three_colour();
    let named = |view: View| format!("名 {}", view.code());
    previews(&support::scope(edition, &rule, lang), &support::manifest().district, &named)
}

fn plan() -> Edition {
    common::plan().value.edition
}

fn html(preview: &Preview) -> String {
    page(preview, &Home::new(BASE), &support::manifest().district)
}

fn json(preview: &Preview) -> serde_json::Value {
    let text = oembed(preview, &Home::new(BASE), &support::manifest().district).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn every_view_and_record_has_one_and_no_two_share_a_file() {
    let edition = plan();
    let all = made(&edition, Lang::Zh);
    let of = |view: View| all.iter().filter(move |one| one.state.view == view);
    for view in views() {
        assert_eq!(of(view).filter(|one| one.state.id.is_none()).count(), 1, "{}", view.code());
    }
    let ids = |view: View| of(view).filter_map(|one| one.state.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(View::Indicator), edition.indicators.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    assert_eq!(ids(View::Domain), edition.domains.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    assert_eq!(
        ids(View::Departments),
        edition.departments.iter().map(|one| one.id.clone()).collect::<Vec<_>>()
    );
    assert_eq!(ids(View::Projects), edition.projects.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    assert_eq!(ids(View::Notices), edition.notices.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let both = [all, made(&edition, Lang::En)].concat();
    let files: BTreeSet<String> = both.iter().map(|one| one.file("html")).collect();
    assert_eq!(files.len(), both.len());
    assert!(
        both.iter().all(|one| one.title.len() > 5 && !one.description.is_empty() && !one.picture.is_empty())
    );
}

#[test]
fn a_page_leads_on_and_names_its_answer_and_its_picture() {
    let all = made(&plan(), Lang::En);
    let one = all.iter().find(|one| one.name == "indicator-ind-online-retail-sales").unwrap();
    let html = html(one);
    for said in [
        "<html lang=\"en\">",
        "<meta http-equiv=\"refresh\" content=\"0; url=https://example.org/dashboard/?view=indicator&amp;id=ind-online-retail-sales&amp;lang=en\">",
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://example.org/dashboard/share/indicator-ind-online-retail-sales.en.json\"",
        "<meta property=\"og:image\" content=\"https://example.org/dashboard/share/indicator-ind-online-retail-sales.png\">",
        "<meta property=\"og:url\" content=\"https://example.org/dashboard/share/indicator-ind-online-retail-sales.en.html\">",
        "<p><a href=\"https://example.org/dashboard/?view=indicator&amp;id=ind-online-retail-sales&amp;lang=en\">Online retail sales",
    ] {
        assert!(html.contains(said), "{said} is not in {html}");
    }
    for foreign in ["<script", "style", "onload", "javascript:"] {
        assert!(!html.contains(foreign), "{foreign}");
    }
}

#[test]
fn an_answer_is_of_version_1_and_embeds_the_page() {
    for one in made(&plan(), Lang::Zh) {
        let answer = json(&one);
        assert_eq!((answer["version"].as_str(), answer["type"].as_str()), (Some("1.0"), Some("rich")));
        for text in ["title", "author_name", "provider_name", "provider_url", "thumbnail_url", "html"] {
            assert!(!answer[text].as_str().unwrap().is_empty(), "{text}");
        }
        for number in ["width", "height", "thumbnail_width", "thumbnail_height"] {
            assert!(answer[number].as_u64().unwrap() > 100, "{number}");
        }
        let query = one.state.to_query().replace('&', "&amp;");
        let sep = if query.is_empty() { "?" } else { "&amp;" };
        let source = format!("src=\"https://example.org/dashboard/{query}{sep}embed=1\"");
        let html = answer["html"].as_str().unwrap();
        assert!(
            html.starts_with("<iframe ") && html.ends_with("></iframe>") && html.contains(&source),
            "{html}"
        );
    }
}

#[test]
fn hostile_names_and_ids_stay_text_and_stay_in_the_folder() {
    let evil = Names::new("\"><script>x</script>&'", "\"><script>x</script>&'");
    let mut edition = plan();
    edition.indicators.truncate(1);
    edition.domains.truncate(1);
    let good = edition.clone();
    edition.indicators[0].name = evil.clone();
    edition.indicators[0].short = Some(evil.clone());
    edition.domains[0].id = "../../\"><x&y".into();
    edition.domains[0].name = evil.clone();
    edition.domains[0].position = evil;
    for lang in [Lang::Zh, Lang::En] {
        let pairs = made(&good, lang).into_iter().zip(made(&edition, lang));
        for (plain, evil) in pairs {
            let count = |text: String, mark: char| text.chars().filter(|letter| *letter == mark).count();
            for mark in ['<', '>', '"'] {
                assert_eq!(count(html(&plain), mark), count(html(&evil), mark), "{}", html(&evil));
            }
            let frame = |one: &Preview| json(one)["html"].as_str().unwrap().to_owned();
            for mark in ['<', '>', '"'] {
                assert_eq!(count(frame(&plain), mark), count(frame(&evil), mark), "{}", frame(&evil));
            }
            let name = evil.file("html");
            assert!(!name.contains(['/', '\\', '<', '"', '&']) && !name.starts_with('.'), "{name}");
        }
    }
}

#[test]
fn made_up_figures_are_marked_in_title_description_and_picture() {
    let mut edition = plan();
    let marked = |one: &Preview| {
        // The dot of the logo is of that colour, too.
        one.picture.iter().any(|shape| matches!(shape, Shape::Line(Colour::Orange, ..)))
    };
    assert!(made(&edition, Lang::Zh).iter().all(|one| !marked(one) && !one.title.contains("演示")));
    edition.kind = EditionKind::Demo;
    for one in made(&edition, Lang::Zh) {
        assert!(marked(&one) && one.title.ends_with("【演示数据】"), "{}", one.title);
        assert!(one.description.starts_with("演示数据，不代表实际进展。") && one.alt.contains("演示数据"));
        assert!(json(&one)["html"].as_str().unwrap().contains("【演示数据】"));
    }
    for one in made(&edition, Lang::En) {
        assert!(
            one.title.ends_with("[demo data]")
                && one.description.starts_with("Demo data, not real progress.")
        );
    }
}

#[test]
fn everything_is_drawn_within_the_picture() {
    let [width, height] = SIZE.map(f64::from);
    for edition in [plan(), support::edition()] {
        for one in made(&edition, Lang::Zh) {
            let inside = |[x, y]: [f64; 2], far: f64| {
                x - far >= 0.0 && y - far >= 0.0 && x + far <= width && y + far <= height
            };
            for shape in &one.picture {
                let fits = match shape {
                    Shape::Area(_, points) => points.iter().all(|point| inside(*point, 0.0)),
                    Shape::Line(_, points, wide) => points.iter().all(|point| inside(*point, wide / 2.0)),
                    Shape::Disc(_, middle, radius) => inside(*middle, *radius),
                    Shape::Ring(_, middle, radius, wide) => inside(*middle, radius + wide / 2.0),
                };
                assert!(fits, "{}: {shape:?}", one.name);
            }
        }
    }
}

#[test]
fn the_command_writes_all_files_and_the_same_ones_again() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oembed");
    let _ = fs::remove_dir_all(&folder);
    let (data, out) = (folder.join("data"), folder.join("share"));
    let (data, shared) = (data.to_str().unwrap(), out.to_str().unwrap());
    let run = |arguments: &[&str]| {
        let root = env!("CARGO_MANIFEST_DIR");
        let mut command = Command::new(env!("CARGO_BIN_EXE_biaogan"));
        command.current_dir(root).args(arguments).output().unwrap().status.code()
    };
    assert_eq!(run(&["build", "tests/fixtures/tables", "--out", data]), Some(0));
    let told = ["oembed", "--data", data, "--base", BASE, "--out", shared];
    assert_eq!(run(&told), Some(0));
    let read = |name: &str| fs::read(out.join(name)).unwrap();
    let names = || fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for name in names() {
        if name.ends_with(".png") {
            let picture = tiny_skia::Pixmap::decode_png(&read(&name)).unwrap();
            assert_eq!([picture.width(), picture.height()], SIZE, "{name}");
        } else if name.ends_with(".json") {
            serde_json::from_slice::<serde_json::Value>(&read(&name)).unwrap();
        } else {
            assert!(read(&name).starts_with(b"<!doctype html>"), "{name}");
        }
    }
    assert!(String::from_utf8(read("overview.html")).unwrap().contains("<title>总览 · "));
    assert!(String::from_utf8(read("domain.html")).unwrap().contains("<title>领域 · "));
    let before: Vec<_> = names().map(|name| (read(&name), name)).collect();
    assert_eq!(run(&told), Some(0));
    assert!(before.iter().all(|(bytes, name)| read(name) == *bytes), "the same data give the same bytes");
    assert_eq!(run(&[&told[..], &["--lang", "en"]].concat()), Some(0));
    assert_eq!(names().count(), before.len() / 3 * 5, "the pictures are those of both languages");
    assert!(String::from_utf8(read("overview.en.html")).unwrap().contains("<title>Overview · "));
    for base in ["javascript:alert(1)", "example.org", ""] {
        assert_eq!(run(&["oembed", "--data", data, "--base", base, "--out", shared]), Some(2), "{base}");
    }
    assert_eq!(run(&["oembed", "--data", "no-such-folder", "--base", BASE, "--out", shared]), Some(2));
}
