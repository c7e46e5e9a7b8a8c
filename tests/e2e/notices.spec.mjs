// Announcements by year, one of them, and the feed.
import { expect, test } from "./fixtures.mjs";
import { TAGS, address, only, query } from "./support/pages.mjs";
import { table } from "./support/plan.mjs";

const NOTICES = table("notices");

for (const lang of ["zh", "en"]) {
  test(`every notice stands with its day, what it is about and its source, in ${lang}`, async ({ open, page }) => {
    await open(query({ view: "notices", snapshot: "2022-06", lang: TAGS[lang] }));
    const days = await page.locator("main article time").evaluateAll((times) => times.map((time) => time.dateTime));
    expect(days).toEqual(NOTICES.map(({ date }) => date).sort().reverse());
    for (const notice of NOTICES) {
      const shown = page.locator(`main [data-notice="${notice.id}"]`);
      await expect.soft(shown).toContainText(notice[`title_${lang}`]);
      await expect.soft(shown).toContainText(notice[`text_${lang}`]);
      await expect.soft(shown.locator(".notice-about a")).toHaveCount(notice.about.split(";").length);
      await expect.soft(shown.locator("a[href^=http]")).toHaveCount(1);
    }
  });
}

test("what is typed narrows the list and stands in the address", async ({ open, page }) => {
  await open(query({ view: "notices", snapshot: "2022-06" }));
  await page.getByRole("searchbox").first().fill("龙舟");
  await expect(page.locator("main [data-notice]")).toHaveCount(1);
  expect(address(page).q).toBe("龙舟");
  await page.getByRole("searchbox").first().fill("zzz");
  await expect(page.locator("main .empty")).toBeVisible();
  await page.getByRole("button", { name: /清除/ }).click();
  await expect(page.locator("main [data-notice]")).toHaveCount(NOTICES.length);
});

test("one leads to what it is about, and that leads back", async ({ open, page }) => {
  await open(query({ view: "notices", id: "notice-plan-issued", snapshot: "2022-06" }));
  await page.locator(".notice-about").getByRole("link", { name: /标杆区创建/ }).last().click();
  await page.locator(".notice-lines").getByRole("link", { name: "创建方案印发" }).click();
  expect(address(page)).toMatchObject({ view: "notices", id: "notice-plan-issued" });
});

test.describe("the feed", () => {
  only(test, "desktop");

  test("is named by the page, and its entries lead to the notices", async ({ open, page, request, baseURL }) => {
    await open(query({ view: "notices", snapshot: "2022-06" }));
    const href = await page.locator("[data-feed]").getAttribute("href");
    expect(await page.locator("link[type='application/atom+xml'][hreflang='zh-CN']").getAttribute("href")).toBe(href);
    const response = await request.get(new URL(href, baseURL).href);
    expect(response.ok()).toBe(true);
    const entries = await page.evaluate((xml) => {
      const feed = new DOMParser().parseFromString(xml, "application/xml");
      if (feed.querySelector("parsererror")) throw new Error(feed.documentElement.textContent);
      return [...feed.querySelectorAll("entry > link[rel=alternate]")].map((link) => link.getAttribute("href"));
    }, await response.text());
    expect(entries).toHaveLength(NOTICES.length);
    await page.goto(new URL(entries[0], response.url()).href);
    await expect(page.locator("main h1")).toHaveText(NOTICES.toSorted((one, other) => other.date.localeCompare(one.date))[0].title_zh);
  });
});
