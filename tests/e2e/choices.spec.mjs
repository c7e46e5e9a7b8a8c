// What a reader can choose beside the filters: how the list is drawn, with what it is compared, how it is shared.
import { expect, test } from "./fixtures.mjs";
import { address, only, query, settled, shown } from "./support/pages.mjs";
import { goalIds, table } from "./support/plan.mjs";

const sorted = async (page) => (await shown(page)).map(({ id }) => id).sort();

test("every face of the list shows the same goals, and every division all of them", async ({ open, page }) => {
  for (const as of ["table", "cards", "small"]) {
    for (const group of ["none", "domain", "light", "lead"]) {
      await open(query({ view: "indicators", as, group, snapshot: "2022-06" }));
      expect(await sorted(page), `${as}, ${group}`).toEqual(goalIds);
    }
  }
  await open("?view=indicators&group=domain&as=cards");
  const names = table("domains").map((domain) => domain.name_zh);
  await expect(page.locator(".division > b")).toHaveText(names);
});

test("the faces are pressed, written into the address, and survive a reload", async ({ open, page }) => {
  await open("?view=indicators");
  await page.getByRole("button", { name: "小图" }).click();
  await expect(page.locator(".small-chart")).toHaveCount(goalIds.length);
  expect(address(page)).toEqual({ view: "indicators", as: "small" });
  await page.reload();
  await settled(page);
  await expect(page.getByRole("button", { name: "小图" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".small-chart")).toHaveCount(goalIds.length);
  await page.getByRole("button", { name: "卡片" }).click();
  await expect(page.locator(".card-grid .card")).toHaveCount(goalIds.length);
});

test.describe("a comparison", () => {
  only(test, "desktop");

  const months = (snapshot, indicator, request, baseURL) => async () => {
    const manifest = await (await request.get(new URL("data/index.json", baseURL).href)).json();
    const entry = manifest.snapshots.find(({ id }) => id === snapshot);
    const edition = await (await request.get(new URL(`data/${entry.file}`, baseURL).href)).json();
    const { series } = edition.indicators.find(({ id }) => id === indicator);
    const last = series.values.at(-1);
    return typeof last === "number" ? last : last.value;
  };

  test("shows each figure's change against the other edition, on every page, and can be left", async ({ open, page, request, baseURL }) => {
    const id = "ind-5g-base-stations";
    const [now, then] = await Promise.all([months("2022-06", id, request, baseURL)(), months("2021-06", id, request, baseURL)()]);
    const change = `+${(now - then).toLocaleString("en-US")}个`;
    await open("?view=indicators&snapshot=2022-06");
    await page.getByRole("combobox", { name: "对比" }).first().selectOption("2021-06");
    await expect(page.locator(`tr[data-indicator="${id}"] .versus`)).toContainText(change);
    expect(address(page)).toEqual({ view: "indicators", snapshot: "2022-06", compare: "2021-06" });
    await page.locator(`tr[data-indicator="${id}"] a`).click();
    await expect(page.locator(".facts")).toContainText("较2021年6月");
    await expect(page.locator(".facts")).toContainText(change);
    await page.getByRole("link", { name: "总览" }).click();
    await expect(page.locator(`article[data-indicator="${id}"]`)).toContainText(change);
    await expect(page.locator(".changes h2")).toHaveText("较2021年6月");
    await page.getByRole("combobox", { name: "对比" }).first().selectOption("");
    await expect(page.locator(".versus")).toHaveCount(0);
    expect(address(page)).toEqual({ snapshot: "2022-06" });
  });

  test("with a month that is not there, or of another kind, says so and shows the rest", async ({ open, page }) => {
    await open("?snapshot=2022-06&compare=2031-01");
    await expect(page.locator("[data-finding=UnknownReference]")).toContainText("2031-01");
    await expect(page.locator("article[data-indicator]")).toHaveCount(goalIds.length);
    await open("?snapshot=2022-06&compare=nonsense");
    await expect(page.locator("[data-finding]")).toHaveCount(0);
  });

  test("whose file is broken leaves the page standing", async ({ open, page }) => {
    await page.route("**/2021-06.*.json", (route) => route.fulfill({ body: "{" }));
    await open("?snapshot=2022-06&compare=2021-06");
    await expect(page.locator("[data-finding]").first()).toBeVisible();
    await expect(page.locator("article[data-indicator]")).toHaveCount(goalIds.length);
    await expect(page.locator(".versus")).toHaveCount(0);
  });
});

test.describe("sharing", () => {
  test("gives the address and the code, pinned or latest, and copies them", async ({ open, page, context, baseURL }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open("?view=indicators&light=red&theme=dark");
    await page.getByRole("button", { name: "分享", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "分享与嵌入" });
    await expect(dialog.getByLabel("本页地址")).toHaveValue(new URL("?view=indicators&light=red&theme=dark", baseURL).href);
    await dialog.getByRole("button", { name: "固定在这一期" }).click();
    await expect(dialog.getByLabel("本页地址")).toHaveValue(/snapshot=2022-12/);
    const code = await dialog.getByLabel("嵌入代码").inputValue();
    await dialog.locator(".code", { hasText: "嵌入代码" }).getByRole("button", { name: "复制" }).click();
    await expect(page.locator(".toast")).toContainText("已复制");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    // The code makes a frame that shows the page without its head.
    const source = await page.evaluate((code) => new DOMParser().parseFromString(code, "text/html").querySelector("iframe").src, code);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "分享", exact: true })).toBeFocused();
    await page.goto(source);
    await settled(page);
    await expect(page.locator("header.masthead")).toHaveCount(0);
    await expect(page.locator("[data-demo]").first()).toBeVisible();
  });

  test("where no clipboard is offered, says so", async ({ open, page }) => {
    await page.addInitScript(() => { delete Navigator.prototype.clipboard; });
    await open();
    await page.getByRole("button", { name: "分享", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "复制" }).first().click();
    await expect(page.locator(".toast")).toContainText("请手动选取");
  });
});

test("title, description, language and canonical address are those of the page", async ({ open, page }) => {
  const head = () => page.evaluate(() => ({
    title: document.title, lang: document.documentElement.lang,
    description: document.querySelector("meta[name=description]").content,
    canonical: new URL(document.querySelector("link[rel=canonical]").href).search,
  }));
  await open("?theme=dark&type=large");
  const overview = await head();
  expect(overview).toMatchObject({ lang: "zh-CN", canonical: "" });
  expect(overview.description).toContain(await page.locator("h1").innerText());
  await open("?view=indicator&id=ind-5g-base-stations&snapshot=2022-06&compare=2022-01&lang=en&theme=contrast");
  const goal = await head();
  expect(goal).toMatchObject({ lang: "en", canonical: "?view=indicator&id=ind-5g-base-stations&snapshot=2022-06&lang=en" });
  expect(goal.title).toMatch(/^5G base stations/);
  expect(goal.description).toMatch(/June 2022/);
  await open("?view=indicator&id=gone");
  expect((await head()).title).toMatch(/^没有这项记录/);
});

test("looks chosen on a page go along to the next one", async ({ open, page }) => {
  await open("?view=indicator&id=ind-5g-base-stations");
  await page.locator(".display summary").click();
  await page.locator(".display").getByRole("button", { name: "长者模式" }).click();
  await page.locator(".display").getByLabel("配色").selectOption("dark");
  for (const link of await page.locator("main a[href^='?']").all()) {
    const query = new URLSearchParams(await link.getAttribute("href"));
    expect.soft([query.get("type"), query.get("theme")], await link.innerText()).toEqual(["large", "dark"]);
  }
  await page.locator(".neighbours a").last().click();
  await settled(page);
  expect(address(page)).toMatchObject({ theme: "dark", type: "large" });
  await expect(page.locator("html")).toHaveAttribute("data-type", "large");
});
