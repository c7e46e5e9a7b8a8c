// The big screen: what stands on it, how it goes on by itself, and what it does when the network does not.
import { test, expect } from "./fixtures.mjs";
import { crowded, smallest } from "./support/crowded.mjs";
import { address, only } from "./support/pages.mjs";
import { Publication } from "./support/publication.mjs";

only(test, "desktop");

const SCREENS = [[1366, 768], [1920, 1080], [3840, 2160], [2560, 1080], [6656, 1792], [1080, 1920]];

const leaf = (page) => page.locator(".wall-leaf").last();
const shown = (page) => leaf(page).evaluate((it) => [it.dataset.leaf, Number(it.dataset.part)].join(" "));
/** Every leaf once, by the key that goes on; the pages' own time stands still. */
async function leaves(page) {
  const order = [];
  for (let now = await shown(page); !order.includes(now); now = await shown(page)) {
    order.push(now);
    await page.keyboard.press("PageDown");
    await expect.poll(() => shown(page)).not.toBe(now);
  }
  return order;
}

test.describe("what stands on a wall", () => {
  test.use({ reducedMotion: "reduce" });
  // One month with much to be talked about, and the newest, in which nothing falls due any more.
  const looks = SCREENS.flatMap((size) => [[...size, "zh-CN", "2022-06"], [...size, "en", "latest"]]);
  looks.push([1080, 1920, "zh-CN", "latest"], [1080, 1920, "en", "2022-06"], [1920, 1200, "en", "latest"]);
  for (const [width, height, lang, snapshot] of looks) {
    test(`has room at ${width}×${height} in ${lang}, ${snapshot}`, async ({ open, page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await open(`?kiosk=1&rotate=0&lang=${lang}&snapshot=${snapshot}`);
      const seen = new Set();
      for (let now = await shown(page); !seen.has(now); now = await shown(page)) {
        seen.add(now);
        await expect(page.locator(".wall-leaf")).toHaveCount(1);
        expect.soft(await crowded(page, ".wall"), `${now}`).toEqual([]);
        const least = await smallest(page, ".wall-leaf");
        const floor = width / height > 2.9 ? 24 / 896 : width < height ? 24 / 1920 : 24 / 1080;
        expect.soft(least.share, `${now}: “${least.text}”`).toBeGreaterThanOrEqual(floor - 1e-4);
        await page.keyboard.press("PageDown");
        await expect.poll(() => shown(page)).not.toBe(now);
      }
      expect(seen.size).toBeGreaterThan(8);
    });
  }
});

test("says on every page what it shows, of when, and that it is made up", async ({ open, page }) => {
  await open("?kiosk=1&rotate=0&lang=zh-CN&snapshot=2022-06");
  await expect(page).toHaveTitle(/瓯海区.*大屏/);
  await expect(page.locator(".wall-head")).toContainText("截至2022年6月30日");
  await expect(page.locator(".wall-head [data-demo]")).toBeVisible();
  await expect(page.locator(".wall-foot")).toContainText("示意图");
  await expect(page.locator(".wall-foot")).toContainText("审图号");
  await expect(page.locator(".wall-foot")).toContainText(/数据\d\d:\d\d核对/);
  const order = await leaves(page);
  expect(order.map((one) => one.split(" ")[0])).toEqual(expect.arrayContaining(["overview", "map", "projects", "departments", "changes"]));
});

test.describe("goes on by itself", () => {
  test.beforeEach(({ page }) => page.clock.install({ time: new Date("2026-11-28T14:30:00+08:00") }));

  test("each page for its time, and round", async ({ open, page }) => {
    await open("?kiosk=1&pages=overview:20,domain.health:10&lang=zh-CN");
    expect(await shown(page)).toBe("overview 0");
    await page.clock.runFor(18_000);
    expect(await shown(page)).toBe("overview 0");
    await page.clock.runFor(4_000);
    expect(await shown(page)).toBe("domain.health 0");
    await page.clock.runFor(11_000);
    expect(await shown(page)).toBe("overview 0");
  });

  test("not while it is paused, nor while someone is there", async ({ open, page }) => {
    await open("?kiosk=1&pages=overview:10,domain.health:10&lang=zh-CN");
    await page.keyboard.press("Space");
    await page.clock.runFor(60_000);
    expect(await shown(page)).toBe("overview 0");
    await page.keyboard.press("Space");
    await page.clock.runFor(11_000);
    expect(await shown(page)).toBe("domain.health 0");
    await page.mouse.click(960, 300);
    await page.clock.runFor(55_000);
    expect(await shown(page)).toBe("domain.health 0");
    await page.clock.runFor(16_000);
    expect(await shown(page)).toBe("overview 0");
  });

  test("and the clock with it", async ({ open, page }) => {
    await open("?kiosk=1&rotate=0&lang=zh-CN");
    await expect(page.locator(".wall-clock")).toHaveText("14:30");
    await page.clock.runFor(120_000);
    await expect(page.locator(".wall-clock")).toHaveText("14:32");
  });
});

test("goes where a hand leads it", async ({ open, page }) => {
  await open("?kiosk=1&rotate=0&lang=zh-CN&pages=overview,domain.health,departments");
  const goes = async (key, to) => {
    await page.keyboard.press(key);
    await expect.poll(() => shown(page), key).toBe(to);
  };
  await goes("ArrowRight", "domain.health 0");
  await goes("PageUp", "overview 0");
  await goes("3", "departments 0");
  await goes("Home", "overview 0");
  await goes("2", "domain.health 0");
  await page.locator(".wall-pages button").first().click();
  await expect.poll(() => shown(page)).toBe("overview 0");
  await page.mouse.move(400, 400);
  const controls = page.getByRole("group", { name: "大屏控制" });
  await controls.getByRole("button", { name: "下一页" }).click();
  await expect.poll(() => shown(page)).toBe("domain.health 0");
  await controls.getByRole("button", { name: "暂停" }).click();
  await expect(controls.getByRole("button", { name: "继续" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(page.locator("header.masthead")).toBeVisible();
  expect(address(page).kiosk).toBeUndefined();
});

test("a township that is touched opens its figures and, told to or left alone, closes them", async ({ open, page }) => {
  await page.clock.install();
  await open("?kiosk=1&rotate=0&lang=zh-CN&snapshot=2022-06&pages=overview");
  const touch = () => page.locator(".wall-map path[data-town]").nth(2).click({ force: true });
  await touch();
  await expect(page.locator(".wall-panel dl > div")).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator(".wall-panel"), "what is open is closed before the wall is left").toHaveCount(0);
  expect(address(page).kiosk).toBe("1");
  await touch();
  await expect(page.locator(".wall-panel dl > div")).not.toHaveCount(0);
  await page.clock.runFor(62_000);
  await expect(page.locator(".wall-panel")).toHaveCount(0);
});

test("pointers hit under every scale", async ({ open, page }) => {
  for (const scale of ["fit", "width", "height", "stretch", "scroll"]) {
    await page.setViewportSize({ width: 1500, height: 1000 });
    await open(`?kiosk=1&rotate=0&lang=zh-CN&snapshot=2022-06&pages=overview&design=1920x1080&scale=${scale}`);
    const town = page.locator(".wall-map path[data-town]").nth(4);
    await town.scrollIntoViewIfNeeded();
    const hit = await town.evaluate((path) => {
      const length = path.getTotalLength();
      const box = path.getBBox();
      const matrix = path.getScreenCTM();
      let inside = null;
      for (let x = 1; x < 20 && !inside; x++) {
        for (let y = 1; y < 20 && !inside; y++) {
          const point = new DOMPoint(box.x + box.width * x / 20, box.y + box.height * y / 20);
          if (path.isPointInFill(point)) inside = point.matrixTransform(matrix);
        }
      }
      return length > 0 && { x: inside.x, y: inside.y, code: path.dataset.town };
    });
    await page.mouse.click(hit.x, hit.y);
    await expect(page.locator(".wall-panel"), scale).toHaveAttribute("data-panel", hit.code);
  }
});

test.describe("left alone", () => {
  test("takes newer data without leaving its page", async ({ page, open, request, baseURL }) => {
    const publication = await Publication.read(request, baseURL);
    await publication.serve(page);
    await page.clock.install();
    await open("?kiosk=1&lang=zh-CN&pages=domain.health:600,overview:600&refresh=60");
    const before = await leaf(page).locator(".wall-figure").first().innerText();
    await page.evaluate(() => { document.querySelector(".wall-head").dataset.kept = "yes"; });
    await publication.replace(publication.entry(), (edition) => {
      const goal = edition.indicators.find((one) => one.domain === "health" && one.series?.values);
      goal.series.values[goal.series.values.length - 1] = 12.3;
      return edition;
    });
    publication.manifest.sequence += 1;
    await page.clock.runFor(62_000);
    await expect.poll(async () => (await leaf(page).locator(".wall-figure").allInnerTexts()).join(" ")).toContain("12.3");
    expect(before).not.toContain("12.3");
    expect(await shown(page)).toBe("domain.health 0");
    await expect(page.locator(".wall-head")).toHaveAttribute("data-kept", "yes");
  });

  test("keeps the last good data with their age, and comes back", async ({ page, open, problems, request, baseURL }) => {
    problems.allow(/request refused: 500/, /console error: Failed to load resource/, /request failed/);
    const publication = await Publication.read(request, baseURL);
    await publication.serve(page);
    await page.clock.install();
    await open("?kiosk=1&lang=zh-CN&pages=overview&rotate=0&refresh=60");
    const headline = await page.locator(".wall-sums h1").innerText();
    await page.route("**/data/index.json*", (route) => route.fulfill({ status: 500, body: "away" }));
    await page.clock.runFor(62_000);
    await expect(page.locator(".wall-fresh")).toContainText("新数据没有读到");
    for (let hour = 0; hour < 24; hour++) await page.clock.fastForward(3_600_000);
    await page.clock.runFor(2_000);
    await expect(page.locator(".wall-fresh")).toContainText(/24小时前|1天|23小时前/);
    await expect(page.locator(".wall-sums h1")).toHaveText(headline);
    await page.unroute("**/data/index.json*");
    await publication.serve(page);
    await page.clock.runFor(62_000);
    await expect(page.locator(".wall-fresh")).toContainText(/数据\d\d:\d\d核对/);
    await expect(page.locator("html")).toHaveAttribute("data-biaogan", "ready");
  });

  test("keeps what stands when a file comes torn, wrong or never, and takes the next that is whole", async ({ page, open, problems, request, baseURL }) => {
    problems.allow(/request failed/, /console error: Failed to load resource/);
    const publication = await Publication.read(request, baseURL);
    await publication.serve(page);
    await page.clock.install();
    await open("?kiosk=1&lang=zh-CN&pages=overview&rotate=0&refresh=60");
    const headline = await page.locator(".wall-sums h1").innerText();
    const fresh = page.locator(".wall-fresh");
    const whole = await publication.text(publication.entry());
    const entry = publication.entry();
    const hangs = new Set();
    const ways = {
      torn: () => publication.swap(entry.file, whole.slice(0, whole.length / 2)),
      wrong: () => publication.swap(entry.file, whole.replace(/\d(?=\.\d)/, (digit) => String((Number(digit) + 1) % 10))),
      "of another kind": () => publication.swap(entry.file, "<!doctype html><title>502 Bad Gateway</title>"),
      never: () => page.route(`**/data/${entry.file}`, (route) => { hangs.add(route); }),
    };
    for (const [way, lay] of Object.entries(ways)) {
      entry.file = entry.file.replace(/\.\w+\.json$/, `.${Buffer.from(way).toString("hex").padEnd(12, "0").slice(0, 12)}.json`);
      await lay();
      publication.manifest.sequence += 1;
      await page.clock.runFor(62_000);
      // What drips is given up after a minute.
      if (way === "never") {
        await expect.poll(() => hangs.size).toBeGreaterThan(0);
        await page.clock.runFor(62_000);
      }
      await expect(fresh, way).toContainText("新数据没有读到");
      await expect(page.locator(".wall-sums h1"), way).toHaveText(headline);
      await expect(page.locator("html"), way).toHaveAttribute("data-biaogan", "stale");

      await page.unroute(`**/data/${entry.file}`);
      publication.swap(entry.file, whole);
      await page.clock.runFor(62_000);
      await expect(fresh, `after ${way}`).toContainText(/数据\d\d:\d\d核对/);
      await expect(page.locator("html"), `after ${way}`).toHaveAttribute("data-biaogan", "ready");
    }
  });

  test("loads itself anew when there is a newer program", async ({ page, open, baseURL }) => {
    await page.clock.install();
    await open("?kiosk=1&lang=zh-CN&rotate=0&refresh=60");
    await page.evaluate(() => { window.before = true; });
    await page.clock.runFor(62_000);
    expect(await page.evaluate(() => window.before)).toBe(true);
    let served = 0;
    await page.route((url) => url.href.startsWith(new URL("?kiosk", baseURL).href), async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      served += 1;
      // Only once: what is loaded then is what the server has.
      await route.fulfill({ response: answer, body: served === 1 ? html.replace(/\.css/, ".css?newer.css") : html });
    });
    const anew = page.waitForEvent("load");
    await page.clock.runFor(62_000);
    await anew;
    expect(await page.evaluate(() => window.before)).toBeUndefined();
    await expect(page.locator("html")).toHaveAttribute("data-biaogan", "ready");
  });
});
