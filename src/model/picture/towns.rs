//! Townships in the picture: their areas, circles and names, and what is said of one that is pointed at.

use std::collections::BTreeMap;

use super::super::choropleth::Town;
use super::super::ground::{Ground, has_many, is_many};
use super::super::label::{self, Rect, Wanted};
use super::super::layers::{Symbol, middle};
use super::super::map::MapModel;
use super::super::outline::{Projection, Shape, tenth};
use super::super::spots::{Sight, Spot};
use super::super::words;
use super::view::{Land, magnified};
use super::{Area, Callout, LARGEST, LINE, Name};
use crate::domain::Lang;
use crate::route::Face;

/// What the places of townships' names depend on.
pub(super) struct Towns<'a> {
    pub model: &'a MapModel,
    pub land: Land<'a>,
    pub projection: Projection,
    pub size: [f64; 2],
    pub letter: f64,
    pub lang: Lang,
}

impl Towns<'_> {
    /// Townships with their names, and the chosen site's words; the boxes that these take are added to `taken`.
    pub fn place(&self, spots: &[Spot], taken: &mut Vec<Rect>) -> (Vec<Area>, Vec<Name>, Option<Callout>) {
        let shapes = self.shapes();
        let shape = |town: &Town| shapes.get(town.code.as_str()).cloned();
        let drawn: Vec<(&Town, Shape)> =
            self.model.towns.iter().filter_map(|town| Some((town, shape(town)?))).collect();
        let named = if has_many(self.land) { &[] } else { drawn.as_slice() };
        let mut wanted: Vec<Wanted<'_>> = named
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
        let names = named.iter().zip(labels).map(|((town, _), label)| Name {
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
    pub fn symbols(&self) -> Vec<Symbol> {
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
