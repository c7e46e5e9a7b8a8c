//! A country that does not exist, in any size, as an office's tables: what shows that nothing is hard-wired.
//!
//! It lies in an empty part of the Pacific. Its wards are the cells of a crooked grid; neighbours share every point
//! of the border between them. The same size always gives the same bytes.
#![allow(dead_code, clippy::unwrap_used)]

use std::fmt::Write;

/// How many pieces a border between two corners has: 3 000 wards have 204 000 vertices.
const PIECES: usize = 17;
/// The north-west corner in degrees.
const ORIGIN: [f64; 2] = [-131.0, -40.0];
/// The height of a ward in degrees.
const WARD: f64 = 0.08;

const DISTRICT: &str = r#"{
  "code": "AL",
  "name": {"zh": "阿尔兰", "en": "Aldland"},
  "title": {"zh": "阿尔兰百井计划", "en": "Hundred Wells of Aldland"},
  "publisher": {"zh": "阿尔兰水务院", "en": "Aldland Water Board"},
  "start": "2031-01",
  "end": "2033-12",
  "rule": "pace-gap",
  "sequence": 1,
  "edition": {"month": "2031-01", "kind": "demo", "published": "2031-02-08"}
}"#;

const DOMAINS: &str = "id,name_zh,name_en,position_zh,position_en,seal
wells,水井,Wells,人人有水,Water for all,井
roads,道路,Roads,路路相通,Roads that meet,路
";

const DEPARTMENTS: &str = "id,name_zh,name_en,kind
board,水务院,Water Board,bureau
";

const INDICATORS: &str = "id,name_zh,name_en,domain,project,unit_zh,unit_en,unit_kind,decimals,kind,comparator,target,high,due,lead,baseline_month,baseline,schedule
dug,新开水井,Wells dug,wells,,口,wells,count,0,count,>=,100000,,2033-12-31,board,,,
";

const LAYERS: &str = "id,role,file,crs,attribution_zh,attribution_en,schematic
wards,townships,wards.geojson,WGS-84,虚构边界,Invented boundaries,1
country,district,country.geojson,WGS-84,虚构边界,Invented boundaries,1
";

/// The tables of a country of `wards` wards, each file with its name.
pub fn tables(wards: usize) -> Vec<(&'static str, String)> {
    let grid = Grid::of(wards);
    let mut figures = "indicator,township,month,value\ndug,,2031-01,12000\n".to_owned();
    let mut townships = "code,name_zh,name_en,short_zh,short_en,kind,lon,lat,precision\n".to_owned();
    let mut sites = "id,name_zh,name_en,category,domain,township,lon,lat,precision\n".to_owned();
    let mut features = Vec::new();
    for ward in 0..wards {
        let (code, [zh, en]) = (code(ward), name(ward));
        let [lon, lat] = grid.middle(ward);
        writeln!(townships, "{code},{zh},{en},{zh},{en},ward,{lon:.6},{lat:.6},approx-2km").unwrap();
        writeln!(figures, "dug,{code},2031-01,{}", mix(ward as u64, 5) % 90).unwrap();
        if ward % 10 == 0 {
            writeln!(sites, "well-{ward},{zh}井,{en} Well,well,wells,{code},{lon:.6},{lat:.6},exact")
                .unwrap();
        }
        features.push(feature(&code, &grid.ring(ward)));
    }
    vec![
        ("district.json", DISTRICT.to_owned()),
        ("domains.csv", DOMAINS.to_owned()),
        ("departments.csv", DEPARTMENTS.to_owned()),
        ("indicators.csv", INDICATORS.to_owned()),
        ("layers.csv", LAYERS.to_owned()),
        ("figures.csv", figures),
        ("townships.csv", townships),
        ("sites.csv", sites),
        ("wards.geojson", collection(&features)),
        ("country.geojson", collection(&[feature("AL", &grid.outline())])),
    ]
}

/// The code of a ward.
pub fn code(ward: usize) -> String {
    format!("AL-{ward:04}")
}

fn name(ward: usize) -> [String; 2] {
    const ZH: [&str; 3] = [
        "青白云石金木水火上下东西南北中",
        "岚沙原泉崖湾洲林谷浦岭塘溪桥坪",
        "里坊集屯堡庄店渡关口台墩埠营寨",
    ];
    const EN: [[&str; 15]; 3] = [
        [
            "Al", "Bren", "Cor", "Dun", "El", "Fen", "Gar", "Hol", "Ir", "Kel", "Lor", "Mar", "Nor", "Os",
            "Pel",
        ],
        ["a", "de", "fi", "go", "la", "le", "li", "me", "mo", "na", "ni", "ra", "re", "ri", "vi"],
        [
            "bury", "by", "dale", "don", "fell", "ford", "gate", "ham", "low", "mere", "ness", "stead",
            "ton", "wick", "worth",
        ],
    ];
    let digits = [ward % 15, ward / 15 % 15, ward / 225 % 15];
    let zh = (0..3).filter_map(|at| ZH[at].chars().nth(digits[at])).collect();
    [zh, (0..3).map(|at| EN[at][digits[at]]).collect()]
}

fn feature(code: &str, ring: &[[f64; 2]]) -> String {
    let point = |[lon, lat]: &[f64; 2]| format!("[{lon:.6},{lat:.6}]");
    let points: Vec<String> = ring.iter().chain(ring.first()).map(point).collect();
    format!(
        r#"{{"type":"Feature","properties":{{"code":"{code}"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
        points.join(",")
    )
}

fn collection(features: &[String]) -> String {
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

/// Wards in rows; the last row may be short.
struct Grid {
    wards: usize,
    columns: usize,
}

impl Grid {
    fn of(wards: usize) -> Self {
        Self { wards, columns: (wards as f64).sqrt().ceil() as usize }
    }

    /// The corner at the north-west of a cell, off the straight grid by up to a fifth of it.
    fn corner(&self, column: usize, row: usize) -> [f64; 2] {
        let off = |seed: u64| (part(mix((row * 4096 + column) as u64, seed)) - 0.5) * 0.4;
        [ORIGIN[0] + (column as f64 + off(1)) * WARD * 1.4, ORIGIN[1] - (row as f64 + off(2)) * WARD]
    }

    /// The border from one corner to another without its end; the same points both ways.
    fn border(&self, from: (usize, usize), to: (usize, usize)) -> Vec<[f64; 2]> {
        if from > to {
            let mut back = self.border(to, from);
            back.push(self.corner(from.0, from.1));
            back.reverse();
            back.pop();
            return back;
        }
        let ([ax, ay], [bx, by]) = (self.corner(from.0, from.1), self.corner(to.0, to.1));
        let seed = ((from.0 * 4096 + from.1) * 2 + usize::from(from.0 == to.0)) as u64;
        let point = |piece: usize| {
            let along = piece as f64 / PIECES as f64;
            // Crooked in the middle, and straight at the corners, where other borders come near.
            let room = 0.3 * along.min(1.0 - along);
            let aside = (part(mix(seed, 10 + piece as u64)) - 0.5) * room;
            [ax + (bx - ax) * along - (by - ay) * aside, ay + (by - ay) * along + (bx - ax) * aside]
        };
        (0..PIECES).map(point).collect()
    }

    fn ring(&self, ward: usize) -> Vec<[f64; 2]> {
        let (column, row) = (ward % self.columns, ward / self.columns);
        // Against the clock from the north-west: down, right, up, left.
        self.along(&[(column, row), (column, row + 1), (column + 1, row + 1), (column + 1, row)])
    }

    fn outline(&self) -> Vec<[f64; 2]> {
        let (full, rest) = (self.wards / self.columns, self.wards % self.columns);
        let rows = full + usize::from(rest > 0);
        let mut corners: Vec<(usize, usize)> = (0..=rows).map(|row| (0, row)).collect();
        if rest > 0 {
            corners.extend((1..=rest).map(|column| (column, rows)));
            corners.extend((rest..=self.columns).map(|column| (column, full)));
        } else {
            corners.extend((1..=self.columns).map(|column| (column, full)));
        }
        corners.extend((0..full).rev().map(|row| (self.columns, row)));
        corners.extend((1..self.columns).rev().map(|column| (column, 0)));
        self.along(&corners)
    }

    fn along(&self, corners: &[(usize, usize)]) -> Vec<[f64; 2]> {
        let next = corners.iter().cycle().skip(1);
        corners.iter().zip(next).flat_map(|(from, to)| self.border(*from, *to)).collect()
    }

    fn middle(&self, ward: usize) -> [f64; 2] {
        let (column, row) = (ward % self.columns, ward / self.columns);
        let ([west, north], [east, south]) = (self.corner(column, row), self.corner(column + 1, row + 1));
        [(west + east) / 2.0, (north + south) / 2.0]
    }
}

/// A number that looks random and is always the same (SplitMix64's last step).
fn mix(number: u64, seed: u64) -> u64 {
    let mut mixed =
        number.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(seed.wrapping_mul(0xd1b5_4a32_d192_ed03));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// The same as a part of one.
fn part(mixed: u64) -> f64 {
    (mixed >> 11) as f64 / (1u64 << 53) as f64
}
