//! Loading: from the manifest to the edition on the screen, and what to do when that fails.

mod files;
mod loader;
mod scene;
mod watch;

pub use files::{MANIFEST, config, manifest_path, readings};
pub use loader::{Atlas, Loader, Outcome};
pub use scene::{Scene, Trouble};
pub use watch::{Watch, follow};
