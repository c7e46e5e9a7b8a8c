//! A small edition for tests: a goal of every kind, five townships, a few sites.
#![allow(dead_code, clippy::unwrap_used)]

use std::collections::BTreeMap;

use biaogan::domain::*;
use biaogan::model::Scope;
use biaogan::snapshot::{Boundaries, Crs, District, Layer, LayerRole, Manifest, Region, SnapshotEntry};

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn names(zh: &str, en: &str) -> Names {
    Names::new(zh, en)
}

fn unit(zh: &str, en: &str, kind: UnitKind, decimals: u8) -> Unit {
    Unit { zh: zh.into(), en: en.into(), kind, decimals, en_factor: 1.0, en_decimals: None }
}

pub fn yuan() -> Unit {
    Unit { en_factor: 0.1, en_decimals: Some(2), ..unit("亿元", "CNY bn", UnitKind::Amount, 1) }
}

fn goal(kind: Kind, comparator: Comparator, target: f64) -> Goal {
    let due = "2022-12-31".parse().unwrap();
    Goal { kind, comparator, target, high: None, direction: Direction::Up, due }
}

fn series(values: impl IntoIterator<Item = f64>) -> Series {
    Series { from: month("2020-01"), values: values.into_iter().map(Observation::number).collect() }
}

fn absent(reason: Reason, note: Option<Names>) -> Observation {
    Observation::missing(reason, note)
}

fn indicator(id: &str, name: Names, unit: Unit, goal: Goal, series: Series) -> Indicator {
    Indicator {
        id: id.into(),
        name,
        short: None,
        domain: "commerce".into(),
        project: None,
        section: Some("一（二）".into()),
        unit,
        goal,
        lead: None,
        lead_basis: LeadBasis::default(),
        note: None,
        baseline: None,
        schedule: Vec::new(),
        series,
        events: Vec::new(),
        townships: BTreeMap::new(),
    }
}

/// Retail sales: a threshold with a baseline, behind at first and again at last; revised, provisional.
fn retail() -> Indicator {
    let base = [
        165.0, 161.0, 159.5, 164.0, 168.0, 174.5, 179.0, 185.5, 192.0, 199.5, 207.0, 212.0, 217.0, 222.0,
        227.5, 232.0, 236.0, 240.5, 245.5, 250.0, 254.5, 258.0, 262.4, 262.8, 265.4, 266.0, 267.4, 269.0,
        270.9, 272.6,
    ];
    let mut series = series(base);
    series.values[26].status = Status::Revised { was: 266.2, reason: names("补报", "late return") };
    series.values[28].status = Status::Provisional;
    series.values[29].status = Status::Provisional;
    let goal = goal(Kind::Threshold, Comparator::Above, 300.0);
    Indicator {
        baseline: Some(Baseline { month: month("2019-12"), value: 162.0 }),
        ..indicator("retail", names("网络零售额", "Online retail sales"), yuan(), goal, series)
    }
}

/// A ratio with a baseline, ahead of pace, with two months missing.
fn ratio() -> Indicator {
    let mut series = series((0..30).map(|month| 60.2 + 0.55 * f64::from(month)));
    series.values[10] =
        absent(Reason::NotReported, Some(names("区卫健局未报11月数", "Health bureau sent nothing")));
    series.values[11] = absent(Reason::NotReported, None);
    let goal = goal(Kind::Ratio, Comparator::AtLeast, 80.0);
    Indicator {
        baseline: Some(Baseline { month: month("2019-12"), value: 58.0 }),
        domain: "health".into(),
        ..indicator(
            "ratio",
            names("智慧结算率", "Smart payment rate"),
            unit("%", "%", UnitKind::Percent, 1),
            goal,
            series,
        )
    }
}

/// A small count with a declared schedule.
fn steps() -> Indicator {
    let values = (0..30).map(|month| f64::from([0, 1, 2, 2, 3, 4, 5, 5, 6, 7][month / 3]));
    let point = |at: &str, plan: f64| DuePoint { month: month(at), plan };
    let goal = goal(Kind::Count, Comparator::AtLeast, 10.0);
    Indicator {
        schedule: vec![
            point("2020-12", 2.0),
            point("2021-06", 4.0),
            point("2021-12", 6.0),
            point("2022-06", 8.0),
            point("2022-12", 10.0),
        ],
        domain: "foundation".into(),
        ..indicator(
            "steps",
            names("数字生活服务品牌", "Service brands"),
            unit("个", "", UnitKind::Count, 0),
            goal,
            series(values),
        )
    }
}

/// A count with figures per township.
fn firms() -> Indicator {
    let figures = [
        ("330304001", Ok(58.0)),
        ("330304002", Ok(131.0)),
        ("330304003", Ok(74.0)),
        ("330304004", Err(Reason::NotReported)),
        ("330304005", Ok(96.0)),
    ];
    let townships = figures.map(|(code, figure)| {
        let last = figure.map_or_else(|reason| absent(reason, None), Observation::number);
        let mut values: Vec<Observation> =
            (0..29).map(|month| Observation::number(f64::from(month))).collect();
        values.push(last);
        (code.to_owned(), Series { from: month("2020-01"), values })
    });
    let goal = goal(Kind::Count, Comparator::Above, 1000.0);
    Indicator {
        townships: townships.into(),
        domain: "foundation".into(),
        ..indicator(
            "firms",
            names("累计服务小微企业", "Small firms served"),
            unit("家", "firms", UnitKind::Count, 0),
            goal,
            series((1..=30).map(|month| f64::from(month) * 30.4)),
        )
    }
}

/// A milestone with two events, one of them sourced.
fn base() -> Indicator {
    let event = |day: &str, zh: &str, en: &str, source: Option<&str>| Event {
        date: day.parse().unwrap(),
        name: names(zh, en),
        source: source.map(str::to_owned),
    };
    Indicator {
        events: vec![
            event("2020-12-23", "赛道水工程竣工验收", "Race course accepted", Some("s-news")),
            event("2021-03-30", "全部工程竣工验收", "All works accepted", Some("s-news")),
        ],
        domain: "health".into(),
        ..indicator(
            "base",
            names("瓯海龙舟运动基地", "Dragon boat base"),
            unit("", "", UnitKind::Count, 0),
            goal(Kind::Milestone, Comparator::Bare, 1.0),
            series(std::iter::repeat_n(0.0, 30)),
        )
    }
}

/// A ratio of which nothing was ever published.
fn unknown() -> Indicator {
    let values = std::iter::repeat_n(absent(Reason::NotPublished, None), 30).collect();
    indicator(
        "unknown",
        names("满意率", "Satisfaction"),
        unit("%", "%", UnitKind::Percent, 1),
        goal(Kind::Ratio, Comparator::AtLeast, 95.0),
        Series { from: month("2020-01"), values },
    )
}

fn township(code: &str, zh: &str, en: &str, at: [f64; 2]) -> Township {
    Township {
        code: code.into(),
        name: names(&format!("{zh}街道"), &format!("{en} Subdistrict")),
        short: names(zh, en),
        kind: "subdistrict".into(),
        at: Some(at),
        precision: Some(Precision::Approx2km),
    }
}

fn site(
    id: &str,
    zh: &str,
    domain: &str,
    town: Option<&str>,
    at: Option<[f64; 2]>,
    precision: Option<Precision>,
) -> Site {
    Site {
        id: id.into(),
        name: names(zh, id),
        category: "park".into(),
        domain: domain.into(),
        project: None,
        township: town.map(str::to_owned),
        at,
        precision,
        outside: false,
        note: None,
    }
}

pub fn edition() -> Edition {
    let domain = |id: &str, zh: &str, en: &str, seal: &str| Domain {
        id: id.into(),
        name: names(zh, en),
        position: names("", ""),
        seal: seal.into(),
    };
    let approx = Some(Precision::Approx2km);
    let centroid = Some(Precision::TownshipCentroid);
    Edition {
        month: month("2022-06"),
        as_of: "2022-06-30".parse().unwrap(),
        published: None,
        kind: EditionKind::Demo,
        start: month("2020-01"),
        end: month("2022-12"),
        domains: vec![
            domain("commerce", "数字商贸", "Digital commerce", "商"),
            domain("health", "数字健康", "Digital health", "康"),
            domain("foundation", "支撑", "Foundation", "支"),
        ],
        departments: Vec::new(),
        projects: Vec::new(),
        indicators: vec![retail(), ratio(), steps(), firms(), base(), unknown()],
        tasks: Vec::new(),
        sites: vec![
            site("a", "高教新区", "commerce", Some("330304005"), Some([120.75, 27.95]), centroid),
            site("b", "温州大学", "foundation", Some("330304005"), Some([120.75, 27.95]), centroid),
            site("c", "龙舟基地", "health", Some("330304003"), Some([120.66, 27.93]), approx),
            site(
                "d",
                "中央商务区",
                "commerce",
                Some("330304002"),
                Some([120.66, 27.97]),
                Some(Precision::Exact),
            ),
            site("e", "浙瓯直播基地", "commerce", None, None, None),
            Site { outside: true, ..site("f", "浙江大学", "foundation", None, None, None) },
        ],
        townships: vec![
            township("330304001", "景山", "Jingshan", [120.61, 27.97]),
            township("330304002", "梧田", "Wutian", [120.66, 27.97]),
            township("330304003", "南白象", "Nanbaixiang", [120.66, 27.93]),
            township("330304004", "三垟", "Sanyang", [120.705, 27.97]),
            township("330304005", "茶山", "Chashan", [120.75, 27.95]),
        ],
        organisation: Vec::new(),
        documents: Vec::new(),
        sources: vec![Source {
            id: "s-news".into(), title: names("瓯海新闻网", "Ouhai News"), url: None
        }],
        notices: Vec::new(),
    }
}

fn rectangle(code: &str, zh: &str, en: &str, [west, south, east, north]: [f64; 4]) -> Region {
    let ring = vec![[west, south], [east, south], [east, north], [west, north]];
    Region { code: code.into(), name: names(zh, en), polygons: vec![vec![ring]] }
}

pub fn townships() -> Boundaries {
    Boundaries {
        regions: vec![
            rectangle("330304001", "", "", [120.6, 27.95, 120.62, 28.0]),
            rectangle("330304002", "", "", [120.62, 27.95, 120.7, 28.0]),
            rectangle("330304003", "", "", [120.6, 27.9, 120.7, 27.95]),
            rectangle("330304004", "", "", [120.7, 27.95, 120.71, 28.0]),
            rectangle("330304005", "", "", [120.7, 27.9, 120.8, 27.95]),
        ],
    }
}

pub fn district() -> Boundaries {
    let ring =
        vec![[120.6, 27.9], [120.8, 27.9], [120.8, 27.95], [120.71, 27.95], [120.71, 28.0], [120.6, 28.0]];
    Boundaries {
        regions: vec![Region {
            code: "330304".into(),
            name: names("瓯海区", "Ouhai District"),
            polygons: vec![vec![ring]],
        }],
    }
}

pub fn neighbours() -> Boundaries {
    Boundaries {
        regions: vec![rectangle("330302", "鹿城区", "Lucheng District", [120.6, 28.0, 120.9, 28.1])],
    }
}

pub fn manifest() -> Manifest {
    let layer = |id: &str, role: LayerRole| Layer {
        id: id.into(),
        role,
        file: format!("geo/{id}.geojson"),
        bytes: 1,
        sha256: String::new(),
        crs: Crs::Wgs84,
        attribution: names("天地图", "Tianditu"),
        review_number: Some("GS(2024)0650号".into()),
        review_pending: true,
        schematic: false,
    };
    Manifest {
        schema: 2,
        sequence: 1,
        district: District {
            code: "330304".into(),
            name: names("瓯海区", "Ouhai District"),
            title: names("标杆区创建", "Benchmark district"),
            publisher: names("区府办", "District office"),
        },
        rule: "three-colour".into(),
        rules: vec![RulePack::three_colour()],
        layers: vec![
            Layer {
                schematic: true,
                review_number: None,
                review_pending: false,
                ..layer("townships", LayerRole::Townships)
            },
            layer("district", LayerRole::District),
            Layer {
                attribution: names("天地图", "Tianditu"), ..layer("neighbours", LayerRole::Neighbours)
            },
        ],
        basemap: Vec::new(),
        snapshots: vec![SnapshotEntry {
            id: month("2022-06"),
            as_of: "2022-06-30".parse().unwrap(),
            kind: EditionKind::Demo,
            file: "snapshots/2022-06.json".into(),
            bytes: 1,
            sha256: String::new(),
        }],
        readings: None,
    }
}

/// The edition seen in a language.
pub fn scope<'a>(edition: &'a Edition, rule: &'a RulePack, lang: Lang) -> Scope<'a> {
    Scope { edition, compared: None, rule, lang }
}

/// A project with a site, or without.
pub fn project(id: &str, site: Option<&str>) -> Project {
    Project {
        id: id.into(),
        kind: "park".into(),
        parent: None,
        name: names(id, id),
        domain: "health".into(),
        lead: None,
        site: site.map(str::to_owned),
        note: None,
    }
}
