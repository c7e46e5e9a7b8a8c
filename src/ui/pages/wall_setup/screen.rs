//! The screen that a wall is composed for.

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::share::wall::SIZES;
use crate::route::Scale;
use crate::ui::components::Choice;
use crate::ui::context::use_route;

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
