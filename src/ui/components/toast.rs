//! A short message that the page says once, to the eye and to screen readers.

use std::time::Duration;

use leptos::prelude::*;

/// How long a message stays.
const STAYS: Duration = Duration::from_secs(5);

/// The message under way.
#[derive(Clone, Copy)]
pub struct Notice {
    /// The number of the newest message, and its text while it is shown in a box.
    shown: RwSignal<(u32, Option<String>)>,
    /// What is only spoken.
    spoken: RwSignal<String>,
}

impl Notice {
    /// Shows and speaks a message.
    pub fn show(self, message: String) {
        let number = self.shown.with_untracked(|(number, _)| number + 1);
        self.shown.set((number, Some(message)));
        let leave = move || {
            // A newer message has a time of its own.
            if self.shown.try_with_untracked(|(newest, _)| *newest == number) == Some(true) {
                self.shown.set((number, None));
            }
        };
        set_timeout(leave, STAYS);
    }

    /// Speaks a message without showing it.
    pub fn speak(self, message: String) {
        self.spoken.set(message);
    }
}

/// Makes messages possible. To be called once, by the root component.
pub fn provide_notice() -> Notice {
    let notice = Notice { shown: RwSignal::new((0, None)), spoken: RwSignal::new(String::new()) };
    provide_context(notice);
    notice
}

/// The way to say something.
pub fn use_notice() -> Notice {
    expect_context()
}

/// Where messages appear.
#[component]
pub fn Toast() -> impl IntoView {
    let Notice { shown, spoken } = use_notice();
    view! {
        <div class="toast" role="status">{move || shown.get().1.map(|message| view! { <p>{message}</p> })}</div>
        <p class="unseen" role="status">{move || spoken.get()}</p>
    }
}
