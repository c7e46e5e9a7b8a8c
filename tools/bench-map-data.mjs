// Districts for the map's measurements, made of a built page's data: one with many sites, one with many townships. The
// same number always gives the same bytes.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const EDITION = "2022-06";
const PRECISIONS = ["exact", "exact", "exact", "exact", "exact", "exact", "approx-2km", "approx-2km", "approx-2km", "township-centroid"];

/** Numbers from 0 to 1 in an order that never changes. */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function contains(ring, [x, y]) {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [[x0, y0], [x1, y1]] = [ring[at], ring[before]];
    if ((y0 > y) !== (y1 > y) && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
  }
  return inside;
}

function bounds(points) {
  const [lons, lats] = [0, 1].map((side) => points.map((point) => point[side]));
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

const degrees = (value) => Math.round(value * 1e6) / 1e6;

/** Sites that lie in the townships, some of them known by their township alone. */
function manySites(edition, townships, count) {
  const random = chance(count);
  const areas = townships.features.map(({ properties, geometry }) => {
    const ring = geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates[0][0];
    return { code: properties.code, ring, box: bounds(ring) };
  });
  const centres = new Map(edition.townships.map(({ code, at }) => [code, at]));
  const domains = edition.domains.map(({ id }) => id);
  return Array.from({ length: count }, (_, number) => {
    const { code, ring, box } = areas[Math.floor(random() * areas.length)];
    const precision = PRECISIONS[number % PRECISIONS.length];
    let at = centres.get(code);
    while (precision !== "township-centroid" || !at) {
      at = [box[0] + random() * (box[2] - box[0]), box[1] + random() * (box[3] - box[1])].map(degrees);
      if (contains(ring, at)) break;
    }
    return {
      id: `x-${number}`, name: { zh: `第${number}处`, en: `Place ${number}` }, category: "business-district",
      domain: domains[number % domains.length], township: code, at, precision,
    };
  });
}

/** Townships in 50 rows of 60, their borders crooked and shared, `steps` points to a side. */
function manyTownships([west, south, east, north], steps) {
  const random = chance(3000);
  const [columns, rows] = [60, 50];
  const [wide, high] = [(east - west) / columns, (north - south) / rows];
  const wobble = (size) => (random() - 0.5) * size;
  const corner = Array.from({ length: rows + 1 }, (_, row) => Array.from({ length: columns + 1 }, (_, column) => [
    west + column * wide + wobble(wide * 0.4), south + row * high + wobble(high * 0.4),
  ].map(degrees)));
  const side = (from, to) => Array.from({ length: steps }, (_, step) => (step === 0 ? from
    : [0, 1].map((axis) => degrees(from[axis] + ((to[axis] - from[axis]) * step) / steps + wobble([wide, high][axis] * 0.06)))));
  const along = corner.map((row, at) => row.slice(1).map((to, column) => [...side(corner[at][column], to), to]));
  const up = corner.slice(1).map((row, at) => row.map((to, column) => [...side(corner[at][column], to), to]));
  const cells = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const ring = [
        ...along[row][column].slice(0, -1), ...up[row][column + 1].slice(0, -1),
        ...along[row + 1][column].toReversed().slice(0, -1), ...up[row][column].toReversed(),
      ];
      const number = cells.length;
      cells.push({
        code: `${990000000 + number}`, name: { zh: `${number}号村`, en: `Village ${number}` }, at: corner[row][column], ring,
      });
    }
  }
  const outline = [
    ...along[0].flatMap((part) => part.slice(0, -1)), ...up.flatMap((row) => row[columns].slice(0, -1)),
    ...along[rows].toReversed().flatMap((part) => part.toReversed().slice(0, -1)),
    ...up.toReversed().flatMap((row) => row[0].toReversed().slice(0, -1)),
  ];
  return { cells, outline: [...outline, outline[0]] };
}

const feature = (properties, ring) => ({ type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } });

/**
 * Writes a folder with a page and the data that it shows.
 * @param {string} dist the built page @param {string} page what is shown, `dist` or the reference's folder
 * @param {string} folder where it is made @param {{sites?: number, polygons?: boolean}} what
 * @returns {{file: string, townships: string, bytes: number}} the paths of the edition and the townships
 */
export function makeDistrict(dist, page, folder, { sites = 0, polygons = false }) {
  mkdirSync(path.join(folder, "data"), { recursive: true });
  for (const name of readdirSync(page)) {
    if (name !== "data" && !name.startsWith(".") && !existsSync(path.join(folder, name))) {
      symlinkSync(path.join(page, name), path.join(folder, name));
    }
  }
  const read = (file) => JSON.parse(readFileSync(path.join(dist, "data", file), "utf8"));
  const manifest = read("index.json");
  const entry = manifest.snapshots.find(({ id }) => id === EDITION);
  const layer = (role) => manifest.layers.find((one) => one.role === role);
  const edition = read(entry.file);
  const write = (one, file, content) => {
    const body = Buffer.from(JSON.stringify(content));
    mkdirSync(path.dirname(path.join(folder, "data", file)), { recursive: true });
    writeFileSync(path.join(folder, "data", file), body);
    Object.assign(one, { file, bytes: body.length, sha256: createHash("sha256").update(body).digest("hex") });
  };
  const [townships, district] = [read(layer("townships").file), read(layer("district").file)];
  if (polygons) {
    const extent = bounds(district.features.flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === "Polygon" ? 1 : 2)));
    const { cells, outline } = manyTownships(extent, 17);
    const random = chance(1);
    edition.townships = cells.map(({ code, name, at }) => ({ code, name, short: name, kind: "town", at, precision: "approx-2km" }));
    for (const indicator of edition.indicators.filter(({ townships }) => townships)) {
      indicator.townships = Object.fromEntries(cells.map(({ code }) =>
        [code, { from: EDITION, values: [Math.round(random() * 1000) / 10] }]));
    }
    townships.features = cells.map(({ code, name, ring }) => feature({ code, name_zh: name.zh, name_en: name.en }, ring));
    district.features = [feature(district.features[0].properties, outline)];
  }
  edition.sites = polygons ? [] : manySites(edition, townships, sites);
  edition.projects.forEach((project) => delete project.site);
  edition.notices = [];
  write(layer("townships"), "geo/townships.geojson", townships);
  write(layer("district"), "geo/district.geojson", district);
  manifest.layers = [layer("townships"), layer("district")];
  write(entry, `snapshots/${EDITION}.json`, edition);
  manifest.snapshots = [entry];
  delete manifest.readings;
  writeFileSync(path.join(folder, "data/index.json"), JSON.stringify(manifest));
  return { file: entry.file, townships: layer("townships").file, bytes: entry.bytes };
}
