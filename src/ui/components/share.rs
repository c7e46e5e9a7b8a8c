//! The page's address and the code that embeds it.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::{Segments, use_notice};
use crate::browser::{address, clipboard, document};
use crate::domain::Lang;
use crate::route::{Embed, Selected, ViewState};
use crate::ui::context::{use_loader, use_route};

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
    view! {
        <button type="button" class="text-button share-open" aria-haspopup="dialog" on:click=show>{say!(lang, share)}</button>
        <dialog class="dialog" aria-labelledby="share-title" node_ref=place on:close=move |_| open.set(false)>
            {move || open.get().then(|| view! { <Codes place lang /> })}
        </dialog>
    }
}

#[component]
fn Codes(place: NodeRef<Dialog>, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let scene = use_loader().outcome.with_untracked(|outcome| outcome.scene.clone());
    let shown = scene.map(|scene| scene.entry.id);
    let pinned = RwSignal::new(state.with_untracked(|state| state.snapshot != Selected::Latest));
    let chosen = move || {
        let mut state = state.get();
        state.snapshot = match shown.filter(|_| pinned.get()) {
            Some(month) => Selected::Month(month),
            None => Selected::Latest,
        };
        state
    };
    let link = Signal::derive(move || address::of_page(&chosen().to_query()));
    let embed = Signal::derive(move || {
        let embedded = ViewState { embed: Embed::Whole, ..chosen() };
        let (url, title) = (address::of_page(&embedded.to_query()), document::title());
        frame(&url, &title)
    });
    let close = move |_| {
        if let Some(dialog) = place.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <header>
            <h2 id="share-title">{say!(lang, share_title)}</h2>
            <button type="button" class="button is-plain" on:click=close>{say!(lang, close)}</button>
        </header>
        <Segments
            label=say!(lang, which_edition)
            options=vec![("latest", say!(lang, latest_always)), ("pinned", say!(lang, pinned))]
            chosen=Signal::derive(move || if pinned.get() { "pinned" } else { "latest" })
            choose=Callback::new(move |value| pinned.set(value == "pinned"))
        />
        <Code label=say!(lang, share_link) text=link lang />
        <Code label=say!(lang, share_embed) text=embed lang />
        <p class="caption">{say!(lang, share_note)}</p>
    }
}

/// The element that embeds a page.
fn frame(url: &str, title: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>",
        escaped(url),
        escaped(title)
    )
}

/// A text to be copied.
#[component]
fn Code(label: &'static str, text: Signal<String>, lang: Lang) -> impl IntoView {
    let notice = use_notice();
    let copy = move |_| {
        clipboard::copy(&text.get_untracked(), move |done| {
            let message = if done { say!(lang, copied) } else { say!(lang, copy_failed) };
            notice.show(message.to_owned());
        });
    };
    view! {
        <div class="code">
            <label class="field">
                <span>{label}</span>
                <textarea readonly rows="3" prop:value=text spellcheck="false"></textarea>
            </label>
            <button type="button" class="button" on:click=copy>{say!(lang, copy)}</button>
        </div>
    }
}
