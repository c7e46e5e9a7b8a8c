//! What a wall says about time, and what it does against burning in.

use crate::domain::Lang;

/// How long ago something was, in minutes, hours or days: `不到1分钟`, `7分钟`, `3小时`, `2天`.
pub fn age(seconds: f64, lang: Lang) -> String {
    let minutes = (seconds / 60.0).floor().max(0.0);
    let (hours, days) = ((minutes / 60.0).floor(), (minutes / 1440.0).floor());
    let write = |count: f64, zh: &str, en: &str| {
        let s = if count == 1.0 { "" } else { "s" };
        lang.pick(format!("{count}{zh}"), format!("{count} {en}{s}"))
    };
    match minutes {
        _ if minutes < 1.0 => lang.pick("不到1分钟".into(), "less than a minute".into()),
        _ if minutes < 60.0 => write(minutes, "分钟", "minute"),
        _ if hours < 48.0 => write(hours, "小时", "hour"),
        _ => write(days, "天", "day"),
    }
}

/// An hour and a minute: `14:05`.
pub fn clock_time((hour, minute): (u8, u8)) -> String {
    format!("{hour:02}:{minute:02}")
}

/// How far the picture is moved in a minute, across and down, in units, so that nothing burns into a screen that always
/// shows the same: eight places around the middle, one after another.
pub fn shift(minute: f64) -> [f64; 2] {
    const PLACES: [[f64; 2]; 8] =
        [[0.0, 0.0], [3.0, 0.0], [3.0, 3.0], [0.0, 3.0], [-3.0, 3.0], [-3.0, 0.0], [-3.0, -3.0], [0.0, -3.0]];
    PLACES[minute.rem_euclid(PLACES.len() as f64) as usize % PLACES.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_never_stays_and_never_goes_far() {
        let places: Vec<[f64; 2]> = (0..9).map(|minute| shift(f64::from(minute))).collect();
        assert!(places.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(places[0], places[8]);
        assert_eq!(shift(-1.0), places[7]);
    }

    #[test]
    fn ages_are_said_in_the_unit_that_fits() {
        let ages = [0.0, 59.0, 60.0, 3599.0, 3600.0, 172_799.0, 172_800.0];
        assert_eq!(
            ages.map(|seconds| age(seconds, Lang::Zh)),
            ["不到1分钟", "不到1分钟", "1分钟", "59分钟", "1小时", "47小时", "2天"]
        );
        assert_eq!(age(-10.0, Lang::En), "less than a minute");
        assert_eq!(age(60.0, Lang::En), "1 minute");
        assert_eq!(age(7200.0, Lang::En), "2 hours");
    }
}
