//! Handing on: the wall that the control page sets up, QR codes that can be read, and code that stays what it is.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use biaogan::domain::{Lang, RulePack};
use biaogan::model::share::piece::embedded;
use biaogan::model::share::preview::Home;
use biaogan::model::share::qr::{QUIET, Qr, qr};
use biaogan::model::share::snippet::{Source, frame, script};
use biaogan::model::share::wall::{self, Colours};
use biaogan::route::{Embed, Piece, Turn, View, ViewState, WallPage};
use pretty_assertions::assert_eq;

fn codes(order: &[Turn]) -> Vec<String> {
    order.iter().map(Turn::to_string).collect()
}

fn state(query: &str) -> ViewState {
    ViewState::from_query(query)
}

#[test]
fn a_wall_that_names_no_pages_has_all_in_their_order() {
    let edition = common::plan().value.edition;
    let order = wall::order(&edition, &state("").wall);
    let domains: Vec<String> = edition.domains.iter().map(|domain| format!("domain.{}", domain.id)).collect();
    let all =
        [&["overview".to_owned()], &domains[..], &["projects", "departments", "changes"].map(str::to_owned)];
    assert_eq!(codes(&order), all.concat(), "the plan alone has no figures for a map");
    assert_eq!(wall::spare(&edition, &order), []);
    assert_eq!(wall::written(&edition, order), [], "the address says nothing of it");
}

#[test]
fn pages_are_moved_taken_out_and_added_within_what_there_is() {
    let edition = common::plan().value.edition;
    let order = wall::order(&edition, &state("?pages=overview:60,domain.gone,projects,map,changes").wall);
    assert_eq!(codes(&order), ["overview:60", "projects", "changes"]);
    assert_eq!(codes(&wall::moved(&order, 0, 1)), ["projects", "overview:60", "changes"]);
    assert_eq!(codes(&wall::moved(&order, 2, -1)), ["overview:60", "changes", "projects"]);
    for (at, by) in [(0, -1), (2, 1), (7, 1), (7, -1)] {
        assert_eq!(wall::moved(&order, at, by), order, "{at} {by}");
    }
    let fewer = wall::without(&order, 1);
    assert_eq!(codes(&fewer), ["overview:60", "changes"]);
    assert!(wall::spare(&edition, &fewer).contains(&WallPage::Projects));
    let last = wall::without(&wall::without(&fewer, 0), 0);
    assert_eq!(codes(&last), ["changes"], "a wall without pages would show all");
    assert_eq!(wall::order(&edition, &state("?pages=domain.gone,map").wall).len(), 8);
    assert_eq!(wall::order(&edition, &state("?pages=domain:20").wall).len(), edition.domains.len());
}

#[test]
fn every_page_has_a_name_in_both_languages() {
    let (edition, rule) = (common::plan().value.edition, RulePack::three_colour());
    for lang in [Lang::Zh, Lang::En] {
        let scope = support::scope(&edition, &rule, lang);
        let names: Vec<String> = wall::order(&edition, &state("").wall)
            .iter()
            .map(|turn| wall::page_name(&scope, &turn.page))
            .collect();
        let unlike: std::collections::BTreeSet<&String> = names.iter().collect();
        assert!(unlike.len() == names.len() && names.iter().all(|name| !name.is_empty()), "{names:?}");
    }
}

#[test]
fn the_walls_address_is_made_of_what_the_control_page_has_in_its_own() {
    let query = "?view=share&snapshot=2022-06&theme=dark&type=large&keys=off&rotate=45&pages=map:20,overview&refresh=0&scale=width&design=6656x1792&day=8-18";
    let here = state(query);
    assert_eq!(state(&here.to_query()), here, "a reload keeps everything");
    assert_eq!(
        wall::wall(&here, Lang::En).to_query(),
        "?snapshot=2022-06&lang=en&kiosk=1&pages=map:20,overview&rotate=45&refresh=0&scale=width&design=6656x1792&day=8-18"
    );
    let from_elsewhere = wall::control(&state("?view=tasks&q=x&lang=en&rotate=45"));
    assert_eq!(from_elsewhere.to_query(), "?view=share&lang=en&rotate=45");
}

#[test]
fn colours_are_one_choice() {
    for start in [
        "?view=share",
        "?view=share&day=8-18",
        "?view=share&theme=contrast",
        "?view=share&theme=dark&day=0-24",
    ] {
        for colours in Colours::ALL {
            let mut state = state(start);
            colours.write(&mut state);
            assert_eq!(Colours::of(&state), colours, "{start}");
            let wall = wall::wall(&state, Lang::Zh);
            let seen = [12, 23].map(|hour| wall.colours(hour));
            let expected = match colours {
                Colours::Dark => ["wall", "wall"],
                Colours::ByHour => ["light", "wall"],
                Colours::Light => ["light", "light"],
                Colours::Contrast => ["contrast", "contrast"],
            };
            assert_eq!(seen, expected, "{start} {colours:?}");
        }
    }
    let mut reader = state("?view=share&theme=dark&day=8-18");
    Colours::ByHour.write(&mut reader);
    assert_eq!(
        reader,
        state("?view=share&theme=dark&day=8-18"),
        "the reader's own colours stay, and so do the hours"
    );
}

#[test]
fn the_headline_says_how_many_and_how_long() {
    let edition = common::plan().value.edition;
    let said = |query: &str, lang| {
        let wall = state(query).wall;
        wall::headline(&wall::order(&edition, &wall), &wall, lang)
    };
    assert_eq!(said("", Lang::Zh), "大屏依次放映8页，每页30秒");
    assert_eq!(said("?pages=projects&rotate=60", Lang::En), "The wall goes through 1 page, 60 seconds each");
    assert_eq!(said("?rotate=0", Lang::En), "The wall has 8 pages, turned by hand");
    assert_eq!(said("?pages=projects:20,overview", Lang::Zh), "大屏依次放映2页，时长各有设定");
}

/// What a reader of codes makes of one, eight pixels to a module.
fn read(code: &Qr) -> String {
    const PIXELS: usize = 8;
    let side = code.size as usize;
    let mut dark = vec![false; side * side];
    for run in code.path.split('M').skip(1) {
        let (at, rest) = run.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
        dark[y * side + x..y * side + x + length].fill(true);
    }
    let edge = |at: usize| at < QUIET as usize || at >= side - QUIET as usize;
    let inside = |at: usize| !edge(at % side) && !edge(at / side);
    assert!((0..side * side).all(|at| inside(at) || !dark[at]), "the quiet zone is white");
    let shade = |x: usize, y: usize| if dark[y / PIXELS * side + x / PIXELS] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * PIXELS, side * PIXELS, shade);
    image.detect_grids()[0].decode().unwrap().1
}

#[test]
fn a_reader_of_codes_finds_the_address() {
    for text in [
        "https://example.org/",
        "https://example.org/dashboard/?kiosk=1&pages=overview:60,domain.health,map:30&rotate=45&design=6656x1792&day=7-19",
        "https://example.org/?q=%E7%91%9E%E5%AE%89&id=a~b",
        "http://瓯海.example/看板?x=\"<>&'",
    ] {
        assert_eq!(read(&qr(text).unwrap()), text);
    }
    let long = format!("https://example.org/?q={}", "x".repeat(1500));
    assert_eq!(read(&qr(&long).unwrap()), long);
    assert_eq!(qr(&"x".repeat(3000)), None);
    let file = qr("a").unwrap().svg(16);
    assert!(
        file.starts_with("<svg xmlns=") && file.contains("fill=\"#fff\"") && file.contains("width=\"464\""),
        "{file}"
    );
}

const HOSTILE: &str = "\"></iframe><script>alert('1')</script>&amp; 标杆";

#[test]
fn a_title_never_leaves_its_attribute() {
    let here = state("?view=indicator&id=%22%3E%3Cu&theme=dark");
    for write in [frame, script] {
        let code =
            |title| write(Source { page: "https://example.org/d/", title }, &here, Embed::Piece(Piece::Card));
        let (plain, evil) = (code("plain"), code(HOSTILE));
        for mark in ['<', '>', '"', '\''] {
            let count = |text: &str| text.chars().filter(|letter| *letter == mark).count();
            assert_eq!(count(&evil), count(&plain), "{evil}");
        }
        assert!(evil.contains(
            "&quot;&gt;&lt;/iframe&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp; 标杆"
        ));
        assert!(!evil.contains("<u"), "{evil}");
    }
}

#[test]
fn the_codes_say_what_the_address_does() {
    let source = Source { page: "https://example.org/d/", title: "零售" };
    let goal = state("?view=indicator&id=ind-a&snapshot=2022-06&lang=en&theme=dark");
    assert_eq!(
        frame(source, &goal, Embed::Piece(Piece::Chart)),
        "<iframe src=\"https://example.org/d/?view=indicator&amp;id=ind-a&amp;snapshot=2022-06&amp;lang=en&amp;theme=dark&amp;embed=chart\" \
         title=\"零售\" width=\"720\" height=\"520\" loading=\"lazy\"></iframe>"
    );
    assert_eq!(
        script(source, &goal, Embed::Piece(Piece::Chart)),
        "<script src=\"https://example.org/d/embed.js\" async></script>\n\
         <biaogan-embed src=\"https://example.org/d/\" view=\"indicator\" record=\"ind-a\" snapshot=\"2022-06\" lang=\"en\" theme=\"dark\" piece=\"chart\" title=\"零售\">\
         <a href=\"https://example.org/d/?view=indicator&amp;id=ind-a&amp;snapshot=2022-06&amp;lang=en&amp;theme=dark\">零售</a></biaogan-embed>"
    );
    let filtered = script(source, &state("?view=tasks&dept=d-commerce&q=a%26b"), Embed::Whole);
    assert!(filtered.contains(" view=\"tasks\" query=\"dept=d-commerce&amp;q=a%26b\" title="), "{filtered}");
    let file = Source { page: "https://example.org/d/index.html", ..source };
    let by_file = script(file, &goal, Embed::Whole);
    assert!(by_file.starts_with("<script src=\"https://example.org/d/embed.js\" "), "{by_file}");
    assert!(by_file.contains("<biaogan-embed src=\"https://example.org/d/index.html\" "), "{by_file}");
    assert_eq!(embedded(&state("?kiosk=1&embed=1&hide=title"), Embed::Whole), "?embed=1&hide=title");
}

#[test]
fn the_page_is_the_folder_however_it_is_addressed() {
    for page in ["https://example.org/d", "https://example.org/d/", "https://example.org/d/index.html"] {
        assert_eq!(Home::new(page).page(), "https://example.org/d/", "{page}");
    }
    assert_eq!(Home::new("https://example.org").page(), "https://example.org/");
}

#[test]
fn every_page_can_be_embedded_whole_and_some_in_pieces() {
    for view in View::ALL {
        assert_eq!(Embed::offered(*view).next(), Some(Embed::Whole));
    }
    let codes: Vec<_> = Embed::offered(View::Indicator).filter_map(Embed::code).collect();
    assert_eq!(codes, ["1", "card", "chart", "table"]);
}
