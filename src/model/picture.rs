//! The large map in pixels: where everything of a [`MapModel`] stands in a frame of a given size.

use std::collections::BTreeMap;

use super::choropleth::Town;
use super::clusters::{Building, Clusters, MANY};
use super::ground::{Ground, is_many};
use super::label::{self, Rect, Wanted};
use super::layers::{Symbol, TownLight, middle};
use super::map::MapModel;
use super::outline::{Projection, Shape, micro, tenth};
use super::places::Places;
use super::spots::{self, Sight, Spot};
use super::words;
use crate::domain::{Lang, Light, Precision};
use crate::route::Face;
use crate::snapshot::{Boundaries, Region};

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

/// The boundaries that a map is drawn from.
#[derive(Clone, Copy, Default)]
pub struct Land<'a> {
    /// Townships.
    pub townships: Option<&'a Boundaries>,
    /// The district.
    pub district: Option<&'a Boundaries>,
    /// What lies around it.
    pub neighbours: Option<&'a Boundaries>,
}

impl Land<'_> {
    /// West, south, east and north ends of what is to be seen.
    pub fn extent(&self) -> Option<[f64; 4]> {
        self.district.and_then(Boundaries::extent).or_else(|| self.townships.and_then(Boundaries::extent))
    }
}

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

/// Below this width there is little room, in pixels.
pub const NARROW: f64 = 560.0;

fn fit(extent: [f64; 4], size: [f64; 2]) -> Projection {
    magnified(extent, size, 1.0)
}

fn magnified(extent: [f64; 4], size: [f64; 2], zoom: f64) -> Projection {
    let room = if size[0] < NARROW { [36.0, 12.0, 132.0, 12.0] } else { [36.0, 44.0, 88.0, 36.0] };
    Projection::fit(extent, size.map(|side| side * zoom), room.map(|side| side * zoom))
}

/// What is seen of a map of `size` pixels at first, in degrees: west, south, east, north.
pub fn whole(land: Land<'_>, size: [f64; 2]) -> Option<[f64; 4]> {
    let projection = fit(land.extent()?, size);
    let ([west, north], [east, south]) = (projection.degrees([0.0; 2]), projection.degrees(size));
    Some([west, south, east, north])
}

/// How the reader looks at a map of `size` pixels when `seen` (west, south, east, north) is what the frame shows.
///
/// Marks need be put together anew only now and then: the answer is the one `before` for as long as that still
/// holds, and shows somewhat more than is seen.
pub fn sight(land: Land<'_>, size: [f64; 2], seen: Option<[f64; 4]>, before: Option<Sight>) -> Sight {
    let (Some(extent), Some([west, south, east, north])) = (land.extent(), seen) else { return Sight::WHOLE };
    let projection = fit(extent, size);
    let whole = projection.degrees(size)[0] - projection.degrees([0.0; 2])[0];
    let zoom = (whole / (east - west)).log2().round().exp2();
    if zoom <= 1.0 {
        return Sight::WHOLE;
    }
    let holds = |sight: &Sight| {
        sight.zoom == zoom
            && sight.window.is_none_or(|window| {
                window[0] <= west && window[1] <= south && window[2] >= east && window[3] >= north
            })
    };
    let (across, up) = ((east - west) / 4.0, (north - south) / 4.0);
    let window = Some([west - across, south - up, east + across, north + up]);
    before.filter(holds).unwrap_or(Sight { zoom, window })
}

/// Begins to put the sites of a map in a frame of `size` pixels together; `None` without boundaries.
pub fn building(places: &Places, land: Land<'_>, size: [f64; 2]) -> Option<Building> {
    Some(Building::of(places, &fit(land.extent()?, size)))
}

/// The marks of a map in a frame of `size` pixels, as far as they are in sight.
pub fn marks(
    model: &MapModel,
    clusters: &Clusters,
    land: Land<'_>,
    size: [f64; 2],
    sight: Sight,
    lang: Lang,
) -> Vec<Spot> {
    let Some(extent) = land.extent() else { return Vec::new() };
    spots::spots(clusters, &model.places, model.site.as_deref(), &fit(extent, size), sight, lang)
}

/// The marks of the whole map, put together at once.
pub fn all_marks(model: &MapModel, land: Land<'_>, size: [f64; 2], lang: Lang) -> Vec<Spot> {
    let Some(extent) = land.extent() else { return Vec::new() };
    let clusters = Clusters::of(&model.places, &fit(extent, size));
    marks(model, &clusters, land, size, Sight::WHOLE, lang)
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

/// What the places of townships' names depend on.
struct Towns<'a> {
    model: &'a MapModel,
    land: Land<'a>,
    projection: Projection,
    size: [f64; 2],
    letter: f64,
    lang: Lang,
}

impl Towns<'_> {
    /// Townships with their names, and the chosen site's words; the boxes that these take are added to `taken`.
    fn place(&self, spots: &[Spot], taken: &mut Vec<Rect>) -> (Vec<Area>, Vec<Name>, Option<Callout>) {
        let shapes = self.shapes();
        let shape = |town: &Town| shapes.get(town.code.as_str()).cloned();
        let drawn: Vec<(&Town, Shape)> =
            self.model.towns.iter().filter_map(|town| Some((town, shape(town)?))).collect();
        let mut wanted: Vec<Wanted<'_>> = drawn
            .iter()
            .map(|(town, shape)| Wanted { shape, forms: forms(&self.name(town), &town.brief, self.letter) })
            .collect();
        let chosen = spots.iter().find_map(|spot| Some((spot, spot.chosen.as_ref()?)));
        let spot = chosen.map(|(spot, _)| point(self.projection.point(spot.at)));
        if let (Some(spot), Some((_, words))) = (&spot, chosen) {
            wanted.push(Wanted { shape: spot, forms: vec![box_of(words, self.letter)] });
        }
        let mut labels = label::place(&wanted, self.size, taken);
        for (label, wanted) in labels.iter().zip(&wanted) {
            let [width, height] = wanted.forms[label.form].map(|side| side / 2.0);
            taken.push([label.x - width, label.y - height, label.x + width, label.y + height]);
        }
        let callout = chosen.and_then(|(_, words)| {
            let label = labels.pop()?;
            Some(Callout {
                text: words.clone(),
                at: self.projection.degrees([label.x, label.y]),
                leader: label.leader?.map(|end| self.projection.degrees(end)),
            })
        });
        let areas = drawn.iter().map(|(town, _)| Area {
            code: town.code.clone(),
            tone: self.tone(town),
            hatched: town.figure.is_none() && self.model.layer.is_some(),
            tip: tip(self.model, town, self.lang),
        });
        let names = drawn.iter().zip(labels).map(|((town, _), label)| Name {
            name: town.short.clone(),
            value: town.brief.clone(),
            stacked: label.form == 0,
            at: self.projection.degrees([label.x, label.y]),
            tone: self.tone(town).filter(|_| label.inside),
            hatched: label.inside && town.figure.is_none() && self.model.layer.is_some(),
            light: self.model.lights.get(&town.code).map(|lights| lights.light),
            leader: label.leader.map(|ends| ends.map(|end| self.projection.degrees(end))),
        });
        (areas.collect(), names.collect(), callout)
    }

    /// The shapes of townships by their codes; none of very many, whose names are placed where the reader looks.
    fn shapes(&self) -> BTreeMap<&str, Shape> {
        let regions = self.land.townships.map(|townships| townships.regions.as_slice()).unwrap_or_default();
        let regions = if is_many(self.land) { &[] } else { regions };
        regions.iter().map(|region| (region.code.as_str(), Shape::of(region, &self.projection))).collect()
    }

    /// The tone of a township's area; circles stand on plain land.
    fn tone(&self, town: &Town) -> Option<usize> {
        town.tone.filter(|_| self.model.face != Face::Symbols)
    }

    /// A township's name, with room for the shape of its light before it.
    fn name(&self, town: &Town) -> String {
        let shape = if self.model.lights.contains_key(&town.code) { "■ " } else { "" };
        format!("{shape}{}", town.short)
    }

    /// The circles, the largest first, so that none hides a smaller one.
    fn symbols(&self) -> Vec<Symbol> {
        let Some(symbols) = self.model.symbols.as_ref().filter(|_| self.model.face == Face::Symbols) else {
            return Vec::new();
        };
        let most = (self.size[0].min(self.size[1]) * LARGEST).round();
        let symbol = |town: &Town| {
            let region = self.land.townships?.region(&town.code)?;
            let radius = tenth(symbols.radius(town.figure?, most));
            let at = self.projection.degrees(middle(&Shape::of(region, &self.projection))?);
            (radius > 0.0).then(|| Symbol {
                code: town.code.clone(),
                at,
                radius,
                tip: tip(self.model, town, self.lang),
            })
        };
        let mut symbols: Vec<Symbol> = self.model.towns.iter().filter_map(symbol).collect();
        symbols.sort_by(|a, b| b.radius.total_cmp(&a.radius));
        symbols
    }
}

/// What is said of a township that is pointed at: its name, its figure in the layer that is shown, how many sites it has.
pub fn tip(model: &MapModel, town: &Town, lang: Lang) -> String {
    let mut tip = town.name.clone();
    if let Some(layer) = &model.layer {
        let (colon, space) = (lang.pick("：", ": "), lang.pick("", " "));
        tip += &format!("\n{}{colon}{}", layer.name, town.value);
        if town.figure.is_some() && !layer.legend.unit.is_empty() {
            tip += &format!("{space}{}", layer.legend.unit);
        }
    }
    if let Some(lights) = model.lights.get(&town.code) {
        let said = words::lights(&lights.tally, lang);
        tip += &lang.pick(format!("\n此处目标：{said}"), format!("\nGoals here: {said}"));
    }
    match model.places.count_in(&town.code) {
        0 => {}
        count => tip += &lang.pick(format!("\n{count}处地点"), format!("\n{count} sites")),
    }
    tip
}

/// Names of very many townships, where they fit into what is in sight of them.
pub fn names(
    model: &MapModel,
    ground: &Ground,
    land: Land<'_>,
    size: [f64; 2],
    letter: f64,
    sight: Sight,
) -> Vec<Name> {
    let Some(extent) = land.extent() else { return Vec::new() };
    let near = magnified(extent, size, sight.zoom);
    let towns: BTreeMap<&str, &Town> = model.towns.iter().map(|town| (town.code.as_str(), town)).collect();
    let pixel = (extent[3] - extent[1]) / (size[1] * sight.zoom);
    let name = |index: usize| {
        let town = *towns.get(ground.code(index))?;
        let forms = forms(&town.short, &town.brief, letter);
        let [[left, top], [right, bottom]] = {
            let [west, south, east, north] = ground.extent(index);
            [near.point([west, north]), near.point([east, south])]
        };
        // Most are far too small; what is large enough is looked at closely.
        if !forms.iter().any(|[width, height]| *width < right - left && *height < bottom - top) {
            return None;
        }
        let shape = Shape {
            rings: (ground.rings(index, pixel))
                .map(|ring| ring.into_iter().map(|point| near.point(point)).collect())
                .collect(),
        };
        let (form, at) = label::within(&shape, &forms)?;
        Some(Name {
            name: town.short.clone(),
            value: town.brief.clone(),
            stacked: form == 0,
            at: near.degrees(at),
            tone: town.tone,
            hatched: town.tone.is_none() && model.layer.is_some(),
            light: None,
            leader: None,
        })
    };
    ground.seen(sight.window.unwrap_or(extent)).filter_map(name).collect()
}

/// The sizes of a name with its figure under it, and beside it.
fn forms(name: &str, value: &str, letter: f64) -> Vec<[f64; 2]> {
    let (name, value) = (label::width(name) * letter, label::width(value) * letter);
    if value == 0.0 {
        return vec![[name, letter + 1.0]];
    }
    vec![[name.max(value), letter * (LINE * 2.0 - 0.2)], [name + letter * 0.35 + value, letter + 1.0]]
}

/// The size of words in a box, with room around them for its border.
fn box_of(words: &str, letter: f64) -> [f64; 2] {
    let widest = words.lines().map(|line| label::width(line) * letter).fold(0.0, f64::max);
    [widest + 32.0, words.lines().count() as f64 * letter * LINE + 24.0]
}

/// A mark as a shape into which no words fit.
fn point([x, y]: [f64; 2]) -> Shape {
    Shape { rings: vec![vec![[x - 3.0, y], [x, y - 3.0], [x + 3.0, y], [x, y + 3.0]]] }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Names;

    #[test]
    fn sight_follows_the_reader_in_steps() {
        let ring = vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
        let region = Region { code: String::new(), name: Names::default(), polygons: vec![vec![ring]] };
        let district = Boundaries { regions: vec![region] };
        let land = Land { district: Some(&district), ..Land::default() };
        let look = |seen, before| sight(land, [1000.0, 1000.0], seen, before);
        assert_eq!(look(None, None), Sight::WHOLE);
        assert_eq!(look(Some([-0.02, -0.02, 1.02, 1.02]), None), Sight::WHOLE);
        let near = look(Some([0.2, 0.2, 0.45, 0.45]), None);
        assert_eq!(near.zoom, 4.0);
        assert_eq!(look(Some([0.25, 0.25, 0.5, 0.5]), Some(near)), near, "a small step changes nothing");
        assert_ne!(look(Some([0.5, 0.3, 0.75, 0.55]), Some(near)), near);
        assert_ne!(look(Some([0.2, 0.2, 0.3, 0.3]), Some(near)).zoom, near.zoom);
        assert_eq!(look(None, Some(near)), Sight::WHOLE);
    }
}
