// Leaves a wall alone for two thousand refreshes, each with new figures, while its pages rotate; the browser's own time is
// made to run ahead. Tells what was in memory after the first hundred refreshes and what is at the end, and what one costs.
// Nothing of this is a script in the page: its machine code would be weighed with the page's own.
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { request } from "@playwright/test";
import { Publication } from "../tests/e2e/support/publication.mjs";
import { wasmMemory, watchMemory } from "./wasm-memory.mjs";

const REFRESHES = 2000;
const SETTLED = 100;
const REFRESH = 10;
// A page every forty seconds of that clock.
const ROTATE = 40;
const WALL = `?kiosk=1&lang=zh-CN&refresh=${REFRESH}&rotate=${ROTATE}`;

const megabytes = (bytes) => (bytes / 1e6).toFixed(2);
/** What is counted: what it is called, its key, and how it is written. */
const COUNTS = [
  ["script heap, MB", "JSHeapUsedSize", megabytes],
  ["· machine code that the browser made of scripts, MB", "machineCode", megabytes],
  ["· objects, texts and functions, MB", "objects", megabytes],
  ["DOM nodes", "Nodes", String],
  ["listeners", "JSEventListeners", String],
  ["wasm memory, MB", "wasmMemory", megabytes],
];
/** Scripts then run, but no machine code is made of them; wasm is compiled as ever. */
const COMPILERS_OFF = ["--js-flags=--no-sparkplug --no-maglev --no-turbofan"];
/** Kinds of the browser's heap snapshot that are not on the script heap. */
const ELSEWHERE = ["native", "synthetic", "hidden"];

/** Runs in the page: which leaf is shown, and whether it is the only one. */
function leaf() {
  const leaves = [...document.querySelectorAll(".wall-leaf")].map((it) => `${it.dataset.leaf} ${it.dataset.part}`);
  return leaves.length === 1 ? leaves[0] : "";
}

/** Runs in the page: what it says. */
function words() {
  return document.querySelector(".wall-leaf").textContent;
}

/** Editions of which no two are alike, at addresses of their own, as a publisher makes them. */
class Stream {
  #manifest;
  #entry;
  #edition;
  #last;
  #files = new Map();

  static async of(url) {
    const api = await request.newContext();
    const publication = await Publication.read(api, url);
    const stream = new Stream();
    stream.#manifest = publication.manifest;
    stream.#entry = publication.entry();
    stream.#edition = await publication.content(stream.#entry);
    stream.#last = stream.#edition.indicators.map(({ series }) => series?.values?.at(-1));
    await api.dispose();
    return stream;
  }

  /** Publishes the next: every figure of the last month is another. */
  next(number) {
    for (const [at, { series }] of this.#edition.indicators.entries()) {
      if (Number.isFinite(this.#last[at])) series.values[series.values.length - 1] = this.#last[at] * (1 + number / 1e5);
    }
    const body = JSON.stringify(this.#edition);
    const sha256 = createHash("sha256").update(body).digest("hex");
    Object.assign(this.#entry, { file: this.#entry.file.replace(/\.\w+\.json$/, `.${sha256.slice(0, 12)}.json`), bytes: Buffer.byteLength(body), sha256 });
    this.#manifest.sequence += 1;
    this.#files = new Map([["index.json", JSON.stringify(this.#manifest)], [this.#entry.file, body]]);
  }

  async serve(page, url) {
    const base = new URL("data/", url).href;
    await page.route((each) => each.href.startsWith(base), async (route) => {
      const body = this.#files.get(route.request().url().slice(base.length).replace(/\?.*/, ""));
      await (body === undefined ? route.continue() : route.fulfill({ body, contentType: "application/json" }));
    });
  }
}

/** A page's session with the browser: asks and moves time without a script in the page. */
class Bystander {
  #session;
  #started = false;

  constructor(session) {
    this.#session = session;
  }

  /** The time of the main thread is that of its processor: the other one is made to run ahead. */
  static async of(page) {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return new Bystander(session);
  }

  async evaluate(script) {
    const { result } = await this.#session.send("Runtime.evaluate", { expression: `(${script})()`, returnByValue: true });
    return result.value;
  }

  async metrics() {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  collectGarbage() {
    return this.#session.send("HeapProfiler.collectGarbage");
  }

  /** Lets so many milliseconds of the page's time pass, in which it waits for what it has asked the network for. */
  async pass(budget) {
    if (!this.#started) {
      this.#started = true;
      // Time never goes back.
      await this.#session.send("Emulation.setVirtualTimePolicy", { policy: "pause", initialVirtualTime: Date.now() / 1000 + 60 });
    }
    const passed = new Promise((done) => this.#session.once("Emulation.virtualTimeBudgetExpired", done));
    await this.#session.send("Emulation.setVirtualTimePolicy", { policy: "pauseIfNetworkFetchesPending", budget });
    await passed;
  }

  /** The bytes on the script heap: machine code with what belongs to it, and all else. */
  async heap() {
    const chunks = [];
    const take = ({ chunk }) => chunks.push(chunk);
    this.#session.on("HeapProfiler.addHeapSnapshotChunk", take);
    await this.#session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
    this.#session.off("HeapProfiler.addHeapSnapshotChunk", take);
    const { snapshot: { meta }, nodes } = JSON.parse(chunks.join(""));
    const [type, size] = ["type", "self_size"].map((field) => meta.node_fields.indexOf(field));
    const sums = { machineCode: 0, objects: 0 };
    for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
      const kind = meta.node_types[type][nodes[at + type]];
      if (!ELSEWHERE.includes(kind)) sums[kind === "code" ? "machineCode" : "objects"] += nodes[at + size];
    }
    return sums;
  }
}

/**
 * What is in memory after the first and after all refreshes, and the seconds of the main thread that one costs.
 * @param {import("@playwright/test").Browser} browser
 */
async function soak(browser, url) {
  const stream = await Stream.of(url);
  const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1920, height: 1080 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(watchMemory);
  await stream.serve(page, url);
  await page.goto(url + WALL, { waitUntil: "commit" });
  const wall = await Bystander.of(page);
  let shown = "";
  while (!(shown = await wall.evaluate(leaf))) await sleep(100);
  const first = shown;

  let rotations = 0;
  const pass = async (time) => {
    await wall.pass(time);
    const now = await wall.evaluate(leaf);
    if (now && now !== shown) [shown, rotations] = [now, rotations + 1];
  };
  let taken = 0;
  const refresh = async () => {
    stream.next((taken += 1));
    const asked = page.waitForResponse((answer) => /\/snapshots\//.test(answer.url()));
    await pass((REFRESH + 1) * 1000);
    await asked;
  };
  /** Goes on until the page of the beginning is shown, so that like is compared with like, and tells what is in memory. */
  const weigh = async () => {
    for (let tries = 0; shown !== first && tries < 2000; tries++) await pass(10_000);
    // What is kept for good is what is there every time: the answer of the last request, for one, goes a little later.
    const weighed = [];
    for (let time = 0; time < 5; time++) {
      await wall.pass(1_000);
      await wall.collectGarbage();
      weighed.push({ ...(await wall.metrics()), wasmMemory: await wall.evaluate(wasmMemory) });
    }
    const heap = await wall.heap();
    return Object.fromEntries(COUNTS.map(([, key]) => [key, heap[key] ?? Math.min(...weighed.map((each) => each[key]))]));
  };
  /** The seconds of the main thread that this takes. */
  const cost = async (work) => {
    const before = (await wall.metrics()).TaskDuration;
    await work();
    return (await wall.metrics()).TaskDuration - before;
  };

  for (let count = 0; count < SETTLED; count++) await refresh();
  const early = await weigh();
  const said = await wall.evaluate(words);
  let work = 0;
  for (let count = SETTLED; count < REFRESHES; count++) {
    work += await cost(refresh);
    if (count % 100 === 0) process.stderr.write(".");
  }
  const late = await weigh();
  if (await wall.evaluate(words) === said) throw new Error("the wall does not show the new figures");
  // The same steps of the clock while nothing newer is published.
  let idle = 0;
  for (let count = 0; count < SETTLED; count++) idle += await cost(() => pass((REFRESH + 1) * 1000));
  await context.close();
  return { early, late, rotations, cost: work / (REFRESHES - SETTLED), idle: idle / SETTLED };
}

/**
 * @param {(more: string[]) => Promise<import("@playwright/test").Browser>} launch starts a browser with these arguments more
 * @param {string} url where the built page is served
 * @returns {Promise<string>} a table in Markdown
 */
export async function benchWall(launch, url) {
  const runs = [];
  for (const more of [[], COMPILERS_OFF]) {
    const browser = await launch(more);
    runs.push(await soak(browser, url));
    await browser.close();
  }
  const [usual, uncompiled] = runs;
  const ms = (seconds) => (seconds * 1000).toFixed(1);
  const change = ({ early, late }, key) => `${(((late[key] - early[key]) / early[key]) * 100).toFixed(1)} %`;
  return [
    `| a wall left alone | after ${SETTLED} refreshes | after ${REFRESHES}, ${usual.rotations} rotations | change | change with the browser's compilers off |`,
    "| --- | ---: | ---: | ---: | ---: |",
    ...COUNTS.map(([name, key, write]) => `| ${name} | ${write(usual.early[key])} | ${write(usual.late[key])} | ${change(usual, key)} | ${change(uncompiled, key)} |`),
    `| main thread per ${REFRESH + 1} s of the wall's clock with new data, ms | | ${ms(usual.cost)} | | |`,
    `| the same while nothing newer is published: clock, looking, pages, ms | | ${ms(usual.idle)} | | |`,
  ].join("\n");
}
