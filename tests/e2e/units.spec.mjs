// Units and the organisation: what a person looks up there, and how units are scored where a rule says so.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { address, numbers, only, query, settled } from "./support/pages.mjs";
import { table } from "./support/plan.mjs";
import { Publication } from "./support/publication.mjs";

const UNITS = table("departments"), TASKS = table("tasks"), ORGANISATION = table("organisation");
const LIST = { view: "departments", snapshot: "2022-06" };
const CHART = { view: "organisation", snapshot: "2022-06" };
const shown = (page) => page.locator("tr[data-department]").evaluateAll((rows) => rows.map((row) => row.dataset.department));
const row = (page, id) => page.locator(`tr[data-department="${id}"]`);

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "").trimEnd().split("\r\n");
}

test("every unit of the plan is listed, those without a task say so", async ({ open, page }) => {
  await open(query(LIST));
  expect(await shown(page)).toEqual(UNITS.map(({ id }) => id));
  for (const id of ["d-china-tower", "d-china-mobile", "d-china-telecom", "d-china-unicom"]) {
    await expect(row(page, id)).toContainText("方案没有给任务");
  }
  await expect(page.locator(".unit-notes")).toContainText("瓯海经济开发区管委会");
  await expect(page.locator("main .dateline [data-demo]")).toBeVisible();
  // 瓯海's rule was published without a scoring: nobody is ranked.
  await expect(page.locator('[data-scores="none"]')).toContainText("没有声明评分办法");
  await expect(page.locator('[data-scores="board"]')).toHaveCount(0);
});

test("units are found, narrowed and ordered, and the file has those of the screen", async ({ open, page }) => {
  await open(query(LIST));
  const field = page.getByRole("searchbox").first();
  for (const typed of ["qswj", "Commerce Bureau", "区商务局"]) {
    await field.fill(typed);
    await expect(row(page, "d-commerce")).toBeVisible();
    await expect.poll(async () => (await shown(page)).length).toBeLessThan(5);
  }
  await field.fill("");
  await page.locator(".filters").getByLabel(/^灯/).selectOption("red");
  await page.locator(".filters").getByLabel(/^排序/).selectOption("light");
  expect(address(page)).toEqual({ ...LIST, light: "red", sort: "light" });
  const ids = await shown(page);
  expect(ids[0]).toBe("d-commerce");
  const lines = await saved(page, page.getByRole("button", { name: "导出 CSV" }).first());
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(ids);
  await page.reload();
  await settled(page);
  expect(await shown(page)).toEqual(ids);
});

test("a unit's page has all its tasks, and leads on to its goals, partners and seats", async ({ open, page }) => {
  await open(query({ ...LIST, id: "d-health" }));
  await page.getByRole("button", { name: "全部展开" }).click();
  const own = TASKS.filter((task) => [task.lead, ...task.support.split(";")].includes("d-health"));
  const rows = await page.locator("tr[data-task]").evaluateAll((found) => found.map((one) => one.dataset.task));
  expect([...rows].sort()).toEqual(own.map(({ id }) => id).sort());
  await expect(page.locator('tr[data-task="t-h1"]')).toContainText("区卫生健康局");
  await page.getByRole("link", { name: "区级医院智慧结算率" }).first().press("Enter");
  await settled(page);
  expect(address(page)).toMatchObject({ view: "indicator", id: "ind-smart-settlement-rate" });
  await page.locator(".relations").getByRole("link", { name: "区卫生健康局" }).click();
  await settled(page);
  expect(address(page)).toEqual({ ...LIST, id: "d-health" });
  await page.locator(".relations").getByRole("link", { name: "数字健康组" }).first().click();
  await settled(page);
  expect(address(page)).toMatchObject({ view: "organisation", item: "org-group-health-leader" });
  await expect(page.locator('[data-org="org-group-health-leader"]')).toHaveAttribute("aria-current", "true");
  await expect(page.locator('[data-org="org-group-health-leader"]')).toBeInViewport();
  await open(query({ ...LIST, id: "d-unheard-of" }));
  await expect(page.locator("[data-not-found]")).toBeVisible();
});

test("the organisation is a chart of all bodies, posts and members, and the same as a table and a file", async ({ open, page }) => {
  await open(query(CHART));
  const figure = page.locator('figure[data-chart="organisation"]');
  const ids = await figure.locator("[data-org]").evaluateAll((found) => found.map((one) => one.dataset.org));
  expect([...ids].sort()).toEqual(ORGANISATION.map(({ id }) => id).sort());
  expect(numbers(await figure.locator("figcaption p").innerText())[0]).toBe(6);
  await expect(figure.locator("table")).toBeHidden();
  await page.getByRole("button", { name: "表", exact: true }).click();
  await expect(figure.locator("tbody tr")).toHaveCount(ORGANISATION.length);
  expect(address(page).figure).toBe("table");
  const lines = await saved(page, page.getByRole("button", { name: "导出 CSV" }));
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(ORGANISATION.map(({ id }) => id));
  await page.getByRole("button", { name: "图", exact: true }).click();
  await figure.locator('[data-org="org-office"]').getByRole("link").click();
  await settled(page);
  expect(address(page)).toEqual({ ...LIST, id: "g-office" });
});

test.describe("a rule that declares a scoring", () => {
  only(test, "desktop");

  /** Publishes the rule, and lays the deployment's settings before the page. */
  async function deploy({ page, request, baseURL }, settings) {
    const publication = await Publication.read(request, baseURL);
    publication.manifest.rule = "pace-gap";
    await publication.serve(page);
    await page.route("**/config.json", (route) => route.fulfill({ body: settings, contentType: "application/json" }));
  }

  test("scores no demonstration data unless the deployment says so", async ({ open, page, request, baseURL }) => {
    await deploy({ page, request, baseURL }, '{"schema":1,"scores":{"demo":false}}');
    await open(query(LIST));
    await expect(page.locator('[data-scores="none"]')).toContainText("演示数据");
    await expect(page.locator('[data-scores="board"]')).toHaveCount(0);
  });

  test("shows weights, ranks and, for each unit, the whole arithmetic, marked as demonstration", async ({ open, page, request, baseURL }) => {
    await deploy({ page, request, baseURL }, '{"schema":1,"scores":{"demo":true}}');
    await open(query(LIST));
    const board = page.locator('[data-scores="board"]');
    await expect(board.locator("tbody tr").first()).toBeVisible();
    await expect(page.locator(".unit-scores [data-demo]")).toBeVisible();
    await expect(page.locator(".unit-scores")).toContainText("示例");
    const scores = await board.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [row.cells[0].textContent, row.cells[4].textContent].map(Number)));
    for (const [rank, score] of scores) expect(rank).toBe(scores.filter(([, other]) => other > score).length + 1);
    await board.getByRole("link", { name: "区商务局" }).click();
    await settled(page);
    const terms = page.locator('[data-scores="terms"] tbody tr');
    await expect(terms.first()).toBeVisible();
    const sums = (await terms.evaluateAll((rows) => rows.map((row) => [3, 4, 5].map((at) => row.cells[at].textContent))))
      .map(([weight, points, product]) => ({ weight: Number(weight.split("=")[1]), points: Number(points), product: Number(product) }));
    for (const { weight, points, product } of sums) expect(product).toBeCloseTo(weight * points, 6);
    const [sum, weight] = ["product", "weight"].map((name) => sums.reduce((all, one) => all + one[name], 0));
    expect(numbers(await page.locator(".score-verdict b").innerText())[2]).toBeCloseTo(sum / weight, 2);
  });

  test("says what is wrong with the settings, and keeps to its defaults", async ({ open, page, request, baseURL }) => {
    await deploy({ page, request, baseURL }, '{"schema":9,"scores":{"demo":true}}');
    await open(query(LIST));
    await expect(page.locator('[data-finding="UnknownVersion"]')).toBeVisible();
    await expect(page.locator('[data-scores="none"]')).toBeVisible();
    expect(await shown(page)).toHaveLength(UNITS.length);
  });
});
