//! The page: components, views and their words.

// First, for its macro.
#[macro_use]
mod text;

mod app;
mod components;
mod context;
mod guest;
mod pages;
mod parts;
mod piece;
mod readings;
mod search;
mod share;
mod wall;

pub use app::mount;
