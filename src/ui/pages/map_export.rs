//! The map's layer to take away: as a table, as GeoJSON and as a picture.

use std::sync::Arc;

use leptos::prelude::*;

use super::map_canvas::land;
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::echarts::use_colours;
use crate::model::frame::Caption;
use crate::model::map::MapModel;
use crate::model::map_files;
use crate::model::picture::{LETTER, Land, all_marks, picture};
use crate::option;
use crate::ui::components::{Drawing, ExportTools};
use crate::ui::context::use_loader;

/// Files of what the map shows.
#[component]
pub fn MapExports(
    /// What is shown.
    scene: Arc<Scene>,
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let atlas = use_loader().atlas;
    let colours = use_colours();
    let of_name = scene.clone();
    let month = Memo::new(move |_| model.with(|model| map_files::month(&scope(&of_name, lang), model)));
    let of_sheet = scene.clone();
    let sheet = move |()| model.with_untracked(|model| map_files::sheet(&scope(&of_sheet, lang), model));
    let of_file = scene.clone();
    let geo_json = move |()| {
        let atlas = atlas.get_untracked()?;
        let scope = scope(&of_file, lang);
        model.with_untracked(|model| map_files::geo_json(&scope, model, land(&atlas)).ok())
    };
    let picture = move |address: String| {
        let atlas = atlas.get_untracked()?;
        let land = Land { whole: true, ..land(&atlas) };
        let scope = scope(&scene, lang);
        model.with_untracked(|model| {
            let drawn = picture(model, land, option::MAP_SIZE, LETTER, lang)?;
            let marks = all_marks(model, land, option::MAP_SIZE, lang);
            let mut caption =
                Caption::of_many(&scope, &model.headline, model.summary.clone(), model.demo, &address);
            let at = caption.foot.len().saturating_sub(1);
            caption.foot.insert(at, model.notes.attribution.join(lang.pick("；", "; ")));
            let legend = model.layer.as_ref().map(|layer| (&layer.legend, say!(lang, no_data)));
            let (option, size) = colours
                .with_untracked(|palette| {
                    option::map_picture(&drawn, &marks, legend, palette, &caption, Drawing::LAND)
                })
                .ok()?;
            Some(Drawing::Map(option, size, option::geo_json(land).ok()?))
        })
    };
    let (sheet, geo_json) = (Callback::new(sheet), Callback::new(geo_json));
    let picture = Callback::new(picture);
    move || {
        view! { <div class="list-foot"><ExportTools file=["map".to_owned(), month.get().to_string()] sheet picture=Some(picture) geo_json=Some(geo_json) lang /></div> }
    }
}
