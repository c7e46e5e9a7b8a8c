//! biaogan 标杆: how a district carries out a plan, month by month.
//!
//! Pure floors first (they know no browser and are tested natively), then the browser's. Uses go one way:
//! `ui` → `option` → `model` → `route`, `domain`; `snapshot`, `publish` → `domain`;
//! `ui` → `data` → `browser`, `snapshot`; `ui` → `echarts`, `maplibre`. `tests/layering.rs` holds this.

pub mod domain;
pub mod model;
pub mod option;
pub mod publish;
pub mod route;
pub mod snapshot;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod data;
#[cfg(target_arch = "wasm32")]
pub mod echarts;
#[cfg(target_arch = "wasm32")]
pub mod maplibre;
#[cfg(target_arch = "wasm32")]
pub mod ui;
