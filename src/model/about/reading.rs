//! How a figure due, a gap, a revision, a forecast and a task's light come about.

use super::super::scope::Scope;
use super::super::words;
use super::Block;
use crate::domain::forecast::WINDOW;
use crate::domain::{Lang, Pace, Reason};

pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    let lang = scope.lang;
    let mut blocks = Vec::new();
    let mut say = |zh: &str, en: &str, texts: Vec<String>| {
        blocks.push(Block::heading(lang.pick(zh, en)));
        blocks.extend(texts.into_iter().map(Block::Text));
    };
    say("序时：到每个节点应达多少", "Pace: what is due by each point", pace(scope));
    say("没有数", "No figure", vec![gaps(lang)]);
    say("初步与修订", "Provisional and revised", marks(lang));
    say("照此推算", "If it goes on like this", forecast(lang));
    say("任务的灯", "The light of a task", tasks(lang));
    say("领域和部门", "Domains and units", vec![lang.pick(
        "领域、部门和方案的各部分只计各灯的项数，从不合成一种颜色：不同的事不能平均。",
        "Of domains, units and parts of the plan the lights are counted, never merged into one colour: unlike things cannot be averaged.",
    ).into()]);
    blocks
}

fn pace(scope: &Scope<'_>) -> Vec<String> {
    let lang = scope.lang;
    let (mut line, mut steps, mut due) = (0, 0, 0);
    for goal in &scope.edition.indicators {
        match Pace::of(goal, scope.edition.start) {
            Pace::Line { .. } => line += 1,
            Pace::Steps { .. } => steps += 1,
            Pace::DueOnly { .. } => due += 1,
        }
    }
    vec![
        lang.pick(
            "没有另排节点的，应达数落在一条直线上：从起点（数量类从计划开始前的0起）到到期日的目标，每月一个节点。应达数 = 起点 +（目标 − 起点）× 已过月数 ÷ 总月数。",
            "Without a schedule of its own, what is due lies on a straight line from the start (0 before the plan begins, for counts) to the target on its due date, with a point every month: due = start + (target − start) × months gone ÷ months in all.",
        ).into(),
        lang.pick(
            "排了节点的，只在节点评，节点之间不评。没有起点的水平值和比率画不出直线，里程碑也没有，到期前都不评。",
            "With declared points, only those are judged, not the months between. A level or ratio without a start has no line, nor has a milestone; neither is judged before its due date.",
        ).into(),
        lang.pick(
            format!("本期：按直线的{line}项，按节点的{steps}项，只看到期的{due}项。"),
            format!("In this edition: {line} by the line, {steps} by declared points, {due} on the due date alone."),
        ),
    ]
}

fn gaps(lang: Lang) -> String {
    let reasons = [
        Reason::NotReported,
        Reason::NotCollected,
        Reason::NotApplicable,
        Reason::Withheld,
        Reason::NotPublished,
    ];
    let reasons = reasons.map(|reason| words::reason(reason, lang)).join(lang.pick("、", ", "));
    lang.pick(
        format!("没有数的地方写“—”和原因（{reasons}），图上是斜纹。不当作0，也不用前后月份连过去。"),
        format!("Where there is no figure stand “—” and the reason ({reasons}), and hatching in pictures. It is never taken as zero and never bridged."),
    )
}

fn marks(lang: Lang) -> Vec<String> {
    vec![
        lang.pick(
            "p 是初步数，以后可能改，图上是空心圆。r 是修订过的数，图上是空心菱形，原数和原因都写出来。",
            "p is provisional: it may change, and is an open circle in charts. r is revised: an open diamond, with the old figure and the reason.",
        ).into(),
        lang.pick(
            "修订后，以前各月的灯按新数重算。已发布的各期文件不改，当时的样子仍可在“期次”中看到。",
            "After a revision the lights of earlier months are worked out anew. Editions once published are not altered; choose an edition to see how things stood then.",
        ).into(),
    ]
}

fn forecast(lang: Lang) -> Vec<String> {
    let months = WINDOW + 1;
    vec![
        lang.pick(
            format!("取最近{WINDOW}个月的月均变化，从最后一个数照直推到到期月。带子的宽度是月变化的标准差乘以月数。这是推算，不是预测。"),
            format!("The mean monthly change of the last {WINDOW} months is carried on from the last figure to the due month. The band is the standard deviation of those changes times the months ahead. It is an extrapolation, not a prediction."),
        ),
        lang.pick(
            format!("以下不推算：里程碑；已达目标的；已到期的；连续有数不足{months}个月的。"),
            format!("None is drawn for milestones, for goals already met, after the due date, or with fewer than {months} months of figures in a row."),
        ),
    ]
}

fn tasks(lang: Lang) -> Vec<String> {
    vec![
        lang.pick(
            "任务自己排了节点并报进度的，用自己的灯。没有的，取所挂指标中最重的一盏：红、无数据、黄、未到期、绿；带下级的任务连下级所挂的一起算，旁边写明各几项。什么都没挂的，是灰灯。",
            "A task with due points and progress of its own has its own light. Any other takes the gravest of its linked goals: red, no data, yellow, not due, green; one with parts takes theirs too, with the counts beside it. With nothing linked it is grey.",
        ).into(),
        lang.pick(
            "指标与任务的挂接，目标章节以外的由编者所作，不是方案原文。总体思路中的原则不是督办事项，不评灯。",
            "Links between goals and tasks outside the plan's goal section are the editors', not the plan's. Principles of its overall approach are not tracked work and have no light.",
        ).into(),
    ]
}
