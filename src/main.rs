//! The browser application's entry: mounts the page in place of the static one.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    biaogan::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
