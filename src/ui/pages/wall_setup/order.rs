//! The pages of the wall in their order, and those that could be added.

use std::sync::Arc;

use leptos::prelude::*;

use super::times::SecondsField;
use crate::browser::document;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::share::wall;
use crate::route::{ROTATE, Turn, Wall, WallPage};
use crate::ui::components::{Notice, use_notice};
use crate::ui::context::{Route, use_route};
use crate::ui::pages::scope;

/// What is done to a row of the list; each is a button of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Up,
    Down,
    Remove,
}

impl Doing {
    fn code(self) -> &'static str {
        match self {
            Doing::Up => "up",
            Doing::Down => "down",
            Doing::Remove => "remove",
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Doing::Up => "↑",
            Doing::Down => "↓",
            Doing::Remove => "×",
        }
    }

    fn word(self, lang: Lang) -> &'static str {
        match self {
            Doing::Up => say!(lang, move_up),
            Doing::Down => say!(lang, move_down),
            Doing::Remove => say!(lang, take_out),
        }
    }

    /// Whether it does something to the row at `at` of `count`.
    fn is_possible(self, at: usize, count: usize) -> bool {
        match self {
            Doing::Up => at > 0,
            Doing::Down => at + 1 < count,
            Doing::Remove => count > 1,
        }
    }
}

/// What changes the order, and brings the focus to a row of it.
#[derive(Clone)]
struct Editor {
    scene: Arc<Scene>,
    order: Memo<Vec<Turn>>,
    route: Route,
    notice: Notice,
    lang: Lang,
}

impl Editor {
    fn name(&self, page: &WallPage) -> String {
        wall::page_name(&scope(&self.scene, self.lang), page)
    }

    fn write(&self, order: Vec<Turn>) {
        let pages = wall::written(&self.scene.edition, order);
        self.route.change(|state| state.wall.pages = pages);
    }

    /// Does it to the row at `at`; the focus stays with what was moved, or where what was removed stood.
    fn act(&self, doing: Doing, at: usize) {
        let order = self.order.get_untracked();
        let (order, to) = match doing {
            Doing::Up => (wall::moved(&order, at, -1), at.saturating_sub(1)),
            Doing::Down => (wall::moved(&order, at, 1), at + 1),
            Doing::Remove => {
                let taken = order.get(at).map(|turn| self.name(&turn.page)).unwrap_or_default();
                let left = order.len().saturating_sub(1);
                self.notice.speak(self.lang.pick(
                    format!("{taken}：已移除，还有{left}页"),
                    format!("{taken}: taken out, {left} left"),
                ));
                (wall::without(&order, at), at)
            }
        };
        let count = order.len();
        let to = to.min(count.saturating_sub(1));
        let next = [doing, Doing::Up, Doing::Down].into_iter().find(|doing| doing.is_possible(to, count));
        if doing != Doing::Remove {
            self.say_place(&order, to);
        }
        self.write(order);
        focus_on(to, next.unwrap_or(doing));
    }

    fn say_place(&self, order: &[Turn], at: usize) {
        let name = order.get(at).map(|turn| self.name(&turn.page)).unwrap_or_default();
        let (number, count) = (at + 1, order.len());
        self.notice.speak(
            self.lang.pick(
                format!("{name}：第{number}页，共{count}页"),
                format!("{name}: page {number} of {count}"),
            ),
        );
    }

    fn add(&self, page: WallPage) {
        let mut order = self.order.get_untracked();
        let at = order.len();
        order.push(Turn { page, seconds: None });
        self.say_place(&order, at);
        self.write(order);
        focus_on(at, Doing::Up);
    }
}

fn button_id(at: usize, doing: Doing) -> String {
    format!("turn-{at}-{}", doing.code())
}

fn focus_on(at: usize, doing: Doing) {
    request_animation_frame(move || document::focus(&button_id(at, doing)));
}

/// The list, and what can be added to it.
#[component]
pub fn Order(
    /// What is shown.
    scene: Arc<Scene>,
    /// The pages in their order.
    order: Memo<Vec<Turn>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let editor = StoredValue::new(Editor { scene, order, route, notice: use_notice(), lang });
    let usual = Signal::derive(move || route.state.with(|state| state.wall.rotate.unwrap_or(Wall::SECONDS)));
    let rows = move || {
        let order = order.get();
        let count = order.len();
        let rows = order.into_iter().enumerate();
        rows.map(|(at, turn)| view! { <Row at count turn usual editor lang /> }).collect_view()
    };
    let spare = move || {
        let pages = editor.with_value(|editor| order.with(|order| wall::spare(&editor.scene.edition, order)));
        let buttons = pages.into_iter().map(|page| {
            let name = editor.with_value(|editor| editor.name(&page));
            let add = move |_| editor.get_value().add(page.clone());
            view! { <li><button type="button" class="button is-plain" on:click=add>"＋ "{name}</button></li> }
        });
        let buttons = buttons.collect_view();
        (!buttons.is_empty()).then(|| {
            view! {
                <h3 id="setup-spare">{say!(lang, wall_add)}</h3>
                <ul class="setup-spare" aria-labelledby="setup-spare">{buttons}</ul>
            }
        })
    };
    let named = Memo::new(move |_| route.state.with(|state| !state.wall.pages.is_empty()));
    let all = move |_| {
        route.change(|state| state.wall.pages.clear());
        focus_on(0, Doing::Down);
    };
    view! {
        <section aria-labelledby="setup-pages">
            <h2 id="setup-pages">{say!(lang, wall_order)}</h2>
            <ol class="setup-order">{rows}</ol>
            {spare}
            {move || named.get().then(|| view! {
                <button type="button" class="text-button" on:click=all>{say!(lang, wall_all)}</button>
            })}
        </section>
    }
}

#[component]
fn Row(
    at: usize,
    count: usize,
    turn: Turn,
    usual: Signal<u32>,
    editor: StoredValue<Editor>,
    lang: Lang,
) -> impl IntoView {
    let name = editor.with_value(|editor| editor.name(&turn.page));
    let buttons = [Doing::Up, Doing::Down, Doing::Remove].map(|doing| {
        let label =
            lang.pick(format!("{}：{name}", doing.word(lang)), format!("{}: {name}", doing.word(lang)));
        view! {
            <button
                type="button"
                class="button is-plain"
                id=button_id(at, doing)
                disabled=!doing.is_possible(at, count)
                aria-label=label.clone()
                title=label
                on:click=move |_| editor.get_value().act(doing, at)
            >
                {doing.sign()}
            </button>
        }
    });
    let stay = Callback::new(move |seconds: Option<u32>| {
        let editor = editor.get_value();
        let mut order = editor.order.get_untracked();
        if let Some(turn) = order.get_mut(at) {
            // A page that stays for ever is one of a wall that does not turn.
            turn.seconds = seconds.filter(|seconds| *seconds > 0);
        }
        editor.write(order);
    });
    let seconds = turn.seconds;
    view! {
        <li data-turn=turn.page.code()>
            <span class="turn-name">{name.clone()}</span>
            <SecondsField
                label=lang.pick(format!("{name}：秒"), format!("{name}: seconds"))
                unseen=true
                value=Signal::stored(seconds)
                usual
                range=ROTATE
                choose=stay
                lang
            />
            <span class="turn-tools">{buttons}</span>
        </li>
    }
}
