//! A second district entirely from data: another country, other names, another rule, three thousand wards.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "support/country.rs"]
mod country;

use std::collections::HashMap;
use std::sync::Arc;

use biaogan::domain::Lang;
use biaogan::model::Scope;
use biaogan::model::map::map;
use biaogan::model::places::places;
use biaogan::publish::{self, Bundle, Plan, inspect};
use biaogan::route::ViewState;
use biaogan::snapshot::boundary::read_boundaries;
use biaogan::snapshot::{Boundaries, Decoded, LayerRole, read_manifest, read_snapshot};
use pretty_assertions::assert_eq;

fn plan(wards: usize) -> Plan {
    let files = country::tables(wards).into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let Decoded { value, findings } = publish::read(&files.collect()).unwrap();
    assert_eq!(findings, []);
    value
}

fn boundaries(bundle: &HashMap<String, Vec<u8>>, plan: &Plan, role: LayerRole) -> Boundaries {
    let layer = &plan.layers.iter().find(|file| file.layer.role == role).unwrap().layer;
    let read = read_boundaries(std::str::from_utf8(&bundle[&layer.file]).unwrap(), layer).unwrap();
    assert_eq!(read.findings, []);
    read.value
}

fn published(plan: &Plan) -> HashMap<String, Vec<u8>> {
    let bundle = Bundle::new(&plan.head, &plan.layers, std::slice::from_ref(&plan.edition), None).unwrap();
    bundle.files.into_iter().collect()
}

#[test]
fn a_country_of_three_thousand_wards_is_shown_without_a_finding() {
    let plan = plan(3_000);
    let files = published(&plan);
    assert_eq!(inspect::check_bundle(|file| files.get(file).cloned()), []);
    let text = |file: &str| std::str::from_utf8(&files[file]).unwrap();
    let manifest = read_manifest(text("index.json")).unwrap().value;
    let edition = read_snapshot(text(&manifest.snapshots[0].file)).unwrap().value;
    let wards = boundaries(&files, &plan, LayerRole::Townships);
    let vertices: usize = wards.regions.iter().flat_map(|ward| &ward.polygons[0]).map(Vec::len).sum();
    assert_eq!((wards.regions.len(), vertices), (3_000, 204_000));
    for lang in [Lang::Zh, Lang::En] {
        let scope = Scope { edition: &edition, compared: None, rule: manifest.rule().unwrap(), lang };
        let state = ViewState { town: Some(country::code(7)), ..ViewState::default() };
        let sites = Arc::new(places(&scope, None));
        let model = map(&scope, &manifest, &state, sites);
        assert_eq!(model.towns.len(), 3_000);
        assert!(model.towns.iter().all(|town| wards.region(&town.code).is_some() && town.figure.is_some()));
        assert_eq!(model.places.placed, 300);
        let said = format!("{} {} {:?}", model.headline, model.summary, model.chosen);
        for foreign in ["瓯海", "Ouhai", "330304", "街镇示意"] {
            assert!(!said.contains(foreign), "{said}");
        }
    }
    let outline = boundaries(&files, &plan, LayerRole::District);
    assert_eq!(outline.extent(), wards.extent());
}
