// Measures the map with many sites and with many townships, beside a plain page that draws the same with ECharts alone: how
// soon it is drawn, how even its frames are while it is zoomed by the wheel and dragged, how busy the main thread is, and
// how much is in memory.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeDistrict } from "./bench-map-data.mjs";
import { serve } from "./serve.mjs";
import { wasmMemory, watchMemory } from "./wasm-memory.mjs";

const root = path.resolve(import.meta.dirname, "..");

/** What is drawn. */
const DISTRICTS = {
  "60 sites": { sites: 60 },
  "1,000 sites": { sites: 1000 },
  "10,000 sites": { sites: 10_000 },
  "100,000 sites": { sites: 100_000 },
  "3,000 polygons": { polygons: true },
};

/** How long it is zoomed and dragged, in milliseconds. */
const SPAN = 5000;

const HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>Reference</title>
<link rel="icon" href="data:,">
<script src="echarts.min.js" defer></script>
<script src="page.js" defer></script>
</head>
<body><div class="map-chart" style="width:920px;height:640px"></div></body>
</html>
`;

/** The plain page: what one would write with ECharts by its manual. */
async function page() {
  const json = async (name) => (await fetch(`data/${name}`)).json();
  const manifest = await json("index.json");
  const [edition, townships] = await Promise.all([
    json(manifest.snapshots[0].file), json(manifest.layers.find(({ role }) => role === "townships").file),
  ]);
  echarts.registerMap("land", townships);
  const figures = edition.indicators.find(({ townships }) => townships).townships;
  const value = (code) => { const last = figures[code]?.values.at(-1); return typeof last === "number" ? last : last?.value ?? null; };
  const data = townships.features.map(({ properties }) => ({ name: properties.code, value: value(properties.code) }));
  const chart = echarts.init(document.querySelector(".map-chart"));
  const geo = { map: "land", nameProperty: "code", roam: true, scaleLimit: { min: 1, max: 24 } };
  const many = edition.sites.length > 0;
  chart.on("finished", () => { document.documentElement.dataset.marks = edition.sites.length; });
  chart.setOption({
    animation: false,
    visualMap: many ? undefined : { min: 0, max: 100, seriesIndex: 0 },
    geo: many ? geo : undefined,
    series: many
      ? [{ type: "scatter", coordinateSystem: "geo", large: true, symbolSize: 6, data: edition.sites.map(({ at }) => at) }]
      : [{ type: "map", ...geo, data }],
  });
}

/** Runs in the page before anything else does: notes when all marks are drawn, and long tasks. */
function watch() {
  window.__map = { drawn: null, tasks: [] };
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.__map.tasks.push(duration)))
    .observe({ type: "longtask", buffered: true });
  const look = () => {
    // A page that does not say how many marks are drawn is looked at by its canvas.
    const said = document.querySelector("[data-marks]")?.dataset.marks;
    const wanted = window.__wanted;
    if (wanted !== undefined && said !== undefined ? Number(said) === wanted : document.querySelector(".map-page [data-drawn=true] canvas")) {
      requestAnimationFrame(() => setTimeout(() => { window.__map.drawn = performance.now(); }));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: notes how long frames are, until it is asked for them. */
function startFrames() {
  const frames = (window.__map.frames = []);
  window.__map.tasks = [];
  let before = null;
  const step = (now) => {
    if (before !== null) frames.push(now - before);
    before = now;
    window.__map.next = requestAnimationFrame(step);
  };
  window.__map.next = requestAnimationFrame(step);
}

function endFrames() {
  cancelAnimationFrame(window.__map.next);
  return { frames: window.__map.frames.sort((a, b) => a - b), longest: Math.max(0, ...window.__map.tasks) };
}

/** Zooms in and out by the wheel, and drags between. */
async function move(page, box) {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const end = Date.now() + SPAN;
  for (let round = 0; Date.now() < end; round++) {
    for (let notch = 0; notch < 6 && Date.now() < end; notch++) {
      await page.mouse.wheel(0, round % 2 ? 120 : -120);
      await page.waitForTimeout(30);
    }
    await page.mouse.down();
    for (let step = 0; step < 50 && Date.now() < end; step++) {
      const angle = (step / 50) * 2 * Math.PI;
      await page.mouse.move(x + 160 * Math.sin(angle), y + 120 * (1 - Math.cos(angle)) - 120);
    }
    await page.mouse.up();
    await page.mouse.move(x, y);
  }
}

async function visit(browser, url, wanted) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const metric = async (name) =>
    (await session.send("Performance.getMetrics")).metrics.find((metric) => metric.name === name).value;
  await page.addInitScript((wanted) => { window.__wanted = wanted; }, wanted);
  await page.addInitScript(watch);
  await page.addInitScript(watchMemory);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.__map.drawn !== null, null, { timeout: 180_000, polling: 100 });
  await page.waitForTimeout(1500);
  const { drawn, longest: blocked } = await page.evaluate(() => ({ drawn: window.__map.drawn, longest: Math.max(0, ...window.__map.tasks) }));
  const box = await page.locator(".map-chart, .map-frame").first().boundingBox();
  await page.evaluate(startFrames);
  const before = [await metric("TaskDuration"), Date.now()];
  await move(page, box);
  const busy = (await metric("TaskDuration") - before[0]) / ((Date.now() - before[1]) / 1000);
  const { frames, longest } = await page.evaluate(endFrames);
  await session.send("HeapProfiler.collectGarbage");
  const [heap, wasm] = [await metric("JSHeapUsedSize"), await page.evaluate(wasmMemory)];
  await context.close();
  const share = (part) => frames[Math.min(frames.length - 1, Math.floor(frames.length * part))];
  return { drawn, blocked, p50: share(0.5), p95: share(0.95), max: frames.at(-1), longest, busy, heap, wasm };
}

const ms = (value) => value.toFixed(0);
const MB = (value) => (value / 1e6).toFixed(1);
const ROWS = [
  ["drawn, ms from the first byte", "drawn", ms],
  ["longest task until then, ms", "blocked", ms],
  ["frame, p50, ms", "p50", (value) => value.toFixed(1)],
  ["frame, p95, ms", "p95", (value) => value.toFixed(1)],
  ["longest frame, ms", "max", ms],
  ["longest task while moving, ms", "longest", ms],
  ["main thread busy, %", "busy", (value) => (value * 100).toFixed(0)],
  ["script heap, MB", "heap", MB],
  ["wasm memory, MB", "wasm", (value) => (value ? MB(value) : "–")],
];

/**
 * @param {import("@playwright/test").Browser} browser @param {string} dist the built page
 * @param {number} runs @param {string} [only] a part of the name of what alone is measured
 * @returns {Promise<string>} a table in Markdown
 */
export async function benchMap(browser, dist, runs, only = "") {
  const folder = mkdtempSync(path.join(tmpdir(), "biaogan-map-"));
  const plain = path.join(folder, "plain");
  mkdirSync(plain);
  writeFileSync(path.join(plain, "index.html"), HTML);
  writeFileSync(path.join(plain, "page.js"), `(${page})();\n`);
  copyFileSync(path.join(root, "node_modules/echarts/dist/echarts.min.js"), path.join(plain, "echarts.min.js"));
  const columns = [];
  for (const [name, what] of Object.entries(DISTRICTS).filter(([name]) => name.includes(only))) {
    const visits = { biaogan: [], plain: [] };
    const servers = {};
    for (const kind of Object.keys(visits)) {
      const dir = path.join(folder, `${kind}-${name}`);
      makeDistrict(dist, kind === "plain" ? plain : dist, dir, what);
      servers[kind] = await serve({ dir, ...(kind === "plain" && { csp: null }) });
    }
    // Turn by turn, so that whatever else the machine does meets both.
    for (let run = 0; run < runs; run++) {
      for (const kind of Object.keys(visits)) {
        const query = kind === "plain" ? "" : "?view=map&lang=zh-CN";
        visits[kind].push(await visit(browser, servers[kind].url + query, what.sites ?? 0));
        process.stderr.write(".");
      }
    }
    await Promise.all(Object.values(servers).map(({ close }) => close()));
    for (const [kind, all] of Object.entries(visits)) columns.push({ head: `${name}, ${kind}`, visits: all });
  }
  rmSync(folder, { recursive: true, force: true });
  const cell = (visits, key, write) => {
    const all = visits.map((visit) => visit[key]).sort((a, b) => a - b);
    return write(all[Math.floor(all.length / 2)]);
  };
  return [
    `| median of ${runs} | ${columns.map(({ head }) => head).join(" | ")} |`,
    `| --- |${" ---: |".repeat(columns.length)}`,
    ...ROWS.map(([name, key, write]) => `| ${name} | ${columns.map(({ visits }) => cell(visits, key, write)).join(" | ")} |`),
  ].join("\n");
}
