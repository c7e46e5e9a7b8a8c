//! What the application asks of the browser, one concern a file.

pub mod address;
pub mod alive;
pub mod awake;
pub mod clipboard;
pub mod clock;
pub mod content;
pub mod digest;
pub mod document;
pub mod fetch;
pub mod fullscreen;
pub mod keep;
pub mod messages;
pub mod save;
pub mod scrolling;
pub mod share_sheet;
