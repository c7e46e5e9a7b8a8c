//! The agenda of the meeting: what has to be talked about, in order of need.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Light, Month, RulePack, standing};
use biaogan::model::Scope;
use biaogan::model::agenda::{self, Agenda, Need, agenda};
use biaogan::publish::demo;
use biaogan::route::ViewState;
use pretty_assertions::assert_eq;

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value
});

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn edition(text: &str) -> &'static Edition {
    EDITIONS.iter().find(|edition| edition.month == month(text)).unwrap()
}

fn made(shown: &str, compared: Option<&str>, lang: Lang) -> Agenda {
    let rule = RulePack::three_colour();
    let scope = support::scope(edition(shown), &rule, lang);
    agenda(&Scope { compared: compared.map(edition), ..scope })
}

/// The ids of the items of a need, in their order.
fn ids(agenda: &Agenda, need: Need) -> Vec<&str> {
    agenda.items.iter().filter(|item| item.need == need).map(|item| item.id.as_str()).collect()
}

#[test]
fn the_story_of_june_is_on_the_agenda_in_order_of_need() {
    for compared in [None, Some("2022-05")] {
        let agenda = made("2022-06", compared, Lang::Zh);
        let needs: Vec<Need> = agenda.items.iter().map(|item| item.need).collect();
        assert!(needs.is_sorted(), "{needs:?}");
        let red = ids(&agenda, Need::Red);
        assert_eq!(red[0], "ind-digital-scenarios", "five months red, the longest");
        for id in ["ind-online-retail-sales", "ind-brands", "t-c2", "t-c3", "t-h3", "t-g2", "t-w3"] {
            assert!(red.contains(&id), "{id}");
        }
        assert_eq!(red.len(), 10);
        assert_eq!(ids(&agenda, Need::NoData), ["ind-green-finance-platform", "t-w5"]);
        assert_eq!(ids(&agenda, Need::MadeUp), ["ind-smart-settlement-rate"]);
        assert_eq!(ids(&agenda, Need::Due), [""; 0], "the third quarter ends in 92 days");
    }
}

#[test]
fn what_is_on_the_agenda_is_what_the_lights_say() {
    let rule = RulePack::three_colour();
    for edition in EDITIONS.iter() {
        let agenda = made(&edition.month.to_string(), None, Lang::Zh);
        let of = |light: Light| {
            let goals = edition.indicators.iter();
            let goals = goals.filter(|one| standing::of_indicator(one, edition, &rule).light == light);
            let tasks = edition.tasks.iter().filter(|task| {
                standing::of_task(task, edition, &rule).is_some_and(|standing| standing.light == light)
            });
            goals.count() + tasks.count()
        };
        assert_eq!(ids(&agenda, Need::Red).len(), of(Light::Red), "{}", edition.month);
        assert_eq!(ids(&agenda, Need::NoData).len(), of(Light::NoData), "{}", edition.month);
        assert!(agenda.items.iter().all(|item| item.line.ends_with('。') && item.demo == agenda.demo));
    }
}

#[test]
fn what_is_red_is_never_called_made_up() {
    let mut owing = 0;
    for pair in EDITIONS.windows(4) {
        for compared in [None, Some(&pair[0]), Some(&pair[2])] {
            let compared = compared.map(|edition| edition.month.to_string());
            let agenda = made(&pair[3].month.to_string(), compared.as_deref(), Lang::Zh);
            assert!(agenda.items.iter().all(|one| (one.light == Light::Red) == (one.need == Need::Red)));
            owing += ids(&agenda, Need::MadeUp).len();
        }
    }
    assert!(owing > 0);
}

#[test]
fn each_item_is_one_sentence_with_cause_department_and_what_would_turn_it() {
    let zh = made("2022-06", Some("2022-05"), Lang::Zh);
    assert_eq!(
        zh.items[0].line,
        "数字化应用场景：实际71个，应达83个，落后12个，连续5个月红灯；区大数据管理中心牵头（推定）；任一月达到84个即转黄，2022年12月目标100个。"
    );
    assert_eq!(zh.headline, "15项要议：红灯10项，无数据2项，转灯2项，补上1项");
    let en = made("2022-06", Some("2022-05"), Lang::En);
    assert_eq!(
        en.items[0].line,
        "Digital application scenarios: 71 against 83 due, 12 below pace, red for 5 months; lead: Ouhai District Big Data Management Centre (inferred); any month that reaches 84 turns it yellow, target 100 in December 2022."
    );
    let settled = zh.items.iter().find(|item| item.id == "ind-smart-settlement-rate").unwrap();
    assert_eq!(settled.cause, "领先1.6个百分点，补上4月、5月欠账，由红转绿");
    assert_eq!(settled.before, Some(Light::Red));
    let state = ViewState::from_query("?view=changes&as=agenda&snapshot=2022-06&domain=commerce");
    assert_eq!(
        zh.items[0].target(&state).to_query(),
        "?view=indicator&id=ind-digital-scenarios&snapshot=2022-06"
    );
    let task = zh.items.iter().find(|item| item.id == "t-c2").unwrap();
    assert_eq!(task.target(&state).to_query(), "?view=tasks&snapshot=2022-06&item=t-c2");
}

#[test]
fn what_falls_due_stands_there_until_it_is_reached() {
    let august = made("2022-08", None, Lang::Zh);
    let due = ids(&august, Need::Due);
    assert!(due.contains(&"t-h1"), "89 of 92 percent");
    assert!(!due.contains(&"ind-regional-platforms"), "its next point is in December");
    let line = &august.items.iter().find(|item| item.id == "t-h1").unwrap().line;
    assert_eq!(
        line,
        "智慧医疗平台建设（任务）：2022年9月30日应达92%，现有89%，还差3个百分点；区卫生健康局牵头。"
    );
    let december = made("2022-12", None, Lang::Zh);
    assert_eq!(ids(&december, Need::Due), [""; 0]);
}

#[test]
fn a_domain_or_a_department_has_an_agenda_of_its_own() {
    let all = made("2022-06", None, Lang::Zh);
    let health = all.clone().only(Some("health"), None);
    assert!(!health.items.is_empty() && health.items.iter().all(|item| item.domain == "health"));
    let bureau = all.clone().only(None, Some("d-commerce"));
    assert!(bureau.items.len() < all.items.len());
    assert!(bureau.items.iter().any(|item| item.id == "ind-online-retail-sales"));
    assert_eq!(all.only(Some("unheard-of"), None).headline, "没有要议的事项");
}

#[test]
fn as_text_it_is_numbered_dated_and_marked() {
    let agenda = made("2022-06", Some("2022-05"), Lang::Zh);
    let text = agenda::text(&agenda, "标杆区创建", "https://example.org/?view=changes");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..3],
        [
            "标杆区创建　会议议程",
            "截至2022年6月30日，较2022年5月【演示数据，不代表实际进展】",
            agenda.headline.as_str(),
        ]
    );
    assert_eq!(lines.last(), Some(&"https://example.org/?view=changes"));
    for (index, item) in agenda.items.iter().enumerate() {
        assert!(lines.contains(&format!("{}. {}", index + 1, item.line).as_str()));
    }
    let en = agenda::text(&made("2022-06", Some("2022-05"), Lang::En), "Benchmark", "");
    assert!(en.starts_with("Benchmark: meeting agenda\nAs of 30 June 2022; against May 2022 [Demo data"));
}

#[test]
fn the_official_edition_has_nothing_generated_to_discuss() {
    let official = common::plan().value.edition;
    let rule = RulePack::three_colour();
    let agenda = agenda(&support::scope(&official, &rule, Lang::Zh));
    assert!(!agenda.demo && agenda.items.iter().all(|item| !item.demo));
    assert!(!agenda::text(&agenda, "", "").contains("演示"));
}

#[test]
fn what_falls_due_within_the_days_is_on_it_the_nearest_first() {
    let rule = RulePack::three_colour();
    let scope = support::scope(edition("2022-10"), &rule, Lang::Zh);
    let due = |days: i32| -> Vec<Month> {
        let agenda = agenda::within(&scope, days);
        let goals = ids(&agenda, Need::Due).into_iter().filter_map(|id| scope.edition.indicator(id));
        goals.map(|goal| scope.standing(goal).falls_due(&goal.goal).unwrap().1.month).collect()
    };
    assert!(due(30).is_empty());
    let within = due(90);
    assert!(within.len() > 3, "the last day of the plan is 61 days off: {within:?}");
    assert!(within.is_sorted());
}
