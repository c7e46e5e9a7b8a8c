//! A text to be copied.

use leptos::prelude::*;

use crate::browser::clipboard;
use crate::domain::Lang;
use crate::ui::components::use_notice;

/// A text, and a button that copies it.
#[component]
pub fn Code(
    /// What it is.
    label: &'static str,
    /// The text.
    text: Signal<String>,
    /// The language.
    lang: Lang,
    /// What else can be done with it, beside the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
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
            <div class="code-tools">
                <button type="button" class="button" on:click=copy>{say!(lang, copy)}</button>
                {children.map(|children| children())}
            </div>
        </div>
    }
}
