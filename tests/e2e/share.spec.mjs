// Handing on: a wall is set up by hand, its address opens it; the dialog's codes are what they say.
import { expect, test } from "./fixtures.mjs";
import { violations } from "./support/axe.mjs";
import { clipped } from "./support/layout.mjs";
import { address, go, only, settled } from "./support/pages.mjs";

const rows = (page) => page.locator("[data-turn]");
const order = (page) => rows(page).evaluateAll((found) => found.map((one) => one.dataset.turn));
const wall = (page) => page.locator(".setup-result textarea").inputValue();
const parameters = (url) => Object.fromEntries(new URL(url).searchParams);

test.describe("a wall", () => {
  only(test, "desktop");

  test("is set up by keyboard, and its address opens it", async ({ open, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open("?view=share&snapshot=2022-06");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("大屏依次放映9页，每页30秒");
    const press = async (name, key = "Enter") => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press(key);
    };
    // All but three go; the focus stays in the list.
    for (const name of ["项目与节点", "部门", "会议议程"]) await press(`移除：${name}`);
    await expect.poll(() => page.evaluate(() => document.activeElement.closest("[data-turn]") !== null)).toBe(true);
    while (await rows(page).count() > 3) await page.locator("[data-turn^='domain.'] button").last().press("Enter");
    await press("上移：地图");
    await expect(page.getByRole("button", { name: "上移：地图", exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.poll(() => order(page).then((pages) => pages[0])).toBe("map");
    await expect(page.getByRole("button", { name: "下移：地图", exact: true }), "what cannot go further up").toBeFocused();
    await press(/^＋ 会议议程$/);
    await expect.poll(() => order(page).then((pages) => pages.at(-1))).toBe("changes");

    await page.getByLabel("地图：秒").fill("20");
    await page.keyboard.press("Tab");
    await page.getByLabel("每页停留（秒）").fill("1");
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("每页停留（秒）"), "what cannot be is brought to what can").toHaveValue("5");
    await page.getByLabel("设计尺寸").selectOption("6656x1792");
    await page.getByRole("button", { name: "昼亮夜暗" }).press("Space");
    await page.getByLabel("几点起变暗").selectOption("18");

    const chosen = await order(page);
    await expect.poll(() => address(page)).toMatchObject({ view: "share", rotate: "5", design: "6656x1792", day: "7-18" });
    expect(address(page).pages).toBe(["map:20", ...chosen.slice(1)].join(","));
    expect(address(page).kiosk).toBeUndefined();
    await page.reload();
    await settled(page);
    expect(await order(page), "a reload keeps the order").toEqual(chosen);

    await page.locator(".setup-result .code").getByRole("button", { name: "复制" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await wall(page));
    expect(parameters(copied)).toMatchObject({ kiosk: "1", snapshot: "2022-06", lang: "zh-CN", rotate: "5" });
    await page.goto(copied);
    await settled(page);
    await expect(page.locator("[data-wall]")).toHaveAttribute("data-wall", "map");
  });

  test("is previewed in its shape, and the preview takes no focus", async ({ open, page }) => {
    await open("?view=share&snapshot=2022-06&pages=overview&design=2560x1080");
    await expect(page.locator(".setup-preview iframe")).toHaveCount(0);
    await page.getByRole("button", { name: "显示预览" }).click();
    const frame = page.frameLocator(".setup-preview iframe");
    await expect(frame.locator("[data-wall='overview']")).toBeVisible();
    const shape = () => page.locator(".setup-preview iframe").evaluate((it) => {
      const { width, height } = it.getBoundingClientRect();
      return width / height;
    });
    expect(Math.abs(await shape() - 2560 / 1080)).toBeLessThan(0.02);
    const steps = await page.evaluate(() => history.length);
    await page.getByLabel("设计尺寸").selectOption("1080x1920");
    await expect.poll(shape).toBeLessThan(0.6);
    await expect(frame.locator("[data-wall='overview']")).toBeVisible();
    expect(await page.evaluate(() => history.length), "only the choice is a step back").toBe(steps + 1);
    await page.locator(".setup-result").getByRole("button").last().focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement.localName)).not.toBe("iframe");
  });

  test("has a code for a phone, black on white in every colour", async ({ open, page }) => {
    await open("?view=share");
    for (const theme of ["light", "dark", "contrast"]) {
      await go(page, `?view=share&theme=${theme}`);
      const code = page.getByRole("img", { name: "大屏地址的二维码" });
      await expect(code).toBeVisible();
      const fills = await code.locator("path").evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill));
      expect(fills).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    }
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "存为PNG图片" }).click();
    expect((await download).suggestedFilename()).toBe("biaogan-wall-qr.png");
  });

  test("speaks the language of its control page, and can be found from every page", async ({ open, page }) => {
    await open("?view=tasks&lang=en");
    await page.getByRole("contentinfo").getByRole("link", { name: "Set up a wall" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The wall goes through 9 pages, 30 seconds each");
    await page.getByRole("button", { name: "中文" }).click();
    expect(parameters(await wall(page)).lang).toBe("zh-CN");
  });
});

test("axe finds nothing in the control page and in the dialog, and nothing runs over", async ({ open, page, isMobile }) => {
  await open("?view=share");
  if (isMobile) await page.setViewportSize({ width: 360, height: 800 });
  expect.soft(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "显示预览" }).click();
  await expect(page.frameLocator(".setup-preview iframe").locator("[data-wall]")).toBeVisible();
  expect.soft(await violations(page, ["frame-title", "frame-focusable-content", "color-contrast"]), "with the preview").toEqual([]);
  expect.soft(await page.evaluate(clipped)).toEqual([]);
  await page.getByRole("button", { name: "分享", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("img")).toBeVisible();
  expect.soft(await violations(page), "the dialog").toEqual([]);
  expect.soft(await page.evaluate(clipped), "the dialog").toEqual([]);
});

test.describe("the dialog", () => {
  only(test, "desktop");

  const dialog = (page) => page.getByRole("dialog", { name: "分享与嵌入" });
  const opened = async (page) => {
    await page.getByRole("button", { name: "分享", exact: true }).click();
    await expect(dialog(page).getByLabel("嵌入代码")).toBeVisible();
    return dialog(page);
  };

  test("offers pieces where a page has them, and code that is what it says", async ({ open, page, baseURL }) => {
    await open("?view=indicator&id=ind-online-retail-sales&snapshot=2022-06");
    const it = await opened(page);
    await it.getByRole("button", { name: "图表", exact: true }).click();
    const parsed = (label) => it.getByLabel(label).inputValue().then((code) => page.evaluate((code) => {
      const { body, head } = new DOMParser().parseFromString(code, "text/html");
      const all = [...head.children, ...body.children];
      return all.map((one) => ({ tag: one.localName, ...Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])) }));
    }, code));
    const [frame] = await parsed("嵌入代码");
    expect(frame.tag).toBe("iframe");
    expect(parameters(frame.src)).toMatchObject({ view: "indicator", id: "ind-online-retail-sales", embed: "chart" });
    const [script, element] = await parsed("用脚本嵌入，高度自动合适");
    expect(script).toMatchObject({ tag: "script", src: new URL("embed.js", baseURL).href });
    expect(element).toMatchObject({ tag: "biaogan-embed", src: baseURL, view: "indicator", record: "ind-online-retail-sales", piece: "chart", snapshot: "2022-06" });
    await page.keyboard.press("Escape");
    await go(page, "?view=about");
    await expect((await opened(page)).getByRole("group", { name: "嵌入哪一部分" })).toHaveCount(0);
  });

  test("hands the address to the system where it takes it", async ({ open, page }) => {
    await page.addInitScript(() => {
      Navigator.prototype.share = async (data) => { window.shared = data; };
    });
    await open("?view=map");
    const it = await opened(page);
    await it.getByRole("button", { name: "用系统分享" }).click();
    const link = await it.getByLabel("本页地址").inputValue();
    expect(await page.evaluate(() => window.shared)).toEqual({ title: await page.title(), url: link });
  });

  test("leads to the files of the page, and to the wall", async ({ open, page }) => {
    await page.addInitScript(() => { delete Navigator.prototype.share; });
    await open("?view=indicator&id=ind-online-retail-sales&snapshot=2022-06");
    const it = await opened(page);
    await expect(it.getByRole("button", { name: "用系统分享" })).toHaveCount(0);
    await it.getByRole("button", { name: "图片和数据文件" }).click();
    await expect(it).toBeHidden();
    await expect(page.locator(".exports button").first()).toBeFocused();
    await (await opened(page)).getByRole("link", { name: "投放大屏" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(page.locator(".wall-setup")).toBeVisible();
    expect(address(page)).toMatchObject({ view: "share", snapshot: "2022-06" });
  });
});
