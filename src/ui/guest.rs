//! The page inside another page: it says how it stands, and does as it is asked by those whom the deployment lists.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::context::Route;
use super::pages::scope;
use crate::browser::{content, document, messages};
use crate::data::{self, Loader};
use crate::domain::Lang;
use crate::model::record::chosen;
use crate::route::{Request, SET, Told, ViewState};
use crate::snapshot::{Code, Decoded, Finding};

/// What there is to speak about.
#[derive(Clone, Copy)]
pub struct Guest {
    /// What is shown.
    pub route: Route,
    /// The data.
    pub loader: Loader,
    /// The language.
    pub lang: Memo<Lang>,
    /// How the page stands: `loading`, `ready`, `stale` or `error`.
    pub condition: Memo<&'static str>,
    /// Takes what is wrong with the deployment's settings, once they are asked for.
    pub settings: RwSignal<Vec<Finding>>,
}

/// What was said last, so that nothing is said twice.
#[derive(Clone, Copy)]
struct Said {
    /// What is shown, as query string and title; `None` before the page was ready.
    state: StoredValue<Option<[String; 2]>>,
    /// The record that is chosen: what it is, and its id.
    chosen: StoredValue<Option<Chosen>>,
}

type Chosen = (&'static str, String);

/// How many messages wait at most until it is known whom the page obeys.
const WAITING: usize = 16;

/// Whom the page obeys, and who asked before that was known.
#[derive(Default)]
struct Door {
    origins: Option<Vec<String>>,
    waiting: Vec<(String, String)>,
}

impl Door {
    /// Keeps a message; of too many the oldest are forgotten. Says whether it is the first.
    fn wait(&mut self, origin: String, text: String) -> bool {
        let is_first = self.waiting.is_empty();
        if self.waiting.len() == WAITING {
            self.waiting.remove(0);
        }
        self.waiting.push((origin, text));
        is_first
    }

    /// Takes whom the page obeys, and gives back who waited for it. Where that could not be fetched (`None`) the next
    /// message asks again, and nobody has been answered.
    fn open(&mut self, origins: Option<Vec<String>>) -> Vec<(String, String)> {
        let waiting = std::mem::take(&mut self.waiting);
        self.origins = origins;
        if self.origins.is_some() { waiting } else { Vec::new() }
    }
}

impl Guest {
    /// Begins to speak and to listen. To be called once, inside a page of another origin or of the same.
    pub fn start(self) {
        let said = Said { state: StoredValue::new(None), chosen: StoredValue::new(None) };
        self.follow_state(said);
        self.follow_choice(said);
        content::on_resize(|height| messages::post(&Told::Height(height).to_json()));
        let door = StoredValue::new_local(Door::default());
        messages::hear(SET, move |origin, text| self.heard(origin, text, door, said));
    }

    /// Says when the page is ready, and from then on what it shows.
    fn follow_state(self, said: Said) {
        Effect::new(move |_| {
            self.route.state.track();
            if self.condition.get() != "loading" || said.state.with_value(Option::is_some) {
                self.report(said, false);
            }
        });
    }

    /// Says what is shown, when everything that hangs on it has followed; `again` also where it was said before. It
    /// waits for no frame: browsers draw none of what is far from the screen.
    fn report(self, said: Said, again: bool) {
        let tell = move || {
            let Some(query) = self.route.state.try_with_untracked(ViewState::to_query) else { return };
            let now = [query, document::title()];
            let before = said.state.get_value();
            let [query, title] = now.clone();
            let told = match &before {
                None => Told::Ready {
                    condition: self.condition.get_untracked(),
                    title,
                    lang: self.lang.get_untracked().tag(),
                    query,
                    height: content::height(),
                },
                Some(before) if again || *before != now => Told::State { query, title },
                Some(_) => return,
            };
            said.state.set_value(Some(now));
            messages::post(&told.to_json());
        };
        set_timeout(tell, Duration::ZERO);
    }

    /// Says which record the reader chose here, or opened in a window of its own.
    fn follow_choice(self, said: Said) {
        let about = Memo::new(move |_| {
            self.route.state.with(|state| [&state.item, &state.id, &state.town].map(Clone::clone))
        });
        Effect::new(move |before: Option<()>| {
            // Read and not only tracked: a memo that nobody has read follows nothing.
            about.with(|_| ());
            let now = self.route.state.with_untracked(|state| self.chosen(state));
            let is_new = said.chosen.with_value(|before| *before != now);
            said.chosen.set_value(now.clone());
            if let Some(chosen) = now.filter(|_| is_new && before.is_some()) {
                select(chosen);
            }
        });
        Effect::new(move |_| {
            let chosen = self.route.opened.with(|opened| self.chosen(opened.as_ref()?));
            chosen.into_iter().for_each(select);
        });
    }

    /// The record that a state is about, as far as the data that are shown have it.
    fn chosen(self, state: &ViewState) -> Option<Chosen> {
        self.loader.outcome.with_untracked(|outcome| {
            let scene = outcome.scene.as_ref()?;
            let record = chosen(&scope(scene, self.lang.get_untracked()), state)?;
            Some((record.kind.code(), record.id))
        })
    }

    /// Does as a message asks, if it comes from whom the deployment lists. Its settings are asked for when the first
    /// message comes, and not before.
    fn heard(self, origin: String, text: String, door: StoredValue<Door, LocalStorage>, said: Said) {
        let listed = door.with_value(|door| door.origins.as_ref().map(|origins| origins.contains(&origin)));
        match listed {
            Some(true) => self.obey(&text, said),
            Some(false) => {}
            None => {
                let is_first = door.try_update_value(|door| door.wait(origin, text));
                if is_first == Some(true) {
                    spawn_local(async move {
                        let Decoded { value, findings } = data::config().await;
                        let is_known = findings.iter().all(|finding| finding.code != Code::Unavailable);
                        self.settings.try_set(findings);
                        let origins = is_known.then_some(value.embed.origins);
                        let waiting = door.try_update_value(|door| door.open(origins));
                        for (origin, text) in waiting.into_iter().flatten() {
                            self.heard(origin, text, door, said);
                        }
                    });
                }
            }
        }
    }

    fn obey(self, text: &str, said: Said) {
        let Some(request) = Request::read(text) else { return };
        let now = self.route.state.get_untracked();
        let next = request.applied(&now);
        // Who asks hears that it is done, and not that a reader chose it.
        said.chosen.set_value(self.chosen(&next));
        if next != now {
            self.route.refine(|state| *state = next);
        }
        self.report(said, true);
    }
}

fn select((kind, id): Chosen) {
    messages::post(&Told::Select { kind, id }.to_json());
}
