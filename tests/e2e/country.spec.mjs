// A second district entirely from data: another country, other names, another rule, and as many wards as a country has.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { publishCountry, serveCountry } from "./support/country.mjs";
import { only, query } from "./support/pages.mjs";

only(test, "desktop");
// One worker publishes the country, once.
test.describe.configure({ mode: "default" });

const WARDS = 3000;
const FOREIGN = /瓯海|温州|Ouhai|Wenzhou|330304/;
let folder;

test.beforeAll(() => {
  test.setTimeout(300_000);
  folder = publishCountry(WARDS);
});
test.beforeEach(({ page, baseURL }) => serveCountry(page, folder, baseURL));

for (const [lang, name, ward] of [["zh-CN", "阿尔兰", "青岚里"], ["en", "Aldland", "Alabury"]]) {
  test(`it is shown with every ward and nothing of another district (${lang})`, async ({ open, page }) => {
    test.slow();
    await open(query({ lang }));
    await expect(page).toHaveTitle(new RegExp(name));
    await expect(page.locator("[data-map=small] path.area")).toHaveCount(WARDS);
    expect(await page.locator("body").innerText()).not.toMatch(FOREIGN);
    await open(query({ lang, view: "map" }));
    await expect(page.locator("[data-map] canvas").first()).toBeVisible();
    const words = await page.locator("body").innerText();
    expect(words).toContain(ward);
    expect(words).not.toMatch(FOREIGN);
    await expect(page.locator("[data-finding]")).toHaveCount(0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^(导出|Export) PNG$/ }).click(),
    ]);
    const picture = readFileSync(await download.path());
    expect(picture.readUInt32BE(16), "twice as wide as it is laid out").toBe(2400);
    expect(picture.length, "with its wards").toBeGreaterThan(200_000);
  });
}
