//! The phrases of findings in Chinese.

use std::borrow::Cow;

/// English phrases with their Chinese; a `*` stands for whatever is there.
const PHRASES: &[(&str, &str)] = &[
    ("* columns", "*列"),
    ("[latitude, longitude]", "[纬度, 经度]"),
    ("a feature with properties", "带属性的要素"),
    ("a hole as an area", "洞被当作单独的面"),
    ("a hole before it", "洞在外环之前"),
    ("a hole outside", "洞在外环之外"),
    ("a name of one township only", "只属于一个街镇的名称"),
    ("a ring beside the poles", "不绕极点的环"),
    ("a ring twice", "重复的环"),
    ("an arc of the file", "文件中已有的弧"),
    ("an open ring", "未闭合的环"),
    ("closed rings", "闭合的环"),
    ("each ring once", "每个环只出现一次"),
    ("holes after their outer ring", "洞在其外环之后"),
    ("holes with their outer ring", "洞与其外环在一起"),
    ("holes within their outer ring", "洞在其外环之内"),
    ("one without", "没有面积的环"),
    ("rings with an area", "有面积的环"),
    ("the number of an arc", "弧的编号"),
    ("`object`, one of *", "`object`，*之一"),
    ("1 or 0", "1或0"),
    ("CSV", "CSV表格"),
    ("UTF-8 text", "UTF-8编码的文字"),
    ("[longitude, latitude] in degrees", "[经度, 纬度]，单位为度"),
    ("`due` not before *", "`due`不早于*"),
    ("`high` not under *", "`high`不小于*"),
    ("`review_number`, or `schematic`", "审图号`review_number`，或标为示意图`schematic`"),
    ("`schedule` ascending by month", "`schedule`按月份先后排列"),
    ("`value` or `missing`", "数字`value`或原因`missing`"),
    ("`was` and `why_zh`", "原数`was`和原因`why_zh`"),
    ("a boolean", "是或否"),
    ("a boundary file", "边界文件"),
    ("a day of *", "*内的一天"),
    ("a day such as *", "日期，如*"),
    ("a declared rule pack", "已声明的规则"),
    ("a feature that can be drawn", "可绘制的图形"),
    ("a figure or a reason for each month", "每月一个数字或原因"),
    ("a figure or a reason, not both", "数字或原因，二者取一"),
    ("a first-hand source", "第一手来源"),
    ("a header", "表头"),
    ("a heading above it", "上方有列名"),
    ("a known column", "已知的列"),
    ("a known table", "已知的表"),
    ("a level, 1 to 4", "层级1至4"),
    ("a map", "对象"),
    ("a month from * to *", "*至*之间的月份"),
    ("a month not after *", "不晚于*的月份"),
    ("a month such as *", "月份，如*"),
    ("a number", "数字"),
    ("a number of digits, 0 to 6", "小数位数0至6"),
    ("a number of months", "月数"),
    ("a number or an object with `value` or `missing`", "数字，或含`value`或`missing`的对象"),
    ("a parent above it", "上级，不能回到自身"),
    ("a path below the manifest", "清单目录以下的路径"),
    ("a polygon with an area", "有面积的多边形"),
    ("a region of each township", "每个街镇有图形"),
    ("a ring of three points or more", "三点以上的环"),
    ("a rule pack", "规则"),
    ("a sequence", "列表"),
    ("a string", "文字"),
    ("a table", "表"),
    ("a township of each region", "每个图形有街镇"),
    ("a weight above 0", "大于0的权重"),
    ("a weight of 0 or more", "不小于0的权重"),
    ("an address of the web", "网址"),
    ("an array of length *", "*个数的列表"),
    ("an id of ASCII letters", "由英文字母和数字组成的编号"),
    ("an object with `schema`", "含`schema`的对象"),
    ("another value", "其他值"),
    ("number out of range", "数字过大"),
    ("trailing characters", "多余的内容"),
    ("recursion limit exceeded", "嵌套过深"),
    ("another encoding", "其他编码"),
    ("at least one edition", "至少一期数据"),
    ("at least one indicator", "至少一项指标"),
    ("boolean `*`", "`*`"),
    ("entries such as *", "如*"),
    ("f64", "数字"),
    ("figures up to *", "截至*的数字"),
    ("floating point `*`", "`*`"),
    ("integer `*`", "`*`"),
    ("map", "对象"),
    ("months that ascend", "由先到后的月份"),
    ("no `high`", "没有`high`"),
    ("not a calendar day: *", "不是日期：*"),
    ("not a calendar month: *", "不是月份：*"),
    ("not under * (*)", "不小于*（*）"),
    ("null", "空值"),
    ("one of *", "*之一"),
    ("p or r", "p或r"),
    ("percent done, 0 to 100", "完成百分比0至100"),
    ("sequence", "列表"),
    ("string *", "文字*"),
    ("struct *", "记录*"),
    ("the file", "该文件"),
    ("u32", "非负整数"),
    ("u64", "非负整数"),
    ("u8", "0至255的整数"),
];

/// The phrase in Chinese, or as it is where it is data rather than a phrase.
pub fn in_chinese(phrase: &str) -> Cow<'_, str> {
    let said = PHRASES.iter().find_map(|(pattern, chinese)| Some((captures(phrase, pattern)?, chinese)));
    said.map_or(Cow::Borrowed(phrase), |(found, chinese)| {
        let mut found = found.into_iter();
        let filled = |part: &str| part.to_owned() + found.next().unwrap_or_default();
        Cow::Owned(chinese.split('*').map(filled).collect())
    })
}

/// What stands in the places of the stars, `None` when the phrase does not fit.
fn captures<'a>(phrase: &'a str, pattern: &str) -> Option<Vec<&'a str>> {
    let mut parts = pattern.split('*');
    let mut rest = phrase.strip_prefix(parts.next()?)?;
    let mut found = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let at =
            if parts.peek().is_some() { rest.find(part)? } else { rest.len().checked_sub(part.len())? };
        let (star, tail) = (rest.get(..at)?, rest.get(at..)?);
        rest = tail.strip_prefix(part)?;
        found.push(star);
    }
    rest.is_empty().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_said_in_chinese() {
        let cases = [
            ("a number", "数字"),
            ("a month from 2020-01 to 2021-03", "2020-01至2021-03之间的月份"),
            ("not under 71 (2022-06)", "不小于71（2022-06）"),
            ("12 columns", "12列"),
            ("string \"x\"", "文字\"x\""),
            ("ind-unknown", "ind-unknown"),
            ("a months", "a months"),
            ("", ""),
        ];
        for (phrase, chinese) in cases {
            assert_eq!(in_chinese(phrase), chinese);
        }
    }

    #[test]
    fn every_pattern_keeps_what_stands_in_it() {
        for (pattern, chinese) in PHRASES {
            assert_eq!(pattern.matches('*').count(), chinese.matches('*').count(), "{pattern}");
        }
    }
}
