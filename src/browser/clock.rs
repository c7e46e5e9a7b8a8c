//! What time it is.

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The hour and minute of the reader's day at a moment, in milliseconds since 1970.
pub fn time_of(moment: f64) -> (u8, u8) {
    let date = js_sys::Date::new(&moment.into());
    (date.get_hours() as u8, date.get_minutes() as u8)
}
