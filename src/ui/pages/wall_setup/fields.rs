//! Times, screen, colours and edition of the wall; each choice writes itself into the address.

use std::ops::RangeInclusive;

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::domain::{Lang, Month};
use crate::model::share::wall::{Colours, DAY, SIZES};
use crate::route::{Daylight, REFRESH, ROTATE, Scale, Selected, Wall, seconds};
use crate::ui::components::{Choice, Segments};
use crate::ui::context::use_route;

/// A number of seconds; what cannot be is brought to what can.
#[component]
pub fn SecondsField(
    /// What it is for.
    label: String,
    /// Whether the label is for screen readers only.
    #[prop(default = false)]
    unseen: bool,
    /// The seconds; as usual when absent.
    value: Signal<Option<u32>>,
    /// What holds where nothing is said.
    #[prop(into)]
    usual: Signal<u32>,
    /// The least and the most.
    range: RangeInclusive<u32>,
    /// Hears another number.
    choose: Callback<Option<u32>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let most = range.end().to_string();
    let written = move |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let change = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let chosen = seconds(&input.value(), &range);
        choose.run(chosen);
        input.set_value(&written(value.get_untracked()));
    };
    view! {
        <label class="field">
            <span class:unseen=unseen>{label}</span>
            <input
                type="number"
                inputmode="numeric"
                min="0"
                max=most
                placeholder=move || format!("{}{}", usual.get(), lang.pick("秒", " s"))
                prop:value=move || written(value.get())
                on:change=change
            />
        </label>
    }
}

/// How long pages stay, and how often newer data are looked for.
#[component]
pub fn TimeFields(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let kept = |seconds: Option<u32>, usual: u32| seconds.filter(|seconds| *seconds != usual);
    let rotate =
        Callback::new(move |seconds| route.change(|state| state.wall.rotate = kept(seconds, Wall::SECONDS)));
    let refresh =
        Callback::new(move |seconds| route.change(|state| state.wall.refresh = kept(seconds, Wall::REFRESH)));
    view! {
        <section aria-labelledby="setup-times">
            <h2 id="setup-times">{say!(lang, wall_times)}</h2>
            <div class="setup-fields">
                <SecondsField
                    label=say!(lang, wall_rotate).to_owned()
                    value=Signal::derive(move || route.state.with(|state| state.wall.rotate))
                    usual=Wall::SECONDS
                    range=ROTATE
                    choose=rotate
                    lang
                />
                <SecondsField
                    label=say!(lang, wall_refresh).to_owned()
                    value=Signal::derive(move || route.state.with(|state| state.wall.refresh))
                    usual=Wall::REFRESH
                    range=REFRESH
                    choose=refresh
                    lang
                />
            </div>
            <p class="caption">{say!(lang, wall_times_note)}</p>
        </section>
    }
}

/// What size pages are composed for, and how that comes to another.
#[component]
pub fn ScreenFields(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let code = |[width, height]: [u32; 2]| format!("{width}x{height}");
    let asked = route.state.with_untracked(|state| state.wall.design);
    let sizes = SIZES.into_iter().chain(asked.filter(|design| !SIZES.contains(design)));
    let named = sizes.map(|size| (code(size), format!("{} × {}", size[0], size[1])));
    let sizes = [(String::new(), say!(lang, wall_as_screen).to_owned())].into_iter().chain(named).collect();
    let design = Callback::new(move |value: String| {
        let sides = value
            .split_once('x')
            .and_then(|(width, height)| Some([width.parse().ok()?, height.parse().ok()?]));
        route.change(|state| state.wall.design = sides);
    });
    let named = |scale| match scale {
        Scale::Fit => say!(lang, scale_fit),
        Scale::Width => say!(lang, scale_width),
        Scale::Height => say!(lang, scale_height),
        Scale::Stretch => say!(lang, scale_stretch),
        Scale::Scroll => say!(lang, scale_scroll),
    };
    let scales = Scale::ALL.map(|scale| (scale.code().to_owned(), named(scale).to_owned())).into();
    let scale = Callback::new(move |value: String| {
        let scale = Scale::ALL.into_iter().find(|scale| scale.code() == value).unwrap_or_default();
        route.change(|state| state.wall.scale = scale);
    });
    view! {
        <section aria-labelledby="setup-screen">
            <h2 id="setup-screen">{say!(lang, wall_screen)}</h2>
            <div class="setup-fields">
                <Choice
                    label=say!(lang, wall_design)
                    options=sizes
                    chosen=Signal::derive(move || route.state.with(|state| state.wall.design.map(code).unwrap_or_default()))
                    choose=design
                />
                <Choice
                    label=say!(lang, wall_scale)
                    options=scales
                    chosen=Signal::derive(move || route.state.with(|state| state.wall.scale.code().to_owned()))
                    choose=scale
                />
            </div>
        </section>
    }
}

/// Colours, language and edition.
#[component]
pub fn LookFields(
    /// The edition on the page.
    shown: Month,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let colours = Memo::new(move |_| route.state.with(Colours::of));
    let named = |colours| match colours {
        Colours::Dark => say!(lang, theme_dark),
        Colours::ByHour => say!(lang, wall_by_hour),
        Colours::Light => say!(lang, theme_light),
        Colours::Contrast => say!(lang, theme_contrast),
    };
    let options = Colours::ALL.map(|colours| (colours.code(), named(colours))).into();
    let paint = Callback::new(move |code| {
        let colours = Colours::ALL.into_iter().find(|colours| colours.code() == code);
        route.change(|state| colours.unwrap_or(Colours::Dark).write(state));
    });
    let hours = move || (colours.get() == Colours::ByHour).then(|| view! { <Hours lang /> });
    let speak = Callback::new(move |tag| route.change(|state| state.lang = Lang::from_tag(tag)));
    let pinned = Memo::new(move |_| route.state.with(|state| state.snapshot != Selected::Latest));
    let pin = Callback::new(move |value| {
        let snapshot = if value == "pinned" { Selected::Month(shown) } else { Selected::Latest };
        route.change(|state| state.snapshot = snapshot);
    });
    view! {
        <section aria-labelledby="setup-looks">
            <h2 id="setup-looks">{say!(lang, wall_looks)}</h2>
            <div class="setup-segments">
                <span aria-hidden="true">{say!(lang, theme)}</span>
                <Segments label=say!(lang, theme) options chosen=Signal::derive(move || colours.get().code()) choose=paint />
                {hours}
                <span aria-hidden="true">{say!(lang, language)}</span>
                <Segments
                    label=say!(lang, language)
                    options=vec![(Lang::Zh.tag(), "中文"), (Lang::En.tag(), "English")]
                    chosen=Signal::stored(lang.tag())
                    choose=speak
                />
                <span aria-hidden="true">{say!(lang, which_edition)}</span>
                <Segments
                    label=say!(lang, which_edition)
                    options=vec![("latest", say!(lang, latest_always)), ("pinned", say!(lang, pinned))]
                    chosen=Signal::derive(move || if pinned.get() { "pinned" } else { "latest" })
                    choose=pin
                />
            </div>
            <p class="caption">{say!(lang, wall_looks_note)}</p>
        </section>
    }
}

/// From which hour to which the wall is light.
#[component]
fn Hours(lang: Lang) -> impl IntoView {
    let route = use_route();
    let day = Memo::new(move |_| route.state.with(|state| state.wall.daylight.unwrap_or(DAY)));
    let field = move |label: &'static str, get: fn(Daylight) -> u8, with: fn(Daylight, u8) -> Daylight| {
        let options = (0..=24_u8).map(|hour| (hour.to_string(), format!("{hour}:00"))).collect::<Vec<_>>();
        let choose = Callback::new(move |value: String| {
            let Ok(hour) = value.parse() else { return };
            let next = with(day.get_untracked(), hour);
            // A day without an hour is none.
            if next.from != next.to {
                route.change(|state| state.wall.daylight = Some(next));
            }
        });
        view! { <Choice label options chosen=Signal::derive(move || get(day.get()).to_string()) choose /> }
    };
    view! {
        <div class="setup-fields">
            {field(say!(lang, wall_light_from), |day| day.from, |day, from| Daylight { from, ..day })}
            {field(say!(lang, wall_light_to), |day| day.to, |day, to| Daylight { to, ..day })}
        </div>
    }
}
