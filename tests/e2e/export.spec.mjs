// The frame of a chart: picture or table, files of both, and the keys that lead through the months.
import AxeBuilder from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { TAGS, address, numbers, only, query, settled } from "./support/pages.mjs";

const GOAL = "ind-online-retail-sales";
const PAGE = { view: "indicator", id: GOAL, snapshot: "2022-06" };
const figure = (page) => page.locator('figure[data-chart="trend"]');
const drawn = (page) => expect(figure(page).locator('[data-drawn="true"] canvas').first()).toBeVisible();

/** Presses an export's button and gives the name and the bytes of what is saved. */
async function save(page, kind) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure(page).getByRole("button", { name: new RegExp(`(导出|Export) ${kind}$`) }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The cells of a line of CSV. */
const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);

/** The screen's table, cell by cell. */
const screen = (page) => figure(page).locator("tbody tr").evaluateAll((rows) =>
  rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));

const segment = (page, name) => figure(page).getByRole("button", { name, exact: true });

test.describe("files", () => {
  only(test, "desktop");

  for (const lang of ["zh", "en"]) {
    test(`a table as CSV, in ${lang}: every row of the screen, its figures and its mark`, async ({ open, page }) => {
      await open(query({ ...PAGE, lang: TAGS[lang] }));
      const { name, bytes } = await save(page, "CSV");
      expect(name).toBe(`biaogan-${GOAL}-2022-06.csv`);
      expect([...bytes.subarray(0, 3)], "a byte-order mark").toEqual([0xef, 0xbb, 0xbf]);
        const [head, ...rows] = bytes.subarray(3).toString().trimEnd().split("\r\n").map(cells);
      expect(head[1]).toContain(lang === "zh" ? "亿元" : "CNY bn");
      await segment(page, lang === "zh" ? "表" : "Table").click();
      const seen = await screen(page);
      expect(rows).toHaveLength(seen.length);
      for (const [index, row] of rows.entries()) {
        const [, actual, plan, difference, light] = seen[index];
        const shown = [actual, plan, difference].map((text) => [numbers(text.replace("+", ""))[0], (text.split(".")[1] ?? "").length]);
        for (const [column, [value, decimals]] of shown.entries()) {
          expect.soft(Number(row[column + 1]), `${row}`).toBeCloseTo(value, decimals);
        }
        expect.soft(row[4].replaceAll(" ", "")).toBe(light.replaceAll(" ", ""));
        expect.soft(row.at(-1)).toBe(lang === "zh" ? "演示数据" : "Demo data");
      }
      await expect(figure(page).locator(".export-said")).toContainText(name);
    });
  }

  test("a table as a workbook; what writes it is fetched when it is asked for", async ({ open, page }) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(request.url()));
    await open(query(PAGE));
    await drawn(page);
    expect(fetched.filter((url) => url.includes("workbook"))).toEqual([]);
    const { name, bytes } = await save(page, "XLSX");
    expect(name).toBe(`biaogan-${GOAL}-2022-06.xlsx`);
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
    expect(bytes.length).toBeGreaterThan(5_000);
    expect(fetched.filter((url) => /split_workbook-\w+\.wasm$/.test(url))).toHaveLength(1);
  });

  test("without what writes it there is no workbook, which is said, and another try helps", async ({ open, page, problems }) => {
    problems.allow(/split_workbook/, /Failed to fetch/);
    await open(query(PAGE));
    await page.route("**/split_workbook*", (route) => route.abort());
    await figure(page).getByRole("button", { name: "导出 XLSX" }).click();
    await expect(figure(page).locator(".export-said")).toHaveText("没有导出，请再试一次。");
    await page.unroute("**/split_workbook*");
    expect((await save(page, "XLSX")).bytes.length).toBeGreaterThan(5_000);
  });

  test("a chart as an SVG picture: its words are in it, as words", async ({ open, page, context }) => {
    await open(query(PAGE));
    await drawn(page);
    const { name, bytes } = await save(page, "SVG");
    expect(name).toBe(`biaogan-${GOAL}-2022-06.svg`);
    // The page's own policy would be asked about the file's styles.
    const elsewhere = await context.newPage();
    const { words, width, height, wrong } = await elsewhere.evaluate((svg) => {
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
      const root = parsed.documentElement;
      return {
        words: [...parsed.querySelectorAll("text")].map((text) => text.textContent).join(""),
        width: root.getAttribute("width"), height: root.getAttribute("height"),
        wrong: [...parsed.querySelectorAll("script, foreignObject, parsererror, a, image")].map((one) => one.localName),
      };
    }, bytes.toString());
    expect([width, height]).toEqual(["1200", "675"]);
    expect(wrong).toEqual([]);
    for (const text of [await page.locator("h1").innerText(), "演示数据", "截至2022年6月30日", "目标 >300亿元", new URL(page.url()).host]) {
      expect.soft(words, text).toContain(text);
    }
  });

  test("a hostile name is a word in a picture", async ({ open, page }) => {
    await open(query(PAGE));
    const svg = await page.evaluate(async () => {
      const meta = document.querySelector('meta[name="biaogan-echarts"]');
      const { init } = await import(new URL(meta.content, document.baseURI).href);
      const chart = init(null, null, { renderer: "svg", ssr: true, width: 300, height: 100 });
      chart.setOption({ animation: false, graphic: [{ type: "text", style: { text: '</text><script>alert(1)</script>"&{a|b}' } }] });
      return chart.renderToSVGString();
    });
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;");
  });

  test("a chart as a PNG picture, twice as large, on the theme's ground", async ({ open, page }) => {
    const grounds = {};
    for (const theme of ["light", "dark"]) {
      await open(query({ ...PAGE, theme }));
      await drawn(page);
      const { name, bytes } = await save(page, "PNG");
      expect(name).toBe(`biaogan-${GOAL}-2022-06.png`);
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2400, 1350]);
      grounds[theme] = await page.evaluate(async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(1, 1).getContext("2d");
        canvas.drawImage(image, 0, 0);
        const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
        return `rgb(${r}, ${g}, ${b})`;
      }, bytes.toString("base64"));
      expect(grounds[theme]).toBe(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    }
    expect(grounds.light).not.toBe(grounds.dark);
  });
});

test.describe("pictures of what is no chart", () => {
  only(test, "desktop");

  const PAGES = {
    "tasks on a timeline": { view: "tasks", as: "timeline" },
    "months of what is tracked": { view: "progress" },
    "the organisation": { view: "organisation" },
  };
  const saved = async (page, kind) => {
    const button = page.locator(".list-foot").getByRole("button", { name: `导出 ${kind}` });
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  /** The words of an SVG file, read where the page's own policy is not asked about it. */
  const words = async (context, bytes) => {
    const elsewhere = await context.newPage();
    const said = await elsewhere.evaluate((svg) => {
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
      if (parsed.querySelector("parsererror, script, foreignObject, a, image")) throw new Error("not a picture");
      return parsed.documentElement.textContent;
    }, bytes.toString());
    await elsewhere.close();
    return said.replace(/\s/g, "");
  };
  const bare = (text) => text.replace(/\s/g, "");

  for (const [what, state] of Object.entries(PAGES)) {
    test(`${what}: an SVG with its words, and a PNG of the same size, twice as sharp`, async ({ open, page, context }) => {
      await open(query({ ...state, snapshot: "2022-06" }));
      const svg = await saved(page, "SVG");
      expect(svg.name).toBe(`biaogan-${state.view}-2022-06.svg`);
      const said = await words(context, svg.bytes);
      for (const text of [await page.locator("h1").innerText(), "截至2022年6月30日", new URL(page.url()).host]) {
        expect.soft(said, text).toContain(bare(text));
      }
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString());
      const png = await saved(page, "PNG");
      expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
      expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    });
  }

  test("a project's time; a project without one has no picture", async ({ open, page, context }) => {
    await open(query({ view: "projects", snapshot: "2022-06" }));
    const ids = await page.locator("[data-project]").evaluateAll((all) => all.map((one) => one.dataset.project));
    const seen = new Set();
    for (const id of ids) {
      await open(query({ view: "projects", id, snapshot: "2022-06" }));
      const timed = await page.locator(".project-time").count() > 0;
      if (seen.has(timed)) continue;
      seen.add(timed);
      await expect(page.locator(".list-foot").getByRole("button", { name: "导出 SVG" })).toHaveCount(timed ? 1 : 0);
      if (timed) {
        const said = await words(context, (await saved(page, "SVG")).bytes);
        for (const text of await page.locator(".project-time tbody th a").allTextContents()) expect.soft(said).toContain(bare(text));
      }
      if (seen.size === 2) break;
    }
    expect(seen).toContain(true);
  });

  test("the table of tasks offers no picture", async ({ open, page }) => {
    await open(query({ view: "tasks", snapshot: "2022-06" }));
    await expect(page.locator(".list-foot").getByRole("button", { name: "导出 CSV" })).toBeVisible();
    await expect(page.locator(".list-foot").getByRole("button", { name: "导出 PNG" })).toHaveCount(0);
  });
});

test("picture and table stand in each other's place", async ({ open, page }) => {
  await open(query(PAGE));
  await drawn(page);
  const canvas = figure(page).locator("canvas").first();
  await expect(segment(page, "图")).toHaveAttribute("aria-pressed", "true");
  expect(await screen(page)).toHaveLength(8);
  await segment(page, "表").click();
  await expect(segment(page, "表")).toHaveAttribute("aria-pressed", "true");
  await expect(canvas).toBeHidden();
  await expect(figure(page).locator("table")).toHaveCount(1);
  expect(await screen(page)).toHaveLength(30);
  // The address says so, and the next goal is met as a table, too.
  expect(address(page).figure).toBe("table");
  await page.reload();
  await settled(page);
  await expect(segment(page, "表")).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("navigation", { name: "前后指标" }).getByRole("link").last().click();
  await settled(page);
  await expect(segment(page, "表")).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await settled(page);
  const found = await new AxeBuilder({ page }).setLegacyMode(true).include('figure[data-chart="trend"]').analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)).toEqual([]);
  await segment(page, "图").click();
  await expect(canvas).toBeVisible();
  expect((await canvas.boundingBox()).width).toBeGreaterThan(250);
});

test.describe("by keyboard", () => {
  only(test, "desktop");

  test("the months are gone through, said, and pointed at", async ({ open, page }) => {
    await open(query(PAGE));
    await drawn(page);
    const chart = figure(page).getByRole("application");
    const said = figure(page).locator("[data-cursor]");
    await expect(chart).toHaveAccessibleDescription(/方向键逐月/);
    await chart.focus();
    await expect(said).toHaveText("");
    const before = await page.evaluate(() => scrollY);
    const before_picture = await chart.screenshot();
    await page.keyboard.press("ArrowRight");
    await expect(said).toHaveText(/^2022年6月；实际：272\.6亿元；p 初步数；序时：277\.0；未达$/);
    await page.waitForTimeout(300);
    expect((await chart.screenshot()).equals(before_picture), "the chart points at the month").toBe(false);
    for (const [key, month] of [["ArrowLeft", "2022年5月"], ["PageDown", "2021年5月"], ["Home", "2019年12月"], ["ArrowLeft", "2019年12月"],
      ["ArrowUp", "2020年1月"], ["PageUp", "2021年1月"], ["End", "2022年12月"], ["ArrowDown", "2022年11月"]]) {
      await page.keyboard.press(key);
      await expect(said, key).toHaveText(new RegExp(`^${month}`));
    }
    expect(await page.evaluate(() => scrollY), "the page stays").toBe(before);
    await page.keyboard.press("Escape");
    await expect(said).toHaveText("");
    await page.keyboard.press("ArrowLeft");
    await expect(said).toHaveText(/^2022年6月/);
    await page.keyboard.press("Tab");
    await expect(said).toHaveText("");
  });

  test("the hint is seen by who comes with the keys, and covers nothing", async ({ open, page }) => {
    await open(query(PAGE));
    const hint = figure(page).locator(".chart-hint");
    expect((await hint.boundingBox()).width).toBeLessThan(2);
    await segment(page, "表").focus();
    await page.keyboard.press("Tab");
    await expect(figure(page).getByRole("application")).toBeFocused();
    const [seen, strip] = [await hint.boundingBox(), await figure(page).locator(".strip").boundingBox()];
    expect(seen.width).toBeGreaterThan(100);
    expect(seen.y + seen.height).toBeLessThanOrEqual(strip.y + 1);
  });
});

test.describe("on the reader's screen", () => {
  only(test, "desktop");

  const pixels = (page) => figure(page).locator("canvas").first().evaluate((canvas) => canvas.width / canvas.clientWidth);

  test("the chart stays sharp when the reader zooms", async ({ open, page }) => {
    await open(query(PAGE));
    await drawn(page);
    expect(await pixels(page)).toBe(1);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setDeviceMetricsOverride", { width: 1300, height: 900, deviceScaleFactor: 2, mobile: false });
    await expect.poll(() => pixels(page)).toBe(2);
    await figure(page).getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    await expect(figure(page).locator("[data-cursor]")).toHaveText(/^2022年6月/);
    await session.send("Emulation.setDeviceMetricsOverride", { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false });
    await expect.poll(() => pixels(page)).toBe(1);
  });

  test("its letters grow with the reader's, and its colours follow", async ({ open, page }) => {
    const label = () => page.evaluate(async () => {
      const meta = document.querySelector('meta[name="biaogan-echarts"]');
      const { getInstanceByDom } = await import(new URL(meta.content, document.baseURI).href);
      return getInstanceByDom(document.querySelector(".chart"))?.getOption()?.xAxis[0].axisLabel ?? {};
    });
    const letter = async () => (await label()).fontSize;
    await open(query(PAGE));
    await expect.poll(letter).toBe(12);
    await page.locator(".display summary").click();
    await page.getByRole("button", { name: "长者模式" }).click();
    await expect.poll(letter).toBe(15);
    const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--ink2").trim());
    const before = await ink();
    await page.getByRole("combobox", { name: "配色" }).selectOption("dark");
    await expect.poll(ink).not.toBe(before);
    await expect.poll(async () => (await label()).color).toBe(await ink());
  });
});
