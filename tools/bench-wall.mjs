// Leaves a wall alone for two thousand refreshes, each with new figures, while its pages rotate; the page's clock is made
// to run ahead. Tells what was in memory after the first hundred refreshes and what is at the end, and what one costs.
import { createHash } from "node:crypto";
import { request } from "@playwright/test";
import { Publication } from "../tests/e2e/support/publication.mjs";
import { wasmMemory, watchMemory } from "./wasm-memory.mjs";

const REFRESHES = 2000;
const SETTLED = 100;
const REFRESH = 10;
// A page every forty seconds of that clock.
const ROTATE = 40;
const WALL = `?kiosk=1&lang=zh-CN&refresh=${REFRESH}&rotate=${ROTATE}`;
const AT = new Date("2026-11-02T08:00:00+08:00");

/** What is counted, its name in the browser, and how it is written. */
const COUNTS = [
  ["script heap, MB", "JSHeapUsedSize", (bytes) => (bytes / 1e6).toFixed(2)],
  ["DOM nodes", "Nodes", String],
  ["listeners", "JSEventListeners", String],
  ["wasm memory, MB", "wasmMemory", (bytes) => (bytes / 1e6).toFixed(2)],
];

/** Runs in the page: which leaf is shown, and whether it is the only one. */
function leaf() {
  const leaves = [...document.querySelectorAll(".wall-leaf")].map((it) => `${it.dataset.leaf} ${it.dataset.part}`);
  return leaves.length === 1 ? leaves[0] : "";
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

/**
 * @param {import("@playwright/test").Browser} browser @param {string} url where the built page is served
 * @returns {Promise<string>} a table in Markdown
 */
export async function benchWall(browser, url) {
  const stream = await Stream.of(url);
  const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1920, height: 1080 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.addInitScript(watchMemory);
  await stream.serve(page, url);
  await page.clock.install({ time: AT });
  await page.goto(url + WALL, { waitUntil: "commit" });
  await page.locator("html[data-biaogan=ready] .wall-leaf").first().waitFor();

  const metrics = async () => Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  let rotations = 0;
  let shown = await page.evaluate(leaf);
  const first = shown;
  const look = async () => {
    const now = await page.evaluate(leaf);
    if (now && now !== shown) [shown, rotations] = [now, rotations + 1];
  };
  let taken = 0;
  const refresh = async () => {
    stream.next((taken += 1));
    const asked = page.waitForResponse((answer) => /\/snapshots\//.test(answer.url()));
    await page.clock.runFor((REFRESH + 1) * 1000);
    await asked;
    await look();
  };
  /** Goes on until the page of the beginning is shown, so that like is compared with like, and tells what is in memory. */
  const weigh = async () => {
    for (let tries = 0; shown !== first && tries < 2000; tries++) {
      await page.clock.runFor(10_000);
      await look();
    }
    // What is kept for good is what is there every time: the answer of the last request, for one, goes a little later.
    const weighed = [];
    for (let time = 0; time < 5; time++) {
      await page.clock.runFor(1_000);
      await session.send("HeapProfiler.collectGarbage");
      weighed.push({ ...(await metrics()), wasmMemory: await page.evaluate(wasmMemory) });
    }
    return Object.fromEntries(COUNTS.map(([, key]) => [key, Math.min(...weighed.map((each) => each[key]))]));
  };

  for (let count = 0; count < SETTLED; count++) await refresh();
  const early = await weigh();
  let work = 0;
  for (let count = SETTLED; count < REFRESHES; count++) {
    const before = (await metrics()).TaskDuration;
    await refresh();
    work += (await metrics()).TaskDuration - before;
    if (count % 100 === 0) process.stderr.write(".");
  }
  const late = await weigh();
  // The same steps of the clock while nothing newer is published.
  const before = (await metrics()).TaskDuration;
  for (let count = 0; count < SETTLED; count++) await page.clock.runFor((REFRESH + 1) * 1000);
  const idle = (await metrics()).TaskDuration - before;
  await context.close();

  const ms = (seconds) => (seconds * 1000).toFixed(1);
  const change = (before, after) => `${(((after - before) / before) * 100).toFixed(1)} %`;
  return [
    `| a wall left alone | after ${SETTLED} refreshes | after ${REFRESHES}, ${rotations} rotations | change |`,
    "| --- | ---: | ---: | ---: |",
    ...COUNTS.map(([name, key, write]) => `| ${name} | ${write(early[key])} | ${write(late[key])} | ${change(early[key], late[key])} |`),
    `| main thread per ${REFRESH + 1} s of the wall's clock with new data, ms | | ${ms(work / (REFRESHES - SETTLED))} | |`,
    `| the same while nothing newer is published: clock, looking, pages, ms | | ${ms(idle / SETTLED)} | |`,
  ].join("\n");
}
