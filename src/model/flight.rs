//! The way from one view of the map to another: what is seen on it, and how ECharts is moved there.

use super::outline::narrowing;

/// How long a flight lasts, in milliseconds.
pub const LASTS: f64 = 360.0;
/// The share of the frame that a place takes at most where the flight ends, with what is around it.
pub const PLACE: f64 = 0.4;
/// The share that the sites of a mark take.
pub const SITES: f64 = 0.7;

/// What is seen: west, south, east and north ends in degrees.
pub type View = [f64; 4];

/// A view as its middle and its size.
fn middle([west, south, east, north]: View) -> ([f64; 2], [f64; 2]) {
    ([(west + east) / 2.0, (south + north) / 2.0], [east - west, north - south])
}

/// A view of this middle and size.
fn around([lon, lat]: [f64; 2], [width, height]: [f64; 2]) -> View {
    [lon - width / 2.0, lat - height / 2.0, lon + width / 2.0, lat + height / 2.0]
}

/// The view of a place (west, south, east and north ends; a point for a site) that fills such a share of it, no larger than
/// the `whole` map and magnified at most so many times.
pub fn onto(place: View, whole: View, fills: f64, most: f64) -> View {
    let (at, [width, height]) = middle(place);
    let (_, [most_width, most_height]) = middle(whole);
    let share = (width / most_width).max(height / most_height) / fills;
    let share = share.clamp(1.0 / most.max(1.0), 1.0);
    // Nothing is to be seen beyond the map.
    let size = [most_width * share, most_height * share];
    let within = |at: f64, size: f64, low: f64, high: f64| {
        at.max(low + size / 2.0).min((high - size / 2.0).max(low + size / 2.0))
    };
    around([within(at[0], size[0], whole[0], whole[2]), within(at[1], size[1], whole[1], whole[3])], size)
}

/// Whether a place lies in a view.
pub fn sees(view: View, place: View) -> bool {
    view[0] <= place[0] && view[1] <= place[1] && view[2] >= place[2] && view[3] >= place[3]
}

/// The view on the way, `elapsed` milliseconds after its start: slow at both ends.
pub fn between(from: View, to: View, elapsed: f64) -> View {
    let time = (elapsed / LASTS).clamp(0.0, 1.0);
    let share = if time < 0.5 { 4.0 * time.powi(3) } else { 1.0 - (2.0 - 2.0 * time).powi(3) / 2.0 };
    if share >= 1.0 {
        return to;
    }
    let ((a, a_size), (b, b_size)) = (middle(from), middle(to));
    let mix = |from: f64, to: f64, share: f64| from + (to - from) * share;
    let size = [0, 1].map(|side| a_size[side] * (b_size[side] / a_size[side]).powf(share));
    // The middle keeps pace with the size, so that the flight goes straight at its end.
    let grown = b_size[0] / a_size[0];
    let along = if (grown - 1.0).abs() < 1e-3 { share } else { (grown.powf(share) - 1.0) / (grown - 1.0) };
    around([mix(a[0], b[0], along), mix(a[1], b[1], along)], size)
}

/// The action that moves a map of `size` pixels from one view to another, as JSON text: by pixels, then by how many times
/// about its middle.
pub fn action(from: View, to: View, size: [f64; 2]) -> String {
    let ((a, a_size), (b, b_size)) = (middle(from), middle(to));
    let pixels = [size[0] / a_size[0], size[1] / a_size[1]];
    let (dx, dy) = ((a[0] - b[0]) * pixels[0], (b[1] - a[1]) * pixels[1]);
    let zoom = a_size[0] / b_size[0];
    let [x, y] = size.map(|side| side / 2.0);
    format!(
        r#"{{"type":"geoRoam","componentType":"geo","geoIndex":0,"batch":[{{"dx":{dx:.2},"dy":{dy:.2}}},{{"zoom":{zoom:.6},"originX":{x},"originY":{y}}}]}}"#
    )
}

/// About a point, as far as `metres` to each side.
pub fn near([lon, lat]: [f64; 2], metres: f64) -> View {
    let up = metres / 111_200.0;
    let across = up / narrowing([lon, lat, lon, lat]);
    [lon - across, lat - up, lon + across, lat + up]
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: View = [120.0, 27.0, 121.0, 28.0];

    fn is_near(a: View, b: View) -> bool {
        a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
    }

    #[test]
    fn a_place_is_seen_with_what_is_around_it() {
        let view = onto([120.4, 27.4, 120.5, 27.45], WHOLE, PLACE, 24.0);
        assert!(is_near(view, [120.325, 27.3, 120.575, 27.55]), "{view:?}");
        assert!(sees(view, [120.4, 27.4, 120.5, 27.45]) && !sees(view, WHOLE));
        let point = onto([120.5, 27.5, 120.5, 27.5], WHOLE, PLACE, 10.0);
        assert!(is_near(point, [120.45, 27.45, 120.55, 27.55]), "{point:?}");
        let corner = onto([120.0, 27.0, 120.1, 27.1], WHOLE, PLACE, 24.0);
        assert!(is_near(corner, [120.0, 27.0, 120.25, 27.25]), "{corner:?}");
        assert!(is_near(onto(WHOLE, WHOLE, PLACE, 24.0), WHOLE));
    }

    #[test]
    fn a_flight_begins_and_ends_where_it_should_and_comes_nearer_all_the_time() {
        let to = [120.4, 27.4, 120.5, 27.5];
        assert!(is_near(between(WHOLE, to, 0.0), WHOLE));
        assert_eq!(between(WHOLE, to, LASTS), to);
        assert_eq!(between(WHOLE, to, 9e9), to);
        let widths: Vec<f64> =
            (0..=12).map(|n| between(WHOLE, to, f64::from(n) * LASTS / 12.0)).map(|v| v[2] - v[0]).collect();
        assert!(widths.is_sorted_by(|a, b| a > b), "{widths:?}");
        let aside = between([0.0, 0.0, 1.0, 1.0], [1.0, 0.0, 2.0, 1.0], LASTS / 2.0);
        assert!(is_near(aside, [0.5, 0.0, 1.5, 1.0]), "{aside:?}");
    }

    #[test]
    fn a_move_is_told_in_pixels() {
        let action = action(WHOLE, [120.5, 27.0, 121.0, 27.5], [400.0, 400.0]);
        assert!(
            action.contains(r#"{"dx":-100.00,"dy":-100.00},{"zoom":2.000000,"originX":200,"originY":200}"#)
        );
    }

    #[test]
    fn metres_are_the_same_in_every_direction() {
        let [west, south, east, north] = near([120.0, 60.0], 1112.0);
        assert!(((north - south) - 0.02).abs() < 1e-9 && ((east - west) - 0.04).abs() < 1e-9);
    }
}
