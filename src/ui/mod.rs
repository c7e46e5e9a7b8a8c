//! The page: components, views and their words.

mod app;
mod components;
mod context;
mod pages;
mod parts;
mod text;

pub use app::mount;
