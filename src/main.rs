//! The browser application's entry: mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(|| leptos::prelude::view! { <main><h1>"标杆"</h1></main> });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
