//! Handing on what is shown. Here is what opens it; the codes are a part of the program of their own, which the control
//! page of a wall is made of, too.

mod code;
mod codes;
mod edition;
mod qr;

use leptos::html::Dialog;
use leptos::prelude::*;

pub use self::code::Code;
pub use self::codes::Codes;
pub use self::edition::EditionChoice;
pub use self::qr::QrView;
use super::parts;
use crate::domain::Lang;

/// Opens the dialog.
#[component]
pub fn Share(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let place = NodeRef::<Dialog>::new();
    let open = RwSignal::new(false);
    let show = move |_| {
        open.set(true);
        request_animation_frame(move || {
            if let Some(dialog) = place.get_untracked() {
                // Fails only where the dialog is open already.
                let _ = dialog.show_modal();
            }
        });
    };
    let close = move || {
        if let Some(dialog) = place.get_untracked() {
            dialog.close();
        }
    };
    let closed = Callback::new(move |()| close());
    view! {
        <button type="button" class="text-button share-open" aria-haspopup="dialog" on:click=show>{say!(lang, share)}</button>
        <dialog class="dialog" aria-labelledby="share-title" node_ref=place on:close=move |_| open.set(false)>
            <div class="dialog-head">
                <h2 id="share-title">{say!(lang, share_title)}</h2>
                <button type="button" class="button is-plain" on:click=move |_| close()>{say!(lang, close)}</button>
            </div>
            {move || open.get().then(|| parts::codes(closed, lang))}
        </dialog>
    }
}
