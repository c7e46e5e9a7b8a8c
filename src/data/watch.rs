//! Newer data and a newer program, looked for while the page stands: what lets a wall be left alone for weeks.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::files;
use super::loader::Loader;
use crate::browser::{address, clock, document};
use crate::route::{ViewState, Wall};
use crate::snapshot::renewal::{confirmed, program, wait};

/// How it goes with asking for data.
#[derive(Clone, Copy, Debug)]
pub struct Watch {
    /// When the manifest was last asked for, in milliseconds since 1970.
    pub asked: RwSignal<f64>,
    /// When the data that are shown were last known to be the newest, in milliseconds since 1970.
    pub checked: RwSignal<Option<f64>>,
    /// Whether the manifest that is shown is a copy on this machine's disk, because the server could not be reached.
    pub copied: RwSignal<bool>,
    /// Failures in a row: of the manifest, of the edition.
    pub failures: [RwSignal<u32>; 2],
}

impl Watch {
    pub(super) fn new() -> Self {
        let failures = [RwSignal::new(0), RwSignal::new(0)];
        Self {
            asked: RwSignal::new(clock::now()),
            checked: RwSignal::new(None),
            copied: RwSignal::new(false),
            failures,
        }
    }

    /// The manifest was read from the server, or not.
    pub(super) fn manifest(&self, is_read: bool) {
        count(self.failures[0], is_read);
        if !is_read {
            return;
        }
        let _ = self.copied.try_set(false);
        if self.failures[1].try_get_untracked() == Some(0) {
            let _ = self.checked.try_set(Some(clock::now()));
        }
    }

    /// The server could not be reached; a copy of the manifest was read that it sent at a moment, in milliseconds since
    /// 1970.
    pub(super) fn copy(&self, sent: f64) {
        count(self.failures[0], false);
        let _ = self.copied.try_set(true);
        let _ = self.checked.try_update(|checked| *checked = Some(confirmed(*checked, sent, clock::now())));
    }

    /// The edition was read, or not.
    pub(super) fn edition(&self, is_read: bool) {
        count(self.failures[1], is_read);
        if is_read && self.failures[0].try_get_untracked() == Some(0) {
            let _ = self.checked.try_set(Some(clock::now()));
        }
    }
}

fn count(failures: RwSignal<u32>, is_read: bool) {
    let _ = failures.try_update(|failures| *failures = if is_read { 0 } else { failures.saturating_add(1) });
}

/// Looks for newer data as often as the address says, sooner after a failure, and at once when the network comes back.
/// To be called once, by the root component.
pub fn follow(loader: Loader, state: Memo<ViewState>) {
    let every = Memo::new(move |_| {
        let (kiosk, refresh) = state.with(|state| (state.kiosk, state.wall.refresh));
        let seconds = refresh.or(kiosk.then_some(Wall::REFRESH)).filter(|seconds| *seconds > 0);
        seconds.map(f64::from)
    });
    Effect::new(move |_| {
        let Some(every) = every.get() else { return };
        let tick = move || {
            let watch = loader.watch;
            let failures = watch.failures.map(|failures| failures.try_get_untracked().unwrap_or_default());
            let failures = failures.into_iter().max().unwrap_or_default();
            let due = watch.asked.get_untracked() + 1000.0 * wait(every, failures);
            if clock::now() >= due {
                look(loader);
            }
        };
        if let Ok(ticks) = set_interval_with_handle(tick, Duration::from_secs(1)) {
            on_cleanup(move || ticks.clear());
        }
        let online = window_event_listener(leptos::ev::online, move |_| look(loader));
        on_cleanup(move || online.remove());
    });
}

/// Asks for newer data, and for a newer program: where the server has one, the page loads itself anew.
fn look(loader: Loader) {
    loader.watch.asked.set(clock::now());
    loader.look();
    spawn_local(async {
        let newer = files::program(&address::here()).await;
        if newer.is_some() && newer != program(&document::head()) {
            address::reload();
        }
    });
}
