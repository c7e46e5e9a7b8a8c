//! TopoJSON as portals publish it: borders as arcs that areas share, often as steps on a grid.

use serde_json::{Map, Value};

use super::super::finding::{Code, Finding};
use super::super::read::{Fault, Object, Read};
use super::geometry::Polygons;
use super::{Feature, Properties};

/// A border in degrees, or why it is none.
type Arc = Result<Vec<[f64; 2]>, Fault>;

/// The features of one of the objects of a topology: the one named, or the only one there is.
///
/// # Errors
/// A finding when it cannot be told which object, or there are no arcs.
pub fn features(
    topology: &Map<String, Value>,
    object: Option<&str>,
    properties: &Properties,
) -> Result<(Vec<Feature>, Vec<Finding>), Finding> {
    let fail = |fault: Fault| Finding::error(fault.code, fault.pointer, &fault.expected, &fault.found);
    let fields = Object(topology);
    let arcs = arcs(&fields).map_err(fail)?;
    let objects = topology.get("objects").and_then(Value::as_object);
    let objects = objects.ok_or_else(|| fail(Fault::missing("objects")))?;
    let named = match object {
        Some(name) => objects.get_key_value(name),
        None => objects.iter().next().filter(|_| objects.len() == 1),
    };
    let Some((name, content)) = named else {
        let known: Vec<&str> = objects.keys().map(String::as_str).collect();
        let expected = format!("`object`, one of {}", known.join(", "));
        return Err(Finding::error(
            Code::UnknownReference,
            "/objects",
            &expected,
            object.unwrap_or_default(),
        ));
    };
    let mut read = (Vec::new(), Vec::new());
    let pointer = Fault::missing("").below(name).below("objects").pointer;
    walk(content, pointer, &arcs, properties, &mut read);
    Ok(read)
}

/// Every geometry of a collection is a feature.
fn walk(
    value: &Value,
    pointer: String,
    arcs: &[Arc],
    properties: &Properties,
    read: &mut (Vec<Feature>, Vec<Finding>),
) {
    if value.get("type").and_then(Value::as_str) == Some("GeometryCollection") {
        for (index, member) in
            value.get("geometries").and_then(Value::as_array).into_iter().flatten().enumerate()
        {
            walk(member, format!("{pointer}/geometries/{index}"), arcs, properties, read);
        }
        return;
    }
    let feature = Object::of(value, "Geometry").and_then(|fields| {
        let (code, name) = properties.read(&fields)?;
        Ok(Feature { pointer: pointer.clone(), code, name, shape: shape(&fields, arcs) })
    });
    match feature {
        Ok(feature) => read.0.push(feature),
        Err(fault) => {
            let pointer = pointer + &fault.pointer;
            let finding = Finding::error(fault.code, pointer, &fault.expected, &fault.found);
            read.1.push(Finding { record: properties.label(value), ..finding });
        }
    }
}

/// The arcs in degrees. One that cannot be read costs those that use it.
fn arcs(topology: &Object<'_>) -> Result<Vec<Arc>, Fault> {
    let grid = match topology.0.get("transform") {
        Some(transform) => {
            let fields = Object::of(transform, "Transform").map_err(|fault| fault.below("transform"))?;
            let read = |name| fields.field::<Pair>(name).map_err(|fault| fault.below("transform"));
            Some((read("scale")?.0, read("translate")?.0))
        }
        None => None,
    };
    let arcs = topology.0.get("arcs").ok_or_else(|| Fault::missing("arcs"))?;
    let arcs = arcs.as_array().ok_or_else(|| Fault::wrong_type("a sequence", arcs).below("arcs"))?;
    let arc = |value: &Value| {
        let steps: Vec<Pair> = Vec::read(value)?;
        let Some((scale, translate)) = grid else {
            return Ok(steps.into_iter().map(|Pair(point)| point).collect());
        };
        let mut at = [0.0; 2];
        let place = |Pair(step): Pair| {
            at = [at[0] + step[0], at[1] + step[1]];
            [at[0] * scale[0] + translate[0], at[1] * scale[1] + translate[1]]
        };
        Ok(steps.into_iter().map(place).collect())
    };
    Ok(arcs.iter().map(arc).collect())
}

/// Two numbers; what may follow is of no use here.
struct Pair([f64; 2]);

impl Read for Pair {
    fn read(value: &Value) -> Result<Self, Fault> {
        let numbers: Vec<f64> = Vec::read(value)?;
        match numbers[..] {
            [one, other, ..] => Ok(Self([one, other])),
            _ => Err(Fault::bad_value("an array of length 2", numbers.len().to_string())),
        }
    }
}

fn shape(geometry: &Object<'_>, arcs: &[Arc]) -> Result<Polygons, Fault> {
    let kind = geometry.0.get("type").unwrap_or(&Value::Null);
    let kinds = [("Polygon", false), ("MultiPolygon", true)];
    let many = super::super::read::word(kind, "Geometry", &kinds).map_err(|fault| fault.below("type"))?;
    let content = geometry.0.get("arcs").ok_or_else(|| Fault::missing("arcs"))?;
    let polygons: Vec<Vec<Vec<Step>>> =
        if many { Vec::read(content) } else { Vec::read(content).map(|rings| vec![rings]) }
            .map_err(|fault| fault.below("arcs"))?;
    let ring = |steps: &Vec<Step>| {
        let mut ring: Vec<[f64; 2]> = Vec::new();
        for Step(step) in steps {
            let (index, back) = if *step < 0 { (!*step, true) } else { (*step, false) };
            let arc = usize::try_from(index).ok().and_then(|index| arcs.get(index));
            let arc =
                arc.ok_or_else(|| Fault::bad_value("an arc of the file", step.to_string()).below("arcs"))?;
            let arc = arc.as_ref().map_err(|fault| Fault { pointer: "/arcs".to_owned(), ..fault.clone() })?;
            // An arc begins where the one before it ended.
            ring.pop();
            if back { ring.extend(arc.iter().rev()) } else { ring.extend(arc) }
        }
        Ok(ring)
    };
    polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect()
}

/// The number of an arc; `!n` is arc `n` backwards.
struct Step(i64);

impl Read for Step {
    fn read(value: &Value) -> Result<Self, Fault> {
        value.as_i64().map(Self).ok_or_else(|| Fault::wrong_type("the number of an arc", value))
    }
}
