//! The street map beneath the chart, where the data declare one: it follows what is seen, and where it cannot be had the map stands
//! as it does without.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::map_canvas::land;
use crate::browser::address;
use crate::data::{self, Atlas, Scene};
use crate::domain::Lang;
use crate::echarts::use_colours;
use crate::maplibre::{self, Streets};
use crate::model::basemap::{self, Tiles};
use crate::model::map::MapModel;
use crate::model::picture::whole;
use crate::option;
use crate::route::Face;
use crate::snapshot::{Basemap, BasemapKind};
use crate::ui::context::use_route;

/// How it stands with the street map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stand {
    /// It is not wanted, or on its way.
    #[default]
    Coming,
    /// It is seen.
    Shown,
    /// What is seen of the map is too much for it.
    Wide,
    /// Its tiles are not to be had.
    Away,
    /// The deployment gives no key.
    Keyless,
}

impl Stand {
    fn code(self) -> &'static str {
        match self {
            Stand::Coming => "coming",
            Stand::Shown => "shown",
            Stand::Wide => "wide",
            Stand::Away => "away",
            Stand::Keyless => "keyless",
        }
    }
}

/// The street map of a page.
#[derive(Clone, Copy)]
pub struct Base {
    layers: StoredValue<Arc<Vec<Basemap>>>,
    stand: RwSignal<Stand>,
    /// Whether it is declared and the reader wants it.
    wanted: Memo<bool>,
    /// What is written of it where it is seen; nothing where it is not.
    pub beneath: Memo<Vec<String>>,
}

impl Base {
    /// Makes it known to all of the page.
    pub fn provide(scene: &Scene, lang: Lang) {
        let layers = Arc::new(scene.manifest.basemap.clone());
        let route = use_route();
        let stand = RwSignal::new(Stand::default());
        let is_declared = !layers.is_empty();
        let wanted = Memo::new(move |_| is_declared && route.state.with(|state| !state.map.plain));
        let lines = basemap::lines(&layers, lang);
        let beneath =
            Memo::new(
                move |_| {
                    if wanted.get() && stand.get() == Stand::Shown { lines.clone() } else { Vec::new() }
                },
            );
        provide_context(Self { layers: StoredValue::new(layers), stand, wanted, beneath });
    }
}

/// The street map of this page.
pub fn use_base() -> Base {
    expect_context()
}

/// The tick that shows it and leaves it out.
#[component]
pub fn BaseTick(
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (route, base) = (use_route(), use_base());
    let offered = Memo::new(move |_| {
        base.layers.with_value(|layers| !layers.is_empty()) && model.with(|model| model.face != Face::Small)
    });
    move || {
        offered.get().then(|| {
            view! {
                <label class="tick map-base-tick">
                    <input type="checkbox" prop:checked=base.wanted on:change=move |event| {
                        let plain = !event_target_checked(&event);
                        route.change(|state| state.map.plain = plain);
                    } />
                    <span>{say!(lang, basemap)}</span>
                </label>
            }
        })
    }
}

/// Whose street map it is, for those who do not see the picture, where that is written, too; or why there is none.
#[component]
pub fn BaseWords(
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let base = use_base();
    let why = move || match base.stand.get() {
        _ if !base.wanted.get() || model.with(|model| model.face == Face::Small) => None,
        Stand::Coming | Stand::Shown => None,
        Stand::Wide => Some(say!(lang, basemap_wide)),
        Stand::Away => Some(say!(lang, basemap_away)),
        Stand::Keyless => Some(say!(lang, basemap_key)),
    };
    let is_declared = base.layers.with_value(|layers| !layers.is_empty());
    let lines = move || base.beneath.get().join(lang.pick("；", "; "));
    is_declared.then(
        || view! { <p class="map-base-words" role="status"><span class="unseen">{lines}</span>{why}</p> },
    )
}

/// The street map itself.
#[component]
pub fn BaseCanvas(
    /// The boundaries.
    atlas: Arc<Atlas>,
    /// The size of the frame, in pixels.
    size: RwSignal<[f64; 2]>,
    /// What is seen of the map; `None` is all of it.
    seen: RwSignal<Option<[f64; 4]>>,
) -> impl IntoView {
    let base = use_base();
    on_cleanup(move || {
        base.stand.try_set(Stand::Coming);
    });
    move || base.wanted.get().then(|| view! { <Beneath atlas=atlas.clone() size seen /> })
}

#[component]
fn Beneath(atlas: Arc<Atlas>, size: RwSignal<[f64; 2]>, seen: RwSignal<Option<[f64; 4]>>) -> impl IntoView {
    let (base, colours) = (use_base(), use_colours());
    let manifest = use_route().state.with_untracked(data::manifest_path);
    let place = NodeRef::<Div>::new();
    let room = land(&atlas).extent().map_or(1.0, basemap::room);
    let camera = Memo::new(move |_| {
        let view = seen.get().or_else(|| whole(land(&atlas), size.get()))?;
        basemap::camera(view, size.get())
    });
    let streets: StoredValue<Option<Streets>, LocalStorage> = StoredValue::new_local(None);
    let tiles = RwSignal::new(None::<Vec<Tiles>>);
    // Whether a tile is there, or none is to be had.
    let heard = RwSignal::new(None::<bool>);
    let keyless = RwSignal::new(false);
    let stands = RwSignal::new(None::<[f64; 3]>);
    let style = move || {
        let style = |tiles: &Vec<Tiles>| colours.with(|palette| option::basemap(tiles, palette).ok());
        tiles.with(|tiles| tiles.as_ref().and_then(style))
    };
    // Nothing is fetched before it can be seen, and the page's colours are known.
    let begun = Memo::new(move |begun: Option<&bool>| {
        begun == Some(&true)
            || camera.with(Option::is_some) && colours.with(|palette| !palette.map_neighbour.is_empty())
    });
    Effect::new(move |_| {
        let (true, Some(element)) = (begun.get(), place.get()) else { return };
        let (layers, manifest) = (base.layers.get_value(), manifest.clone());
        spawn_local(async move {
            let found = match find(&layers, &manifest).await {
                Found::Tiles(found) => found,
                Found::Nothing => {
                    heard.try_set(Some(false));
                    return;
                }
                Found::NoKey => {
                    keyless.try_set(true);
                    return;
                }
            };
            let style =
                colours.with_untracked(|palette| option::basemap(&found, palette)).unwrap_or_default();
            tiles.try_set(Some(found));
            let hear = move |is_there| {
                heard.try_set(Some(is_there));
            };
            let made = Streets::new(&element, &style, hear).await;
            // The page may have been left meanwhile: then nothing is stored, and the map is let go.
            match (made, camera.try_get_untracked().flatten()) {
                (Some(made), Some(camera)) => {
                    made.look(&camera);
                    stands.try_set(Some(made.stands()));
                    streets.try_set_value(Some(made));
                }
                (Some(made), None) => {
                    streets.try_set_value(Some(made));
                }
                (None, _) => {
                    heard.try_set(Some(false));
                }
            }
        });
    });
    Effect::new(move |_| {
        let Some(camera) = camera.get() else { return };
        streets.with_value(|streets| {
            if let Some(streets) = streets {
                streets.look(&camera);
                stands.set(Some(streets.stands()));
            }
        });
    });
    Effect::new(move |before: Option<Option<String>>| {
        let now = style();
        if let (Some(Some(before)), Some(now)) = (&before, &now)
            && before != now
        {
            streets.with_value(|streets| streets.as_ref().map(|streets| streets.restyle(now)));
        }
        now
    });
    let is_far = move |zoom: f64| {
        tiles.with(|tiles| tiles.as_ref().is_some_and(|tiles| !tiles.iter().any(|tiles| tiles.reach(zoom))))
    };
    let stand = Memo::new(move |_| match (camera.get(), heard.get()) {
        _ if keyless.get() => Stand::Keyless,
        (None, _) => Stand::Wide,
        (Some(camera), _) if is_far(camera.zoom) => Stand::Wide,
        (_, Some(true)) => Stand::Shown,
        (_, Some(false)) => Stand::Away,
        (_, None) => Stand::Coming,
    });
    Effect::new(move |_| base.stand.set(stand.get()));
    on_cleanup(move || {
        base.stand.try_set(Stand::Coming);
    });
    let share = |share: f64| format!("{:.2}%", share * 100.0);
    let stretch = move || camera.get().map_or(1.0, |camera| camera.stretch);
    view! {
        <div
            class="map-base"
            aria-hidden="true"
            data-basemap=move || stand.get().code()
            data-centre=move || stands.get().map(|[lon, lat, _]| format!("{lon},{lat}"))
            data-zoom=move || stands.get().map(|[.., zoom]| zoom.to_string())
            data-stretch=move || stretch().to_string()
            style:height=move || format!("{}px", size.get()[1])
        >
            <div
                class="map-base-streets"
                node_ref=place
                style:left=share((1.0 - room) / 2.0)
                style:width=share(room)
                style:transform=move || (stretch() != 1.0).then(|| format!("scaleX({})", stretch()))
                style:visibility=move || (stand.get() == Stand::Wide).then_some("hidden")
            ></div>
        </div>
    }
}

/// What came of looking for the tiles.
enum Found {
    Tiles(Vec<Tiles>),
    Nothing,
    NoKey,
}

/// Looks where the tiles of all layers are; a layer that cannot be had leaves the others.
async fn find(layers: &[Basemap], manifest: &str) -> Found {
    let key =
        if layers.iter().any(Basemap::needs_key) { data::config().await.value.basemap.key } else { None };
    let manifest = address::same_origin(manifest).unwrap_or_default();
    let (mut found, mut has_key) = (Vec::new(), true);
    for layer in layers {
        let Some(urls) = basemap::addresses(layer, &manifest, key.as_deref()) else {
            has_key = false;
            continue;
        };
        match layer.kind {
            BasemapKind::Tiles => found.push(Tiles::pictures(layer, urls)),
            BasemapKind::Pmtiles => {
                let [file] = urls.as_slice() else { continue };
                let header = maplibre::header(file).await;
                found.extend(header.map(|(min, max, vector)| Tiles::within(layer, file, [min, max], vector)));
            }
        }
    }
    match found.is_empty() {
        false => Found::Tiles(found),
        true if has_key => Found::Nothing,
        true => Found::NoKey,
    }
}
