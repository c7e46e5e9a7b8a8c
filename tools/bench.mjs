// Measures cold loads of the overview in the machine's Chromium, beside a plain page with the whole of ECharts
// (tools/bench-reference.mjs), and prints a table.
//   node tools/bench.mjs [--runs 5] [--query "?view=map"] [--only loads|embeds|tasks|map|wall] [--write]
// --write puts it into docs/BENCH.md. After the loads, pieces as other pages embed them (tools/bench-embeds.mjs), the task
// table with ten thousand tasks (tools/bench-tasks.mjs), the map with many sites (tools/bench-map.mjs) and a wall left alone for two thousand refreshes (tools/bench-wall.mjs).
// A load is cold because each has a browser context of its own. Slow 4G is Lighthouse's: 1.6 Mbit/s, 150 ms, a processor
// four times slower.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { benchEmbeds } from "./bench-embeds.mjs";
import { benchMap } from "./bench-map.mjs";
import { benchTasks } from "./bench-tasks.mjs";
import { benchWall } from "./bench-wall.mjs";
import { makeReference } from "./bench-reference.mjs";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";
import { wasmMemory, watchMemory } from "./wasm-memory.mjs";

const root = path.resolve(import.meta.dirname, "..");
const { values: args } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    query: { type: "string", default: "" },
    only: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  },
});

const CONDITIONS = {
  "desktop": { viewport: { width: 1440, height: 900 } },
  "phone, slow 4G, CPU ÷4": {
    viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true,
    network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
    cpu: 4,
  },
};

/** What each row shows: how to read it from a load, and how to write it. */
const ms = (value) => (value == null ? "–" : value.toFixed(0));
const kB = (value) => (value / 1000).toFixed(1);
const MB = (value) => (value ? (value / 1e6).toFixed(1) : "–");
const ROWS = [
  ["all bytes over the network, kB", (load) => load.bytes.all, kB],
  ["· page", (load) => load.bytes.html, kB],
  ["· scripts", (load) => load.bytes.js, kB],
  ["· wasm", (load) => load.bytes.wasm, kB],
  ["· styles", (load) => load.bytes.css, kB],
  ["· data", (load) => load.bytes.data, kB],
  ["requests", (load) => load.requests, String],
  ["first contentful paint, ms", (load) => load.fcp, ms],
  ["largest contentful paint, ms", (load) => load.lcp, ms, true],
  ["first content, ms", (load) => load.firstContent, ms],
  ["ready, ms", (load) => load.ready, ms, true],
  ["total blocking time, ms", (load) => load.tbt, ms, true],
  ["blocking before first paint too, ms", (load) => load.blocking, ms],
  ["longest task after ready, ms", (load) => load.longest, ms],
  ["script heap, MB", (load) => load.heap, MB],
  ["wasm memory, MB", (load) => load.wasmMemory, MB],
];

/** Runs in the page before anything else does: long tasks and the largest paint. */
function watch() {
  window.__bench = { tasks: [], lcp: null };
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe("longtask", ({ startTime, duration }) => window.__bench.tasks.push({ startTime, duration }));
  observe("largest-contentful-paint", ({ startTime }) => { window.__bench.lcp = startTime; });
}

function read() {
  const mark = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
  const { tasks, lcp } = window.__bench;
  const fcp = mark("first-contentful-paint");
  const ready = mark("biaogan:ready");
  const within = (from, to) => tasks.filter((task) => task.startTime >= from && task.startTime < to);
  const blocking = (from) => within(from, ready + 2000).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
  return {
    fcp, lcp, ready,
    firstContent: mark("biaogan:first-content"),
    tbt: blocking(fcp),
    blocking: blocking(0),
    longest: Math.max(0, ...within(ready, Infinity).map((task) => task.duration)),
  };
}

const KINDS = { ".html": "html", ".js": "js", ".wasm": "wasm", ".css": "css", ".json": "data", ".geojson": "data" };
const kind = (url) => {
  const { pathname } = new URL(url);
  return pathname.endsWith("/") ? "html" : KINDS[path.extname(pathname)] ?? "other";
};

async function load(browser, url, { network, cpu, ...screen }) {
  const context = await browser.newContext({ locale: "zh-CN", ...screen });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytes = { all: 0, html: 0, js: 0, wasm: 0, css: 0, data: 0, other: 0 };
  const kinds = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith("http")) kinds.set(requestId, kind(request.url));
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!kinds.has(requestId)) return;
    bytes.all += encodedDataLength;
    bytes[kinds.get(requestId)] += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Performance.enable");
  if (network) await session.send("Network.emulateNetworkConditions", network);
  if (cpu) await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await page.addInitScript(watch);
  await page.addInitScript(watchMemory);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("biaogan:ready").length > 0, null, { timeout: 60_000, polling: 100 });
  await page.waitForTimeout(2500);
  const times = { ...(await page.evaluate(read)), wasmMemory: await page.evaluate(wasmMemory) };
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  await context.close();
  return { ...times, heap, bytes, requests: kinds.size };
}

function cell(loads, pick, write, spread) {
  const all = loads.map(pick).filter((value) => value != null).sort((a, b) => a - b);
  if (all.length === 0) return "–";
  const middle = write(all[Math.floor(all.length / 2)]);
  return spread ? `${middle} (${write(all[0])}–${write(all.at(-1))})` : middle;
}

const dist = path.join(root, "dist");
const folder = await makeReference(dist);
const servers = { biaogan: await serve({ dir: dist }), reference: await serve({ dir: folder, csp: null }) };
const browser = await chromium.launch(launchOptions);

async function benchLoads() {
  const columns = [];
  for (const [condition, how] of Object.entries(CONDITIONS)) {
    const loads = { biaogan: [], reference: [] };
    for (const page of Object.keys(loads)) await load(browser, servers[page].url, { ...how, network: null, cpu: 0 });
    for (let run = 0; run < Number(args.runs); run++) {
      // Turn by turn, so that whatever else the machine does meets both.
      for (const page of Object.keys(loads)) {
        const query = page === "biaogan" ? args.query : "";
        loads[page].push(await load(browser, servers[page].url + query, how));
        process.stderr.write(".");
      }
    }
    for (const page of Object.keys(loads)) columns.push({ head: `${page}, ${condition}`, loads: loads[page] });
  }
  return [
    `| median of ${args.runs} cold loads | ${columns.map(({ head }) => head).join(" | ")} |`,
    `| --- |${" ---: |".repeat(columns.length)}`,
    ...ROWS.map(([name, pick, write, spread]) =>
      `| ${name} | ${columns.map(({ loads }) => cell(loads, pick, write, spread)).join(" | ")} |`),
  ].join("\n");
}

/** The rows that tell a piece from its page. */
const OF_EMBEDS = ROWS.filter(([name]) => /^(all bytes|· |requests|first content|ready)/.test(name));

const asked = (name) => !args.only || args.only === name;
const loads = asked("loads") ? await benchLoads() : "";
const embeds = asked("embeds")
  ? await benchEmbeds((query) => load(browser, servers.biaogan.url + query, CONDITIONS.desktop), OF_EMBEDS, cell, Number(args.runs)) : "";
const tasks = asked("tasks") ? await benchTasks(browser, servers.biaogan.url, Number(args.runs)) : "";
const map = asked("map") ? await benchMap(browser, dist, Math.min(3, Number(args.runs))) : "";
const launch = (more) => chromium.launch({ ...launchOptions, args: [...launchOptions.args, ...more] });
const wall = asked("wall") ? await benchWall(launch, servers.biaogan.url) : "";
process.stderr.write("\n");

const made = `Measured ${new Date().toISOString().slice(0, 10)} with Chromium ${browser.version()} on ${os.cpus().length} cores ` +
  `(${os.cpus()[0].model.trim()}), ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, by \`make bench\`.`;
console.log(["", loads, embeds, tasks, map, wall, made].filter((part, at) => at === 0 || part).join("\n\n"));

if (args.write && !args.only) {
  mkdirSync(path.join(root, "docs"), { recursive: true });
  writeFileSync(path.join(root, "docs/BENCH.md"), `# How fast and how heavy

The overview, first visit, nothing cached, files sent with brotli. Beside it a reference page: the same month's data,
plain JavaScript with the whole of ECharts, the goals as line charts and nothing else. *Slow 4G* is Lighthouse's:
1.6 Mbit/s, 150 ms, a processor four times slower. Brackets hold the fastest and the slowest load.

${loads}

## A piece on another page

A page with one goal, and pieces as other pages embed them, first visit, nothing cached, files sent with brotli.

${embeds}

## Ten thousand tasks

The task table with all of its tasks open, on a desktop. A choice is measured from the input to the frame that shows
what came of it; scrolling goes 120, fast 900 pixels a frame, a whole screen in each. The aims are a choice under 100 ms
and no frame over 50 ms. Frames are whole sixtieths of a second: 50 is three of them.

${tasks}

## A map of many sites

The map with made-up sites, and with 3,000 townships of 200,000 points, on a desktop. Beside it a plain page: the same data
drawn by ECharts alone as its manual says, sites as a \`large\` scatter that can be neither hovered nor clicked, townships
as a map series. Drawn is when every site is on the screen, in a mark or by itself. Frames are those of five seconds in which
the map is zoomed by the wheel and dragged. The aims are frames at the display's rate in the median, and nothing worse than
the plain page's in 95 of 100.

${map}

## A wall left alone

A wall of 1920×1080 whose pages rotate, left alone while the browser's time runs ahead: every ten seconds of it a new edition
comes in which every figure is another. Weighed is the same page each time, after a forced collection of garbage; no tool has
a script in the page. The aims are less than 2 % more of everything in memory than after the first hundred refreshes, and less than
50 ms of the main thread for each. What the page itself keeps does not grow. What grows is machine code, which the browser's
compilers make of scripts that run often, for each of them once: with these compilers switched off (that of wasm is not) the heap stays
as it is. Times are those of the processor, as the clock is not the world's.

${wall}

${made}
`);
}

await browser.close();
await Promise.all(Object.values(servers).map(({ close }) => close()));
rmSync(folder, { recursive: true, force: true });
