// A second district entirely from data: another country, other names, another rule.
import { expect, test } from "./fixtures.mjs";
import { query, only } from "./support/pages.mjs";
import { publishCountry, serveCountry } from "./support/country.mjs";

only(test, "desktop");
const WARDS = 60;
const FOREIGN = /瓯海|温州|Ouhai|Wenzhou|330304/;
let folder;
test.beforeEach(({ page, baseURL }) => serveCountry(page, folder ??= publishCountry(WARDS), baseURL));

for (const [lang, name] of [["zh-CN", "阿尔兰"], ["en", "Aldland"]]) {
  test(`it is shown with every ward and nothing of another district (${lang})`, async ({ open, page }) => {
    await open(query({ lang }));
    await expect(page).toHaveTitle(new RegExp(name));
    await expect(page.locator("[data-map=small] path.area")).toHaveCount(WARDS);
    expect(await page.locator("body").innerText()).not.toMatch(FOREIGN);
    await open(query({ lang, view: "map" }));
    await expect(page.locator("[data-map] canvas").first()).toBeVisible();
    const words = await page.locator("body").innerText();
    expect(words).toContain(lang === "en" ? "Alabury" : "青岚里");
    expect(words).not.toMatch(FOREIGN);
    await expect(page.locator("[data-finding]")).toHaveCount(0);
  });
}
