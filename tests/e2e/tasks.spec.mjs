// The task table: every task of the plan, looked for, folded, divided, pointed at; and ten thousand of them.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { addTasks } from "./support/many.mjs";
import { TAGS, address, only, query, settled, whole } from "./support/pages.mjs";
import { table } from "./support/plan.mjs";
import { Publication } from "./support/publication.mjs";

const PLAN = table("tasks");
const PAGE = { view: "tasks", snapshot: "2022-06" };
const read = async (page, selector) => {
  await whole(page);
  return page.locator(selector).evaluateAll((rows) => rows.map((row) => row.dataset.task));
};
const ids = (page) => read(page, "tr[data-task]");
const found = (page) => read(page, "tr[data-task]:not(.is-context):not(.division-row)");
const row = (page, id) => page.locator(`tr[data-task="${id}"]`);
const sorted = (list) => [...list].sort();

for (const lang of ["zh", "en"]) {
  test(`every task of the plan has its row, in ${lang}`, async ({ open, page }) => {
    await open(query({ ...PAGE, expand: "all", lang: TAGS[lang] }));
    expect(sorted(await ids(page))).toEqual(sorted(PLAN.map(({ id }) => id)));
    for (const task of PLAN) {
      await expect.soft(row(page, task.id)).toContainText(task[`name_${lang}`]);
      await expect.soft(row(page, task.id)).toContainText(task.section);
    }
    await expect(page.locator("h1")).toContainText(/7/);
    await expect(page.locator("main .dateline [data-demo]")).toBeVisible();
  });
}

test("folded, the items of each part are seen; what is opened shows its parts", async ({ open, page }) => {
  await open(query(PAGE));
  const level = (id) => Number(PLAN.find((task) => task.id === id).level);
  expect((await ids(page)).every((id) => level(id) <= 2)).toBe(true);
  const fold = row(page, "t-c1").getByRole("button");
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await expect(fold).toBeFocused();
  for (const { id } of PLAN.filter((task) => task.parent === "t-c1")) await expect(row(page, id)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await page.getByRole("button", { name: "全部展开" }).click();
  await expect.poll(async () => (await ids(page)).length).toBe(PLAN.length);
  expect(address(page).expand).toBe("all");
  await page.getByRole("button", { name: "全部收起" }).click();
  expect(address(page).expand).toBeUndefined();
});

test("on paper there are no fields, and no date breaks", async ({ open, page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  await open(query({ ...PAGE, expand: "all" }));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".filters, .table-tabs, .faces, .fold-all, .exports").filter({ visible: true })).toHaveCount(0);
  expect(await page.locator(".tasks td.task-due").evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length)).toBe(0);
  expect(await page.locator(".tasks td.task-due").first().evaluate((cell) => getComputedStyle(cell).whiteSpace)).toBe("nowrap");
});

test.describe("by keyboard", () => {
  only(test, "desktop");

  const at = (page) => page.evaluate(() => document.activeElement?.closest("tr")?.dataset.task);
  const press = async (page, key, id) => {
    await page.keyboard.press(key);
    await expect.poll(() => at(page), key).toBe(id);
  };

  test("the table is gone through, opened and closed like a tree", async ({ open, page }) => {
    await open(query(PAGE));
    await expect(page.getByRole("table")).toHaveAccessibleDescription(/上下键逐行/);
    const seen = await read(page, "tr[data-task]:not(.division-row)");
    const fold = row(page, "t-c1").getByRole("button");
    const next = seen[seen.indexOf("t-c1") + 1];
    const [first, second] = PLAN.filter((task) => task.parent === "t-c1").map(({ id }) => id);
    await fold.focus();
    await press(page, "ArrowRight", "t-c1");
    await expect(fold).toHaveAttribute("aria-expanded", "true");
    await press(page, "ArrowRight", first);
    await press(page, "ArrowDown", second);
    await press(page, "ArrowLeft", "t-c1");
    await expect(fold).toBeFocused();
    await press(page, "ArrowLeft", "t-c1");
    await expect(fold).toHaveAttribute("aria-expanded", "false");
    await press(page, "ArrowDown", next);
    await press(page, "ArrowUp", "t-c1");
    await press(page, "End", seen.at(-1));
    await expect(row(page, seen.at(-1))).toBeInViewport();
    await press(page, "ArrowDown", seen.at(-1));
    await press(page, "Home", seen[0]);
    await expect(row(page, seen[0])).toBeInViewport();
  });

  test("the way keeps off the strips of the timeline, and off the page when the focus is elsewhere", async ({ open, page }) => {
    await open(query({ ...PAGE, as: "timeline" }));
    const strip = row(page, "t-c1").getByRole("application");
    await strip.focus();
    await page.keyboard.press("ArrowRight");
    await expect(strip).toBeFocused();
    await expect(row(page, "t-c1").getByRole("button")).toHaveAttribute("aria-expanded", "false");
    await page.locator(".list-head button").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.locator(".list-head button").first()).toBeFocused();
  });
});

test("what is found can be folded and unfolded, too", async ({ open, page }) => {
  await open(query({ ...PAGE, dept: "d-commerce" }));
  const count = (await ids(page)).length;
  await page.getByRole("button", { name: "全部收起" }).click();
  await expect.poll(async () => (await ids(page)).length).toBeLessThan(count / 2);
  await page.getByRole("button", { name: "全部展开" }).click();
  await expect.poll(async () => (await ids(page)).length).toBe(count);
});

test("what the address points at is opened, marked and has the focus", async ({ open, page }) => {
  await open(query({ ...PAGE, item: "t-c3-04-2" }));
  const pointed = row(page, "t-c3-04-2");
  await expect(pointed).toHaveAttribute("aria-current", "true");
  await expect(pointed).toBeInViewport();
});

test("what is typed finds tasks in characters, pinyin, initials and English, and stands in the address", async ({ open, page }) => {
  await open(query(PAGE));
  const field = page.getByRole("searchbox").first();
  for (const typed of ["智慧商圈", "zhihuishangquan", "zhsqjs", "smart business"]) {
    await field.fill(typed);
    await expect(row(page, "t-c1")).toBeVisible();
    await expect.poll(async () => (await ids(page)).length).toBeLessThan(30);
    expect(address(page).q).toBe(typed);
    await expect(field).toBeFocused();
  }
  await field.fill("<img src=x onerror=alert(1)>");
  await expect(page.locator("main .empty")).toContainText("没有符合条件的任务");
  await page.getByRole("button", { name: /清除/ }).click();
  await expect(row(page, "t-c1")).toBeVisible();
  expect(address(page)).toEqual(PAGE);
});

test("a unit's name finds what it answers for; a task leads to its goals, its site and how far it is", async ({ open, page }) => {
  await open(query({ ...PAGE, q: "区经信局" }));
  await expect(page.getByRole("searchbox", { name: "查找名称、部门、项目" })).toHaveValue("区经信局");
  expect((await found(page)).length).toBeGreaterThan(100);
  await open(query({ ...PAGE, item: "t-goal-health-03" }));
  const base = row(page, "t-goal-health-03");
  await expect(base.locator(".task-progress a").first()).toHaveAttribute("href", /id=ind-dragon-boat-base/);
  await expect(base.locator(".section a").last()).toHaveAttribute("href", /view=map.*id=site-dragon-boat-base/);
  const several = row(page, "t-goal-health").locator(".task-progress li .light");
  expect(await several.count()).toBeGreaterThan(1);
});

test("on the timeline the marks are told above the rows, with the day of the figures", async ({ open, page }) => {
  await open(query({ ...PAGE, as: "timeline" }));
  const [legend, table] = await Promise.all([".time-legend", "table.is-timed"].map((it) => page.locator(it).boundingBox()));
  expect(legend.y + legend.height).toBeLessThanOrEqual(table.y + 1);
  await expect(page.locator(".time-legend")).toContainText("截至日");
});

test("filters narrow, divisions and orders keep; all survive a reload", async ({ open, page }) => {
  await open(query(PAGE));
  const led = PLAN.filter((task) => [task.lead, ...task.support.split(";")].includes("d-commerce"));
  await page.locator(".filters").getByLabel(/^单位/).selectOption("d-commerce");
  const shown = await found(page);
  expect(sorted(shown)).toEqual(sorted(led.filter((task) => Number(task.level) > 1).map(({ id }) => id)));
  await page.locator(".filters").getByLabel(/^分组/).selectOption("light");
  const before = await ids(page);
  expect(sorted(before)).toEqual(sorted(shown));
  expect(address(page)).toEqual({ ...PAGE, dept: "d-commerce", group: "light" });
  await page.reload();
  await settled(page);
  expect(await ids(page)).toEqual(before);
  await page.goBack();
  await expect(page.locator(".filters").getByLabel(/^分组/)).toHaveValue("none");
});

test("the file has the tasks of the screen", async ({ open, page }) => {
  await open(query({ ...PAGE, domain: "health", light: "green" }));
  const shown = await found(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 CSV" }).click()]);
  const lines = readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "").trimEnd().split("\r\n").slice(1);
  expect(lines.map((line) => line.split(",")[0]).filter((id) => id.startsWith("t-"))).toEqual(shown);
  expect(shown.length).toBeGreaterThan(3);
});

test.describe("ten thousand tasks", () => {
  only(test, "desktop");

  test("are filed, scrolled and found; only those near the screen are drawn", async ({ open, page, request, baseURL }) => {
    test.setTimeout(90_000);
    const publication = await Publication.read(request, baseURL);
    await publication.replace(publication.entry("2022-06"), (edition) => addTasks(edition));
    await publication.serve(page);
    await open(query({ ...PAGE, expand: "all" }), { timeout: 20_000 });
    await expect.poll(() => page.locator("tr[data-task]").count()).toBeGreaterThan(10);
    expect(await page.locator("tr[data-task]").count()).toBeLessThan(1_500);
    await expect(page.locator(".list-head .task-count")).toContainText("10215");
    // The table is as high as all of its rows, wherever one is in it.
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(200_000);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await expect.poll(() => page.locator("tr[data-task^=x-]").evaluateAll((rows) =>
      rows.some((row) => { const box = row.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; }))).toBe(true);
    expect(await page.locator("tr[data-task]").count()).toBeLessThan(1_500);
    await page.getByRole("searchbox").first().fill("第9999项");
    await expect(row(page, "x-9999")).toBeVisible();
    await open(query({ ...PAGE, item: "x-7777" }), { timeout: 20_000 });
    await expect(row(page, "x-7777")).toBeInViewport();
    // The keys lead to rows that were not drawn.
    await row(page, "x-7777").focus();
    await page.keyboard.press("Home");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(3_000);
    await page.keyboard.press("End");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(5_000);
    await expect(page.locator("tr :focus")).toBeInViewport();
  });
});
