//! Colours, language and edition of a wall.

use leptos::prelude::*;

use crate::domain::{Lang, Month};
use crate::model::share::wall::{Colours, DAY};
use crate::route::{Daylight, Selected};
use crate::ui::components::{Choice, Segments};
use crate::ui::context::use_route;
use crate::ui::share::EditionChoice;

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
    let pin = Callback::new(move |pinned| {
        let snapshot = if pinned { Selected::Month(shown) } else { Selected::Latest };
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
                <EditionChoice pinned choose=pin lang />
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
