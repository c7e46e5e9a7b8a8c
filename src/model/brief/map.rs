//! The townships: a small map in greys, and its figures as a table.

use super::super::choropleth::{Legend, choropleth};
use super::super::leaf::{Element, classed, element, link};
use super::super::small_map::{Area, MapNotes, SmallMap, small_map};
use super::{Matter, cell, section, table};
use crate::route::{View, ViewState};

/// The small map with its legend and what has to stand beside it; nothing where no figure is told by township.
pub fn picture(matter: &Matter<'_>) -> Option<Element> {
    let map = small_map(&matter.scope, matter.manifest, matter.land.townships?, matter.land.district, None)?;
    let to = ViewState { layer: Some(map.layer.clone()), ..matter.state.to_view(View::Map) };
    let name = format!("{}{}", map.title, unit(matter, &map.legend));
    let heading = element("h2").text(matter.pick("各街镇：", "By township: ")).with(link(to, name));
    let caption =
        element("figcaption").text(&map.summary).text(matter.pick("", " ")).text(notes(matter, &map.notes));
    let figure = classed("figure", "townships")
        .set("data-map", "brief")
        .with(svg(&map))
        .with(legend(matter, &map.legend))
        .with(caption);
    Some(classed("section", "brief-map").with(heading).with(figure))
}

fn unit(matter: &Matter<'_>, legend: &Legend) -> String {
    if legend.unit.is_empty() {
        String::new()
    } else {
        format!("{}{}", matter.pick("，", ", "), legend.unit)
    }
}

fn svg(map: &SmallMap) -> Element {
    let picture = element("svg")
        .set("viewBox", format!("0 0 {} {}", map.width, map.height))
        .set("role", "img")
        .set("aria-label", &map.summary);
    let areas = map.areas.iter().map(|area| {
        let class = area.tone.map_or_else(|| "area no-data".to_owned(), |tone| format!("area tone-{tone}"));
        classed("path", &class).set("d", &area.path)
    });
    let outline = classed("path", "district-line").set("d", &map.outline);
    picture.all(areas).with(outline).all(map.areas.iter().flat_map(name))
}

/// A township's name, with the line that leads to it where it stands outside.
fn name(area: &Area) -> Vec<Element> {
    let Some(label) = &area.label else { return Vec::new() };
    let leader = label
        .leader
        .map(|[[x0, y0], [x1, y1]]| classed("path", "leader").set("d", format!("M{x0} {y0}L{x1} {y1}")));
    let class = match area.tone.filter(|_| label.inside) {
        Some(tone) => format!("name on-tone-{tone}"),
        None => "name".to_owned(),
    };
    let text = classed("text", &class)
        .set("x", label.x.to_string())
        .set("y", label.y.to_string())
        .set("text-anchor", "middle")
        .set("dominant-baseline", "central")
        .text(&area.name);
    leader.into_iter().chain([text]).collect()
}

fn legend(matter: &Matter<'_>, legend: &Legend) -> Element {
    let swatch = |class: &str| {
        element("svg")
            .set("viewBox", "0 0 24 10")
            .set("aria-hidden", "true")
            .with(classed("path", class).set("d", "M0 0h24v10H0z"))
    };
    let classes = legend.classes.iter().map(|class| {
        element("li").with(swatch(&format!("tone-{}", class.tone))).with(element("span").text(&class.range))
    });
    let none = (legend.no_data > 0).then(|| {
        element("li").with(swatch("no-data")).with(element("span").text(matter.pick("无数据", "No data")))
    });
    classed("ol", "map-legend").all(classes.chain(none))
}

/// What has to stand beside every map; whose boundaries they are stands among the sources.
pub fn notes(matter: &Matter<'_>, notes: &MapNotes) -> String {
    let mut said: Vec<String> = Vec::new();
    if notes.schematic {
        said.push(matter.pick("示意图 · 非法定界线", "Schematic, not legal boundaries").to_owned());
    }
    if !notes.review.is_empty() {
        let pending = if notes.pending { matter.pick("（待核）", " (to be confirmed)") } else { "" };
        said.push(format!("{} {}{pending}", matter.pick("审图号", "Review no."), notes.review.join(", ")));
    }
    let stop = matter.pick("。", ". ");
    said.iter().map(|one| format!("{one}{stop}")).collect::<String>().trim_end().to_owned()
}

/// The figures of the map as a table.
pub fn figures(matter: &Matter<'_>) -> Option<Element> {
    let shaded = choropleth(&matter.scope, None)?;
    let name = format!("{}{}", shaded.name, unit(matter, &shaded.legend));
    let heads = [(matter.pick("街镇", "Township"), false), (name.as_str(), true)];
    let rows = shaded.towns.iter().map(|town| {
        element("tr").with(element("th").set("scope", "row").text(&town.name)).with(cell(
            "td",
            &town.value,
            true,
        ))
    });
    let heading = matter.pick("各街镇", "By township");
    let table = table("brief-towns", heading, &heads, [element("tbody").all(rows)]);
    Some(section(matter, "brief-figures", heading).with(table))
}
