// A wall that is left alone: it starts without a network, through half a deployment, and when its program has stopped.
import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { test as base, expect } from "./fixtures.mjs";
import { only } from "./support/pages.mjs";
import { Site } from "./support/site.mjs";

/** Each test has a server of its own, so that it can take it away. */
const test = base.extend({
  site: async ({}, use) => {
    const site = await Site.open();
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
});
test.use({ serviceWorkers: "allow" });
only(test, "desktop");

const WALL = "?kiosk=1&lang=zh-CN&rotate=0&refresh=30";
const AWAY = [/ERR_CONNECTION_REFUSED/, /ERR_EMPTY_RESPONSE/, /ERR_FAILED/, /Failed to load resource/];
const TORN = /ERR_CONTENT_LENGTH_MISMATCH/;

const leaf = (page) => page.locator(".wall-leaf").last();
const shown = (page) => leaf(page).evaluate((it) => [it.dataset.leaf, it.dataset.part].join(" "));
const sheet = (page) => page.locator("link[rel=stylesheet]").getAttribute("href");

/** What is kept on this machine, by the name of its cache. */
const kept = (page) => page.evaluate(async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    found[name.replace(/^biaogan \S+ /, "")] = requests.map(({ url }) => url.slice(new URL(".", location).href.length));
  }
  return found;
});
const builds = async (page) => Object.entries(await kept(page)).filter(([name, files]) => name.startsWith("build ") && files.includes(""));
const data = async (page) => Object.entries(await kept(page)).find(([name]) => name.startsWith("data "))?.[1] ?? [];

/** Waits until a wall can do without its server. */
async function isKept(page, manifest = "data/index.json") {
  await expect.poll(async () => (await builds(page)).length, { timeout: 30_000 }).toBeGreaterThan(0);
  await expect.poll(async () => await data(page), { timeout: 30_000 }).toContain(manifest);
}

test("says how old its data are when it started without its server, and comes back", async ({ page, open, site, problems }) => {
  problems.allow(...AWAY);
  await open(WALL);
  const headline = await page.locator(".wall-sums h1").innerText();
  await isKept(page);
  await site.stop();

  await page.reload();
  await expect(page.locator(".wall-sums h1")).toHaveText(headline);
  await expect(page.locator("html")).toHaveAttribute("data-biaogan", "stale");
  await expect(page.locator(".wall-fresh")).toContainText(/新数据没有读到，\d\d:\d\d（.*前）核对的数据仍在屏上/);

  await site.start();
  await expect(page.locator(".wall-fresh")).toContainText(/^数据\d\d:\d\d核对/, { timeout: 32_000 });
  await expect(page.locator("html")).toHaveAttribute("data-biaogan", "ready");
});

test("starts without its server, and goes through every page", async ({ page, open, site, problems, context }) => {
  test.slow();
  problems.allow(...AWAY);
  await open(WALL);
  const headline = await page.locator(".wall-sums h1").innerText();
  await isKept(page);
  await site.stop();
  await page.reload();
  await expect(page.locator(".wall-sums h1")).toHaveText(headline);

  const anew = await context.newPage();
  await anew.goto(`${site.url}${WALL}&day=7-19`);
  await expect(anew.locator(".wall-sums h1")).toHaveText(headline);
  const seen = new Set();
  for (let now = await shown(anew); !seen.has(now); now = await shown(anew)) {
    seen.add(now);
    await expect(leaf(anew)).not.toBeEmpty();
    await anew.keyboard.press("PageDown");
    await expect.poll(() => shown(anew)).not.toBe(now);
  }
  expect(seen.size).toBeGreaterThan(8);
  await expect(anew.getByRole("alert")).toHaveCount(0);
});

test("starts without its server where the address names other data, and an edition of them", async ({ page, open, site, problems }) => {
  problems.allow(...AWAY);
  cpSync(path.join(site.dir, "data"), path.join(site.dir, "other/place"), { recursive: true });
  rmSync(path.join(site.dir, "data"), { recursive: true });
  await open(`${WALL}&data=other/place/index.json&snapshot=2021-06`);
  const headline = await page.locator(".wall-sums h1").innerText();
  await isKept(page, "other/place/index.json");
  const editions = (await data(page)).filter((name) => name.includes("/snapshots/")).map((name) => name.match(/\d{4}-\d\d/)[0]);
  const newest = JSON.parse(site.read("other/place/index.json")).snapshots.map(({ id }) => id).sort().at(-1);
  expect(editions.sort()).toEqual(["2021-05", "2021-06", newest]);
  await site.stop();
  await page.reload();
  await expect(page.locator(".wall-sums h1")).toHaveText(headline);
});

test("a page without a wall registers nothing, and keeps out of what a wall has registered", async ({ page, open, site, problems }) => {
  problems.allow(...AWAY);
  const registered = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await open("?lang=zh-CN");
  await page.waitForTimeout(7_000);
  expect(await registered()).toBe(0);
  expect(await kept(page)).toEqual({});
  await open(WALL);
  await isKept(page);
  const before = await kept(page);
  await open("?lang=zh-CN&view=tasks");
  expect(await registered()).toBe(1);
  await expect(page.locator("tr[data-task]").first()).toBeVisible();
  expect(await kept(page)).toEqual(before);
  await site.stop();
  await expect(page.reload()).rejects.toThrow(/ERR_/);
});

test("a wall within a frame registers nothing, and keeps out of what a wall has registered", async ({ page, open, site }) => {
  test.slow();
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "wakeLock", { value: undefined }));
  const registered = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  const framed = async (address) => {
    await page.evaluate((src) => document.body.append(Object.assign(document.createElement("iframe"), { src })), address);
    await expect(page.frameLocator("iframe").last().locator(".wall-sums h1")).toBeVisible();
    // What watches a wall looks every five seconds.
    await page.waitForTimeout(7_000);
  };
  await open("?lang=zh-CN");
  await framed(WALL);
  expect(await registered()).toBe(0);
  expect(await kept(page)).toEqual({});
  await expect(page.frameLocator("iframe").last().locator("script[src='wall.js'], video.wall-film")).toHaveCount(0);

  await open(WALL);
  await isKept(page);
  await open("?lang=zh-CN");
  const before = await kept(page);
  cpSync(path.join(site.dir, "data"), path.join(site.dir, "other"), { recursive: true });
  await framed(`${WALL}&data=other/index.json`);
  expect(await kept(page)).toEqual(before);
});

test("keeps nothing but its own data, and forgets those of which no wall stands any more", async ({ page, open, site }) => {
  cpSync(path.join(site.dir, "data"), path.join(site.dir, "other"), { recursive: true });
  await open(`${WALL}&data=other/index.json`);
  await isKept(page, "other/index.json");
  await page.evaluate(() => fetch("schema/config.schema.json").then((answer) => answer.text()));
  await page.waitForTimeout(1_000);
  expect((await data(page)).filter((name) => !/^other\/|^config\.json$/.test(name))).toEqual([]);

  await open(WALL);
  const names = async () => Object.keys(await kept(page)).filter((name) => name.startsWith("data ")).map((name) => name.match(/\w+\/index\.json$/)?.[0]);
  await expect.poll(names, { timeout: 30_000 }).toEqual(["data/index.json"]);
});

test("a new build of which the server has only a part is not started", async ({ page, open, site, problems }) => {
  test.slow();
  problems.allow(...AWAY, TORN);
  await open(WALL);
  await isKept(page);
  const before = await sheet(page);
  site.deploy();
  const program = site.named(/_bg\.wasm$/);
  site.torn = new RegExp(`/${program}$`);

  await page.reload();
  await expect(page.locator(".wall-sums h1")).toBeVisible();
  expect(await sheet(page)).toBe(before);
  await expect.poll(() => site.asked.some((url) => url.endsWith(program))).toBe(true);
  await site.stop();
  await page.reload();
  await expect(page.locator(".wall-sums h1")).toBeVisible();
  expect(await sheet(page)).toBe(before);
  expect(await builds(page)).toHaveLength(1);

  // Whole at last, it loads itself, and what was before it goes.
  site.torn = /(?!)/;
  await site.start();
  await expect.poll(() => sheet(page).catch(() => before), { timeout: 45_000 }).not.toBe(before);
  await expect(page.locator(".wall-sums h1")).toBeVisible();
  await expect.poll(async () => (await builds(page)).length, { timeout: 40_000 }).toBe(1);
  await site.stop();
  await page.reload();
  await expect(page.locator(".wall-sums h1")).toBeVisible();
  expect(await sheet(page)).not.toBe(before);
});

test("keeps no bad file, and of the data what the manifest names", async ({ page, open, site, problems }) => {
  test.slow();
  problems.allow(...AWAY);
  await open(WALL);
  await isKept(page);
  const headline = await page.locator(".wall-sums h1").innerText();
  const [newest, before] = JSON.parse(site.read("data/index.json")).snapshots
    .sort((one, other) => (one.id < other.id ? 1 : -1)).map(({ file }) => `data/${file}`);
  const editions = async () => (await data(page)).filter((name) => name.includes("/snapshots/")).sort();
  expect(await editions()).toEqual([before, newest].sort());

  const { file, mend } = site.publishSpoilt();
  await expect.poll(() => site.asked.filter((url) => url.endsWith(file)).length, { timeout: 45_000 }).toBeGreaterThan(1);
  await site.stop();
  await page.reload();
  await expect(page.locator(".wall-sums h1")).toHaveText(headline);
  expect(await editions()).toEqual([before, newest].sort());

  mend();
  await site.start();
  await expect.poll(editions, { timeout: 45_000 }).toEqual([before, `data/${file}`].sort());
});

test.describe("a program that has stopped", () => {
  /** The program's signs come to nothing from now on. */
  const silence = (page) => page.evaluate(() => {
    window.before = true;
    Object.defineProperty(globalThis, "biaoganAlive", { get: () => 0, set() {}, configurable: true });
  });
  const isSame = (page) => page.evaluate(() => window.before === true);

  test.use({ serviceWorkers: "block" });
  test.beforeEach(({ page }) => page.clock.install());

  test("is loaded anew, and not again at once", async ({ page, open }) => {
    await open(WALL);
    await page.clock.runFor(20_000);
    await silence(page);
    await page.clock.runFor(60_000);
    expect(await isSame(page)).toBe(true);
    let anew = page.waitForEvent("load");
    await page.clock.runFor(40_000);
    await anew;
    await expect(page.locator(".wall-sums h1")).toBeVisible();

    await silence(page);
    await page.clock.runFor(95_000);
    expect(await isSame(page)).toBe(true);
    anew = page.waitForEvent("load");
    await page.clock.runFor(50_000);
    await anew;
    await expect(page.locator(".wall-sums h1")).toBeVisible();

    await silence(page);
    await page.clock.runFor(200_000);
    expect(await isSame(page)).toBe(true);
  });

  test("is loaded anew after a panic, if there is a page to be loaded", async ({ page, open, problems, site }) => {
    problems.allow(/uncaught: RuntimeError/, ...AWAY);
    await open(WALL);
    await page.clock.runFor(10_000);
    await silence(page);
    await site.stop();
    await page.evaluate(() => reportError(new WebAssembly.RuntimeError("unreachable")));
    await page.clock.runFor(30_000);
    expect(await isSame(page)).toBe(true);
    await site.start();
    const anew = page.waitForEvent("load");
    await page.clock.runFor(10_000);
    await anew;
    await expect(page.locator(".wall-sums h1")).toBeVisible();
  });

  test("is not what a machine that slept, or a wall that was left, looks like", async ({ page, open }) => {
    await open(WALL);
    await page.clock.runFor(10_000);
    await silence(page);
    for (let hour = 0; hour < 5; hour++) await page.clock.fastForward(3_600_000);
    await page.clock.runFor(20_000);
    expect(await isSame(page)).toBe(true);
    await page.keyboard.press("Escape");
    await page.clock.runFor(200_000);
    expect(await isSame(page)).toBe(true);
  });
});

test("keeps the screen on by a film where the browser has no lock to give", async ({ page, open }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "wakeLock", { value: undefined }));
  await open(WALL);
  const film = page.locator("video.wall-film");
  await expect.poll(() => film.evaluate(({ paused, readyState }) => !paused && readyState > 1)).toBe(true);
  expect(await film.evaluate((film) => [film.clientWidth, film.clientHeight])).toEqual([1440, 900]);
  await page.keyboard.press("Escape");
  await expect(film).toHaveCount(0);
});
