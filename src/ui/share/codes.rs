//! What the dialog offers: the address, the codes that embed a page, the QR code, and ways on.

use leptos::prelude::*;

use super::{Code, EditionChoice, QrView};
use crate::browser::{address, document, share_sheet};
use crate::domain::Lang;
use crate::model::share::piece;
use crate::model::share::snippet::{self, Source};
use crate::model::share::wall;
use crate::route::{Embed, Selected, View, ViewState};
use crate::ui::components::{LiveLink, Segments};
use crate::ui::context::{use_loader, use_route};
use crate::ui::text::page_name;

/// The dialog's content.
#[component]
pub fn Codes(
    /// Closes the dialog.
    close: Callback<()>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let scene = use_loader().outcome.with_untracked(|outcome| outcome.scene.clone());
    let shown = scene.map(|scene| scene.entry.id);
    let pinned = RwSignal::new(state.with_untracked(|state| state.snapshot != Selected::Latest));
    let chosen = Memo::new(move |_| {
        let mut state = state.get();
        state.snapshot = match shown.filter(|_| pinned.get()) {
            Some(month) => Selected::Month(month),
            None => Selected::Latest,
        };
        state
    });
    let link = Signal::derive(move || address::of_page(&chosen.with(ViewState::to_query)));
    view! {
        <EditionChoice pinned choose=Callback::new(move |wanted| pinned.set(wanted)) lang />
        <div class="share-link">
            <Code label=say!(lang, share_link) text=link lang>
                <Sheet link lang />
            </Code>
            <QrView text=link label=say!(lang, qr_page) name="page" lang />
        </div>
        <EmbedCodes chosen lang />
        <p class="caption">{say!(lang, share_note)}</p>
        <p class="share-ways">
            <Files close lang />
            <span on:click=move |_| close.run(())>
                <LiveLink to=Signal::derive(move || state.with(wall::control))>{page_name(View::Share, lang)}</LiveLink>
            </span>
        </p>
    }
}

/// The codes for a piece of the page.
#[component]
fn EmbedCodes(chosen: Memo<ViewState>, lang: Lang) -> impl IntoView {
    let embed = RwSignal::new(Embed::Whole);
    let offered = Embed::offered(chosen.with_untracked(|state| state.view));
    let options =
        offered.filter_map(|embed| Some((embed.code()?, piece::word(embed, lang)))).collect::<Vec<_>>();
    let choose = Callback::new(move |code: &str| embed.set(Embed::from_code(code)));
    let code = move |write: fn(Source<'_>, &ViewState, Embed) -> String| {
        Signal::derive(move || {
            let (page, title) = (address::of_page(""), document::title());
            chosen.with(|state| write(Source { page: &page, title: &title }, state, embed.get()))
        })
    };
    let (frame, script) = (code(snippet::frame), code(snippet::script));
    view! {
        {(options.len() > 1).then(|| view! {
            <Segments label=say!(lang, which_piece) options chosen=Signal::derive(move || embed.get().code().unwrap_or_default()) choose />
        })}
        <Code label=say!(lang, share_embed) text=frame lang />
        <Code label=say!(lang, share_script) text=script lang />
    }
}

/// Hands the address to the system, where it takes it.
#[component]
fn Sheet(link: Signal<String>, lang: Lang) -> impl IntoView {
    let open = move |_| share_sheet::open(&document::title(), &link.get_untracked());
    share_sheet::is_offered().then(|| {
        view! { <button type="button" class="button is-plain" on:click=open>{say!(lang, share_sheet)}</button> }
    })
}

/// Leads to the files that the page offers of itself, pictures among them.
#[component]
fn Files(close: Callback<()>, lang: Lang) -> impl IntoView {
    let go = move |_| {
        close.run(());
        // Closing gives the focus back to what opened the dialog.
        request_animation_frame(|| document::focus_shown(".exports button"));
    };
    (!document::all(".exports button").is_empty()).then(|| {
        view! { <button type="button" class="text-button" on:click=go>{say!(lang, share_files)}</button> }
    })
}
