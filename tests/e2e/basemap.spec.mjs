// The street map beneath the large map: only where it is declared, under what is seen, and never in the way of the map itself.
import { expect, test } from "./fixtures.mjs";
import { violations } from "./support/axe.mjs";
import { address, only, query, settled } from "./support/pages.mjs";
import { Publication } from "./support/publication.mjs";
import { pmtiles, streets, vectors } from "./support/tiles.mjs";

const MONTH = "2022-06";
const PAGE = { view: "map", snapshot: MONTH, layer: "ind-micro-enterprises-served", lang: "zh-CN" };
const TILES = {
  kind: "tiles", url: "tiles/{z}/{x}/{y}.png", attribution: { zh: "试验街道图", en: "Street map of the test" },
  review_number: "GS(2099)0001号", max_zoom: 18,
};
const FILE = { kind: "pmtiles", url: "tiles/streets.pmtiles", attribution: TILES.attribution };
const TILE = streets();

const base = (page) => page.locator(".map-base");
const tick = (page) => page.getByRole("checkbox", { name: "底图" });
const words = (page) => page.locator(".map-base-words");

const it = test.extend({
  /** What was asked for, by address. */
  asked: async ({ page }, use) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await use(asked);
  },

  /** Opens the map with a basemap declared, whose tiles are answered by `answer`. */
  openWith: async ({ page, open, request, baseURL, problems }, use) => {
    // Without a graphics card Chromium itself reads what WebGL drew, and complains of it.
    problems.allow(/GPU stall due to ReadPixels/);
    await use(async (layers, answer = (route) => route.fulfill({ body: TILE, contentType: "image/png" }), more = {}) => {
      const publication = await Publication.read(request, baseURL);
      publication.manifest.basemap = layers;
      await publication.serve(page);
      await page.route(/\/data\/tiles\//, answer);
      await open(query({ ...PAGE, ...more }));
      await expect(page.locator(".map-frame [data-drawn=true] canvas").first()).toBeVisible();
    });
  },
});

/** Answers with the part of a file that is asked for. */
const parts = (file) => (route) => {
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(route.request().headers().range);
  const body = file.subarray(Number(from), Number(to) + 1);
  return route.fulfill({ status: 206, body, contentType: "application/octet-stream", headers: { "Content-Range": `bytes ${from}-${Number(from) + body.length - 1}/${file.length}` } });
};

/** By how many pixels the corners of the street map lie beside those of the map. */
async function misfit(page) {
  return page.evaluate(async () => {
    const { getInstanceByDom } = await import(new URL(document.querySelector("meta[name=biaogan-echarts]").content, document.baseURI).href);
    const chart = getInstanceByDom(document.querySelector(".map-frame .chart"));
    const [width, height] = [chart.getWidth(), chart.getHeight()];
    const { centre, zoom, stretch } = document.querySelector(".map-base").dataset;
    const [lon, lat] = centre.split(",").map(Number);
    const scale = 512 * 2 ** Number(zoom) / 360;
    const mercator = (latitude) => Math.log(Math.tan(Math.PI / 4 + latitude * Math.PI / 360)) * 180 / Math.PI;
    const beside = [[0, 0], [width, 0], [0, height], [width, height], [width / 2, height / 2]].map(([x, y]) => {
      const [east, north] = chart.convertFromPixel("geo", [x, y]);
      const at = [width / 2 + (east - lon) * scale * Number(stretch), height / 2 - (mercator(north) - mercator(lat)) * scale];
      return Math.hypot(at[0] - x, at[1] - y);
    });
    return Math.max(...beside);
  });
}

/** The colour of a pixel of the map's frame, from its upper left corner. */
async function pixel(page, x, y) {
  const box = await page.locator(".map-frame .chart").boundingBox();
  const shot = await page.screenshot({ clip: { x: box.x + x, y: box.y + y, width: 4, height: 4 } });
  return page.evaluate(async (url) => {
    const image = Object.assign(new Image(), { src: url });
    await image.decode();
    const context = Object.assign(document.createElement("canvas"), { width: 4, height: 4 }).getContext("2d");
    context.drawImage(image, 0, 0);
    return [...context.getImageData(2, 2, 1, 1).data].slice(0, 3);
  }, `data:image/png;base64,${shot.toString("base64")}`);
}

it("without a basemap nothing of MapLibre is asked for", async ({ page, open, asked }) => {
  await open(query(PAGE));
  await expect(page.locator(".map-frame [data-drawn=true] canvas").first()).toBeVisible();
  await expect(base(page)).toHaveCount(0);
  await expect(tick(page)).toHaveCount(0);
  expect(asked.filter((url) => /maplibre|config\.json/.test(url))).toEqual([]);
});

it("a declared basemap is drawn beneath the map, with whose it is and its review number", async ({ page, openWith }, { project }) => {
  await openWith([TILES]);
  await expect(base(page)).toHaveAttribute("data-basemap", "shown");
  await expect(words(page)).toHaveText("底图：试验街道图，审图号：GS(2099)0001号");
  await expect(base(page)).toHaveCSS("pointer-events", "none");
  expect(await misfit(page)).toBeLessThan(1);
  if (project.name !== "desktop") return;
  expect(await violations(page)).toEqual([]);
  // The map itself hears pointer and keys as ever.
  const role = page.getByRole("application").or(page.locator(".map-frame [tabindex='0']")).first();
  await role.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page).town).toBeTruthy();
});

test.describe("on a desktop", () => {
  only(test, "desktop");

  it("it stays under the map while that is zoomed, dragged and made smaller", async ({ page, openWith, problems }) => {
    await openWith([TILES]);
    await expect(base(page)).toHaveAttribute("data-basemap", "shown");
    const zoom = async () => Number(await base(page).getAttribute("data-zoom"));
    const before = await zoom();
    for (let press = 0; press < 3; press++) await page.getByRole("button", { name: "放大" }).click();
    await expect.poll(zoom).toBeGreaterThan(before + 1.5);
    expect(await misfit(page)).toBeLessThan(1);
    const centre = await base(page).getAttribute("data-centre");
    const box = await page.locator(".map-frame .chart").boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 140, y + 90, { steps: 8 });
    await page.mouse.up();
    await expect(base(page)).not.toHaveAttribute("data-centre", centre);
    expect(await misfit(page)).toBeLessThan(1);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => misfit(page)).toBeLessThan(1);
    await page.setViewportSize({ width: 1200, height: 900 });
    await expect.poll(() => misfit(page)).toBeLessThan(1);
    await page.getByRole("button", { name: "复原" }).click();
    await expect.poll(zoom).toBeLessThan(before + 0.1);
    await expect.poll(() => misfit(page)).toBeLessThan(1);
    expect(problems.unexpected).toEqual([]);
  });

  it("the tick and the address show it and leave it out", async ({ page, openWith, asked }) => {
    await openWith([TILES], undefined, { base: "off" });
    await expect(tick(page)).not.toBeChecked();
    await expect(base(page)).toHaveCount(0);
    expect(asked.filter((url) => /maplibre|\/tiles\//.test(url))).toEqual([]);
    const plain = await pixel(page, 6, 6);
    await tick(page).check();
    await expect(base(page)).toHaveAttribute("data-basemap", "shown");
    expect(address(page).base).toBeUndefined();
    await expect.poll(() => pixel(page, 6, 6)).not.toEqual(plain);
    await tick(page).uncheck();
    await expect(base(page)).toHaveCount(0);
    expect(address(page).base).toBe("off");
    await expect(words(page)).toHaveText("");
    await expect.poll(() => pixel(page, 6, 6)).toEqual(plain);
    await page.reload();
    await settled(page);
    await expect(tick(page)).not.toBeChecked();
  });

  it("a PMTiles file on the same host will do", async ({ page, openWith, asked }) => {
    await openWith([FILE], parts(pmtiles(TILE)));
    await expect(base(page)).toHaveAttribute("data-basemap", "shown");
    expect(asked.filter((url) => url.endsWith("streets.pmtiles")).length).toBeGreaterThan(1);
    expect(await misfit(page)).toBeLessThan(1);
  });

  it("so will one of vectors, which are drawn in the page's colours", async ({ page, openWith }) => {
    await openWith([FILE], parts(pmtiles(vectors(), { kind: 1 })));
    await expect(base(page)).toHaveAttribute("data-basemap", "shown");
    const row = () => Promise.all([20, 120, 220, 320, 420, 520].map((x) => pixel(page, x, 20)));
    await expect.poll(async () => new Set((await row()).map(String)).size, "water and land").toBeGreaterThan(1);
  });

  it("in the dark it is dark", async ({ page, openWith }) => {
    await openWith([TILES], undefined, { theme: "dark" });
    await expect(base(page)).toHaveAttribute("data-basemap", "shown");
    await expect.poll(async () => Math.max(...await pixel(page, 6, 6))).toBeLessThan(140);
  });

  const failures = {
    "answers 500": (route) => route.fulfill({ status: 500 }),
    "knows none of the tiles": (route) => route.fulfill({ status: 404 }),
    "is away": (route) => route.abort("connectionrefused"),
    "answers with a page": (route) => route.fulfill({ body: "<!doctype html>", contentType: "text/html" }),
  };
  for (const [how, answer] of Object.entries(failures)) {
    it(`the map stands as without it when the server ${how}`, async ({ page, openWith, problems }) => {
      problems.allow(/\/data\/tiles\//);
      await openWith([TILES], answer);
      await expect(base(page)).toHaveAttribute("data-basemap", "away");
      await expect(words(page)).toHaveText("底图暂时取不到，专题图照常显示。");
      await expect(words(page)).toBeVisible();
      await expect(page.locator(".map-frame.is-base")).toHaveCount(0);
    });
  }

  for (const [what, file] of [["no PMTiles file", Buffer.from("no such file here")], ["cut off", pmtiles(TILE).subarray(0, 90)], ["another kind of file", streets(16)]]) {
    it(`the map stands as without it when the file is ${what}`, async ({ page, openWith }) => {
      await openWith([FILE], parts(file));
      await expect(base(page)).toHaveAttribute("data-basemap", "away");
      await expect(words(page)).toHaveText("底图暂时取不到，专题图照常显示。");
      await expect(words(page)).toBeVisible();
    });
  }

  it("the map stands as without it where the browser has no WebGL", async ({ page, openWith }) => {
    await page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        return /webgl/.test(kind) ? null : getContext.call(this, kind, ...more);
      };
    });
    await openWith([TILES]);
    await expect(base(page)).toHaveAttribute("data-basemap", "away");
    await expect(page.locator(".map-frame.is-base")).toHaveCount(0);
  });

  it("a basemap that cannot be drawn is a finding, and no basemap", async ({ page, openWith, asked }) => {
    await openWith([{ ...TILES, crs: "GCJ-02" }]);
    await expect(tick(page)).toHaveCount(0);
    await expect(base(page)).toHaveCount(0);
    expect(asked.filter((url) => /maplibre|\/tiles\//.test(url))).toEqual([]);
  });

  it("the key comes from the deployment, and without one no tile is asked for", async ({ page, openWith, asked }) => {
    const keyed = { ...TILES, url: `${TILES.url}?tk={key}` };
    await openWith([keyed]);
    await expect(base(page)).toHaveAttribute("data-basemap", "keyless");
    await expect(words(page)).toContainText("config.json");
    expect(asked.filter((url) => /maplibre|\/tiles\//.test(url))).toEqual([]);
    await page.route(/\/config\.json/, (route) => route.fulfill({ json: { schema: 1, basemap: { key: "0123abcd" } } }));
    await page.reload();
    await settled(page);
    await expect(base(page)).toHaveAttribute("data-basemap", "shown");
    expect(asked.some((url) => /\/tiles\/.*\?tk=0123abcd$/.test(url))).toBe(true);
  });
});
