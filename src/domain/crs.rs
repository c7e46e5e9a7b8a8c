//! GCJ-02, the shifted coordinates of Chinese web maps, and the way back to WGS-84.

use std::f64::consts::PI;

/// Semi-major axis of the Krasovsky 1940 ellipsoid in metres, on which GCJ-02 is defined.
const AXIS: f64 = 6_378_245.0;
/// Its first eccentricity squared.
const ECCENTRICITY: f64 = 0.006_693_421_622_965_943;

/// The shift at a WGS-84 point, in degrees of longitude and latitude. Outside mainland China it means nothing.
fn shift([lon, lat]: [f64; 2]) -> [f64; 2] {
    let (x, y) = (lon - 105.0, lat - 35.0);
    let wave = |a: f64, n: f64, t: f64| a * (t * PI / n).sin();
    let common = (wave(20.0, 1.0, 6.0 * x) + wave(20.0, 1.0, 2.0 * x)) * 2.0 / 3.0;
    let east = 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * x.abs().sqrt()
        + common
        + (wave(20.0, 1.0, x) + wave(40.0, 3.0, x)) * 2.0 / 3.0
        + (wave(150.0, 12.0, x) + wave(300.0, 30.0, x)) * 2.0 / 3.0;
    let north = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * x.abs().sqrt()
        + common
        + (wave(20.0, 1.0, y) + wave(40.0, 3.0, y)) * 2.0 / 3.0
        + (wave(160.0, 12.0, y) + wave(320.0, 30.0, y)) * 2.0 / 3.0;
    let latitude = lat.to_radians();
    let flat = 1.0 - ECCENTRICITY * latitude.sin().powi(2);
    let metres_north = AXIS * (1.0 - ECCENTRICITY) / (flat * flat.sqrt()) * PI / 180.0;
    let metres_east = AXIS / flat.sqrt() * latitude.cos() * PI / 180.0;
    [east / metres_east, north / metres_north]
}

/// A WGS-84 point in GCJ-02.
pub fn wgs84_to_gcj02(point: [f64; 2]) -> [f64; 2] {
    let [lon, lat] = shift(point);
    [point[0] + lon, point[1] + lat]
}

/// A GCJ-02 point in WGS-84, to within a millimetre of the shift's own definition.
pub fn gcj02_to_wgs84(point: [f64; 2]) -> [f64; 2] {
    // The shift changes slowly, so that a few fixed-point steps invert it.
    let mut guess = point;
    for _ in 0..6 {
        let [lon, lat] = wgs84_to_gcj02(guess);
        guess = [guess[0] + point[0] - lon, guess[1] + point[1] - lat];
    }
    guess
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shift_is_hundreds_of_metres_and_can_be_undone() {
        for point in [[120.65, 27.98], [120.33, 28.1], [116.404, 39.915]] {
            let shifted = wgs84_to_gcj02(point);
            let metres = ((shifted[0] - point[0]) * 98_000.0).hypot((shifted[1] - point[1]) * 111_000.0);
            assert!((300.0..800.0).contains(&metres), "{metres}");
            let back = gcj02_to_wgs84(shifted);
            assert!((back[0] - point[0]).abs() < 1e-8 && (back[1] - point[1]).abs() < 1e-8);
        }
    }
}
