//! Search over everything. Here is what opens it and where one types; what is found is a part of its own, so that a
//! letter typed while the part is on its way is not lost.

mod hits;

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

pub use self::hits::{Hits, pieces};
use super::context::{Route, use_route};
use super::parts;
use crate::browser::document;
use crate::data::Scene;
use crate::domain::Lang;

/// What the field and the hits share.
#[derive(Clone, Copy)]
pub struct Finder {
    /// What is typed.
    pub typed: RwSignal<String>,
    /// The id of the option that Enter follows, while there are any.
    pub active: RwSignal<Option<String>>,
    /// What the hits do with a key pressed in the field.
    pub keys: RwSignal<Option<Callback<KeyboardEvent>>>,
    /// How often the hits' part was asked for.
    asked: RwSignal<u32>,
    dialog: NodeRef<Dialog>,
    field: NodeRef<Input>,
}

impl Finder {
    /// The search of the head that stands now. To be called once by it.
    pub fn provide() -> Self {
        let finder = Self {
            typed: RwSignal::new(String::new()),
            active: RwSignal::new(None),
            keys: RwSignal::new(None),
            asked: RwSignal::new(0),
            dialog: NodeRef::new(),
            field: NodeRef::new(),
        };
        provide_context(finder);
        finder
    }

    /// Opens the dialog, unless one is open.
    fn open(self) {
        let (Some(dialog), false) = (self.dialog.get_untracked(), document::has_dialog()) else { return };
        // What did not come before may come now.
        if self.keys.with_untracked(Option::is_none) {
            self.asked.update(|asked| *asked += 1);
        }
        // Fails only where the dialog is open already.
        let _ = dialog.show_modal();
        if let Some(field) = self.field.get_untracked() {
            field.select();
        }
    }

    /// Closes the dialog; the focus goes back to where it was.
    pub fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }
}

/// A button that opens the dialog.
#[component]
pub fn SearchButton(
    /// CSS classes.
    class: &'static str,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let finder: Finder = expect_context();
    let looks = use_route().looks;
    view! {
        <button
            type="button"
            class=format!("text-button search-open {class}")
            aria-haspopup="dialog"
            aria-keyshortcuts=move || if looks.get().keyless { "Control+K Meta+K" } else { "/ Control+K Meta+K" }
            on:click=move |_| finder.open()
        >
            {say!(lang, search)}<span class="search-what">{say!(lang, search_what)}</span><kbd aria-hidden="true">{move || if looks.get().keyless { "Ctrl K" } else { "/" }}</kbd>
        </button>
    }
}

/// The dialog, and the keys that open it.
#[component]
pub fn SearchDialog(
    /// What is shown.
    scene: Signal<Option<Arc<Scene>>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let finder: Finder = expect_context();
    let Route { state, looks, .. } = use_route();
    let Finder { typed, active, keys, asked, dialog, field } = finder;
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if asks(&event, looks.get_untracked().keyless) {
            event.prevent_default();
            finder.open();
        }
    });
    on_cleanup(move || listener.remove());
    // Another page, by a hit or by the browser's own way back, is not seen behind a dialog.
    Effect::new(move |_| {
        state.track();
        finder.close();
    });
    let press = move |event: KeyboardEvent| {
        // While a word is being composed, Enter and the arrows belong to the input method.
        if let (false, Some(keys)) = (event.is_composing(), keys.get_untracked()) {
            keys.run(event);
        }
    };
    // The panel fills the dialog: what is clicked of the dialog itself lies outside.
    let leave = move |event: MouseEvent| {
        if event.target() == event.current_target() {
            finder.close();
        }
    };
    view! {
        <dialog class="dialog search" aria-label=say!(lang, search) node_ref=dialog on:click=leave>
            <div class="search-panel">
                <div class="search-field">
                    <input
                        type="text"
                        role="combobox"
                        autofocus
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        enterkeyhint="go"
                        placeholder=say!(lang, search_label)
                        aria-label=say!(lang, search_label)
                        aria-autocomplete="list"
                        aria-expanded=move || if active.with(Option::is_some) { "true" } else { "false" }
                        aria-controls=move || active.with(Option::is_some).then_some("search-list")
                        aria-activedescendant=active
                        node_ref=field
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                        on:keydown=press
                    />
                    <button type="button" class="text-button search-close" on:click=move |_| finder.close()>{say!(lang, close)}</button>
                </div>
                {move || (asked.get() > 0).then(|| parts::hits(finder, scene, lang))}
            </div>
        </dialog>
    }
}

/// Whether a key asks for the dialog: `/` outside of fields, unless the reader wants no such keys, and Ctrl or Cmd
/// with K anywhere.
fn asks(event: &KeyboardEvent, keyless: bool) -> bool {
    let command = event.ctrl_key() || event.meta_key();
    if event.default_prevented() || event.is_composing() || event.alt_key() {
        return false;
    }
    match event.key().as_str() {
        "/" => !keyless && !command && !is_field(event),
        "k" | "K" => command && !event.shift_key(),
        _ => false,
    }
}

/// Whether a key was pressed where one types or chooses.
fn is_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let field = target.map(|target| target.closest("input, textarea, select, [contenteditable]"));
    matches!(field, Some(Ok(Some(_))))
}
