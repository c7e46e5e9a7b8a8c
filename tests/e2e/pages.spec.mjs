// The pages of the domains and the page about the data: complete, pointed at by address, used by keyboard.
import { expect, test } from "./fixtures.mjs";
import { clipped } from "./support/layout.mjs";
import { TAGS, address, only, query } from "./support/pages.mjs";
import { goals, table } from "./support/plan.mjs";

const JUNE = "2022-06";
const [DOMAINS, TASKS, PROJECTS, SITES] = ["domains", "tasks", "projects", "sites"].map((name) => table(name));
const of = (rows, domain) => rows.filter((row) => row.domain === domain).map(({ id }) => id).sort();
const ids = (page, selector, name) => page.locator(selector).evaluateAll((found, name) => found.map((one) => one.dataset[name]).sort(), name);

test.describe("the domains", () => {
  for (const lang of ["zh", "en"]) {
    test(`the index counts what the plan has, in ${lang}`, async ({ open, page }) => {
      await open(query({ view: "domain", snapshot: JUNE, lang: TAGS[lang] }));
      for (const domain of DOMAINS) {
        const row = page.locator(`tr[data-domain="${domain.id}"]`);
        await expect(row).toContainText(domain[`name_${lang}`]);
        await expect(row).toContainText(domain[`position_${lang}`]);
        const counts = await row.locator("td.count").allInnerTexts();
        const wanted = [goals, TASKS, PROJECTS, SITES].map((rows) => of(rows, domain.id).length);
        expect(counts.slice(4).map((text) => (text.trim() === "·" ? 0 : Number(text)))).toEqual(wanted);
        await expect(row.locator(".marks .light")).toHaveCount(wanted[0]);
      }
      await expect(page.locator("main [data-demo]")).toBeVisible();
      expect(await page.evaluate(clipped)).toEqual([]);
    });
  }

  for (const { id, name_zh: name } of DOMAINS) {
    test(`every record of ${id} is on its page`, async ({ open, page }) => {
      await open(query({ view: "domain", id, snapshot: JUNE }));
      await expect(page.locator("h1")).toContainText(`${name}：${of(goals, id).length}项目标`);
      expect(await ids(page, "main article[data-indicator]", "indicator")).toEqual(of(goals, id));
      expect(await ids(page, "tr[data-task]", "task")).toEqual(of(TASKS, id));
      expect(await ids(page, "tr[data-project]", "project")).toEqual(of(PROJECTS, id));
      expect(await ids(page, "li[data-site]", "site")).toEqual(of(SITES, id));
      expect(await page.evaluate(clipped)).toEqual([]);
    });
  }

  test("an unknown domain is said, with a way back", async ({ open, page }) => {
    await open("?view=domain&id=unheard-of");
    await expect(page.locator("[data-not-found]")).toContainText("unheard-of");
    await page.locator("[data-not-found] a").click();
    await expect(page.locator("tr[data-domain]")).toHaveCount(4);
  });

  test("what the address points at is open, marked, in view and has the focus", async ({ open, page }) => {
    for (const [domain, item, selector] of [
      ["commerce", "t-c3-04-2", 'tr[data-task="t-c3-04-2"]'],
      ["commerce", "app-online-market-stall", 'tr[data-project="app-online-market-stall"]'],
      ["health", "site-dragon-boat-base", 'li[data-site="site-dragon-boat-base"]'],
      ["government", "d-big-data", 'tr[data-department="d-big-data"]'],
    ]) {
      await open(query({ view: "domain", id: domain, item, snapshot: JUNE }));
      const row = page.locator(selector);
      await expect(row).toBeFocused();
      await expect(row).toBeInViewport();
      await expect(row).toHaveAttribute("aria-current", "true");
      await expect(page.locator("main [aria-current=true]")).toHaveCount(1);
    }
  });

  test("another language keeps the focus where it is", async ({ open, page, isMobile }) => {
    test.skip(Boolean(isMobile), "in desktop only");
    await open(query({ view: "domain", id: "commerce", item: "t-c3", snapshot: JUNE }));
    await page.getByRole("link", { name: "EN", exact: true }).press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.locator('tr[data-task="t-c3"]')).toHaveAttribute("aria-current", "true");
    await expect(page.getByRole("link", { name: "EN", exact: true })).toBeFocused();
  });

  test("a site leads to the map, a department to its own tasks and back", async ({ open, page }) => {
    await open(query({ view: "domain", id: "commerce", snapshot: JUNE }));
    await expect(page.locator("[data-map=sites] svg .dot").first()).toBeVisible();
    await expect(page.locator("[data-map=sites]")).toContainText("示意图 · 非法定界线");
    await expect(page.locator("[data-map=sites]")).toContainText("GS(2024)0650号");
    await page.locator('tr[data-department="d-transport"] .narrow a').click();
    expect(address(page)).toMatchObject({ id: "commerce", dept: "d-transport" });
    await expect(page.locator("[data-only]")).toContainText("区交通运输局");
    await expect(page.locator("#item-tasks")).toBeFocused();
    const wanted = TASKS.filter((task) => task.domain === "commerce")
      .filter((task) => task.lead === "d-transport" || task.support.split(";").includes("d-transport")).map(({ id }) => id).sort();
    expect(await ids(page, "tr[data-task]", "task")).toEqual(wanted);
    await page.locator("[data-only] a").click();
    await expect(page.locator("[data-only]")).toHaveCount(0);
    expect(await ids(page, "tr[data-task]", "task")).toEqual(of(TASKS, "commerce"));
    await page.locator('li[data-site="site-dongjing-packaging"] a').first().click();
    expect(address(page)).toMatchObject({ view: "map", town: "330304011", id: "site-dongjing-packaging" });
    await expect(page.locator('main [data-site="site-dongjing-packaging"].is-chosen')).toBeVisible();
  });

  test.describe("by keyboard", () => {
    only(test, "desktop");

    test("items open and close under the fingers", async ({ open, page }) => {
      await open(query({ view: "domain", id: "commerce", snapshot: JUNE }));
      const part = page.locator('tr[data-task="t-c1-01"]');
      await expect(part).toBeHidden();
      const fold = page.locator('tr[data-task="t-c1"] button');
      await fold.focus();
      await page.keyboard.press("Enter");
      await expect(fold).toHaveAttribute("aria-expanded", "true");
      await expect(part).toBeVisible();
      await expect(fold).toBeFocused();
      await page.keyboard.press("Space");
      await expect(part).toBeHidden();
      await page.getByRole("button", { name: "全部展开" }).press("Enter");
      await expect(page.locator("tr[data-task]:visible")).toHaveCount(of(TASKS, "commerce").length);
      await page.getByRole("button", { name: "全部收起" }).press("Enter");
      await expect(part).toBeHidden();
      await page.locator('tr[data-task="t-focus-commerce"] button').press("Enter");
      await expect(page.locator('tr[data-task="t-c1"]')).toBeVisible();
      await expect(part).toBeHidden();
    });
  });
});

test.describe("about the data", () => {
  const SECTIONS = ["plan", "rules", "reading", "data", "sources", "maps", "changes", "licences", "access", "privacy", "downloads"];

  for (const lang of ["zh", "en"]) {
    for (const snapshot of [JUNE, "2021-03"]) {
      test(`complete in ${lang}, edition ${snapshot}`, async ({ open, page }) => {
        await open(query({ view: "about", snapshot, lang: TAGS[lang] }));
        expect(await ids(page, "section[data-section]", "section")).toEqual([...SECTIONS].sort());
        await expect(page.locator(".light-entries > li")).toHaveCount(10);
        await expect(page.locator(".worked")).toHaveCount(10);
        const text = await page.locator("main").innerText();
        for (const goal of goals) expect.soft(text).toContain(goal[`short_${lang}`] || goal[`name_${lang}`]);
        if (lang === "en") expect(text.replace(/《.*?》|[①-⑩]/g, "").match(/。/g)).toBe(null);
        await expect(page.locator("main [data-demo]")).toHaveCount(snapshot === JUNE ? 1 : 0);
        expect(await page.evaluate(clipped)).toEqual([]);
      });
    }
  }

  test("its files are there", async ({ open, page, request }) => {
    await open(query({ view: "about", snapshot: JUNE }));
    const files = await page.locator('[data-section="downloads"] a').evaluateAll((links) => links.map((link) => link.href));
    expect(files).toHaveLength(4);
    const others = await page.locator('[data-section="maps"] th a, [data-section="licences"] a').evaluateAll((links) => links.map((link) => link.href));
    for (const file of [...files, ...others]) expect.soft((await request.get(file)).status(), file).toBe(200);
  });

  test("the contents lead to the sections, and the address keeps them", async ({ open, page }) => {
    await open(query({ view: "about", snapshot: JUNE }));
    const link = page.locator(".contents a").nth(6);
    await link.click();
    expect(address(page).item).toBe("changes");
    await expect(page.locator("#item-changes")).toBeFocused();
    await expect(page.locator("#item-changes")).toBeInViewport();
    await page.evaluate(() => scrollTo(0, 0));
    await link.click();
    await expect(page.locator("#item-changes")).toBeInViewport();
    await open(query({ view: "about", item: "privacy", snapshot: JUNE }));
    await expect(page.locator("#item-privacy")).toBeFocused();
    await expect(page.locator("#item-privacy")).toBeInViewport();
  });
});
