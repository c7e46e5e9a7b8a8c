// The projects as a ledger, one of them, and the way through department, task, goal, site and notice.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { TAGS, address, only, query, settled } from "./support/pages.mjs";
import { table } from "./support/plan.mjs";

const PLAN = table("projects");
const TASKS = table("tasks");
const PAGE = { view: "projects", snapshot: "2022-06" };
const row = (page, id) => page.locator(`main tr[data-project="${id}"]`);
const ids = (page) => page.locator("main tr[data-project]:not(.is-context)").evaluateAll((rows) => rows.map((row) => row.dataset.project).sort());
const lines = async (download) => readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "").trimEnd().split("\r\n");

for (const lang of ["zh", "en"]) {
  test(`every project of the plan has its row, in ${lang}`, async ({ open, page }) => {
    await open(query({ ...PAGE, lang: TAGS[lang] }));
    expect(await ids(page)).toEqual(PLAN.map(({ id }) => id).sort());
    const texts = Object.fromEntries(await page.locator("main tr[data-project]").evaluateAll((rows) => rows.map((row) => [row.dataset.project, row.textContent])));
    for (const project of PLAN) expect.soft(texts[project.id]).toContain(project[`name_${lang}`]);
    await expect(page.locator("main .dateline [data-demo]")).toBeVisible();
    await expect(page.locator("h1")).toContainText(/83.*6.*9/);
  });
}

test("filters and divisions narrow the ledger, stand in the address and in the file", async ({ open, page }) => {
  await open(query(PAGE));
  await page.locator(".filters").getByLabel(/^领域/).selectOption("health");
  const health = PLAN.filter(({ domain }) => domain === "health").map(({ id }) => id).sort();
  await expect.poll(() => ids(page)).toEqual(health);
  await page.locator(".filters").getByLabel(/^分组/).selectOption("kind");
  await expect(page.locator(".division-row").first()).toBeVisible();
  expect(await ids(page)).toEqual(health);
  expect(address(page)).toEqual({ ...PAGE, domain: "health", group: "kind" });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 CSV" }).click()]);
  expect((await lines(download)).slice(1).map((line) => line.split(",")[0]).filter(Boolean).sort()).toEqual(health);
  await page.reload();
  await settled(page);
  expect(await ids(page)).toEqual(health);
  await page.getByRole("searchbox").first().fill("znwl zzz");
  await expect(page.locator("main .empty")).toBeVisible();
  await page.getByRole("button", { name: /清除/ }).click();
  // Clearing keeps the divisions; in the tree a work stands above the part that is found.
  await page.locator(".filters").getByLabel(/^分组/).selectOption("none");
  await page.getByRole("searchbox").first().fill("ouhaigo");
  await expect.poll(() => ids(page)).toEqual(["plat-ouhai-go"]);
  await expect(row(page, "work-platform")).toHaveClass(/is-context/);
});

test("a project has its goals, tasks, units, parts and time; each leads on", async ({ open, page }) => {
  await open(query({ ...PAGE, id: "work-brand" }));
  await expect(page.locator("h1")).toContainText("品牌培育营销工程");
  const below = new Set(["work-brand", ...PLAN.filter(({ parent }) => parent === "work-brand").map(({ id }) => id)]);
  const tasks = TASKS.filter(({ project }) => below.has(project)).map(({ id }) => id).sort();
  const shown = await page.locator("main tr[data-task]").evaluateAll((rows) => rows.map((row) => row.dataset.task).sort());
  expect(shown).toEqual(tasks);
  await expect(page.locator('.project-goals [data-indicator="ind-brands"]')).toBeVisible();
  const parts = await page.locator(".project-parts tr[data-project]").evaluateAll((rows) => rows.map((row) => row.dataset.project).sort());
  expect(parts).toEqual(PLAN.filter(({ parent }) => parent === "work-brand").map(({ id }) => id).sort());
  const time = page.locator('figure[data-chart="timeline"]');
  const marks = await time.locator("svg .mark").count();
  expect(marks).toBeGreaterThan(1);
  await expect(time.locator("tbody tr")).toHaveCount(marks);
  for (const name of await time.locator("tbody th a").allTextContents()) await expect(time.locator("svg").first()).toContainText(name);
  expect(await time.evaluate((figure) => figure.scrollHeight - figure.clientHeight), "nothing is cut").toBeLessThanOrEqual(1);
  await expect(time.locator("figcaption")).toContainText(/\d/);
  await page.locator(".departments tbody a").first().click();
  expect(address(page)).toMatchObject({ view: "departments" });
  await page.goBack();
  await page.locator('.project-goals [data-indicator="ind-brands"] h3 a').click();
  expect(address(page)).toMatchObject({ view: "indicator", id: "ind-brands" });
  await page.locator(".relations").getByRole("link", { name: "品牌培育营销工程" }).last().click();
  expect(address(page)).toMatchObject({ view: "projects", id: "work-brand" });
});

test("from a site on the map to its project, its tasks, a notice about it and back", async ({ open, page }) => {
  await open(query({ view: "map", id: "site-dragon-boat-base", snapshot: "2022-06" }));
  const chosen = page.locator('[data-chosen-site="site-dragon-boat-base"]');
  // Its goal has the same name as the project.
  const named = chosen.getByRole("link", { name: "瓯海龙舟运动基地", exact: true });
  await expect(named.last()).toHaveAttribute("href", /id=ind-dragon-boat-base/);
  await expect(chosen.locator("a[href*='id=d-sports-centre']")).toHaveCount(1);
  await named.first().click();
  expect(address(page)).toMatchObject({ view: "projects", id: "fac-dragon-boat-base" });
  await expect(page.locator("[data-map=sites] svg .dot")).toHaveCount(1);
  await page.locator(".notice-lines a").first().click();
  expect(address(page)).toMatchObject({ view: "notices", id: "notice-dragon-boat-accepted" });
  await page.locator(".notice-about").getByRole("link", { name: /龙舟/ }).first().click();
  expect(address(page)).toMatchObject({ view: "projects", id: "fac-dragon-boat-base" });
});

test("a project leaves as JSON, as it is in the edition", async ({ open, page }) => {
  await open(query({ ...PAGE, id: "fac-dragon-boat-base" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 JSON" }).click()]);
  expect(download.suggestedFilename()).toBe("biaogan-fac-dragon-boat-base-2022-06.json");
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(file).toMatchObject({ kind: "project", id: "fac-dragon-boat-base", edition: { id: "2022-06", kind: "demo" }, record: { site: "site-dragon-boat-base" } });
  expect(file.links.indicators).toContain("ind-dragon-boat-base");
  expect(file.address).toBe(page.url());
});

test.describe("what is nowhere", () => {
  only(test, "desktop");

  test("an unknown project or notice is said, with a way back", async ({ open, page }) => {
    for (const view of ["projects", "notices"]) {
      await open(query({ view, id: "unheard-of" }));
      await expect(page.locator("[data-not-found]")).toContainText("unheard-of");
      await page.locator("[data-not-found] a").click();
      expect(address(page)).toEqual({ view });
    }
  });
});
