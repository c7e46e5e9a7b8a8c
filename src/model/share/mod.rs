//! How what is shown gets elsewhere: on a wall, into another page, onto a phone, into a message.

mod lettering;
pub mod oembed;
pub mod picture;
pub mod piece;
pub mod preview;
pub mod qr;
pub mod snippet;
pub mod wall;
