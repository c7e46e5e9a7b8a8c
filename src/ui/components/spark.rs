//! The small picture of a card.

use leptos::prelude::*;

use crate::domain::Light;
use crate::model::spark::{HEIGHT, Spark, WIDTH};

/// Actual against pace, with the target as a staff. Its meaning stands in words in the card.
#[component]
pub fn SparkView(
    /// What to draw.
    spark: Spark,
    /// Whether the years are named under it.
    #[prop(default = false)]
    named: bool,
) -> impl IntoView {
    let foot = HEIGHT - 6.0;
    let ticks = spark.years.iter().map(|(x, _)| format!("M{x} {foot}v3")).collect::<String>();
    let nodes = spark.nodes.iter().map(|[x, y]| {
        view! {
            <path class="stem" d=format!("M{x} {y}V{foot}") />
            <path class="node" d=format!("M{} {y}h8", x - 4.0) />
        }
    });
    let diamonds = spark.diamonds.iter().map(|x| {
        view! {
            <path class="diamond" d=format!("M{x} 27.5l4.5 5.5-4.5 5.5-4.5-5.5z") />
        }
    });
    let pole = spark.pole.map(|[[x, y0], [_, y1]]| {
        view! {
            <path class="pole" d=format!("M{x} {y0}V{y1}") />
            <path class="pole-cap" d=format!("M{} {y1}h10", x - 5.0) />
        }
    });
    let hatch = spark.hatch.map(|[from, to]| view! {
        <rect class="hatch" x=from y="12" width=(to - from).max(8.0) height=foot - 12.0 fill="url(#no-data)" />
    });
    let names = spark.years.iter().filter(|_| named).map(|(x, year)| {
        view! { <text class="spark-year" x=x.max(1.0) y=HEIGHT + 6.0>{*year}</text> }
    });
    let height = if named { HEIGHT + 8.0 } else { HEIGHT };
    view! {
        <svg class="spark" viewBox=format!("0 0 {WIDTH} {height}") aria-hidden="true" focusable="false">
            <path class="axis" d=format!("M0 {foot}H{}", WIDTH - 4.0) />
            <path class="axis" d=ticks />
            {hatch}
            <path class="between" d=spark.between />
            <path class="pace" d=spark.pace />
            {names.collect_view()}
            {nodes.collect_view()}
            {pole}
            <path class="actual" d=spark.actual />
            {diamonds.collect_view()}
            {spark.last.map(|(at, light)| last(at, light, if named { 0.6 } else { 1.0 }))}
        </svg>
    }
}

/// The light of the last figure, on a halo; a large picture draws it smaller.
fn last([x, y]: [f64; 2], light: Light, size: f64) -> impl IntoView {
    let shape = match light {
        Light::Green => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
        Light::Yellow => "M0-6.5l6 10.5h-12z",
        Light::Red => "M-5-5h10v10h-10z",
        Light::NotDue | Light::NoData => "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
    };
    let class = match light {
        Light::NotDue | Light::NoData => "last ring".to_owned(),
        _ => format!("last fill-{}", light.code()),
    };
    view! { <path class=class d=shape transform=format!("translate({x} {y}) scale({size})") /> }
}
