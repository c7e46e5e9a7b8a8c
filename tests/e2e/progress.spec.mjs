// The progress table: planned against actual, the months by keyboard, divisions, filters, export.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { address, only, query, whole } from "./support/pages.mjs";
import { goalIds } from "./support/plan.mjs";

const PAGE = { view: "progress", snapshot: "2022-06" };
const row = (page, id) => page.locator(`tr[data-track="${id}"]`);
const GOAL = "ind-online-retail-sales";

test("every goal and tracked task has planned and actual, its light and 36 months", async ({ open, page }) => {
  await open(query(PAGE));
  const ids = await page.locator("tr[data-track^=ind-]").evaluateAll((rows) => rows.map((row) => row.dataset.track));
  expect(ids.sort()).toEqual(goalIds);
  for (const words of ["272.6亿元", "277.0亿元", "−4.4亿元", ">300亿元", "红", "区商务局", "推定"]) await expect(row(page, GOAL)).toContainText(words);
  await expect(row(page, "t-c1")).toContainText("83%");
  expect(await row(page, GOAL).locator(".month").count()).toBe(36);
  await expect(page.locator("main .dateline [data-demo]")).toBeVisible();
  await expect(page.locator("h1")).toContainText(/18项指标.*亮红灯/);
});

test.describe("on a desktop", () => {
  only(test, "desktop");

  test("arrows go through the months and from item to item; each month is said", async ({ open, page }) => {
    await open(query(PAGE));
    const said = page.locator("[data-month]");
    await page.locator(`tr[data-track="${GOAL}"] .month-strip`).focus();
    expect(await page.locator(".month-strip[tabindex='0']").count()).toBe(1);
    await page.keyboard.press("ArrowLeft");
    await expect(said).toHaveText("2022年6月：红 未达。应达277.0亿元，实际272.6亿元，差−4.4亿元。");
    await expect(row(page, GOAL).locator(".month-said")).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    await expect(said).toContainText("2022年5月");
    await page.keyboard.press("PageDown");
    await expect(said).toContainText("2021年5月");
    await page.keyboard.press("End");
    await expect(said).toContainText("2022年12月：未到期");
    await page.keyboard.press("ArrowDown");
    await expect(row(page, GOAL).locator(".month-strip")).not.toBeFocused();
    await expect(page.locator(".month-strip:focus")).toHaveCount(1);
    await expect(said).toContainText("2022年12月");
    expect(await page.locator(".month-strip[tabindex='0']").count()).toBe(1);
  });

  test("divisions, filters and the file go together", async ({ open, page }) => {
    await open(query(PAGE));
    await expect(page.locator(".progress .division-row")).toHaveCount(4);
    await page.locator(".filters").getByLabel(/^分组/).selectOption("light");
    await page.locator(".filters").getByLabel(/^单位/).selectOption("d-commerce");
    expect(address(page)).toEqual({ ...PAGE, group: "light", dept: "d-commerce" });
    await whole(page);
    const shown = await page.locator("tr[data-track]").evaluateAll((rows) => rows.map((row) => row.dataset.track));
    expect(shown).toContain(GOAL);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 CSV" }).click()]);
    const lines = readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "").trimEnd().split("\r\n");
    const head = lines.find((line) => line.startsWith("编号")).split(",");
    expect(lines.map((line) => line.split(",")[0]).filter((id) => /^(ind|t)-/.test(id))).toEqual(shown);
    expect(lines.find((line) => line.startsWith(GOAL)).split(",")[head.indexOf("2022-06")]).toBe("红 未达");
    const tabs = page.getByRole("navigation", { name: "三张表" });
    await tabs.getByRole("link", { name: "责任表" }).click();
    await expect(page.getByRole("grid")).toBeVisible();
    await tabs.getByRole("link", { name: "任务表" }).click();
    await expect(page.locator("tr[data-task]").first()).toBeVisible();
  });
});
