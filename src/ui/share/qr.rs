//! An address for the camera of a phone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::save;
use crate::domain::Lang;
use crate::model::share::qr::qr;
use crate::ui::components::use_notice;

/// Pixels of a saved picture to a module: enough for print.
const SHARP: u32 = 16;

/// A QR code, black on white whatever the page's colours, and what saves it as a picture.
#[component]
pub fn QrView(
    /// What it says.
    text: Signal<String>,
    /// What it leads to, in words.
    label: &'static str,
    /// The name of the saved file, without its ending.
    name: &'static str,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let notice = use_notice();
    let code = Memo::new(move |_| text.with(|text| qr(text)));
    let save = move |_| {
        let Some(code) = code.get_untracked() else { return };
        let file = format!("biaogan-{name}-qr.png");
        spawn_local(async move {
            let side = code.size * SHARP;
            let done = save::save_png(&file, &code.svg(SHARP), [side, side], 1).await;
            notice.show(match done {
                Ok(()) => format!("{}{}{file}", say!(lang, exported), lang.pick("", " ")),
                Err(_) => say!(lang, not_exported).to_owned(),
            });
        });
    };
    move || match code.get() {
        None => view! { <p class="caption">{say!(lang, qr_too_long)}</p> }.into_any(),
        Some(code) => {
            let (size, path) = (code.size, code.path);
            view! {
                <figure class="qr">
                    <svg viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges" data-qr="">
                        <path fill="#fff" d=format!("M0 0h{size}v{size}H0z") />
                        <path fill="#000" d=path />
                    </svg>
                    <figcaption>
                        <span aria-hidden="true">{label}</span>
                        <button type="button" class="text-button" on:click=save>{say!(lang, qr_save)}</button>
                    </figcaption>
                </figure>
            }
            .into_any()
        }
    }
}
