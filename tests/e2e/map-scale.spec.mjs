// The map with many sites: every one of them in a mark, and what a click on a mark of several does.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { only, query } from "./support/pages.mjs";
import { Publication } from "./support/publication.mjs";

only(test, "desktop");

const EDITION = "2022-06";
const PAGE = query({ view: "map", snapshot: EDITION, lang: "zh-CN" });

const it = test.extend({
  /** Opens the map with sites at the places that are given as shares of the district's extent, from its middle; tells that. */
  openWith: async ({ page, open, request, baseURL }, use) => {
    const publication = await Publication.read(request, baseURL);
    const district = await publication.content(publication.layer("district"));
    const points = district.features.flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === "Polygon" ? 1 : 2));
    const [lons, lats] = [0, 1].map((side) => points.map((point) => point[side]).sort((a, b) => a - b));
    const [x, y] = [lons, lats].map((all) => (all[0] + all.at(-1)) / 2);
    const [wide, high] = [lons, lats].map((all) => all.at(-1) - all[0]);
    await use(async (/** @type {[number, number][]} */ places) => {
      await publication.replace(publication.entry(EDITION), (edition) => {
        const domains = edition.domains.map(({ id }) => id);
        edition.sites = places.map(([east, north], number) => ({
          id: `x-${number}`, name: { zh: `第${number}处`, en: `Place ${number}` }, category: "other",
          domain: domains[number % domains.length], at: [x + east * wide, y + north * high], precision: "exact",
        }));
        edition.projects.forEach((project) => delete project.site);
        edition.notices = [];
      });
      await publication.serve(page);
      await open(PAGE);
      await expect(page.locator(".map-frame [data-drawn=true] canvas").first()).toBeVisible();
      await expect(page.locator(".map-frame")).toHaveAttribute("data-marks", String(places.length));
      return [x, y];
    });
  },
});

/** Clicks on a place in degrees, where ECharts says that it is. */
async function clickOn(page, place) {
  const chart = page.locator(".map-frame .chart");
  await page.waitForTimeout(300);
  const [x, y] = await chart.evaluate(async (element, place) => {
    const echarts = await import(document.querySelector("meta[name=biaogan-echarts]").content);
    return echarts.getInstanceByDom(element).convertToPixel("geo", place);
  }, place);
  await chart.click({ position: { x, y } });
}

const spread = (count, size) => Array.from({ length: count }, (_, number) => [((number % 71) / 70 - 0.5) * size, ((number % 67) / 66 - 0.5) * size]);

it("twenty thousand sites are all in marks, and come apart where the reader goes closer", async ({ page, openWith }) => {
  await openWith(spread(20_000, 0.8));
  for (let press = 0; press < 4; press++) await page.getByRole("button", { name: "放大" }).click();
  await expect.poll(async () => Number(await page.locator(".map-frame").getAttribute("data-marks"))).toBeLessThan(20_000);
  await page.getByRole("button", { name: "复原" }).click();
  await expect(page.locator(".map-frame")).toHaveAttribute("data-marks", "20000");
});

it("a click on a mark of several sites goes to where they lie", async ({ page, openWith }) => {
  const middle = await openWith([...spread(600, 0.01), ...spread(100, 0.9).slice(1)]);
  const reset = page.getByRole("button", { name: "复原" });
  await expect(reset).toBeDisabled();
  await clickOn(page, middle);
  await expect(reset).toBeEnabled();
  await expect(page.locator("[data-sites=heap]")).toHaveCount(0);
});

it("sites on one point are listed, as many at a time as can be read", async ({ page, openWith }) => {
  const middle = await openWith(Array.from({ length: 600 }, () => [0, 0]));
  await clickOn(page, middle);
  const list = page.locator("[data-sites=heap]");
  await expect(list.getByRole("heading")).toHaveText("600处地点在此一处");
  await expect(list.locator("[data-site]")).toHaveCount(400);
  await list.getByRole("button", { name: /另有200处/ }).click();
  await expect(list.locator("[data-site]")).toHaveCount(600);
});

it("the layer is to be had as GeoJSON, as a table and as a picture", async ({ page, openWith }) => {
  await openWith(spread(50, 0.5));
  const save = async (kind) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `导出 ${kind}`, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const file = await save("GeoJSON");
  expect(file.name).toBe(`biaogan-map-${EDITION}.geojson`);
  const { features } = JSON.parse(file.bytes.toString());
  expect(features.filter(({ properties }) => properties.kind === "site")).toHaveLength(50);
  const rows = (await save("CSV")).bytes.toString().trimEnd().split("\r\n");
  expect(rows).toHaveLength(features.length + 1);
  const picture = await save("PNG");
  expect(picture.bytes.readUInt32BE(16), "twice as wide as it is laid out").toBe(2400);
});
