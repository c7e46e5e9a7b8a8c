// Inside other pages: pieces and what travels with them, heights, messages, and the element that brings them.
import { serve } from "../../tools/serve.mjs";
import { fileURLToPath } from "node:url";
import { expect, places, test } from "./fixtures.mjs";
import { violations } from "./support/axe.mjs";
import { clipped } from "./support/layout.mjs";
import { TAGS, only, query, settled } from "./support/pages.mjs";
import { portal } from "./support/portal.mjs";
import { GOAL } from "./support/views.mjs";

only(test, "desktop");

const MONTH = "2022-06";
const PIECES = {
  "a card": { view: "indicator", id: GOAL, embed: "card", snapshot: MONTH },
  "a chart": { view: "indicator", id: GOAL, embed: "chart", snapshot: MONTH },
  "a milestone's chart": { view: "indicator", id: "ind-dragon-boat-base", embed: "chart", snapshot: MONTH },
  "a goal's figures": { view: "indicator", id: GOAL, embed: "table", snapshot: MONTH },
  "the map": { view: "map", embed: "map", snapshot: MONTH },
  "the small map": { view: "overview", embed: "map", snapshot: MONTH },
  "the tasks": { view: "tasks", embed: "table", snapshot: MONTH },
  "the goals": { view: "indicators", embed: "table", snapshot: MONTH },
  "the progress": { view: "progress", embed: "table", snapshot: MONTH },
};

const element = (page, at = 0) => page.locator("biaogan-embed").nth(at);
const frame = (page, at = 0) => element(page, at).locator("iframe").contentFrame();
const root = (page, at = 0) => frame(page, at).locator("html");
const visit = (page, name) => page.goto(places().portal + name);

/** Puts elements with these attributes on a page of the portal that has none. */
async function embed(page, ...all) {
  await visit(page, "empty.html");
  await page.evaluate((all) => {
    for (const attributes of all) {
      const element = document.createElement("biaogan-embed");
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.querySelector("main").append(element);
    }
  }, all);
}

/** How high an element's frame is, how high what it holds, and whether that would have to be scrolled. */
async function heights(page, at = 0) {
  const outside = await element(page, at).locator("iframe").evaluate((one) => one.getBoundingClientRect().height);
  const inside = await root(page, at).evaluate((one) => ({
    content: one.getBoundingClientRect().height,
    scrolls: one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth,
    bar: innerWidth - one.clientWidth,
  }));
  return { outside, ...inside };
}

async function fits(page, at = 0) {
  await expect.poll(async () => {
    const { outside, content, scrolls, bar } = await heights(page, at);
    return { off: Math.abs(outside - content) > 1, scrolls, bar };
  }, `the frame is as high as its content`).toEqual({ off: false, scrolls: false, bar: 0 });
}

test.describe("pieces", () => {
  for (const [name, state] of Object.entries(PIECES)) {
    test(`${name} carries its title, date, source, mark and a way to the whole page`, async ({ open, page }) => {
      test.setTimeout(120_000);
      for (const lang of ["zh", "en"]) {
        for (const theme of ["light", "dark", "transparent"]) {
          await open(query({ ...state, lang: TAGS[lang], theme }));
          const where = `${lang} ${theme}`;
          const piece = page.locator("[data-piece]");
          await expect.soft(page.locator("header.masthead, .colophon, .exports").filter({ visible: true }), where).toHaveCount(0);
          await expect.soft(page.getByRole("heading", { level: 1 }), where).toHaveCount(1);
          await expect.soft(piece.locator("[data-demo]").filter({ visible: true }).first(), where).toHaveText(lang === "zh" ? "演示数据" : "Demo data");
          await expect.soft(piece.locator(".piece-foot"), where).toContainText(lang === "zh" ? "截至2022年6月30日" : "As of");
          if (state.embed === "map") await expect.soft(piece, where).toContainText(lang === "zh" ? /示意图.*审图号/s : /Schematic/);
          const link = piece.locator(".piece-foot a");
          await expect.soft(link, where).toHaveAttribute("target", "_blank");
          await expect.soft(link, where).toHaveAttribute("rel", /noopener/);
          await expect.soft(link, where).toHaveAttribute("href", /^\?(?!.*(embed|hide)=)/);
          expect.soft(await page.evaluate(clipped), where).toEqual([]);
          expect.soft(await violations(page, theme === "light" ? undefined : ["color-contrast"], false), where).toEqual([]);
        }
      }
    });
  }

  test("in a narrow column nothing runs out of its box", async ({ open, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const [name, state] of Object.entries(PIECES)) {
      for (const lang of ["zh", "en"]) {
        await open(query({ ...state, lang: TAGS[lang] }));
        expect.soft(await page.evaluate(clipped), `${name} ${lang}`).toEqual([]);
      }
    }
  });

  test("a page that has no such piece is shown whole, and an unknown piece is nothing", async ({ open, page }) => {
    await open(query({ view: "about", embed: "chart" }));
    await expect(page.locator("html")).toHaveAttribute("data-embed", "1");
    await expect(page.locator(".masthead")).toHaveCount(0);
    for (const state of [{ embed: "whatever" }, { kiosk: "maybe" }]) {
      await open(query(state));
      await expect(page.locator(".masthead")).toBeVisible();
    }
  });

  test("what is hidden is hidden, and the marks are not", async ({ open, page }) => {
    const hide = "title,filters,source,mark,review";
    for (const state of [{ view: "tasks", embed: "table" }, { view: "indicator", id: GOAL, embed: "chart" }, { view: "map", embed: "map" }, { view: "map", embed: "1" }, { view: "indicators", embed: "1" }]) {
      await open(query({ ...state, snapshot: MONTH, hide }));
      const where = JSON.stringify(state);
      const box = await page.getByRole("heading", { level: 1 }).boundingBox();
      expect.soft(box.height, `${where}: a heading for those who listen only`).toBeLessThanOrEqual(1);
      await expect.soft(page.locator(".filters, .map-tools, .segments:not(.frame *), .source, .colophon").filter({ visible: true }), where).toHaveCount(0);
      await expect.soft(page.locator("[data-demo]").filter({ visible: true }).first(), where).toHaveText("演示数据");
      if (state.view === "map") await expect.soft(page.locator("[data-map]"), where).toContainText(/示意图.*审图号/s);
      if (state.embed === "chart") await expect.soft(page.locator(".frame .segments"), `${where}: the way to its table`).toBeVisible();
    }
  });

  test("a page that stands by itself hides nothing", async ({ open, page }) => {
    await open(query({ view: "indicators", hide: "title,filters,source" }));
    await expect(page.locator(".filters")).toBeVisible();
    expect((await page.locator("h1").boundingBox()).height).toBeGreaterThan(10);
  });

  test("a pinned piece says that there are newer data, and leads to them", async ({ open, page }) => {
    await open(query({ view: "indicator", id: GOAL, embed: "card", snapshot: "2022-03" }));
    const newer = page.locator(".embed-newer");
    await expect(newer).toContainText("这里固定显示2022年3月的数据，已有");
    await newer.getByRole("link").click();
    await settled(page);
    await expect(newer).toHaveCount(0);
    await expect(page).toHaveURL(/embed=card/);
    await open(query({ view: "indicator", id: GOAL, embed: "card" }));
    await expect(newer).toHaveCount(0);
  });

  test("links of a piece lead to windows of their own", async ({ open, page }) => {
    await open(query({ ...PIECES["the goals"], lang: "en" }));
    const opened = page.waitForEvent("popup");
    await page.locator(`tr[data-indicator="${GOAL}"] a`).click();
    const other = await opened;
    await settled(other);
    expect(Object.fromEntries(new URL(other.url()).searchParams)).toMatchObject({ view: "indicator", id: GOAL, lang: "en" });
    await expect(other.locator(".masthead")).toBeVisible();
    await expect(page.locator("[data-piece=table]")).toBeVisible();
  });
});

test.describe("on pages of another site", () => {
  for (const name of ["plain", "wordpress", "vue", "react"]) {
    test(`of ${name}, elements show what they are asked for, as high as it is`, async ({ page }) => {
      await visit(page, `${name}.html`);
      const count = await page.locator("biaogan-embed").count();
      for (let at = 0; at < count; at++) {
        await element(page, at).scrollIntoViewIfNeeded();
        await settled(frame(page, at));
        await fits(page, at);
        await expect(element(page, at).locator("iframe")).toHaveAttribute("title", /\S/);
        await expect(element(page, at).locator("iframe")).toHaveAttribute("aria-label", /\S/);
      }
      if (name === "vue" || name === "react") await expect(page).toHaveTitle(/·/);
      expect(await violations(page, ["frame-title", "duplicate-id-aria", "aria-valid-attr-value"])).toEqual([]);
    });
  }

  test("the frame follows the height of its content, and comes to rest", async ({ page }) => {
    await embed(page, { view: "tasks", piece: "table", snapshot: MONTH });
    await settled(frame(page));
    await fits(page);
    const before = await heights(page);
    await frame(page).getByRole("button", { name: "全部展开" }).click();
    await expect.poll(async () => (await heights(page)).content).toBeGreaterThan(before.content + 200);
    await fits(page);
    await page.setViewportSize({ width: 420, height: 900 });
    await fits(page);
    await page.evaluate(() => {
      window.told = 0;
      addEventListener("message", ({ data }) => { window.told += data?.type === "biaogan:height"; });
    });
    await page.waitForTimeout(2000);
    expect(await page.evaluate(() => window.told), "nothing changes by itself").toBe(0);
  });

  test("no page is as high as its frame", async ({ page }) => {
    for (const view of ["responsibility", "brief", "domain", "changes"]) {
      await embed(page, { view, snapshot: MONTH });
      await settled(frame(page));
      await fits(page);
      const { content } = await heights(page);
      await element(page).locator("iframe").evaluate((one) => { one.style.height = "3000px"; });
      await page.waitForTimeout(300);
      expect.soft((await heights(page)).content, view).toBe(content);
    }
  });

  test("ten of them fetch the program and every file of data once", async ({ page, problems }) => {
    test.setTimeout(120_000);
    problems.allow(/^foreign request: http:\/\/(localhost|127\.0\.0\.1):/);
    const asked = new Map();
    const dir = fileURLToPath(new URL("../../dist", import.meta.url));
    const dashboard = await serve({ dir, heard: (path, status) => { if (status === 200) asked.set(path, (asked.get(path) ?? 0) + 1); } });
    const host = await portal(dashboard.url);
    try {
      await page.goto(`${host.url}empty.html`);
      await page.evaluate((all) => {
        for (const attributes of all) {
          const element = document.createElement("biaogan-embed");
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.querySelector("main").append(element);
        }
      }, Object.values(PIECES).concat({ view: "indicator", id: "ind-5g-base-stations", piece: "card" }).map(({ embed: piece, ...rest }) => ({ piece, ...rest })));
      for (let at = 0; at < 10; at++) {
        await element(page, at).scrollIntoViewIfNeeded();
        await settled(frame(page, at));
      }
      const twice = [...asked].filter(([path, times]) => times > 1 && (/\.wasm$|\.bin$|^\/vendor\//.test(path) || /^\/data\//.test(path)));
      expect(twice).toEqual([]);
      expect([...asked.keys()].filter((path) => path.endsWith("_bg.wasm"))).toHaveLength(1);
      expect(asked.has("/config.json"), "nobody asked anything").toBe(false);
    } finally {
      await host.close();
      await dashboard.close();
    }
  });

  test("an element far from the screen waits", async ({ page }) => {
    await visit(page, "empty.html");
    await page.evaluate(() => {
      const gap = document.createElement("div");
      gap.style.height = "5000px";
      document.querySelector("main").append(gap, document.createElement("biaogan-embed"));
    });
    await page.waitForTimeout(500);
    await expect(page.locator("iframe")).toHaveCount(0);
    await page.evaluate(() => scrollTo(0, 5000));
    await settled(frame(page));
  });

  test("where the dashboard is away, a sentence and a link are there instead", async ({ page, problems }) => {
    problems.allow(/./);
    await embed(page,
      { src: "http://localhost:9/", view: "map", timeout: "0.5" },
      { src: "http://localhost:9/", lang: "en", timeout: "0.5" },
      { src: "javascript:alert(1)" });
    await expect(element(page, 0).getByRole("alert")).toHaveText("看板暂时未能载入。打开完整页面");
    await expect(element(page, 0).getByRole("link")).toHaveAttribute("href", "http://localhost:9/?view=map");
    await expect(element(page, 1).getByRole("alert")).toHaveText("The dashboard could not be loaded. Open the page");
    await expect(element(page, 2).getByRole("alert")).toHaveText("看板暂时未能载入。");
    await expect(element(page, 2).getByRole("link")).toHaveCount(0);
  });

  test("an element whose address was wrong loads when it is mended", async ({ page }) => {
    await embed(page, { src: "javascript:alert(1)", view: "indicator", record: GOAL, piece: "card", snapshot: MONTH });
    await expect(element(page).getByRole("alert")).toHaveText("看板暂时未能载入。");
    await element(page).evaluate((one) => one.removeAttribute("src"));
    await settled(frame(page));
    await expect(element(page).getByRole("alert")).toHaveCount(0);
    await fits(page);
  });

  test("a piece that does not exist is the page without what stands around it", async ({ page }) => {
    await embed(page, { view: "about", piece: "pie", snapshot: MONTH });
    await settled(frame(page));
    await expect(frame(page).locator(".masthead")).toHaveCount(0);
    await fits(page);
  });

  test("taken away and put back it shows the same again", async ({ page }) => {
    await embed(page, { view: "indicator", record: GOAL, piece: "card", snapshot: MONTH });
    await settled(frame(page));
    await page.evaluate(() => {
      const one = document.querySelector("biaogan-embed");
      one.remove();
      document.querySelector("main").prepend(one);
    });
    await settled(frame(page));
    await fits(page);
  });
});

test.describe("messages", () => {
  const allow = (page, ...origins) =>
    page.route("**/config.json", (route) => route.fulfill({ json: { schema: 1, embed: { origins } } }));

  /** Collects what the frames say, by the events of their elements. */
  const listen = (page) => page.evaluate(() => {
    window.heard = [];
    for (const name of ["ready", "select", "state", "failed"]) {
      addEventListener(`biaogan-${name}`, ({ detail }) => window.heard.push([name, detail]));
    }
  });
  const heard = (page, name) => page.evaluate((name) => window.heard.filter(([told]) => told === name).map(([, detail]) => detail), name);
  const ask = (page, message) => element(page).locator("iframe").evaluate((one, message) => one.contentWindow.postMessage(message, "*"), message);

  test("say that it is ready, what is shown and what was chosen", async ({ page }) => {
    await visit(page, "empty.html");
    await listen(page);
    await page.evaluate((attributes) => {
      const one = document.createElement("biaogan-embed");
      for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
      document.querySelector("main").append(one);
    }, { view: "indicators", snapshot: MONTH });
    await settled(frame(page));
    await expect.poll(() => heard(page, "ready")).toHaveLength(1);
    const [ready] = await heard(page, "ready");
    expect(ready).toMatchObject({ version: 1, condition: "ready", lang: "zh-CN", query: "?view=indicators&snapshot=2022-06&embed=1" });
    expect(ready.title).toContain(" · ");
    expect(ready.height).toBeGreaterThan(100);
    await frame(page).locator(`tr[data-indicator="${GOAL}"] a`).click();
    await expect.poll(() => heard(page, "select")).toMatchObject([{ kind: "indicator", id: GOAL }]);
    await expect.poll(async () => (await heard(page, "state")).at(-1)?.query).toBe(`?view=indicator&id=${GOAL}&snapshot=2022-06&embed=1`);
    await fits(page);
  });

  test("of an origin that is not listed are not obeyed", async ({ page }) => {
    await allow(page, "https://another.example");
    await embed(page, { view: "indicators", snapshot: MONTH });
    await settled(frame(page));
    await ask(page, { type: "biaogan:set", version: 1, state: { theme: "dark" } });
    await page.waitForTimeout(1000);
    await expect(root(page)).toHaveAttribute("data-theme", "auto");
  });

  test("of a listed origin are obeyed, and answered", async ({ page }) => {
    await allow(page, new URL(places().portal).origin);
    await embed(page, { view: "indicators", snapshot: MONTH });
    await settled(frame(page));
    await listen(page);
    await ask(page, { type: "biaogan:set", version: 1, state: { theme: "dark", type: "large", lang: "en" } });
    await expect(root(page)).toHaveAttribute("data-theme", "dark");
    await expect(root(page)).toHaveAttribute("data-type", "large");
    await expect(root(page)).toHaveAttribute("lang", "en");
    await ask(page, { type: "biaogan:set", version: 1, query: `?view=indicator&id=${GOAL}` });
    await expect(frame(page).locator(`article[data-indicator="${GOAL}"]`)).toBeVisible();
    await expect(frame(page).locator(".masthead"), "what is embedded stays embedded").toHaveCount(0);
    await expect.poll(async () => (await heard(page, "state")).at(-1)?.query).toBe(`?view=indicator&id=${GOAL}&embed=1`);
    expect(await heard(page, "select"), "no reader chose that").toEqual([]);
    for (const message of [{ type: "biaogan:set", version: 2, query: "" }, { type: "biaogan:set" }, "biaogan:set", null]) await ask(page, message);
    await page.waitForTimeout(300);
    await expect(frame(page).locator(`article[data-indicator="${GOAL}"]`)).toBeVisible();
  });

  test("what is wrong in the list is said", async ({ page }) => {
    await allow(page, "*");
    await embed(page, { view: "indicators", snapshot: MONTH });
    await settled(frame(page));
    await ask(page, { type: "biaogan:set", version: 1, state: { theme: "dark" } });
    await expect(frame(page).locator("[data-finding=BadValue]")).toContainText("/embed/origins/0");
    await expect(root(page)).toHaveAttribute("data-theme", "auto");
  });

  for (const listed of [true, false]) {
    test(`changed attributes change what is shown, ${listed ? "where it is allowed at once" : "else by loading anew"}`, async ({ page }) => {
      await allow(page, ...(listed ? [new URL(places().portal).origin] : []));
      await embed(page, { view: "indicators", piece: "table", snapshot: MONTH });
      await settled(frame(page));
      await root(page).evaluate(() => { window.same = true; });
      await page.evaluate(() => {
        const one = document.querySelector("biaogan-embed");
        one.setAttribute("theme", "dark");
        one.setAttribute("lang", "en");
      });
      await expect(root(page)).toHaveAttribute("data-theme", "dark", { timeout: 20_000 });
      await settled(frame(page));
      await expect(root(page)).toHaveAttribute("lang", "en");
      expect(await root(page).evaluate(() => Boolean(window.same))).toBe(listed);
      await page.waitForTimeout(8500);
      expect(await root(page).evaluate(() => Boolean(window.same)), "it is not loaded anew afterwards").toBe(listed);
      await fits(page);
    });
  }

  test("that others send in the frame's name are not heard", async ({ page }) => {
    await embed(page, { view: "indicator", record: GOAL, piece: "card", snapshot: MONTH });
    await settled(frame(page));
    await fits(page);
    const { outside } = await heights(page);
    await page.evaluate(() => postMessage({ type: "biaogan:height", version: 1, height: 9999 }, "*"));
    await page.waitForTimeout(300);
    expect((await heights(page)).outside).toBe(outside);
  });
});
