//! Figures, units and dates as readers of each language write them.

use super::goal::{Comparator, Goal};
use super::month::{Day, Month};
use super::names::Lang;
use super::unit::{Unit, UnitKind};

/// What stands where there is no figure.
pub const NONE: &str = "—";

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `value` rounded half away from zero to `decimals` digits, with thousands commas and a true minus.
pub fn number(value: f64, decimals: u8) -> String {
    let scale = 10f64.powi(i32::from(decimals));
    // The nudge undoes the binary error of halves such as 1.005; it is far below any digit shown.
    let scaled = (value.abs() * scale * (1.0 + 1e-12) + 0.5).floor();
    let text = format!("{:.*}", usize::from(decimals), scaled / scale);
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), ""), |parts| parts);
    let mut grouped = String::new();
    if value < 0.0 && scaled > 0.0 {
        grouped.push('−');
    }
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

/// Like [`number`], without zeros at the end of the fraction.
pub fn trimmed(value: f64, decimals: u8) -> String {
    let text = number(value, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Like [`number`], with a plus sign before what is more than nothing.
pub fn signed(value: f64, decimals: u8) -> String {
    let text = number(value, decimals);
    let nothing = !text.contains(|c: char| c.is_ascii_digit() && c != '0');
    if value > 0.0 && !nothing { format!("+{text}") } else { text }
}

/// A figure of `unit` alone, as scaled in `lang`.
pub fn figure(value: f64, unit: &Unit, lang: Lang) -> String {
    number(unit.scale(value, lang), unit.decimals(lang))
}

/// A figure that may fall between whole ones, such as the pace of a count: at least one digit.
pub fn fine_figure(value: f64, unit: &Unit, lang: Lang) -> String {
    number(unit.scale(value, lang), unit.decimals(lang).max(1))
}

/// Joins a written figure and its unit: `272.6亿元`, `74.3%`, `CNY 27.26 bn`, `912 firms`.
fn with_label(figure: &str, label: &str, lang: Lang) -> String {
    if label.is_empty() || label == "%" || lang == Lang::Zh {
        return format!("{figure}{label}");
    }
    match label.split_once(' ') {
        Some((currency, scale)) if is_currency(currency) => format!("{currency} {figure} {scale}"),
        None if is_currency(label) => format!("{label} {figure}"),
        _ => format!("{figure} {label}"),
    }
}

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A figure with its unit.
pub fn quantity(value: f64, unit: &Unit, lang: Lang) -> String {
    with_label(&figure(value, unit, lang), unit.label(lang), lang)
}

/// A figure with its unit, without zeros at the end.
pub fn round_quantity(value: f64, unit: &Unit, lang: Lang) -> String {
    with_label(&trimmed(unit.scale(value, lang), unit.decimals(lang)), unit.label(lang), lang)
}

/// The size of a difference with its unit; differences of percentages are points.
pub fn difference(value: f64, unit: &Unit, lang: Lang) -> String {
    let size = figure(value.abs(), unit, lang);
    match unit.kind {
        UnitKind::Percent => with_label(&size, lang.pick("个百分点", "points"), lang),
        UnitKind::Amount | UnitKind::Count => with_label(&size, unit.label(lang), lang),
    }
}

/// A goal's target with its comparator: `>300亿元`, `≥90%`, `1–2个`.
pub fn target(goal: &Goal, unit: &Unit, lang: Lang) -> String {
    let decimals = unit.decimals(lang);
    let low = trimmed(unit.scale(goal.target, lang), decimals);
    let (sign, figure) = match (goal.comparator, goal.high) {
        (Comparator::Between, Some(high)) => {
            ("", format!("{low}–{}", trimmed(unit.scale(high, lang), decimals)))
        }
        (Comparator::Above, _) => (">", low),
        (Comparator::AtLeast, _) => ("≥", low),
        (Comparator::Below, _) => ("<", low),
        (Comparator::AtMost, _) => ("≤", low),
        (Comparator::Bare | Comparator::Between, _) => ("", low),
    };
    format!("{sign}{}", with_label(&figure, unit.label(lang), lang))
}

/// A month: `2022年6月`, `June 2022`.
pub fn month(month: Month, lang: Lang) -> String {
    let name = MONTHS[usize::from(month.month()) - 1];
    lang.pick(format!("{}年{}月", month.year(), month.month()), format!("{name} {}", month.year()))
}

/// A month of a known year: `6月`, `June`.
pub fn month_name(month: Month, lang: Lang) -> String {
    lang.pick(format!("{}月", month.month()), MONTHS[usize::from(month.month()) - 1].to_owned())
}

/// A month in little room: `22年6月`, `Jun 2022`.
pub fn short_month(month: Month, lang: Lang) -> String {
    let name = &MONTHS[usize::from(month.month()) - 1][..3];
    lang.pick(format!("{:02}年{}月", month.year() % 100, month.month()), format!("{name} {}", month.year()))
}

/// A day: `2022年6月30日`, `30 June 2022`.
pub fn day(day: Day, lang: Lang) -> String {
    let name = month(day.month(), lang);
    lang.pick(format!("{name}{}日", day.day()), format!("{} {name}", day.day()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::goal::{Direction, Kind};

    fn yuan() -> Unit {
        Unit {
            zh: "亿元".into(),
            en: "CNY bn".into(),
            kind: UnitKind::Amount,
            decimals: 1,
            en_factor: 0.1,
            en_decimals: Some(2),
        }
    }

    fn count(zh: &str, en: &str) -> Unit {
        Unit {
            zh: zh.into(),
            en: en.into(),
            kind: UnitKind::Count,
            decimals: 0,
            en_factor: 1.0,
            en_decimals: None,
        }
    }

    fn percent() -> Unit {
        Unit { kind: UnitKind::Percent, decimals: 1, ..count("%", "%") }
    }

    #[test]
    fn numbers_round_half_away_from_zero() {
        let cases = [
            (0.0, 0, "0"),
            (0.5, 0, "1"),
            (2.5, 0, "3"),
            (-2.5, 0, "−3"),
            (1.005, 2, "1.01"),
            (0.05, 1, "0.1"),
            (0.04, 1, "0.0"),
            (-0.04, 1, "0.0"),
            (999.95, 1, "1,000.0"),
            (1234567.891, 2, "1,234,567.89"),
            (1000.0, 0, "1,000"),
            (-12345.0, 0, "−12,345"),
            (276.99999999999994, 1, "277.0"),
        ];
        for (value, decimals, text) in cases {
            assert_eq!(number(value, decimals), text, "{value}");
        }
        assert_eq!(signed(1.0, 1), "+1.0");
        assert_eq!(signed(0.01, 1), "0.0");
        assert_eq!(signed(-1.0, 0), "−1");
        assert_eq!(trimmed(300.0, 1), "300");
        assert_eq!(trimmed(1000.0, 0), "1,000");
        assert_eq!(trimmed(0.50, 2), "0.5");
    }

    #[test]
    fn quantities_stand_with_their_units() {
        let cases = [
            (272.6, yuan(), "272.6亿元", "CNY 27.26 bn"),
            (4.4, yuan(), "4.4亿元", "CNY 0.44 bn"),
            (74.3, percent(), "74.3%", "74.3%"),
            (912.0, count("家", "firms"), "912家", "912 firms"),
            (1000.0, count("个", ""), "1,000个", "1,000"),
            (9.0, count("个领域", "fields"), "9个领域", "9 fields"),
        ];
        for (value, unit, zh, en) in cases {
            assert_eq!(quantity(value, &unit, Lang::Zh), zh);
            assert_eq!(quantity(value, &unit, Lang::En), en);
        }
        assert_eq!(difference(-1.6, &percent(), Lang::Zh), "1.6个百分点");
        assert_eq!(difference(-1.6, &percent(), Lang::En), "1.6 points");
        assert_eq!(round_quantity(300.0, &yuan(), Lang::Zh), "300亿元");
        assert_eq!(round_quantity(300.0, &yuan(), Lang::En), "CNY 30 bn");
    }

    #[test]
    fn targets_and_dates_are_written_out() {
        let goal = |comparator, target, high| Goal {
            kind: Kind::Count,
            comparator,
            target,
            high,
            direction: Direction::Up,
            due: "2022-12-31".parse().unwrap(),
        };
        assert_eq!(target(&goal(Comparator::Above, 300.0, None), &yuan(), Lang::Zh), ">300亿元");
        assert_eq!(target(&goal(Comparator::Above, 300.0, None), &yuan(), Lang::En), ">CNY 30 bn");
        assert_eq!(target(&goal(Comparator::AtLeast, 90.0, None), &percent(), Lang::Zh), "≥90%");
        assert_eq!(target(&goal(Comparator::Between, 1.0, Some(2.0)), &count("个", ""), Lang::Zh), "1–2个");
        let due: Day = "2022-06-30".parse().unwrap();
        assert_eq!(day(due, Lang::Zh), "2022年6月30日");
        assert_eq!(day(due, Lang::En), "30 June 2022");
        assert_eq!(short_month(due.month(), Lang::Zh), "22年6月");
        assert_eq!(short_month(due.month(), Lang::En), "Jun 2022");
    }
}
