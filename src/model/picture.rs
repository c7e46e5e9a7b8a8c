//! The large map in pixels: where everything of a [`MapModel`] stands in a frame of a given size.

mod towns;
mod view;

use super::clusters::{Clusters, MANY};
use super::ground::is_many;
use super::label::{self, Rect};
use super::layers::{Symbol, TownLight};
use super::map::MapModel;
use super::outline::{Projection, Shape, micro, tenth};
use super::spots::{self, Sight, Spot};
use crate::domain::{Lang, Light, Precision};
use crate::snapshot::Region;

use towns::Towns;
pub use towns::{names, tip};
use view::fit;
pub use view::{Land, NARROW, all_marks, building, marks, sight, whole};

/// The size of names and figures, in pixels; [`LARGE`] times that for those who asked for large type.
pub const LETTER: f64 = 13.0;
/// By how much large type is larger.
pub const LARGE: f64 = 1.25;
/// From one line of what is written into the picture to the next, in sizes of its letters.
pub const LEGAL: f64 = 1.4;
/// From one line of a name to the next, in sizes of its letters.
pub const LINE: f64 = 1.3;
/// Above this number of marks names do not give way to them.
const CROWDED: usize = 60;
/// The radius of the largest circle, in lesser sides of the frame.
pub const LARGEST: f64 = 0.055;
/// How far a place that is known to about 2 km may be from its point, in degrees of latitude.
const UNCERTAIN: f64 = 2.0 / 111.2;

/// A township in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its code.
    pub code: String,
    /// The tone of its class.
    pub tone: Option<usize>,
    /// Whether it has no figure where others have one.
    pub hatched: bool,
    /// What stands in its tooltip.
    pub tip: String,
}

/// A township's name with its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name.
    pub name: String,
    /// The figure, or in a word why there is none; empty where no layer is shown.
    pub value: String,
    /// Whether the figure stands under the name.
    pub stacked: bool,
    /// Its middle, in degrees.
    pub at: [f64; 2],
    /// The tone that it stands on; `None` on hatch, and on paper.
    pub tone: Option<usize>,
    /// Whether it stands on the hatch.
    pub hatched: bool,
    /// The light of what is carried out there, where it is shown.
    pub light: Option<Light>,
    /// The line to its area, in degrees, where it stands outside.
    pub leader: Option<[[f64; 2]; 2]>,
}

/// The words of the chosen site, in a box on a leader.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    /// The words, line by line.
    pub text: String,
    /// The middle of the box, in degrees.
    pub at: [f64; 2],
    /// The line to its mark, in degrees.
    pub leader: [[f64; 2]; 2],
}

/// The large map. Places are in degrees, so that they move along when the reader zooms.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// West, south, east and north ends.
    pub extent: [f64; 4],
    /// Where these lie in pixels: left, top, right, bottom.
    pub frame: Rect,
    /// Townships.
    pub areas: Vec<Area>,
    /// Whether their tones lie on both sides of a middle.
    pub diverging: bool,
    /// Circles as large as their figures, the largest first, where these are not shaded.
    pub symbols: Vec<Symbol>,
    /// Outlines of townships in a light, the gravest last, so that it lies on top.
    pub lights: Vec<(Light, Vec<Vec<[f64; 2]>>)>,
    /// Whether the townships are so many that they are drawn by themselves, beneath a sheet.
    pub sheet: bool,
    /// Whether it lies over a street map, which is to be seen through it.
    pub over: bool,
    /// Their names.
    pub names: Vec<Name>,
    /// Names of what lies around.
    pub neighbours: Vec<(String, [f64; 2])>,
    /// The district's outline.
    pub outline: Vec<Vec<[f64; 2]>>,
    /// The outlines of the chosen townships.
    pub chosen: Vec<Vec<[f64; 2]>>,
    /// Marks of sites, the whole map being seen; of many sites only that of the chosen one.
    pub spots: Vec<Spot>,
    /// The chosen site.
    pub callout: Option<Callout>,
    /// How far the chosen site may be from its mark.
    pub uncertain: Option<Vec<[f64; 2]>>,
    /// What is written into the picture so that no copy loses it.
    pub legal: Vec<String>,
    /// The demo mark.
    pub demo: Option<&'static str>,
    /// Whether there is little room.
    pub narrow: bool,
    /// The size of its letters, in pixels.
    pub letter: f64,
}

/// The picture of a map in a frame of `size` pixels, as it is seen at first, with letters of so many pixels;
/// `None` without boundaries.
pub fn picture(model: &MapModel, land: Land<'_>, size: [f64; 2], letter: f64, lang: Lang) -> Option<Picture> {
    picture_over(model, land, size, letter, &[], lang)
}

/// The same over a street map of which these lines are written; without lines there is none.
pub fn picture_over(
    model: &MapModel,
    land: Land<'_>,
    size: [f64; 2],
    letter: f64,
    beneath: &[String],
    lang: Lang,
) -> Option<Picture> {
    let extent = land.extent()?;
    let narrow = size[0] < NARROW;
    let projection = fit(extent, size);
    let [left, top] = projection.point([extent[0], extent[3]]);
    let [right, bottom] = projection.point([extent[2], extent[1]]);
    let chosen = model.site.as_deref();
    // Names give way to few marks alone, so that many need not be put together here.
    let spots = if model.places.placed <= MANY {
        marks(model, &Clusters::of(&model.places, &projection), land, size, Sight::WHOLE, lang)
    } else {
        let site = chosen.and_then(|chosen| model.places.sites().find(|site| site.id == chosen));
        site.map(spots::alone).into_iter().collect()
    };
    let legal = written(model, beneath, size[0], letter, lang);
    let mut taken = reserved(&legal, size, letter, narrow);
    if spots.len() <= CROWDED {
        taken.extend(spots.iter().map(|spot| {
            let half = if spot.count > 1 { 12.0 } else { 8.0 };
            let [x, y] = projection.point(spot.at);
            [x - half, y - half, x + half, y + half]
        }));
    }
    let towns = Towns { model, land, projection, size, letter, lang };
    let symbols = towns.symbols();
    // Where there is little room, names stand in the circles.
    taken.extend(symbols.iter().filter(|_| !narrow).map(|symbol| {
        // A name may reach over the rim of a circle, not into it.
        let ([x, y], half) = (projection.point(symbol.at), symbol.radius * 0.7);
        [x - half, y - half, x + half, y + half]
    }));
    let (areas, names, callout) = towns.place(&spots, &mut taken);
    let chosen_site = chosen.and_then(|chosen| model.places.sites().find(|site| site.id == chosen));
    let uncertain = chosen_site.filter(|site| site.precision == Precision::Approx2km);
    let region = |code: &String| land.townships.and_then(|townships| townships.region(code));
    let lit = |(code, town): (&String, &TownLight)| Some((town.light, rings(region(code)?).collect()));
    let mut lights: Vec<(Light, Vec<Vec<[f64; 2]>>)> = model.lights.iter().filter_map(lit).collect();
    lights.sort_by_key(|(light, _)| light.gravity());
    Some(Picture {
        extent,
        frame: [left, top, right, bottom].map(tenth),
        areas,
        diverging: model.layer.as_ref().is_some_and(|layer| layer.legend.diverging),
        symbols,
        lights,
        sheet: is_many(land),
        over: !beneath.is_empty(),
        names,
        neighbours: around(land, &projection, size, letter, &taken, lang),
        outline: land
            .district
            .map(|district| district.regions.iter().flat_map(rings).collect())
            .unwrap_or_default(),
        chosen: model.chosen_towns.iter().filter_map(region).flat_map(rings).collect(),
        uncertain: uncertain.map(|site| circle(site.at)),
        spots,
        callout,
        legal,
        demo: model.demo.then(|| lang.pick("演示数据", "Demo data")),
        narrow,
        letter,
    })
}

/// What is written into the lower corners, and the buttons in the upper right one.
fn reserved(legal: &[String], [width, height]: [f64; 2], letter: f64, narrow: bool) -> Vec<Rect> {
    let longest = legal.iter().map(|line| label::width(line) * letter).fold(0.0, f64::max);
    let lines = legal.len() as f64 + if narrow { 1.0 } else { 0.0 };
    let mut taken = vec![[0.0, height - 14.0 - letter * LEGAL * lines, longest + 20.0, height]];
    if !narrow {
        taken.push([width - 110.0, height - 34.0, width, height]);
        taken.push([width - 64.0, 0.0, width, 152.0]);
    }
    taken
}

fn rings(region: &Region) -> impl Iterator<Item = Vec<[f64; 2]>> + '_ {
    region.polygons.iter().flatten().map(|ring| ring.iter().chain(ring.first()).copied().collect())
}

fn circle([lon, lat]: [f64; 2]) -> Vec<[f64; 2]> {
    let narrowing = super::outline::narrowing([0.0, lat, 0.0, lat]);
    let point = |step: u8| {
        let angle = f64::from(step) / 48.0 * std::f64::consts::TAU;
        [micro(lon + UNCERTAIN / narrowing * angle.cos()), micro(lat + UNCERTAIN * angle.sin())]
    };
    (0..=48).map(point).collect()
}

/// Names of what lies around, where there is room for them.
fn around(
    land: Land<'_>,
    projection: &Projection,
    size: [f64; 2],
    letter: f64,
    taken: &[Rect],
    lang: Lang,
) -> Vec<(String, [f64; 2])> {
    let frame = [0.0, 0.0, size[0], size[1]];
    let regions = land.neighbours.iter().flat_map(|neighbours| &neighbours.regions);
    let names = regions.filter_map(|region| {
        let name = region.name.get(lang);
        let extent = [label::width(name) * letter, letter * LINE];
        let at = label::somewhere(&Shape::of(region, projection), extent, frame, taken)?;
        (!name.is_empty()).then(|| (name.to_owned(), projection.degrees(at)))
    });
    names.collect()
}

/// `示意图 · 非法定界线`, `审图号 GS(2024)0650号（待核）`.
pub fn legal(model: &MapModel, lang: Lang) -> Vec<String> {
    let notes = &model.notes;
    let schematic = notes.schematic.then(|| {
        lang.pick("街镇界：示意图 · 非法定界线", "Townships: schematic, not legal boundaries").to_owned()
    });
    let pending = if notes.pending { lang.pick("（待核）", " (to be confirmed)") } else { "" };
    let review = notes.review.iter().map(|number| {
        lang.pick(
            format!("区界：审图号 {number}{pending}"),
            format!("Districts: review no. {number}{pending}"),
        )
    });
    schematic.into_iter().chain(review).collect()
}

/// The same and whose boundaries they are, and whose street map lies beneath, in lines that leave room for the demo mark on a map of `width` pixels.
fn written(model: &MapModel, beneath: &[String], width: f64, letter: f64, lang: Lang) -> Vec<String> {
    let room = if width < NARROW { width - 24.0 } else { width - 150.0 };
    let whose = model.notes.attribution.iter().chain(beneath).cloned();
    let lines = legal(model, lang).into_iter().chain(whose);
    lines.flat_map(|line| label::broken(&line, room / (letter - 1.0))).collect()
}
