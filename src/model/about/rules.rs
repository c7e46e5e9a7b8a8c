//! The declared rule packs in words, each light with an example.

use super::super::scope::Scope;
use super::{Block, LightEntry, example};
use crate::domain::{Light, RuleKind, RulePack, format};
use crate::snapshot::Manifest;

/// The lights in the order in which a rule is told.
const ORDER: [Light; 5] = [Light::Green, Light::Yellow, Light::Red, Light::NotDue, Light::NoData];

pub fn blocks(scope: &Scope<'_>, manifest: &Manifest) -> Vec<Block> {
    let lang = scope.lang;
    let mut blocks = vec![Block::text(lang.pick(
        format!("规则写在数据里，由发布单位选定。清单中有{}套，在用的是“{}”。灯总是形状、文字、颜色一起出现；每项目标页都列出亮灯的算式。", manifest.rules.len(), scope.rule.name.get(lang)),
        format!("The rule is data, chosen by the publisher. The manifest carries {}; in force is “{}”. A light is always shape, word and colour together, and every goal's page shows its arithmetic.", manifest.rules.len(), scope.rule.name.get(lang)),
    ))];
    // The pack in force first.
    let (used, other): (Vec<&RulePack>, Vec<&RulePack>) =
        manifest.rules.iter().partition(|pack| pack.id == scope.rule.id);
    for pack in used.into_iter().chain(other) {
        let name = pack.name.get(lang);
        blocks.push(Block::heading(if pack.id == scope.rule.id {
            lang.pick(format!("{name}（在用）"), format!("{name} (in force)"))
        } else {
            lang.pick(format!("{name}（备用，未启用）"), format!("{name} (declared, not in force)"))
        }));
        blocks.push(Block::text(pack.about.get(lang)));
        let entries = ORDER.into_iter().map(|light| LightEntry {
            light,
            word: pack.label(light, lang).to_owned(),
            meaning: meaning(scope, pack, light),
            example: example::example(scope, pack, light),
        });
        blocks.push(Block::Lights(entries.collect()));
    }
    blocks
}

fn meaning(scope: &Scope<'_>, pack: &RulePack, light: Light) -> String {
    let lang = scope.lang;
    let (zh, en) = match (light, pack.rule) {
        (Light::NotDue, _) => ("还没有到期节点，不评。", "No due point has come yet; nothing is judged."),
        (Light::NoData, _) => (
            "到期了但没有数，不评红绿；原因写在旁边。未挂指标的任务到期后也在此列。",
            "Due, and there is no figure: neither green nor red; the reason stands beside it. So is a task without a goal once its day has come.",
        ),
        (Light::Green, RuleKind::ThreeColour) => {
            ("最近一个到期节点，报数达到应达数。", "At the latest due point the figure reached what was due.")
        }
        (Light::Yellow, RuleKind::ThreeColour) => {
            ("到期时没有达到，后来的月份补上了。", "It fell short when due, and a later month made it up.")
        }
        (Light::Red, RuleKind::ThreeColour) => {
            ("到期时没有达到，至今没有补上。", "It fell short when due and has not been made up.")
        }
        (_, RuleKind::PaceGap { yellow_from, red_over }) => {
            let (from, over) = (format::trimmed(yellow_from, 1), format::trimmed(red_over, 1));
            return match light {
                Light::Green => lang.pick(
                    format!("落后全程不到{from}个百分点，或没有落后。"),
                    format!("Less than {from} points of the whole way behind, or not behind."),
                ),
                Light::Yellow => lang.pick(
                    format!("落后全程{from}至{over}个百分点。"),
                    format!("From {from} to {over} points of the whole way behind."),
                ),
                _ => lang.pick(
                    format!("落后全程超过{over}个百分点。"),
                    format!("More than {over} points of the whole way behind."),
                ),
            };
        }
    };
    lang.pick(zh, en).to_owned()
}
