// The responsibility table: read, gone through with the keys, drilled into, narrowed, exported; and a large plan.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { address, only, query } from "./support/pages.mjs";
import { table } from "./support/plan.mjs";
import { Publication } from "./support/publication.mjs";

const PLAN = table("tasks");
const ITEMS = PLAN.filter((task) => task.level === "2" && task.principle !== "1");
const PAGE = { view: "responsibility", snapshot: "2022-06" };
const name = (id) => table("departments").find((one) => one.id === id).name_zh;
const row = (page, id) => page.locator(`tr[data-duty="${id}"]`);
const lines = async (page) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 CSV" }).click()]);
  return readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "").trimEnd().split("\r\n");
};

test.describe("the matrix", () => {
  only(test, "desktop");

  test("has every item with the roles that the plan gives, and sums of them", async ({ open, page }) => {
    await open(query(PAGE));
    await expect(page.locator("h1")).toHaveText("区商务局牵头10项；配合最多的是区经信局，8项");
    const grid = page.getByRole("grid", { name: "责任矩阵" });
    await expect(grid.locator("tr[data-duty]")).toHaveCount(ITEMS.length);
    for (const item of ITEMS) {
      const roles = await row(page, item.id).locator("td .duty:not(.is-parts)").evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label").split("，").slice(0, 2).join(" ")));
      const lead = `${name(item.lead)} 牵头${item.lead_inferred === "1" ? "（推定）" : ""}`;
      const support = item.support.split(";").filter(Boolean).map((id) => `${name(id)} 责任（配合）`);
      expect.soft(roles.sort(), item.id).toEqual([lead, ...support].sort());
    }
    const heads = await grid.locator("thead a.head").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    const sums = await grid.locator("tfoot td").allTextContents();
    expect(sums[heads.indexOf("区商务局")]).toBe("10/4");
    await expect(page.locator("main .dateline [data-demo]")).toBeVisible();
    await expect(page.locator(".duty-legend")).toContainText("督查：数据没有写明");
  });

  test("is one stop of the keyboard: arrows lead from filled cell to filled cell, Enter to the tasks", async ({ open, page }) => {
    await open(query(PAGE));
    const focus = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
    expect(await page.locator(".matrix [tabindex='0']").count()).toBe(1);
    await page.locator(".matrix [tabindex='0']").focus();
    expect(await focus()).toContain("领导小组");
    await page.keyboard.press("ArrowDown");
    await expect.poll(focus).toContain("目标：总目标");
    await page.keyboard.press("Control+End");
    await expect.poll(focus).toContain("积极营造氛围");
    await page.keyboard.press("Home");
    await expect.poll(focus).toBe("积极营造氛围");
    await page.keyboard.press("ArrowRight");
    await expect.poll(focus).toContain("分项");
    await page.keyboard.press("Enter");
    await expect(row(page, PLAN.find((task) => task.parent === "t-s4").id)).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect.poll(focus).toBe("区委宣传部，牵头（推定），积极营造氛围");
    expect(await page.locator(".matrix [tabindex='0']").count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect(page.locator('tr[data-task="t-s4"]')).toHaveAttribute("aria-current", "true");
    expect(address(page)).toMatchObject({ view: "tasks", dept: "d-publicity-dept", item: "t-s4" });
  });

  test("a department chosen at the head of its column is told about, and let go again", async ({ open, page }) => {
    await open(query(PAGE));
    const head = page.locator(".matrix a.head", { hasText: "区商务局" });
    await head.click();
    expect(address(page)).toEqual({ ...PAGE, dept: "d-commerce" });
    const line = page.locator(".chosen-line");
    await expect(line).toContainText("区商务局：牵头10项（其中推定2项），配合4项");
    await expect(line.getByRole("link", { name: "这个单位的页面" })).toHaveAttribute("href", /view=departments.*id=d-commerce/);
    await expect(page.locator(".matrix col.is-chosen")).toHaveCount(1);
    await expect(head).toBeFocused();
    await head.click();
    expect(address(page)).toEqual(PAGE);
    await expect(line).toBeEmpty();
  });

  test("filters, projects and the file go together", async ({ open, page }) => {
    await open(query(PAGE));
    await page.locator(".filters").getByLabel(/^领域/).selectOption("health");
    await expect(page.locator("tr[data-duty]:not(.is-context)")).toHaveCount(4);
    const file = await lines(page);
    const head = file.find((line) => line.startsWith("编号")).split(",");
    expect(file.find((line) => line.startsWith("t-h2,")).split(",")[head.indexOf("区民政局")]).toBe("牵头");
    await page.getByRole("button", { name: "按项目" }).click();
    expect(address(page)).toEqual({ ...PAGE, domain: "health", rows: "projects" });
    await expect(row(page, "sys-smart-medical")).toBeVisible();
    await page.getByRole("button", { name: /清除/ }).click();
    expect(address(page)).toEqual({ ...PAGE, rows: "projects" });
    await row(page, "work-brand").locator(".duty.is-lead").click();
    expect(address(page)).toMatchObject({ view: "tasks", dept: "d-commerce", project: "work-brand" });
  });

  test("who works with whom: ribbons, a sentence, and a table of the same numbers", async ({ open, page }) => {
    await open(query(PAGE));
    await page.getByRole("button", { name: "合作" }).click();
    expect(address(page)).toEqual({ ...PAGE, as: "flow" });
    const figure = page.locator('figure[data-chart="flow"]');
    const pairs = await figure.locator("tbody tr:not(.division-row) .count").allTextContents();
    await expect(figure.locator(".ribbon")).toHaveCount(pairs.length);
    const total = pairs.reduce((sum, count) => sum + Number(count), 0);
    await expect(figure.locator(".frame-summary")).toContainText(`合作${total}次`);
    await figure.locator(".flow-node", { hasText: "区商务局" }).first().click();
    expect(address(page).dept).toBe("d-commerce");
    await expect(figure.locator(".frame-summary")).toContainText("区商务局牵头时");
    expect(await figure.locator(".ribbon.is-chosen").count()).toBeGreaterThan(5);
    expect((await lines(page)).filter((line) => /,\d+$/.test(line))).toHaveLength(pairs.length);
    const picture = async (kind) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `导出 ${kind}` }).click()]);
      return readFileSync(await download.path());
    };
    const svg = (await picture("SVG")).toString();
    expect(svg.match(/<path /g)).toHaveLength(pairs.length);
    expect(svg).toContain("截至2022年6月30日");
    const [width, height] = ["width", "height"].map((side) => Number(svg.match(new RegExp(`${side}="(\\d+)"`))[1]));
    const png = await picture("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
  });

  test("two hundred departments and two thousand items: only those near the screen are drawn", async ({ open, page, request, baseURL }) => {
    const publication = await Publication.read(request, baseURL);
    await publication.replace(publication.entry("2022-06"), (edition) => {
      const unit = edition.departments[0], item = edition.tasks.find(({ id }) => id === "t-c1");
      for (let number = 0; number < 200; number++) edition.departments.push({ ...unit, id: `x-${number}`, name: { zh: `第${number}局`, en: `Bureau ${number}` } });
      for (let number = 0; number < 2000; number++) {
        const [lead, ...support] = [0, 7, 31].map((step) => `x-${(number + step) % 200}`);
        edition.tasks.push({ ...item, id: `y-${number}`, name: { zh: `第${number}项`, en: `Item ${number}` }, lead, support });
      }
    });
    await publication.serve(page);
    await open(query(PAGE), { timeout: 20_000 });
    await expect.poll(() => page.locator("tr[data-duty]").count()).toBeGreaterThan(20);
    expect(await page.locator("tr[data-duty]").count()).toBeLessThan(400);
    await page.locator(".matrix [tabindex='0']").focus();
    await page.keyboard.press("Control+End");
    await expect.poll(() => page.evaluate(() => document.activeElement.id)).toMatch(/^cell-\d+-\d+$/);
    await expect(page.locator(":focus")).toBeInViewport();
    await page.getByRole("searchbox").first().fill("第1999项");
    await expect(row(page, "y-1999")).toBeVisible();
  });
});

test.describe("on a phone", () => {
  only(test, "phone");

  test("each item names its departments by role", async ({ open, page }) => {
    await open(query(PAGE));
    await expect(page.locator(".matrix")).toBeHidden();
    const duties = page.locator(".duties tr", { hasText: "智慧养老服务体系建设" });
    await expect(duties).toContainText("区民政局");
    await expect(duties).toContainText("区卫生健康局");
    await open(query({ ...PAGE, as: "flow" }));
    await expect(page.locator(".ribbons")).toBeHidden();
    await expect(page.locator(".pairs")).toBeVisible();
  });
});
