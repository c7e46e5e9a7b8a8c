// How the map is read: pointing, finding, comparing, and going over it with the keys.
import { expect, test } from "./fixtures.mjs";
import { violations } from "./support/axe.mjs";
import { clipped } from "./support/layout.mjs";
import { TAGS, address, only, query, settled } from "./support/pages.mjs";
import { table } from "./support/plan.mjs";

const MONTH = "2022-06";
const towns = table("townships");
const sites = table("sites").filter((site) => site.lon);
const named = (code) => towns.find((town) => town.code === code);
const map = (page) => page.locator('figure[data-map="large"]');
const stop = (page) => map(page).getByRole("application");
const said = (page) => map(page).locator("[data-cursor]");

/** Asks the chart itself. */
async function chart(page, ask, what) {
  const found = await map(page).locator(".chart").evaluateHandle(async (element) => {
    const meta = document.querySelector("meta[name=biaogan-echarts]");
    const { getInstanceByDom } = await import(new URL(meta.content, document.baseURI).href);
    return getInstanceByDom(element);
  });
  return found.evaluate(ask, what);
}
const drawn = (page) => expect(map(page).locator(".chart")).toHaveAttribute("data-drawn", "true");
const span = (page) => chart(page, (chart) => {
  const [[x0], [x1]] = [[120.5, 27.95], [120.6, 27.95]].map((at) => chart.convertToPixel({ geoIndex: 0 }, at));
  return Math.round(x1 - x0);
});
const pixel = (page, at) => chart(page, (chart, at) => {
  const box = chart.getDom().getBoundingClientRect();
  const [x, y] = chart.convertToPixel({ geoIndex: 0 }, at);
  return [box.x + x, box.y + y];
}, at);
/** Clicks where something is, as a hand does: the pointer is there a moment before. */
const press = async (page, { lon, lat }) => {
  const [x, y] = await pixel(page, [Number(lon), Number(lat)]);
  await page.mouse.move(x, y, { steps: 4 });
  await page.waitForTimeout(300);
  await page.mouse.click(x, y);
};
const opened = async (open, page, more = {}) => {
  await open(query({ view: "map", snapshot: MONTH, ...more }));
  await drawn(page);
};

test.describe("finding", () => {
  only(test, "desktop");
  for (const typed of ["三垟", "sanyang", "syjd", "Sanyang"]) {
    test(`a township as ${typed}`, async ({ open, page }) => {
      await opened(open, page);
      const before = await span(page);
      const field = page.getByRole("combobox", { name: /在图上找/ });
      await field.fill(typed);
      await expect(page.locator("#map-found [role=option]").first()).toContainText("三垟");
      await field.press("Enter");
      const { code, lon, lat } = towns.find((town) => town.short_zh === "三垟");
      await expect.poll(() => address(page).town).toBe(code);
      await expect(page.locator(`[data-chosen-town="${code}"] h2`)).toHaveText("三垟街道");
      await expect.poll(() => span(page), "flies there").toBeGreaterThan(before * 1.2);
      const [x, y] = await pixel(page, [Number(lon), Number(lat)]);
      const box = await map(page).locator(".chart").boundingBox();
      expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(true);
      await expect(field).toBeFocused();
    });
  }

  test("a site, though another domain is shown; without motion at once", async ({ open, page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const site = sites.find((site) => site.precision === "approx-2km");
    const other = table("domains").find(({ id }) => id !== site.domain && sites.some((one) => one.domain === id));
    await opened(open, page, { domain: other.id });
    const before = await span(page);
    const field = page.getByRole("combobox", { name: /在图上找/ });
    await field.fill(site.name_zh);
    await page.locator("#map-found [role=option]").filter({ hasText: site.name_zh }).first().click();
    await expect.poll(() => address(page).id).toBe(site.id);
    expect(address(page).domain).toBeUndefined();
    await expect.poll(() => span(page)).toBeGreaterThan(before * 2);
    await field.fill("没有这个地方");
    await expect(page.locator(".map-found-none")).toContainText("没有找到");
    await field.press("Escape");
    await expect(field).toHaveValue("");
  });
});

test.describe("several townships", () => {
  only(test, "desktop");
  const [a, b] = towns;

  test("stand side by side, in the address and after a reload", async ({ open, page }) => {
    await opened(open, page, { town: `${a.code},nowhere,${b.code}` });
    const compared = page.locator(".map-compared");
    await expect(compared.locator("thead th")).toHaveCount(4);
    for (const { name_zh } of [a, b]) await expect(compared.locator("thead")).toContainText(name_zh);
    await expect(compared.locator("tbody tr:first-child svg[role=img]")).toHaveCount(2);
    const rows = await page.locator(".map-table tbody tr").evaluateAll((rows) =>
      rows.map((row) => [row.dataset.town, row.querySelector("td").textContent]));
    const shown = await compared.locator("tr.is-shown td").allInnerTexts();
    for (const [at, { code }] of [a, b].entries()) {
      const [, figure] = rows.find(([town]) => town === code);
      expect(shown[at], code).toContain(figure);
    }
    await compared.getByRole("link", { name: `不再比较${a.name_zh}` }).click();
    await expect.poll(() => address(page).town, "what is unknown is nobody's to let go").toBe(`nowhere,${b.code}`);
    await expect(compared).toHaveCount(0);
    await expect(page.locator(`[data-chosen-town="${b.code}"]`)).toBeVisible();
  });

  test("are chosen with Ctrl, in the table and in the panel", async ({ open, page }) => {
    const free = towns.filter(({ code }) => !sites.some((site) => site.township === code));
    const [first, second] = free;
    await opened(open, page);
    await map(page).locator("canvas").first().scrollIntoViewIfNeeded();
    await press(page, first);
    await expect.poll(() => address(page).town).toBe(first.code);
    await page.keyboard.down("Control");
    await press(page, second);
    await page.keyboard.up("Control");
    await expect.poll(() => address(page).town).toBe(`${first.code},${second.code}`);
    await map(page).locator(".map-table summary").click();
    const third = towns.find(({ code }) => code !== first.code && code !== second.code);
    await page.locator(`.map-table tr[data-town="${third.code}"]`).getByRole("checkbox").check();
    await expect.poll(() => address(page).town).toBe(`${first.code},${second.code},${third.code}`);
    await page.getByRole("link", { name: "全部取消" }).click();
    await expect.poll(() => address(page).town).toBeUndefined();
  });
});

test.describe("pointing", () => {
  only(test, "desktop");

  test("at a row outlines its place, at a place its row", async ({ open, page }) => {
    await opened(open, page);
    const emphasised = () => chart(page, (chart) => {
      const found = [];
      chart.getZr().storage.getDisplayList(true).forEach((shape) => {
        if (shape.currentStates?.includes("emphasis")) found.push(shape.type);
      });
      return found.length;
    });
    expect(await emphasised()).toBe(0);
    const row = page.locator('[data-sites="placed"] h3[data-town]').first();
    await row.hover();
    await expect(row).toHaveClass(/is-pointed/);
    await expect.poll(emphasised, "a township").toBeGreaterThan(0);
    await page.mouse.move(2, 2);
    await expect.poll(emphasised).toBe(0);
    await page.locator('[data-sites="placed"] [data-site] a').first().focus();
    await expect.poll(emphasised, "a site").toBeGreaterThan(0);

    const town = towns.find(({ code }) => !sites.some((site) => site.township === code));
    await map(page).locator(".map-table summary").click();
    await map(page).locator("canvas").first().scrollIntoViewIfNeeded();
    await page.mouse.move(...await pixel(page, [Number(town.lon), Number(town.lat)]));
    await expect(page.locator(`.map-table tr[data-town="${town.code}"]`)).toHaveClass(/is-pointed/);
  });
});

test.describe("by keyboard", () => {
  only(test, "desktop");

  test("arrows reach every township; Enter chooses, Space compares, Escape lets go", async ({ open, page }) => {
    await opened(open, page);
    await page.locator(".map-find input").focus();
    await page.keyboard.press("Tab");
    await expect(stop(page)).toBeFocused();
    await expect(said(page)).toContainText(/街道|镇/);
    const where = () => said(page).innerText();
    const reached = new Set();
    let at = await where();
    const code = (text) => towns.find(({ name_zh }) => text.startsWith(name_zh)).code;
    const keys = ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"];
    // Any way, but always the same one.
    for (let step = 0, any = 7; step < 600 && reached.size < towns.length; step++) {
      reached.add(code(at));
      any = (any * 1103515245 + 12345) % 2 ** 31;
      await page.keyboard.press(keys[Math.floor(any / 65536) % 4]);
      at = await where();
    }
    expect(reached.size).toBe(towns.length);

    const first = code(at);
    await page.keyboard.press("Enter");
    await expect.poll(() => address(page).town).toBe(first);
    await expect(said(page)).toContainText("已选中");
    await expect(stop(page)).toBeFocused();
    for (const key of keys) {
      await page.keyboard.press(key);
      if (code(await where()) !== first) break;
    }
    const second = code(await where());
    expect(second).not.toBe(first);
    await page.keyboard.press("Space");
    await expect.poll(() => address(page).town).toBe(`${first},${second}`);
    const before = await span(page);
    await page.keyboard.press("+");
    await expect.poll(() => span(page)).toBeGreaterThan(before);
    await page.keyboard.press("-");
    await expect.poll(() => span(page)).toBe(before);
    await page.keyboard.press("Escape");
    await expect.poll(() => address(page).town).toBeUndefined();
    await expect(said(page)).toBeEmpty();
  });
});

test.describe("honest", () => {
  only(test, "desktop");

  for (const lang of ["zh", "en"]) {
    test(`what is in the picture, in ${lang}`, async ({ open, page }) => {
      await opened(open, page, { lang: TAGS[lang] });
      const texts = (await chart(page, (chart) => chart.getOption().graphic[0].elements.map(({ style }) => style?.text).filter(Boolean))).join(" ");
      expect(texts).toContain(lang === "zh" ? "示意图 · 非法定界线" : "schematic");
      expect(texts).toContain("GS(2024)0650");
      expect(texts.replaceAll(/\s/g, "")).toContain(lang === "zh" ? "天地图" : "Tianditu");
      expect(texts).toContain("GeoNames");
    });
  }

  test("a township's point is drawn as no place, and has no coordinates", async ({ open, page }) => {
    const vague = sites.find((site) => site.precision === "township-centroid");
    const near = sites.find((site) => site.precision === "approx-2km");
    await opened(open, page, { id: vague.id });
    const panel = page.locator(`[data-chosen-site="${vague.id}"]`);
    await expect(panel).toContainText("只知街镇");
    await expect(panel).not.toContainText("北纬");
    await expect(panel.getByRole("link", { name: named(vague.township).name_zh })).toBeVisible();
    const edges = await chart(page, (chart) => chart.getOption().series.find(({ id }) => id === "sites").data
      .map(({ itemStyle }) => String(itemStyle.borderType)));
    expect(new Set(edges)).toEqual(new Set(["3,2.5", "solid"]));
    await opened(open, page, { id: near.id });
    const other = page.locator(`[data-chosen-site="${near.id}"]`);
    await expect(other).toContainText(/北纬\d+\.\d\d°，东经\d+\.\d\d°/);
    await expect(other).toContainText("2公里");
    for (const site of sites) {
      const row = page.locator(`[data-sites="placed"] [data-site="${site.id}"]`);
      await expect.soft(row, site.id).toContainText({ "approx-2km": "约2公里", "township-centroid": "只知街镇", exact: "准确" }[site.precision]);
    }
  });
});

test("axe finds nothing, and nothing runs over, with a site and several townships chosen", async ({ open, page, isMobile }) => {
  test.setTimeout(120_000);
  const id = sites[0].id;
  for (const lang of ["zh", "en"]) {
    for (const town of [towns[0].code, towns.slice(0, 4).map(({ code }) => code).join(",")]) {
      await opened(open, page, { lang: TAGS[lang], town, id });
      await settled(page);
      expect.soft(await violations(page), `${lang} ${town}`).toEqual([]);
      expect.soft(await page.evaluate(clipped), `${lang} ${town}`).toEqual([]);
      if (isMobile) {
        const [picture, panel] = [map(page).locator(".chart"), page.locator(".map-chosen, .map-compared").first()];
        expect((await panel.boundingBox()).y, "the map comes first").toBeGreaterThan((await picture.boundingBox()).y);
      }
    }
  }
});
