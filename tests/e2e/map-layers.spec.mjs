// What the map shows and over what time: classes, circles, outlines, filters of sites, the slider, little maps.
import { expect, test } from "./fixtures.mjs";
import { violations } from "./support/axe.mjs";
import { TAGS, address, numbers, only, query, settled } from "./support/pages.mjs";
import { table } from "./support/plan.mjs";
import { Publication } from "./support/publication.mjs";

const MONTH = "2022-06";
const LAYER = "ind-micro-enterprises-served";
const PAGE = { view: "map", snapshot: MONTH, layer: LAYER };
const towns = table("townships");
const map = (page) => page.locator("main [data-map=large]");
const slider = (page) => map(page).getByRole("slider");
const ranges = (page) => map(page).locator("[data-legend=classes] li:not(:has(.no-data)) > span").allTextContents();
const counts = (page) => map(page).locator("[data-legend=classes] li > small").allTextContents();
const total = async (page) => (await counts(page)).flatMap(numbers).reduce((sum, count) => sum + count, 0);

/** The figures of the table below the map, by the township's name. */
async function figures(page) {
  const rows = await map(page).locator(".map-table tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  return Object.fromEntries(rows);
}

test.describe("on every screen", () => {
  for (const lang of ["zh", "en"]) {
    test(`the slider moves map, headline, legend and lists together, in ${lang}`, async ({ open, page, request, baseURL }) => {
      const publication = await Publication.read(request, baseURL);
      const { indicators } = await publication.content(publication.entry(MONTH));
      const series = indicators.find(({ id }) => id === LAYER).townships;
      await open(query({ ...PAGE, lang: TAGS[lang] }));
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await expect(slider(page)).toHaveAttribute("max", "29");
      await expect(slider(page)).toHaveValue("29");
      const before = await ranges(page);
      await map(page).locator(".map-table summary").click();
      await slider(page).focus();
      for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowLeft");
      await expect.poll(() => address(page).month).toBe("2021-06");
      await expect(slider(page)).toHaveAttribute("aria-valuetext", lang === "zh" ? "2021年6月" : "June 2021");
      await expect(page.locator("main h1")).toContainText(lang === "zh" ? "2021年6月：" : "June 2021: ");
      expect(await ranges(page), "a tone means the same in each month").toEqual(before);
      expect(await total(page)).toBe(towns.length);
      await expect(map(page).locator(".map-table table")).toBeVisible();
      const shown = await figures(page);
      for (const { code, [`name_${lang}`]: name } of towns) {
        const { from, values } = series[code];
        const value = values[(2021 - Number(from.slice(0, 4))) * 12 + 6 - Number(from.slice(5, 7))];
        expect.soft(numbers(shown[name])[0], name).toBe(value?.value ?? value);
      }
      expect(asked.filter((url) => /data\//.test(url)), "nothing is fetched for a month").toEqual([]);
      await page.reload();
      await settled(page);
      await expect(slider(page)).toHaveValue("17");
      await slider(page).focus();
      await page.keyboard.press("End");
      await expect.poll(() => address(page).month).toBeUndefined();
    });
  }

  test("little maps: one for each year or month, in one legend, each a link to its month", async ({ open, page }) => {
    await open(query({ ...PAGE, as: "small" }));
    const small = map(page).locator(".map-multiples a");
    await expect(small).toHaveCount(3);
    await expect(map(page).locator("canvas")).toHaveCount(0);
    const legend = await ranges(page);
    await page.getByRole("group", { name: "每图" }).getByRole("button", { name: "每月" }).click();
    await expect(small).toHaveCount(30);
    expect(address(page)).toEqual({ ...PAGE, as: "small", every: "month" });
    expect(await ranges(page)).toEqual(legend);
    await expect(small.first().locator("use.area")).toHaveCount(towns.length);
    await map(page).locator(".map-table summary").click();
    await expect(map(page).locator(".map-table tbody tr")).toHaveCount(towns.length);
    await expect(map(page).locator(".map-table thead th")).toHaveCount(31);
    expect(await violations(page)).toEqual([]);
    await small.nth(5).click();
    await expect.poll(() => address(page).month).toBe("2020-06");
    expect(address(page).as).toBeUndefined();
    await expect(slider(page)).toHaveValue("5");
    expect(await ranges(page), "the large map has the same classes").toEqual(legend);
    await page.goBack();
    await expect(small).toHaveCount(30);
  });

  test("nothing is wider than the screen", async ({ open, page }) => {
    for (const more of [{}, { as: "small", every: "month" }, { as: "symbols", outline: "light" }]) {
      await open(query({ ...PAGE, ...more, lang: "en" }));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(over, JSON.stringify(more)).toBeLessThanOrEqual(0);
    }
  });
});

test.describe("on a desktop", () => {
  only(test, "desktop");

  test("each way of classing has a legend that counts every township, and stands in the address", async ({ open, page }) => {
    await open(query(PAGE));
    const choice = page.getByLabel("分级");
    const legends = new Set();
    for (const way of ["natural", "quantile", "equal"]) {
      await choice.selectOption(way);
      await expect.poll(() => address(page).classes ?? "natural").toBe(way);
      expect(await total(page), way).toBe(towns.length);
      legends.add((await ranges(page)).join());
    }
    expect(legends.size).toBe(3);
    await page.reload();
    await settled(page);
    await expect(choice).toHaveValue("equal");
    await open(query({ ...PAGE, classes: "rainbow" }));
    await expect(choice).toHaveValue("natural");
    // The district's target is no township's: there is no such choice for what adds up.
    await expect(choice.locator("option")).toHaveCount(3);
  });

  test("playing goes through the months and stops at the last", async ({ open, page }) => {
    await open(query({ ...PAGE, month: "2022-03" }));
    await page.getByRole("button", { name: "播放" }).click();
    await expect(page.getByRole("button", { name: "暂停" })).toBeVisible();
    await expect(slider(page)).toHaveValue("29");
    await expect(page.getByRole("button", { name: "播放" })).toBeVisible();
    expect(address(page).month).toBeUndefined();
    // From the end it begins anew, and can be stopped.
    await page.getByRole("button", { name: "播放" }).click();
    await expect.poll(() => address(page).month).toMatch(/^2020-/);
    await page.getByRole("button", { name: "暂停" }).click();
    const { month } = address(page);
    await page.waitForTimeout(1200);
    expect(address(page).month).toBe(month);
  });

  test("who asks for less motion steps instead", async ({ open, page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(query({ ...PAGE, month: "2021-03" }));
    await page.getByRole("button", { name: "逐月" }).click();
    await expect.poll(() => address(page).month).toBe("2021-04");
    await page.waitForTimeout(1200);
    expect(address(page).month).toBe("2021-04");
    await page.getByRole("button", { name: "上一月" }).click();
    await expect.poll(() => address(page).month).toBe("2021-03");
  });

  test("a month without figures is hatched with its reason, never zero", async ({ open, page }) => {
    await open(query({ ...PAGE, layer: "ind-5g-base-stations", month: "2020-02" }));
    await map(page).locator(".map-table summary").click();
    const shown = await figures(page);
    const town = towns.find(({ code }) => code === "330304108").name_zh;
    expect(shown[town]).not.toMatch(/^\s*0/);
    expect(shown[town]).toMatch(/\p{sc=Han}/u);
    await expect(map(page).locator("[data-legend=classes] .no-data")).toHaveCount(1);
    await expect(page.locator("main h1")).toContainText(/不采集|未报/);
  });

  test("circles stand for sizes, with a legend of nested ones", async ({ open, page }) => {
    await open(query(PAGE));
    await page.getByRole("group", { name: "画法" }).getByRole("button", { name: "圆" }).click();
    await expect.poll(() => address(page).as).toBe("symbols");
    const legend = map(page).locator("svg.map-circles");
    await expect(legend.locator("circle")).toHaveCount(3);
    const sizes = await legend.evaluate((svg) => [...svg.querySelectorAll("circle")].map((circle, at) =>
      [Number(circle.getAttribute("r")), Number(svg.querySelectorAll("text")[at].textContent)]));
    const [[most, figure], ...others] = sizes;
    for (const [radius, other] of others) expect((radius / most) ** 2).toBeCloseTo(other / figure, 1);
    await expect(page.getByLabel("分级"), "there are no classes").toHaveCount(0);
  });

  test("townships are outlined in the light of what is carried out there, with the counts beside it", async ({ open, page }) => {
    await open(query(PAGE));
    await page.getByLabel("以灯描边").check();
    await expect.poll(() => address(page).outline).toBe("light");
    const legend = map(page).locator("[data-legend=lights]");
    await expect(legend).toContainText(/[红黄绿灰未]/);
    await expect(legend.locator("li svg.light").first()).toBeVisible();
    await page.getByLabel("以灯描边").uncheck();
    await expect(legend).toHaveCount(0);
  });

  test("sites of a category, and of a light, stand alone", async ({ open, page }) => {
    const placed = table("sites").filter((site) => site.lon);
    const listed = page.locator('[data-sites="placed"] [data-site]');
    await open(query(PAGE));
    await expect(listed).toHaveCount(placed.length);
    await page.getByLabel("类别").selectOption("business-district");
    const some = placed.filter((site) => site.category === "business-district");
    await expect(listed).toHaveCount(some.length);
    expect(address(page).category).toBe("business-district");
    await page.getByLabel("类别").selectOption("");
    await expect(listed).toHaveCount(placed.length);
    const light = page.getByLabel("目标的灯");
    const codes = await light.locator("option").evaluateAll((options) => options.map(({ value, textContent }) => [value, textContent]));
    for (const [code, text] of codes.slice(1)) {
      await light.selectOption(code);
      await expect(listed, code).toHaveCount(numbers(text)[0]);
    }
  });

  test("axe finds nothing in any of its faces", async ({ open, page }) => {
    test.setTimeout(120_000);
    for (const theme of ["light", "dark", "contrast"]) {
      for (const more of [{ month: "2021-06" }, { as: "symbols", outline: "light" }, { as: "small" }]) {
        await open(query({ ...PAGE, ...more, theme }));
        expect.soft(await violations(page, undefined, false), `${theme} ${JSON.stringify(more)}`).toEqual([]);
      }
    }
  });
});
