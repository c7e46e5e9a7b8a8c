//! The demonstration editions hold what they promise.

mod common;

use biaogan::domain::{Edition, Light, RulePack, standing};
use biaogan::publish::demo;

#[test]
fn probe() {
    let plan = common::plan().value;
    let editions = demo::editions(&plan, &common::tables("data/demo"), None).unwrap();
    for f in &editions.findings {
        println!("{f:?}");
    }
    let rule = RulePack::three_colour();
    for month in ["2022-05", "2022-06", "2022-07", "2022-12"] {
        let e: &Edition = editions.value.iter().find(|e| e.month.to_string() == month).unwrap();
        println!("== {month}");
        for i in &e.indicators {
            let s = standing::of_indicator(i, e, &rule);
            let strip: String = s
                .history
                .iter()
                .map(|a| match a.light {
                    Light::Green => 'g',
                    Light::Yellow => 'y',
                    Light::Red => 'R',
                    Light::NotDue => '.',
                    Light::NoData => '?',
                })
                .collect();
            println!("{:30} {:?} {:?} {strip}", i.id, s.light, i.series.number(e.month));
        }
        for t in &e.tasks {
            if let Some(s) = standing::of_task(t, e, &rule) {
                let strip: String = s
                    .history
                    .iter()
                    .map(|a| match a.light {
                        Light::Green => 'g',
                        Light::Yellow => 'y',
                        Light::Red => 'R',
                        Light::NotDue => '.',
                        Light::NoData => '?',
                    })
                    .collect();
                println!("{:10} {:?} {strip}", t.id, s.light);
            }
        }
    }
}
