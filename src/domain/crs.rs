//! GCJ-02 and BD-09, the shifted coordinates of Chinese web maps, and the way back to WGS-84.
//!
//! Neither is published by those who use it; the formulas are those by which everybody converts, and agree with what
//! the map services answer to within a metre or two.

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
    undo(wgs84_to_gcj02, point)
}

/// A GCJ-02 point in BD-09: moved a little further, and wound around the origin of all degrees.
pub fn gcj02_to_bd09([lon, lat]: [f64; 2]) -> [f64; 2] {
    let wave = |degrees: f64| degrees * PI * 3000.0 / 180.0;
    let distance = lon.hypot(lat) + 2e-5 * wave(lat).sin();
    let angle = lat.atan2(lon) + 3e-6 * wave(lon).cos();
    [distance * angle.cos() + 0.0065, distance * angle.sin() + 0.006]
}

/// A BD-09 point in WGS-84, to within a millimetre of the definitions.
pub fn bd09_to_wgs84(point: [f64; 2]) -> [f64; 2] {
    gcj02_to_wgs84(undo(gcj02_to_bd09, point))
}

/// The point that `shift` brings to `point`. A shift changes slowly, so that a few fixed-point steps invert it.
fn undo(shift: impl Fn([f64; 2]) -> [f64; 2], point: [f64; 2]) -> [f64; 2] {
    let mut guess = point;
    for _ in 0..8 {
        let [lon, lat] = shift(guess);
        guess = [guess[0] + point[0] - lon, guess[1] + point[1] - lat];
    }
    guess
}

/// The same meridian, counted so that it lies within half a turn of `middle`.
pub fn near(lon: f64, middle: f64) -> f64 {
    lon - 360.0 * ((lon - middle) / 360.0).round()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// About how many metres lie between two points.
    fn metres(one: [f64; 2], other: [f64; 2]) -> f64 {
        let east = (one[0] - other[0]) * 111_320.0 * one[1].to_radians().cos();
        east.hypot((one[1] - other[1]) * 111_320.0)
    }

    fn bd09(point: [f64; 2]) -> [f64; 2] {
        gcj02_to_bd09(wgs84_to_gcj02(point))
    }

    #[test]
    fn shifts_can_be_undone_all_over_the_district() {
        for (east, north) in (0..=50).flat_map(|east| (0..=40).map(move |north| (east, north))) {
            let point = [120.3 + f64::from(east) * 0.01, 27.8 + f64::from(north) * 0.01];
            let shifted = metres(wgs84_to_gcj02(point), point);
            assert!((300.0..800.0).contains(&shifted), "{shifted}");
            assert!(metres(gcj02_to_wgs84(wgs84_to_gcj02(point)), point) < 0.001, "{point:?}");
            assert!(metres(bd09_to_wgs84(bd09(point)), point) < 0.001, "{point:?}");
        }
    }

    /// WGS-84 with GCJ-02, from the tests of googollee/eviltransform.
    #[test]
    fn gcj02_agrees_with_published_pairs() {
        let pairs = [
            ([121.527_210_6, 31.177_427_6], [121.531_541_859_215, 31.175_303_983_645_97]),
            ([113.912_316, 22.543_847], [113.917_176_480_836_3, 22.540_796_131_694_766]),
            ([116.377_817, 39.911_954], [116.384_047_224_556_57, 39.913_345_455_360_69]),
        ];
        for (wgs84, gcj02) in pairs {
            assert!(metres(wgs84_to_gcj02(wgs84), gcj02) < 0.5, "{:?}", metres(wgs84_to_gcj02(wgs84), gcj02));
            assert!(metres(gcj02_to_wgs84(gcj02), wgs84) < 0.5);
        }
    }

    /// Places of wandergis/coordtransform's test, of which the first three are also those of coordtransform for
    /// other languages.
    #[test]
    fn one_point_has_its_published_images() {
        let point = [116.404, 39.915];
        let gcj02 = [116.410_244_499_169_38, 39.916_404_281_501_64];
        assert!(metres(wgs84_to_gcj02(point), gcj02) < 0.001);
        assert!(metres(gcj02_to_bd09(point), [116.410_369_493_710_29, 39.921_336_993_510_21]) < 0.001);
        assert!(metres(undo(gcj02_to_bd09, point), [116.397_627_291_193_15, 39.908_656_739_576_31]) < 1.0);
        // Theirs goes back by one step only.
        assert!(metres(gcj02_to_wgs84(point), [116.397_755_500_830_61, 39.913_595_718_498_36]) < 3.0);
    }

    /// Cities in WGS-84, GCJ-02 and BD-09, from china-cities.json in the tests of hujiulong/gcoord.
    #[test]
    fn cities_agree_with_published_triples() {
        let cities = [
            (
                "台州",
                [121.416_320_7, 28.659_330_4],
                [121.420_757_9, 28.656_389_2],
                [121.427_193_6, 28.662_579_3],
            ),
            (
                "金华",
                [119.642_746_5, 29.082_041_4],
                [119.647_450_9, 29.079_064_1],
                [119.653_887_5, 29.085_400_3],
            ),
            (
                "泉州",
                [118.671_136_5, 24.877_048_7],
                [118.675_678_7, 24.874_136_3],
                [118.682_125_1, 24.880_487_2],
            ),
            (
                "南通",
                [120.890_077_6, 31.982_339_6],
                [120.894_300_1, 31.980_175],
                [120.900_891_7, 31.985_828_3],
            ),
            (
                "北京",
                [116.401_151_7, 39.902_805_7],
                [116.407_400_2, 39.904_213_6],
                [116.413_785_2, 39.910_535_5],
            ),
        ];
        for (city, wgs84, gcj02, bd) in cities {
            let away = [
                metres(wgs84_to_gcj02(wgs84), gcj02),
                metres(gcj02_to_wgs84(gcj02), wgs84),
                metres(gcj02_to_bd09(gcj02), bd),
                metres(bd09_to_wgs84(bd), wgs84),
            ];
            assert!(away.iter().all(|away| *away < 1.0), "{city}: {away:?}");
        }
    }

    #[test]
    fn meridians_are_counted_from_where_one_looks() {
        let cases =
            [(-179.0, 178.0, 181.0), (179.0, -178.0, -181.0), (120.5, 120.0, 120.5), (-170.0, 0.0, -170.0)];
        for (lon, middle, counted) in cases {
            assert_eq!(near(lon, middle), counted);
        }
    }
}
