//! What the application asks of the browser, one concern a file.

pub mod address;
pub mod clipboard;
pub mod document;
pub mod fetch;
pub mod keep;
pub mod save;
pub mod scrolling;
