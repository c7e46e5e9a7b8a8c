//! What time it is.

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The moment that a date in ISO 8601 names, in milliseconds since 1970; long ago where it names none.
pub fn moment(date: &str) -> f64 {
    let moment = js_sys::Date::parse(date);
    if moment.is_nan() { 0.0 } else { moment }
}

/// The hour and minute of the reader's day at a moment, in milliseconds since 1970.
pub fn time_of(moment: f64) -> (u8, u8) {
    let date = js_sys::Date::new(&moment.into());
    (date.get_hours() as u8, date.get_minutes() as u8)
}
