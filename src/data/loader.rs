//! The data that follow the address: resources that fetch, and memos that keep the last good.

use std::sync::Arc;

use leptos::prelude::*;

use super::files::{self, Read};
use super::scene::{Scene, Trouble};
use super::watch::Watch;
use crate::browser::{address, fetch, keep};
use crate::domain::{Edition, Month};
use crate::route::{Piece, Selected, ViewState};
use crate::snapshot::{
    Boundaries, Code, Finding, Layer, LayerRole, Manifest, SnapshotEntry, read_manifest, read_snapshot,
};

/// The boundaries of the district, as far as they could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// Townships.
    pub townships: Option<Arc<Boundaries>>,
    /// The district's outline.
    pub district: Option<Arc<Boundaries>>,
    /// What lies around it.
    pub neighbours: Option<Arc<Boundaries>>,
    /// What was wrong, layer by layer.
    pub troubles: Vec<Trouble>,
}

/// What came of loading, so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// What can be shown: what was asked for, else the last good data.
    pub scene: Option<Arc<Scene>>,
    /// Why that is not what was asked for.
    pub trouble: Option<Trouble>,
    /// Whether a file is under way.
    pub loading: bool,
}

/// What was read, and what was wrong with it.
type Found<T> = (T, Vec<Finding>);
type Loaded<T> = Result<Found<T>, Trouble>;

/// The data behind the page.
#[derive(Clone, Copy)]
pub struct Loader {
    /// What can be shown.
    pub outcome: Memo<Outcome>,
    /// The district's boundaries; `None` until every layer is settled.
    pub atlas: Memo<Option<Arc<Atlas>>>,
    /// How it goes with asking for data.
    pub watch: Watch,
    attempt: RwSignal<u32>,
    looks: RwSignal<u32>,
}

impl Loader {
    /// Starts loading what the address asks for. To be called once, by the root component.
    pub fn start(state: Memo<ViewState>) -> Self {
        let (attempt, looks) = (RwSignal::new(0), RwSignal::new(0));
        let watch = Watch::new();
        let path = Memo::new(move |_| state.with(files::manifest_path));
        let manifest = LocalResource::new(move || {
            attempt.track();
            looks.track();
            let path = path.get();
            async move {
                match load_manifest(&path).await {
                    Ok((read, None)) => {
                        watch.manifest(true);
                        Ok(read)
                    }
                    Ok((read, Some(sent))) => {
                        watch.copy(sent);
                        Ok(read)
                    }
                    Err(trouble) => {
                        watch.manifest(false);
                        Err(trouble)
                    }
                }
            }
        });
        let wanted = Memo::new(move |_| {
            let (manifest, _) = manifest.get()?.ok()?;
            choose(&manifest, state.with(|state| state.snapshot)).cloned()
        });
        let edition = LocalResource::new(move || {
            attempt.track();
            let (path, wanted) = (path.get_untracked(), wanted.get());
            async move {
                let entry = wanted?;
                let read = load_edition(&path, &entry).await;
                watch.edition(read.is_ok());
                Some((entry, read))
            }
        });
        let other = Memo::new(move |_| {
            let (manifest, _) = manifest.get()?.ok()?;
            let wanted = wanted.get()?;
            let month = state.with(|state| other_month(&manifest, &wanted, state))?;
            comparable(&manifest, &wanted, month).cloned().ok()
        });
        let compared = LocalResource::new(move || {
            attempt.track();
            let (path, other) = (path.get_untracked(), other.get());
            async move {
                let entry = other?;
                let read = files::edition(&path, &entry).await;
                Some((entry, read.map(|read| (read.decoded.value, read.decoded.findings))))
            }
        });
        // A manifest with newer data mostly names the same boundaries: these are not read again.
        let layers = Memo::new(move |_| Some(manifest.get()?.ok()?.0.layers.clone()));
        // A piece that stands alone and is no map has nothing to draw boundaries on.
        let mapless =
            Memo::new(move |_| state.with(|state| state.piece().is_some_and(|it| it != Piece::Map)));
        let atlas = LocalResource::new(move || {
            attempt.track();
            let (path, layers, mapless) = (path.get_untracked(), layers.get(), mapless.get());
            async move {
                let layers = layers?;
                if mapless {
                    return Some(Arc::default());
                }
                Some(Arc::new(load_atlas(&path, &layers).await))
            }
        });
        let outcome = Memo::new(move |before: Option<&Outcome>| {
            let last = before.and_then(|before| before.scene.clone());
            let now = settle(manifest.get(), edition.get().flatten(), state.with(|state| state.snapshot));
            let now = match now {
                Step::Ready(scene) => {
                    let month = state.with(|state| other_month(&scene.manifest, &scene.entry, state));
                    match month {
                        Some(month) => compare(scene, compared.get().flatten(), month),
                        None => Step::Ready(scene),
                    }
                }
                now => now,
            };
            match now {
                Step::Loading => Outcome { scene: last, trouble: None, loading: true },
                Step::Ready(scene) => Outcome {
                    scene: Some(scene),
                    trouble: watch.copied.get().then(|| unreached(&path.get_untracked())),
                    loading: false,
                },
                Step::Failed(trouble) => Outcome {
                    scene: last.or_else(|| kept(&path.get_untracked())),
                    trouble: Some(trouble),
                    loading: false,
                },
            }
        });
        Self { outcome, atlas: Memo::new(move |_| atlas.get().flatten()), watch, attempt, looks }
    }

    /// Whether what is shown is not what was asked for, but older.
    pub fn stale(&self) -> Signal<bool> {
        let outcome = self.outcome;
        Signal::derive(move || {
            outcome.with(|outcome| {
                outcome.scene.as_ref().is_some_and(|scene| scene.kept || outcome.trouble.is_some())
            })
        })
    }

    /// Asks whether there is anything newer; what failed before is asked for again.
    pub fn look(&self) {
        // What stands from a copy has all it needs but the server's word: only the manifest is asked for.
        let copied = self.watch.copied.get_untracked();
        let failed = !copied && self.outcome.with_untracked(|outcome| outcome.trouble.is_some());
        let torn =
            self.atlas.with_untracked(|atlas| atlas.as_ref().is_some_and(|atlas| !atlas.troubles.is_empty()));
        if failed || torn {
            self.retry();
        } else {
            self.looks.update(|looks| *looks += 1);
        }
    }

    /// Asks again, from the manifest on.
    pub fn retry(&self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// The edition that was chosen, or the newest where there is none of that month.
fn choose(manifest: &Manifest, selected: Selected) -> Option<&SnapshotEntry> {
    let chosen = match selected {
        Selected::Latest => None,
        Selected::Month(month) => manifest.snapshot(month),
    };
    chosen.or_else(|| manifest.latest())
}

/// The month of the other edition: the one chosen, else, on a page that is about the difference, the one before.
fn other_month(manifest: &Manifest, shown: &SnapshotEntry, state: &ViewState) -> Option<Month> {
    let before = || manifest.before(shown).map(|entry| entry.id);
    state.compare.or_else(|| state.compares().then(before).flatten())
}

/// The edition of `month`, to be compared with the one shown; figures of demonstration and official ones are not.
///
/// # Errors
/// The months with which it can be compared.
fn comparable<'a>(
    manifest: &'a Manifest,
    shown: &SnapshotEntry,
    month: Month,
) -> Result<&'a SnapshotEntry, String> {
    let fits = |entry: &&SnapshotEntry| entry.kind == shown.kind && entry.id != shown.id;
    manifest.snapshot(month).filter(fits).ok_or_else(|| {
        let months = manifest.snapshots.iter().filter(fits).map(|entry| entry.id.to_string());
        months.collect::<Vec<_>>().join(", ")
    })
}

/// The scene with the edition of `month` beside it; what fails there is a finding, the scene stands without it.
fn compare(scene: Arc<Scene>, compared: Option<(SnapshotEntry, Loaded<Arc<Edition>>)>, month: Month) -> Step {
    let entry = match comparable(&scene.manifest, &scene.entry, month) {
        Ok(entry) => entry.clone(),
        Err(_) if month == scene.entry.id => return Step::Ready(scene),
        Err(months) => {
            let finding = Finding::warning(Code::UnknownReference, "/snapshots", &months, &month.to_string());
            return Step::Ready(with(scene, None, vec![finding]));
        }
    };
    match compared {
        Some((of, Ok((edition, findings)))) if of == entry => {
            Step::Ready(with(scene, Some(edition), findings))
        }
        Some((of, Err(trouble))) if of == entry => Step::Ready(with(scene, None, trouble.findings)),
        _ => Step::Loading,
    }
}

fn with(scene: Arc<Scene>, compared: Option<Arc<Edition>>, more: Vec<Finding>) -> Arc<Scene> {
    let mut scene = Arc::unwrap_or_clone(scene);
    scene.compared = compared;
    scene.findings.extend(more);
    Arc::new(scene)
}

enum Step {
    Loading,
    Ready(Arc<Scene>),
    Failed(Trouble),
}

fn settle(
    manifest: Option<Loaded<Arc<Manifest>>>,
    edition: Option<(SnapshotEntry, Loaded<Arc<Edition>>)>,
    selected: Selected,
) -> Step {
    let (manifest, mut findings) = match manifest {
        None => return Step::Loading,
        Some(Err(trouble)) => return Step::Failed(trouble),
        Some(Ok(manifest)) => manifest,
    };
    let Some(wanted) = choose(&manifest, selected) else { return Step::Loading };
    if let Selected::Month(month) = selected
        && month != wanted.id
    {
        let (expected, found) = (wanted.id.to_string(), month.to_string());
        findings.push(Finding::warning(Code::UnknownReference, "/snapshots", &expected, &found));
    }
    match edition {
        Some((entry, result)) if entry == *wanted => match result {
            Ok((edition, more)) => {
                findings.extend(more);
                let Some(rule) = manifest.rule().cloned() else { return Step::Loading };
                Step::Ready(Arc::new(Scene {
                    manifest,
                    entry,
                    edition,
                    compared: None,
                    rule,
                    findings,
                    kept: false,
                }))
            }
            Err(trouble) => Step::Failed(trouble),
        },
        _ => Step::Loading,
    }
}

/// What keeps a copy of the manifest from being the newest.
fn unreached(path: &str) -> Trouble {
    let finding = Finding::error(Code::Unavailable, "", "", "no answer");
    Trouble { file: path.to_owned(), findings: vec![finding] }
}

/// The manifest, and of a copy when the server sent it.
async fn load_manifest(path: &str) -> Result<(Found<Arc<Manifest>>, Option<f64>), Trouble> {
    let (Read { text, decoded }, stored) = files::manifest(path).await?;
    let mut findings = decoded.findings;
    let seen = keep::get(&key("sequence", path)).and_then(|seen| seen.parse::<u64>().ok()).unwrap_or(0);
    let now = decoded.value.sequence;
    if now < seen {
        findings.push(Finding::warning(Code::RolledBack, "/sequence", &seen.to_string(), &now.to_string()));
    }
    keep::set(&key("sequence", path), &now.to_string());
    keep::set(&key("manifest", path), &text);
    fetch::give_back(text.into_bytes());
    Ok(((decoded.value, findings), stored))
}

async fn load_edition(path: &str, entry: &SnapshotEntry) -> Loaded<Arc<Edition>> {
    let Read { text, decoded } = files::edition(path, entry).await?;
    keep::set(&key("edition", path), &text);
    fetch::give_back(text.into_bytes());
    Ok((decoded.value, decoded.findings))
}

async fn load_atlas(path: &str, layers: &[Layer]) -> Atlas {
    let mut atlas = Atlas::default();
    // Of all layers the first says from where longitudes are counted.
    let mut middle: Option<f64> = None;
    for role in [LayerRole::Townships, LayerRole::District, LayerRole::Neighbours] {
        let Some(layer) = layers.iter().find(|layer| layer.role == role) else { continue };
        match files::boundaries(path, layer).await {
            Ok(decoded) => {
                if !decoded.findings.is_empty() {
                    atlas.troubles.push(Trouble { file: layer.file.clone(), findings: decoded.findings });
                }
                middle =
                    middle.or_else(|| decoded.value.extent().map(|[west, _, east, _]| (west + east) / 2.0));
                let boundaries = Some(Arc::new(decoded.value.beside(middle.unwrap_or_default())));
                match role {
                    LayerRole::Townships => atlas.townships = boundaries,
                    LayerRole::District => atlas.district = boundaries,
                    LayerRole::Neighbours => atlas.neighbours = boundaries,
                }
            }
            Err(trouble) => atlas.troubles.push(trouble),
        }
    }
    atlas
}

/// The last good data of an earlier visit.
fn kept(path: &str) -> Option<Arc<Scene>> {
    let manifest = read_manifest(&keep::get(&key("manifest", path))?).ok()?;
    let edition = read_snapshot(&keep::get(&key("edition", path))?).ok()?;
    let entry = manifest.value.snapshot(edition.value.month)?.clone();
    let rule = manifest.value.rule()?.clone();
    let mut findings = manifest.findings;
    findings.extend(edition.findings);
    Some(Arc::new(Scene {
        manifest: Arc::new(manifest.value),
        entry,
        edition: Arc::new(edition.value),
        compared: None,
        rule,
        findings,
        kept: true,
    }))
}

fn key(what: &str, path: &str) -> String {
    format!("biaogan:{what}:{}", address::same_origin(path).unwrap_or_default())
}
