// What the page may weigh, compressed as a server sends it: by the .br files of dist/, which tools/compress.mjs writes.
// Run with `node --test tests/budget.test.mjs` after `make build`.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const kB = 1000;
const dist = path.resolve(import.meta.dirname, "../dist");

/** The one file whose path in dist/ fits, or with `last` the last of several by name. */
function file(pattern, { last = false } = {}) {
  const found = readdirSync(dist, { recursive: true })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => pattern.test(name)).sort();
  assert.ok(last ? found.length > 0 : found.length === 1, `${pattern} names ${found.length} files of dist/: ${found}`);
  return found.at(-1);
}

const packed = (name) => statSync(path.join(dist, `${name}.br`)).size;

const wasm = () => file(/^biaogan-web-[0-9a-f]+_bg\.wasm$/);
/** The part of src/ui/parts.rs that no page needs: it is fetched for who asks for a workbook. */
const workbook = () => file(/^parts\/split_workbook-[0-9a-f]+\.wasm$/);
/** And what writes a record as JSON, for who asks for that. */
const record = () => file(/^parts\/split_record-[0-9a-f]+\.wasm$/);
const parts = () => readdirSync(path.join(dist, "parts")).filter((name) => name.endsWith(".wasm"))
  .map((name) => `parts/${name}`).filter((name) => name !== workbook() && name !== record());

/** The small pieces that many parts share, which come together in one file. */
const pieces = () => file(/^parts\/pieces-[0-9a-f]+\.bin$/);
/** And those that a part shares with few others, in a file of its own. */
const own = (part) => file(new RegExp(`^parts/${/split_\w+/.exec(part)}-[0-9a-f]+\\.bin$`));

const OWN = "the part's own file";

/** What each page fetches beyond the program, by its part: the part and what it shares with others, as the loader says. */
function pages() {
  const loader = readFileSync(path.join(dist, file(/^biaogan-parts-loader-[0-9a-f]+\.js$/)), "utf8");
  const made = /([\w$]+)=(?:[\w$]+\(new URL\("[^"]+",import\.meta\.url\),\[[\d.e,[\]]*\],)?(?:[\w$]+\()?[\w$]+\(\(\)=>\{const [\w$]+=(?:fetch\(new URL\("\.\/(parts\/[^"]+)"|[\w$]+\([\d.e]+(,[\d.e]+)?\))[^]*?\},\[([^\]]*)\]\)/g;
  const known = new Map([...loader.matchAll(made)].map(([, name, part, together, needs]) => [name, { part: part ?? (together ? pieces() : OWN), needs: needs.split(",").filter(Boolean) }]));
  const named = new Set([...known.values()].map(({ part }) => part));
  assert.deepEqual([...parts(), workbook(), record()].filter((part) => !named.has(part)), [], "the loader names every part");
  const fetched = (name) => [known.get(name).part, ...known.get(name).needs.flatMap(fetched)];
  const all = [...known].filter(([, { part }]) => /^parts\/split_/.test(part) && part !== workbook() && part !== record());
  assert.ok(all.length >= 8, `${all.length} pages`);
  return all.map(([name, { part }]) => [...new Set(fetched(name))].map((each) => each === OWN ? own(part) : each));
}
/** The map is an instrument of its own, with a budget of its own. */
const isMap = (page) => page.some((file) => /^parts\/split_map-[0-9a-f]+\.wasm$/.test(file));
const heaviest = (of) => pages().filter(of).sort((one, other) => weight(one) - weight(other)).at(-1);
const weight = (files) => files.reduce((sum, each) => sum + packed(each), 0);
const manifest = () => "data/index.json";
const newest = () => file(/^data\/snapshots\/\d{4}-\d\d\.[0-9a-f]+\.json$/, { last: true });

const budgets = {
  "the program": { limit: 300 * kB, files: () => [wasm()] },
  "the overview, ready": {
    limit: 400 * kB,
    files: () => [
      "index.html", "boot.js", "icons/biaogan.svg",
      file(/^biaogan-web-[0-9a-f]+\.js$/), file(/^biaogan-parts-loader-[0-9a-f]+\.js$/), wasm(), file(/^biaogan-[0-9a-f]+\.css$/),
      manifest(), newest(), file(/^data\/geo\/town[^/]*\.[0-9a-f]+\.geojson$/),
    ],
  },
  "the map, with all it shares": { limit: 295 * kB, files: () => heaviest(isMap) },
  "the heaviest other page, with all it shares": { limit: 185 * kB, files: () => heaviest((page) => !isMap(page)) },
  "the part that writes workbooks": { limit: 180 * kB, files: () => [workbook()] },
  "the part that writes records as JSON": { limit: 40 * kB, files: () => [record()] },
  "manifest and newest month": { limit: 70 * kB, files: () => [manifest(), newest()] },
  "ECharts": { limit: 220 * kB, files: () => [file(/^vendor\/echarts\.[0-9a-f]+\.js$/)] },
  "MapLibre, where a street map is declared": {
    limit: 380 * kB,
    files: () => [file(/^vendor\/maplibre\.[0-9a-f]+\.js$/), file(/^vendor\/maplibre-worker\.[0-9a-f]+\.js$/)],
  },
};

// It is on pages of others, some of which are sent as they are.
test("embed.js is within 5 kB before it is compressed", () => {
  const { length } = readFileSync(path.join(dist, "embed.js"));
  console.log(`size: embed.js: ${length} bytes, ${packed("embed.js")} compressed`);
  assert.ok(length <= 5 * kB, `embed.js is ${length} bytes`);
});

for (const [name, { limit, files }] of Object.entries(budgets)) {
  test(`${name} is within ${limit / kB} kB`, () => {
    const bytes = weight(files());
    console.log(`size: ${name}: ${(bytes / kB).toFixed(1)} kB of ${limit / kB} kB`);
    assert.ok(bytes <= limit, `${name} is ${bytes} bytes compressed, ${bytes - limit} too many`);
  });
}
