// Search: from anywhere, by keyboard alone, in characters, pinyin, initials and English.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { address, only, query, settled } from "./support/pages.mjs";
import { table } from "./support/plan.mjs";

const dialog = (page) => page.locator("dialog.search");
const field = (page) => dialog(page).getByRole("combobox");
const hits = (page) => dialog(page).getByRole("option");
const status = (page) => dialog(page).getByRole("status");

/** Opens search, types, and waits until something is said of it. */
async function find(page, typed) {
  if (!await dialog(page).isVisible()) await page.locator(".search-open:visible").click();
  await field(page).fill(typed);
  await expect(status(page)).not.toBeEmpty();
}

test.describe("by keyboard alone", () => {
  only(test, "desktop");

  for (const key of ["/", "Control+k", "Meta+k"]) {
    test(`${key} opens it, Esc gives the focus back`, async ({ open, page }) => {
      await open("?view=indicators");
      const link = page.getByRole("link", { name: "网络零售额", exact: true }).first();
      await link.focus();
      await page.keyboard.press(key);
      await expect(field(page)).toBeFocused();
      await expect(dialog(page)).toContainText("首字母");
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toBeHidden();
      await expect(link).toBeFocused();
      expect(address(page)).toEqual({ view: "indicators" });
    });
  }

  test("/ is a letter like others where one types", async ({ open, page }) => {
    await open("?view=indicators");
    const filter = page.getByRole("searchbox").first();
    await filter.focus();
    await page.keyboard.type("a/b");
    await expect(filter).toHaveValue("a/b");
    await expect(dialog(page)).toBeHidden();
    await filter.fill("");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("5G/");
    await expect(field(page)).toHaveValue("5G/");
  });

  test("the letter key can be switched off; Ctrl+K stays", async ({ open, page }) => {
    await open();
    const key = page.locator(".display").getByRole("button", { name: "按 / 键搜索" });
    await page.locator(".display summary").press("Enter");
    await expect(key).toHaveAttribute("aria-pressed", "true");
    await key.press("Enter");
    await expect(key).toHaveAttribute("aria-pressed", "false");
    expect(address(page)).toEqual({ keys: "off" });
    await page.keyboard.press("/");
    await expect(dialog(page)).toBeHidden();
    await page.reload();
    await settled(page);
    await page.keyboard.press("/");
    await expect(dialog(page)).toBeHidden();
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
  });

  test("arrows choose, Enter follows, and what was chosen is said", async ({ open, page }) => {
    await open();
    await page.keyboard.press("/");
    await page.keyboard.type("数字");
    await expect(hits(page).first()).toHaveAttribute("aria-selected", "true");
    await expect(field(page)).toHaveAttribute("aria-expanded", "true");
    const chosen = async () => page.evaluate(() => {
      const id = document.activeElement.getAttribute("aria-activedescendant");
      const selected = [...document.querySelectorAll("dialog.search [aria-selected=true]")];
      return selected.length === 1 && selected[0].id === id ? id : `${selected.length} selected, ${id} active`;
    });
    const last = `search-${await hits(page).count() - 1}`;
    for (const [key, id] of [["ArrowDown", "search-1"], ["ArrowUp", "search-0"], ["ArrowUp", last], ["ArrowDown", "search-0"], ["End", last], ["Home", "search-0"], ["ArrowDown", "search-1"]]) {
      await page.keyboard.press(key);
      await expect.poll(chosen, key).toBe(id);
      await expect(page.locator(`#${id}`)).toBeInViewport();
    }
    const name = await page.locator("#search-1 .search-name").innerText();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toBeHidden();
    await settled(page);
    expect(address(page).view).toBe("indicator");
    const goal = table("indicators").find(({ id }) => id === address(page).id);
    expect(name.split("\n"), "by its short name, and by the one that was found").toContain(goal.name_zh);
    await page.goBack();
    await settled(page);
    expect(address(page)).toEqual({});
  });

  test("the offer of all hits of a kind is followed by keyboard, too", async ({ open, page }) => {
    await open();
    await find(page, "数字");
    const group = dialog(page).getByRole("group", { name: "任务" });
    const more = group.locator(".is-more");
    const total = Number((await more.innerText()).match(/\d+/)[0]);
    const position = Number((await more.getAttribute("id")).replace("search-", ""));
    for (let step = 0; step < position; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(group.getByRole("option")).toHaveCount(total);
    await expect(dialog(page)).toBeVisible();
  });

  test("Enter ends a composed word and follows nothing", async ({ open, page }) => {
    await open();
    await find(page, "wllse");
    await field(page).dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    await expect(dialog(page)).toBeVisible();
    expect(address(page)).toEqual({});
  });
});

test("a goal is found by its characters, pinyin, initials and English name", async ({ open, page }) => {
  for (const lang of ["zh-CN", "en"]) {
    await open(query({ lang }));
    for (const typed of ["零售", "wangluo", "wang luo", "wllse", "ＷＬＬＳＥ", "retail", "RETAIL online"]) {
      await find(page, typed);
      const goal = hits(page).filter({ hasText: lang === "en" ? "Online retail sales" : "网络零售额" }).first();
      await expect(goal, typed).toBeVisible();
      await expect(goal.locator("mark").first(), typed).toBeVisible();
    }
  }
});

test.describe("leads", () => {
  only(test, "desktop");

  const first = (name, column = "name_zh") => table(name)[0][column];
  const cases = {
    "to a goal": [first("indicators"), "指标", { view: "indicator" }],
    "to a domain": [first("domains"), "领域", { view: "domain", id: first("domains", "id") }],
    "to a project": [first("projects"), "项目", { view: "projects", id: first("projects", "id") }],
    "to a task": [first("tasks"), "任务", { view: "tasks", item: first("tasks", "id") }],
    "to a department": ["区商务局", "部门", { view: "departments", id: "d-commerce" }],
    "to a body of the organisation": ["数字商贸组", "组织", { view: "organisation", item: "org-group-commerce" }],
    "to a notice": ["创建方案印发", "公告", { view: "notices", id: "notice-plan-issued" }],
    "to a township": ["景山街道", "街镇", { view: "map" }],
  };
  for (const [where, [typed, kind, there]] of Object.entries(cases)) {
    test(where, async ({ open, page }) => {
      await open("?snapshot=2022-06&theme=dark");
      await find(page, typed);
      await dialog(page).getByRole("group", { name: kind }).getByRole("option").first().click();
      await settled(page);
      await expect(dialog(page)).toBeHidden();
      expect(address(page)).toMatchObject({ ...there, snapshot: "2022-06", theme: "dark" });
      await expect(page.locator("main h1")).toBeVisible();
      if (there.item) await expect(page.locator(`#item-${there.item}`)).toBeInViewport();
    });
  }

  test("to every site: to the map where it is placed, else to its project or domain", async ({ open, page }) => {
    test.setTimeout(120_000);
    await open();
    for (const { name_zh: name } of table("sites")) {
      await find(page, name);
      const site = dialog(page).getByRole("group", { name: "地点" }).getByRole("option").first();
      const to = new URL(await site.evaluate((link) => link.href)).searchParams;
      expect(["map", "projects", "domain"], name).toContain(to.get("view"));
      expect(to.get("id") ?? to.get("item"), name).not.toBeNull();
    }
  });
});

test("axe finds nothing while it is open, and nothing is cut off", async ({ open, page }) => {
  for (const setting of [{}, { lang: "en", theme: "dark" }, { theme: "contrast", type: "large" }]) {
    await open(query(setting));
    for (const typed of ["", "数字", "zzzz"]) {
      await page.locator(".search-open:visible").click();
      await field(page).fill(typed);
      await expect(typed ? status(page) : dialog(page).locator(".search-hint")).not.toBeEmpty();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("dialog.search").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), `${typed} ${JSON.stringify(setting)}`).toEqual([]);
      const wider = await dialog(page).evaluate((root) => [root, ...root.querySelectorAll("*:not(input)")]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline").map((one) => one.className));
      expect(wider, "nothing is wider than its place").toEqual([]);
      const box = await dialog(page).boundingBox();
      expect(box.y + box.height).toBeLessThanOrEqual(page.viewportSize().height);
      await page.keyboard.press("Escape");
    }
  }
});

test("a finger reaches all of it on a phone", async ({ open, page, isMobile }) => {
  test.skip(!isMobile, "in phone only");
  await open();
  await find(page, "数字");
  for (const one of [...await hits(page).all(), dialog(page).getByRole("button"), page.locator(".search-open:visible")]) {
    const box = await one.boundingBox();
    expect(Math.min(box.height, box.width)).toBeGreaterThanOrEqual(44);
  }
  await dialog(page).getByRole("button", { name: "关闭" }).click();
  await expect(dialog(page)).toBeHidden();
});

test("what is typed is text, however it looks", async ({ open, page }) => {
  await open();
  for (const typed of ["<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", ".*", "\\", "‮", "👨‍👩‍👧", "网".repeat(5_000)]) {
    await find(page, typed);
    await expect(status(page)).toContainText("没有找到");
    await expect(hits(page)).toHaveCount(0);
  }
  await expect(dialog(page).locator("img")).toHaveCount(0);
  await expect(dialog(page).getByRole("link", { name: "指标" })).toBeVisible();
});

for (const [what, answer] of [
  ["missing", { status: 404 }],
  ["truncated", { body: '{"网":"wa' }],
  ["of the wrong type", { body: "[]" }],
]) {
  test(`with the readings ${what}, names are found and the lack is said`, async ({ open, page, problems }) => {
    problems.allow(/readings\./);
    await page.route("**/readings.*.json", (route) => route.fulfill(answer));
    await open();
    await find(page, "零售");
    await expect(hits(page).first()).toContainText("网络零售额");
    await expect(dialog(page).locator("[data-readings=missing]")).toBeVisible();
    await find(page, "wllse");
    await expect(status(page)).toContainText("没有找到");
  });
}

test("when its own part does not come, it says so, and the page stands", async ({ open, page, problems }) => {
  problems.allow(/split_search/, /Failed to fetch/);
  await open();
  await page.route("**/split_search*.wasm", (route) => route.abort());
  await page.locator(".search-open:visible").click();
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  await page.unroute("**/split_search*.wasm");
  await page.keyboard.press("Escape");
  await expect(page.locator("article[data-indicator]").first()).toBeVisible();
});
