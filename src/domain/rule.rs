//! Rule packs: by which rule a district lights its items, declared as data.

use serde::{Deserialize, Serialize};

use super::light::Light;
use super::names::{Lang, Names};
use super::score::{KindWeights, LightPoints, RoleWeights, ScoreRule};

/// The arithmetic of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RuleKind {
    /// Green reached, red missed and not made up, yellow missed and made up later.
    ThreeColour,
    /// By how many points of the way the item is behind pace.
    PaceGap {
        /// From this many points behind it is yellow.
        yellow_from: f64,
        /// Over this many points behind it is red.
        red_over: f64,
    },
}

/// What each light is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Labels {
    /// The word for green.
    pub green: Names,
    /// The word for yellow.
    pub yellow: Names,
    /// The word for red.
    pub red: Names,
    /// The word for not due.
    pub not_due: Names,
    /// The word for no data.
    pub no_data: Names,
}

/// A declared rule with its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RulePack {
    /// The stable ASCII id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// The rule in one sentence.
    pub about: Names,
    /// Its arithmetic.
    pub rule: RuleKind,
    /// Its words.
    pub labels: Labels,
    /// How units are scored by the lights; no unit is scored or ranked without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<ScoreRule>,
}

impl RulePack {
    /// The word for a light.
    pub fn label(&self, light: Light, lang: Lang) -> &str {
        let labels = &self.labels;
        match light {
            Light::Green => &labels.green,
            Light::Yellow => &labels.yellow,
            Light::Red => &labels.red,
            Light::NotDue => &labels.not_due,
            Light::NoData => &labels.no_data,
        }
        .get(lang)
    }

    /// 瓯海's three-colour supervision rule of 2020-05-21, the default pack. No scoring was published with it.
    pub fn three_colour() -> Self {
        Self {
            id: "three-colour".into(),
            name: Names::new("三色督查规则", "Three-colour supervision"),
            about: Names::new(
                "到期按时达到的亮绿灯；到期未达且至今未补的亮红灯；到期未达、此后补上的转黄灯。",
                "Reached when due: green. Missed and not made up: red. Missed and made up later: yellow.",
            ),
            rule: RuleKind::ThreeColour,
            labels: Labels {
                green: Names::new("按期", "on time"),
                yellow: Names::new("滞后", "late, made up"),
                red: Names::new("未达", "missed"),
                not_due: Names::new("未到期", "not due"),
                no_data: Names::new("无数据", "no data"),
            },
            score: None,
        }
    }

    /// A rule by the distance from pace: yellow from 10 points behind, red over 30; with a scoring rule as an example.
    pub fn pace_gap() -> Self {
        Self {
            id: "pace-gap".into(),
            name: Names::new("进度差规则", "Gap from pace"),
            about: Names::new(
                "落后序时不到10个百分点为绿灯，10至30个百分点为黄灯，超过30个百分点为红灯。",
                "Less than 10 points behind pace: green. 10 to 30 points: yellow. More than 30: red.",
            ),
            rule: RuleKind::PaceGap { yellow_from: 10.0, red_over: 30.0 },
            labels: Labels {
                green: Names::new("正常", "on pace"),
                yellow: Names::new("偏慢", "behind"),
                red: Names::new("严重滞后", "far behind"),
                not_due: Names::new("未到期", "not due"),
                no_data: Names::new("无数据", "no data"),
            },
            score: Some(ScoreRule {
                name: Names::new("示例得分", "Example score"),
                unit: Names::new("分", "points"),
                about: Names::new(
                    "示例评分办法，不是任何地方公布的规则：绿灯100分，黄灯60分，红灯0分；牵头计1，配合计0.5；目标计2，任务计1；未到期和无数据的不计。",
                    "An example, published by no district: green 100 points, yellow 60, red 0; lead weighs 1, support 0.5; a goal weighs 2, a task 1; what is not due or has no data does not count.",
                ),
                points: LightPoints { green: 100.0, yellow: 60.0, red: 0.0, no_data: None },
                roles: RoleWeights { lead: 1.0, support: 0.5 },
                kinds: KindWeights { goal: 2.0, task: 1.0 },
                ranked: true,
            }),
        }
    }
}
