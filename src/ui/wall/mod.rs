//! The big screen (大屏): pages composed for a wall, one after another.

mod agenda;
mod cockpit;
mod domain;
mod frame;
mod lists;
mod map;
mod player;
mod stage;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{alive, awake, document, messages};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::label::Lettering;
use crate::model::wall::{Canvas, Leaf, Programme};
use crate::route::WallPage;
use crate::ui::components::TroubleNotice;
use crate::ui::context::{use_loader, use_route};
use crate::ui::pages::scope;
use player::Player;

/// Milliseconds that a page fades in over the one before.
const FADE: u64 = 600;

/// What every page of the wall is drawn from.
#[derive(Clone)]
struct Shown {
    scene: Arc<Scene>,
    programme: Arc<Programme>,
    canvas: Canvas,
    player: Player,
    /// Where names stand on the maps, by layer; without one on the first page.
    letterings: StoredValue<BTreeMap<Option<String>, Lettering>>,
    lang: Lang,
}

/// The big screen.
#[component]
pub fn WallView(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (route, loader) = (use_route(), use_loader());
    let wall = Memo::new(move |_| route.state.with(|state| state.wall.clone()));
    let screen = stage::screen();
    let canvas = Memo::new(move |_| wall.with(|wall| Canvas::of(screen.get(), wall)));
    let scene = Memo::new(move |_| loader.outcome.with(|outcome| outcome.scene.clone()));
    // Whatever it is made of is compared already.
    let programme = Memo::new_with_compare(
        move |_| {
            let scene = scene.get()?;
            let canvas = canvas.get();
            Some(wall.with(|wall| Arc::new(Programme::new(&scope(&scene, lang), wall, &canvas))))
        },
        |_, _| true,
    );
    let player = Player::start(programme);
    // In another page, as in the preview of the control page, it is only looked at.
    if !messages::is_framed() {
        let awake = StoredValue::new_local(Some(awake::keep()));
        on_cleanup(move || awake.set_value(None));
        alive::be_watched();
    }
    stage::follow_daylight(route, player.now);
    Effect::new(move |_| {
        if let Some(scene) = scene.get() {
            let title = scene.manifest.district.title.get(lang);
            document::set_title(&format!("{title}{}{}", lang.pick("｜", " | "), say!(lang, wall)));
        }
    });
    let letterings = StoredValue::new(BTreeMap::new());
    let shown = move || {
        Some(Shown {
            scene: scene.get_untracked()?,
            programme: programme.get()?,
            canvas: canvas.get_untracked(),
            player,
            letterings,
            lang,
        })
    };
    let attended = player.attended;
    view! {
        <div
            class=move || format!("wall is-{}", canvas.with(|canvas| canvas.layout.code()))
            class:is-attended=move || attended.get()
            class:is-scrolled=move || canvas.with(|canvas| canvas.overflows)
            data-wall=move || player.leaf.with(|leaf| leaf.as_ref().map(|leaf| leaf.page.code()))
            on:pointerdown=move |event| player.press(&event)
            on:pointerup=move |event| player.release(&event)
            on:pointermove=move |_| player.attend()
        >
            <stage::Stage canvas now=player.now>
                <frame::Head scene player lang />
                <div class="wall-leaves"><Waiting scene lang /><Leaves player shown=Callback::new(move |()| shown()) /></div>
                <frame::Foot scene player lang />
            </stage::Stage>
            <frame::Controls player lang />
        </div>
    }
}

/// What stands there until there are data, and why there are none; they are asked for again and again.
#[component]
fn Waiting(scene: Memo<Option<Arc<Scene>>>, lang: Lang) -> impl IntoView {
    let outcome = use_loader().outcome;
    move || {
        let trouble = outcome.with(|outcome| outcome.trouble.clone());
        scene.with(Option::is_none).then(|| match trouble {
            Some(trouble) => view! { <TroubleNotice trouble stale=None lang /> }.into_any(),
            None => view! { <p class="wall-waiting" role="status">{say!(lang, wall_waiting)}</p> }.into_any(),
        })
    }
}

/// The leaf that is on, over the one before until it has come in.
#[component]
fn Leaves(player: Player, shown: Callback<(), Option<Shown>>) -> impl IntoView {
    let drawn = RwSignal::new(Vec::<(u32, Leaf)>::new());
    Effect::new(move |before: Option<u32>| {
        let number = before.unwrap_or_default() + 1;
        let Some(leaf) = player.leaf.get() else { return number };
        drawn.update(|drawn| drawn.push((number, leaf)));
        let only_last = move || {
            let _ = drawn.try_update(|drawn| drawn.drain(..drawn.len().saturating_sub(1)).count());
        };
        if document::is_still() {
            only_last();
        } else {
            set_timeout(only_last, std::time::Duration::from_millis(FADE));
        }
        number
    });
    view! {
        <For each=move || drawn.get() key=|(number, _)| *number let((_, leaf))>
            {
                let (code, part) = (leaf.page.code(), leaf.part.to_string());
                view! {
                    <section class="wall-leaf" data-leaf=code data-part=part>
                        {move || shown.run(()).map(|shown| page(shown, &leaf))}
                    </section>
                }
            }
        </For>
    }
}

fn page(shown: Shown, leaf: &Leaf) -> AnyView {
    match &leaf.page {
        WallPage::Overview => cockpit::cockpit(&shown).into_any(),
        WallPage::Domain(id) => domain::domain(&shown, id.as_deref(), leaf).into_any(),
        WallPage::Map => map::map_page(&shown, leaf).into_any(),
        WallPage::Projects => lists::projects(&shown, leaf).into_any(),
        WallPage::Departments => lists::departments(&shown, leaf).into_any(),
        WallPage::Changes => agenda::agenda(&shown, leaf).into_any(),
    }
}
