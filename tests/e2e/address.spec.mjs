// The address is the state: what a reader chooses is in it, and whoever opens it sees the same.
import { expect, test } from "./fixtures.mjs";
import { address, internalLinks, only, query, settled, shown } from "./support/pages.mjs";
import { Publication } from "./support/publication.mjs";
import { goalIds, goals } from "./support/plan.mjs";

only(test, "desktop");

const field = (page, name) => page.getByRole("combobox", { name, exact: true });
const search = (page) => page.getByRole("searchbox", { name: "按名称查找" });
const list = (page) => shown(page, "tr[data-indicator]");
const ids = async (page) => (await list(page)).map(({ id }) => id);

test.describe("the list", () => {
  // What is chosen, what the address says then, and what the list must hold.
  const CHOICES = [
    { choose: (page) => field(page, "领域").selectOption("health"), address: { domain: "health" },
      holds: (goal) => goal.domain === "health" },
    { choose: (page) => field(page, "灯").selectOption("red"), address: { light: "red" },
      holds: (_, { light }) => light === "red" },
    { choose: (page) => field(page, "灯").selectOption("none"), address: { light: "none" },
      holds: (_, { light }) => light === "none" },
    { choose: (page) => field(page, "牵头单位").selectOption("d-commerce"), address: { dept: "d-commerce" },
      holds: (goal) => goal.lead === "d-commerce" },
    { choose: (page) => search(page).fill("平台"), address: { q: "平台" },
      holds: (goal) => (goal.name_zh + goal.short_zh).includes("平台") },
    { choose: (page) => search(page).fill("5g BASE"), address: { q: "5g BASE" },
      holds: (goal) => goal.id === "ind-5g-base-stations" },
  ];

  test("filters write themselves into the address, and a reload restores them", async ({ open, page }) => {
    for (const { choose, address: expected, holds } of CHOICES) {
      const name = JSON.stringify(expected);
      await open("?view=indicators&snapshot=2022-06");
      const all = await list(page);
      const wanted = all.filter((row) => holds(goals.find(({ id }) => id === row.id), row)).map(({ id }) => id);
      expect(wanted.length, `${name} is a real choice`).toBeGreaterThan(0);
      expect(wanted.length, `${name} is a real choice`).toBeLessThan(all.length);

      await choose(page);
      await expect.poll(() => ids(page), name).toEqual(wanted);
      expect(address(page), name).toEqual({ view: "indicators", snapshot: "2022-06", ...expected });
      await expect(page.locator("h1")).toContainText(`${wanted.length}项`);

      await page.reload();
      await settled(page);
      expect(await ids(page), name).toEqual(wanted);
      const [value] = Object.values(expected);
      const fields = await page.locator("search").locator("select, input").evaluateAll((fields) => fields.map((field) => field.value));
      expect(fields, `${name} is shown in its field`).toContain(value);
    }
  });

  test("filters go together; one button clears them and keeps the order", async ({ open, page }) => {
    await open("?view=indicators&snapshot=2022-06&domain=foundation&dept=d-commerce&q=平台&light=green&sort=name");
    const held = await ids(page);
    expect(held.length).toBeGreaterThan(0);
    for (const id of held) expect(goals.find((goal) => goal.id === id)).toMatchObject({ domain: "foundation", lead: "d-commerce" });
    await page.getByRole("button", { name: "清除筛选" }).click();
    await expect.poll(() => ids(page).then((ids) => ids.sort())).toEqual(goalIds);
    expect(address(page)).toEqual({ view: "indicators", snapshot: "2022-06", sort: "name" });
  });

  test("nothing found is said in words", async ({ open, page }) => {
    await open("?view=indicators&q=%3Cimg%20src%3Dx%3E%22%27%26zzz");
    await expect(page.locator("main")).toContainText("没有符合条件的目标");
    await expect(search(page)).toHaveValue(`<img src=x>"'&zzz`);
    await expect(page.locator("main img")).toHaveCount(0);
  });

  test("each order is an order, in the address and after a reload", async ({ open, page }) => {
    const gravity = { red: 0, none: 1, yellow: 2, green: 3 };
    const sorted = {
      plan: (rows) => expect(rows.map(({ id }) => id)).toEqual(goals.map(({ id }) => id)),
      // Grey has two grounds of different gravity, so only the other three are told apart.
      light: (rows) => {
        const order = rows.filter(({ light }) => light !== "none").map(({ light }) => gravity[light]);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      },
      gap: (rows) => {
        const last = rows.findLastIndex(({ light }) => light === "red");
        expect(last).toBeGreaterThan(0);
        expect(rows.slice(0, last + 1).filter(({ light }) => light === "green")).toEqual([]);
      },
      name: (rows) => {
        const names = rows.map(({ id }) => goals.find((goal) => goal.id === id).short_zh || goals.find((goal) => goal.id === id).name_zh);
        expect(names).not.toEqual(goals.map((goal) => goal.short_zh || goal.name_zh));
        expect(new Set(names).size).toBe(goals.length);
      },
    };
    await open("?view=indicators&snapshot=2022-06");
    for (const [sort, check] of Object.entries(sorted)) {
      await field(page, "排序").selectOption(sort);
      await expect.poll(() => address(page).sort ?? "plan").toBe(sort);
      const rows = await list(page);
      check(rows);
      await page.reload();
      await settled(page);
      expect(await list(page)).toEqual(rows);
    }
  });

  test("typing is one step of the history, choosing is another", async ({ open, page }) => {
    await open("?view=indicators");
    await field(page, "领域").selectOption("foundation");
    await search(page).pressSequentially("平台");
    await expect.poll(() => address(page).q).toBe("平台");
    await expect(search(page), "typing keeps the focus").toBeFocused();
    await page.goBack();
    await expect.poll(() => address(page)).toEqual({ view: "indicators" });
    await expect.poll(() => ids(page)).toHaveLength(goals.length);
    await expect(field(page, "领域")).toHaveValue("");
    await page.goForward();
    await expect.poll(() => address(page)).toEqual({ view: "indicators", domain: "foundation", q: "平台" });
    await expect(search(page)).toHaveValue("平台");
    await expect(field(page, "领域")).toHaveValue("foundation");
  });
});

test("back and forward walk through views, editions and languages", async ({ open, page }) => {
  await open();
  const steps = [
    [() => page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "指标" }).click(), { view: "indicators" }],
    [() => field(page, "灯").selectOption("green"), { view: "indicators", light: "green" }],
    [() => page.locator("tr[data-indicator] a").first().click(), { view: "indicator" }],
    [() => field(page, "期次").selectOption("2022-06"), { view: "indicator", snapshot: "2022-06" }],
    [() => page.getByRole("link", { name: "EN", exact: true }).click(), { view: "indicator", snapshot: "2022-06", lang: "en" }],
    [() => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Map" }).click(), { view: "map", snapshot: "2022-06", lang: "en" }],
  ];
  const seen = [await page.title()];
  const addresses = [address(page)];
  for (const [step, expected] of steps) {
    await step();
    await expect.poll(() => address(page)).toMatchObject(expected);
    await settled(page);
    addresses.push(address(page));
    seen.push(await page.title());
  }
  expect(new Set(seen).size, "every view has its own title").toBeGreaterThanOrEqual(5);
  const here = (index) => expect.poll(async () => [address(page), await page.title()]).toEqual([addresses[index], seen[index]]);
  for (let index = steps.length - 1; index >= 0; index--) { await page.goBack(); await here(index); }
  for (let index = 1; index <= steps.length; index++) { await page.goForward(); await here(index); }
  await settled(page);
});

test("unknown parameters and values fall back, and do no harm", async ({ open, page }) => {
  const WILD = [
    "?view=nothing", "?view=", "?view=OVERVIEW", "?zzz=1&constructor=2&__proto__=3", "?&&&=&==", "?%", "?view=%E0%A4%A",
    "?lang=xx&theme=neon&type=huge&sort=x&light=blue", "?snapshot=yesterday", "?snapshot=2022-13", "?snapshot=", "?snapshot=latest",
    "?view=overview&view=indicators&view=overview", `?q=${"长".repeat(500)}`, "?hide=everything&compare=never&kiosk=maybe&pages=::",
    "?domain=nowhere&dept=nobody&town=%00&layer=%22%3E",
  ];
  for (const wild of WILD) {
    await open(wild);
    expect.soft((await shown(page)).length, wild).toBe(goals.length);
    await expect.soft(page.locator("h1"), wild).toBeVisible();
  }
  for (const list of ["?view=indicators&light=blue&sort=x", "?view=indicators&light=any&sort=plan"]) {
    await open(list);
    expect(await ids(page), list).toEqual(goals.map(({ id }) => id));
  }
});

test("an unknown id is said, with a way back", async ({ open, page }) => {
  const mark = page.locator("[data-not-found]");
  for (const id of ["ind-unheard-of", "", "<img src=x onerror=alert(1)>", "__proto__"]) {
    await open(query({ view: "indicator", id, snapshot: "2022-06" }));
    await expect(mark, id).toBeVisible();
    await expect(mark).toContainText(id);
    await expect(mark.locator("img")).toHaveCount(0);
    await expect(page).toHaveTitle(/没有这项记录/);
    await mark.getByRole("link").first().click();
    await expect(page.locator("[data-indicator]").first()).toBeVisible();
    expect(address(page)).toMatchObject({ snapshot: "2022-06" });
  }
});

test("an edition that is not there gives way to the newest, and that is said", async ({ open, page, request, baseURL }) => {
  const { newest } = await Publication.read(request, baseURL);
  for (const snapshot of ["2019-01", "2035-07"]) {
    await open(query({ view: "indicators", snapshot }));
    await expect(field(page, "期次")).toHaveValue(newest);
    const finding = page.locator("[data-finding]").filter({ visible: true });
    await expect(finding).toHaveCount(1);
    await expect(finding).toContainText(snapshot);
    expect(await ids(page)).toHaveLength(goals.length);
  }
});

test("language, colours and type size are in the address and on the root element", async ({ open, page, browser, baseURL }) => {
  const html = page.locator("html");
  const CASES = [
    ["", { lang: "zh-CN", "data-theme": "auto", "data-type": "normal" }],
    ["?lang=en", { lang: "en", "data-theme": "auto" }],
    ["?lang=zh-CN&theme=light", { lang: "zh-CN", "data-theme": "light" }],
    ["?theme=dark", { "data-theme": "dark" }],
    ["?theme=contrast&type=large", { "data-theme": "contrast", "data-type": "large" }],
    ["?theme=transparent&lang=en-GB", { "data-theme": "transparent", lang: "en" }],
  ];
  for (const [at, attributes] of CASES) {
    await open(at);
    for (const [name, value] of Object.entries(attributes)) await expect.soft(html, `${at} ${name}`).toHaveAttribute(name, value);
  }

  await test.step("the page's own choices do the same, and every link keeps them", async () => {
    await open("?view=indicators");
    await page.locator(".display summary").click();
    await field(page, "配色").selectOption("dark");
    await page.getByRole("button", { name: "长者模式" }).click();
    await page.getByRole("link", { name: "EN", exact: true }).click();
    await expect(html).toHaveAttribute("lang", "en");
    const chosen = { lang: "en", theme: "dark", type: "large" };
    expect(address(page)).toEqual({ view: "indicators", ...chosen });
    await page.locator(".display summary").click();
    await expect(page.getByRole("button", { name: "Large type" })).toHaveAttribute("aria-pressed", "true");
    const links = await internalLinks(page);
    expect(links.length).toBeGreaterThan(18);
    for (const link of links.filter((link) => !link.includes("lang=zh"))) {
      expect.soft(Object.fromEntries(new URLSearchParams(link)), link).toMatchObject(chosen);
    }
  });

  await test.step("without a word in the address the browser's language counts", async () => {
    for (const [locale, lang] of [["en-GB", "en"], ["zh-TW", "zh-CN"], ["de-DE", "zh-CN"]]) {
      const context = await browser.newContext({ locale });
      const other = await context.newPage();
      await other.goto(baseURL);
      await settled(other);
      await expect.soft(other.locator("html"), locale).toHaveAttribute("lang", lang);
      await context.close();
    }
  });
});

/** Opens every address that links lead to, from the overview on. @returns the addresses that were opened */
async function crawl(page, start, follow) {
  const seen = new Set([start]);
  const kinds = new Map();
  // The map's choices go together in any number; two of each kind, one at a time, are enough.
  const more = (to) => {
    if (to.get("view") !== "map") return true;
    const chosen = ["town", "id", "domain"].filter((name) => to.has(name));
    const count = (kinds.get(chosen.join()) ?? 0) + 1;
    kinds.set(chosen.join(), count);
    return chosen.length < 2 && count <= 2;
  };
  for (const at of seen) {
    await page.goto(at || "./");
    await settled(page);
    await expect.soft(page.locator("main h1"), at).toBeVisible();
    await expect.soft(page.locator("[data-not-found], [data-finding], [role=alert]"), at).toHaveCount(0);
    for (const link of await internalLinks(page)) {
      const to = new URLSearchParams(link);
      if (!seen.has(link) && follow(to) && more(to)) seen.add(link);
    }
  }
  return [...seen];
}

test.describe("in a sub-folder", () => {
  test.use({ place: "sub" });

  test("addresses, links and history stay in the folder", async ({ open, page, baseURL }) => {
    test.setTimeout(90_000);
    const { pathname } = new URL(baseURL);
    await open("?view=indicator&id=ind-brands&lang=en");
    await expect(page.locator('article.goal[data-indicator="ind-brands"]')).toBeVisible();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Overview" }).click();
    await expect(page.locator("article[data-indicator]")).toHaveCount(goals.length);
    expect(new URL(page.url()).pathname).toBe(pathname);
    await page.reload();
    await settled(page);
    await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "中" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await page.goBack();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    const opened = await crawl(page, "", (to) => !["lang", "id", "dept", "item", "project", "domain", "light", "due", "town", "q"].some((name) => to.get(name)));
    expect(opened.length).toBeGreaterThan(3);
    await page.goto(new URL("?data=data/index.json&view=indicators", baseURL).href);
    await settled(page);
  });
});
