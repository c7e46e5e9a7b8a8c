//! The list of goals as the address asks for it, and goals against another edition.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use biaogan::domain::{Lang, Light, Observation, RulePack, Status};
use biaogan::model::list::{List, list};
use biaogan::model::overview::overview;
use biaogan::model::record::record;
use biaogan::model::versus::versus;
use biaogan::model::{Scope, bars, relations, showcase};
use biaogan::route::ViewState;
use pretty_assertions::assert_eq;
use support::edition;

fn ids(list: &List) -> Vec<&str> {
    list.sections.iter().flat_map(|section| &section.items).map(|item| item.card.id.as_str()).collect()
}

#[test]
fn every_division_holds_every_goal_once_and_counts_its_lights() {
    let (edition, rule) = (edition(), RulePack::three_colour());
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let all = list(&scope, &ViewState::default());
    assert_eq!(all.sections.len(), 1);
    for group in ["domain", "light", "lead"] {
        for sort in ["plan", "light", "name", "gap"] {
            let state =
                ViewState::from_query(&format!("?view=indicators&group={group}&sort={sort}&as=small"));
            let divided = list(&scope, &state);
            let (mut one, mut other) = (ids(&all), ids(&divided));
            one.sort_unstable();
            other.sort_unstable();
            assert_eq!(one, other, "{group} {sort}");
            assert_eq!(divided.tally, all.tally);
            for section in &divided.sections {
                assert!(!section.title.is_empty() && !section.items.is_empty());
                assert_eq!(section.tally.total(), section.items.len());
                assert!(section.items.iter().all(|item| item.strip.is_some()));
                if let Some(light) = section.light {
                    assert!(section.items.iter().all(|item| item.card.light == light));
                }
            }
        }
    }
}

#[test]
fn a_comparison_tells_change_turn_and_why_there_is_none() {
    let (now, rule) = (edition(), RulePack::three_colour());
    let mut before = now.clone();
    before.month = now.month.plus(-2);
    for indicator in &mut before.indicators {
        let keep = (before.month.since(indicator.series.from) + 1).max(0) as usize;
        indicator.series.values.truncate(keep);
    }
    let measured = now.indicators.iter().position(|one| {
        one.goal.kind.is_measured()
            && one.series.number(now.month).is_some()
            && one.series.number(before.month).is_some()
    });
    let measured = measured.unwrap();
    let tell = |before: &biaogan::domain::Edition, lang: Lang| {
        let scope = Scope { edition: &now, compared: Some(before), rule: &rule, lang };
        let indicator = &now.indicators[measured];
        versus(&scope, indicator, &scope.standing(indicator)).unwrap()
    };
    let shown = tell(&before, Lang::Zh);
    let difference = now.indicators[measured].series.number(now.month).unwrap()
        - now.indicators[measured].series.number(before.month).unwrap();
    assert_eq!(shown.since, format!("较{}", biaogan::domain::format::month(before.month, Lang::Zh)));
    assert!(shown.change.starts_with(if difference > 0.0 { "+" } else { "−" }), "{}", shown.change);

    let mut missing = before.clone();
    *missing.indicators[measured].series.values.last_mut().unwrap() =
        Observation::missing(biaogan::domain::Reason::Withheld, None);
    assert_eq!(tell(&missing, Lang::Zh).change, "—（不公开）");
    assert_eq!(tell(&missing, Lang::Zh).turn.map(|turn| turn.0), Some(Light::NoData));
    let mut unit = before.clone();
    unit.indicators[measured].unit.zh = "万元".into();
    assert_eq!(tell(&unit, Lang::En).change, "another unit, not comparable");
    let mut absent = before.clone();
    absent.indicators.remove(measured);
    assert_eq!(tell(&absent, Lang::En).change, "new");
    assert_eq!(tell(&now.clone(), Lang::En).change, "no change");

    let scope = Scope { edition: &now, compared: Some(&before), rule: &rule, lang: Lang::Zh };
    let page = overview(&scope);
    assert_eq!(page.since.as_deref(), Some(shown.since.as_str()));
    for change in &page.changes {
        assert_ne!(change.from, change.to, "{}", change.id);
    }
    let plain = support::scope(&now, &rule, Lang::Zh);
    assert_eq!(versus(&plain, &now.indicators[measured], &plain.standing(&now.indicators[measured])), None);
}

#[test]
fn bars_are_shares_of_the_longest_and_those_without_a_figure_come_last() {
    let (edition, rule) = (edition(), RulePack::three_colour());
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let with = edition.indicators.iter().filter_map(|indicator| bars::bars(&scope, indicator));
    let with: Vec<_> = with.collect();
    assert!(!with.is_empty() && with.len() < edition.indicators.len());
    for bars in with {
        assert_eq!(bars.rows.len(), edition.townships.len());
        assert_eq!(bars.rows[0].share, Some(1.0));
        let shares: Vec<f64> = bars.rows.iter().map(|bar| bar.share.unwrap_or(-1.0)).collect();
        assert!(shares.is_sorted_by(|one, other| one >= other), "{shares:?}");
        assert!(bars.rows.iter().all(|bar| !bar.value.is_empty()));
    }
}

#[test]
fn what_belongs_to_a_goal_is_found_once_and_leads_somewhere() {
    let (edition, rule) = (common::plan().value.edition, RulePack::three_colour());
    let scope = support::scope(&edition, &rule, Lang::En);
    for indicator in &edition.indicators {
        let relations = relations::relations(&scope, indicator);
        assert!(!relations.departments.is_empty() && !relations.tasks.is_empty(), "{}", indicator.id);
        for list in [&relations.departments, &relations.tasks, &relations.projects, &relations.sites] {
            let mut ids: Vec<&str> = list.iter().map(|item| item.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), list.len(), "{}", indicator.id);
            let known =
                |item: &relations::Related| record(&scope, &item.id).is_some_and(|it| it.place == item.place);
            assert!(list.iter().all(known), "{}", indicator.id);
        }
    }
}

#[test]
fn the_style_guide_names_every_state_and_shows_a_goal_that_is_in_it() {
    let (edition, rule) = (edition(), RulePack::three_colour());
    let exhibits = showcase::showcase(&support::scope(&edition, &rule, Lang::Zh));
    assert_eq!(exhibits.len(), 10);
    let lights = [
        ("无数据，有原因", Light::NoData),
        ("未达", Light::Red),
        ("补上", Light::Yellow),
        ("未到期", Light::NotDue),
    ];
    for (state, light) in lights {
        let exhibit = exhibits.iter().find(|exhibit| exhibit.state == state).unwrap();
        assert!(exhibit.card.as_ref().is_none_or(|card| card.light == light), "{state}");
    }
    // What the edition does not have is altered to be so, and said to be.
    for (state, mark) in [("初步数 p", "p"), ("修订数 r", "r")] {
        let mut plain = edition.clone();
        plain
            .indicators
            .iter_mut()
            .flat_map(|one| &mut one.series.values)
            .for_each(|one| one.status = Status::Final);
        let exhibits = showcase::showcase(&support::scope(&plain, &rule, Lang::Zh));
        let exhibit = exhibits.iter().find(|exhibit| exhibit.state == state).unwrap();
        assert!(exhibit.altered, "{state}");
        assert_eq!(exhibit.card.as_ref().unwrap().mark.as_ref().unwrap().0, mark);
    }
}
