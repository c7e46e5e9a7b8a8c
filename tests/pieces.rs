//! What travels with a piece of the dashboard, and what an embedded page says of its age and of the record chosen.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod support;

use biaogan::domain::{Lang, RulePack};
use biaogan::model::piece::{self, PieceFrame};
use biaogan::model::record::{Kind, chosen, record};
use biaogan::route::ViewState;
use pretty_assertions::assert_eq;
use support::edition;

fn frame(query: &str, lang: Lang) -> PieceFrame {
    let (edition, rule) = (edition(), RulePack::three_colour());
    piece::frame(&support::scope(&edition, &rule, lang), &ViewState::from_query(query), "任务表")
}

#[test]
fn a_piece_carries_its_title_date_and_source() {
    let card = frame("?view=indicator&id=retail&embed=card", Lang::Zh);
    assert_eq!(card, frame("?view=indicator&id=retail&embed=chart", Lang::Zh));
    assert_eq!(card, frame("?view=indicator&id=retail&embed=table", Lang::Zh));
    assert!(card.title.is_some_and(|title| !title.is_empty()));
    assert!(card.as_of.starts_with("截至"), "{}", card.as_of);
    assert_eq!(frame("?view=indicator&id=unheard-of&embed=card", Lang::Zh).title, None);
    let tasks = frame("?view=tasks&embed=table", Lang::Zh);
    assert_eq!(tasks.title.as_deref(), Some("任务表"));
    for query in ["?view=map&embed=map", "?view=overview&embed=map"] {
        let map = frame(query, Lang::En);
        assert!(map.title.unwrap().ends_with(" by township"), "{query}");
    }
    let earlier = frame("?view=map&embed=map&month=2021-05", Lang::En);
    assert!(earlier.title.unwrap().ends_with(" by township, May 2021"), "the month that is shown");
}

#[test]
fn only_what_is_pinned_says_that_there_are_newer_data() {
    let (mut edition, rule, manifest) = (edition(), RulePack::three_colour(), support::manifest());
    let newest = manifest.latest().unwrap().id;
    let newer = |edition: &biaogan::domain::Edition, query: &str| {
        piece::newer(&support::scope(edition, &rule, Lang::En), &manifest, &ViewState::from_query(query))
    };
    edition.month = newest;
    assert_eq!(newer(&edition, &format!("?snapshot={newest}")), None, "it is the newest");
    edition.month = newest.plus(-3);
    let pinned = format!("?snapshot={}", edition.month);
    assert!(newer(&edition, &pinned).unwrap().starts_with("Pinned to "));
    assert_eq!(newer(&edition, ""), None, "it is not pinned");
    assert_eq!(newer(&edition, &format!("?snapshot={}", newest.plus(-9))), None, "another one is shown");
}

#[test]
fn the_record_chosen_is_what_is_pointed_at_before_what_the_page_is_about() {
    let (edition, rule) = (edition(), RulePack::three_colour());
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let of = |query: &str| chosen(&scope, &ViewState::from_query(query)).map(|one| (one.kind.code(), one.id));
    let (goal, town) = (&edition.indicators[0].id, &edition.townships[0].code);
    assert_eq!(of(&format!("?view=indicator&id={goal}")), Some(("indicator", goal.clone())));
    assert_eq!(of(&format!("?view=map&town={town}")), Some(("township", town.clone())));
    assert_eq!(of(&format!("?view=domain&id=commerce&item={goal}")), Some(("indicator", goal.clone())));
    assert_eq!(of("?view=domain&id=commerce"), Some(("domain", "commerce".into())));
    assert_eq!((of("?view=tasks"), of("?view=indicator&id=unheard-of")), (None, None));
    for site in &edition.sites {
        let found = record(&scope, &site.id).unwrap();
        assert_eq!(of(&format!("?view=map&id={}", site.id)), Some((found.kind.code(), site.id.clone())));
    }
    let mut codes: Vec<&str> = Kind::ALL.into_iter().map(Kind::code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Kind::ALL.len());
}
