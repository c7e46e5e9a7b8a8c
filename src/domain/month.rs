//! Months and days of the calendar, written `YYYY-MM` and `YYYY-MM-DD`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that is no month or day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a calendar {what}: {text:?}")]
pub struct BadDate {
    what: &'static str,
    text: String,
}

/// A calendar month, `YYYY-MM`, years 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("pattern" = "^[0-9]{4}-(0[1-9]|1[0-2])$")))]
pub struct Month(i32);

impl Month {
    /// The month `month` (1 to 12) of `year`, or `None` outside the calendar.
    pub fn new(year: i32, month: u8) -> Option<Self> {
        let valid = (1900..2200).contains(&year) && (1..=12).contains(&month);
        valid.then(|| Self(year * 12 + i32::from(month) - 1))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> u8 {
        (self.0.rem_euclid(12) + 1) as u8
    }

    /// The month `months` later, or earlier when negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// Months from `earlier` to this one; negative when this one is earlier.
    pub fn since(self, earlier: Month) -> i32 {
        self.0 - earlier.0
    }

    /// Every month from this one to `last`, both included.
    pub fn to(self, last: Month) -> impl DoubleEndedIterator<Item = Month> + Clone {
        (self.0..=last.0).map(Month)
    }

    /// The last day of the month.
    pub fn last_day(self) -> Day {
        let month = time::Month::try_from(self.month()).unwrap_or(time::Month::December);
        let length = month.length(self.year());
        Day { month: self, day: length }
    }
}

impl FromStr for Month {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate { what: "month", text: text.chars().take(40).collect() };
        let (year, month) = text.split_once('-').ok_or_else(bad)?;
        let month: u8 = digits(month, 2).ok_or_else(bad)?.try_into().map_err(|_| bad())?;
        Month::new(digits(year, 4).ok_or_else(bad)?, month).ok_or_else(bad)
    }
}

/// The number that exactly `width` decimal digits write.
fn digits(text: &str, width: usize) -> Option<i32> {
    (text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl TryFrom<String> for Month {
    type Error = BadDate;

    fn try_from(text: String) -> Result<Self, BadDate> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> String {
        month.to_string()
    }
}

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("format" = "date")))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(extend("pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
pub struct Day {
    month: Month,
    day: u8,
}

impl Day {
    /// The day `day` of `month`, or `None` when the month is shorter.
    pub fn new(month: Month, day: u8) -> Option<Self> {
        (1..=month.last_day().day).contains(&day).then_some(Self { month, day })
    }

    /// The month the day lies in.
    pub fn month(self) -> Month {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// How many days lie between, negative when `other` is the later one.
    pub fn since(self, other: Day) -> i32 {
        let before: i32 =
            other.month.to(self.month.plus(-1)).map(|month| i32::from(month.last_day().day)).sum();
        if self.month < other.month {
            return -other.since(self);
        }
        before + i32::from(self.day) - i32::from(other.day)
    }
}

impl FromStr for Day {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate { what: "day", text: text.chars().take(40).collect() };
        let (month, day) = text.rsplit_once('-').ok_or_else(bad)?;
        let month = month.parse().map_err(|_| bad())?;
        let day: u8 = digits(day, 2).ok_or_else(bad)?.try_into().map_err(|_| bad())?;
        Day::new(month, day).ok_or_else(bad)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.month, self.day)
    }
}

impl TryFrom<String> for Day {
    type Error = BadDate;

    fn try_from(text: String) -> Result<Self, BadDate> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (later, earlier, days) in [
            ("2022-06-30", "2022-06-30", 0),
            ("2022-07-01", "2022-06-30", 1),
            ("2020-03-01", "2020-02-28", 2),
            ("2022-12-31", "2022-06-30", 184),
            ("2023-01-01", "2020-01-01", 1096),
        ] {
            assert_eq!(day(later).since(day(earlier)), days, "{later} {earlier}");
            assert_eq!(day(earlier).since(day(later)), -days, "{earlier} {later}");
        }
    }

    #[test]
    fn months_and_days_read_and_write_themselves() {
        for text in ["2020-01", "2022-12", "1999-07"] {
            assert_eq!(text.parse::<Month>().unwrap().to_string(), text);
        }
        for text in ["2020-13", "2020-00", "2020-1", "20-01", "2020/01", "", "2020-01-01", "+020-01"] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
        assert_eq!("2020-02-29".parse::<Day>().unwrap().to_string(), "2020-02-29");
        for text in ["2021-02-29", "2021-04-31", "2021-04-00", "2021-04", "2021-04-1"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn months_count() {
        let start: Month = "2020-01".parse().unwrap();
        assert_eq!(start.plus(35).to_string(), "2022-12");
        assert_eq!(start.plus(-1).to_string(), "2019-12");
        assert_eq!(start.plus(35).since(start), 35);
        assert_eq!(start.to(start.plus(2)).count(), 3);
        assert_eq!(start.plus(1).last_day().to_string(), "2020-02-29");
    }
}
