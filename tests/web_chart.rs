//! The chart host in a browser: it draws, follows, listens, and lets go. ECharts itself is replaced by a recorder.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use biaogan::echarts::{ChartHost, Keep};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::*;
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = r#"
const recorder = `
  const log = (line) => globalThis.chartLog.push(line);
  export function registerMap(name, map) { log("map " + name + " " + map.type); }
  export function init(element) {
    const canvas = document.createElement("canvas");
    element.append(canvas);
    log("init");
    return {
      setOption(option, how) { log("set " + JSON.stringify(option) + " " + JSON.stringify(how)); },
      getOption() { return { kept: true }; },
      resize() { log("resize"); },
      on(event, heard) { globalThis.chartHeard[event] = heard; },
      getWidth() { return 300; },
      getHeight() { return 200; },
      convertFromPixel(finder, [x, y]) { return [x / 100, -y / 100]; },
      dispatchAction(action) { log("do " + action.type); },
      dispose() { canvas.remove(); log("dispose"); },
    };
  }`;
export function record() {
  globalThis.chartLog = [];
  globalThis.chartHeard = {};
  if (document.querySelector("meta[name=biaogan-echarts]")) return;
  const meta = document.createElement("meta");
  meta.name = "biaogan-echarts";
  meta.content = URL.createObjectURL(new Blob([recorder], { type: "text/javascript" }));
  document.head.append(meta);
}
export function log() { return globalThis.chartLog.join("\n"); }
export function sharpen(ratio) { Object.defineProperty(window, "devicePixelRatio", { value: ratio, configurable: true }); }
export function happen(event, json) { globalThis.chartHeard[event](JSON.parse(json)); }
"#)]
extern "C" {
    fn record();
    fn log() -> String;
    fn happen(event: &str, json: &str);
    fn sharpen(ratio: f64);
}

/// Until something has happened, or a second has passed.
async fn until(happened: impl Fn() -> bool) {
    for _ in 0..100 {
        if happened() {
            return;
        }
        gloo_timers::future::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not happen; so far:\n{}", log());
}

fn place() -> HtmlElement {
    let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    element.set_attribute("style", "width:300px;height:200px").unwrap();
    document().body().unwrap().append_child(&element).unwrap();
    element
}

fn has_canvas(element: &HtmlElement) -> bool {
    element.query_selector("canvas").unwrap().is_some()
}

fn mount<V: IntoView + 'static>(
    view: impl FnOnce() -> V + 'static,
) -> (HtmlElement, UnmountHandle<impl Mountable>) {
    record();
    let element = place();
    let handle = mount_to(element.clone(), view);
    (element, handle)
}

#[wasm_bindgen_test]
async fn a_chart_follows_its_option_and_is_let_go() {
    let option = RwSignal::new(r#"{"a":1}"#.to_owned());
    let (element, handle) =
        mount(move || view! { <ChartHost option=option label=Signal::stored("A line".to_owned()) /> });
    until(|| log().contains(r#"set {"a":1} {"notMerge":true}"#)).await;
    let chart = element.query_selector("[role=img]").unwrap().unwrap();
    assert_eq!(chart.get_attribute("aria-label").as_deref(), Some("A line"));
    assert!(has_canvas(&element));
    option.set(r#"{"a":2}"#.into());
    until(|| log().contains(r#"set {"a":2}"#)).await;
    assert_eq!(log().matches("init").count(), 1);
    drop(handle);
    until(|| log().contains("dispose")).await;
    assert!(!has_canvas(&element));
    // A late change finds nobody and harms nobody.
    option.try_set(r#"{"a":3}"#.into());
    gloo_timers::future::sleep(Duration::from_millis(30)).await;
    assert!(!log().contains(r#"{"a":3}"#));
    element.remove();
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_at_once_keeps_no_chart() {
    let option = Signal::stored("{}".to_owned());
    let (element, handle) = mount(move || view! { <ChartHost option label=Signal::stored(String::new()) /> });
    drop(handle);
    gloo_timers::future::sleep(Duration::from_millis(100)).await;
    assert!(!has_canvas(&element));
    assert_eq!(log().matches("init").count(), log().matches("dispose").count());
    element.remove();
}

#[wasm_bindgen_test]
async fn what_the_reader_does_is_heard() {
    let heard = RwSignal::new((String::new(), false));
    let over = RwSignal::new(None::<String>);
    let pointed = RwSignal::new(String::new());
    let seen = RwSignal::new([0.0; 4]);
    let size = RwSignal::new([0.0; 2]);
    let action = RwSignal::new(String::new());
    let patch = RwSignal::new(String::new());
    let (element, handle) = mount(move || {
        view! {
            <ChartHost
                option=Signal::stored("{}".to_owned())
                map=("land".to_owned(), r#"{"type":"FeatureCollection","features":[]}"#.to_owned())
                on_select=Callback::new(move |picked: (String, bool)| heard.set(picked))
                on_point=Callback::new(move |name: Option<String>| over.set(name))
                pointed=pointed
                on_view=Callback::new(move |view: [f64; 4]| seen.set(view))
                on_size=Callback::new(move |now: [f64; 2]| size.set(now))
                keep=Keep::View
                action=action
                patch=patch
                label=Signal::stored(String::new())
            />
        }
    });
    until(|| log().contains("replaceMerge")).await;
    assert!(log().starts_with("map land FeatureCollection"), "the map is known before it is drawn");
    happen("click", r#"{"name":"330304001"}"#);
    happen("click", r#"{"other":1}"#);
    assert_eq!(heard.get_untracked(), ("330304001".to_owned(), false));
    happen("click", r#"{"name":"330304002","event":{"event":{"ctrlKey":true}}}"#);
    assert_eq!(heard.get_untracked(), ("330304002".to_owned(), true), "it is added to what is chosen");
    happen("mouseover", r#"{"name":"330304001"}"#);
    assert_eq!(over.get_untracked().as_deref(), Some("330304001"));
    happen("mouseout", r#"{"name":"330304001"}"#);
    assert_eq!(over.get_untracked(), None);
    pointed.set(r#"{"geoIndex":0,"name":"a"}"#.into());
    until(|| log().contains("do highlight")).await;
    pointed.set(String::new());
    until(|| log().contains("do downplay")).await;
    happen("georoam", r#"{"zoom":1.5}"#);
    assert_eq!(seen.get_untracked(), [0.0, -2.0, 3.0, 0.0], "west, south, east, north");
    action.set(r#"{"type":"geoRoam"}"#.into());
    until(|| log().contains("do geoRoam")).await;
    patch.set(r#"{"geo":{"zoom":1}}"#.into());
    until(|| log().contains(r#"set {"geo":{"zoom":1}} {}"#)).await;
    until(|| size.get_untracked()[0] == 300.0).await;
    let before = log().matches("resize").count();
    element.set_attribute("style", "width:200px;height:200px").unwrap();
    until(|| log().matches("resize").count() > before).await;
    until(|| size.get_untracked()[0] == 200.0).await;
    drop(handle);
    until(|| log().contains("dispose")).await;
    element.remove();
}

#[wasm_bindgen_test]
async fn a_chart_that_cannot_be_drawn_says_so() {
    let (element, handle) = mount(move || {
        view! { <ChartHost option=Signal::stored("{ no option".to_owned()) label=Signal::stored(String::new()) /> }
    });
    until(|| element.query_selector("[data-finding=Chart]").unwrap().is_some()).await;
    drop(handle);
    element.remove();
}

#[wasm_bindgen_test]
async fn a_chart_on_another_screen_is_made_anew_as_it_stood() {
    let heard = RwSignal::new(String::new());
    let (element, handle) = mount(move || {
        view! {
            <ChartHost
                option=Signal::stored("{}".to_owned())
                on_select=Callback::new(move |(name, _): (String, bool)| heard.set(name))
                label=Signal::stored(String::new())
            />
        }
    });
    until(|| log().contains("set {} ")).await;
    let ratio = window().device_pixel_ratio();
    sharpen(ratio + 1.0);
    element.set_attribute("style", "width:200px;height:200px").unwrap();
    until(|| log().contains(r#"set {"kept":true}"#)).await;
    assert_eq!(log().matches("init").count(), 2);
    assert_eq!(log().matches("dispose").count(), 1);
    happen("click", r#"{"name":"a"}"#);
    assert_eq!(heard.get_untracked(), "a");
    sharpen(ratio);
    drop(handle);
    until(|| log().matches("dispose").count() == 2).await;
    element.remove();
}
