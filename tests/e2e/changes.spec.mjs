// What differs from another edition, and the agenda of the meeting, stepped through and copied.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { address, only, query, settled } from "./support/pages.mjs";
import { Publication } from "./support/publication.mjs";

const CHANGES = { view: "changes", snapshot: "2022-06" };
const AGENDA = { ...CHANGES, as: "agenda" };
const records = (page, topic) => page.locator(`[data-topic="${topic}"] li[data-record]`).evaluateAll((lines) => lines.map((line) => line.dataset.record));
const at = (page) => page.locator(".agenda-stage [data-at]").getAttribute("data-at");
const position = (page) => page.locator(".agenda-position");

test("without a choice the month before is compared; the story of June stands in its sections", async ({ open, page }) => {
  await open(query(CHANGES));
  await expect(page.locator("main .dateline")).toContainText("较2022年5月");
  await expect(page.locator("main .dateline [data-demo]")).toBeVisible();
  expect(await records(page, "red")).toContain("ind-brands");
  expect(await records(page, "no-data")).toContain("ind-green-finance-platform");
  expect(await records(page, "green")).toContain("ind-smart-settlement-rate");
  expect(await records(page, "red")).not.toContain("ind-digital-scenarios");
  expect(address(page)).toEqual(CHANGES);
  const line = page.locator('[data-record="ind-brands"]').first();
  await expect(line.getByRole("img")).toHaveCount(2);
  await line.getByRole("link").first().click();
  await settled(page);
  expect(address(page)).toMatchObject({ view: "indicator", id: "ind-brands" });
});

test("another edition, a department and a time are chosen and stand in the address", async ({ open, page, isMobile }) => {
  await open(query(CHANGES));
  const filters = page.locator(".filters");
  if (isMobile) await page.locator(".display summary").click();
  const other = page.locator(".is-compare select").filter({ visible: true });
  await expect(other).toHaveValue("2022-05");
  await other.selectOption("2022-03");
  await settled(page);
  await expect(page.locator("main .dateline")).toContainText("较2022年3月");
  expect(await records(page, "figures")).toContain("ind-online-retail-sales");
  await expect(page.locator('[data-topic="figures"]')).toContainText("266.2亿元 → 267.4亿元");
  await expect(page.locator('[data-topic="figures"]')).toContainText("补报");
  const all = await page.locator("li[data-record]").count();
  await filters.getByLabel(/^单位/).selectOption("d-commerce");
  await expect.poll(() => page.locator("li[data-record]").count()).toBeLessThan(all);
  await filters.getByLabel(/^到期/).selectOption("180");
  await expect.poll(async () => (await records(page, "due")).length).toBeGreaterThan(3);
  expect(address(page)).toEqual({ ...CHANGES, compare: "2022-03", dept: "d-commerce", due: "180" });
  const shown = await page.locator("li[data-record]").evaluateAll((lines) => lines.map((line) => line.dataset.record));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 CSV" }).click()]);
  const text = readFileSync(await download.path(), "utf8");
  for (const id of shown) expect(text).toContain(id);
});

test("the first edition of its kind says that there is nothing before it", async ({ open, page }) => {
  await open(query({ view: "changes", snapshot: "2020-01" }));
  await expect(page.locator("[data-not-compared]")).toContainText("之前没有可以对比的");
  await open(query({ view: "changes", snapshot: "2020-01", as: "agenda", lang: "en" }));
  await expect(page.locator("[data-not-compared]")).toContainText("none before it");
});

test("an edition that cannot be read leaves the page with what is there, and says so", async ({ open, page, request, baseURL }) => {
  const publication = await Publication.read(request, baseURL);
  publication.swap(publication.entry("2022-05").file, "{");
  await publication.serve(page);
  await open(query(CHANGES));
  await expect(page.locator("[data-not-compared]")).toContainText("没有读到");
  await expect(page.locator("[data-finding]").first()).toBeAttached();
  await expect(page.locator('[data-topic="due"]')).toBeVisible();
});

test("coming from another page, the other edition is fetched", async ({ open, page, isMobile }) => {
  await open(query({ snapshot: "2022-06" }));
  if (isMobile) await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "变化" }).click();
  await settled(page);
  await expect(page.locator("main .dateline")).toContainText("较2022年5月");
  expect(await records(page, "red")).toContain("ind-brands");
});

test.describe("the agenda", () => {
  only(test, "desktop");

  test("is stepped through by keys and buttons; the address says which item", async ({ open, page }) => {
    await open(query(AGENDA));
    const items = await page.locator("li[data-agenda]").evaluateAll((found) => found.map((one) => one.dataset.agenda));
    expect(items[0]).toBe("ind-digital-scenarios");
    await expect(position(page)).toHaveText(`1 / ${items.length}`);
    for (const [key, index] of [
      ["ArrowRight", 1], ["ArrowDown", 2], ["PageDown", 3], ["Space", 4], ["ArrowLeft", 3], ["ArrowUp", 2], ["PageUp", 1],
      ["End", items.length - 1], ["ArrowRight", items.length - 1], ["Home", 0], ["ArrowLeft", 0],
    ]) {
      await page.keyboard.press(key);
      await expect(position(page)).toHaveText(`${index + 1} / ${items.length}`);
      expect(await at(page)).toBe(items[index]);
      await expect(page.locator(`[data-agenda="${items[index]}"]`)).toHaveAttribute("aria-current", "step");
    }
    await page.getByRole("button", { name: "下一项" }).click();
    expect(address(page).item).toBe(items[1]);
    // On a button Space presses it, and steps once.
    await page.keyboard.press("Space");
    await expect(position(page)).toHaveText(`3 / ${items.length}`);
    await expect(page.locator(".agenda-stage [aria-live]")).toContainText(`第3项，共${items.length}项`);
    await page.reload();
    await settled(page);
    expect(await at(page)).toBe(items[2]);
    // Elsewhere the keys keep what they do.
    await page.locator(".filters").getByLabel(/^领域/).focus();
    await page.keyboard.press("End");
    expect(address(page).item).toBe(items[2]);
  });

  test("is copied as text, with date, mark and address", async ({ open, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(query(AGENDA));
    await page.locator("[data-copy]").click();
    await expect(page.locator(".toast")).toContainText("已复制");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain("截至2022年6月30日，较2022年5月【演示数据");
    expect(text).toMatch(/^1\. 数字化应用场景：实际71个，应达83个，落后12个/m);
    expect(text.trimEnd().split("\n").at(-1)).toBe(page.url());
    expect(text.match(/^\d+\. /gm)).toHaveLength(await page.locator("li[data-agenda]").count());
  });

  test("is printed whole", async ({ open, page }) => {
    await open(query(AGENDA));
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".agenda-stage")).toBeHidden();
    const lines = page.locator(".agenda-line");
    await expect(lines.last()).toBeVisible();
    await expect(lines.first()).toContainText("任一月达到84个即转黄");
  });
});
